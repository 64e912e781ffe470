"""PDF files: lines with their place on the page, and ruled tables. A scan without text is refused with the reason."""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policies.ingest.parsed import UnreadableDocument
from policies.ingest.readers.source import Block, Source

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

MAXIMUM_PAGES = 2000
#: Fewer characters than this on a page, on average, mean a scan.
_SCAN_CHARACTERS = 15
_PAGE_NUMBER = re.compile(r"\s*[-—–－]?\s*\d{1,4}\s*[-—–－]?\s*")
#: Figures in a Latin font stand higher or lower than the Han beside them, by less than this (in points).
_SAME_LINE = 5


@dataclass(slots=True)
class Line:
    """What stands at one height of a page: a line of text, or a table (`rows`)."""

    top: float
    text: str = ""
    #: Distance from the left edge of the page's text, in half widths of the line's own letters.
    indent: int = 0
    rows: list[list[str]] | None = None


def read_pdf(data: bytes) -> Source:
    """Blocks of a PDF, a line or a table each. Raises UnreadableDocument for a locked, broken or scanned file."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    pages = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > MAXIMUM_PAGES:
                raise UnreadableDocument(f"PDF 超过 {MAXIMUM_PAGES} 页")
            for page in pdf.pages:
                pages.append(_read_page(page))
                page.close()
    except UnreadableDocument:
        raise
    except Exception as error:  # the library says what is broken in many ways, from KeyError to struct.error
        if isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect):
            raise UnreadableDocument("PDF 文件有密码，无法读取") from error
        raise UnreadableDocument("PDF 文件已损坏，无法读取") from error
    if sum(len(line.text) for page in pages for line in page if line.rows is None) < _SCAN_CHARACTERS * len(pages):
        raise UnreadableDocument("PDF 是扫描图片，没有可以读取的文字，请先做文字识别")
    return Source(_join_pages(pages), "pdf")


def _read_page(page: Page) -> list[Line]:
    tables = _tables(page)
    boxes = [table.bbox for table in tables]

    def is_outside(thing: dict) -> bool:
        x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
        return not any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)

    printed = page.filter(is_outside).dedupe_chars()  # bold is printed twice by some programs
    found = printed.extract_text_lines(strip=True, return_chars=True, y_tolerance=_SAME_LINE)
    left = min((line["x0"] for line in found), default=0.0)
    lines = [
        Line(line["top"], line["text"], max(0, round((line["x0"] - left) / (line["chars"][0]["size"] / 2))))
        for line in found
        if line["text"].strip()
    ]
    lines += [Line(table.bbox[1], rows=_cells(table)) for table in tables]
    return sorted(lines, key=lambda line: line.top)


def _tables(page: Page) -> list[Table]:
    """The tables of data: two columns and two rows at least. A frame round a text is none."""
    if not (page.lines or page.rects or page.curves):
        return []
    return [table for table in page.find_tables() if len(table.rows) >= 2 and len(table.columns) >= 2]


def _cells(table: Table) -> list[list[str]]:
    """The words of each cell on one line; a cell that is merged into another is empty."""
    return [["".join((cell or "").split("\n")).strip() for cell in row] for row in table.extract()]


def _join_pages(pages: list[list[Line]]) -> list[Block]:
    """Blocks of all pages, numbered through, without page numbers at head and foot and repeated head lines."""
    for page in pages:
        while page and _PAGE_NUMBER.fullmatch(page[-1].text):
            page.pop()
        while page and _PAGE_NUMBER.fullmatch(page[0].text):
            page.pop(0)
    if len(pages) >= 4:
        for edge in (0, -1):
            edges = [page[edge].text for page in pages if page]
            for text in {text for text in edges if text and edges.count(text) >= len(pages) * 0.6}:
                for page in pages:
                    if page and page[edge].text == text:
                        page.pop(edge)
    blocks: list[Block] = []
    for page in pages:
        for place, line in enumerate(page):
            if place == 0 and line.rows and blocks and _goes_on(blocks[-1].rows, line.rows):
                blocks[-1].rows += line.rows[line.rows[0] == blocks[-1].rows[0] :]
            else:
                blocks.append(Block(line.text, len(blocks) + 1, indent=line.indent, rows=line.rows))
    return blocks


def _goes_on(above: list[list[str]] | None, rows: list[list[str]]) -> bool:
    """Whether a table at the head of a page goes on the one that ended the page before; its head may be repeated."""
    return above is not None and len(above[0]) == len(rows[0])
