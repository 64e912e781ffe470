"""A document's own table of contents: headings printed together before the text, each printed again in it."""

from __future__ import annotations

import re

from policies.ingest.cleaning import close_spaces
from policies.ingest.readers.source import Block
from policies.ingest.tree.clauses import han_number
from policies.ingest.tree.numbering import read_printed_number

_CONTENTS = re.compile(r"目 ?[录錄次]$")
_PAGE = re.compile(r"[ .．…·•⋯—_-]*[(（]?\d{0,4}[)）]?$")
#: Only a line that ends in one of these has something of `_PAGE` at its end.
_PAGE_END = re.compile(r"[ .．…·•⋯—_(（\d)）-]$")
#: The list begins within this many blocks and has at least this many lines.
_START, _LINES = 12, 3
#: A longer paragraph is no line of a table of contents, nor the heading that one tells of.
_LONGEST_LINE = 150
#: Under 目录 a line that the text does not print again is no longer than this and holds no mark of a sentence.
_LONGEST_TITLE = 50
_SENTENCE_MARK = re.compile("[。；;！？]")
_DIGITS = re.compile(r"\d{1,3}")


def drop_contents(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """(blocks without the table of contents, the blocks of the table)."""
    for start in range(min(_START, len(blocks))):
        if blocks[start].rows is not None:
            break
        titled = _CONTENTS.fullmatch(close_spaces(blocks[start].text)) is not None
        first = start + 1 if titled else start
        if not titled and read_printed_number(blocks[start].text) is None:
            continue
        end = _end_of_list(blocks, first, titled)
        if end - first >= _LINES:
            return blocks[:start] + blocks[end:], blocks[start:end]
        if not titled:
            break
    return blocks, []


def _end_of_list(blocks: list[Block], first: int, titled: bool) -> int:
    """The index after the last line of the list; `first` when the lines are not printed again in the same order.

    Under 目录 short lines belong to it up to where its first is printed again: a text may be cut, or lack its 附图.
    """
    if first == len(blocks) or not _is_printed_again(blocks, first):
        return first
    later: dict[str, list[int]] = {}
    for index in range(first, len(blocks)):
        later.setdefault(_fold(blocks[index]), []).append(index)

    def printed_again(index: int, after: int) -> int | None:
        if not _fold(blocks[index]):
            return None
        return next((place for place in later[_fold(blocks[index])] if place > after), None)

    text_begins = printed_again(first, first)
    if titled and all(map(_is_line_of_list, blocks[first:text_begins])):
        return text_begins
    last, end = text_begins, first + 1
    while end < text_begins and blocks[end].rows is None:
        again = printed_again(end, last)
        if again is None:
            break
        last, end = again, end + 1
    return end


def _is_printed_again(blocks: list[Block], first: int) -> bool:
    """Whether the line comes again: told by its first character of nearly all lines, before they are folded."""
    wanted, opens = _fold(blocks[first]), blocks[first].text.lstrip()[:1]
    return bool(wanted) and any(
        block.text.lstrip()[:1] == opens and _fold(block) == wanted for block in blocks[first + 1 :]
    )


def _is_line_of_list(block: Block) -> bool:
    return block.rows is None and len(block.text) <= _LONGEST_TITLE and not _SENTENCE_MARK.search(block.text)


def _fold(block: Block) -> str:
    if block.rows is not None or len(block.text) > _LONGEST_LINE:
        return ""
    text = block.text.replace(" ", "")
    if text[:1] == "第" and text[1:2].isdigit():
        # 第1章 in the table is 第一章 of the text.
        text = _DIGITS.sub(lambda digits: han_number(int(digits[0])), text, count=1)
    return (_PAGE.sub("", text) or text) if _PAGE_END.search(text, max(0, len(text) - 2)) else text
