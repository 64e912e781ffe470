"""Markdown as laws are kept in: # headings, header lines closed by <!-- INFO END -->, pipe tables."""

from __future__ import annotations

import re

from policies.ingest.readers.encoding import decode_text
from policies.ingest.readers.source import Block, Source
from policies.ingest.readers.text import text_blocks

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s*(.*?)\s*#*$")
_TABLE_ROW = re.compile(r"^\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
#: - 开展培训。
_BULLET = re.compile(r"^\s*[-*+•] +(?=\S)")
INFO_END = "<!-- INFO END -->"


def read_markdown(data: bytes) -> Source:
    """Blocks of a Markdown file; what stands before <!-- INFO END --> is centred, as a head is in print."""
    text = decode_text(data)
    blocks: list[Block] = []
    header = INFO_END in text
    for block in text_blocks(text):
        if INFO_END in block.text:
            header = False
            continue
        block.text = _without_comments(block.text)
        if not block.text.strip():
            continue
        heading = _HEADING.match(block.text)
        block.text = _BULLET.sub("", block.text)
        if heading:
            block.heading, block.text = len(heading.group(1)), heading.group(2)
            if not block.text:
                continue
        elif header:
            block.align = "center"
        elif _TABLE_ROW.match(block.text):
            _add_row(blocks, block)
            continue
        blocks.append(block)
    return Source(blocks, "markdown")


def _without_comments(line: str) -> str:
    # Behind the last --> no comment ends, and none is looked for.
    closed, mark, rest = line.rpartition("-->")
    return _COMMENT.sub("", closed + mark) + rest if mark else line


def _add_row(blocks: list[Block], block: Block) -> None:
    """A pipe row joins the table before it, or begins one."""
    if _TABLE_RULE.match(block.text):
        return
    cells = [cell.strip() for cell in block.text.strip().strip("|").split("|")]
    last = blocks[-1] if blocks else None
    if last is not None and last.rows is not None:
        last.rows.append(cells)
    else:
        blocks.append(Block("", block.line, rows=[cells]))
