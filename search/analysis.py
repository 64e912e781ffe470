"""One analysis for both sides: words rank, characters and bigrams recall, canonical tokens join numbers."""

import logging
import re
from functools import cache, lru_cache

import jieba
import rjieba

from search import canonical, dictionary
from search.characters import letters, readable

#: Raised when the same text would give other tokens than before; the index remembers it and is rebuilt.
ANALYSIS_VERSION = 3

#: Between two fields of a provision (heading, text, an item's text): no phrase runs across it.
GAP = "|"


def version() -> str:
    """Version of the analysis and of the user dictionary, as stored in the index."""
    return f"{ANALYSIS_VERSION}.{dictionary.version()}"


@cache
def query_cutter() -> jieba.Tokenizer:
    """jieba with the project's words; loading its dictionary takes about a second, once."""
    jieba.setLogLevel(logging.WARNING)
    cutter = jieba.Tokenizer()
    cutter.initialize()
    for word, frequency, tag in dictionary.entries():
        cutter.add_word(word, frequency, tag)
    return cutter


#: 5.1.1, 26341-2010, 20.0cm2: here the two cutters differ; one line of the laws in 150 holds such.
CUT_OTHERWISE = re.compile(r"[0-9a-z][^0-9a-z\u4e00-\u9fff][0-9a-z]|[0-9][a-z]|[a-z][0-9]")


@cache
def bulk_cutter() -> rjieba.Jieba:
    """The same algorithm and dictionary in Rust, eight times as fast; a test holds the two equal."""
    cutter = rjieba.Jieba()
    for word, frequency, tag in dictionary.entries():
        cutter.add_word(word, frequency, tag)
    return cutter


def _spoken(tokens) -> list[str]:
    return [token for token in tokens if token[0].isalnum()]


def text_words(text: str) -> list[str]:
    """Words of a passage in search mode: long words and the shorter ones inside them."""
    text = readable(text)
    cutter = query_cutter() if CUT_OTHERWISE.search(text) else bulk_cutter()
    return _spoken(cutter.cut_for_search(text))


def query_words(text: str) -> list[str]:
    """Words of a query, cut as `text_words` cuts."""
    return list(_query_words(text))


@lru_cache(maxsize=2048)
def _query_words(text: str) -> tuple[str, ...]:
    return tuple(_spoken(query_cutter().cut_for_search(readable(text))))


def boundaries(text: str) -> set[int]:
    """Offsets in `text` (already folded) where a word begins or ends."""
    offset, found = 0, {0}
    for token in query_cutter().cut(text):
        offset += len(token)
        found.add(offset)
    return found


def bigrams(characters: str) -> list[str]:
    """Every two neighbours of a row of characters, as `letters` gives it."""
    return [characters[start : start + 2] for start in range(len(characters) - 1)]


__all__ = ["GAP", "bigrams", "boundaries", "canonical", "letters", "query_words", "readable", "text_words", "version"]
