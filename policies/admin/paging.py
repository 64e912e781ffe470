"""The provisions of a long document, so many on one page of its form."""

from dataclasses import dataclass

from policies.models import Provision

PER_PAGE = 20
PARAMETER = "provisions"


@dataclass(frozen=True, slots=True)
class Page:
    """One link: its number, the printed path it begins with, and whether it is shown now."""

    number: int
    first: str
    current: bool


def page_number(request, count: int) -> int:
    """The page asked for, from 1; the nearest one there is."""
    asked = request.GET.get(PARAMETER, "1")
    number = int(asked) if asked.isascii() and asked.isdigit() else 1
    return min(max(number, 1), max(1, -(-count // PER_PAGE)))


def positions_of_page(request, document_id: str) -> tuple[int, int]:
    """First and last position of the page asked for; (1, 0) when there is nothing."""
    places = _places(request, document_id)
    start = (page_number(request, len(places)) - 1) * PER_PAGE
    shown = places[start : start + PER_PAGE]
    return (shown[0][0], shown[-1][0]) if shown else (1, 0)


def pages_of(request, document_id: str) -> list[Page]:
    """Links to the pages of a document; none when one page holds all."""
    places = _places(request, document_id)
    current = page_number(request, len(places))
    starts = range(0, len(places), PER_PAGE)
    pages = [Page(number, places[start][1], number == current) for number, start in enumerate(starts, 1)]
    return pages if len(pages) > 1 else []


def _places(request, document_id: str) -> list[tuple[int, str]]:
    # Asked for by the inline and by the template: once a request is enough.
    if not hasattr(request, "provision_places"):
        document = int(document_id) if str(document_id).isdigit() else None
        rows = Provision.objects.filter(document_id=document, withdrawn=False).order_by("position")
        rows = rows.only("position", "printed_path", "document_id")
        request.provision_places = [(row.position, row.shown_path) for row in rows]
    return request.provision_places
