"""Numbers that open no unit of the text: 2.5万元 at the start of a line, the numbers inside a framed box (专栏)."""

from __future__ import annotations

import re

from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import NUMBER_STYLES, Number

_BOX = re.compile(r"[【\[]?专 ?栏 ?[0-9一二三四五六七八九十]{1,3}[ :：】\]]?.{0,30}$")
#: A box has at most this many lines.
_BOX_LINES = 200
_ORDER = list(dict.fromkeys(style for style, _, _ in NUMBER_STYLES))


#: 1总则 without a space; only where decimals count on beside it is that a number and no 5家企业.
_BARE_DECIMAL = re.compile(r"\d{1,2}(?=(?![万亿元个倍年月日级条项家])[一-鿿、]{2,15}$)")


def add_bare_decimals(numbers: list[Number | None], blocks: list[Block]) -> None:
    """Gives 1总则 its number in a text that has 1.1 编制目的; `drop_stray_decimals` keeps what counts on."""
    if not any(number is not None and number.style == "decimal2" for number in numbers):
        return
    for index, block in enumerate(blocks):
        if numbers[index] is None and block.rows is None and (match := _BARE_DECIMAL.match(block.text)):
            rest = block.text[match.end() :]
            numbers[index] = Number("decimal1", float(match[0]), match[0], match[0], rest, False)


def drop_stray_commas(numbers: list[Number | None]) -> None:
    """Keeps 一, and 二, that count on and drops the others: a sentence may begin with 一, too."""
    last = 0.0
    for index, number in enumerate(numbers):
        if number is None or number.style != "comma":
            continue
        if number.printed[-1] in ",，" and not (
            number.value == last + 1 > 1
            or (number.value == 1 and any(n and (n.style, n.value) == ("comma", 2) for n in numbers[index + 1 :]))
        ):
            numbers[index] = None
        else:
            last = number.value


def drop_stray_decimals(numbers: list[Number | None], marked: list[bool]) -> None:
    """Keeps 1 总则, 1.1, 2.1.3 that count on and drops the others. `marked` says which blocks are headings."""
    kept: set[str] = set()
    following = _following_elements(numbers)
    outer = 0.0
    for index, number in enumerate(numbers):
        if number is None:
            continue
        if not number.style.startswith("decimal"):
            outer = number.value if number.style in ("comma", "chapter") else outer
            continue
        if (
            marked[index]
            or (number.spaced and number.style != "decimal1")
            or _counts_on(number, kept, following[index])
            or (kept and number.element == f"{outer:.0f}.1")  # 二、 and then 2.1, after 1.1
        ):
            kept.add(number.element)
        else:
            numbers[index] = None


def _following_elements(numbers: list[Number | None]) -> list[str]:
    """For each place the next number after it that is not of the form 1 总则; "" where none follows."""
    following = [""] * len(numbers)
    element = ""
    for index in range(len(numbers) - 1, -1, -1):
        following[index] = element
        number = numbers[index]
        if number is not None and number.style != "decimal1":
            element = number.element
    return following


def _counts_on(number: Number, kept: set[str], following: str) -> bool:
    """Whether the number before it was kept (1.1 before 1.2, 1 before 1.1), or 1.1 comes right after 1."""
    parts = [int(part) for part in number.element.split(".")]
    if len(parts) == 1 and following == f"{number.element}.1":
        return True
    if parts[-1] > 1:
        before = ".".join(map(str, [*parts[:-1], parts[-1] - 1]))
        return before in kept
    if len(parts) > 1:
        # A text may begin with 1.1 where the title of 1 is printed in another way.
        follows = (".".join(map(str, [*parts[:-1], 2])), f"{number.element}.1")
        return ".".join(map(str, parts[:-1])) in kept or (number.element == "1.1" and following in follows)
    return False


def drop_boxes(numbers: list[Number | None], blocks: list[Block]) -> None:
    """The numbers in a box, from its title 专栏1 to where the numbers of the text go on, are text of the box."""
    if not any(block.rows is None and block.text.startswith(("专", "【专", "[专")) for block in blocks):
        return
    open_values: dict[str, float] = {}
    index = 0
    while index < len(blocks):
        number = numbers[index]
        if number is not None:
            open_values = {s: v for s, v in open_values.items() if _depth(s) < _depth(number.style)}
            open_values[number.style] = number.value
        elif blocks[index].rows is None and _BOX.match(blocks[index].text):
            end = _end_of_box(numbers, index, open_values)
            numbers[index:end] = [None] * (end - index)
            index = end
            continue
        index += 1


def _end_of_box(numbers: list[Number | None], start: int, open_values: dict[str, float]) -> int:
    """The index of the number with which the text goes on after the box; `start` + 1 for a box without numbers."""
    style, last = "", 0.0
    end = min(len(numbers), start + _BOX_LINES)
    for index in range(start + 1, end):
        number = numbers[index]
        if number is None:
            continue
        if not style:
            if number.value != 1:
                return start + 1
            style = number.style
        elif _depth(number.style) > _depth(style):
            continue
        elif (
            number.style != style
            or number.value != last + 1
            or (number.value == open_values.get(style, -1) + 1 and not _printed_again(numbers, index))
        ):
            return index
        last = number.value
    return start + 1 if not style else end


def _printed_again(numbers: list[Number | None], index: int) -> bool:
    """Whether the same number comes again before the list around it ends: then the first of the two is the box's."""
    wanted = numbers[index]
    for number in numbers[index + 1 : index + _BOX_LINES]:
        if number is None:
            continue
        if _depth(number.style) < _depth(wanted.style):
            return False
        if number.style == wanted.style and number.value == wanted.value:
            return True
    return False


def _depth(style: str) -> int:
    return _ORDER.index(style if not style.startswith("decimal") else "decimal")
