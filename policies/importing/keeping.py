"""A person's tree and a new text: what somebody added, moved or removed stays so, and what meets it is told.

- Added (also by splitting), and not in the new text: stays, after the provision it stood after. Told as a warning.
- Added, and in the new text by now with the same words: it is that provision from now on.
- Moved: stays where the person put it; its words are renewed as those of any other.
- Removed (also by merging into another): stays out. Where the new text has other words there, they are told as a
  warning, for nobody may miss them.
- New provisions of the text are placed as the text has them, below a provision that was moved if that is where they
  belong. A person's address is never taken: a new provision of the same number gets ~2.

Words that a person edited are another matter: see deciding.py.
"""

from dataclasses import dataclass, field, replace

from policies.importing.matching import words, words_read
from policies.importing.reading import Node
from policies.ingest import to_digits_path
from policies.ingest.parsed import ParsedProvision
from policies.models import Document, Provision
from policies.structure import ADDED, MOVED, PRINTED_PATH_LENGTH, REMOVED, element_of, free_path, without_copy


@dataclass(slots=True)
class _Place:
    """A provision of the tree to be: its node in the file, its row in the base, or both."""

    node: Node | None
    row: Provision | None
    element: str
    parent: "_Place | None" = None
    children: list["_Place"] = field(default_factory=list)

    def under(self, other: "_Place | None") -> bool:
        """Whether `other` is this place or above it."""
        place: _Place | None = self
        while place is not None and place is not other:
            place = place.parent
        return other is not None and place is other


def keep_structure(
    document: Document, nodes: list[Node], pairs: dict[int, Provision], rows: list[Provision]
) -> tuple[list[Node], dict[int, Provision], list[str]]:
    """The file's tree with a person's corrections: nodes in printed order, the rows they are, and what is to be told.

    Nodes that only a person has are marked `kept`. Without corrections what came in goes out.
    """
    removed = document.machine.get("removed_provisions", [])
    if not removed and not any("structure" in row.machine for row in rows):
        return nodes, pairs, []
    told: list[str] = []
    places = _places_in_file(nodes, pairs, removed, told)
    top = [place for place in places if place and place.parent is None]
    _put_back(places, top, rows, told)
    return *_as_nodes(top), told


def _places_in_file(
    nodes: list[Node], pairs: dict[int, Provision], removed: list[list[str]], told: list[str]
) -> list[_Place | None]:
    """A place for each node, None for those a person took out; children of these go to the place above."""
    places: list[_Place | None] = []
    for index, node in enumerate(nodes):
        row = pairs.get(index)
        if row is not None and _mark(row) == REMOVED and row.withdrawn:
            if words_read(row) != words(node):
                told.append(f"“{node.parsed.path}”已由人工并入别处或删去，新文本改了它的文字，仍不收入，请核对")
            places.append(None)
            continue
        was_removed = [node.parsed.path, node.parsed.heading, node.parsed.text] in removed
        if was_removed and (row is None or words_read(row) != words(node)):
            places.append(None)
            continue
        if row is not None and _mark(row) == ADDED:
            del row.machine["structure"]
        above = node.parent
        prefix = f"{nodes[above].parsed.path}/" if above is not None else ""
        while above is not None and places[above] is None:
            above = nodes[above].parent
        place = _Place(node, row, node.parsed.path.removeprefix(prefix), places[above] if above is not None else None)
        if place.parent:
            place.parent.children.append(place)
        places.append(place)
    return places


def _put_back(places: list[_Place | None], top: list[_Place], rows: list[Provision], told: list[str]) -> None:
    """Rows that a person added or moved to where they stood, in their printed order."""
    by_pk = {row.pk: row for row in rows}
    of_row = {place.row.pk: place for place in places if place and place.row}
    elements = {row.pk: element_of(row, by_pk.get(row.parent_id)) for row in rows}
    live = [row for row in rows if not row.withdrawn]
    for row in live:
        place = of_row.get(row.pk)
        if _mark(row) == ADDED and place is None:
            told.append(f"“{row.printed_path}”是人工增加的，新文本里没有，照原样保留")
            place = of_row[row.pk] = _Place(None, row, elements[row.pk])
        elif _mark(row) != MOVED or place is None or place.node is None:
            continue
        elif place.node.parsed.path == row.printed_path:
            del row.machine["structure"]  # the new text has it there too
            continue
        else:
            (place.parent.children if place.parent else top).remove(place)
        above = row.parent_id
        while above and (above not in of_row or of_row[above].under(place)):
            above = by_pk[above].parent_id
        place.parent = of_row[above] if above else None
        siblings = place.parent.children if place.parent else top
        before = [of_row[each.pk] for each in live if each.parent_id == row.parent_id and each.position < row.position
                  and each.pk in of_row]  # fmt: skip
        standing = [siblings.index(each) for each in before if each in siblings]
        siblings.insert(max(standing) + 1 if standing else 0 if not before else len(siblings), place)


def _as_nodes(top: list[_Place]) -> tuple[list[Node], dict[int, Provision]]:
    nodes: list[Node] = []
    pairs: dict[int, Provision] = {}
    printed: set[str] = set()

    def add(place: _Place, parent: int | None, depth: int) -> None:
        index = len(nodes)
        wanted = f"{nodes[parent].parsed.path}/{place.element}" if parent is not None else place.element
        own = place.row.printed_path if place.row else ""
        if own in held and without_copy(own) == without_copy(wanted):
            path = own
        else:
            path = free_path(wanted, printed | held, PRINTED_PATH_LENGTH)
        printed.add(path)
        if place.node is None:
            row = place.row
            parsed = ParsedProvision(row.kind, row.number, path, row.heading, row.text, row.paragraphs)
        else:
            parsed = replace(place.node.parsed, path=path)
        # Where the file has it, when that is elsewhere: a later text is matched by it.
        read_at = place.node.parsed.path if place.node and place.node.parsed.path != path else ""
        tables = place.node.tables if place.node else place.row.tables
        kept = place.node is None
        nodes.append(Node(parsed, parent, index, depth, "", tables=tables, kept=kept, read_at=read_at))
        if place.row is not None:
            pairs[index] = place.row
            place.row.machine.pop("read_at", None)
            place.row.machine |= {"read_at": read_at} if read_at else {}
        for child in place.children:
            add(child, index, depth + 1)
        nodes[index].last = len(nodes) - 1

    # Rows that a person placed, and those that came with them, keep their printed path where they stay in place.
    corrected = {"structure", "read_at"}
    held = {place.row.printed_path for place in _walk(top) if place.row and corrected & place.row.machine.keys()}
    for place in top:
        add(place, None, 0)
    # Whoever keeps a printed path keeps the address; the others take what is free.
    staying = {index: row for index, row in pairs.items() if row.printed_path == nodes[index].parsed.path}
    taken = {row.path for row in staying.values()}
    for index, node in enumerate(nodes):
        node.path = staying[index].path if index in staying else free_path(to_digits_path(node.parsed.path), taken)
    return nodes, pairs


def _walk(places: list[_Place]):
    for place in places:
        yield place
        yield from _walk(place.children)


def _mark(row: Provision) -> str:
    return row.machine.get("structure", "")
