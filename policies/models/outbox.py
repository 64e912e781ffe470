"""The queue of index rows to renew, written in the same transaction as the change that makes them stale.

Whoever changes what a search result shows calls one of the functions below inside its transaction. Nothing else
writes the queue, and nothing but the search app's drain empties it.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models, transaction
from django.dispatch import Signal

from policies.models.provision import Provision

#: Sent after commit when something was queued; the search app listens and drains.
index_queued = Signal()


class IndexTask(models.Model):
    """One provision whose index row is stale. The drain reads what is true now, so order does not matter."""

    provision_id = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "待索引条款"

    def __str__(self):
        return str(self.provision_id)


def queue_provisions(provision_ids: Iterable[int]) -> int:
    """Queue these provisions; returns how many. Call before deleting them, too: the drain removes what is gone."""
    tasks = [IndexTask(provision_id=pk) for pk in dict.fromkeys(provision_ids)]
    if not tasks:
        return 0
    IndexTask.objects.bulk_create(tasks, batch_size=1000)
    transaction.on_commit(_tell_index)
    return len(tasks)


@contextmanager
def one_signal():
    """Within this block many transactions may queue; `index_queued` is sent once, when the block ends.

    For a big import: the drain sees the whole queue and may rebuild the index instead of renewing row by row.
    """
    told: list[bool] = []
    token = _held.set(told)
    try:
        yield
    finally:
        _held.reset(token)
        if told:
            _tell_index()


_held: ContextVar[list[bool] | None] = ContextVar("held signal", default=None)


def _tell_index() -> None:
    told = _held.get()
    if told is None:
        index_queued.send(sender=IndexTask)
    else:
        told.append(True)


def queue_subtree(provision: Provision) -> int:
    """Queue a provision, what is below it (heading and units are inherited) and what is above it.

    An article's row holds the text of its items, so a change below is a change of the row above.
    """
    rows = Provision.objects.filter(document_id=provision.document_id)
    below = models.Q(position__range=(provision.position, provision.last))
    above = models.Q(position__lt=provision.position, last__gte=provision.position)
    return queue_provisions(rows.filter(below | above).values_list("pk", flat=True))


def queue_documents(document_ids: Iterable[int]) -> int:
    """Queue every provision of these documents (title, bodies, number, dates or state changed)."""
    return queue_provisions(Provision.objects.filter(document_id__in=list(document_ids)).values_list("pk", flat=True))


def queue_organizations(organization_ids: Iterable[int]) -> int:
    """Queue the rows that show these organizations: their duties with what is below, and documents they issued."""
    ids = list(organization_ids)
    issued = Provision.objects.filter(document__body_links__organization_id__in=ids)
    stale = set(issued.values_list("document_id", flat=True))
    duties: dict[int, list[tuple[int, int]]] = {}
    held = Provision.objects.filter(responsibilities__organization_id__in=ids).distinct()
    for document, position, last in held.values_list("document_id", "position", "last"):
        duties.setdefault(document, []).append((position, last))
    if not stale and not duties:
        return 0
    found = list(Provision.objects.filter(document_id__in=stale).values_list("pk", flat=True))
    places = Provision.objects.filter(document_id__in=duties.keys() - stale)
    for pk, document, position, last in places.values_list("pk", "document_id", "position", "last"):
        # Below a duty, or above it: both overlap it in printed order.
        if any(position <= end and start <= last for start, end in duties[document]):
            found.append(pk)
    return queue_provisions(found)
