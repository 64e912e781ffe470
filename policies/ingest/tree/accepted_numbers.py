"""The numbers that open units of a text; those of running text, stray ones and those of boxes are none."""

from __future__ import annotations

import re

from policies.ingest.readers.source import Block
from policies.ingest.tree.glued_numbers import add_glued_numbers
from policies.ingest.tree.numbering import Number, read_printed_number
from policies.ingest.tree.stray_numbers import add_bare_decimals, drop_boxes, drop_stray_commas, drop_stray_decimals
from policies.ingest.units.unit_labels import is_unit_line


def accepted_numbers(blocks: list[Block]) -> list[Number | None]:
    """The number of each block that opens a unit; None for a paragraph.

    第三条规定… at the start of a line is running text: an article's number has white space after it, except in
    texts that print none at all, where the numbers must then count on, and where it alone fills a gap.
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
    missing = _missing_articles(articles) if unspaced and not keep_unspaced else frozenset()
    last = 0.0
    levels = {(n.style, n.value) for n in numbers if n is not None}
    for index, number in enumerate(numbers):
        if number is None:
            continue
        if number.style == "article":
            counts_on = last < number.value <= last + 1.1
            if number.spaced or (counts_on and (keep_unspaced or id(number) in missing)):
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


#: 第十五条规定的…, 第三条和第四条…: behind such a number the sentence goes on.
_GOES_ON = re.compile("规定|所[称列述]|的|[至和与及或、款项中之第]")


def _missing_articles(articles: list[Number]) -> set[int]:
    """Ids of the numbers without white space that fill a gap among those with it: 第十五条各级… before 第十六条　…."""
    missing: set[int] = set()
    following = 0.0
    for number in reversed(articles):
        if number.spaced:
            following = number.value
        elif number.value == following - 1 and not _GOES_ON.match(number.rest):
            missing.add(id(number))
            following = number.value
    return missing
