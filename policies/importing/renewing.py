"""A new text of a document that is in the base: ids, permalinks and what people wrote stay."""

from django.utils import timezone

from policies.extraction.following import move
from policies.extraction.merging import DECIDED, Merge, merge_facts, rows_by_provision, save
from policies.history import keep_first_state, record_changes
from policies.importing.deciding import take_reading
from policies.importing.keeping import keep_structure
from policies.importing.matching import match
from policies.importing.reading import (
    PROVISION_FIELDS,
    Node,
    document_values,
    outline,
    provision_values,
    responsible_units,
)
from policies.importing.writing import BATCH, Batch, Incoming, is_article, new_provision, responsibility_rows
from policies.ingest.facts import extract_facts
from policies.models import Document, DocumentBody, FormerAddress, Provision, Responsibility, queue_documents

TREE_FIELDS = ("kind", "printed_path", "path", "paragraphs", "position", "last", "depth", "parent", "withdrawn")


def renew_document(document: Document, entry: Incoming, batch: Batch) -> None:
    """Bring a new text to a document, in the caller's transaction; what changed is told in the report and queued."""
    nodes = outline(entry.parsed)
    rows = list(Provision.objects.filter(document=document).order_by("position"))
    for row in rows:
        row.document = document
    before = {row.pk: {"heading": row.heading, "text": row.text} for row in rows}
    stored = {row.pk: _stored(row) for row in rows}
    nodes, pairs, told = keep_structure(document, nodes, match(nodes, rows), rows)
    entry.parsed.warnings += told
    new_text = _renew_head(document, entry, batch)
    old_paths = {row.pk: row.path for row in rows if not row.withdrawn}
    changed, conflicts = _take_readings(nodes, pairs)
    matched = {row.pk for row in pairs.values()}
    gone = [row for row in rows if row.pk not in matched]
    withdrawn = [row for row in gone if not row.withdrawn]
    keep_first_state(Provision, [row.pk for row in [*changed, *withdrawn]])
    tree = _write_tree(document, nodes, pairs, gone, stored)
    moved = _write_former_addresses(document, pairs, old_paths)
    record_changes([*changed, *withdrawn], "导入新文本")
    new_units = _renew_responsibilities(nodes, tree, pairs, batch, conflicts)
    _renew_facts(nodes, tree, before)
    if new_text or changed or withdrawn or moved or new_units or len(pairs) < len(nodes):
        queue_documents([document.pk])

    new = [tree[index] for index in range(len(nodes)) if index not in pairs]
    batch.report.renewed += 1
    batch.report.provisions += len(new)
    batch.report.articles += sum(is_article(row) for row in new)
    batch.report.warnings += [f"{entry.source_path}：{warning}" for warning in entry.parsed.warnings]
    counts = [("新增", new), ("修改", changed), ("删去", withdrawn), ("改号", moved)]
    said = "，".join(f"{verb} {len(rows)} 处（{_named(rows)}）" for verb, rows in counts if rows) or "文字没有变化"
    batch.report.changes.append(f"《{document.title}》：{said}")
    for row in conflicts:
        batch.report.conflicts.append(f"《{document.title}》{row.printed_path}：{_labels(row)}")


def _renew_head(document: Document, entry: Incoming, batch: Batch) -> bool:
    """Bring a new reading to the document's own fields; returns whether the file or anything read of it is new."""
    values = document_values(entry.parsed)
    values["place"] = values["place"] or entry.place
    changed, conflicting = take_reading(document, values)
    for name, role in (("issuing_bodies", "issuer"), ("interpreter", "interpreter")):
        now, before = getattr(entry.parsed, name), document.machine.get(name, [])
        if now != before and not _renew_bodies(document, role, before, now, batch):
            document.conflicts[name] = {"before": before, "now": now}
            conflicting.append(name)
        document.machine[name] = now
    new_text = document.source_sha256 != entry.sha256
    document.source_sha256 = entry.sha256
    document.source_file = entry.source_file or document.source_file
    document.page = entry.parsed.page
    document.warnings = entry.parsed.warnings
    new_text = new_text or bool(changed or conflicting)
    if new_text:
        keep_first_state(Document, [document.pk])
        document._change_reason = "导入新文本"
        document.save()
    else:
        Document.objects.bulk_update([document], ["machine", "page", "warnings"])
    if conflicting:
        batch.report.conflicts.append(f"《{document.title}》：{_labels(document, conflicting)}")
    return new_text


def _renew_bodies(document: Document, role: str, before: list[str], now: list[str], batch: Batch) -> bool:
    """Replace the bodies by those read now, unless a person changed them; returns whether it did."""
    rows = DocumentBody.objects.filter(document=document, role=role)
    read = {batch.organizations.resolve(name, document.place).pk for name in before}
    if set(rows.values_list("organization_id", flat=True)) != read:
        return False
    rows.delete()
    found: dict[int, str] = {}
    for name in now:
        found.setdefault(batch.organizations.resolve(name, document.place).pk, name)
    DocumentBody.objects.bulk_create(
        DocumentBody(document=document, organization_id=pk, role=role, order=order, printed_name=name[:200])
        for order, (pk, name) in enumerate(found.items())
    )
    return True


def _take_readings(nodes: list[Node], pairs: dict[int, Provision]) -> tuple[list[Provision], list[Provision]]:
    """Values onto the matched rows, unsaved; returns the rows whose words changed and those with a conflict."""
    changed, conflicts = [], []
    for index, row in pairs.items():
        if nodes[index].kept:
            continue
        values = provision_values(nodes[index])
        fields, conflicting = take_reading(row, values)
        if set(fields) - {"number"} or row.withdrawn:
            changed.append(row)
        if conflicting:
            conflicts.append(row)
    return changed, conflicts


def _write_tree(
    document: Document, nodes: list[Node], pairs: dict[int, Provision], gone: list[Provision], stored: dict[int, dict]
) -> list[Provision]:
    """Save matched, new and gone provisions in their new places; returns the rows of the text in printed order."""
    # Addresses are unique: those that change hands are given up before they are taken.
    taken = {node.path for node in nodes}
    moving = [row for index, row in pairs.items() if row.path != nodes[index].path]
    moving += [row for row in gone if row.path in taken]
    for row in moving:
        row.path = f"~{row.pk}"
    Provision.objects.bulk_update(moving, ["path"], batch_size=500)
    tree: list[Provision] = []
    for index, node in enumerate(nodes):
        row = pairs.get(index) or new_provision(document, node)
        row.kind, row.printed_path, row.path = node.parsed.kind, node.parsed.path[:300], node.path
        row.paragraphs, row.position, row.last, row.depth = node.parsed.paragraphs, node.position, node.last, node.depth
        row.parent, row.withdrawn = (None if node.parent is None else tree[node.parent]), False
        tree.append(row)
    for depth in range(max((row.depth for row in tree), default=0) + 1):
        level = [row for row in tree if row.depth == depth and row.pk is None]
        for row in level:
            row.parent_id = row.parent.pk if row.parent else None
        Provision.objects.bulk_create(level, batch_size=BATCH)
    for row in pairs.values():
        row.parent_id = row.parent.pk if row.parent else None
    for offset, row in enumerate(gone):
        row.withdrawn, row.parent, row.position = True, None, len(nodes) + offset
        row.last, row.depth = row.position, 0
    _save_changed([*pairs.values(), *gone], stored, {row.pk for row in moving})
    return tree


def _stored(row: Provision) -> dict[str, object]:
    """What the database holds of a row, to tell later what must be written."""
    fields = (*TREE_FIELDS, *PROVISION_FIELDS)
    values = {name: getattr(row, "parent_id" if name == "parent" else name) for name in fields}
    return values | {"machine": dict(row.machine), "conflicts": dict(row.conflicts)}


def _save_changed(rows: list[Provision], stored: dict[int, dict], moving: set[int]) -> None:
    """Write the rows and fields that differ from what is stored: most of a new text is the old one."""
    changed, fields = [], set()
    for row in rows:
        now, was = _stored(row), stored[row.pk]
        names = {name for name in now if now[name] != was[name]} | ({"path"} if row.pk in moving else set())
        if names:
            row.updated_at = timezone.now()
            changed.append(row)
            fields |= names
    if changed:
        Provision.objects.bulk_update(changed, [*sorted(fields), "updated_at"], batch_size=200)


def _write_former_addresses(
    document: Document, pairs: dict[int, Provision], old_paths: dict[int, str]
) -> list[Provision]:
    """An address that led to a provision leads to it still, also where another provision answers there meanwhile."""
    moved = [row for row in pairs.values() if old_paths.get(row.pk, row.path) != row.path]
    FormerAddress.objects.bulk_create(
        [FormerAddress(document=document, path=old_paths[row.pk], provision=row) for row in moved],
        update_conflicts=True,
        unique_fields=["document", "path"],
        update_fields=["provision"],
    )
    return moved


def _renew_responsibilities(
    nodes: list[Node], tree: list[Provision], pairs: dict[int, Provision], batch: Batch, conflicts: list[Provision]
) -> bool:
    """Units as read now, where no person changed them; returns whether any changed."""
    create: list[Responsibility] = []
    old: dict[int, set[tuple[int, str]]] = {}
    ids = [row.pk for row in pairs.values()]
    for row in Responsibility.objects.filter(provision_id__in=ids):
        old.setdefault(row.provision_id, set()).add((row.organization_id, row.role))
    replaced, told = [], []
    for index, provision in enumerate(tree):
        if nodes[index].kept:
            continue
        now = [list(unit) for unit in responsible_units(nodes[index].parsed)]
        if index not in pairs:
            create += responsibility_rows(provision, now, batch.organizations)
            continue
        before = provision.machine.get("responsible_units", [])
        if now == before:
            continue
        read = {(row.organization_id, row.role) for row in responsibility_rows(provision, before, batch.organizations)}
        if old.get(provision.pk, set()) == read:
            replaced.append(provision.pk)
            create += responsibility_rows(provision, now, batch.organizations)
        else:
            provision.conflicts["responsible_units"] = {"before": before, "now": now}
            conflicts.append(provision)
        provision.machine["responsible_units"] = now
        told.append(provision)
    Responsibility.objects.filter(provision_id__in=replaced).delete()
    Responsibility.objects.bulk_create(create, batch_size=BATCH)
    Provision.objects.bulk_update(told, ["machine", "conflicts"], batch_size=200)
    return bool(replaced or create)


def _renew_facts(nodes: list[Node], tree: list[Provision], before: dict[int, dict[str, str]]) -> None:
    rows = rows_by_provision([row.pk for row in tree if row.pk in before])
    merge, moved = Merge(), []
    for node, provision in zip(nodes, tree, strict=True):
        if node.kept:
            continue
        after = {"heading": provision.heading, "text": provision.text}
        mine = rows.get(provision.pk, [])
        if before.get(provision.pk, after) != after:
            persons = [row for row in mine if row.state in DECIDED or row.decided_by_id]
            for found in move(persons, before[provision.pk], after):
                moved += found
        as_printed = after == {"heading": node.parsed.heading, "text": node.parsed.text}
        facts = node.parsed.facts if as_printed else extract_facts(*after.values(), provision.kind)
        merge_facts(provision, facts, mine, merge)
    merge.update = list({(type(row), row.pk): row for row in [*merge.update, *moved]}.values())
    save(merge, {row.pk: row for row in tree})


def _named(rows: list[Provision], some: int = 6) -> str:
    names = [row.printed_path for row in rows]
    return "、".join(names[:some]) + ("等" if len(names) > some else "")


def _labels(row: Document | Provision, names: list[str] | None = None) -> str:
    own = {"issuing_bodies": "发文单位", "interpreter": "解释单位", "responsible_units": "责任单位"}
    return "、".join(own.get(name) or str(row._meta.get_field(name).verbose_name) for name in (names or row.conflicts))
