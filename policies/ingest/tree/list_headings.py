"""Unnumbered headings of lists under one number: ◆基础材料 / 1．… / ◆专项材料 / 1．…, or 企业： / 1．… / 个人： / 1．….

A paragraph is a 款 in an article, and a sentence. Outside articles a short name right above a list is its heading.
"""

from __future__ import annotations

import re
from itertools import pairwise

from policies.ingest.tree.draft import Draft

#: Signs that are printed before such a heading.
_SIGNS = frozenset("◆◇●○■□★☆▲△▶►※")
_COLONS = frozenset("：:")
#: A name with a sign before it, and one with a colon behind it, is no longer.
_SIGNED_LENGTH, _COLON_LENGTH = 30, 20
#: 符合下列条件的， opens a sentence; 企业须提供： is one.
_SENTENCE = re.compile("[，。；：,;:！？]|[下以][列下]|如下|[应须可需]")


def heads_list(text: str) -> bool:
    """Whether the paragraph can be the heading of the list below it.

    >>> [heads_list(text) for text in ("◆专项材料（按项提供）", "个人：", "个人须提供：", "◆给予奖励，标准为：")]
    [True, True, False, False]
    """
    if text[-1:] in _COLONS:
        name = text[:-1].lstrip("".join(_SIGNS))
        return 1 < len(name) <= _COLON_LENGTH and not _SENTENCE.search(name)
    return text[:1] in _SIGNS and 2 < len(text) <= _SIGNED_LENGTH and not _SENTENCE.search(text)


def hang_under_headings(draft: Draft) -> None:
    """Puts the lists of a number under their headings, where a second list has one."""
    entries = draft.entries
    heads = [
        i
        for i, (entry, below) in enumerate(pairwise(entries))
        if isinstance(entry, str) and isinstance(below, Draft) and heads_list(entry)
    ]
    second = next((i for i in heads if i > 0 and isinstance(entries[i - 1], Draft)), None)
    if second is None:
        return
    form = _form(entries[second])
    headings = {i for i in heads if _form(entries[i]) == form}
    kept: list[str | Draft] = []
    heading: Draft | None = None
    for index, entry in enumerate(entries):
        if index in headings:
            heading = _heading(draft, entry, entries[index + 1].line)
            kept.append(heading)
        elif heading is None or isinstance(entry, str):
            heading = None
            kept.append(entry)
        else:
            heading.add(entry)
    draft.replace_entries(kept)


def _form(text: str) -> str:
    return text[0] if text[0] in _SIGNS else "："


def _heading(owner: Draft, text: str, line: int | None) -> Draft:
    name = text.lstrip("".join(_SIGNS)).strip("：: ").replace("/", "／")
    heading = Draft("title", 0, "", name, line=line, rank=owner.rank, parent=owner)
    heading.heading, heading.kind = text, "section"
    return heading
