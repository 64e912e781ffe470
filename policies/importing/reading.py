"""What the machine read, as values of the models' fields: the document's head and its provisions in printed order."""

import datetime
from dataclasses import dataclass, field

from policies.ingest.parsed import ParsedDocument, ParsedProvision
from policies.ingest.tree.number_paths import to_digits_path
from policies.models.text import as_read
from policies.organizations import place_of
from policies.structure import free_path

#: Fields of Provision that are read from a file; a person can edit all but the tables.
PROVISION_FIELDS = ("number", "heading", "text", "tables", "responsible_units_line", "completion_line", "completion")


@dataclass(slots=True)
class Node:
    """One provision with its place in the tree. `parent` is an index into the same list, None at the top."""

    parsed: ParsedProvision
    parent: int | None
    position: int
    depth: int
    path: str
    last: int = 0
    #: Tables printed after its text, each a list of rows of cells.
    tables: list[list[list[str]]] = field(default_factory=list)
    #: Not in the file: a person added it (see keeping.py).
    kept: bool = False
    #: Its printed path in the file, where a person's corrections put it elsewhere.
    read_at: str = ""


def outline(parsed: ParsedDocument) -> list[Node]:
    """The tree as a list in printed order: preamble, provisions parents first, closing paragraphs."""
    nodes: list[Node] = []
    taken: set[str] = set()

    def add(provision: ParsedProvision, parent: int | None, depth: int) -> None:
        index = len(nodes)
        path = free_path(to_digits_path(provision.path), taken)
        nodes.append(Node(provision, parent, index, depth, path))
        for child in provision.children:
            add(child, index, depth + 1)
        nodes[index].last = len(nodes) - 1

    for provision in [*([parsed.preamble] if parsed.preamble else []), *parsed.provisions, *parsed.closing]:
        add(provision, None, 0)
    _place_tables(parsed, nodes)
    return nodes


def _place_tables(parsed: ParsedDocument, nodes: list[Node]) -> None:
    """Each table to the provision it stands after; one that stands before all provisions goes to the first."""
    by_path = {node.parsed.path: node for node in reversed(nodes)}
    for table in parsed.tables:
        if nodes:
            by_path.get(table.after_path, nodes[0]).tables.append(table.rows)


def provision_values(node: Node) -> dict[str, object]:
    """Values of PROVISION_FIELDS."""
    parsed = node.parsed
    return {
        "number": parsed.number[:50],
        "heading": parsed.heading,
        "text": parsed.text,
        "tables": node.tables,
        "responsible_units_line": parsed.responsible_units_line,
        "completion_line": parsed.completion_line,
        "completion": parsed.completion or "",
    }


def responsible_units(parsed: ParsedProvision) -> list[tuple[str, str]]:
    """(printed name, role) in printed order; units that are named as lead or support alone come too."""
    roles = dict.fromkeys(parsed.support_units, "support") | dict.fromkeys(parsed.lead_units, "lead")
    names = dict.fromkeys([*parsed.responsible_units, *parsed.lead_units, *parsed.support_units])
    return [(name, roles.get(name, "")) for name in names]


def document_values(parsed: ParsedDocument) -> dict[str, object]:
    """Values of Document's fields as read; dates as date or None."""
    dates, validity = parsed.dates, parsed.validity
    return {
        "title": parsed.title[:500],
        "kind": parsed.kind[:20],
        "place": place_of(parsed.title, parsed.issuing_bodies)[:60],
        "document_number": (parsed.document_number or "")[:100],
        "signed_on": _date(dates.signed),
        "printed_on": _date(dates.printed),
        "published_on": _date(dates.published),
        "effective_on": _date(dates.effective),
        "expires_on": _date(dates.expires or validity.until),
        "validity_text": validity.text or "",
        "validity_from": (validity.from_ or "")[:20],
        "validity_period": (validity.period or "")[:20],
        "source_url": parsed.source_url[:500],
    }


def machine_values(values: dict[str, object], **lists: list) -> dict[str, object]:
    """What `machine` keeps of the values read: dates in ISO, with the lists that stand in tables of their own."""
    return {name: as_read(value) for name, value in values.items()} | lists


def _date(iso: str | None) -> datetime.date | None:
    # A year or a month alone is no day; such a date stays in the text it was read from.
    try:
        return datetime.date.fromisoformat(iso) if iso and len(iso) == 10 else None
    except ValueError:
        return None
