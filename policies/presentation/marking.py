"""A text as escaped HTML: paragraphs, facts as links to their notes, words that were searched for as <mark>."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from policies.presentation.facts import FactLine


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a text with its offset; `html` is escaped and marked."""

    start: int
    html: SafeString


def standing(lines: Iterable[FactLine], field: str, text: str) -> list[FactLine]:
    """The facts whose words stand in `text` where they say, in order, none inside another (the longer stays)."""
    here = [line for line in lines if line.fact.field == field and line.state not in {"rejected", "unverified"}]
    here = [line for line in here if text[line.fact.start : line.fact.end] == line.fact.surface and line.fact.surface]
    here.sort(key=lambda line: (line.fact.start, -line.fact.end))
    chosen: list[FactLine] = []
    for line in here:
        if not chosen or line.fact.start >= chosen[-1].fact.end:
            chosen.append(line)
    return chosen


def paragraphs(text: str, lines: Sequence[FactLine], hits: Sequence[tuple[int, int]] = ()) -> list[Paragraph]:
    """`text` cut at its line ends; facts (of field `text`) and `hits` (start, end) marked."""
    facts = standing(lines, "text", text)
    result, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            result.append(Paragraph(start, mark(text, start, start + len(line), facts, hits)))
        start += len(line) + 1
    return result


def mark(
    text: str, start: int, end: int, facts: Sequence[FactLine], hits: Sequence[tuple[int, int]] = ()
) -> SafeString:
    """text[start:end] as HTML. A fact that leaves the range is left unmarked; a hit may begin or end inside a fact."""
    pieces, at = [], start
    for line in facts:
        fact = line.fact
        if fact.start < at or fact.end > end:
            continue
        pieces.append(_hits(text, at, fact.start, hits))
        inside = _hits(text, fact.start, fact.end, hits)
        target = line.url if line.kind == "citation" and line.url else f"#{line.anchor}"
        pieces.append(
            format_html('<a class="f {}" href="{}" data-k="{}">{}</a>', line.css, target, line.marked_as, inside)
        )
        at = fact.end
    pieces.append(_hits(text, at, end, hits))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _hits(text: str, start: int, end: int, hits: Sequence[tuple[int, int]]) -> SafeString:
    pieces, at = [], start
    for left, right in hits:
        left, right = max(left, at), min(right, end)
        if left >= right:
            continue
        pieces.append(format_html("{}<mark>{}</mark>", text[at:left], text[left:right]))
        at = right
    pieces.append(format_html("{}", text[at:end]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))
