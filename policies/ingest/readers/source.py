"""What a reader makes of a file: paragraphs with their line numbers, and what the page says about itself."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Block:
    """One line or paragraph of the source. `line` counts from 1; `align` is "", "center" or "right"."""

    text: str
    line: int
    align: str = ""
    #: Level of a heading marked as such (Markdown #, h1, a Word heading style); 0 when it is none.
    heading: int = 0
    #: A blank line stands before it (text files only).
    gap: bool = False
    #: White space before its first character, in half widths (text and PDF files only).
    indent: int = 0
    #: Cells row by row when the block is a table; `text` is then empty.
    rows: list[list[str]] | None = None


@dataclass(slots=True)
class PageData:
    """What a saved page or its table of data says about the document; empty where it says nothing."""

    title: str = ""
    document_number: str = ""
    issuing_bodies: str = ""
    signed: str = ""
    published: str = ""
    source_url: str = ""


@dataclass(slots=True)
class Source:
    """A file as read: its blocks in order. `format` is text, markdown, html, docx or pdf."""

    blocks: list[Block]
    format: str = "text"
    page_data: PageData = field(default_factory=PageData)
