"""Units, and one unit: all it is responsible for, what it pays, by when, with whom, its other names."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from policies.models import Document, DocumentBody, Organization, Provision
from policies.presentation import documents as heads
from policies.presentation.duties import UnitRow, partners, stated_for, under_unit, unit_rows
from policies.presentation.records import gather
from policies.presentation.units import short_name, with_short_names
from policies.validity import status_of
from policies.views.conditional import public_page
from policies.views.parameters import Parameters

SORTS = {"": "条款从多到少", "name": "名称", "first": "排在首位从多到少", "documents": "文件从多到少"}
PAGE_SIZE = 50


def chosen_units(asked: Parameters) -> tuple[list[UnitRow], dict[str, str]]:
    """Units that public provisions name, filtered by name and level, sorted; and what was chosen."""
    chosen = {
        "level": asked.choice("level", dict(Organization.Level.choices), "层级"),
        "sort": asked.choice("sort", SORTS, "排序"),
        "name": asked.text("name", 50),
    }
    rows = unit_rows()
    if chosen["level"]:
        rows = [row for row in rows if row.organization.level == chosen["level"]]
    if chosen["name"]:
        rows = [row for row in rows if chosen["name"] in row.organization.name or chosen["name"] in row.short]
    if chosen["sort"] == "name":
        rows.sort(key=lambda row: row.short)
    elif chosen["sort"]:
        rows.sort(key=lambda row: -getattr(row, chosen["sort"]))
    return rows, chosen


@public_page
def units(request: HttpRequest) -> HttpResponse:
    asked = Parameters(request.GET)
    rows, chosen = chosen_units(asked)
    return render(
        request,
        "pages/units.html",
        {
            "section": "units", "page": asked.page(rows, 100), "levels": dict(Organization.Level.choices),
            "sorts": SORTS, "notes": asked.notes, "chosen": chosen,
        },
    )  # fmt: skip


@public_page
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """One unit; a merged one leads to what it became; 404 when only drafts name it."""
    found = with_short_names(Organization.objects.filter(slug=slug).select_related("merged_into")).first()
    if found is None:
        raise Http404("没有这个单位")
    if found.merged_into_id:
        return redirect(found.merged_into.get_absolute_url(), permanent=True)
    named = stated_for(found)
    issued = Document.objects.public().filter(body_links__organization=found).distinct()
    total = named.count()
    if not total and not issued.exists():
        raise Http404("公开的文件里没有这个单位")
    asked = Parameters(request.GET)
    documents = {row.pk: row for row in heads.with_status(Document.objects.public().filter(provisions__in=named))}
    document = asked.choice("doc", {row.slug: row for row in documents.values()}, "文件")
    rows = named.filter(document__slug=document) if document else named
    page = asked.page(rows, PAGE_SIZE)
    records = gather(page.object_list)
    statuses = {pk: status_of(row) for pk, row in documents.items()}
    duties = Provision.objects.public().filter(under_unit(found))
    pays = duties.filter(amounts__role="benefit").exclude(amounts__state="rejected").distinct().count()
    return render(
        request,
        "pages/unit.html",
        {
            "section": "units", "unit": found, "short": short_name(found), "page": page, "total": total,
            "groups": _by_document(records, statuses), "documents": sorted(documents.values(), key=lambda d: d.pk),
            "partners": partners(found), "issued": heads.document_lines(heads.with_head(issued)),
            "interprets": found.body_links.filter(
                role=DocumentBody.Role.INTERPRETER, document__state=Document.State.PUBLISHED
            ).select_related("document"),
            "other_names": [n for n in found.other_names.all() if n.name != short_name(found)],
            "pays": pays, "below": duties.count() - total, "chosen": {"doc": document}, "notes": asked.notes,
        },
    )  # fmt: skip


def _by_document(records, statuses) -> list[dict]:
    groups: list[dict] = []
    for record in records:
        if not groups or groups[-1]["document"].pk != record.document.pk:
            groups.append({"document": record.document, "status": statuses[record.document.pk], "records": []})
        groups[-1]["records"].append(record)
    return groups
