"""The picture of a document's references: what cites it on the left, what it cites on the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from policies.presentation.facts import FactLine
from policies.presentation.links import Link
from policies.presentation.words import topic

#: More on one side cannot be read; the list below holds them all.
MOST_ARROWS = 8
STEP, TOP = 40, 30
LONGEST_NAME = 14


@dataclass(frozen=True, slots=True)
class Arrow:
    """One text beside the document; `known` when its text is in the base."""

    name: str
    verb: str
    url: str
    y: int
    known: bool


@dataclass(frozen=True, slots=True)
class References:
    left: list[Arrow]
    right: list[Arrow]
    title: str
    height: int
    middle: int
    left_out: int


def draw(title: str, related: Sequence[Link], cited: Sequence[FactLine], cited_by: Sequence[Link]) -> References | None:
    """Texts on both sides, each once; None when there are fewer than two."""
    left: dict[str, tuple] = {}
    right: dict[str, tuple] = {}
    for link in related:
        known = link.document.state == "published"
        side = right if link.outward else left
        side.setdefault(link.document.get_absolute_url(), (topic(link.document.title), link.group, known))
    for fact in cited:
        document = fact.fact.target_document
        if document is not None and fact.url:
            known = document.state == "published"
            right.setdefault(document.get_absolute_url(), (topic(document.title), "引用", known))
    for link in cited_by:
        left.setdefault(link.document.get_absolute_url(), (topic(link.document.title), "被引用", True))
    if len(left) + len(right) < 2:
        return None
    most = max(min(len(left), MOST_ARROWS), min(len(right), MOST_ARROWS))
    height = TOP * 2 + (most - 1) * STEP
    return References(
        _arrows(left, height),
        _arrows(right, height),
        topic(title),
        height,
        height // 2,
        max(len(left) - MOST_ARROWS, 0) + max(len(right) - MOST_ARROWS, 0),
    )


def _arrows(side: dict[str, tuple], height: int) -> list[Arrow]:
    shown = list(side.items())[:MOST_ARROWS]
    top = (height - (len(shown) - 1) * STEP) // 2
    arrows = []
    for place, (url, (name, verb, known)) in enumerate(shown):
        short = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
        arrows.append(Arrow(short, verb, url, top + place * STEP, known))
    return arrows
