"""The query tree: what a row must hold, how it is ranked. Engines compile it into their own query objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Everything:
    """Every row."""


@dataclass(frozen=True, slots=True)
class Contains:
    """These letters stand in a row in one passage (`characters.letters` has been applied)."""

    characters: str


@dataclass(frozen=True, slots=True)
class Canonical:
    """The row holds this canonical token (¥500000, 文国发2020-18, 第12条)."""

    token: str


@dataclass(frozen=True, slots=True)
class Words:
    """At least so many of these words stand in the row or in its context."""

    words: tuple[str, ...]
    at_least: int


@dataclass(frozen=True, slots=True)
class OneOf:
    """A keyword field holds one of these values; with no values nothing matches."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """A number field (amounts, deadlines, date) has a value in low … high, both included, None open."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class All:
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    node: Node


Node = Everything | Contains | Canonical | Words | OneOf | Between | All | Any | Not


@dataclass(frozen=True, slots=True)
class Score:
    """A token of a scored field (words, bigrams, heading, context, canonical) and the weight of its BM25 score."""

    field: str
    token: str
    weight: float


@dataclass(frozen=True, slots=True)
class Plan:
    """One search, ready for an engine. `phrases` rank what they find, `behind` puts rows after equals."""

    match: Node = field(default_factory=Everything)
    filters: tuple[tuple[str, Node], ...] = ()  # (facet it belongs to, or "", node)
    scores: tuple[Score, ...] = ()
    phrases: tuple[tuple[Contains, float], ...] = ()
    behind: Node | None = None
    facets: tuple[str, ...] = ()
    sort: str = "relevance"

    def required(self, without: str = "") -> Node:
        """What every hit must be, filters included; without the filters of one facet, to count its values."""
        nodes = [node for name, node in self.filters if not without or name != without]
        if not nodes:
            return self.match
        return All((self.match, *nodes)) if not isinstance(self.match, Everything) else All(tuple(nodes))

    def with_match(self, match: Node, **changes) -> Plan:
        return replace(self, match=match, **changes)


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it."""
    yield node
    if isinstance(node, All | Any):
        for child in node.nodes:
            yield from walk(child)
    elif isinstance(node, Not):
        yield from walk(node.node)
