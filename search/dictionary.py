"""The project's own words for the two cutters, and the version that the index remembers."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("dictionary.txt")


@cache
def version() -> int:
    """The number in the first line of the dictionary."""
    return int(FILE.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# version "))


@cache
def entries() -> tuple[tuple[str, int, str], ...]:
    """(word, frequency, part of speech) of every line that is no comment."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return tuple(
        (word, int(frequency), tag)
        for word, frequency, tag in (line.split() for line in lines if line and not line.startswith("#"))
    )
