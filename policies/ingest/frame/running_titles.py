"""Unnumbered headings over numbers that count on through the text: 提升治理水平 between （五） and （六）."""

from __future__ import annotations

import re

from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import Number
from policies.ingest.units.unit_labels import is_completion_line, is_unit_line

_STYLES = ("comma", "paren", "digit")
_LENGTH = 30
_SENTENCE_MARK = re.compile(r"[，。；：,;:、！？]")
_ENDED = re.compile(r"[。；！？;）)〕】]$")


def find_running_titles(
    blocks: list[Block], numbers: list[Number | None], ranks: dict[str, int]
) -> frozenset[int] | set[int]:
    """The indexes of such headings. One alone may be a line that was torn off, so there are two of them at least."""
    styles = {number.style for number in numbers if number is not None}
    outer = min(styles, key=lambda style: ranks[style], default="")
    if outer not in _STYLES:
        return frozenset()
    found: set[int] = set()
    last = 0.0
    for index, number in enumerate(numbers):
        if number is None or number.style != outer:
            continue
        if index > 1 and number.value == last + 1 and _stands_alone(blocks, numbers, index - 1):
            found.add(index - 1)
        last = number.value
    return found if len(found) > 1 and any(numbers[index + 1].value > 1 for index in found) else frozenset()


def _stands_alone(blocks: list[Block], numbers: list[Number | None], index: int) -> bool:
    """Whether the line is short, has no mark of a sentence and follows a paragraph that is complete."""
    block, before = blocks[index], blocks[index - 1]
    if block.rows is not None or before.rows is not None or numbers[index] is not None:
        return False
    if not 1 < len(block.text) <= _LENGTH or _SENTENCE_MARK.search(block.text):
        return False
    if is_unit_line(block.text) or is_completion_line(block.text):
        return False
    return bool(_ENDED.search(before.text)) or is_unit_line(before.text) or is_completion_line(before.text)
