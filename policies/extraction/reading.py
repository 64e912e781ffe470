"""The facts that the machine reads in provisions as they stand in the base."""

from collections.abc import Sequence

from django.db.models import prefetch_related_objects

from policies.ingest import parsed
from policies.ingest.facts import extract_facts
from policies.ingest.facts.leads import lead_below
from policies.ingest.paper_year import paper_year
from policies.models import Document, Provision


def gather(provisions: Sequence[Provision]) -> None:
    """Fetch what reading asks of, one query for each level: the documents, and what stands above."""
    prefetch_related_objects(provisions, "document", "parent__parent__parent")


def read_facts(provision: Provision) -> parsed.Facts:
    """As import reads them: with the year that the document speaks from, and what opens the list it is an item of."""
    year, lead = year_of(provision.document), lead_of(provision)
    return extract_facts(provision.heading, provision.text, provision.kind, year, lead)


def year_of(document: Document) -> int | None:
    """The year of its signature or print, else of its number or title; None where none is known."""
    days = (str(day) if day else None for day in (document.signed_on, document.printed_on))
    return paper_year(document.title, document.document_number, *days)


def lead_of(provision: Provision) -> str:
    """What opens the list that the provision is an item of, "" outside lists."""
    above = provision.parent
    return lead_below(above.heading, above.text, lead_of(above)) if above else ""
