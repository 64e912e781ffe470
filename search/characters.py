"""One character → a fixed string, whatever its neighbours: NFKC, case fold, traditional → simplified.

Both sides of the search use these tables, so a query and a text that differ only in width, case or script are equal.
"""

import unicodedata
from functools import cache
from importlib import resources

from policies.ingest.lookalikes import plain_characters


@cache
def simplified() -> dict[str, str]:
    """Single traditional characters and their first simplified form, as the opencc package lists them.

    A character that opencc also keeps as it is (著, 覆, 藉 stand in simplified texts) is left alone.
    """
    source = resources.files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in source.splitlines() if "\t" in line)
    table = {traditional: forms.split(" ")[0] for traditional, forms in pairs}
    return {key: value for key, value in table.items() if key != value and len(key) == 1}


def fold(character: str) -> str:
    """The normal form of one character: Ａ → a, ㎡ → m2, 國 → 国, （ → (."""
    table = simplified()
    character = plain_characters(character)
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold())
    return "".join(table.get(part, part) for part in folded)


class Table(dict):
    """A table for str.translate that works out each character when it is first met."""

    def __init__(self, rule):
        super().__init__()
        self.rule = rule

    def __missing__(self, code_point: int) -> str:
        value = self[code_point] = self.rule(chr(code_point))
        return value


def _readable(character: str) -> str:
    folded = fold(character)
    return " " if folded.isspace() or not folded.isprintable() else folded


def _aligned(character: str) -> str:
    folded = fold(character)
    return folded if len(folded) == 1 else character


_LETTERS = Table(lambda character: "".join(part for part in fold(character) if part.isalnum()))
_READABLE = Table(_readable)
_ALIGNED = Table(_aligned)


def letters(text: str) -> str:
    """The letters, digits and Han characters of a text, folded, in a row; all else is passed over."""
    return text.translate(_LETTERS)


def readable(text: str) -> str:
    """The folded text with its punctuation; white space and what cannot be printed become blanks."""
    return text.translate(_READABLE)


def aligned(text: str) -> str:
    """The folded text character for character (same length), to find places in the original."""
    return text.translate(_ALIGNED)
