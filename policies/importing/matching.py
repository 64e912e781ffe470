"""Which provision of the base a provision of a new text is: ids and permalinks hang on it."""

import re
from collections import defaultdict
from difflib import SequenceMatcher

from policies.importing.reading import Node
from policies.models import Provision
from policies.structure import ADDED

#: At least this much of the words in common makes two texts one provision that was changed.
SIMILAR = 0.6
#: Comparing every changed provision with every other is for a few, not for a text that is new altogether.
MOST_COMPARISONS = 10_000


def match(nodes: list[Node], rows: list[Provision]) -> dict[int, Provision]:
    """Index of a node → the row it is.

    In this order: same place and same words; same words elsewhere (renumbered); same place, similar words; similar
    words elsewhere; same place, other words. Rows left over are gone from the text, nodes left over are new.
    """
    pairs: dict[int, Provision] = {}
    free = {row.pk: row for row in rows}

    def take(index: int, row: Provision) -> None:
        pairs[index] = free.pop(row.pk)

    by_place: dict[str, list[Provision]] = defaultdict(list)
    by_words: dict[str, list[Provision]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.withdrawn, row.position)):
        by_place[row.machine.get("read_at", row.printed_path)].append(row)
        by_words[words_read(row)].append(row)

    for index, node in enumerate(nodes):
        for row in by_place[node.parsed.path]:
            if row.pk in free and words_read(row) == words(node):
                take(index, row)
                break
    for index, node in enumerate(nodes):
        if index not in pairs and words(node):
            row = next((row for row in by_words[words(node)] if row.pk in free and row.kind == node.parsed.kind), None)
            if row:
                take(index, row)

    # What a person added is a provision of the file when the words are the same, not when they are alike.
    free = {pk: row for pk, row in free.items() if row.machine.get("structure") != ADDED}

    def same_place(index: int, at_least: float) -> None:
        for row in by_place[nodes[index].parsed.path]:
            if row.pk in free and similarity(words_read(row), words(nodes[index])) >= at_least:
                take(index, row)
                return

    rest = [index for index in range(len(nodes)) if index not in pairs]
    for index in rest:
        same_place(index, SIMILAR)
    rest = [index for index in rest if index not in pairs and words(nodes[index])]
    if len(rest) * len(free) <= MOST_COMPARISONS:
        for index in rest:
            same_kind = [row for row in free.values() if row.kind == nodes[index].parsed.kind and words_read(row)]
            scored = [(similarity(words_read(row), words(nodes[index])), -row.position, row) for row in same_kind]
            best = max(scored, key=lambda entry: entry[:2], default=None)
            if best and best[0] >= SIMILAR:
                take(index, best[2])
    for index in range(len(nodes)):
        if index not in pairs:
            same_place(index, 0)
    return pairs


def words(node: Node) -> str:
    """Heading and text of a node without white space."""
    return re.sub(r"\s+", "", node.parsed.heading + node.parsed.text)


def words_read(row: Provision) -> str:
    """Heading and text of a row as the machine read them last, whatever a person has made of them since."""
    heading, text = row.machine.get("heading", row.heading), row.machine.get("text", row.text)
    return re.sub(r"\s+", "", heading + text)


def similarity(one: str, other: str) -> float:
    """Share of the characters two texts have in common and in order, 0 to 1."""
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < SIMILAR or matcher.quick_ratio() < SIMILAR:
        return 0.0
    # The exact ratio grows with the square of the length; for long texts the share of characters must do.
    return matcher.quick_ratio() if len(one) * len(other) > 4_000_000 else matcher.ratio()
