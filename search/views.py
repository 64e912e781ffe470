"""The search page, and the suggestions under the search field."""

import logging
from dataclasses import dataclass, replace
from urllib.parse import quote

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.html import format_html
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from policies.models import Organization, Provision
from policies.presentation.records import ProvisionRecord, gather
from policies.presentation.units import short_name, with_short_names
from policies.presentation.words import topic
from policies.views.conditional import public_page
from search.api import read_request
from search.characters import letters
from search.results import FACETS, SORT_LABELS, FacetValue, Hit, SearchResult
from search.service import search
from search.suggestions import suggest

PAGE_SIZE = 20
#: Characters of an address that are read; longer ones answer 414.
LONGEST_ADDRESS = 4000
#: Facet values that stand open; the others are folded away.
OPEN_VALUES = 6
FACET_ORDER = ("document", "responsible_unit", "status", "has", "amount_band", "kind", "issuing_body", "year")
SUGGESTION_KINDS = {"document": "文件", "provision": "条款", "unit": "单位", "word": "词语"}

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet as a group of boxes: those open, and those folded away."""

    name: str
    label: str
    open: list[FacetValue]
    folded: list[FacetValue]


@dataclass(frozen=True, slots=True)
class Removable:
    """A filter that holds, and the address without it."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit with the provision's record, and the address that marks the query there."""

    hit: Hit
    record: ProvisionRecord | None
    url: str


@public_page
def search_page(request: HttpRequest) -> HttpResponse:
    """An empty query browses everything; an address too long to be meant answers 414."""
    if len(request.get_full_path()) > LONGEST_ADDRESS:
        return render(request, "errors/414.html", status=414)
    notes: list[str] = []
    asked = read_request(request.GET, notes, PAGE_SIZE)
    asked.q = asked.q.strip()
    try:
        result = search(asked)
    except Exception:  # whatever is wrong with the index, readers get a page that says so, the log says what
        logger.exception("search is not available")
        response = render(request, "errors/503.html", status=503)
        response["Retry-After"] = "120"
        return response
    result.notes += notes
    pages = Paginator(range(min(result.total, result.pages * result.limit)), result.limit)
    page = pages.get_page(result.page)
    context = {
        "section": "search", "large_find": True, "result": result, "asked": asked, "page": page,
        "groups": _groups(result, asked.q), "facets": _facets(result), "removable": _removable(result, request.GET),
        "sorts": SORT_LABELS, "excel": _address(request.GET, "/search.xlsx", page=None),
        "plain_address": _address(request.GET, plain="1", page=None),
        "aliased_address": _address(request.GET, plain=None, page=None),
        "kept": [(name, value) for name in ("in", "plain") if (value := request.GET.get(name))],
        "added": _added(result),
        "given_lists": [(name, values) for name, values in request.GET.lists() if name not in {"sort", "page"}],
        "documents": len({hit.document_id for hit in result.hits}),
    }  # fmt: skip
    response = render(request, "pages/search.html", context)
    patch_vary_headers(response, ["HX-Request"])  # the fold of filters stays open while they are changed
    return response


def _added(result: SearchResult) -> list[tuple[str, list[str]]]:
    """(word, what was looked for too), each word once."""
    added: dict[str, list[str]] = {}
    for item in result.understood.added:
        added.setdefault(item["word"], []).append(item["means"])
    return list(added.items())


def _groups(result: SearchResult, query: str) -> list[dict]:
    """Hits by document with their records: a constant number of queries."""
    provisions = Provision.objects.public().select_related("document").filter(
        pk__in=[hit.provision_id for hit in result.hits]
    )  # fmt: skip
    records = {record.provision.pk: record for record in gather(provisions)}
    groups = []
    for group in result.groups:
        shown = [Shown(hit, records.get(hit.provision_id), _with_query(hit.url, query)) for hit in group.hits]
        groups.append({"group": group, "hits": shown, "id": group.hits[0].document_id})
    return groups


def _with_query(url: str, query: str) -> str:
    path, hash_mark, anchor = url.partition("#")
    return f"{path}?q={quote(query)}{hash_mark}{anchor}" if query else url


def _facets(result: SearchResult) -> list[Facet]:
    facets = []
    short = _short_names(result)
    for name in FACET_ORDER:
        values = [replace(value, label=short.get(value.value, value.label)) for value in result.facets.get(name, [])]
        if not values:
            continue
        first = [value for place, value in enumerate(values) if place < OPEN_VALUES or value.selected]
        folded = [value for value in values if value not in first]
        facets.append(Facet(name, FACETS[name], first, folded))
    return facets


def _short_names(result: SearchResult) -> dict[str, str]:
    """What readers call the units of the facets, and the subjects of the documents."""
    slugs = {value.value for name in ("responsible_unit", "issuing_body") for value in result.facets.get(name, [])}
    names = {row.slug: short_name(row) for row in with_short_names(Organization.objects.filter(slug__in=slugs))}
    return names | {value.value: topic(value.label) for value in result.facets.get("document", [])}


def _removable(result: SearchResult, given: QueryDict) -> list[Removable]:
    chips = []
    for name, values in result.facets.items():
        for value in values:
            if value.selected:
                rest = given.copy()
                rest.setlist(name, [each for each in given.getlist(name) if each != value.value])
                rest.pop("page", None)
                chips.append(Removable(f"{FACETS[name]}：{value.label}", "?" + rest.urlencode()))
    return chips


def _address(given: QueryDict, path: str = "", **changes: str | None) -> str:
    rest = given.copy()
    for name, value in changes.items():
        rest.pop(name, None)
        if value is not None:
            rest[name] = value
    return f"{path}?{rest.urlencode()}" if rest else path or "?"


@require_safe
@cache_control(public=True, max_age=60)
def suggestions(request: HttpRequest) -> HttpResponse:
    """A fragment of links for what has been typed so far; empty when nothing fits."""
    typed = request.GET.get("q", "").strip()[:60]
    rows = [
        {
            "kind": SUGGESTION_KINDS[found.kind],
            "html": _bold(found.title, typed),
            "url": found.url or f"/search/?q={quote(found.title)}",
            "note": found.note,
        }
        for found in suggest(typed, 8)
    ]
    return render(request, "parts/suggestions.html", {"rows": rows})


def _bold(title: str, typed: str):
    """The typed characters in bold, where they stand as typed."""
    plain = title.lower()
    at = plain.find(typed.lower()) if typed and letters(typed) else -1
    if at < 0 or len(plain) != len(title):
        return title
    end = at + len(typed)
    return format_html("{}<b>{}</b>{}", title[:at], title[at:end], title[end:])
