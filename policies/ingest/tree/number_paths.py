"""Printed paths to addresses: 二/（三）/1 → 2.3.1, 第十二条之一 → 12-1, 附则/（一） → 附则.1.

Each element becomes its number in Arabic digits; elements are joined by dots.

    第十二条 → 12        第十二条之一 → 12-1       二 → 2          （三） → 3        ① → 1        a → a
    第二章   → 章2       第三编 → 编3   第一分编 → 分编1   第二节 → 节2   第二款 → 款2   附件1 → 附件1
    5.10.2   → 5-10-2    附则 → 附则    p3 → p3            二~2 → 2~2

Chapters, sections and paragraphs keep their word, since articles count on through them: 第二章/第四节/第五十四条 →
章2.节4.54. A second printed style with the same value at the same place keeps the brackets' word: see `to_digits_path`.
"""

from __future__ import annotations

import re

from policies.ingest.facts.numbers import read_number

_HAN = "〇零一二三四五六七八九十百千两"
_UNIT = re.compile(rf"第([{_HAN}\d]+)(分编|编|章|节|条|款|项|目)(?:之([{_HAN}]+))?")
_BARE = re.compile(rf"[（(]?([{_HAN}]+|\d+)[）)]?")
_ANNEX = re.compile(rf"(附[件表录])([{_HAN}]+)")
_ADDRESS_UNSAFE = re.compile(r"[\s/／\\?#%&.~:;<>\"'`{}|^\[\]，。；：、（）()《》“”〔〕【】]+")
_CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)} | {chr(0x2474 + i): i + 1 for i in range(20)}
_CIRCLED |= {chr(0x2488 + i): i + 1 for i in range(20)} | {chr(0x3220 + i): i + 1 for i in range(10)}


def to_digits_path(printed_path: str) -> str:
    """The address of a printed path. Safe in a URL's path: no slash, dot only between elements."""
    return ".".join(_element(element) for element in printed_path.split("/"))


def _element(element: str) -> str:
    bare, mark, copy = element.partition("~")
    return _digits(bare) + (mark + copy if mark else "")


def _digits(element: str) -> str:
    unit = _UNIT.fullmatch(element)
    if unit:
        word = "" if unit[2] == "条" else unit[2]
        inserted = f"-{_whole(unit[3])}" if unit[3] else ""
        return f"{word}{_whole(unit[1])}{inserted}"
    bare = _BARE.fullmatch(element)
    if bare:
        return str(_whole(bare[1]))
    if element in _CIRCLED:
        return str(_CIRCLED[element])
    annex = _ANNEX.fullmatch(element)
    if annex:
        return f"{annex[1]}{_whole(annex[2])}"
    if re.fullmatch(r"\d+(?:\.\d+)+", element):
        return element.replace(".", "-")
    return _ADDRESS_UNSAFE.sub("-", element).strip("-") or "-"


def _whole(text: str) -> int:
    return int(read_number(text))
