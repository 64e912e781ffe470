"""A provision with all that is said of it: its place, units, facts. Pages, API, feeds and Excel read these records."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import F, Q

from policies.models import FACT_MODELS, Amount, Citation, Document, Fact, Provision, Responsibility
from policies.presentation.facts import FactLine, fact_line
from policies.presentation.units import UnitLine, unit_lines, with_short_names
from policies.presentation.words import numbered

#: Above so many provisions, rows are asked for by document: SQL takes only so many parameters.
LONG_LIST = 500


@dataclass(slots=True)
class ProvisionRecord:
    """`ancestors` from the root; `facts` in the order of the text; `units` own or inherited (see `UnitLine`)."""

    provision: Provision
    ancestors: list[Provision] = field(default_factory=list)
    units: list[UnitLine] = field(default_factory=list)
    facts: list[FactLine] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.provision.document

    @property
    def url(self) -> str:
        return self.provision.get_absolute_url()

    @property
    def numbers(self) -> list[str]:
        """Printed numbers from the root; an unnumbered element as its heading: ["第二章", "第五十四条"]."""
        return [number_of(provision) for provision in [*self.ancestors, self.provision]]

    @property
    def place(self) -> str:
        """Where it stands, in one line: 二（三）1."""
        return "".join(number.rstrip("、.．") for number in self.numbers)

    @property
    def label(self) -> str:
        """Number and heading as printed, or the first words of the text."""
        return label_of(self.provision)

    @property
    def amounts(self) -> list[FactLine]:
        return [line for line in self.facts if line.kind == "amount"]

    @property
    def benefits(self) -> list[FactLine]:
        return [line for line in self.amounts if line.fact.role == Amount.Role.BENEFIT]

    @property
    def deadlines(self) -> list[FactLine]:
        return [line for line in self.facts if line.kind == "deadline"]

    @property
    def durations(self) -> list[FactLine]:
        return [line for line in self.facts if line.kind == "duration"]

    @property
    def citations(self) -> list[FactLine]:
        return [line for line in self.facts if line.kind == "citation"]

    @property
    def own_units(self) -> list[UnitLine]:
        return [unit for unit in self.units if not unit.inherited]

    @property
    def units_stated_at(self) -> Provision | None:
        """Where inherited units are stated; None when own or unknown."""
        return self.units[0].stated_at if self.units and self.units[0].inherited else None


KIND_NAMES = {"preamble": "引言", "closing": "结尾"}


def number_of(provision: Provision) -> str:
    return provision.number or provision.heading or KIND_NAMES.get(provision.kind, "") or provision.printed_path


def label_of(provision: Provision) -> str:
    """一、支持企业加大创新投入; without a heading the first words: 第五条 国家坚持……"""
    if provision.heading:
        return numbered(provision.number, provision.heading)
    name = provision.number or KIND_NAMES.get(provision.kind, "")
    first = provision.text.split("\n", 1)[0]
    gap = "" if name.endswith(("、", "）")) or not name else " "
    return name + gap + (first if len(first) <= 24 else first[:23] + "……")


def gather(provisions: Iterable[Provision]) -> list[ProvisionRecord]:
    """Records of public provisions (with `document` selected), in their order; the number of queries is constant."""
    wanted = list(provisions)
    if not wanted:
        return []
    parents = _inner_nodes(wanted)
    ancestors = {provision.pk: _ancestors(provision, parents) for provision in wanted}
    everyone = {node.pk for line in ancestors.values() for node in line} | {provision.pk for provision in wanted}
    documents = {provision.document_id for provision in wanted}
    stated = _responsibilities(everyone, documents)
    facts = _facts([provision.pk for provision in wanted], documents)
    records = []
    for provision in wanted:
        lines = [fact_line(fact, provision) for fact in facts[provision.pk]]
        lines.sort(key=lambda line: (line.fact.field != "heading", line.fact.start))
        above = ancestors[provision.pk]
        records.append(ProvisionRecord(provision, above, unit_lines(provision, above, stated), lines))
    return records


def _inner_nodes(wanted: Sequence[Provision]) -> dict[int, Provision]:
    """What may stand above these provisions, by key; those whose whole document is at hand cost no query."""
    known = {provision.pk: provision for provision in wanted}
    if all(provision.parent_id is None or provision.parent_id in known for provision in wanted):
        return known
    documents = {provision.document_id: provision.document for provision in wanted}
    inner = Provision.objects.public().filter(document_id__in=documents, last__gt=F("position")).defer("machine")
    if len(wanted) <= LONG_LIST // 10:
        holds = Q()
        for provision in wanted:
            holds |= Q(document_id=provision.document_id, position__lt=provision.position, last__gte=provision.position)
        inner = inner.filter(holds)
    for node in inner:
        node.document = documents[node.document_id]
        known.setdefault(node.pk, node)
    return known


def _ancestors(provision: Provision, nodes: dict[int, Provision]) -> list[Provision]:
    line: list[Provision] = []
    parent = nodes.get(provision.parent_id)
    while parent is not None:
        line.append(parent)
        parent = nodes.get(parent.parent_id)
    return line[::-1]


def _scope(ids: Iterable[int], documents: Iterable[int]) -> Q:
    ids = list(ids)
    if len(ids) > LONG_LIST:
        return Q(provision__document_id__in=list(documents))
    return Q(provision_id__in=ids)


def _responsibilities(ids: Iterable[int], documents: Iterable[int]) -> dict[int, list[Responsibility]]:
    rows = list(Responsibility.objects.filter(_scope(ids, documents)).order_by("provision_id", "order", "id"))
    organizations = with_short_names().in_bulk({row.organization_id for row in rows})
    stated: dict[int, list[Responsibility]] = defaultdict(list)
    for row in rows:
        row.organization = organizations[row.organization_id]
        stated[row.provision_id].append(row)
    return stated


def _facts(ids: list[int], documents: Iterable[int]) -> dict[int, list[Fact]]:
    facts: dict[int, list[Fact]] = defaultdict(list)
    for model in FACT_MODELS:
        rows = model.objects.filter(_scope(ids, documents)).exclude(state=Fact.State.REJECTED).defer("machine")
        if model is Citation:
            rows = rows.select_related("target_document", "target_provision__document")
        for row in rows.order_by("start"):
            facts[row.provision_id].append(row)
    return facts
