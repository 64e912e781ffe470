"""What the Whoosh engine keeps in memory of each segment: passages to check phrases in, facet and sort columns.

A segment never changes, so its columns are read once; an edit adds a small segment and costs as much.
"""

import json
import threading
from collections import OrderedDict
from dataclasses import dataclass

from search.engines.base import KEYWORDS


@dataclass(slots=True)
class Columns:
    """One entry per document of a segment, by its number there."""

    provision: list[int]
    letters: list[str]
    keywords: dict[str, list[tuple[str, ...]]]
    amounts: list[tuple[int, ...]]
    deadlines: list[tuple[int, ...]]
    date: list[int | None]


_columns: OrderedDict[tuple[str, str], Columns] = OrderedDict()
_lock = threading.Lock()
#: Segments kept; a base of 20,000 provisions has a handful.
KEPT = 64


def columns_of(folder: str, reader) -> Columns:
    """The columns of the segment that an atomic Whoosh reader reads."""
    segment = reader.segment()
    if segment is None:  # an index without rows has a reader of no segment
        return _read(reader)
    key = (folder, segment.segment_id())
    with _lock:
        if key in _columns:
            _columns.move_to_end(key)
            return _columns[key]
    read = _read(reader)
    with _lock:
        _columns[key] = read
        while len(_columns) > KEPT:
            _columns.popitem(last=False)
    return read


def _read(reader) -> Columns:
    size = reader.doc_count_all()
    columns = Columns(
        provision=[0] * size,
        letters=[""] * size,
        keywords={name: [()] * size for name in KEYWORDS},
        amounts=[()] * size,
        deadlines=[()] * size,
        date=[None] * size,
    )
    shared: dict[tuple, tuple] = {}  # equal values are one object
    for number in range(size):
        if reader.is_deleted(number):
            continue
        held = json.loads(reader.stored_fields(number)["columns"])
        columns.provision[number] = held["provision"]
        columns.letters[number] = held["letters"]
        for name in KEYWORDS:
            value = tuple(held["keywords"].get(name, ()))
            columns.keywords[name][number] = shared.setdefault(value, value)
        columns.amounts[number] = tuple(held["amounts"])
        columns.deadlines[number] = tuple(held["deadlines"])
        columns.date[number] = held["date"]
    return columns
