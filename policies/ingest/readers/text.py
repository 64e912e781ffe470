"""Plain text: one block for each line that is not blank."""

from __future__ import annotations

import re

from policies.ingest.readers.encoding import decode_text
from policies.ingest.readers.source import Block, Source

_LINE_BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")


def read_text(data: bytes) -> Source:
    """Blocks of a text file in any known encoding."""
    return Source(text_blocks(decode_text(data)), "text")


def text_blocks(text: str) -> list[Block]:
    """One block a line; `gap` says that a blank line stood before it."""
    blocks: list[Block] = []
    gap = False
    for number, line in enumerate(_LINE_BREAK.split(text), 1):
        if line.strip(" \t\u3000\u00a0\u200b\ufeff"):
            blocks.append(Block(line.rstrip(), number, gap=gap, indent=_indent(line)))
            gap = False
        else:
            gap = True
    return blocks


def _indent(line: str) -> int:
    blank = line[: len(line) - len(line.lstrip())]
    return len(blank) + blank.count("\u3000")
