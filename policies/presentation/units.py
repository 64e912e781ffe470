"""Units as readers know them: short names, and who is responsible for a provision, stated there or above it."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from policies.models import Organization, OrganizationName, Provision, Responsibility
from policies.presentation.words import elided


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit of a provision; `restored` parts of the name were left out in print (市教育局 printed 教育局)."""

    organization_id: int
    name: str  # canonical
    short: str
    url: str
    role: str  # "", lead, support
    role_label: str
    restored: tuple[str, str, str]  # (restored head, printed, restored tail) of the short name
    stated_at: Provision  # the provision itself or one above it
    inherited: bool


def with_short_names(organizations: QuerySet | None = None) -> QuerySet:
    """Organizations with `short_names` prefetched: one query, whatever their number."""
    names = OrganizationName.objects.filter(is_short=True).order_by("name")
    organizations = Organization.objects.all() if organizations is None else organizations
    return organizations.prefetch_related(Prefetch("other_names", queryset=names, to_attr="short_names"))


def short_name(organization: Organization) -> str:
    """市科技局 where the base knows a short name, else the canonical name; reads `with_short_names`."""
    names = getattr(organization, "short_names", None)
    if names is None:
        names = list(organization.other_names.filter(is_short=True)[:1])
    return names[0].name if names else organization.name


def unit_lines(
    provision: Provision, ancestors: list[Provision], stated: dict[int, list[Responsibility]]
) -> list[UnitLine]:
    """Units of the nearest provision that states any: itself, else the closest above it."""
    for place in [provision, *reversed(ancestors)]:
        found = stated.get(place.pk)
        if found:
            return [_line(responsibility, place, place is not provision) for responsibility in found]
    return []


def _line(responsibility: Responsibility, place: Provision, inherited: bool) -> UnitLine:
    organization = responsibility.organization
    short = short_name(organization)
    printed = responsibility.printed_name
    shown = printed if printed and printed != organization.name and len(printed) <= len(short) + 2 else short
    return UnitLine(
        organization_id=organization.pk,
        name=organization.name,
        short=short,
        url=organization.get_absolute_url(),
        role=responsibility.role,
        role_label=responsibility.get_role_display(),
        restored=elided(shown, place.responsible_units_line),
        stated_at=place,
        inherited=inherited,
    )
