"""Lines to paragraphs: what the print's page breaks and fixed line widths tore apart is joined again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from policies.ingest.cleaning import is_print_line, strip_marks
from policies.ingest.dates import is_date_line
from policies.ingest.endings import is_annex_line, is_body_name
from policies.ingest.numbering import may_open_article, read_printed_number
from policies.ingest.readers.source import Block, Source
from policies.ingest.titles import ends_title
from policies.ingest.unit_brackets import take_trailing_brackets
from policies.ingest.unit_labels import is_bare_label, is_completion_line, is_unit_line, is_unit_name, unit_line_is_open

_TERMINAL = re.compile(r"[。！？；：:;!?…][”’」』）)〕\]]*$")
_OPENERS = "（(《“〔【〈"
_CLOSERS = "）)》”〕】〉"
_OPENER, _CLOSER = re.compile(f"[{_OPENERS}]"), re.compile(f"[{_CLOSERS}]")
_COLONS = frozenset("：:")
_UNBROKEN = re.compile(r"[A-Za-z0-9.%/-]*")
_INNER_STOP = re.compile(r"[。；;]")
#: A line that may be a heading or a title of its own has no punctuation of a sentence.
_SENTENCE_MARK = re.compile(r"[，。；：,;:]")
#: …租让结合等多种方: a list this long (in full widths) without a final stop was cut by the print.
_CUT_LIST_WIDTH = 20


def clean_blocks(source: Source) -> list[Block]:
    """The blocks without print marks; lines of a fixed width are joined to paragraphs."""
    blocks: list[Block] = []
    gap = False
    for block in source.blocks:
        if block.rows is not None:
            blocks.append(block)
            continue
        block.text = strip_marks(block.text)
        if not block.text or is_print_line(block.text):
            gap = gap or block.gap
            continue
        block.gap, gap = block.gap or gap, False
        blocks.append(block)
    if source.format in ("pdf", "text") and is_hard_wrapped(blocks, always=source.format == "pdf"):
        return join_wrapped_lines(blocks, source.format == "pdf")
    return blocks


def ends_sentence(text: str) -> bool:
    """Whether the text ends in 。 ； ： and the like, perhaps with closing quotes, brackets or units in brackets."""
    if _TERMINAL.search(text[-12:]) is not None:
        return True
    # …补助800元。（责任单位：市人社局、教育局）
    return text[-1:] in "）)〕】]" and bool(take_trailing_brackets(text)[1])


#: Characters that take half the width of a Han character.
_NARROW = re.compile("[\x00-\u1fff]+")


def display_width(text: str) -> float:
    """The width of a line in full widths: Han count 1, Latin letters and digits a half."""
    return len(text) - sum(map(len, _NARROW.findall(text))) / 2


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
    if width > 70:
        return False
    full = [block for block, own_width in zip(lines, widths, strict=True) if abs(own_width - width) <= 2.5]
    if not always and len(full) < len(blocks) * 0.3:
        return False
    torn = sum(1 for block in full if not ends_sentence(block.text))
    return torn >= 2 if always else torn >= len(full) * 0.6


def join_wrapped_lines(blocks: list[Block], always: bool = False) -> list[Block]:
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
            and last_width + _unbroken_width(block.text) >= width - 3
            and not (by_indent and block.indent >= 2)
            and not (not by_indent and ends_sentence(last.text) and last_width < width - 1)
            and _may_go_on(last, block)
        ):
            last.text = _glue(last.text, block.text)
        else:
            joined.append(replace(block))
        last_width = own_width
    return joined


def _unbroken_width(text: str) -> float:
    """The width of the Latin word or figure a line begins with; it does not break and left room on the line before."""
    return display_width(_UNBROKEN.match(text)[0])


def join_broken(blocks: list[Block], source_format: str) -> list[Block]:
    """Paragraphs of the body: a sentence cut by a page break (a blank line in text files) is made whole."""
    joined: list[Block] = []
    blocks = _join_columns(blocks)
    heading_styles = _heading_styles(blocks)
    cut_at_semicolon = _cut_at_semicolon(blocks, source_format)
    # Where paragraphs are indented, a line that is not goes on the one before it.
    indented = sum(block.indent >= 2 for block in blocks) >= max(4, len(blocks) * 0.6)
    for block in blocks:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.rows is None
            and block.rows is None
            and (
                _goes_on(last, block, source_format, heading_styles)
                or id(block) in cut_at_semicolon
                or (indented and last.indent >= 2 and block.indent < 2 and _is_cut_line(last, block))
            )
        ):
            joined[-1] = replace(last, text=_glue(last.text, block.text))
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


def _glue(first: str, second: str) -> str:
    latin = first[-1:].isascii() and first[-1:].isalpha() and second[:1].isascii() and second[:1].isalpha()
    return f"{first} {second}" if latin else first + second


def _may_go_on(last: Block, block: Block) -> bool:
    """What never is the second half of a line: a number, a label, a date, a heading."""
    if last.text[-1:] in _OPENERS:
        return not block.heading  # …不参与错避峰。（ / 责任单位：市发改委）
    if block.heading or last.heading or is_unit_line(block.text) or is_completion_line(block.text):
        return False
    if is_date_line(last.text) or (is_date_line(block.text) and block.align != "") or is_annex_line(block.text):
        return False
    number = read_printed_number(block.text)
    return (
        number is None
        or (number.style == "article" and not may_open_article(number))
        or number.style.startswith(("decimal", "letter"))
    )


def _heading_styles(blocks: list[Block]) -> set[str]:
    """Styles of number under which headings stand on lines of their own, in three lines of ten at least."""
    bare: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for block in blocks:
        number = read_printed_number(block.text) if block.rows is None else None
        if number is not None:
            total[number.style] += 1
            bare[number.style] += not _SENTENCE_MARK.search(number.rest)
    return {style for style in total if bare[style] * 10 >= total[style] * 3}


def _goes_on(last: Block, block: Block, source_format: str, heading_styles: set[str]) -> bool:
    text = last.text
    if text[-1] in _OPENERS:
        return not block.heading
    if last.heading:
        return text[-1] in "、，" and not block.heading and read_printed_number(block.text) is None
    if source_format == "markdown" or block.align in ("center", "right") or last.align in ("center", "right"):
        return False
    if is_unit_line(text) or is_completion_line(text):
        return _may_go_on(last, block) and not is_date_line(block.text) and unit_line_is_open(text, block.text)
    # How the line ends is asked before what the next one is: most lines end a sentence, and that is told at a glance.
    return (
        not ends_sentence(text)
        and (
            text[-1] in "，、,"
            or (_open_pairs(text) and any(closer in block.text for closer in _CLOSERS))
            or (source_format in ("text", "pdf") and block.gap and _is_torn(text, heading_styles))
        )
        and _may_go_on(last, block)
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
            and bool(_INNER_STOP.search(last.text[:-1]))
            and _may_go_on(last, block)
            and not is_date_line(block.text)
        ):
            found.add(id(block))
    return found


def _is_cut_line(last: Block, block: Block) -> bool:
    long = display_width(last.text) >= 20
    return long and not ends_sentence(last.text) and _may_go_on(last, block) and not is_date_line(block.text)


def _open_pairs(text: str) -> bool:
    tail = text[-400:]
    opened = len(_OPENER.findall(tail))
    return opened > 0 and opened > len(_CLOSER.findall(tail))


def _is_torn(text: str, heading_styles: set[str]) -> bool:
    """Whether a line without final stop is a broken sentence and no heading, name or title."""
    number = read_printed_number(text)
    if number is None:
        if is_body_name(text):
            return False
        is_cut_list = "、" in text and display_width(text) >= _CUT_LIST_WIDTH and not ends_title(text)
        return is_cut_list or bool(_SENTENCE_MARK.search(text))
    if _INNER_STOP.search(number.rest):
        return True
    if number.style in ("comma", "part", "subpart", "chapter", "section"):
        return False
    return bool(re.search("[，,]", number.rest)) or number.style not in heading_styles
