"""能拿多少: every benefit in the base, filtered, sorted, in pages, with a picture of the caps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from policies.models import Amount, Audience, Document, Organization
from policies.presentation.benefits import BANDS, PERS, ROLES, SORTS, Asked, benefits, find
from policies.presentation.caps import panels
from policies.presentation.duties import unit_rows
from policies.presentation.words import topic
from policies.validity import LABELS
from policies.views.conditional import public_page
from policies.views.parameters import Parameters

PAGE_SIZE = 50


def read_filter(asked: Parameters, units: dict[str, str]) -> Asked:
    """The filter that stands in an address; what cannot be understood is ignored and noted."""
    audiences = dict(Audience.objects.values_list("slug", "name"))
    unit = asked.choice("unit", units, "单位")
    audience = asked.choice("audience", audiences, "适用对象")
    return Asked(
        words=asked.text("q", 60),
        audiences=(audience,) if audience else (),
        unit=Organization.objects.get(slug=unit) if unit else None,
        lead=bool(asked.choice("lead", {"1": True}, "选项")),
        document=asked.document("doc"),
        status=asked.choice("status", LABELS, "状态"),
        least=asked.money("min", "金额"),
        most=asked.money("max", "金额"),
        per=asked.choice("per", PERS, "计算单位"),
        role=asked.choice("role", ROLES, "类别", "benefit"),
        sort=asked.choice("sort", SORTS, "排序"),
    )


@public_page
def amounts(request: HttpRequest) -> HttpResponse:
    asked = Parameters(request.GET)
    units = unit_choices()
    documents = document_choices()
    chosen = read_filter(asked, units)
    found, statuses = find(chosen)
    by_unit = asked.choice("picture", {"unit": True}, "图") == "unit"
    page = asked.page(found, PAGE_SIZE)
    return render(
        request,
        "pages/amounts.html",
        {
            "section": "amounts", "page": page, "rows": benefits(page.object_list, statuses), "chosen": chosen,
            "panels": panels(found, statuses, by_unit) if page.number == 1 else [], "by_unit": by_unit,
            "amount_count": sum(len(row.amount_ids) for row in found),
            "documents": documents, "units": units, "audiences": Audience.objects.values_list("slug", "name"),
            "pers": {code: label for code, (label, _) in PERS.items()}, "roles": ROLES, "sorts": SORTS,
            "statuses": LABELS, "bands": BANDS, "notes": asked.notes, "given": request.GET,
            "lapsed": sum(statuses[row.document_id].lapsed for row in found),
        },
    )  # fmt: skip


def unit_choices() -> dict[str, str]:
    """Units that public provisions name: slug → short name."""
    return {row.organization.slug: row.short for row in unit_rows()}


def document_choices() -> dict[str, str]:
    """Documents that pay something: slug → topic."""
    paying = Amount.objects.public().filter(role=Amount.Role.BENEFIT).order_by()
    rows = (
        Document.objects.public()
        .filter(pk__in=paying.values("provision__document_id"))
        .order_by("collection_id", "position", "pk")
    )
    return {slug: topic(title) for slug, title in rows.values_list("slug", "title")}
