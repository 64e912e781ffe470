"""Readers: bytes and a file name in, blocks with line numbers out. None of them touches the network."""

from __future__ import annotations

import re

from policies.ingest.lookalikes import has_lookalikes, plain_characters
from policies.ingest.parsed import UnreadableDocument
from policies.ingest.readers.source import Source

#: Larger files are refused: no policy document comes near it.
MAXIMUM_BYTES = 64 * 1024 * 1024
#: A text with a heading after # at its beginning is Markdown, whatever its name ends with; so is what a crawler wrote.
_MARKDOWN = re.compile(
    rb"^[ \xef\xbb\xbf]{0,3}#{1,3} +(?:\*\*)?[\x80-\xff]|\A\s*Title: [^\n]{1,600}\s+URL Source: ", re.M
)
_MARKDOWN_BEGINS = 2000
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|div|table|p|span|meta)\b", re.I)
_BINARY = (
    (b"\xd0\xcf\x11\xe0", "这是旧版 Word（.doc）或其他 Office 文件，请另存为 .docx 再导入"),
    (b"\x89PNG", "这是图片，不是文字"),
    (b"\xff\xd8\xff", "这是图片，不是文字"),
    (b"GIF8", "这是图片，不是文字"),
    (b"Rar!", "这是压缩包，请解压后再导入"),
    (b"7z\xbc\xaf", "这是压缩包，请解压后再导入"),
    (b"\x1f\x8b", "这是压缩包，请解压后再导入"),
)


def read_source(data: bytes, name: str) -> Source:
    """The blocks of a file. The bytes tell the format; the ending of `name` tells text, Markdown and HTML apart."""
    source = _read(data, name)
    cells = [cell for block in source.blocks if block.rows for row in block.rows for cell in row]
    if has_lookalikes("".join([block.text for block in source.blocks] + cells)):
        for block in source.blocks:
            block.text = plain_characters(block.text)
            if block.rows:
                block.rows = [[plain_characters(cell) for cell in row] for row in block.rows]
    return source


def _read(data: bytes, name: str) -> Source:
    if len(data) > MAXIMUM_BYTES:
        raise UnreadableDocument(f"文件超过 {MAXIMUM_BYTES // 1024 // 1024} MB")
    for magic, reason in _BINARY:
        if data.startswith(magic):
            raise UnreadableDocument(reason)
    ending = name.lower().rpartition(".")[2]
    if data.startswith(b"PK\x03\x04"):
        from policies.ingest.readers.docx import read_docx

        return read_docx(data)
    if b"%PDF-" in data[:1024]:
        from policies.ingest.readers.pdf import read_pdf

        return read_pdf(data)
    if ending in ("docx", "pdf"):
        raise UnreadableDocument(f"文件名以 .{ending} 结尾，内容却不是这种格式，文件可能已损坏")
    if ending in ("html", "htm", "shtml", "xhtml") or _looks_like_html(data):
        from policies.ingest.readers.html import read_html

        return read_html(data)
    if ending in ("md", "markdown") or _MARKDOWN.search(data[:_MARKDOWN_BEGINS]):
        from policies.ingest.readers.markdown import read_markdown

        return read_markdown(data)
    from policies.ingest.readers.text import read_text

    return read_text(data)


def _looks_like_html(data: bytes) -> bool:
    return _HTML.search(data[:2000].replace(b"\x00", b"").lstrip()[:400]) is not None
