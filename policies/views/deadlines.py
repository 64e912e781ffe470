"""时间表: what is due when, as a line, a table and a calendar file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from policies.models import Deadline, Document, Organization, Provision
from policies.presentation.calendar_file import calendar_file
from policies.presentation.duties import unit_rows
from policies.presentation.timeline import timeline
from policies.presentation.timetable import KINDS, Asked, fill, find, groups, last_day
from policies.presentation.words import topic
from policies.views.conditional import public_page
from policies.views.parameters import Parameters

PAGE_SIZE = 100
#: A calendar with more events than this is of no use to anyone.
MOST_EVENTS = 1000
WHENS = {"past": "已过", "coming": "还没到"}


def read_filter(asked: Parameters, units: dict[str, str]) -> Asked:
    """The filter that stands in an address; what cannot be understood is ignored and noted."""
    unit = asked.choice("unit", units, "单位")
    until = asked.text("until", 10)
    if until and last_day(until) is None:
        asked.notes.append(f"看不懂日期“{until}”，已忽略。可以写 2021-06 或 2021-06-30。")
        until = ""
    year = asked.text("year", 10)
    if year and year != "none" and not (len(year) == 4 and year.isascii() and year.isdigit()):
        asked.notes.append(f"看不懂年份“{year}”，已忽略。")
        year = ""
    return Asked(
        kind=asked.choice("kind", KINDS, "类别"),
        unit=Organization.objects.get(slug=unit) if unit else None,
        document=asked.document("doc"),
        year=year,
        until=until,
        when=asked.choice("when", WHENS, "选项"),
    )


@public_page
def deadlines(request: HttpRequest) -> HttpResponse:
    asked, today = Parameters(request.GET), timezone.localdate()
    units, documents = unit_choices(), document_choices()
    chosen = read_filter(asked, units)
    rows = find(chosen, today)
    page = asked.page(rows, PAGE_SIZE)
    dated = [row for row in rows if row.day is not None]
    kinds = [row.kind for row in rows]
    return render(
        request,
        "pages/deadlines.html",
        {
            "section": "deadlines", "page": page, "chosen": chosen, "given": request.GET, "notes": asked.notes,
            "groups": groups(fill(list(page.object_list)), rows, today), "picture": timeline(rows, today),
            "past": sum(row.day < today for row in dated), "coming": sum(row.day >= today for row in dated),
            "undated": len(rows) - len(dated), "today": today, "units": units, "documents": documents,
            "kinds": KINDS, "whens": WHENS,
            "counts": [(code, label, kinds.count(code)) for code, label in KINDS.items()],
        },
    )  # fmt: skip


@public_page
def deadlines_calendar(request: HttpRequest) -> HttpResponse:
    """The rows of the same filter as a calendar file."""
    asked, today = Parameters(request.GET), timezone.localdate()
    chosen = read_filter(asked, unit_choices())
    rows = fill(find(chosen, today)[:MOST_EVENTS])
    site = request.build_absolute_uri("/").rstrip("/")
    text = calendar_file(rows, "政策时间表", site, request.get_host())
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="deadlines.ics"'
    return response


def unit_choices() -> dict[str, str]:
    """Units that public provisions name: slug → short name."""
    return {row.organization.slug: row.short for row in unit_rows()}


def document_choices() -> dict[str, str]:
    """Documents that name a date or a term: slug → topic."""
    printed = Deadline.objects.public().order_by().values("provision__document_id")
    lines = Provision.objects.public().exclude(completion="").order_by().values("document_id")
    published = Document.objects.public().order_by("collection_id", "position", "pk")
    rows = (
        published.filter(pk__in=printed)
        | published.filter(pk__in=lines)
        | published.exclude(validity_period="", expires_on=None)
    )
    return {slug: topic(title) for slug, title in rows.values_list("slug", "title").distinct()}
