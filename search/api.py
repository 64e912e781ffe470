"""The search as JSON over HTTP: GET /api/v1/search?q=&limit=&page=, and suggestions for the search field."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse, QueryDict
from django.views.decorators.http import require_safe

from search.results import FACETS, SearchRequest
from search.service import search
from search.suggestions import suggest

#: Parameters that are no filters.
PARAMETERS = ("q", "sort", "page", "limit", "in", "plain", "facets")


def read_request(parameters: QueryDict, notes: list[str], limit: int = 20) -> SearchRequest:
    """A search from the parameters of an address; what is no number is said in `notes` and left out."""
    return SearchRequest(
        q=parameters.get("q", ""),
        filters={name: parameters.getlist(name) for name in FACETS if parameters.getlist(name)},
        sort=parameters.get("sort") or "relevance",
        page=_number(parameters, "page", 1, notes),
        limit=_number(parameters, "limit", limit, notes),
        document=parameters.get("in", ""),
        plain=parameters.get("plain") in ("1", "true"),
        facets=parameters.get("facets") not in ("0", "false"),
    )


def _number(parameters: QueryDict, name: str, default: int, notes: list[str]) -> int:
    value = parameters.get(name)
    if value is None or value == "":
        return default
    try:
        return int(value) if len(value) < 12 else 10**9
    except ValueError:
        notes.append(f"{name} 应是数字，按 {default} 读")
        return default


@require_safe
def search_as_json(request: HttpRequest) -> JsonResponse:
    notes: list[str] = []
    result = search(read_request(request.GET, notes))
    result.notes += notes
    return JsonResponse(result.as_json(), json_dumps_params={"ensure_ascii": False})


@require_safe
def suggestions_as_json(request: HttpRequest) -> JsonResponse:
    found = suggest(request.GET.get("q", ""), limit=10)
    return JsonResponse(
        {"suggestions": [asdict(suggestion) for suggestion in found]}, json_dumps_params={"ensure_ascii": False}
    )
