"""Word documents (.docx): paragraphs with their automatic numbers, and tables, in printed order."""

from __future__ import annotations

import io
import zipfile

from policies.ingest.parsed import UnreadableDocument
from policies.ingest.readers.docx_numbers import Numbering
from policies.ingest.readers.source import Block, PageData, Source

#: A document that unpacks to more than this, or by more than this factor, is refused.
MAXIMUM_UNPACKED = 256 * 1024 * 1024
MAXIMUM_FACTOR = 200


def read_docx(data: bytes) -> Source:
    """Blocks of a Word document. Raises UnreadableDocument for a broken or locked file, or a zip bomb."""
    _check_archive(data)
    from docx import Document
    from docx.table import Table

    try:
        document = Document(io.BytesIO(data))
        numbering = Numbering(document)
        blocks: list[Block] = []
        for line, item in enumerate(document.iter_inner_content(), 1):
            if isinstance(item, Table):
                _add_table(blocks, item, line)
            else:
                _add_paragraph(blocks, item, line, numbering)
    except UnreadableDocument:
        raise
    except Exception as error:  # python-docx raises many kinds for broken parts
        raise UnreadableDocument("Word 文件已损坏，无法读取") from error
    title = (document.core_properties.title or "").strip()
    return Source(blocks, "docx", PageData(title=title if len(title) > 5 else ""))


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            size = sum(info.file_size for info in archive.infolist())
            locked = any(info.flag_bits & 1 for info in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UnreadableDocument("文件已损坏，无法解压") from error
    if "word/document.xml" not in names:
        raise UnreadableDocument("这是压缩包或其他 Office 文件，不是 Word 文档")
    if locked:
        raise UnreadableDocument("Word 文件有密码，无法读取")
    if size > MAXIMUM_UNPACKED or size > max(len(data) * MAXIMUM_FACTOR, 4 * 1024 * 1024):
        raise UnreadableDocument("Word 文件解压后过大，已拒绝读取")


def _add_paragraph(blocks: list[Block], paragraph, line: int, numbering: Numbering) -> None:
    number = numbering.number_of(paragraph)
    align = {1: "center", 2: "right"}.get(_alignment(paragraph), "")
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    heading = int(style[8:]) if style.startswith("Heading ") and style[8:].isdigit() else 0
    for text in paragraph.text.replace("\v", "\n").split("\n"):
        if text.strip():
            blocks.append(Block(number + text, line, align, heading + 1 if heading else 0))
            number = ""


def _alignment(paragraph) -> int | None:
    value = paragraph.alignment
    if value is None and paragraph.style is not None:
        value = paragraph.style.paragraph_format.alignment
    return None if value is None else int(value)


def _add_table(blocks: list[Block], table, line: int) -> None:
    """A table of one column only frames text; others are tables of data. A merged cell is told once."""
    rows: list[list[str]] = []
    for row in table.rows:
        cells, seen = [], set()
        for cell in row.cells:
            if id(cell._tc) not in seen:
                seen.add(id(cell._tc))
                cells.append(cell.text.strip())
        rows.append(cells)
    if all(len(row) == 1 for row in rows) and not rows[0][0].startswith("专栏"):
        for row in rows:
            blocks.extend(Block(text, line) for text in row[0].split("\n") if text.strip())
    elif any(any(row) for row in rows):
        blocks.append(Block("", line, rows=rows))
