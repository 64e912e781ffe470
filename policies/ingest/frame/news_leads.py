"""The points ① ② in which a news page says what a document brings, above its report and the document's own numbers."""

from __future__ import annotations

import re

from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import read_printed_number

#: The first point stands within so many lines below the head, the end of the lead within so many below that.
_ABOVE_POINTS, _LEAD_LINES = 6, 25
#: 原文内容：, 全文如下：
_TEXT_BELOW = re.compile(r"(?:以下(?:为|是))?(?:政策|文件)?(?:原文|全文|正文)(?:内容)?(?:如下)?[:：]")
#: 澜江社1月22日讯，…; 本报讯 记者…
_REPORT = re.compile(r"[^，。]{2,20}(?:日[讯电]|[报社网台]讯)[，,） (（]")
#: Styles of the numbers of a document.
_OUTER = ("comma", "digit", "article", "chapter", "paren")
#: Who made the page: 责编, 记者 小禾.
_EDITORS = re.compile(r"(?:责编|责任编辑|编辑|记者|作者|文字)(?:$|[ :：/／])")
_MEDIUM = re.compile(r"(?:社|报|网|台|媒体中心)$")


def find_end_of_lead(blocks: list[Block], body: int) -> int:
    """The index after such a lead whose text begins at `body`; `body` where there is none."""
    first = next((i for i in range(body, min(len(blocks), body + _ABOVE_POINTS)) if blocks[i].text[:1] == "①"), None)
    if first is None or any(read_printed_number(block.text) for block in blocks[body:first]):
        return body
    for index in range(first + 1, min(len(blocks), first + _LEAD_LINES)):
        text = blocks[index].text
        number = read_printed_number(text) if blocks[index].rows is None else None
        if number is not None and number.style != "circle":
            return body
        below = _TEXT_BELOW.fullmatch(text) is not None
        if (below or _REPORT.match(text)) and _first_number_opens(blocks[index + 1 :]):
            # The report may be cut from its text by 原文如下：, else it stays as what opens the text.
            return index + 1 if below else _text_below(blocks, index)
    return body


def _text_below(blocks: list[Block], report: int) -> int:
    """The index after 原文如下： below the report, above the first number; that of the report without one."""
    for index in range(report + 1, min(len(blocks), report + _LEAD_LINES)):
        if blocks[index].rows is not None or read_printed_number(blocks[index].text) is not None:
            break
        if _TEXT_BELOW.fullmatch(blocks[index].text):
            return index + 1
    return report


def _first_number_opens(blocks: list[Block]) -> bool:
    """Whether the first number below is the first of a document."""
    numbers = (read_printed_number(block.text) for block in blocks if block.rows is None)
    number = next((number for number in numbers if number is not None), None)
    return number is not None and number.value == 1 and number.style in _OUTER


def is_medium(blocks: list[Block], index: int) -> bool:
    """Whether the line names who published the page and not the document: 澜江通讯社 above 责编."""
    below = blocks[index + 1].text if index + 1 < len(blocks) else ""
    return _EDITORS.match(below) is not None and _MEDIUM.search(blocks[index].text) is not None
