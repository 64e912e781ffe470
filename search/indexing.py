"""The index is kept true here and nowhere else: drain the queue, rebuild beside, check and repair.

The queue (`IndexTask`) is written with the change it tells of. Whoever gets the writer's lock drains it until it is
empty; one who does not get the lock may go, because the holder looks again after letting go.
"""

import logging
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from haystack import connections

from policies.models import IndexTask, Provision
from search.engines.base import ProvisionBackend
from search.engines.generations import Busy
from search.rows import Row, public_documents, rows_of
from search.tree import Everything

logger = logging.getLogger(__name__)

#: From so many queued provisions, and this share of the index, building anew is quicker than renewing row by row.
MANY, SHARE = 2_000, 0.3
#: Keys in one SQL list.
CHUNK = 500


def backend() -> ProvisionBackend:
    return connections["default"].get_backend()


def _chunks(values: list, size: int = CHUNK):
    for start in range(0, len(values), size):
        yield values[start : start + size]


def apply(folder: Path, provision_ids: Iterable[int]) -> int:
    """Renew the rows of these provisions in a generation as the database has them now; returns rows written."""
    wanted = set(provision_ids)
    documents: set[int] = set()
    for chunk in _chunks(sorted(wanted)):
        documents.update(Provision.objects.filter(pk__in=chunk).values_list("document_id", flat=True))
    rows = (row for row in rows_of(sorted(documents)) if row.provision_id in wanted or not wanted.isdisjoint(row.below))
    return backend().write(folder, rows, removed=sorted(wanted))


def renew(provision_ids: list[int]) -> int:
    """Renew these rows at once, without the queue."""
    generations = backend().generations
    with generations.lock("writer"):
        return _renew_locked(provision_ids)


def _renew_locked(provision_ids: list[int]) -> int:
    generations = backend().generations
    written = apply(generations.current(), provision_ids)
    if generations.rebuilding():
        generations.note_meanwhile(provision_ids)
    return written


def drain(wait: bool = False) -> int:
    """Apply what is queued; returns how many tasks. When another process is at it, it is left to that one."""
    done = 0
    while IndexTask.objects.exists():
        if _many_queued() and not backend().generations.rebuilding():
            rebuild(needed=_many_queued)
            continue
        try:
            with backend().generations.lock("writer", wait=wait):
                done += _drain_locked()
        except Busy:
            return done
    return done


def _drain_locked() -> int:
    done = 0
    while tasks := list(IndexTask.objects.order_by("pk").values_list("pk", "provision_id")[:MANY]):
        _renew_locked(list(dict.fromkeys(provision_id for _, provision_id in tasks)))
        _forget([pk for pk, _ in tasks])
        done += len(tasks)
    return done


def _forget(task_ids: list[int]) -> None:
    with transaction.atomic():
        for chunk in _chunks(task_ids):
            IndexTask.objects.filter(pk__in=chunk).delete()


def _many_queued() -> bool:
    queued = IndexTask.objects.count()
    return queued >= MANY and queued > SHARE * Provision.objects.public().count()


def rebuild(progress=None, needed=None) -> int:
    """Build a new generation beside the one in use, apply what was queued meanwhile, swap; returns rows written.

    `progress(iterator)` may wrap the rows to show how far it is. `needed()` is asked again when the lock is held:
    another process may have done it. A crash leaves the old generation in use.
    """
    engine = backend()
    generations = engine.generations
    with generations.lock("rebuild"):
        if needed and not needed():
            return 0
        with generations.lock("writer"):
            # From here on every drain notes what it renews; what was noted for a build that died is void.
            generations.meanwhile.unlink(missing_ok=True)
            seen = set(IndexTask.objects.values_list("pk", flat=True))
        folder = generations.create()
        engine.create(folder)
        rows = rows_of(public_documents())
        written = engine.write(folder, progress(rows) if progress else rows)
        with generations.lock("writer"):
            tasks = list(IndexTask.objects.values_list("pk", "provision_id"))
            missed = [provision_id for pk, provision_id in tasks if pk not in seen]
            missed = list(dict.fromkeys(generations.read_meanwhile() + missed))
            if missed:
                apply(folder, missed)
            generations.publish(folder)
            generations.meanwhile.unlink(missing_ok=True)
            _forget([pk for pk, _ in tasks])
        generations.clean()
    return written


_started: set[tuple[str, str]] = set()
_starting = threading.Lock()


def start() -> None:
    """Once a process: build the index if there is none that can be read, apply what an earlier process left queued.

    Also when its folder has been deleted under a running process.
    """
    engine = backend()
    key = (engine.engine, str(engine.folder))
    if key in _started and engine.generations.exist():
        return
    with _starting:
        if key in _started and engine.generations.exist():
            return
        if not _sound(engine):
            logger.info("search index: building")
            rebuild(needed=lambda: not _sound(engine))
        drain(wait=True)
        _started.add(key)


def _sound(engine: ProvisionBackend) -> bool:
    """There is an index of this version and it answers; a damaged file is no reason to answer nobody."""
    if not engine.ready():
        return False
    try:
        engine.count(Everything())
    except Exception:  # each engine has errors of its own for a damaged file
        logger.exception("search index: cannot be read")
        return False
    return True


def drain_quietly(**_) -> None:
    """The listener of `index_queued`: the change is saved already, so a failing index must not fail the request."""
    try:
        engine = backend()
        if not engine.ready():
            rebuild(needed=lambda: not engine.ready())
        drain()
    except Exception:
        logger.exception("search index: draining failed; what is queued stays queued")


@dataclass(slots=True)
class Check:
    """What `check` found: provisions missing in the index, too many in it, or with another content."""

    rows: int = 0
    missing: list[int] = field(default_factory=list)
    extra: list[int] = field(default_factory=list)
    stale: list[int] = field(default_factory=list)
    queued: int = 0
    problem: str = ""

    @property
    def clean(self) -> bool:
        return not (self.missing or self.extra or self.stale or self.queued or self.problem)


def check(rows: Iterable[Row] | None = None) -> Check:
    """Compare the index with the database, row by row."""
    result = Check(queued=IndexTask.objects.count())
    engine = backend()
    if not engine.ready():
        result.problem = "there is no index of this version"
        return result
    try:
        held = engine.fingerprints()
    except Exception as error:  # keys that occur twice, or a damaged file: each engine has errors of its own
        result.problem = f"the index cannot be read: {error}"
        return result
    for row in rows_of(public_documents()) if rows is None else rows:
        result.rows += 1
        fingerprint = held.pop(row.provision_id, None)
        if fingerprint is None:
            result.missing.append(row.provision_id)
        elif fingerprint != row.fingerprint():
            result.stale.append(row.provision_id)
    result.extra = sorted(held)
    return result


def repair(found: Check) -> None:
    """Mend what `check` found."""
    if found.problem:
        rebuild()
        return
    renew([*found.missing, *found.extra, *found.stale])
    drain(wait=True)
