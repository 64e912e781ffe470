"""Files in, dataclasses out. Pure Python: nothing here imports Django or the models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from policies.ingest.parsed import UnreadableDocument

if TYPE_CHECKING:
    from policies.ingest.parsed import ParsedDocument

__all__ = ["UnreadableDocument", "parse_bytes", "parse_file", "to_digits_path"]


def parse_file(path: str | Path) -> list[ParsedDocument]:
    """The documents of a file. Raises UnreadableDocument (reason in Chinese), OSError when it cannot be opened."""
    from policies.ingest.parsing import parse_file as parse

    return parse(path)


def parse_bytes(data: bytes, name: str) -> list[ParsedDocument]:
    """The documents in `data`, a file called `name`. Raises UnreadableDocument (reason in Chinese)."""
    from policies.ingest.parsing import parse_bytes as parse

    return parse(data, name)


def to_digits_path(printed_path: str) -> str:
    """The address of a printed path: 二/（三）/1 → 2.3.1."""
    from policies.ingest.tree.number_paths import to_digits_path as digits

    return digits(printed_path)
