"""Whether a line of print goes on in the next: how sentences end, and what is never the second half of one."""

from __future__ import annotations

import re
from collections import Counter

from policies.ingest.dates import is_date_line
from policies.ingest.frame.endings import is_annex_line, is_body_name
from policies.ingest.frame.titles import ends_title
from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import may_open_article, read_printed_number
from policies.ingest.units.unit_brackets import take_trailing_brackets
from policies.ingest.units.unit_labels import is_completion_line, is_unit_line

OPENERS = "（(《“〔【〈"
INNER_STOP = re.compile(r"[。；;]")
_TERMINAL = re.compile(r"[。！？；：:;!?…][”’」』）)〕\]]*$")
#: A line that may be a heading or a title of its own has no punctuation of a sentence.
_SENTENCE_MARK = re.compile(r"[，。；：,;:]")
#: …租让结合等多种方: a list this long (in full widths) without a final stop was cut by the print.
_CUT_LIST_WIDTH = 20
#: Characters that take half the width of a Han character.
_NARROW = re.compile("[\x00-\u1fff]+")


def display_width(text: str) -> float:
    """The width of a line in full widths: Han count 1, Latin letters and digits a half."""
    return len(text) - sum(map(len, _NARROW.findall(text))) / 2


def ends_sentence(text: str) -> bool:
    """Whether the text ends in 。 ； ： and the like, perhaps with closing quotes, brackets or units in brackets."""
    if _TERMINAL.search(text[-12:]) is not None:
        return True
    # …补助800元。（责任单位：市人社局、教育局）
    return text[-1:] in "）)〕】]" and bool(take_trailing_brackets(text)[1])


def glue(first: str, second: str) -> str:
    """Two halves of a sentence; Latin words keep a space between them."""
    latin = first[-1:].isascii() and first[-1:].isalpha() and second[:1].isascii() and second[:1].isalpha()
    return f"{first} {second}" if latin else first + second


def may_go_on(last: Block, block: Block) -> bool:
    """What never is the second half of a line: a number, a label, a date, a heading."""
    if last.text[-1:] in OPENERS:
        return not block.heading  # …不参与错避峰。（ / 责任单位：市发改委）
    if block.heading or last.heading or is_unit_line(block.text) or is_completion_line(block.text):
        return False
    if is_date_line(last.text) or (is_date_line(block.text) and block.align != "") or is_annex_line(block.text):
        return False
    number = read_printed_number(block.text)
    return (
        number is None
        or (number.style == "article" and not may_open_article(number))
        or number.style.startswith(("decimal", "letter"))
    )


def heading_styles(blocks: list[Block]) -> set[str]:
    """Styles of number under which headings stand on lines of their own, in three lines of ten at least."""
    bare: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for block in blocks:
        number = read_printed_number(block.text) if block.rows is None else None
        if number is not None:
            total[number.style] += 1
            bare[number.style] += not _SENTENCE_MARK.search(number.rest)
    return {style for style in total if bare[style] * 10 >= total[style] * 3}


def is_torn(text: str, heading_styles: set[str]) -> bool:
    """Whether a line without final stop is a broken sentence and no heading, name or title."""
    number = read_printed_number(text)
    if number is None:
        if is_body_name(text):
            return False
        is_cut_list = "、" in text and display_width(text) >= _CUT_LIST_WIDTH and not ends_title(text)
        return is_cut_list or bool(_SENTENCE_MARK.search(text))
    if INNER_STOP.search(number.rest):
        return True
    if number.style in ("comma", "part", "subpart", "chapter", "section"):
        return False
    return "，" in number.rest or "," in number.rest or number.style not in heading_styles


_UNIT = "(?:[万亿千百]{0,2}元(?![旦月宵])|万|亿|[%％‰]|个(?:百分点|月|工作日)|平方米|公里|[亩吨倍])"
#: 2000万元。 below …最高奖励, and 万元。 below …最高奖励2000.
_MEASURE = re.compile(rf"\d[\d,.]*(?:[-—–~～至]\d[\d,.]*)? ?{_UNIT}")
_BEHIND_NUMBER = re.compile(rf"{_UNIT}|年(?:\d|[底末前内起])|月(?:\d|[底末])|日[前起内止]")
#: What wants a number behind it.
_WANTS_NUMBER = re.compile(
    "(?:最[高多低少]|不[超高低少多][过于]|超过|[低高多少]于|达到?|奖励|补助|补贴|资助|给予|[为约近按每共至到]|额度|总额|以[上下]|比例)$"
)


def cuts_measure(text: str, below: str, styles: set[str]) -> bool:
    """Whether the break between two lines parts a figure from its sentence, or its unit from it."""
    if below[0].isdigit():
        opens = _MEASURE.match(below) is not None
        return opens and (_WANTS_NUMBER.search(text) is not None or is_torn(text, styles))
    return text[-1].isdigit() and not text.startswith(("附", "表", "图")) and _BEHIND_NUMBER.match(below) is not None
