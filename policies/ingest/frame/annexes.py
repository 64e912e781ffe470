"""Where the annexes of a document begin: at their 附件 line, or below signature and date at a title of their own."""

from __future__ import annotations

import re

from policies.ingest.dates import is_date_line
from policies.ingest.frame.endings import (
    ANNEX_TITLE,
    is_annex_line,
    is_annex_list,
    is_body_name,
    is_imprint_line,
    signs,
)
from policies.ingest.frame.title_lines import squeeze
from policies.ingest.frame.titles import ends_title, wraps_document
from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import read_printed_number
from policies.ingest.units.unit_labels import is_unit_line

#: A title of an annex is printed on no more lines, and none of them is longer.
_TITLE_LINES, _TITLE_LENGTH = 3, 60
#: So many lines (表一, 单位：人) may stand between the title and the first number.
_LINES_BELOW = 2
_SENTENCE_MARK = re.compile("[，。；：,;:！？]")
_ENTRY_NUMBER = re.compile(r"(?:附 ?[件表录图]?)? ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})? ?[.．、:：]? ?")


def split_annexes(blocks: list[Block], title: str) -> tuple[list[Block], list[list[Block]]]:
    """The main text and each annex, whose first block is its 附件 line or, where it has none, its title."""
    starts = [i for i, block in enumerate(blocks) if block.rows is None and is_annex_line(block.text) and i > 0]
    starts = _unmarked(blocks[: starts[0]] if starts else blocks, title) + starts
    if not starts:
        return blocks, []
    ends = [*starts[1:], len(blocks)]
    return blocks[: starts[0]], [blocks[start:end] for start, end in zip(starts, ends, strict=True)]


def is_unmarked(blocks: list[Block]) -> bool:
    """Whether an annex has no 附件 line."""
    return not is_annex_line(blocks[0].text)


def _unmarked(blocks: list[Block], title: str) -> list[int]:
    """Where annexes begin that have no 附件 line; below the signature of a notice stands the text that it brings."""
    if wraps_document(title):
        return []
    dates = [i for i, block in enumerate(blocks) if block.text[-1:] == "日" and is_date_line(block.text)]
    signed = next((i for i in dates if 0 < i < len(blocks) - 2 and signs(blocks[i - 1].text)), None)
    if signed is None or not any(block.rows is None and read_printed_number(block.text) for block in blocks[:signed]):
        return []
    start = signed + 1
    while start < len(blocks) and (is_imprint_line(blocks[start].text) or is_annex_list(blocks[start].text)):
        start += 1
    names = _listed(blocks[:start])
    starts = [i for i in range(start, len(blocks)) if blocks[i].rows is None and squeeze(blocks[i].text) in names]
    if starts[:1] == [start] or not _opens_annex(blocks, start, title):
        return starts if starts[:1] == [start] else []
    return [start, *starts]


def _listed(blocks: list[Block]) -> set[str]:
    """The titles in the list of annexes: 附件：1.申请表, 附件：产品目录（第一批）."""
    entries = [line for b in blocks if b.rows is None and is_annex_list(b.text) for line in b.text.split("\n")]
    names = (squeeze(_ENTRY_NUMBER.sub("", entry, count=1).rstrip("。；")) for entry in entries)
    return {name for name in names if len(name) > 2}


def _opens_annex(blocks: list[Block], start: int, title: str) -> bool:
    """Whether a title that is not the document's stands here, and below it a numbering of its own from 1."""
    end = start + _title_lines(blocks[start : start + _TITLE_LINES])
    text = squeeze("".join(block.text for block in blocks[start:end]))
    return bool(text) and text not in squeeze(title) and _counts_from_one(blocks, end)


def _title_lines(blocks: list[Block]) -> int:
    """On how many lines a title is printed; 0 where none is."""
    text = ""
    for lines, block in enumerate(blocks[:_TITLE_LINES], 1):
        line = block.text
        if block.rows is not None or len(line) > _TITLE_LENGTH or _SENTENCE_MARK.search(line):
            return 0
        if is_body_name(line) or is_date_line(line) or read_printed_number(line):
            return 0
        text += line
        if ends_title(text) or ANNEX_TITLE.search(text):
            return lines
    return 0


def _counts_from_one(blocks: list[Block], start: int) -> bool:
    for block in blocks[start : start + _LINES_BELOW + 1]:
        number = read_printed_number(block.text) if block.rows is None else None
        if number is not None:
            return number.value == 1
    return False


def read_annex_head(blocks: list[Block]) -> int:
    """The index after the 附件 line of an annex and the title under it."""
    end = 1
    if is_unmarked(blocks):
        return _title_lines(blocks) or end
    if len(blocks[0].text) > 8:
        return end  # 附件1：查处酒后驾驶操作规程
    while end < min(len(blocks), 4) and blocks[end].rows is None and len(blocks[end].text) <= 80:
        text = blocks[end].text
        if re.search(r"[。；：]|，.*，", text) or read_printed_number(text) or is_unit_line(text):
            break
        end += 1
        if ends_title(text):
            if end < len(blocks) and re.fullmatch(r"[（(][^（()）。，]{2,20}[)）]", blocks[end].text):
                end += 1
            break
    return end
