"""Lines to paragraphs: what the print's page breaks and fixed line widths tore apart is joined again."""

from __future__ import annotations

import re
from dataclasses import replace

from policies.ingest.cleaning import is_print_line, strip_marks
from policies.ingest.dates import is_date_line
from policies.ingest.frame.endings import is_annex_list, is_body_name
from policies.ingest.lines.broken_brackets import join_open_brackets
from policies.ingest.lines.continuations import (
    INNER_STOP,
    OPENERS,
    cuts_measure,
    display_width,
    ends_sentence,
    glue,
    heading_styles,
    is_torn,
    may_go_on,
)
from policies.ingest.lines.lone_signs import LONE_FIRST, join_lone_signs, needs_joining
from policies.ingest.lines.lost_breaks import INDENT, LOST_LENGTH, break_at_indents
from policies.ingest.lines.spaced_letters import close_letters
from policies.ingest.lines.wrapped_lines import SLACK, SPACED_SLACK, find_cut_lines, is_hard_wrapped, join_wrapped_lines
from policies.ingest.readers.source import Block, Source
from policies.ingest.tree.numbering import read_printed_number
from policies.ingest.units.unit_labels import (
    is_bare_label,
    is_completion_line,
    is_unit_line,
    is_unit_name,
    unit_line_is_open,
)

_CLOSERS = "）)》”〕】〉"
_OPENER, _CLOSER = re.compile(f"[{OPENERS}]"), re.compile(f"[{_CLOSERS}]")
#: Behind one of these nothing goes on; most lines end so.
_FINAL = frozenset("。！？；;")
_COLONS = frozenset("：:")
#: The width of the indent before a paragraph.
_OWN_INDENT = 4
#: So many letters tell a paragraph, and so many paragraphs a copy of the document.
_COPIED, _COPIES = 12, 2
#: A text whose letters are set apart has more of such lines.
_SPACED_SHARE = 0.2


def clean_blocks(source: Source) -> list[Block]:
    """The blocks without print marks; lines of a fixed width are joined to paragraphs."""
    blocks: list[Block] = []
    gap = lone_sign = False
    spaced = 0
    for block in _with_lost_breaks(source.blocks):
        if block.rows is not None:
            blocks.append(block)
            continue
        text = strip_marks(block.text)
        if not text or is_print_line(text):
            gap = gap or block.gap
            continue
        if " " in text and text.count(" ") * 4 >= len(text):
            closed = close_letters(text, block.text)
            spaced += closed is not text
            text = closed
        if text[0] in LONE_FIRST:
            lone_sign = lone_sign or needs_joining(text)
        block.text = text
        block.gap, gap = block.gap or gap, False
        blocks.append(block)
    is_spaced = spaced > len(blocks) * _SPACED_SHARE
    if lone_sign and source.format in ("pdf", "text"):
        blocks = join_lone_signs(blocks, is_spaced)
    if source.format in ("pdf", "text") and is_hard_wrapped(blocks, always=source.format == "pdf"):
        return join_wrapped_lines(blocks, source.format == "pdf", SPACED_SLACK if is_spaced else SLACK)
    return blocks


def _with_lost_breaks(blocks: list[Block]) -> list[Block]:
    """The blocks of the source; lines that lost their breaks are broken at the indents of their paragraphs.

    A page may print a document once more in one line, below its foot: that copy stays as it is.
    """
    lost = {id(block) for block in blocks if len(block.text) > LOST_LENGTH and block.text.find(INDENT, _OWN_INDENT) > 0}
    if not lost:
        return blocks
    broken: list[Block] = []
    printed: set[str] = set()
    for block in blocks:
        pieces = break_at_indents(block.text) if id(block) in lost else []
        if len(pieces) > 1:
            printed = printed or {other.text.strip()[:_COPIED] for other in blocks}
            copied = sum(len(piece) >= _COPIED and piece[:_COPIED] in printed for piece in pieces[1:])
            pieces = pieces if copied < _COPIES else []
        broken.append(block if len(pieces) < 2 else replace(block, text=pieces[0]))
        broken += [replace(block, text=piece, indent=_OWN_INDENT, heading=0, gap=False) for piece in pieces[1:]]
    return broken


def join_broken(blocks: list[Block], source_format: str) -> list[Block]:
    """Paragraphs of the body: a sentence cut by a page break (a blank line in text files) is made whole."""
    joined: list[Block] = []
    blocks = join_open_brackets(_join_columns(blocks))
    styles = heading_styles(blocks)
    cut_at_semicolon = _cut_at_semicolon(blocks, source_format)
    # Where paragraphs are indented, a line that is not goes on the one before it.
    indented = sum(block.indent >= 2 for block in blocks) >= max(4, len(blocks) * 0.6)
    cut_at_width = find_cut_lines(blocks, styles) if source_format in ("text", "pdf") else frozenset()
    for block in blocks:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.rows is None
            and block.rows is None
            and (
                _goes_on(last, block, source_format, styles)
                or id(block) in cut_at_semicolon
                or id(block) in cut_at_width
                or (indented and last.indent >= 2 and block.indent < 2 and _is_cut_line(last, block))
            )
        ):
            joined[-1] = replace(last, text=glue(last.text, block.text))
        else:
            joined.append(block)
    return joined


def _join_columns(blocks: list[Block]) -> list[Block]:
    """责任单位： with a unit on each line below it (a table that was flattened) is one line of units."""
    labels = [block for block in blocks if block.text[-1:] in _COLONS and is_bare_label(block.text)]
    if not labels:
        return blocks
    joined: list[Block] = []
    is_open = False
    for index, block in enumerate(blocks):
        below = blocks[index + 1].text if index + 1 < len(blocks) else ""
        is_open = is_open and block.rows is None and is_unit_name(block.text) and not is_date_line(below)
        if is_open:
            mark = "" if joined[-1].text[-1] in "：:、，," else "、"
            joined[-1] = replace(joined[-1], text=joined[-1].text + mark + block.text)
        else:
            is_open = block.rows is None and is_bare_label(block.text)
            joined.append(block)
    return joined


def _goes_on(last: Block, block: Block, source_format: str, heading_styles: set[str]) -> bool:
    text = last.text
    if text[-1] in _FINAL:
        return False
    if text[-1] in OPENERS:
        return not block.heading
    if last.heading:
        return text[-1] in "、，" and not block.heading and read_printed_number(block.text) is None
    if block.align in ("center", "right") or last.align in ("center", "right"):
        return False
    if source_format == "markdown":
        return not ends_sentence(text) and cuts_measure(text, block.text, heading_styles) and may_go_on(last, block)
    if is_unit_line(text) or is_completion_line(text):
        return may_go_on(last, block) and not is_date_line(block.text) and unit_line_is_open(text, block.text)
    # How the line ends is asked before what the next one is: most lines end a sentence, and that is told at a glance.
    return (
        not ends_sentence(text)
        and (
            text[-1] in "，、,"
            or (_open_pairs(text) and any(closer in block.text for closer in _CLOSERS))
            or (
                source_format in ("text", "pdf")
                and block.gap
                and is_torn(text, heading_styles)
                and not (is_annex_list(text) and is_body_name(block.text))
            )
            or ((block.text[0].isdigit() or text[-1].isdigit()) and cuts_measure(text, block.text, heading_styles))
        )
        and may_go_on(last, block)
        and not is_date_line(block.text)
    )


def _cut_at_semicolon(blocks: list[Block], source_format: str) -> set[int]:
    """Ids of the paragraphs that go on a paragraph that ends in ；: none does, outside lists of such paragraphs."""
    found: set[int] = set()
    if source_format not in ("text", "pdf"):
        return found

    def ends_item(index: int) -> bool:
        return 0 <= index < len(blocks) and blocks[index].rows is None and blocks[index].text[-1:] in "；;：:"

    for index in range(1, len(blocks)):
        last, block = blocks[index - 1], blocks[index]
        if (
            block.gap
            and last.text[-1:] in ("；", ";")
            and last.rows is None
            and block.rows is None
            and not ends_item(index - 2)
            and not ends_item(index)
            and bool(INNER_STOP.search(last.text[:-1]))
            and may_go_on(last, block)
            and not is_date_line(block.text)
        ):
            found.add(id(block))
    return found


def _is_cut_line(last: Block, block: Block) -> bool:
    long = display_width(last.text) >= 20
    return long and not ends_sentence(last.text) and may_go_on(last, block) and not is_date_line(block.text)


def _open_pairs(text: str) -> bool:
    tail = text[-400:]
    opened = len(_OPENER.findall(tail))
    return opened > 0 and opened > len(_CLOSER.findall(tail))
