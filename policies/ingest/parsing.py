"""A file to its documents: the reader for its format, refusal of what is no policy text, volumes, documents."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from policies.ingest.document import read_document
from policies.ingest.frame.page_lines import drop_trailer
from policies.ingest.frame.titles import title_kind
from policies.ingest.frame.untitled import title_from_name
from policies.ingest.lines.paragraphs import clean_blocks
from policies.ingest.parsed import ParsedDocument, UnreadableDocument
from policies.ingest.readers import read_source
from policies.ingest.readers.source import Block, Source
from policies.ingest.volumes import split_volume

_HAN = re.compile(r"[㐀-䶿一-鿿]+")
#: A policy text has at least this many Han characters, and at least this share of its characters.
MINIMUM_HAN = 30
MINIMUM_SHARE = 1 / 3
_SAMPLED = 16


def parse_file(path: str | Path) -> list[ParsedDocument]:
    """The documents of a file. Raises UnreadableDocument (reason in Chinese), OSError when it cannot be opened."""
    path = Path(path)
    return parse_bytes(path.read_bytes(), path.name)


def parse_bytes(data: bytes, name: str) -> list[ParsedDocument]:
    """The documents in `data`; the ending of `name` helps to tell the format. Raises UnreadableDocument."""
    with _collector_paused():
        return _parse(data, name)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Reading makes many small objects and drops few: walking over them again and again costs more than linear time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _parse(data: bytes, name: str) -> list[ParsedDocument]:
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableDocument("文件是空的")
    source = read_source(data, name)
    _refuse_other_text(source.blocks)
    blocks, trailer = drop_trailer(clean_blocks(source))
    documents = _read_documents(blocks, source, name)
    if trailer:
        documents[-1].warnings.append(f"{_lines(trailer)}：是网页的页脚（责任编辑、相关阅读等），没有收入")
        documents[-1].tail_lines += [block.text for block in trailer]
    return documents


def _lines(blocks: list[Block]) -> str:
    first, last = blocks[0].line, blocks[-1].line
    return f"第{first}至{last}行" if last > first else f"第{first}行"


def _read_documents(blocks: list[Block], source: Source, name: str) -> list[ParsedDocument]:
    """The documents of a volume, or the one document."""
    warnings: list[str] = []
    volumes = split_volume(blocks, warnings)
    if volumes:
        documents = []
        for volume in volumes:
            document = read_document(volume.blocks, source, volume.title)
            document.page = volume.page
            documents.append(document)
        documents[0].warnings[:0] = warnings
        return documents
    document = read_document(blocks, source)
    if not document.title or not _HAN.search(document.title):
        document.title = title_from_name(name, document)
        document.kind = title_kind(document.title)
        document.warnings.append("没有找到标题，用的是文件名，请改为文件的标题")
    if not document.title:
        raise UnreadableDocument("没有找到可以作为标题的一行")
    return [document]


def _refuse_other_text(blocks: list[Block]) -> None:
    texts = [block.text for block in blocks]
    texts += [cell for block in blocks if block.rows for row in block.rows for cell in row]
    # Nearly all texts are mostly Han: where half of every sixteenth character is, no other need be looked at.
    sample = "".join(texts)[::_SAMPLED]
    if len(sample) > MINIMUM_HAN and sum(map(len, _HAN.findall(sample))) * 2 > max(len(sample), MINIMUM_HAN * 2):
        return
    # White space does not count; where even with it the share is reached, the rest need not be counted.
    enough = max(MINIMUM_HAN, sum(map(len, texts)) * MINIMUM_SHARE)
    han = 0
    for text in texts:
        han += sum(map(len, _HAN.findall(text)))
        if han >= enough:
            return
    if han < MINIMUM_HAN:
        raise UnreadableDocument(f"只有{han}个汉字，不足{MINIMUM_HAN}个，不是政策文本")
    if han < sum(len("".join(text.split())) for text in texts) * MINIMUM_SHARE:
        raise UnreadableDocument("汉字不到全部字符的三分之一，不是中文政策文本")
