"""Line breaks that a page lost: all of them, where the indents of its paragraphs tell them, or one before a number.

…抓紧安排。 一、严格控制范围, where 二、 opens the next line: only a gap in the series tells it. Where the series is
whole, 。 and a number go on a sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import read_printed_number

_INSIDE = re.compile(r"(?<=。) (?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、])")

#: The indent of a paragraph, two ideographic blanks, or the blanks before a signature at the right.
INDENT = "\u3000\u3000"
_INDENTS = re.compile(" ?\u3000{2,}[ \u3000]*")
#: A line that lost its breaks is longer than this; so many indents in it stand behind the end of a sentence.
LOST_LENGTH, _ENDED = 200, 2
#: Numbers and names with their letters set apart are shorter than this.
_NAME = 12
_SENTENCE_ENDS = frozenset("。；：;:！？”")

#: So much of what follows tells the number.
_BEGINNING = 40


def break_at_indents(text: str) -> list[str]:
    """The paragraphs of a line in which their indents stand where the breaks were; [the line] of another line.

    A number (第一条　　…) and the letters of a spaced name (局　　长) have such blanks behind them too.
    """
    text = text.strip()
    if len(text) < LOST_LENGTH or INDENT not in text:
        return [text]
    pieces: list[str] = []
    ended = 0
    for piece in filter(None, _INDENTS.split(text)):
        last = pieces[-1] if pieces else ""
        if last and len(last) < _NAME and (len(piece) == 1 or last[-2:-1] in ("", "\u3000") or _is_number(last)):
            pieces[-1] = f"{last}\u3000{piece}"
            continue
        ended += last[-1:] in _SENTENCE_ENDS
        pieces.append(piece)
    return pieces if ended >= _ENDED else [text]


def _is_number(text: str) -> bool:
    number = read_printed_number(text)
    return number is not None and not number.rest


class _Place(NamedTuple):
    """A number: the block, the offset of the lost break before it (0: it opens the block), and its value."""

    block: int
    offset: int
    value: float


def restore_breaks(blocks: list[Block]) -> list[Block]:
    """The blocks, broken before the numbers that their series lacks."""
    marked = [block for block in blocks if "。 " in block.text]
    if not any(_INSIDE.search(block.text) for block in marked):
        return blocks
    breaks: dict[int, list[int]] = {}
    for places in _series(blocks).values():
        for place in _missing(places):
            breaks.setdefault(place.block, []).append(place.offset)
    restored: list[Block] = []
    for index, block in enumerate(blocks):
        start = 0
        for offset in sorted(breaks.get(index, [])):
            restored.append(replace(block, text=block.text[start:offset]))
            start = offset + 1
        restored.append(replace(block, text=block.text[start:]) if start else block)
    return restored


def _series(blocks: list[Block]) -> dict[str, list[_Place]]:
    """Of each style the numbers that open a block, and those that stand in one behind 。, in printed order."""
    series: dict[str, list[_Place]] = {}
    for index, block in enumerate(blocks):
        if block.rows is not None:
            continue
        offsets = [match.start() for match in _INSIDE.finditer(block.text)] if "。 " in block.text else []
        beginnings = [(0, block.text), *((offset, block.text[offset + 1 : offset + _BEGINNING]) for offset in offsets)]
        for offset, text in beginnings:
            number = read_printed_number(text)
            if number is not None:
                series.setdefault(number.style, []).append(_Place(index, offset, number.value))
    return series


def _missing(places: list[_Place]) -> list[_Place]:
    """Those behind 。 that fill the gap between the numbers that open blocks before and after them."""
    missing: list[_Place] = []
    inside: list[_Place] = []
    last = 0.0
    for place in places:
        if place.offset:
            inside.append(place)
            continue
        values = [one.value for one in inside]
        if values and values == [place.value - len(values) + i for i in range(len(values))]:
            counts_on = values[0] == last + 1
            begins = values[0] == 1 and last != 1
            missing += inside if counts_on or begins else []
        inside, last = [], place.value
    return missing
