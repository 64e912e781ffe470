"""Paragraph nodes (款): where an article has a second list or a paragraph after a list, its lists hang under them."""

from __future__ import annotations

from policies.ingest.tree.draft import Draft
from policies.ingest.tree.list_headings import hang_under_headings

_HAN = "〇一二三四五六七八九"


def han_number(value: int) -> str:
    """12 → 十二; a number of five digits stays as it is.

    >>> han_number(2), han_number(12), han_number(105), han_number(1010), han_number(10000)
    ('二', '十二', '一百〇五', '一千〇一十', '10000')
    """
    if value >= 10_000:
        return str(value)
    if value >= 1000:
        thousands, rest = divmod(value, 1000)
        below = ("〇" if rest < 100 else "") + ("一" if 10 <= rest < 20 else "") + han_number(rest) if rest else ""
        return f"{_HAN[thousands]}千{below}"
    if value < 10:
        return _HAN[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return ("" if tens == 1 else _HAN[tens]) + "十" + (_HAN[ones] if ones else "")
    hundreds, rest = divmod(value, 100)
    return (
        _HAN[hundreds]
        + "百"
        + ("" if not rest else ("〇" if rest < 10 else "一" if rest < 20 else "") + han_number(rest))
    )


def hang_lists(draft: Draft) -> None:
    """Puts the lists of `draft` under paragraph nodes where printed order or paths need it; its children likewise."""
    children = draft.children
    if not children:
        return
    for child in children:
        hang_lists(child)
    if draft.style in ("root", "title", "annex", "part", "subpart", "chapter", "section") or not _needs_clauses(draft):
        return
    if draft.style != "article":
        hang_under_headings(draft)
        if not _needs_clauses(draft):
            return
    first_list = next(i for i, entry in enumerate(draft.entries) if isinstance(entry, Draft))
    after = next((i for i, entry in enumerate(draft.entries) if i > first_list and isinstance(entry, str)), first_list)
    if draft.style != "article" and not _restarts(draft.entries[:after]):
        # Nobody cites 一/（一）/第一款/1: outside articles the first list stays, what follows it hangs under its 款.
        _hang(draft, after)
        return
    if draft.first:
        draft.entries.insert(0, draft.first)
        draft.first = ""
        first_list += 1
    _hang(draft, max(first_list - 1, 0))


def _hang(draft: Draft, begin: int) -> None:
    """From the entry `begin` on each paragraph becomes a node, which holds the lists that follow it."""
    kept: list[str | Draft] = draft.entries[:begin]
    clause: Draft | None = None
    count = bool(draft.first) + sum(isinstance(entry, str) for entry in kept)
    # A list right under the heading stands in the place of the first paragraph.
    count += not count and isinstance(draft.entries[0], Draft)
    for entry in draft.entries[begin:]:
        if isinstance(entry, str):
            count += 1
            clause = Draft("clause", count, "", f"第{han_number(count)}款", line=draft.line, rank=draft.rank)
            clause.kind = "clause"
            clause.add_paragraph(entry)
            clause.parent = draft
            kept.append(clause)
        elif clause is None:
            kept.append(entry)
        else:
            clause.add(entry)
    draft.replace_entries(kept)


def _restarts(entries: list[str | Draft]) -> bool:
    """Whether a second list of the same style begins."""
    last: Draft | None = None
    for entry in entries:
        if isinstance(entry, Draft):
            if last is not None and last.style == entry.style and entry.value <= last.value and entry.value == 1:
                return True
            last = entry
    return False


def _needs_clauses(draft: Draft) -> bool:
    if _restarts(draft.entries):
        return bool(draft.paragraphs) or bool(draft.first)
    first_list = next((i for i, entry in enumerate(draft.entries) if isinstance(entry, Draft)), len(draft.entries))
    return any(isinstance(entry, str) for entry in draft.entries[first_list:])
