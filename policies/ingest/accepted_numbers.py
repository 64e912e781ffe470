"""The numbers that open units of a text; those of running text, stray ones and those of boxes are none."""

from __future__ import annotations

from policies.ingest.glued_numbers import add_glued_numbers
from policies.ingest.numbering import Number, read_printed_number
from policies.ingest.readers.source import Block
from policies.ingest.stray_numbers import add_bare_decimals, drop_boxes, drop_stray_commas, drop_stray_decimals
from policies.ingest.unit_labels import is_unit_line


def accepted_numbers(blocks: list[Block]) -> list[Number | None]:
    """The number of each block that opens a unit; None for a paragraph.

    第三条规定… at the start of a line is running text: an article's number has white space after it, except in
    texts that print none at all, where the numbers must then count on.
    """
    return accept(printed_numbers(blocks), blocks)


def printed_numbers(blocks: list[Block]) -> list[Number | None]:
    return [
        None
        if block.rows is not None or (number := read_printed_number(block.text)) is None or is_unit_line(block.text)
        else number
        for block in blocks
    ]


def accept(numbers: list[Number | None], blocks: list[Block]) -> list[Number | None]:
    articles = [number for number in numbers if number is not None and number.style == "article"]
    unspaced = [number for number in articles if not number.spaced]
    keep_unspaced = len(unspaced) * 2 > len(articles)
    last = 0.0
    levels = {(n.style, n.value) for n in numbers if n is not None}
    for index, number in enumerate(numbers):
        if number is None:
            continue
        if number.style == "article":
            if number.spaced or (keep_unspaced and last < number.value <= last + 1.1):
                last = number.value
            else:
                numbers[index] = None
        elif number.style == "letter" and (number.style, 1) not in levels:
            numbers[index] = None
    add_bare_decimals(numbers, blocks)
    drop_stray_commas(numbers)
    drop_stray_decimals(numbers, [block.heading > 0 for block in blocks])
    add_glued_numbers(numbers, blocks)
    drop_boxes(numbers, blocks)
    return numbers
