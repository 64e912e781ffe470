"""A text with what stands in closed brackets blanked, every character in its place; pieces of sentences in it."""

from __future__ import annotations

import re

BLANK = "＿"
_CLOSED = re.compile(r"（[^（）\n]{0,80}）|〔[^〔〕\n]{0,60}〕")
#: All up to the last mark that ends a piece of a sentence.
THROUGH_PIECE = re.compile(r"(?s:.*)[。；！？\n]")


def mask(text: str) -> str:
    """首台（套）装备 → 首台＿＿＿装备, so that no comma or noun inside a bracket is taken for one of the sentence."""
    if "（" not in text and "〔" not in text:
        return text
    once = _blank(text)
    # Twice, for a bracket inside a bracket.
    return _blank(once) if "（" in once or "〔" in once else once


def _blank(text: str) -> str:
    return _CLOSED.sub(lambda bracket: BLANK * len(bracket[0]), text)


def last_of(text: str, through: re.Pattern, start: int, end: int) -> int:
    """Where the last mark stands in text[start:end], -1 where none does; `through` is `THROUGH_PIECE` or its like."""
    passed = through.match(text, start, end)
    return passed.end() - 1 if passed else -1


def last_match(pattern: re.Pattern, text: str, start: int, end: int) -> re.Match | None:
    """The last match of a pattern in text[start:end], or None."""
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found
