"""A reader's words and the words in which laws and policies say the same (老板 → 用人单位): they rank and loosen.

What contains a query as it stands is not changed by them; an alias (policies.models.Alias) changes that.
"""

from functools import cache
from pathlib import Path

from search import analysis
from search.characters import letters

FILE = Path(__file__).with_name("related.txt")
#: A key of at most this many characters counts only where the cutter sees it as a word: 偷 is not in 偷税.
SHORT = 2


@cache
def table() -> dict[str, tuple[str, ...]]:
    """Reader's word → words of the texts."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ") for line in lines if line and not line.startswith("#"))
    return {word: tuple(means.split()) for word, means in pairs}


def related(text: str) -> list[tuple[str, str]]:
    """(reader's word, word of the texts) for a part of a query, in the order of the query."""
    words, row, known = set(analysis.query_words(text)), letters(text), table()
    pieces = {row[start : start + length] for length in lengths() for start in range(len(row) - length + 1)}
    found = [word for word in pieces if word in known and (len(word) > SHORT or word in words)]
    return [(word, meaning) for word in sorted(found, key=row.find) for meaning in known[word] if meaning not in row]


@cache
def lengths() -> tuple[int, ...]:
    """Lengths that words of the table have."""
    return tuple(sorted({len(word) for word in table()}))
