"""Items of a list printed in one paragraph: 1.死亡的；2.失踪的；3.迁出的。 A gap in the numbers tells where to look.

An enumeration that begins inside a paragraph is its text; it is a list only where the lines below go on with it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import Number, read_printed_number

_STYLES = frozenset(("comma", "paren", "digit", "digit_paren", "circle"))
#: Where an item may begin: behind the end of what stands before it.
_NEXT = re.compile("[；;。：:] ?(?=[（(] ?[0-9一二三四五六七八九十]|[0-9①-⑳⑴-⒛㈠-㈩一二三四五六七八九十])")
_STOPS, _COLONS = "；;。", "：:"
#: The first item of a list behind a title, without a mark between them.
_FIRST_ITEM, _SENTENCE_MARK = re.compile("[（(](?:一|1)[)）]|①"), re.compile("[，。；：,;:、]")
#: A title on the line of the first item is no longer than this.
_TITLE_LENGTH = 34
#: A printed number is no longer than this.
_NUMBER_LENGTH = 12


def part_run_on_lists(blocks: list[Block], numbers: list[Number | None]) -> list[Block]:
    """The blocks, with one for each item of such a paragraph; the same list when there is none.

    `numbers` are those that the blocks begin with.
    """
    #: By style the last block with such a number; where the numbers count on, nothing is missing between them.
    last: dict[str, int] = {}
    parted: dict[int, list[str]] = {}
    for index, number in enumerate(numbers):
        if number is None:
            continue
        style = number.style
        if style not in _STYLES:
            continue
        above = last.get(style)
        last[style] = index
        if above is not None:
            if numbers[above].value + 1 == number.value:
                continue
            _part(above, number.value, blocks, numbers, parted)
        if number.value > 1 and index and index - 1 != above:
            _fill(index, above, blocks, numbers, parted)
    for index in last.values():
        _part(index, None, blocks, numbers, parted)
    if not parted:
        return blocks
    return [
        replace(block, text=text) if index in parted else block
        for index, block in enumerate(blocks)
        for text in parted.get(index, [""])
    ]


def _part(
    index: int, below: float | None, blocks: list[Block], numbers: list[Number | None], parted: dict[int, list[str]]
) -> None:
    """Divides the paragraph of a number that goes on with the next ones; `below` is the number of the next line."""
    block, first = blocks[index], numbers[index]
    starts = _starts(block.text, first.style, first.value + 1)
    if not starts or block.heading or index in parted:
        return
    last = first.value + len(starts)
    if below != last + 1:
        if below is not None and first.value < below <= last:
            return  # the number stands on a line below: these are of another list
        if len(starts) == 1 and block.text[-1] not in _STOPS:
            return
        if first.value > 1 and _value_above(numbers, index) != first.value - 1:
            return
    parted[index] = _divide(block.text, [0, *starts])


def _fill(
    index: int,
    above: int | None,
    blocks: list[Block],
    numbers: list[Number | None],
    parted: dict[int, list[str]],
) -> None:
    """Finds what is missing before the number of a line at the end of the line above it: …用好。 一、严格管理。"""
    block, number = blocks[index - 1], numbers[index]
    if block.rows is not None or block.heading or index - 1 in parted:
        return
    for first in (1, numbers[above].value + 1) if above is not None else (1,):
        starts = _starts(block.text, number.style, first, _STOPS + _COLONS) if first < number.value else []
        if starts and first + len(starts) == number.value:
            parted[index - 1] = _divide(block.text, [0, *starts])
            return
    above_it = numbers[index - 1]
    if number.value == 2 and above_it is not None and above_it.style != number.style and not block.heading:
        start = _first_behind_title(block.text, above_it.rest, number.style)
        if start is not None:
            parted[index - 1] = _divide(block.text, [0, start])


def _first_behind_title(text: str, rest: str, style: str) -> int | None:
    """Where the first item begins behind the number or title of the unit above it: 1.（1）国家级…; 一、补助（一）…"""
    begin = len(text) - len(rest)
    first = _FIRST_ITEM.search(rest, 0, _TITLE_LENGTH)
    if first is None or _SENTENCE_MARK.search(rest, 0, first.start()):
        return None
    number = read_printed_number(rest[first.start() : first.start() + _NUMBER_LENGTH])
    return begin + first.start() if number is not None and (number.style, number.value) == (style, 1) else None


def _starts(text: str, style: str, value: float, marks: str = _STOPS) -> list[int]:
    """Where the numbers from `value` on begin in the text; [] when there is none, or when they do not count on."""
    starts: list[int] = []
    for mark in _NEXT.finditer(text):
        if mark[0][0] not in marks:
            continue
        following = read_printed_number(text[mark.end() : mark.end() + _NUMBER_LENGTH])
        if following is None or following.style != style:
            continue
        if following.value != value + len(starts):
            return []
        starts.append(mark.end())
    return starts


def _value_above(numbers: list[Number | None], index: int) -> float:
    style = numbers[index].style
    return next((number.value for number in reversed(numbers[:index]) if number and number.style == style), 0)


def _divide(text: str, starts: list[int]) -> list[str]:
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
