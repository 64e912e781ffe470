"""What each number is: chapter, article, item, … as the styles of the document make it."""

from __future__ import annotations

from itertools import pairwise

from policies.ingest.tree.draft import Draft, walk_drafts

_NAMED = {
    "part": "part", "subpart": "subpart", "chapter": "chapter", "section": "section", "article": "article",
    "annex": "annex", "title": "chapter", "clause": "clause", "paragraph": "clause",
}  # fmt: skip
_BELOW = ("item", "subitem")


def set_kinds(drafts: list[Draft]) -> None:
    """Sets `kind` of every node.

    The articles of a document are its 第…条; without them the numbers that count on over the headings above them
    ((四) under 三、 after (三) under 二、); else the outermost numbers. Above articles stand chapters and sections,
    below them items and subitems.
    """
    for annex in [draft for draft in walk_drafts(drafts) if draft.style == "annex"]:
        set_kinds(annex.children)
    nodes = [draft for draft in _without_annexes(drafts)]
    style = _article_style(nodes)
    for draft in nodes:
        draft.kind = draft.kind or _kind(draft, style)


def _without_annexes(drafts: list[Draft]):
    for draft in drafts:
        yield draft
        if draft.style != "annex":
            yield from _without_annexes(draft.children)


def _article_style(nodes: list[Draft]) -> str:
    styles = {draft.style for draft in nodes}
    if "article" in styles:
        return "article"
    numbered = sorted({(d.rank, d.style) for d in nodes if d.style not in _NAMED})
    for _, style in reversed(numbered[1:]):
        if _counts_on([draft for draft in nodes if draft.style == style]):
            return style
    return numbered[0][1] if numbered else ""


def _counts_on(nodes: list[Draft]) -> bool:
    """Whether the numbers go on from one parent to the next, and never begin again."""
    parents = {id(draft.parent) for draft in nodes}
    if len(parents) < 2:
        return False
    over = sum(1 for one, two in pairwise(nodes) if one.parent is not two.parent and two.value == one.value + 1)
    return over == len(parents) - 1 and over > 0


def _kind(draft: Draft, article: str) -> str:
    if draft.style in _NAMED:
        return _NAMED[draft.style]
    if draft.style == article:
        return "article"
    above = [d for d in _ancestors(draft) if d.style not in ("title", "clause", "annex", "root")]
    articles_above = next((i for i, d in enumerate(above) if d.style == article), None)
    if articles_above is not None:
        return _BELOW[min(articles_above, 1)]
    if draft.children and any(child.style in (article, "article") for child in walk_drafts(draft.children)):
        return "section" if above else "chapter"
    # Beside the articles of the document, not under one: 一、 with plain （一） below in a list of its own.
    return "article" if not above else _BELOW[min(len(above) - 1, 1)]


def _ancestors(draft: Draft):
    while draft.parent is not None:
        draft = draft.parent
        yield draft
