"""What stands beside a document or provision: relations, what it cites, what cites it; only what readers may see."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from policies.models import Citation, Document, Provision, Relation, Responsibility
from policies.presentation.records import label_of, number_of
from policies.presentation.words import topic

#: Stubs are shown: a cited document that is not in the base has a page that says so.
SEEN = (Document.State.PUBLISHED, Document.State.STUB)
MOST_LINKS = 100


@dataclass(frozen=True, slots=True)
class Link:
    """Another text and why it is shown; `group` is the verb as a heading (依据, 被其引用)."""

    group: str
    title: str
    url: str
    reason: str
    document: Document | None = None
    outward: bool = True


def relations_of(document: Document, provision: Provision | None = None) -> list[Link]:
    """Relations from and to a document (or one provision of it), the verb read from this side."""
    rows = Relation.objects.select_related(
        "from_document", "to_document", "from_provision__document", "to_provision__document"
    )
    outward = rows.filter(from_document=document, to_document__state__in=SEEN)
    inward = rows.filter(to_document=document, from_document__state__in=SEEN)
    if provision is not None:
        outward = outward.filter(from_provision=provision)
        inward = inward.filter(to_provision=provision)
    links = []
    for row in outward[:MOST_LINKS]:
        links.append(_related(row.get_verb_display(), row.to_document, row.to_provision, row.reason, True))
    for row in inward[:MOST_LINKS]:
        links.append(_related(Relation.REVERSE[row.verb], row.from_document, row.from_provision, row.reason, False))
    return links


def _related(group: str, document: Document, provision: Provision | None, reason: str, outward: bool) -> Link:
    if provision is None or provision.withdrawn:
        return Link(group, document.title, document.get_absolute_url(), reason, document, outward)
    title = f"{topic(document.title)} {label_of(provision)}"
    return Link(group, title, provision.get_absolute_url(), reason, document, outward)


def cited_by(document: Document, provision: Provision | None = None) -> list[Link]:
    """Provisions of other public documents that cite this one."""
    rows: QuerySet[Citation] = Citation.objects.public().select_related("provision__document")
    if provision is None:
        rows = rows.filter(Q(target_document=document) | Q(target_provision__document=document))
        rows = rows.exclude(provision__document=document)
    else:
        rows = rows.filter(target_provision=provision).exclude(provision=provision)
    return [
        Link(
            "被引用",
            f"{topic(row.provision.document.title)} {number_of(row.provision)}",
            row.provision.get_absolute_url(),
            row.surface,
            row.provision.document,
            False,
        )
        for row in rows.order_by("provision__document_id", "provision__position")[:MOST_LINKS]
    ]


def same_units(provision: Provision, units: list[int], most: int = 3) -> list[tuple[Provision, int]]:
    """Other provisions that share most units with this one: (provision, how many shared), best first."""
    if not units:
        return []
    shared = (
        Responsibility.objects.filter(
            organization_id__in=units,
            provision__document__state=Document.State.PUBLISHED,
            provision__withdrawn=False,
        )
        .exclude(provision__document_id=provision.document_id)
        .order_by()
        .values_list("provision_id")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "provision__document__position", "provision_id")[:most]
    )
    counts = dict(shared)
    found = Provision.objects.filter(pk__in=counts).select_related("document")
    return sorted(((each, counts[each.pk]) for each in found), key=lambda pair: (-pair[1], pair[0].pk))
