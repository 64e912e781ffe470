"""A text with what stands in closed brackets blanked, every character in its place; pieces of sentences in it."""

from __future__ import annotations

import re

BLANK = "＿"
_CLOSED = re.compile(r"（[^（）\n]{0,80}）|〔[^〔〕\n]{0,60}〕")
_ENDS = "。；！？\n"


def mask(text: str) -> str:
    """首台（套）装备 → 首台＿＿＿装备, so that no comma or noun inside a bracket is taken for one of the sentence."""
    if "（" not in text and "〔" not in text:
        return text
    # Twice, for a bracket inside a bracket.
    return _blank(_blank(text))


def _blank(text: str) -> str:
    return _CLOSED.sub(lambda bracket: BLANK * len(bracket[0]), text)


def last_of(text: str, marks: str, start: int, end: int) -> int:
    """Where the last of the marks stands in text[start:end], -1 where none does."""
    last = -1
    for mark in marks:
        place = text.rfind(mark, start if last < 0 else last + 1, end)
        if place >= 0:
            last = place
    return last


def last_match(pattern: re.Pattern, text: str, start: int, end: int) -> re.Match | None:
    """The last match of a pattern in text[start:end], or None."""
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found
