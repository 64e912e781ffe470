"""Provisions → rows of the index, read in bulk: one query per table and batch of documents.

A row is a provision. Where the body is numbered 第…条 an article is one row that holds the text of what is below it.
"""

import datetime
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils import timezone

from policies.models import Amount, Deadline, Document, DocumentBody, Fact, Organization, Provision, Responsibility
from policies.validity import ending_relations, terms_of
from search import dates, terms, tuning

#: Documents read at a time: the laws hold 45 articles each on average, the largest 1,400.
BATCH = 100
#: Numbers of the index are of 64 bits; no budget comes near.
LARGEST = 2**62
ARTICLE_NUMBER = re.compile(r"第.+条")
KIND_NAMES = {"preamble": "引言", "closing": "结尾"}


@dataclass(slots=True)
class Row:
    """What the index holds of one provision. `passages` are its headings and texts, each searched by itself."""

    provision_id: int
    document_id: int
    passages: list[str]
    heading: str
    context: list[str]  # the document's title and the headings above, outermost first
    number: str
    facets: dict[str, list[str]]
    amounts: list[int]  # in 元
    deadlines: list[int]  # days as 20210630
    date: int | None  # of the document, as 20210630
    stored: dict = field(default_factory=dict)
    below: list[int] = field(default_factory=list)  # provisions whose text this row holds

    @property
    def has_text(self) -> bool:
        """False for a bare heading."""
        return bool(self.stored["text"] or self.stored["items"])

    def fingerprint(self) -> str:
        """Equal for equal rows; `check_index` compares these with the database."""
        parts = [self.passages, self.context, self.number, self.facets, self.amounts, self.deadlines, self.stored]
        text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


@dataclass(slots=True)
class Node:
    """A provision as the database holds it, with what is stated at it."""

    pk: int
    parent_id: int | None
    kind: str
    number: str
    printed_path: str
    path: str
    heading: str
    text: str
    tables: list[list[list[str]]]
    units: list[str] = field(default_factory=list)
    amounts: list[tuple] = field(default_factory=list)
    deadlines: list[tuple] = field(default_factory=list)
    below: list["Node"] = field(default_factory=list)

    @property
    def is_article(self) -> bool:
        return self.kind == "article" and bool(ARTICLE_NUMBER.match(self.number))

    @property
    def table_rows(self) -> list[str]:
        """The words of its tables, one passage for each row."""
        return [" ".join(row) for table in self.tables for row in table]

    @property
    def name(self) -> str:
        """Printed number; an unnumbered provision by its heading, 引言 or 结尾, or its path."""
        return self.number or self.heading or KIND_NAMES.get(self.kind, "") or self.printed_path


def public_documents() -> list[int]:
    """Keys of the documents in the index, in a fixed order."""
    return list(Document.objects.public().order_by("pk").values_list("pk", flat=True))


def rows_of(document_ids: Iterable[int]) -> Iterator[Row]:
    """Rows of these documents; none for a document that is not public."""
    ids = list(document_ids)
    units = unit_slugs()
    for start in range(0, len(ids), BATCH):
        yield from _batch(ids[start : start + BATCH], units)


def unit_slugs() -> dict[int, str]:
    """Organization key → slug; a merged organization is the one it went into."""
    known = {pk: (slug, into) for pk, slug, into in Organization.objects.values_list("pk", "slug", "merged_into_id")}
    result = {}
    for pk in known:
        at, steps = pk, 0
        while known[at][1] in known and steps < 20:
            at, steps = known[at][1], steps + 1
        result[pk] = known[at][0]
    return result


def _batch(ids: list[int], units: dict[int, str]) -> Iterator[Row]:
    documents = Document.objects.public().filter(pk__in=ids).defer("machine", "conflicts", "warnings")
    documents = list(documents.prefetch_related(ending_relations()).order_by("pk"))
    issuers = defaultdict(list)
    links = DocumentBody.objects.filter(document_id__in=ids, role=DocumentBody.Role.ISSUER).order_by("order", "id")
    for document_id, organization_id in links.values_list("document_id", "organization_id"):
        issuers[document_id].append(units[organization_id])
    nodes = _nodes(ids)
    _attach_facts(ids, {node.pk: node for tree in nodes.values() for node in tree}, units)
    for document in documents:
        yield from _rows_of_document(document, issuers[document.pk], nodes[document.pk])


def _nodes(ids: list[int]) -> dict[int, list[Node]]:
    fields = ("document_id", "pk", "parent_id", "kind", "number", "printed_path", "path", "heading", "text", "tables")
    found = defaultdict(list)
    query = Provision.objects.filter(document_id__in=ids, withdrawn=False).order_by("document_id", "position")
    for document_id, *values in query.values_list(*fields).iterator(5000):
        found[document_id].append(Node(*values))
    return found


def _attach_facts(ids: list[int], nodes: dict[int, Node], units: dict[int, str]) -> None:
    stated = Responsibility.objects.filter(provision__document_id__in=ids).order_by("order", "id")
    for provision_id, organization_id in stated.values_list("provision_id", "organization_id").iterator(5000):
        if provision_id in nodes:
            nodes[provision_id].units.append(units[organization_id])
    for model, name, fields in (
        (Amount, "amounts", ("value", "value_max", "unit", "phrase", "surface")),
        (Deadline, "deadlines", ("date", "surface")),
    ):
        facts = model.objects.filter(provision__document_id__in=ids).exclude(state=Fact.State.REJECTED)
        for provision_id, *values in (
            facts.order_by("provision_id", "field", "start").values_list("provision_id", *fields).iterator(5000)
        ):
            if provision_id in nodes:
                getattr(nodes[provision_id], name).append(tuple(values))


def _rows_of_document(document: Document, issuers: list[str], nodes: list[Node]) -> Iterator[Row]:
    by_key = {node.pk: node for node in nodes}
    owners: dict[int, Node] = {}  # a node below an article → the article
    for node in nodes:
        owner = owners.get(node.parent_id)
        parent = by_key.get(node.parent_id)
        if owner is None and parent is not None and parent.is_article:
            owner = parent
        if owner is not None:
            owners[node.pk] = owner
            owner.below.append(node)
    day = document.published_on or document.printed_on or document.signed_on or document.effective_on
    shared = {
        "document": [document.slug],
        "issuing_body": list(dict.fromkeys(issuers)),
        "kind": [document.kind] if document.kind else [],
        "terms": [terms.encode(terms_of(document), timezone.localdate())],
        "year": [str(day.year)] if day else ["none"],
    }
    for node in nodes:
        if node.pk not in owners:
            yield _row(document, day, shared, node, _above(node, by_key))


def _above(node: Node, by_key: dict[int, Node]) -> list[Node]:
    line, parent = [], by_key.get(node.parent_id)
    while parent is not None:
        line.append(parent)
        parent = by_key.get(parent.parent_id)
    return line[::-1]


def _row(document: Document, day: datetime.date | None, shared: dict, node: Node, above: list[Node]) -> Row:
    held = [node, *node.below]
    units = next((place.units for place in [node, *reversed(above)] if place.units), [])
    units = list(dict.fromkeys(units + [unit for item in node.below for unit in item.units]))
    amounts = [amount for part in held for amount in part.amounts]
    deadlines = [deadline for part in held for deadline in part.deadlines]
    money = sorted(
        {min(int(value), LARGEST) for amount in amounts if amount[2] == "元" for value in amount[:2] if value}
    )
    days = sorted({dates.last_day(date) for date, _ in deadlines if dates.last_day(date)})
    has = [name for name, facts in (("amount", amounts), ("deadline", deadlines)) if facts]
    return Row(
        provision_id=node.pk,
        document_id=document.pk,
        passages=[passage for part in held for passage in (part.heading, part.text, *part.table_rows) if passage],
        heading=node.heading,
        context=[document.title, *(place.heading for place in above if place.heading)],
        number=node.number,
        facets={**shared, "responsible_unit": units, "has": has, "amount_band": _bands(money)},
        amounts=money,
        deadlines=days,
        date=dates.as_number(day),
        stored={
            "provision": node.pk,
            "document_id": document.pk,
            "document": document.title,
            "slug": document.slug,
            "kind": node.kind,
            "terms": shared["terms"][0],
            "path": node.path,
            "numbers": [place.name for place in [*above, node]],
            "breadcrumb": [[place.number, place.heading, place.path] for place in above],
            "number": node.number,
            "heading": node.heading,
            "text": node.text,
            "items": [line for part in held for line in _lines(part, node)],
            "amounts": [[amount[3] or amount[4], str(amount[0]), amount[2]] for amount in amounts[:5]],
            "deadlines": [[surface, date] for date, surface in deadlines[:5]],
            "date": day.isoformat() if day else "",
        },
        below=[item.pk for item in node.below],
    )


def _lines(part: Node, row: Node) -> list[list[str]]:
    """What a row holds beside its own text: [path element, number, heading, text] of an item and of rows of tables."""
    below = [] if part is row else [[part.path, part.number, part.heading, part.text]]
    return below + [["" if part is row else part.path, "", "", words] for words in part.table_rows]


def _bands(money: list[int]) -> list[str]:
    return [
        name
        for name, _, low, below in tuning.AMOUNT_BANDS
        if any(low <= value and (below is None or value < below) for value in money)
    ]
