"""A notice that brings another text: its own words, signature and date, then the title and text of what it brings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policies.ingest.cleaning import close_spaces
from policies.ingest.dates import is_date_line
from policies.ingest.document_numbers import is_number_line
from policies.ingest.endings import is_annex_line, is_annex_list, is_body_name, is_imprint_line
from policies.ingest.numbering import read_printed_number
from policies.ingest.outline import accepted_numbers
from policies.ingest.readers.source import Block
from policies.ingest.titles import ends_title, wrapped_title, wraps_document

_LIST_LABEL = re.compile(r"附 ?件 ?[:：]")


@dataclass(slots=True)
class Notice:
    """The blocks of a document in their roles."""

    #: The notice's own words, before its signature.
    words: list[Block] = field(default_factory=list)
    signature: list[Block] = field(default_factory=list)
    #: Title of the text it brings, with number and date lines that stand there.
    inner_head: list[Block] = field(default_factory=list)
    text: list[Block] = field(default_factory=list)


def merge_annex_lists(blocks: list[Block]) -> list[Block]:
    """附件：1.… with the lines 2.…, 3.… after it is one paragraph, so that they are no units of the text."""
    merged: list[Block] = []
    wanted = 0
    for index, block in enumerate(blocks):
        number = read_printed_number(block.text) if block.rows is None else None
        if (
            wanted
            and number is not None
            and number.style == "digit"
            and number.value == wanted
            and len(block.text) < 100
        ):
            merged[-1].text += "\n" + block.text
            wanted += 1
            continue
        wanted = 0
        merged.append(block)
        if block.rows is None and is_annex_list(block.text):
            wanted = 2
        elif block.rows is None and _LIST_LABEL.fullmatch(block.text) and _lists_next(blocks, index):
            wanted = 1
    return merged


def _lists_next(blocks: list[Block], index: int) -> bool:
    """Whether numbered titles follow and then a signature or the end: a list, not an annex."""
    for block in blocks[index + 1 : index + 20]:
        number = read_printed_number(block.text) if block.rows is None else None
        if number is None:
            return block.rows is None and (
                is_body_name(block.text) or is_date_line(block.text) or is_annex_line(block.text)
            )
        if "。" in block.text:
            return False
    return True


def read_notice(blocks: list[Block], title: str) -> Notice:
    """Divides the body of a wrapping notice. Of another document all blocks are `text`."""
    if not wraps_document(title):
        return Notice(text=blocks)
    numbers = accepted_numbers(blocks)
    first = next((i for i, number in enumerate(numbers) if number is not None), len(blocks))
    inner = _squeeze(wrapped_title(title))
    signed = next((i for i in range(first) if blocks[i].rows is None and is_date_line(blocks[i].text)), None)
    if signed is None:
        signed = next(
            (i - 1 for i in range(1, first) if blocks[i].rows is None and is_annex_line(blocks[i].text)), None
        )
        if signed is None:
            signed = next((i - 1 for i in range(1, first) if inner and _squeeze(blocks[i].text) == inner), None)
        if signed is None:
            signed = _signature_after_numbers(blocks, first, inner)
            first = next((i for i in range((signed or 0) + 1, len(blocks)) if numbers[i] is not None), len(blocks))
        if signed is None:
            return Notice(text=blocks)
    notice = Notice()
    start = signed + 1
    if is_date_line(blocks[signed].text):
        while signed > 0 and is_body_name(blocks[signed - 1].text):
            signed -= 1
        notice.signature = blocks[signed:start]
    else:
        signed = start
    notice.words = blocks[:signed]
    end = start
    while end < first and _is_inner_head(blocks[end], inner, bool(notice.inner_head), end - start):
        notice.inner_head.append(blocks[end])
        end += 1
    notice.text = blocks[end:]
    return notice


def _signature_after_numbers(blocks: list[Block], first: int, inner: str) -> int | None:
    """Where the date of a signature stands that ends a notice with numbers of its own; the title it brings follows."""
    for index in range(first + 1, len(blocks) - 1):
        block, above, below = blocks[index], blocks[index - 1], blocks[index + 1]
        if (
            block.rows is None
            and above.rows is None
            and below.rows is None
            and is_date_line(block.text)
            and is_body_name(above.text)
            and inner
            and _squeeze(below.text)
            and (_squeeze(below.text) in inner or inner in _squeeze(below.text))
        ):
            return index
    return None


def _is_inner_head(block: Block, inner: str, has_title: bool, position: int) -> bool:
    if block.rows is not None:
        return False
    text = block.text
    if is_number_line(text) or is_date_line(text) or is_annex_line(text) or is_imprint_line(text):
        return True
    if "。" in text or text.endswith(("：", ":")) or len(text) > 100:
        return False
    squeezed = _squeeze(text)
    if inner and (squeezed in inner or inner in squeezed):
        return True
    if text.startswith(("（", "(")) and len(text) < 40:
        return True
    return position < 4 and (ends_title(text) or block.align == "center" or is_body_name(text)) and "，" not in text


def _squeeze(text: str) -> str:
    return re.sub(r"[\s《》“”\"（）()]", "", close_spaces(text))
