"""New documents into the base: in bulk, a few statements for a batch of files, inside the caller's transaction."""

from dataclasses import dataclass, field

from django.utils import timezone

from policies.extraction.merging import Merge, save
from policies.extraction.rows import fact_rows
from policies.importing.reading import (
    Node,
    document_values,
    machine_values,
    outline,
    provision_values,
    responsible_units,
)
from policies.importing.report import ImportReport
from policies.ingest.parsed import ParsedDocument
from policies.models import (
    Collection,
    Document,
    DocumentBody,
    Organization,
    Provision,
    Responsibility,
    queue_provisions,
)
from policies.organizations import Organizations
from policies.relations import stubs_by_name, title_key
from policies.slugs import document_slug

BATCH = 2000


@dataclass(slots=True)
class Incoming:
    """One document of a file: what was read, where from, and its place in a volume."""

    parsed: ParsedDocument
    source_path: str
    sha256: str
    source_title: str
    position: int = 0
    collection: Collection | None = None
    place: str = ""
    source_file: str = ""


@dataclass
class Batch:
    """What the documents of one transaction share: names and slugs as they stand, and what is done so far."""

    publish: bool
    report: ImportReport = field(default_factory=ImportReport)
    organizations: Organizations = field(default_factory=Organizations)
    slugs: set[str] = field(default_factory=lambda: set(Document.everything.values_list("slug", flat=True)))


def create_documents(incoming: list[Incoming], batch: Batch) -> list[Document]:
    """Write new documents with their provisions, units, bodies and facts, and queue them; returns the rows."""
    documents = _write_heads(incoming, batch)
    trees = [outline(entry.parsed) for entry in incoming]
    rows = write_provisions(list(zip(documents, trees, strict=True)))
    write_responsibilities(
        [(rows[i][n], node) for i, tree in enumerate(trees) for n, node in enumerate(tree)], batch.organizations
    )
    write_facts([(rows[i][n], node) for i, tree in enumerate(trees) for n, node in enumerate(tree)])
    provisions = [row for tree in rows for row in tree]
    queue_provisions(row.pk for row in provisions)
    batch.report.created += len(documents)
    batch.report.provisions += len(provisions)
    batch.report.articles += sum(is_article(row) for row in provisions)
    for entry in incoming:
        batch.report.warnings += [f"{entry.source_path}：{warning}" for warning in entry.parsed.warnings]
    return documents


def _write_heads(incoming: list[Incoming], batch: Batch) -> list[Document]:
    stubs = stubs_by_name()
    now = timezone.now()
    documents = []
    for entry in incoming:
        parsed = entry.parsed
        values = document_values(parsed)
        values["place"] = values["place"] or entry.place
        document = stubs.pop(title_key(parsed.title), None) or stubs.pop(parsed.document_number or "-", None)
        if document is None or document in documents:
            document = Document(slug=document_slug(parsed.title, parsed.document_number or "", batch.slugs))
        for name, value in values.items():
            setattr(document, name, value)
        document.state = Document.State.PUBLISHED if batch.publish else Document.State.DRAFT
        document.published_at = now if batch.publish else None
        document.machine = machine_values(values, issuing_bodies=parsed.issuing_bodies, interpreter=parsed.interpreter)
        document.source_path, document.source_title = entry.source_path, entry.source_title
        document.source_sha256, document.source_file = entry.sha256, entry.source_file
        document.collection, document.position, document.page = entry.collection, entry.position, parsed.page
        document.warnings = parsed.warnings
        documents.append(document)
    filled = [document for document in documents if document.pk]
    Document.objects.bulk_create([document for document in documents if not document.pk], batch_size=500)
    for document in filled:
        document.save()
    write_bodies(list(zip(documents, [entry.parsed for entry in incoming], strict=True)), batch.organizations)
    return documents


def write_bodies(pairs: list[tuple[Document, ParsedDocument]], organizations: Organizations) -> None:
    """Issuing bodies and interpreters of documents that have none yet."""
    links = []
    for document, parsed in pairs:
        for role, names in (("issuer", parsed.issuing_bodies), ("interpreter", parsed.interpreter)):
            found: dict[int, str] = {}
            for name in names:
                found.setdefault(organizations.resolve(name, document.place).pk, name)
            links += [
                DocumentBody(document=document, organization_id=pk, role=role, order=order, printed_name=name[:200])
                for order, (pk, name) in enumerate(found.items())
            ]
    DocumentBody.objects.bulk_create(links, batch_size=BATCH)


def write_provisions(trees: list[tuple[Document, list[Node]]]) -> list[list[Provision]]:
    """The rows of each tree in printed order; written level by level, for a row must know its parent's id."""
    rows: list[list[Provision]] = []
    levels: dict[int, list[Provision]] = {}
    for document, nodes in trees:
        tree: list[Provision] = []
        for node in nodes:
            row = new_provision(document, node)
            row.parent = None if node.parent is None else tree[node.parent]
            tree.append(row)
            levels.setdefault(node.depth, []).append(row)
        rows.append(tree)
    for depth in sorted(levels):
        for row in levels[depth]:
            row.parent_id = row.parent.pk if row.parent else None
        Provision.objects.bulk_create(levels[depth], batch_size=BATCH)
    return rows


def new_provision(document: Document, node: Node) -> Provision:
    """An unsaved row as read; its parent is not set."""
    values = provision_values(node)
    machine = machine_values(values, responsible_units=responsible_units(node.parsed))
    return Provision(
        document=document,
        kind=node.parsed.kind,
        printed_path=node.parsed.path[:300],
        path=node.path,
        paragraphs=min(node.parsed.paragraphs, 32767),
        position=node.position,
        last=node.last,
        depth=node.depth,
        machine=machine | ({"read_at": node.read_at} if node.read_at else {}),
        **values,
    )


def is_article(row: Provision) -> bool:
    """第…条, as statutes count their articles; 一、 of a plan is an article by kind alone."""
    return row.kind == "article" and row.number.startswith("第")


def write_responsibilities(pairs: list[tuple[Provision, Node]], organizations: Organizations) -> None:
    """The units named for provisions that have none yet."""
    rows = []
    for provision, node in pairs:
        rows += responsibility_rows(provision, responsible_units(node.parsed), organizations)
    Responsibility.objects.bulk_create(rows, batch_size=BATCH)


def responsibility_rows(
    provision: Provision, units: list[tuple[str, str]], organizations: Organizations
) -> list[Responsibility]:
    """Unsaved rows; two printed names of one organization are one responsibility."""
    found: dict[int, tuple[str, str]] = {}
    for name, role in units:
        organization: Organization = organizations.resolve(name, provision.document.place)
        found.setdefault(organization.pk, (name, role))
    return [
        Responsibility(provision=provision, organization_id=pk, printed_name=name[:200], role=role, order=order)
        for order, (pk, (name, role)) in enumerate(found.items())
    ]


def write_facts(pairs: list[tuple[Provision, Node]]) -> None:
    """The facts of provisions that have none yet."""
    merge = Merge()
    provisions = {}
    for provision, node in pairs:
        rows = fact_rows(provision, node.parsed.facts)
        if rows:
            provisions[provision.pk] = provision
            merge.create += rows
    save(merge, provisions, fresh=True)
