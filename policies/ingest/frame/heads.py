"""The head of a document: title, document number, date lines, and where the text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from policies.ingest.cleaning import close_spaces
from policies.ingest.dates import DATE, is_date_line, read_date
from policies.ingest.frame.data_lines import strip_bullet
from policies.ingest.frame.document_numbers import (
    DOCUMENT_NUMBER,
    NUMBER_LABELS,
    is_number_line,
    read_row_with_number,
    split_numbered_title,
    tidy_document_number,
)
from policies.ingest.frame.endings import is_annex_line, is_imprint_line
from policies.ingest.frame.head_data import DataReader, is_page_heading, labelled_number, whole_number
from policies.ingest.frame.head_lines import is_page_line, read_data_rows
from policies.ingest.frame.news_leads import is_medium
from policies.ingest.frame.orders import ORDER_NUMBER, is_order_title
from policies.ingest.frame.page_menus import links_annex
from policies.ingest.frame.title_choice import choose_title, name_by_text
from policies.ingest.frame.title_lines import names_bodies, squeeze, without_column
from policies.ingest.frame.titles import ends_title, tidy_title
from policies.ingest.readers.source import Block, PageData
from policies.ingest.tree.numbering import may_open_article, read_printed_number

_BODY_TEXT = re.compile(r"[。；;]|[:：]$")
#: 为加快推进…，: a sentence of the text, though its line breaks before its end.
_SENTENCE_OPENS = re.compile(
    r"(?:为(?!民)|为了|根据|按照|依据|遵照|经.{2,20}(?:同意|批准|研究)|近年来|日前|近日|今年|当前)[^，,]*[，,]"
)
#: A line of the head below the title that holds such a mark is text.
_SENTENCE_MARK = re.compile(r"[，。；,;]")
#: A head has at most this many lines; what follows is text.
_HEAD_LINES = 40
#: A title and what follows it on one line: …的意见 各县(市、区)人民政府: 为认真….
_RUN_ON = re.compile(r"(?P<title>[^ 。，；：:]{8,80}) (?P<text>[^。]{2,120}[:：].{20,})")
#: …的决定澜发〔1990〕65号（一九九〇年十二月五日）: number and date run on behind a title.
_DATED = re.compile(rf"(?P<text>.+号) ?(?P<date>[（(]{DATE}[)）])")
_DATED_LENGTH = 160
#: No line so short begins a text.
_LETTERS = 2
_ADDRESS = re.compile(r"[a-z]{0,5}://[^\s\]）)>]*")
#: So many lines of a page may stand above the title where one of them is a sentence.
_LINES_ABOVE = 4
#: 文 号： 澜府规〔2024〕2号 in a row of data above the title.
_NUMBER_LABEL = re.compile(rf"(?:{'|'.join(NUMBER_LABELS)}|文 +号) ?[:：] ?(?P<number>{DOCUMENT_NUMBER.pattern})")


@dataclass(slots=True)
class Head:
    """What stood above the text. `body` is the index of the first block of the text."""

    title: str = ""
    document_number: str | None = None
    #: Lines of the head that are neither title nor number: dates, sources, adoption of a law.
    lines: list[Block] = field(default_factory=list)
    #: Bodies on lines of their own that the title does not name.
    publishers: list[str] = field(default_factory=list)
    #: Bodies whose order it is: 澜江市人民政府令.
    ordered_by: list[str] = field(default_factory=list)
    body: int = 0
    #: Where the page was, when a line of data tells.
    source_url: str = ""
    #: Those of `lines` that are not known as lines of a page or a head.
    unknown: list[Block] = field(default_factory=list)
    #: No title is printed: `title` is that of the text which the notice or order brings.
    brings: bool = False


def read_head(blocks: list[Block], page_data: PageData | None = None, lines: int = 0) -> Head:
    """The head of a document that is not part of a volume. It may have so many `lines`, or as many as is usual."""
    page_data = page_data or PageData()
    if blocks and blocks[0].heading == 1 and not is_page_heading(blocks):
        return _marked_head(blocks)
    head = Head()
    pieces: list[tuple[int, str]] = []
    #: Numbers on lines of their own or behind their label, with the index of the line.
    numbers: list[tuple[int, str | None]] = []
    page_number, page_title = (
        split_numbered_title(without_column(tidy_title(page_data.title))) if page_data.title else (None, "")
    )
    data_reader = DataReader(blocks)
    has_title = False
    for index, block in enumerate(blocks[: max(lines, _HEAD_LINES)]):
        data = data_reader.read(index, has_title)
        is_annex_mark = block.rows is None and (is_annex_line(block.text) if not pieces else links_annex(blocks, index))
        begins = not data and not is_annex_mark and _begins_text(block, bool(pieces), page_title)
        if begins and (pieces or not _title_follows(blocks, index)):
            break
        head.body = index + 1
        if block.rows is not None:
            head.lines += [Block(line, block.line) for line in read_data_rows(block.rows)]
        elif data:
            numbers += [(index, number) for pair in data if (number := labelled_number(*pair))]
            if "://" in block.text:
                head.source_url = head.source_url or _ADDRESS.search(block.text)[0]
                head.lines.append(block)
            else:
                head.lines += [Block(f"{name}：{whole_number(name, value)}", block.line) for name, value in data]
        elif is_number_line(block.text):
            number = tidy_document_number(block.text)
            numbers.append((index, number))
            head.document_number = head.document_number or number
            head.lines += [block] if read_date(block.text) else []
        elif row := read_row_with_number(block.text):
            head.document_number = head.document_number or row[0]
            head.publishers += row[1]
            head.lines.append(block)
        elif is_annex_mark or _is_of_page(block.text) or is_imprint_line(block.text):
            head.lines.append(block)
        else:
            number, text = split_numbered_title(without_column(block.text))
            head.document_number = head.document_number or number
            pieces.append((index, strip_bullet(text)))
            has_title = has_title or ends_title(text)
    choice = choose_title(pieces, head.lines, blocks[head.body :], page_title)
    head.title = choice.title
    head.publishers += [blocks[index].text for index in choice.publishers if not is_medium(blocks, index)]
    head.ordered_by = choice.ordered_by
    if len(numbers) > 1 and choice.indices and head.document_number in (number for _, number in numbers):
        # Above the head the page may print other texts with their numbers.
        head.document_number = min(numbers, key=lambda one: min(abs(one[0] - i) for i in choice.indices))[1]
    _sort_lines(head, pieces, choice.indices, blocks)
    head.brings = name_by_text(choice, blocks[head.body :])
    if head.brings:
        # 澜江市人民政府令 was the title until the text told that of what the order brings.
        head.lines[:0] = [blocks[index] for index in choice.indices if index < head.body]
    head.title = choice.title
    if head.document_number is None:
        labelled = next(filter(None, (_NUMBER_LABEL.search(block.text) for block in head.lines)), None)
        printed = labelled["number"] if labelled else _number_behind_title(head)
        head.document_number = tidy_document_number(printed) if printed else page_number
    if head.document_number is None and page_data.document_number:
        head.document_number = tidy_document_number(page_data.document_number)
    return head


def _is_of_page(text: str) -> bool:
    """Whether the line is known as a date or one of the page."""
    plain = strip_bullet(text)
    return is_date_line(plain) or is_page_line(plain)


def _title_follows(blocks: list[Block], index: int) -> bool:
    """Whether a sentence above the head is one of the page (a motto, a greeting): the whole title stands below it."""
    if blocks[index].rows is not None or not _BODY_TEXT.search(blocks[index].text) or "《" in blocks[index].text:
        return False
    for block in blocks[index : index + _LINES_ABOVE]:
        text = block.text
        if block.rows is not None or text.endswith(("：", ":")) or _SENTENCE_OPENS.match(text) or len(text) > 120:
            return False
        if ends_title(text) and "。" not in text and re.match(r"[^，；]{0,40}关于", text):
            return True
        if is_date_line(text) or read_printed_number(text) is not None:
            return False
    return False


def split_run_on_title(blocks: list[Block]) -> list[Block]:
    """The blocks with the title on a line of its own, where the page runs it on into the text or its date."""
    for index, block in enumerate(blocks[:_LINES_ABOVE]):
        dated = _DATED.fullmatch(block.text) if block.text[-1:] in "）)" and len(block.text) < _DATED_LENGTH else None
        if dated and (is_number_line(dated["text"]) or split_numbered_title(dated["text"])[0]):
            parted = [replace(block, text=dated["text"]), replace(block, text=dated["date"])]
            return [*blocks[:index], *parted, *blocks[index + 1 :]]
    match = _RUN_ON.fullmatch(blocks[0].text) if blocks and blocks[0].rows is None else None
    if match is None or not ends_title(match["title"]) or len(blocks[0].text) < 120:
        return blocks
    first = blocks[0]
    return [replace(first, text=match["title"]), replace(first, text=match["text"]), *blocks[1:]]


def _marked_head(blocks: list[Block]) -> Head:
    """A Markdown head: # title, perhaps a second #, then centred lines of adoption and publication."""
    head = Head()
    titles = []
    for block in blocks:
        if block.heading == 1 and not head.lines:
            titles.append(tidy_title(block.text))
        elif block.rows is None and (block.align == "center" or is_number_line(block.text)):
            if is_number_line(block.text):
                head.document_number = tidy_document_number(block.text)
            head.lines.append(block)
        else:
            break
        head.body += 1
    head.document_number, head.title = _with_number(head.document_number, " ".join(titles))
    _take_repeated_title(head, blocks)
    return head


def _with_number(number: str | None, title: str) -> tuple[str | None, str]:
    printed, title = split_numbered_title(title)
    return number or printed, title


def _take_repeated_title(head: Head, blocks: list[Block]) -> None:
    """The title may be printed once more above the text, with the document's number below it."""
    text, title = "", squeeze(head.title)
    for index in range(head.body, min(len(blocks), head.body + 6)):
        if blocks[index].rows is not None:
            return
        text += squeeze(blocks[index].text)
        if not title.startswith(text):
            return
        if text == title:
            end = index + 1
            if end < len(blocks) and is_number_line(blocks[end].text):
                head.document_number = head.document_number or tidy_document_number(blocks[end].text)
                end += 1
            head.lines += blocks[head.body : end]
            head.body = end
            return


def _begins_text(block: Block, has_title: bool, page_title: str) -> bool:
    if block.rows is not None:
        return has_title and not read_data_rows(block.rows)
    text = block.text
    if re.fullmatch(r"目 ?[录錄次]", text):
        return has_title
    # 号： below 索 and 引: a label broken to letters
    if len(text) <= _LETTERS or _is_of_page(text) or is_number_line(text):
        return False
    if page_title and close_spaces(text) and close_spaces(text) in close_spaces(page_title):
        return False
    number = read_printed_number(text)
    if number is not None and (number.style != "article" or (may_open_article(number) if has_title else number.spaced)):
        return has_title or not ends_title(text)
    if is_annex_line(text) or _SENTENCE_OPENS.match(text):
        return True
    if ends_title(text) and "。" not in text and len(text) <= 100:
        return False
    if "号" in text and split_numbered_title(text)[0]:
        return False
    return bool(_BODY_TEXT.search(text)) or len(text) > 100 or (has_title and "，" in text and len(text) > 45)


def _sort_lines(head: Head, pieces: list[tuple[int, str]], chosen: list[int], blocks: list[Block]) -> None:
    """Lines that are no title are told in `head.lines`, or given back to the text."""
    _leave_text(head, pieces, chosen, blocks)
    indices = [index for index, _ in pieces if index not in chosen and index < head.body]
    others = [blocks[index] for index in indices]
    head.lines += others
    head.unknown = [block for block in others if not _is_of_head(block.text, head.title)]
    bodies = [blocks[i].text for i in indices if names_bodies(blocks[i].text) and not is_medium(blocks, i)]
    head.publishers += [text for text in bodies if text not in head.publishers]


def _number_behind_title(head: Head) -> str:
    """The number in a line of the page that names the title first: …的通知 国办发〔1992〕14号 发布机关:… |."""
    title = squeeze(head.title)
    for block in head.lines if title else []:
        number = DOCUMENT_NUMBER.search(block.text)
        if number and squeeze(block.text[: number.start()]) == title:
            return number[0]
    return ""


def _leave_text(head: Head, pieces: list[tuple[int, str]], chosen: list[int], blocks: list[Block]) -> None:
    """Lines below the title and the last known line of the head are text, and from the first sentence on all lines."""
    below = [(index, text) for index, text in pieces if not chosen or index > chosen[-1]]
    unknown = {index for index, text in below if not _is_of_head(text, head.title)}
    start = head.body
    while start - 1 in unknown:
        start -= 1
    sentences = (i for i, text in below if i in unknown and _SENTENCE_MARK.search(text) and not ends_title(text))
    start = min(start, next(sentences, start) if chosen else start)
    if start < head.body:
        of_text = {id(block) for block in blocks[start : head.body]}
        head.lines = [block for block in head.lines if id(block) not in of_text]
        head.body = start


#: （2021年3月5日市政府会议通过）, 第4号 under the name of an order, LXDR-2025-00004.
_BRACKETED = re.compile(rf"[（(〔\[].*[)）〕\]]|{ORDER_NUMBER}|[A-Z]{{2,8}}[A-Z0-9]{{0,6}}[—–-]{{1,2}}[\d—–-]{{4,20}}")


def _is_of_head(text: str, title: str) -> bool:
    """Whether a line that is not the title belongs to the head: a body, a bracket, the title or a part of it again."""
    if names_bodies(text.removesuffix("等")) or _BRACKETED.fullmatch(text) or is_order_title(text):
        return True
    printed, own = squeeze(text), squeeze(title)
    return bool(printed and own) and (printed in own or own in printed)
