"""The closing: which paragraphs after the last unit belong to the whole document, and which to that unit."""

from __future__ import annotations

import re

from policies.ingest.frame.endings import is_annex_list, is_closing_paragraph, is_term
from policies.ingest.readers.source import Block
from policies.ingest.tree.draft import Draft, walk_drafts
from policies.ingest.tree.headings import first_sentence
from policies.ingest.tree.outline import Outline
from policies.ingest.units.unit_brackets import take_trailing_brackets


def divide_after(outline: Outline) -> list[Block]:
    """Gives the last unit its own paragraphs and returns the rest, which close the document.

    From the first paragraph on that speaks of the whole document, that stands after a unit line, or that follows a
    unit written in one paragraph like all units of its style, everything is closing. In a text of 第…条 paragraphs
    belong to the last article unless they say otherwise.
    """
    drafts = walk_drafts(outline.root.children) if outline.after else []
    articles = any(draft.style == "article" for draft in drafts)
    with_paragraphs = {draft.style for draft in drafts if draft.paragraphs}
    for index, (block, owner, after_line) in enumerate(outline.after):
        has_text = bool(owner.entries) or owner.first.endswith(("。", "；", "）", ")", "〕", "】", "]"))
        if owner is outline.root or (after_line and has_text) or _closes(block, owner, articles, with_paragraphs):
            return [block for block, _, _ in outline.after[index:]]
        owner.add_paragraph(block.text)
    return []


def _closes(block: Block, owner: Draft, articles: bool, with_paragraphs: set[str]) -> bool:
    if is_annex_list(block.text):
        return True
    if _is_bare_heading(owner) and not (is_closing_paragraph(block.text) and _is_last_of_bare_items(owner)):
        return False
    if articles:
        # 本办法自…起施行 under an article on something else speaks of the whole document.
        of_its_own = owner.style != "article" or (is_term(block.text) and not is_term(owner.first))
        return of_its_own and is_closing_paragraph(block.text)
    if is_closing_paragraph(block.text):
        return True
    words, lines, _ = take_trailing_brackets(owner.last_text())
    if lines:
        # 一、完善产权登记（牵头科室：法规科） is a heading and wants its text.
        return bool(owner.entries) or words[-1:] in "。；！？"
    if owner.entries or (not first_sentence(owner.first)[1] and not _is_item(owner)):
        return False  # a heading that ends in 。, and now its text
    return owner.style not in with_paragraphs


_BARE_TITLE = re.compile(r"[（(【][^（()）【】。]{2,30}[】)）]")


def _is_bare_heading(draft: Draft) -> bool:
    """Whether a unit has nothing but its heading so far: 第九条（施行日期）, 九、附则."""
    if draft.entries or not draft.first:
        return False
    if _BARE_TITLE.fullmatch(draft.first):
        return True
    return draft.first[-1] not in "。；）)〕】]”！？"


def _is_last_of_bare_items(draft: Draft) -> bool:
    """（1）全程代办 （2）一事一议, none with a text of its own: items of a list and no headings."""
    before = [other for other in draft.parent.children if other.style == draft.style and other is not draft]
    return bool(before) and not any(other.entries or all(first_sentence(other.first)) for other in before)


#: A single sentence is an item, and no heading, from this length on.
_ITEM_LENGTH = 31


def _is_item(draft: Draft) -> bool:
    """Whether a single sentence is a whole item: too long for a heading, like those before it."""
    siblings = [other for other in draft.parent.children if other.style == draft.style] if draft.parent else []
    return len(siblings) > 1 and all(len(one.first) >= _ITEM_LENGTH and one.first[-1] in "。；" for one in siblings)
