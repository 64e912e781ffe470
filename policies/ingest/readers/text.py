"""Plain text: one block for each line that is not blank."""

from __future__ import annotations

from policies.ingest.readers.bar_tables import gather_bars
from policies.ingest.readers.encoding import decode_text
from policies.ingest.readers.source import Block, Source

#: `splitlines` would break lines at these three; they are invisible marks like others.
_NO_BREAK = "\x1c\x1d\x1e"

#: A table has at least this many columns and rows.
_COLUMNS, _ROWS = 2, 2


def read_text(data: bytes) -> Source:
    """Blocks of a text file in any known encoding."""
    blocks = gather_rows(text_blocks(decode_text(data)))
    return Source(gather_bars(blocks), "text")


def gather_rows(blocks: list[Block]) -> list[Block]:
    """Two lines or more with as many tabs between words are the rows of a table, as pages are copied."""
    gathered: list[Block] = []
    index = 0
    while index < len(blocks):
        if "\t" not in blocks[index].text:
            gathered.append(blocks[index])
            index += 1
            continue
        end = index
        cells = _cells(blocks[index].text)
        while end < len(blocks) and len(cells) >= _COLUMNS and len(_cells(blocks[end].text)) == len(cells):
            end += 1
        rows = [_cells(block.text) for block in blocks[index:end]]
        if len(rows) >= _ROWS and not any(cell.endswith(("：", ":")) for row in rows for cell in row):
            gathered.append(Block("", blocks[index].line, rows=rows))
        else:
            end = max(end, index + 1)
            gathered += blocks[index:end]
        index = end
    return gathered


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().split("\t")]


def text_blocks(text: str) -> list[Block]:
    """One block a line; `gap` says that a blank line stood before it."""
    blocks: list[Block] = []
    gap = False
    for mark in _NO_BREAK:
        text = text.replace(mark, "")
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip(" \t\u3000\u00a0\u200b\ufeff"):
            blocks.append(Block(line.rstrip(), number, gap=gap, indent=_indent(line) if line[:1].isspace() else 0))
            gap = False
        else:
            gap = True
    return blocks


def _indent(line: str) -> int:
    blank = line[: len(line) - len(line.lstrip())]
    return len(blank) + blank.count("\u3000")
