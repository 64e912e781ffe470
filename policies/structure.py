"""The tree of a document as rows: its order, its addresses, and what a person corrects of what the machine read.

Every correction is one transaction: history is written, the index is queued, a public address that changes leads on.

What import must not undo is marked in `machine`, which no page shows: `machine["structure"]` is "added", "moved" or
"removed"; `machine["read_at"]` is where the file has a provision that stands elsewhere by now; a deleted row of a
draft is remembered in the document's `machine["removed_provisions"]`. policies/importing/keeping.py reads these.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from policies.history import keep_first_state, record_changes
from policies.ingest import to_digits_path
from policies.ingest.tree.numbering import read_printed_number
from policies.models import Document, FormerAddress, Provision

#: Longest address and printed path, from the model's columns.
PATH_LENGTH, PRINTED_PATH_LENGTH = 200, 300
ADDED, MOVED, REMOVED = "added", "moved", "removed"
_COPY = re.compile(r"~\d+$")


def free_path(wanted: str, taken: set[str], longest: int = PATH_LENGTH) -> str:
    """`wanted`, or with the first mark that makes it free (~2, ~3, …); adds it to `taken`."""
    # An unnumbered heading may be a whole sentence; its address need not be.
    path = wanted = wanted[: longest - 5] or "-"
    copy = 1
    while path in taken:
        copy += 1
        path = f"{wanted}~{copy}"
    taken.add(path)
    return path


def path_element(number: str, heading: str, order: int) -> str:
    """The element of a printed path as import writes it: the number without 、 and . , else the heading, else p3.

    >>> path_element("（二）", "总则", 1), path_element("3.", "", 1)
    ('（二）', '3')
    >>> path_element("", "附则", 1), path_element("", "", 3)
    ('附则', 'p3')
    """
    read = read_printed_number(number) if number else None
    if read and not read.rest:
        return read.element
    return (number.rstrip("、.．﹒：: ") or heading).replace("/", "／") or f"p{order}"


def element_of(row: Provision, parent: Provision | None) -> str:
    """The last element of a row's printed path, without the mark of a copy."""
    path = row.printed_path.removeprefix(f"{parent.printed_path}/") if parent else row.printed_path
    return without_copy(path)


def without_copy(path: str) -> str:
    """二/（三）~2 → 二/（三）."""
    return _COPY.sub("", path)


def words(row: Provision) -> str:
    """Number and heading as printed, for messages."""
    return f"{row.number}{row.heading}"[:40] or row.shown_path


class Tree:
    """All rows of one document: `children` of each live row (None: the top) in printed order, and what is `gone`."""

    def __init__(self, document: Document):
        # Locked: two people who correct one document do it one after the other.
        self.document = document = Document.everything.select_for_update().get(pk=document.pk)
        rows = list(Provision.objects.filter(document=document).order_by("position", "pk"))
        self.rows = {row.pk: row for row in rows}
        self.gone = [row for row in rows if row.withdrawn]
        self.children: dict[int | None, list[Provision]] = defaultdict(list)
        for row in rows:
            row.document = document
            if not row.withdrawn:
                self.children[self.parent(row) and row.parent_id].append(row)
        self.elements = {row.pk: element_of(row, self.parent(row)) for row in rows}

    def parent(self, row: Provision) -> Provision | None:
        """The row above, None at the top or where the row above is gone from the text."""
        parent = self.rows.get(row.parent_id)
        return parent if parent and not parent.withdrawn else None

    def below(self, row: Provision | None = None) -> Iterator[Provision]:
        """Everything under a row, in printed order; without one, the whole text."""
        for child in self.children[row.pk if row else None]:
            yield child
            yield from self.below(child)

    def siblings(self, row: Provision) -> list[Provision]:
        parent = self.parent(row)
        return self.children[parent.pk if parent else None]

    def previous(self, row: Provision) -> Provision | None:
        """The provision printed before this one, at whatever level."""
        before = [each for each in self.below() if each.position < row.position]
        return before[-1] if before else None

    def insert(self, row: Provision, parent: Provision | None, index: int) -> None:
        """Give a row that is in no list its place; call `renumber` when all have theirs."""
        row.parent = parent
        self.rows[row.pk] = row
        self.children[parent.pk if parent else None].insert(index, row)

    def take_out(self, row: Provision) -> None:
        self.siblings(row).remove(row)

    def renumber(self) -> None:
        """Write position, last and depth where they differ: one statement for all rows that move alike.

        No more statements for a thousand rows than for ten. Nothing else of these rows changes, so `updated_at` and
        history are left alone.
        """
        places: dict[int, tuple[int, int, int]] = {}

        def place(parent: int | None, position: int, depth: int) -> int:
            for row in self.children[parent]:
                last = place(row.pk, position + 1, depth + 1) - 1
                places[row.pk] = (position, last, depth)
                position = last + 1
            return position

        end = place(None, 0, 0)
        for offset, row in enumerate(self.gone):
            places[row.pk] = (end + offset, end + offset, 0)
        alike: dict[tuple[int, int, int], list[int]] = defaultdict(list)
        for pk, (position, last, depth) in places.items():
            row = self.rows[pk]
            alike[position - row.position, last - row.last, depth - row.depth].append(pk)
            row.position, row.last, row.depth = position, last, depth
        alike.pop((0, 0, 0), None)
        for (position, last, depth), ids in alike.items():
            Provision.objects.filter(pk__in=ids).update(
                position=F("position") + position, last=F("last") + last, depth=F("depth") + depth
            )

    def name(self, row: Provision, element: str, parent: Provision | None) -> None:
        """Printed path and address of a row that is not saved yet."""
        self._name(row, element, parent, *self._taken(set()))

    def readdress(self, tops: list[Provision], reason: str) -> None:
        """Save rows that were moved and what is below them under their new paths; public addresses lead on."""
        rows = [each for top in tops for each in (top, *self.below(top))]
        moving = {row.pk for row in rows}
        taken, printed = self._taken(moving)
        keep_first_state(Provision, moving)
        before = {row.pk: row.path for row in rows}
        for row in rows:
            if row.machine.keys() - {"structure"}:
                row.machine.setdefault("read_at", row.printed_path)
            self._name(row, self.elements[row.pk], self.parent(row), taken, printed)
            row.updated_at = timezone.now()
        fields = ["parent", "printed_path", "path", "machine", "updated_at"]
        Provision.objects.bulk_update(rows, fields, batch_size=200)
        record_changes(rows, reason)
        FormerAddress.objects.filter(document=self.document, path__in=[row.path for row in rows]).delete()
        if self.document.published_at:
            lead_on(self.document, {before[row.pk]: row for row in rows if before[row.pk] != row.path})

    def _taken(self, moving: set[int]) -> tuple[set[str], set[str]]:
        """Addresses and printed paths of the rows that stay; a former address is free for the row it leads to."""
        former = FormerAddress.objects.filter(document=self.document).exclude(provision_id__in=moving)
        taken = {row.path for row in self.rows.values()} | set(former.values_list("path", flat=True))
        live = {row.printed_path for row in self.below() if row.pk not in moving}
        return taken, live

    @staticmethod
    def _name(row: Provision, element: str, parent: Provision | None, taken: set[str], printed: set[str]) -> None:
        path = f"{parent.printed_path}/{element}" if parent else element
        row.printed_path = free_path(path, printed, PRINTED_PATH_LENGTH)
        taken.discard(row.path)
        row.path = free_path(to_digits_path(row.printed_path), taken)


@transaction.atomic
def renumber(document: Document) -> None:
    """Position, last and depth of every row from parents and present order."""
    Tree(document).renumber()


def lead_on(document: Document, rows: dict[str, Provision]) -> None:
    """Former addresses: each path leads to its row from now on."""
    FormerAddress.objects.bulk_create(
        [FormerAddress(document=document, path=path, provision=row) for path, row in rows.items()],
        update_conflicts=True,
        unique_fields=["document", "path"],
        update_fields=["provision"],
    )
