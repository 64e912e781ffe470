"""The piece of a provision that answers best, escaped first and marked after: the only tag is <mark>."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from search import canonical, tuning
from search.characters import aligned

#: Nothing that is no letter or digit separates two letters of a phrase.
BETWEEN = r"[\W_]*"
#: A phrase counts as much as so many words when the densest place is looked for.
PHRASE_COUNTS, NUMBER_COUNTS, WORD_COUNTS = 8, 8, 1
ELLIPSIS = "…"
#: Words of a query that are marked, at most.
MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Marks:
    """What to mark: phrases (letters in a row), canonical tokens of numbers, words."""

    phrases: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


#: (start, end, how much it counts)
Span = tuple[int, int, int]


@lru_cache(maxsize=512)
def _phrases(phrases: tuple[str, ...]) -> re.Pattern | None:
    ordered = sorted({phrase for phrase in phrases if phrase}, key=len, reverse=True)
    return re.compile("|".join(BETWEEN.join(map(re.escape, phrase)) for phrase in ordered)) if ordered else None


@lru_cache(maxsize=512)
def _words(words: tuple[str, ...]) -> re.Pattern | None:
    long_enough = {word for word in words[:MOST_WORDS] if len(word) > 1} or set(words[:MOST_WORDS])
    ordered = sorted(long_enough, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


def find_spans(text: str, marks: Marks) -> list[Span]:
    """Places to mark, in order, none inside another; phrases and numbers before words."""
    folded = aligned(text)
    found: list[Span] = []
    pattern = _phrases(marks.phrases)
    if pattern:
        found = [(*match.span(), PHRASE_COUNTS) for match in pattern.finditer(folded)]
    if marks.tokens:
        wanted = set(marks.tokens)
        found += [(start, end, NUMBER_COUNTS) for token, start, end in canonical.places(folded) if token in wanted]
        found.sort(key=lambda span: (span[0], -span[1]))
    # Words are marked only where no phrase is: 科技创新 asked for does not mark 科技 elsewhere.
    if not found:
        pattern = _words(marks.words)
        return [(*match.span(), WORD_COUNTS) for match in pattern.finditer(folded)] if pattern else []
    kept, past = [], 0
    for span in found:
        if span[0] >= past:
            kept.append(span)
            past = span[1]
    return kept


def mark(text: str, marks: Marks) -> str:
    """The whole text, escaped and marked."""
    return _html(text, 0, len(text), find_spans(text, marks))


def snippet(passages: Iterable[tuple[str, str]], marks: Marks, length: int = tuning.SNIPPET_LENGTH) -> tuple[str, str]:
    """(HTML of the densest place, name of the passage it is from); the beginning when nothing is to be marked."""
    best = None  # (weight, start, name, text, spans)
    for name, text in passages:
        if text:
            spans = find_spans(text, marks)
            weight, start = _densest(spans, length)
            if best is None or weight > best[0]:
                best = (weight, start, name, text, spans)
    if best is None:
        return "", ""
    _, first, name, text, spans = best
    start, end = _window(text, first, spans, length)
    html = _html(text, start, end, spans)
    return (ELLIPSIS if start else "") + html + (ELLIPSIS if end < len(text) else ""), name


def _densest(spans: list[Span], length: int) -> tuple[int, int]:
    """(weight, start of the first span) of the run of spans that weighs most within `length` characters."""
    best_start = best_weight = weight = first = 0
    for start, end, counts in spans:
        weight += counts
        while end - spans[first][0] > length and spans[first][0] < start:
            weight -= spans[first][2]
            first += 1
        if weight > best_weight:
            best_start, best_weight = spans[first][0], weight
    return best_weight, best_start


def _window(text: str, first: int, spans: list[Span], length: int) -> tuple[int, int]:
    """The piece to show: from the beginning of the sentence before the first mark where that is near."""
    if len(text) <= length:
        return 0, len(text)
    start = max(0, first - length // 4)
    if start:
        sentence = max(text.rfind(stop, start, first) for stop in "。；\n，、")
        start = sentence + 1 if sentence >= 0 else start
    end = min(len(text), start + length)
    start = max(0, min(start, end - length))
    # A mark is not cut in two.
    for left, right, _ in spans:
        if left < start < right:
            start = left
        if left < end < right:
            end = min(right, start + 2 * length)
    return start, end


def _html(text: str, start: int, end: int, spans: list[Span]) -> str:
    pieces, at = [], start
    for left, right, _ in spans:
        if left >= end:
            break
        left, right = max(left, at), min(right, end)
        if left < right:
            pieces += [escape(text[at:left]), "<mark>", escape(text[left:right]), "</mark>"]
            at = right
    pieces.append(escape(text[at:end]))
    return "".join(pieces).replace("\n", " ")
