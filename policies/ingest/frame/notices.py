"""A notice that brings another text: its own words, signature and date, then the title and text of what it brings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policies.ingest.dates import is_date_line
from policies.ingest.frame.document_numbers import is_number_line
from policies.ingest.frame.endings import (
    ANNEX_TITLE,
    is_annex_line,
    is_annex_list,
    is_body_name,
    is_imprint_line,
    read_signer,
    signs,
)
from policies.ingest.frame.title_lines import squeeze
from policies.ingest.frame.titles import ends_title, wrapped_title, wraps_document
from policies.ingest.lines.continuations import glue
from policies.ingest.readers.source import Block
from policies.ingest.tree.accepted_numbers import accepted_numbers
from policies.ingest.tree.numbering import read_printed_number

#: An order is no longer than this, a title on no more lines than this.
_ORDER_LINES, _TITLE_LINES = 24, 3
#: 1、电子邮箱：… 2、联系电话：…: how to answer a notice that asks for opinions; these are its words, no units.
_CONTACT = re.compile(
    r"(?:通过)?(?:电子)?(?:邮箱|邮件|信箱)|(?:联系|咨询|反馈)?(?:电话|人|方式) ?[:：]|传真|"
    r"(?:通讯|通信|邮寄|联系|来信|办公)?地址|"
    r"邮(?:政)?编|信函|来信|邮寄|网(?:站|址|上)(?:反馈|留言|提交)?[:：]"
)
_LIST_LABEL = re.compile(r"附 ?(?:[件表图录]? ?[:：]|[件表图录])")


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
        number = read_printed_number(block.text) if wanted and block.rows is None else None
        if number is not None and number.style == "digit" and number.value == wanted and len(block.text) < 100:
            merged[-1].text += "\n" + block.text
            wanted += 1
            continue
        if wanted > 1 and number is None and _goes_on_entry(blocks, index, wanted):
            merged[-1].text = glue(merged[-1].text, block.text)
            continue
        wanted = 0
        merged.append(block)
        if block.rows is not None or not block.text.startswith("附"):
            continue
        if is_annex_list(block.text):
            wanted = 2
        elif _LIST_LABEL.fullmatch(block.text) and _lists_next(blocks, index):
            wanted = 1
    return merged


#: What is broken off an entry of such a list is short and no sentence.
_ENTRY_REST, _ENTRY_MARK = 40, re.compile("[。；：:;，]")


def _goes_on_entry(blocks: list[Block], index: int, wanted: int) -> bool:
    """Whether the line ends an entry that the page broke: the next number of the list stands below it."""
    block = blocks[index]
    below = blocks[index + 1] if index + 1 < len(blocks) else block
    number = read_printed_number(below.text) if below.rows is None else None
    return (
        number is not None
        and number.style == "digit"
        and number.value == wanted
        and block.rows is None
        and len(block.text) < _ENTRY_REST
        and not _ENTRY_MARK.search(block.text)
        and not (is_body_name(block.text) or is_date_line(block.text) or is_annex_line(block.text))
    )


def _lists_next(blocks: list[Block], index: int) -> bool:
    """Whether numbered titles follow and then a signature or the end: a list, not an annex."""
    bare = blocks[index].text[-1] not in ":："
    for block in blocks[index + 1 : index + 20]:
        number = read_printed_number(block.text) if block.rows is None else None
        if number is None:
            return block.rows is None and (
                is_body_name(block.text) or is_date_line(block.text) or is_annex_line(block.text)
            )
        if "。" in block.text or (bare and not ANNEX_TITLE.search(block.text)):
            return False
    return True


def read_notice(blocks: list[Block], title: str, brings: bool = False) -> Notice:
    """Divides the body of a notice or order. Of another document all blocks are `text`.

    `brings` says that the notice prints no title of its own: `title` is then that of the text it brings.
    """
    if not brings and not wraps_document(title):
        return _read_order(blocks, title)
    numbers = accepted_numbers(blocks)
    for index, number in enumerate(numbers):
        if number is not None and _CONTACT.match(number.rest):
            numbers[index] = None
    first = next((i for i, number in enumerate(numbers) if number is not None), len(blocks))
    inner = squeeze(title if brings else wrapped_title(title))
    signed = next((i for i in range(first) if blocks[i].rows is None and is_date_line(blocks[i].text)), None)
    if signed is None:
        signed = next(
            (i - 1 for i in range(1, first) if blocks[i].rows is None and is_annex_line(blocks[i].text)), None
        )
        if signed is None:
            signed = next((i - 1 for i in range(1, first) if inner and squeeze(blocks[i].text) == inner), None)
        if signed is None:
            signed = _signature_after_numbers(blocks, first, inner)
            first = next((i for i in range((signed or 0) + 1, len(blocks)) if numbers[i] is not None), len(blocks))
        if signed is None:
            return Notice(text=blocks)
    start = signed + 1
    end = start
    while end < first and _is_inner_head(blocks[end], inner, end > start, end - start):
        end += 1
    if end == start:
        end = _title_on_lines(blocks, start, first)
    return _divide(blocks, signed, start, end)


def _divide(blocks: list[Block], signed: int, start: int, end: int) -> Notice:
    """The roles round a signature whose date stands at `signed`; the title of the text is blocks[start:end]."""
    above = start
    if is_date_line(blocks[signed].text):
        above = signed
        while above > 0 and signs(blocks[above - 1].text):
            above -= 1
    return Notice(blocks[:above], blocks[above:start], blocks[start:end], blocks[end:])


def _title_on_lines(blocks: list[Block], start: int, first: int) -> int:
    """The index after a title printed on several lines, none of which is known by itself."""
    text = ""
    for end in range(start, min(first, start + _TITLE_LINES)):
        line = blocks[end].text
        if blocks[end].rows is not None or len(line) > 60 or re.search(r"[，。；：,;:]", line):
            break
        text += line
        if ends_title(text):
            return end + 1
    return start


def _read_order(blocks: list[Block], title: str) -> Notice:
    """An order (令) that puts its text into force: words, who signs, date, the title once more, the text."""
    wanted = squeeze(title)
    for index in range(1, min(_ORDER_LINES, len(blocks))):
        if blocks[index].rows is not None or read_printed_number(blocks[index - 1].text) is not None:
            break
        if not is_date_line(blocks[index - 1].text):
            continue
        if index > 1 and read_signer(blocks[index - 2].text) and _opens_law(blocks[index].text):
            return _divide(blocks, index - 1, index, index)
        text = ""
        for end in range(index, min(index + _TITLE_LINES, len(blocks))):
            text += squeeze(blocks[end].text)
            if text == wanted:
                return _divide(blocks, index - 1, index, end + 1)
    return Notice(text=blocks)


def _opens_law(text: str) -> bool:
    """Whether the line is the first of a text of chapters or articles: 第一章 总则."""
    number = read_printed_number(text)
    return number is not None and number.value == 1 and number.style in ("part", "chapter", "article")


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
            and squeeze(below.text)
            and (squeeze(below.text) in inner or inner in squeeze(below.text))
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
    squeezed = squeeze(text)
    if inner and (squeezed in inner or inner in squeezed):
        return True
    if text.startswith(("（", "(")) and len(text) < 40:
        return True
    return position < 4 and (ends_title(text) or block.align == "center" or is_body_name(text)) and "，" not in text
