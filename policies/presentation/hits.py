"""Where the words of a query stand in a text, so that a page reached from a search shows them as the search does."""

from search.directory import directory
from search.planning import read
from search.query import parse
from search.snippets import Marks, find_spans


def marks_of(query: str, today) -> Marks | None:
    """What a query marks: its parts, their aliases and numbers; None where it holds no words."""
    reading = read(parse(query), directory(), list, today)
    if not reading.marks and not reading.words:
        return None
    return Marks(tuple(dict.fromkeys(reading.marks)), tuple(reading.tokens), tuple(reading.words))


def hit_spans(text: str, marks: Marks | None) -> list[tuple[int, int]]:
    """(start, end) of every place to mark, in order."""
    return [(start, end) for start, end, _ in find_spans(text, marks)] if marks and text else []
