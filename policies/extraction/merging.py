"""Extraction again: what the machine reads now, merged with the rows that are there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from policies.extraction.audiences import Audiences, save_audiences
from policies.extraction.reading import gather, read_facts
from policies.extraction.rows import fact_rows, values_of
from policies.ingest.parsed import Facts
from policies.models import FACT_MODELS, Amount, Fact, Provision, queue_provisions

State = Fact.State
#: States that a person gave; extraction leaves what these rows say alone.
DECIDED = frozenset({State.CONFIRMED, State.EDITED, State.REJECTED})


@dataclass
class Merge:
    """What is to be written. `counts` tells added, changed, removed and kept (a person's)."""

    create: list[Fact] = field(default_factory=list)
    update: list[Fact] = field(default_factory=list)
    delete: list[Fact] = field(default_factory=list)
    kept: int = 0


def extract_again(provisions: Iterable[Provision]) -> dict[str, int]:
    """Read the facts of these provisions again; returns counts 新增, 改变, 删去, 保留人工.

    All in one transaction; what changed is queued.
    """
    provisions = list(provisions)
    with transaction.atomic():
        rows = rows_by_provision([provision.pk for provision in provisions])
        merge = Merge()
        gather(provisions)
        for provision in provisions:
            merge_facts(provision, read_facts(provision), rows[provision.pk], merge)
        save(merge, {provision.pk: provision for provision in provisions})
    return {"新增": len(merge.create), "改变": len(merge.update), "删去": len(merge.delete), "保留人工": merge.kept}


def rows_by_provision(provision_ids: list[int]) -> dict[int, list[Fact]]:
    """All facts of these provisions, of every model: one query a model."""
    rows: dict[int, list[Fact]] = defaultdict(list)
    for model in FACT_MODELS:
        for row in model.objects.filter(provision_id__in=provision_ids).order_by("pk"):
            rows[row.provision_id].append(row)
    return rows


def merge_facts(
    provision: Provision, facts: Facts, rows: list[Fact], merge: Merge, keep_unverified: bool = False
) -> None:
    """Add to `merge` what turns `rows` into what is read now.

    The same place and surface is the same fact. A person's fact keeps what it says and keeps its place free of other
    readings; a rejected one silences the same reading only. A fact without a place takes the first reading of its
    surface that nobody has. `keep_unverified` leaves machine facts whose words are gone as they are (see follow_edit).
    """
    unmatched = {_key(row): row for row in rows if row.end}
    homeless = [row for row in rows if not row.end]
    fixed = [row for row in rows if row.end and row.state in DECIDED - {State.REJECTED}]
    for read in fact_rows(provision, facts):
        row = unmatched.pop(_key(read), None)
        if row is None and any(_overlap(read, other) for other in fixed):
            continue
        if row is None:
            row = next(
                (other for other in homeless if type(other) is type(read) and other.surface == read.surface), None
            )
            if row is None:
                merge.create.append(read)
                continue
            homeless.remove(row)
            row.field, row.start, row.end = read.field, read.start, read.end
            if row.state == State.UNVERIFIED and not row.decided_by_id:
                row.state = State.AUTO
            merge.update.append(row)
        _take_reading(row, read, merge)
    for row in [*unmatched.values(), *homeless]:
        if row.state in DECIDED or row.decided_by_id or (keep_unverified and row.state == State.UNVERIFIED):
            merge.kept += row.state in DECIDED
        else:
            merge.delete.append(row)


def _take_reading(row: Fact, read: Fact, merge: Merge) -> None:
    changed = row.machine != read.machine or row.rule != read.rule
    row.machine, row.rule = read.machine, read.rule
    if row.state == State.AUTO and values_of(row) != read.machine:
        for name in row.VALUES:
            setattr(row, name, getattr(read, name))
        changed = True
    elif row.state in DECIDED:
        merge.kept += 1
    if changed and row not in merge.update:
        merge.update.append(row)


def save(merge: Merge, provisions: dict[int, Provision], fresh: bool = False) -> None:
    """Write a merge: one statement a model and kind of change, the audiences of amounts, the queue."""
    for model in FACT_MODELS:
        created = [row for row in merge.create if type(row) is model]
        changed = [row for row in merge.update if type(row) is model]
        gone = [row.pk for row in merge.delete if type(row) is model]
        model.objects.bulk_create(created, batch_size=2000)
        if changed:
            fields = ["field", "start", "end", "surface", "rule", "state", "machine", *model.VALUES]
            model.objects.bulk_update(changed, fields, batch_size=500)
        if gone:
            model.objects.filter(pk__in=gone).delete()
        if model is Amount:
            audiences = Audiences() if created or changed else None
            # An editor may have chosen the audiences of a fact that is theirs; words that are gone name none.
            machine_rows = [row for row in changed if row.state not in DECIDED and row.end]
            for rows, new in ((created, True), (machine_rows, False)):
                if rows:
                    headings = headings_above([provisions[row.provision_id] for row in rows])
                    save_audiences(
                        [
                            (row, audiences.of(row, provisions[row.provision_id], headings[row.provision_id]))
                            for row in rows
                        ],
                        fresh=new,
                    )
    if not fresh:
        touched = {row.provision_id for rows in (merge.create, merge.update, merge.delete) for row in rows}
        queue_provisions(with_ancestors(touched))


def headings_above(provisions: Iterable[Provision]) -> dict[int, str]:
    """Headings of the provisions above each, and its document's title, for provisions of any documents."""
    provisions = list(provisions)
    documents = {provision.document_id for provision in provisions}
    rows = Provision.objects.filter(document_id__in=documents).values_list("pk", "parent_id", "heading")
    tree = {pk: (parent, heading) for pk, parent, heading in rows}
    titles = dict(Provision.objects.filter(document_id__in=documents).values_list("document_id", "document__title"))
    above = {}
    for provision in provisions:
        headings, parent = [], provision.parent_id
        while parent:
            parent, heading = tree[parent]
            headings.append(heading)
        above[provision.pk] = "\n".join([*headings, titles.get(provision.document_id, "")])
    return above


def with_ancestors(provision_ids: Iterable[int]) -> list[int]:
    """These provisions and all above them: an article's row in the index holds the facts of its items."""
    found, level = set(), set(provision_ids)
    while level:
        found |= level
        parents = Provision.objects.filter(pk__in=level).exclude(parent=None).values_list("parent_id", flat=True)
        level = set(parents) - found
    return sorted(found)


def _key(row: Fact) -> tuple:
    return type(row), row.field, row.start, row.end, row.surface


def _overlap(one: Fact, other: Fact) -> bool:
    return type(one) is type(other) and one.field == other.field and one.start < other.end and other.start < one.end
