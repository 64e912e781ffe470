"""Which words beside a number are its heading: on a line of their own, or run in before the text."""

from __future__ import annotations

import re
from collections import defaultdict

from policies.ingest.tree.draft import HEADING_STYLES, Draft, walk_drafts

#: A run-in heading has at most this many characters.
RUN_IN_LENGTH = 30
#: A heading on its own line has at most this many characters.
LINE_LENGTH = 80
#: 第二条 【空间支持】对入驻企业…
_BRACKETED = re.compile(r"(【[^【】]{1,30}】) ?(.*)", re.S)
_OPENERS = "（(《“‘〔【〈「『"
_CLOSERS = "）)》”’〕】〉」』"
_SENTENCE_MARKS = re.compile(f"[{re.escape(_OPENERS + _CLOSERS)}。]")
_MARKS, _MARKS_BUT_COMMAS = re.compile("[，；：,;:]"), re.compile("[；：;:]")
#: A first sentence is looked for in so many characters; where it must be a heading that runs in, in no more than that.
LONGEST_SENTENCE, _LONGEST_RUN_IN = 202, RUN_IN_LENGTH + 1


def first_sentence(text: str, longest: int = LONGEST_SENTENCE) -> tuple[str, str]:
    """(the first sentence without its 。, the rest); ("", text) when no 。 stands outside quotes and brackets."""
    if "。" not in text[:longest]:
        return "", text
    depth = 0
    for mark in _SENTENCE_MARKS.finditer(text, 0, longest):
        if mark[0] in _OPENERS:
            depth += 1
        elif mark[0] in _CLOSERS:
            depth = max(0, depth - 1)
        elif depth == 0:
            return text[: mark.start()], text[mark.end() :]
    return "", text


def can_run_in(sentence: str, style: str) -> bool:
    """Whether a first sentence may be a heading: at most 30 characters, none of ，；： (at 一、 a comma is allowed)."""
    forbidden = _MARKS_BUT_COMMAS if style == "comma" else _MARKS
    return 0 < len(sentence) <= RUN_IN_LENGTH and not forbidden.search(sentence)


def set_headings(drafts: list[Draft]) -> None:
    """Divides `first` of every node into `heading` and text."""
    by_style: dict[str, list[Draft]] = defaultdict(list)
    known: dict[tuple[int, str], tuple[int, int]] = {}
    for draft in walk_drafts(drafts):
        by_style[draft.style].append(draft)
    for style, group in by_style.items():
        if style in HEADING_STYLES or style == "annex":
            for draft in group:
                draft.heading, draft.first = draft.first, ""
            continue
        run_in = style == "article" and _is_run_in_style(group, style)  # no other style asks
        for draft in group:
            _set_heading(draft, run_in, known)


def _is_run_in_style(group: list[Draft], style: str) -> bool:
    """Whether most of the units of this style are written 标题。正文 in one paragraph."""
    written = sum(1 for draft in group if _splits(draft, style))
    return written * 2 > len(group)


def _splits(draft: Draft, style: str) -> bool:
    sentence, rest = first_sentence(draft.first, _LONGEST_RUN_IN)
    return (bool(rest) or bool(draft.children)) and can_run_in(sentence, style)


def _has_text_below(draft: Draft) -> bool:
    """Whether a short sentence on a line of its own has a paragraph below: 三、支持研发。 / 对…给予补助。"""
    sentence, rest = first_sentence(draft.first, _LONGEST_RUN_IN)
    return not rest and bool(draft.paragraphs) and can_run_in(sentence, draft.style)


def _names_the_list(draft: Draft) -> bool:
    """Whether the paragraph below the last item of a list speaks of the list: it names two of the items by their words.

    3.甲类人才。… 4.区里引进的其他人才。 and below 甲类人才、乙类人才可以个人名义申请，…
    """
    if draft.parent is None or draft.parent.children[-1] is not draft or not draft.paragraphs:
        return False
    siblings = [other for other in draft.parent.children if other.style == draft.style]
    if len(siblings) < 3:
        return False
    names = [other.heading or first_sentence(other.first)[0] for other in siblings]
    return sum(len(name) > 2 and name in draft.paragraphs[0] for name in names) > 1


def _has_headings_beside(draft: Draft, known: dict[tuple[int, str], tuple[int, int]]) -> bool:
    """Whether the numbers beside this one have headings, more than half of them: else its one sentence is text too.

    `known` keeps (with a heading, all) of the children of a parent, by style.
    """
    if draft.parent is None:
        return True
    key = (id(draft.parent), draft.style)
    if key not in known:
        group = [other for other in draft.parent.children if other.style == draft.style]
        headed = [other for other in group if other.heading or _splits(other, other.style) or _has_text_below(other)]
        known[key] = (len(headed), len(group))
    written, total = known[key]
    beside, written = total - 1, written - (_splits(draft, draft.style) or _has_text_below(draft))
    return written * 2 > beside or not beside


def _set_heading(draft: Draft, run_in: bool, known: dict[tuple[int, str], tuple[int, int]]) -> None:
    """See the rule "Run-in headings" of the format: it is what tells 标题 from 正文 in all number styles."""
    text = draft.first
    if not text or text[-1] in "；;，,、":
        return
    bracketed = _BRACKETED.match(text) if text[0] == "【" else None
    if bracketed:
        draft.heading, draft.first = bracketed[1], bracketed[2].strip()
        return
    # 八、责任落实 and then 主办单位：省卫生厅: a short title with nothing but a line of units below it.
    titled = "。" not in text and any(own for _, _, own in draft.unit_lines) and can_run_in(text, draft.style)
    followed = bool(draft.entries) or titled
    # A longer sentence is no heading, and holds the 。 that keeps the whole text from being one.
    sentence, rest = first_sentence(text, _LONGEST_RUN_IN)
    if not sentence:
        lead_in = draft.style == "article" and any(mark in text for mark in "，；：,;:")
        if followed and not lead_in and len(text) <= LINE_LENGTH and "。" not in text:
            draft.heading, draft.first = text, ""
        return
    if not can_run_in(sentence, draft.style) or (draft.style == "article" and not run_in):
        return
    if rest:
        draft.heading, draft.first = sentence, rest
    elif (
        followed
        and (run_in or draft.style != "article")
        and (draft.children or (_has_headings_beside(draft, known) and not _names_the_list(draft)))
    ):
        # The heading ends a page, or has only units below it: （一）加强基础能力保障。 / 1.强化…
        draft.heading, draft.first = sentence, ""
