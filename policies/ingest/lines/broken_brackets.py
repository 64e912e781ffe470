"""Brackets of units that a page broke over several lines: （ / 责任 / 单位：市住建局， / 临江 / 区人民政府）."""

from __future__ import annotations

from dataclasses import replace

from policies.ingest.dates import is_date_line
from policies.ingest.lines.continuations import glue
from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import read_printed_number
from policies.ingest.units.unit_labels import LABEL_LENGTH, UNIT_LABEL

_OPENERS, _CLOSERS = "（(〔【[［", "）)〕】]］"
#: Brackets of these kinds are asked for only where a line ends in one.
_ODD_OPENERS = frozenset("〔【[［")
#: No bracket of units is longer.
_LONGEST = 600


def join_open_brackets(blocks: list[Block]) -> list[Block]:
    """The blocks, where a bracket that opens with the label of units runs on until it is closed."""
    # Nearly all lines are told by counting.
    ends = {
        index: end
        for index, block in enumerate(blocks)
        if (
            ("（" in (text := block.text) and text.count("（") > text.count("）"))
            or ("(" in text and text.count("(") > text.count(")"))
            or text[-1:] in _ODD_OPENERS
        )
        and (end := _end_of_bracket(blocks, index))
    }
    if not ends:
        return blocks
    joined: list[Block] = []
    end = 0
    for index, block in enumerate(blocks):
        if index < end:
            joined[-1] = replace(joined[-1], text=glue(joined[-1].text, block.text))
        else:
            joined.append(block)
            end = ends.get(index, 0)
    return joined


def _end_of_bracket(blocks: list[Block], index: int) -> int:
    """The index after the line that closes the bracket of units which the line leaves open; 0 where there is none."""
    text = blocks[index].text
    place = max(map(text.rfind, _OPENERS))
    if place < 0 or place < max(map(text.rfind, _CLOSERS)) or blocks[index].heading:
        return 0
    content = text[place + 1 :].lstrip()
    labelled = UNIT_LABEL.match(content) is not None
    if not labelled and len(content) >= LABEL_LENGTH:
        return 0
    depth = 1
    for end in range(index + 1, len(blocks)):
        block = blocks[end]
        text = block.text
        if block.rows is not None or block.heading or read_printed_number(text) or is_date_line(text):
            return 0
        for position, sign in enumerate(text):
            if sign in _OPENERS:
                depth += 1
            elif sign in _CLOSERS:
                depth -= 1
            elif sign == "。":
                return 0
            if not depth:
                content += text[:position]
                return end + 1 if labelled or UNIT_LABEL.match(content) else 0
        content += text
        labelled = labelled or UNIT_LABEL.match(content) is not None
        if len(content) > _LONGEST or (not labelled and len(content) >= LABEL_LENGTH):
            return 0
    return 0
