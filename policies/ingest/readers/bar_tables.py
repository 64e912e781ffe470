"""Tables drawn with bars in plain text: | 序号 | 任务 |, and tables whose cells stand on lines of their own."""

from __future__ import annotations

import re

from policies.ingest.readers.source import Block

_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*")
#: A table has so many rows of so many cells at least.
_ROWS, _COLUMNS = 2, 2
#: A cell takes so many lines at most; the first one, which has no bar, is no longer than this.
_CELL_LINES, _FIRST_CELL = 8, 20


def gather_bars(blocks: list[Block]) -> list[Block]:
    """The blocks with the lines of such tables gathered to tables."""
    if sum([1 for block in blocks if "|" in block.text and block.text.lstrip()[0] == "|"]) < _ROWS:
        return blocks
    gathered: list[Block] = []
    index = 0
    while index < len(blocks):
        rows, end = _read_whole_rows(blocks, index)
        if len(rows) < _ROWS:
            rows, end = _read_cells(blocks, index)
        if len(rows) >= _ROWS and max(map(len, rows)) >= _COLUMNS:
            gathered.append(Block("", blocks[index].line, rows=rows))
            index = end
        else:
            gathered.append(blocks[index])
            index += 1
    return gathered


def _read_whole_rows(blocks: list[Block], start: int) -> tuple[list[list[str]], int]:
    """Rows on a line each, from `start` on: | 1 | 甲 | 乙 |. A rule below the first line counts as a second row."""
    rows: list[list[str]] = []
    end = start
    while end < len(blocks):
        text = blocks[end].text.strip()
        if text[:1] != "|" or text[-1:] != "|" or text.count("|") < _COLUMNS + 1:
            break
        if not _RULE.fullmatch(text):
            rows.append([cell.strip() for cell in text.strip("|").split("|")])
        end += 1
    return rows, end


def _read_cells(blocks: list[Block], start: int) -> tuple[list[list[str]], int]:
    """Rows whose cells begin with a bar on a line each and that a bar alone ends; only the first cell has no bar.

    Such lines are told from a menu (登录 / |简体 / |繁体) by the bars that end rows.
    """
    first = blocks[start].text.strip()
    if not first or "|" in first or len(first) > _FIRST_CELL or not _opens_cell(blocks, start + 1):
        return [], start
    rows: list[list[str]] = [[first]]
    lines, is_open, end = 1, True, start + 1
    last_end = start
    while end < len(blocks):
        text = blocks[end].text.strip()
        if text[:1] == "|":
            if text != "|":
                rows[-1].append(text.strip("| "))
            is_open, lines = text[-1:] != "|", 1
            last_end = end + 1
        elif lines >= _CELL_LINES:
            break
        elif is_open:
            rows[-1][-1] += text
            lines += 1
        else:
            rows.append([text])
            is_open, lines = True, 1
        end += 1
    closed = sum(block.text.strip() == "|" for block in blocks[start:last_end])
    if closed < _ROWS:
        return [], start
    if end > last_end:
        rows = _without_lines_behind(rows, blocks[last_end:end])
    return rows, last_end


def _opens_cell(blocks: list[Block], index: int) -> bool:
    text = blocks[index].text.strip() if index < len(blocks) else ""
    return text[:1] == "|" and len(text) > 1 and text[-1] != "|"


def _without_lines_behind(rows: list[list[str]], behind: list[Block]) -> list[list[str]]:
    """The rows without what was taken into the last one beyond the last bar."""
    text = "".join(block.text.strip() for block in behind)
    if rows[-1] == [text]:
        return rows[:-1]
    rows[-1][-1] = rows[-1][-1].removesuffix(text)
    return rows
