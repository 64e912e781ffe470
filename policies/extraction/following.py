"""Facts follow an edit of the text: they move with the words round them; one whose words are gone becomes 待核."""

from diff_match_patch import diff_match_patch
from django.db import transaction

from policies.extraction.merging import Merge, extract_again, merge_facts, rows_by_provision, save
from policies.extraction.reading import lead_of, read_facts
from policies.ingest.facts.leads import lead_below
from policies.models import Fact, Provision

FIELDS = ("heading", "text")


def follow_edit(provision: Provision, before: dict[str, str]) -> dict[str, int]:
    """Move the facts of a provision whose heading or text was edited; `before` holds the words as they were.

    What the machine now reads in the new words is added, beside what stays. Returns counts 移动, 待核, 新增. Where the
    words that open a list changed, its items are read again.
    """
    after = {name: getattr(provision, name) for name in FIELDS}
    before = {name: before.get(name, after[name]) for name in FIELDS}
    if before == after:
        return {"移动": 0, "待核": 0, "新增": 0}
    with transaction.atomic():
        rows = rows_by_provision([provision.pk])[provision.pk]
        moved, lost = move(rows, before, after)
        merge = Merge()
        facts = read_facts(provision)
        merge_facts(provision, facts, rows, merge, keep_unverified=True)
        gone = set(map(id, merge.delete))
        merge.update = list({id(row): row for row in [*merge.update, *moved, *lost] if id(row) not in gone}.values())
        save(merge, {provision.pk: provision})
        lead = lead_of(provision)
        if lead_below(**before, lead=lead) != lead_below(**after, lead=lead):
            extract_again(Provision.objects.subtree(provision).exclude(pk=provision.pk))
    return {"移动": len(moved), "待核": len(lost), "新增": len(merge.create)}


def move(rows: list[Fact], before: dict[str, str], after: dict[str, str]) -> tuple[list[Fact], list[Fact]]:
    """Give each row its place in the new words; returns the rows that moved and those whose words are gone."""
    maps = {name: _kept_stretches(before[name], after[name]) for name in FIELDS}
    placed = [row for row in rows if row.end]
    moved, homeless = [], []
    for row in placed:
        start = _shifted(maps[row.field], row.start, row.end)
        if start is None:
            homeless.append(row)
        elif start != row.start:
            row.start, row.end = start, start + row.end - row.start
            moved.append(row)
    lost = []
    settled = [row for row in placed if row not in homeless]
    for row in homeless:
        if _resettle(row, settled, after):
            settled.append(row)
            moved.append(row)
        else:
            row.start = row.end = 0
            if row.state != Fact.State.REJECTED:
                row.state = Fact.State.UNVERIFIED
            lost.append(row)
    return moved, lost


def _kept_stretches(before: str, after: str) -> list[tuple[int, int, int]]:
    """(start in the old text, end, how far it moved) of each stretch that both texts have."""
    stretches, old, new = [], 0, 0
    for kind, words in diff_match_patch().diff_main(before, after):
        if kind == diff_match_patch.DIFF_EQUAL:
            stretches.append((old, old + len(words), new - old))
        old += len(words) if kind != diff_match_patch.DIFF_INSERT else 0
        new += len(words) if kind != diff_match_patch.DIFF_DELETE else 0
    return stretches


def _shifted(stretches: list[tuple[int, int, int]], start: int, end: int) -> int | None:
    for first, last, shift in stretches:
        if first <= start and end <= last:
            return start + shift
    return None


def _resettle(row: Fact, settled: list[Fact], after: dict[str, str]) -> bool:
    """A sentence that was moved takes its facts along: the same words elsewhere, where no such fact stands."""
    for name in (row.field, *(other for other in FIELDS if other != row.field)):
        start = after[name].find(row.surface)
        while start >= 0:
            end = start + len(row.surface)
            taken = any(
                type(other) is type(row) and other.field == name and start < other.end and other.start < end
                for other in settled
            )
            if not taken:
                row.field, row.start, row.end = name, start, end
                return True
            start = after[name].find(row.surface, start + 1)
    return False
