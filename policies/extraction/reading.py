"""The facts that the machine reads in a provision as it stands in the base."""

from policies.ingest import parsed
from policies.ingest.facts import extract_facts
from policies.ingest.paper_year import paper_year
from policies.models import Document, Provision


def read_facts(provision: Provision) -> parsed.Facts:
    """As import reads them: with the year that the document speaks from."""
    return extract_facts(provision.heading, provision.text, provision.kind, year_of(provision.document))


def year_of(document: Document) -> int | None:
    """The year of its signature or print, else of its number or title; None where none is known."""
    days = (str(day) if day else None for day in (document.signed_on, document.printed_on))
    return paper_year(document.title, document.document_number, *days)
