"""The piece of a provision that answers best, escaped first and marked after: the only tag is <mark>."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Span:
    start: int
    end: int
    counts: int


@dataclass(slots=True)
class Passage:
    """A text with what is marked in it; `name` is the item it belongs to, "" for the provision itself."""

    name: str
    text: str
    spans: list[Span] = field(default_factory=list)


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
        found += [Span(match.start(), match.end(), PHRASE_COUNTS) for match in pattern.finditer(folded)]
    if marks.tokens:
        wanted = set(marks.tokens)
        found += [Span(start, end, NUMBER_COUNTS) for token, start, end in canonical.places(folded) if token in wanted]
    # Words are marked beside phrases only where no phrase is: 科技创新 asked for does not mark 科技 elsewhere.
    if not found:
        pattern = _words(marks.words)
        if pattern:
            found += [Span(match.start(), match.end(), WORD_COUNTS) for match in pattern.finditer(folded)]
    found.sort(key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def mark(text: str, marks: Marks) -> str:
    """The whole text, escaped and marked."""
    return _html(text, 0, len(text), find_spans(text, marks))


def snippet(passages: Iterable[tuple[str, str]], marks: Marks, length: int = tuning.SNIPPET_LENGTH) -> tuple[str, str]:
    """(HTML of the densest place, name of the passage it is from); the beginning when nothing is to be marked."""
    found = [Passage(name, text, find_spans(text, marks)) for name, text in passages if text]
    if not found:
        return "", ""
    best, best_start, best_weight = found[0], 0, 0
    for passage in found:
        start, weight = _densest(passage.spans, length)
        if weight > best_weight:
            best, best_start, best_weight = passage, start, weight
    start, end = _window(best.text, best_start, best.spans, length)
    html = _html(best.text, start, end, best.spans)
    return (ELLIPSIS if start else "") + html + (ELLIPSIS if end < len(best.text) else ""), best.name


def _densest(spans: list[Span], length: int) -> tuple[int, int]:
    """(start of the first span, weight) of the run of spans that weighs most within `length` characters."""
    best_start = best_weight = weight = first = 0
    for last, span in enumerate(spans):
        weight += span.counts
        while first < last and span.end - spans[first].start > length:
            weight -= spans[first].counts
            first += 1
        if weight > best_weight:
            best_start, best_weight = spans[first].start, weight
    return best_start, best_weight


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
    for span in spans:
        if span.start < start < span.end:
            start = span.start
        if span.start < end < span.end:
            end = min(span.end, start + 2 * length)
    return start, end


def _html(text: str, start: int, end: int, spans: list[Span]) -> str:
    pieces, at = [], start
    for span in spans:
        left, right = max(span.start, at), min(span.end, end)
        if left >= right:
            continue
        pieces += [escape(text[at:left]), "<mark>", escape(text[left:right]), "</mark>"]
        at = right
    pieces.append(escape(text[at:end]))
    return "".join(pieces).replace("\n", " ")
