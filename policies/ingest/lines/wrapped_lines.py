"""Lines of a fixed width, as a printed page or a PDF has them: measured, and joined to paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace

from policies.ingest.dates import is_date_line
from policies.ingest.lines.continuations import display_width, ends_sentence, glue, is_torn, may_go_on
from policies.ingest.readers.source import Block

_UNBROKEN = re.compile(r"[A-Za-z0-9.%/-]*")
#: A short text of a fixed width has no line wider than this, and two of its lines at least end inside a sentence; such
#: a line has this share of the width and is no narrower than that.
_NARROW, _CUTS = 46, 2
_FULL_SHARE, _FULL_WIDTH = 0.7, 12
#: Most lines of a page of menus are no wider than this.
_MENU_WIDTH = 10
_LETTER = re.compile("[一-鿿A-Za-z0-9]")
#: A full line is narrower than the widest by no more than this; more where letters are set apart.
SLACK, SPACED_SLACK = 3, 5


def _printed_width(block: Block) -> float:
    return display_width(block.text) + block.indent / 2


def _line_width(widths: list[float], always: bool = False) -> float:
    """The width of a full line: nine lines of ten are no longer; in a PDF of short paragraphs all but a few are."""
    if not widths:
        return 0.0
    widths = sorted(widths)
    return widths[max(len(widths) - 3, 0)] if always and len(widths) < 30 else widths[int(len(widths) * 0.9)]


def is_hard_wrapped(blocks: list[Block], always: bool = False) -> bool:
    """Whether the lines were broken at a fixed width: most are equally long and end inside a sentence."""
    if len(blocks) < 8:
        return False
    lines = [block for block in blocks if block.rows is None]
    # No line is narrower than half its characters: paragraphs on long lines are told without looking at each character.
    if _line_width([(len(block.text) + block.indent) / 2 for block in lines], always) > 70:
        return False
    widths = [_printed_width(block) for block in lines]
    width = _line_width(widths, always)
    if width > 70 or (width < _MENU_WIDTH and not always):
        return False
    full = [block for block, own_width in zip(lines, widths, strict=True) if abs(own_width - width) <= 2.5]
    if not always and len(full) < len(blocks) * 0.3:
        return False
    torn = sum(1 for block in full if not ends_sentence(block.text))
    return torn >= 2 if always else torn >= len(full) * 0.6


def join_wrapped_lines(blocks: list[Block], always: bool = False, slack: float = SLACK) -> list[Block]:
    """A line goes on in the next when it is full and the next is neither indented nor numbered."""
    width = _line_width([_printed_width(block) for block in blocks if block.rows is None], always)
    indented = sum(1 for block in blocks if block.indent >= 2)
    by_indent = len(blocks) * 0.1 < indented < len(blocks) * 0.9
    joined: list[Block] = []
    last_width = 0.0
    for block in blocks:
        own_width = _printed_width(block)
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.rows is None
            and block.rows is None
            and last_width + _unbroken_width(block.text) >= width - slack
            and not (by_indent and block.indent >= 2)
            and not (not by_indent and ends_sentence(last.text) and last_width < width - 1)
            and may_go_on(last, block)
        ):
            last.text = glue(last.text, block.text)
        else:
            joined.append(replace(block))
        last_width = own_width
    return joined


def _unbroken_width(text: str) -> float:
    """The width of the Latin word or figure a line begins with; it does not break and left room on the line before."""
    return display_width(_UNBROKEN.match(text)[0])


def find_cut_lines(blocks: list[Block], styles: set[str]) -> frozenset[int] | set[int]:
    """Ids of the lines that go on the one above, in a text too short to measure its width.

    A line of such a text that ends in a letter goes on where it holds the mark of a sentence or goes on itself.
    """
    if any(len(block.text) > _NARROW * 2 for block in blocks):
        return frozenset()
    widths = [_printed_width(block) for block in blocks]
    width = max(widths, default=0.0)
    if width > _NARROW:
        return frozenset()
    wanted = max(width * _FULL_SHARE, _FULL_WIDTH)
    found: set[int] = set()
    for index in range(1, len(blocks)):
        last, block = blocks[index - 1], blocks[index]
        if (
            widths[index - 1] >= wanted
            and not block.gap
            and last.rows is None
            and block.rows is None
            and _LETTER.match(last.text[-1])
            and (id(last) in found or is_torn(last.text, styles))
            and may_go_on(last, block)
            and not is_date_line(block.text)
        ):
            found.add(id(block))
    return found if len(found) >= _CUTS else frozenset()
