"""Numbers of a list whose text begins with a figure: 2.3人户 is item 2 between 1. and 3.; 2.5万元 is an amount."""

from __future__ import annotations

import re
from typing import NamedTuple

from policies.ingest.lines.continuations import ends_sentence
from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import Number

#: 3.100%的中心完成建设; 6.12345热线; 4.1.5万平方米厂房; no date 3.15.2024, no 2.05.
_GLUED = re.compile(
    r"(?P<value>[1-9]\d?)\.(?P<rest>(?:[1-9]\d*(?![0-9]*\.\d)|\d{1,3}\.\d{1,2}(?=[万亿元%％‰倍米吨亩公千平])).*)", re.S
)
#: What may be a decimal: a figure with one or two places, or a range, and a measure that is divided.
_DECIMAL = re.compile(
    r"\d{1,2}\.\d{1,2}(?![\d.])(?: ?[-—–~～至到] ?\d+(?:\.\d+)?)? ?"
    r"(?:[万亿元倍年米吨亩%％‰折度分千]|公[里斤顷]|平方|立方|百万|个?百分|个?小时|美元|港元)"
)
#: An amount and nothing more is the cell of a table.
_BARE_AMOUNT = re.compile(r"[\d.]+ ?(?:[万亿]?[美港欧日]?元|[万亿]|[%％‰倍])(?:/[一-鿿]{1,3})?[。；]?$")
#: Numbers below 1. in the usual order; any other number ends the list.
_LOWER = ("digit_paren", "circle", "letter")


class _Place(NamedTuple):
    """A line that has or may have a number of the style 1.: `certain` when nothing else can be meant."""

    value: int
    certain: bool
    following: _Place | None


def add_glued_numbers(numbers: list[Number | None], blocks: list[Block]) -> None:
    """Gives 3.100%的… its number where it counts on from the number before it or to the one after it."""
    found = {
        index: match
        for index, number in enumerate(numbers)
        if number is None and "1" <= blocks[index].text[:1] <= "9" and (match := _match(blocks[index].text))
    }
    if not found:
        return
    places = _places(numbers, blocks, found)
    last = 0
    for index, number in enumerate(numbers):
        if index in found and _is_number(places[index], last, blocks, index):
            value = found[index]["value"]
            numbers[index] = Number("digit", float(value), f"{value}.", value, found[index]["rest"], False)
            last = int(value)
        elif number is not None and number.style == "digit":
            last = int(number.value)
        elif number is not None and _ends_list(number):
            last = 0


def _match(text: str) -> re.Match | None:
    return _GLUED.fullmatch(text) if "." in text[1:3] and not _BARE_AMOUNT.match(text) else None


def _ends_list(number: Number) -> bool:
    return number.style not in _LOWER and not number.style.startswith("decimal")


def _places(numbers: list[Number | None], blocks: list[Block], found: dict[int, re.Match]) -> dict[int, _Place]:
    places: dict[int, _Place] = {}
    following: _Place | None = None
    for index in range(len(numbers) - 1, -1, -1):
        number = numbers[index]
        if index in found:
            certain = not _DECIMAL.match(blocks[index].text)
            following = places[index] = _Place(int(found[index]["value"]), certain, following)
        elif number is not None and number.style == "digit":
            following = places[index] = _Place(int(number.value), True, following)
        elif number is not None and _ends_list(number):
            following = None
    return places


def _is_number(place: _Place, last: int, blocks: list[Block], index: int) -> bool:
    before = blocks[index - 1] if index else None
    introduced = before is not None and before.rows is None and before.text[-1:] in ("：", ":")
    following = place.following
    if place.value == 1:
        # A list begins: its second number must be one too.
        return (
            (last == 0 or introduced)
            and following is not None
            and following.value == 2
            and (following.certain or (following.following is not None and following.following.value == 3))
        )
    if place.value != last + 1:
        return False
    if following is not None and following.value in (place.value, place.value + 1):
        return following.value > place.value
    complete = before is None or before.rows is not None or ends_sentence(before.text)
    return complete and (place.certain or last > 1)
