"""Lists as Excel, exactly as filtered: amounts, deadlines, units, a unit's duties, search results."""

from collections import defaultdict
from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from policies.exports.clauses import number
from policies.exports.download import download
from policies.exports.sheet import XLSX, Column, xlsx
from policies.exports.text import NOTICE
from policies.exports.views import clause_table
from policies.models import Organization, Provision
from policies.presentation import benefits, timetable
from policies.presentation.duties import stated_for
from policies.presentation.units import short_name
from policies.views import amounts, deadlines, units
from policies.views.parameters import Parameters
from search.api import read_request
from search.results import SearchRequest
from search.service import search

#: The API's own bound; a reader who needs more takes the documents themselves.
MOST_HITS = 10_000
HITS_AT_A_TIME = 1000

AMOUNT_COLUMNS = (
    Column("对象", width=28), Column("条件", width=36), Column("类别", width=8), Column("限定", width=8),
    Column("金额或比例", "number", 16), Column("上限", "number", 16), Column("单位", width=8), Column("每", width=12),
    Column("原文", width=14), Column("同组", width=8), Column("责任单位", width=36), Column("文件标题", width=36),
    Column("条款", width=14), Column("效力", width=16), Column("原句", width=70), Column("核对", width=10),
    Column("链接", "link", 40),
)  # fmt: skip
DEADLINE_COLUMNS = (
    Column("日期", "date", 14), Column("类别", width=10), Column("内容", width=70), Column("是否已过", width=12),
    Column("责任单位", width=36), Column("文件标题", width=36), Column("条款", width=14), Column("链接", "link", 40),
)  # fmt: skip
UNIT_COLUMNS = (
    Column("单位", width=36), Column("简称", width=20), Column("层级", width=12), Column("条款数", "number", 10),
    Column("文件数", "number", 10), Column("排在首位", "number", 10), Column("链接", "link", 40),
)  # fmt: skip


@require_safe
def amounts_xlsx(request: HttpRequest) -> HttpResponse:
    """One row per amount of the benefits that the page's filter leaves; amounts of one benefit share 同组."""
    asked = Parameters(request.GET)
    chosen = amounts.read_filter(asked, amounts.unit_choices())
    found, statuses = benefits.find(chosen)
    return _table(request, "能拿多少", AMOUNT_COLUMNS, _amount_rows(request, benefits.benefits(found, statuses)), asked)


def _amount_rows(request: HttpRequest, rows) -> Iterator[tuple]:
    for group, row in enumerate(rows, start=1):
        record, together = row.record, [*row.rates, *row.steps]
        for line in together:
            fact = line.fact
            yield (
                fact.beneficiary, fact.condition, line.label, line.qualifier, number(fact.value),
                None if fact.value_max is None else number(fact.value_max), fact.unit, fact.per, fact.surface,
                str(group) if len(together) > 1 else "", "、".join(unit.name for unit in record.units),
                record.document.title, record.place, row.status.label, line.words, line.state_label,
                request.build_absolute_uri(record.url),
            )  # fmt: skip


@require_safe
def deadlines_xlsx(request: HttpRequest) -> HttpResponse:
    asked, today = Parameters(request.GET), timezone.localdate()
    chosen = deadlines.read_filter(asked, deadlines.unit_choices())
    rows = timetable.fill(timetable.find(chosen, today))
    table = (
        (
            row.date, row.label, row.words, timetable.past_words(row.day, today),
            "、".join(unit.name for unit in row.record.units) if row.record else "", row.document.title,
            row.record.place if row.record else "全文", request.build_absolute_uri(row.url),
        )
        for row in rows
    )  # fmt: skip
    return _table(request, "时间表", DEADLINE_COLUMNS, table, asked)


@require_safe
def units_xlsx(request: HttpRequest) -> HttpResponse:
    asked = Parameters(request.GET)
    rows = (
        (
            row.organization.name, row.short, row.organization.get_level_display(), row.provisions, row.documents,
            row.first, request.build_absolute_uri(row.url),
        )
        for row in units.chosen_units(asked)[0]
    )  # fmt: skip
    return _table(request, "单位", UNIT_COLUMNS, rows, asked)


@require_safe
def unit_xlsx(request: HttpRequest, slug: str) -> HttpResponse:
    """The clause table of what a unit is named for, within one document when the page's filter says so."""
    unit = get_object_or_404(Organization, slug=slug)
    rows = stated_for(unit)
    if not rows.exists():
        raise Http404("公开的文件里没有这个单位")
    document = request.GET.get("doc")
    return clause_table(request, rows.filter(document__slug=document) if document else rows, short_name(unit))


@require_safe
def search_xlsx(request: HttpRequest) -> HttpResponse:
    """The clause table of everything a search finds, in the order of the hits; an article with its items below it."""
    notes: list[str] = []
    asked = read_request(request.GET, notes)
    total, found = _hits(asked)
    name = f"搜索 {asked.q}" if asked.q.strip() else "全部条款"
    note = "\n".join(notes)
    if total > len(found):
        note += f"\n共 {total} 条，此表是前 {len(found)} 条。"
    return clause_table(request, found, name, note=note.strip())


def _hits(asked: SearchRequest) -> tuple[int, list[Provision]]:
    asked.limit, asked.facets, keys, total = HITS_AT_A_TIME, False, [], 0
    for page in range(1, MOST_HITS // HITS_AT_A_TIME + 1):
        asked.page = page
        result = search(asked)
        total = result.total
        keys += [hit.provision_id for hit in result.hits]
        if len(keys) >= total or not result.hits:
            break
    return total, _with_items(keys)


def _with_items(keys: list[int]) -> list[Provision]:
    """The provisions with these keys; after a 第…条, whose row in the index holds its items, the items."""
    public = Provision.objects.public().select_related("document")
    found: dict[int, Provision] = {}
    for start in range(0, len(keys), 500):
        found |= public.in_bulk(keys[start : start + 500])
    below: dict[int, list[Provision]] = defaultdict(list)
    holders = [pk for pk, row in found.items() if row.number.startswith("第") and row.last > row.position]
    while holders:
        items = [row for start in range(0, len(holders), 500)
                 for row in public.filter(parent_id__in=holders[start : start + 500]).order_by("position")]  # fmt: skip
        for row in items:
            below[row.parent_id].append(row)
        holders = [row.pk for row in items if row.last > row.position]
    rows: list[Provision] = []
    for key in keys:
        rows += _line(found[key], below) if key in found else []
    return rows


def _line(provision: Provision, below: dict[int, list[Provision]]) -> list[Provision]:
    return [provision, *(row for child in below[provision.pk] for row in _line(child, below))]


def _table(request: HttpRequest, name: str, columns, rows, asked: Parameters) -> HttpResponse:
    note = "\n".join([*asked.notes, f"{NOTICE}。", request.build_absolute_uri()])
    return download(xlsx(name, columns, rows, note), f"{name}.xlsx", XLSX)
