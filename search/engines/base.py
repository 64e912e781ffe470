"""The contract of an engine: a small haystack backend that writes rows and answers a `Plan`.

An engine is a haystack backend class with this mixin. It gives the seven methods that raise NotImplementedError here;
how haystack calls it, which generation is read and how results are handed over is the same for all.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from haystack.backends import BaseSearchQuery, log_query
from haystack.models import SearchResult

from search import analysis
from search.engines.generations import Generations
from search.rows import Row
from search.tree import Everything, Node, Plan

#: Keyword fields: facets and filters.
KEYWORDS = (
    "document", "issuing_body", "responsible_unit", "kind", "terms", "year", "has", "amount_band",
)  # fmt: skip
#: Number fields: filters and sorts.
NUMBERS = ("amounts", "deadlines")
#: Fields that are scored; `bigrams`, `chars` and `canonical` also decide what matches.
SCORED = ("words", "bigrams", "heading", "context", "canonical")
#: Facets of which every value is asked, because the page makes others of them (terms → status).
WHOLE = ("terms",)
#: sort → (number field, highest first). Rows without a value come last either way.
SORTS = {
    "amount": ("amount_most", True),
    "amount_asc": ("amount_most", False),
    "deadline": ("deadline_first", False),
    "deadline_desc": ("deadline_first", True),
    "date": ("date", True),
    "date_asc": ("date", False),
}
#: Raised when the fields of the index change.
SCHEMA_VERSION = 2


def version() -> str:
    """What an index must have been made with to be read."""
    return f"{SCHEMA_VERSION}.{analysis.version()}"


@dataclass(slots=True)
class Found:
    """What an engine found: `hits` are (score, stored row as JSON), `facets` value counts, `total` all matches."""

    total: int
    hits: list[tuple[float, str]] = field(default_factory=list)
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


class ProvisionBackend:
    """Mixin for a haystack backend."""

    engine = ""

    @property
    def generations(self) -> Generations:
        return Generations(Path(self.folder))

    # What an engine provides.

    def create(self, folder: Path) -> None:
        """Make an empty index in an empty folder."""
        raise NotImplementedError

    def write(self, folder: Path, rows: Iterable[Row], removed: Iterable[int] = ()) -> int:
        """Put rows in, replacing those of the same provisions, and take others out, in one commit; returns rows put in.

        Either all of it is visible afterwards or, when the process dies, none.
        """
        raise NotImplementedError

    def find(self, plan: Plan, start: int, end: int) -> Found:
        """Hits start … end of a plan with the counts of its facets."""
        raise NotImplementedError

    def count(self, node: Node) -> int:
        """How many rows match."""
        raise NotImplementedError

    def provisions(self, node: Node) -> list[int]:
        """Keys of the rows that match, all of them."""
        raise NotImplementedError

    def values(self, field: str) -> list[str]:
        """Every value of a keyword field."""
        raise NotImplementedError

    def fingerprints(self) -> dict[int, str]:
        """Provision key → fingerprint of its row, for `check_index`. Keys that occur twice raise ValueError."""
        raise NotImplementedError

    def explain(self, plan: Plan, provision_ids: list[int]) -> dict[int, dict[str, float]]:
        """What each score adds for these provisions: {provision: {"words 企业": 1.2, …}}."""
        raise NotImplementedError

    def stamp(self) -> tuple[str, int]:
        """Changes when the index does: (generation, time of its last commit)."""
        raise NotImplementedError

    # What is the same for all.

    def ready(self) -> bool:
        """There is an index of this version."""
        folder = self.generations.current()
        return folder is not None and read_version(folder) == version()

    def setup(self) -> None:
        """haystack's hook; an index is opened when it is read."""

    @log_query
    def search(self, plan, start_offset=0, end_offset=None, result_class=None, **options):
        """haystack's entry: a Plan instead of a query string."""
        if not isinstance(plan, Plan):
            raise TypeError("search a Plan (search.planning), not a string")
        found = self.find(plan, start_offset or 0, end_offset if end_offset is not None else 10_000)
        make = result_class or SearchResult
        results = []
        for score, stored in found.hits:
            row = json.loads(stored)
            results.append(make("policies", "provision", row["provision"], score, row=row))
        return {"results": results, "hits": found.total, "facets": {"fields": found.facets}}

    def update(self, index, iterable, commit=True):
        """haystack's entry for writing objects: their rows are renewed."""
        from search.indexing import renew

        renew([item.pk for item in iterable])

    def remove(self, obj_or_string, commit=True):
        from search.indexing import renew

        renew([int(str(getattr(obj_or_string, "pk", obj_or_string)).rsplit(".", 1)[-1])])

    def clear(self, models=None, commit=True):
        raise NotImplementedError("the index is never emptied: rebuild_index builds a new one beside it")


class PlanQuery(BaseSearchQuery):
    """A haystack query that carries a Plan to the backend; without one it finds everything."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.plan: Plan | None = None

    def build_query(self) -> Plan:
        return self.plan or Plan(match=Everything())

    def matching_all_fragment(self) -> Plan:
        return Plan(match=Everything())

    def build_query_fragment(self, field, filter_type, value):
        raise NotImplementedError("queries are built by search.planning, not by filter()")

    def _clone(self, klass=None, using=None):
        clone = super()._clone(klass, using)
        clone.plan = self.plan
        return clone


def write_version(folder: Path) -> None:
    (folder / "version").write_text(version(), encoding="ascii")


def read_version(folder: Path) -> str:
    try:
        return (folder / "version").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""
