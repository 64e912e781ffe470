"""PDF files: the text of each page by lines. A scan without text is refused with the reason."""

from __future__ import annotations

import io
import logging
import re

from policies.ingest.parsed import UnreadableDocument
from policies.ingest.readers.source import Block, Source
from policies.ingest.readers.text import text_blocks

MAXIMUM_PAGES = 2000
#: Fewer characters than this on a page, on average, mean a scan.
_SCAN_CHARACTERS = 15
_PAGE_NUMBER = re.compile(r"\s*[-—–－]?\s*\d{1,4}\s*[-—–－]?\s*")


def read_pdf(data: bytes) -> Source:
    """Blocks of a PDF, a line each. Raises UnreadableDocument for a locked, broken or scanned file."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocument("PDF 文件有密码，无法读取")
        if len(reader.pages) > MAXIMUM_PAGES:
            raise UnreadableDocument(f"PDF 超过 {MAXIMUM_PAGES} 页")
        pages = [page.extract_text() or "" for page in reader.pages]
    except UnreadableDocument:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, RecursionError) as error:
        raise UnreadableDocument("PDF 文件已损坏，无法读取") from error
    if sum(len(page.strip()) for page in pages) < _SCAN_CHARACTERS * max(1, len(pages)):
        raise UnreadableDocument("PDF 是扫描图片，没有可以读取的文字，请先做文字识别")
    return Source(_join_pages(pages), "pdf")


def _join_pages(pages: list[str]) -> list[Block]:
    """Lines of all pages, numbered through, without the page numbers at head and foot and repeated head lines."""
    lines = [[line for line in page.split("\n") if line.strip()] for page in pages]
    for page in lines:
        while page and _PAGE_NUMBER.fullmatch(page[-1]):
            page.pop()
        while page and _PAGE_NUMBER.fullmatch(page[0]):
            page.pop(0)
    if len(lines) >= 4:
        for edge in (0, -1):
            edges = [page[edge].strip() for page in lines if page]
            for line in {text for text in edges if edges.count(text) >= len(lines) * 0.6}:
                for page in lines:
                    if page and page[edge].strip() == line:
                        page.pop(edge)
    return text_blocks("\n".join(line for page in lines for line in page))
