"""Running heads of a printed text: the lines of its title, printed again at the head of every second page.

Such a text was copied page by page: any line of it that ends inside a sentence may have been cut by a page's end.
"""

from __future__ import annotations

from dataclasses import replace

from policies.ingest.frame.title_lines import squeeze
from policies.ingest.lines.continuations import ends_sentence
from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import read_printed_number

#: A shorter title (公告) may be a heading of the text too.
_SHORTEST = 6


def drop_running_heads(body: list[Block], head: list[Block], title: str) -> tuple[list[Block], list[Block]]:
    """(the body without them, these lines). What a page's end cut in two stands behind a gap and may be joined.

    `head` are the blocks above the body. A title on one line that stands between whole sentences is left: it may be
    the title of the text that a notice brings.
    """
    lines = _title_lines(head, squeeze(title))
    if not lines:
        return body, []
    found = [
        index
        for index, block in enumerate(body)
        if block.text[:1] == lines[0][0] and _squeezed(body[index : index + len(lines)]) == lines
    ]
    found = [index for index in found if index and (_cuts(body, index, len(lines)) or len(lines) > 1)]
    if not found:
        return body, []
    numbered = next((i for i, block in enumerate(body) if block.rows is None and read_printed_number(block.text)), 0)
    dropped = {index + line for index in found if index > numbered for line in range(len(lines))}
    if not dropped:
        return body, []
    kept: list[Block] = []
    for index, block in enumerate(body):
        if index not in dropped:
            cut = kept and kept[-1].rows is None and block.rows is None and not ends_sentence(kept[-1].text)
            kept.append(replace(block, gap=True) if cut else block)
    return kept, [body[index] for index in sorted(dropped)]


def _title_lines(head: list[Block], title: str) -> list[str]:
    """The lines that the title was printed on; [] when it was put together otherwise."""
    if len(title) < _SHORTEST:
        return []
    lines = [squeeze(block.text) if block.rows is None else "" for block in head]
    for start, line in enumerate(lines):
        end = start + 1
        while line and len(line) < len(title) and title.startswith(line) and end < len(lines):
            line, end = line + lines[end], end + 1
        if line == title:
            return lines[start:end]
    return []


def _squeezed(blocks: list[Block]) -> list[str]:
    return [squeeze(block.text) if block.rows is None else "" for block in blocks]


def _cuts(body: list[Block], start: int, count: int) -> bool:
    """Whether a sentence goes on from the line above to the line below."""
    above = body[start - 1]
    below = body[start + count] if start + count < len(body) else None
    return (
        above.rows is None
        and below is not None
        and below.rows is None
        and not ends_sentence(above.text)
        and read_printed_number(below.text) is None
    )
