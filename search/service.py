"""One search, from what was asked to what is shown: the only entry that pages, API, Excel and commands use."""

import datetime
import functools
from collections import Counter
from urllib.parse import quote

from django.utils import timezone
from haystack.query import SearchQuerySet

from policies.validity import LABELS
from search import analysis, indexing, planning, terms, tuning
from search.direct import answers
from search.directory import Directory, directory, document_url, provision_url
from search.engines.base import SORTS, PlanQuery
from search.query import Query, parse
from search.results import FACETS, Crumb, FacetValue, Hit, SearchRequest, SearchResult, Understood
from search.snippets import Marks, mark, snippet
from search.suggestions import entries
from search.tree import OneOf, Plan
from search.zero_hits import help_for

HAS_LABELS = {"amount": "有金额", "deadline": "有期限"}
BAND_LABELS = {name: label for name, label, _, _ in tuning.AMOUNT_BANDS}
#: The status is no field of the index: it is made of the terms and today.
STORED_AS = {"status": "terms"}
SHOWN_AS = {stored: shown for shown, stored in STORED_AS.items()}


def search(request: SearchRequest) -> SearchResult:
    """Never raises for anything a reader can type or put into an address."""
    indexing.start()
    names, query = directory(), parse(request.q)
    result = SearchResult(q=request.q[: tuning.QUERY_LIMIT])
    bounds(request, result)
    reading = planning.read(query, names, term_values, timezone.localdate(), request.plain)
    filters = _filters(request, names, result)
    result.notes = [*reading.notes, *result.notes]
    steps = (
        [("some", reading.partial)] if reading.partial_at_once else [("all", reading.exact), ("some", reading.partial)]
    )
    results, plan = None, reading.exact
    for step, planned in steps:
        if planned is None:
            continue
        plan = _complete(planned, filters, request, result)
        results = run(plan, result.page, result.limit)
        result.understood.step = step
        result.total = results.total
        if results.total:
            break
    result.understood = _understood(query, reading, result.understood.step)
    if result.page == 1:
        result.direct = answers(query, names)
    # What holds every part as it stands shows that; single words are marked only where words were enough.
    words = tuple(reading.words) if result.understood.step == "some" else ()
    marks = Marks(tuple(dict.fromkeys(reading.marks)), tuple(reading.tokens), words)
    today = timezone.localdate()
    result.hits = [hit(found.row, found.score, marks, today) for found in results.rows]
    if request.facets:
        result.facets = _facets(results.facets, filters, names)
    if not result.total and (query.parts or filters):
        result.help = help_for(query, reading, plan, names, indexing.backend())
    return result


class Ran:
    """What haystack gave for a plan: stored rows with scores, the total, facet counts."""

    def __init__(self, plan: Plan, page: int, limit: int):
        found = SearchQuerySet()
        assert isinstance(found.query, PlanQuery)
        found.query.plan = plan
        self.rows = found[(page - 1) * limit : page * limit]
        self.total = len(found)
        self.facets = (found.query.get_facet_counts() or {}).get("fields", {})


def run(plan: Plan, page: int, limit: int) -> Ran:
    return Ran(plan, page, limit)


def warm() -> None:
    """Load what a first search would wait for: the cutter's dictionary, names, suggestions, the index."""
    indexing.start()
    analysis.query_words("预热")
    entries()
    search(SearchRequest(q="企业"))


def term_values() -> list[str]:
    """The validity terms that occur in the index."""
    engine = indexing.backend()
    return _term_values(engine.engine, *engine.stamp())


@functools.lru_cache(maxsize=8)
def _term_values(engine: str, generation: str, changed: int) -> list[str]:
    return indexing.backend().values("terms")


def bounds(request: SearchRequest, result: SearchResult) -> None:
    """Cut page and limit to what is allowed; what was cut is said."""
    result.limit = min(max(request.limit, 1), tuning.LIMIT_MAX)
    if result.limit != request.limit:
        result.notes.append(f"limit 改为 {result.limit}（1 到 {tuning.LIMIT_MAX}）")
    deepest = max(1, tuning.DEEPEST // result.limit)
    result.page = min(max(request.page, 1), deepest)
    if result.page != request.page:
        result.notes.append(f"page 改为 {result.page}（1 到 {deepest}）")


def _filters(request: SearchRequest, names: Directory, result: SearchResult) -> dict[str, list[str]]:
    """The filters that mean something; the others are said and left out."""
    known = {
        "status": LABELS,
        "has": HAS_LABELS,
        "amount_band": BAND_LABELS,
        "document": names.documents,
        "responsible_unit": names.units,
        "issuing_body": names.units,
    }
    filters = {}
    for name, values in request.filters.items():
        if name not in FACETS:
            result.notes.append(f"没有“{name[:30]}”这个筛选条件，未使用")
            continue
        good = [value for value in dict.fromkeys(values) if name not in known or value in known[name]]
        bad = [value for value in values if value not in good]
        if bad:
            result.notes.append(f"{FACETS[name]}没有“{bad[0][:30]}”这个值，未使用")
        if good:
            filters[name] = good
    if request.sort not in SORTS and request.sort != "relevance":
        result.notes.append(f"没有“{request.sort[:30]}”这种排序，按相关度排列")
    return filters


def _complete(plan: Plan, filters: dict[str, list[str]], request: SearchRequest, result: SearchResult) -> Plan:
    today = timezone.localdate()
    nodes = []
    for name, values in filters.items():
        if name == "status":
            nodes.append(("terms", planning.status_node(values, term_values(), today)))
        else:
            nodes.append((name, OneOf(name, tuple(values))))
    if request.document:
        nodes.append(("", OneOf("document", (request.document,))))
    ranked = bool(plan.scores)
    return plan.with_match(
        plan.match,
        filters=(*plan.filters, *nodes),
        facets=tuple(STORED_AS.get(name, name) for name in FACETS) if request.facets else (),
        sort=request.sort if request.sort in SORTS else "relevance",
        behind=planning.lapsed_node(term_values(), today) if ranked else None,
    )


def _understood(query: Query, reading: planning.Reading, step: str) -> Understood:
    def shown(part):
        return f"“{part.text}”" if part.quoted else part.text

    said = [" 或 ".join(shown(part) for part in group) for group in query.groups]
    said += [f"不含 {shown(part)}" for part in query.without]
    said += [item["typed"] for item in reading.conditions]
    loosened = [item for item in reading.loosened if item not in reading.added] if step == "some" else []
    return Understood(
        text="，".join(said),
        parts=[part.text for part in query.parts],
        filters=reading.conditions,
        added=reading.added + loosened,
        step=step,
    )


def hit(row: dict, score: float, marks: Marks, today: datetime.date) -> Hit:
    """A hit from what the index stores of its row."""
    passages = [("", row["text"])] + [
        (path, f"{number}{heading} {text}".strip()) for path, number, heading, text in row["items"]
    ]
    html, item = snippet(passages, marks)
    heading = mark(row["heading"], marks) if row["heading"] else ""
    status = terms.status(row["terms"], today)
    url = provision_url(row["slug"], row["path"])
    return Hit(
        document=row["document"],
        document_url=document_url(row["slug"]),
        numbers=row["numbers"],
        path=row["path"],
        heading=row["heading"],
        snippet=html or heading,
        score=score,
        status=status.code,
        url=f"{url}#{quote(item)}" if item else url,
        document_id=row["document_id"],
        provision_id=row["provision"],
        status_label=status.short_label,
        heading_html=heading,
        kind=row["kind"],
        item=item,
        breadcrumb=[
            Crumb(number, heading, provision_url(row["slug"], path)) for number, heading, path in row["breadcrumb"]
        ],
        amounts=[(phrase, float(value), unit) for phrase, value, unit in row["amounts"]],
        deadlines=[(surface, date) for surface, date in row["deadlines"]],
        date=row["date"],
    )


def _facets(counts: dict, filters: dict[str, list[str]], names: Directory) -> dict[str, list[FacetValue]]:
    today = timezone.localdate()
    facets = {}
    for name in FACETS:
        counted = Counter(dict(counts.get(STORED_AS.get(name, name), ())))
        if name == "status":
            counted, raw = Counter(), counted
            for value, count in raw.items():
                counted[terms.status(value, today).code] += count
        selected = filters.get(name, [])
        values = dict(counted.most_common()) | {value: counted.get(value, 0) for value in selected}
        facets[name] = [
            FacetValue(value, _label(name, value, names), count, value in selected) for value, count in values.items()
        ]
    for name, order in (("status", list(LABELS)), ("amount_band", list(BAND_LABELS))):
        facets[name].sort(key=lambda value, order=order: order.index(value.value))
    facets["year"].sort(key=lambda value: (value.value == "none", value.value), reverse=False)
    return facets


def _label(name: str, value: str, names: Directory) -> str:
    fixed = {"status": LABELS, "has": HAS_LABELS, "amount_band": BAND_LABELS}.get(name)
    if fixed:
        return fixed[value]
    if name == "year":
        return "未标明" if value == "none" else f"{value}年"
    if name == "kind":
        return value
    return names.label(name, value)
