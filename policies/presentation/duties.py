"""The duties of a unit: provisions it is named for, what it pays, by when, with whom."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, QuerySet

from policies.models import Document, Organization, Provision, Responsibility
from policies.presentation.units import short_name, with_short_names


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in a list, with how many provisions name it and in how many documents."""

    organization: Organization
    short: str
    provisions: int
    documents: int
    first: int  # provisions where it is named first or leads

    @property
    def url(self) -> str:
        return self.organization.get_absolute_url()


def _public_duties() -> QuerySet[Responsibility]:
    return Responsibility.objects.filter(
        provision__document__state=Document.State.PUBLISHED, provision__withdrawn=False
    )


def unit_rows(organization_ids: list[int] | None = None) -> list[UnitRow]:
    """Every unit that a public provision names, most named first."""
    duties = _public_duties().order_by()
    if organization_ids is not None:
        duties = duties.filter(organization_id__in=organization_ids)
    counts = duties.values_list("organization_id").annotate(
        provisions=Count("provision_id", distinct=True), documents=Count("provision__document_id", distinct=True)
    )
    first = dict(duties.filter(order=0).values_list("organization_id").annotate(number=Count("provision_id")))
    rows = list(counts)
    organizations = with_short_names().in_bulk([row[0] for row in rows])
    result = [
        UnitRow(organizations[pk], short_name(organizations[pk]), provisions, documents, first.get(pk, 0))
        for pk, provisions, documents in rows
    ]
    return sorted(result, key=lambda row: (-row.provisions, -row.first, row.organization.name))


def under_unit(organization: Organization) -> Exists:
    """A filter for provisions a unit is responsible for, stated there or above: Provision.filter(under_unit(x)).

    A unit stated on a provision holds for what is below it, unless a provision nearer states its own.
    """
    holds = Responsibility.objects.filter(
        organization=organization,
        provision__document_id=OuterRef("document_id"),
        provision__position__lte=OuterRef("position"),
        provision__last__gte=OuterRef("position"),
    ).annotate(nearer=Exists(_nearer()))
    return Exists(holds.filter(nearer=False))


def _nearer() -> QuerySet[Responsibility]:
    """Duties stated between the stating provision and the provision asked about."""
    return Responsibility.objects.filter(
        provision__document_id=OuterRef("provision__document_id"),
        provision__position__gt=OuterRef("provision__position"),
        provision__position__lte=OuterRef(OuterRef("position")),
        provision__last__gte=OuterRef(OuterRef("position")),
    )


def stated_for(organization: Organization) -> QuerySet[Provision]:
    """Public provisions that name the unit themselves, in the order of documents."""
    return (
        Provision.objects.public()
        .filter(responsibilities__organization=organization)
        .select_related("document")
        .order_by(F("document__collection_id").asc(nulls_last=True), "document__position", "document_id", "position")
    )


def partners(organization: Organization, most: int = 12) -> list[tuple[UnitRow, int]]:
    """Units named with it in the same provisions: (unit, in how many), most first."""
    with_it = _public_duties().filter(provision__responsibilities__organization=organization)
    counts = Counter(dict(
        with_it.exclude(organization=organization).order_by().values_list("organization_id").annotate(n=Count("pk"))
    ))  # fmt: skip
    best = counts.most_common(most)
    organizations = with_short_names().in_bulk([pk for pk, _ in best])
    return [(UnitRow(organizations[pk], short_name(organizations[pk]), number, 0, 0), number) for pk, number in best]
