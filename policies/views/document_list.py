"""The list of documents: filtered, sorted, in pages, and the same list as Excel."""

from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from policies.exports.download import download
from policies.exports.sheet import XLSX, Column, xlsx
from policies.exports.text import NOTICE
from policies.models import Document, DocumentBody, Organization
from policies.presentation import documents as heads
from policies.validity import LABELS, status_of
from policies.views.conditional import public_page
from policies.views.parameters import Parameters

SORTS = {"": "汇编顺序", "newest": "日期从新到旧", "title": "标题", "provisions": "条款从多到少"}
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is filtered and sorted by; empty means all."""

    title: str = ""
    kind: str = ""
    issuer: str = ""
    status: str = ""
    sort: str = ""

    @property
    def any(self) -> bool:
        return bool(self.title or self.kind or self.issuer or self.status)


def read_filter(asked: Parameters, kinds: dict[str, int], issuers: dict[str, str]) -> Chosen:
    """The filter that stands in an address; what cannot be understood is ignored and noted."""
    return Chosen(
        title=asked.text("title", 100),
        kind=asked.choice("kind", kinds, "文种"),
        issuer=asked.choice("issuer", issuers, "发文单位"),
        status=asked.choice("status", LABELS, "状态"),
        sort=asked.choice("sort", SORTS, "排序"),
    )


def chosen_documents(chosen: Chosen) -> QuerySet[Document]:
    """Published documents that the filter leaves, sorted."""
    rows = Document.objects.public()
    if chosen.kind:
        rows = rows.filter(kind=chosen.kind)
    if chosen.issuer:
        issued = DocumentBody.objects.filter(role=DocumentBody.Role.ISSUER, organization__slug=chosen.issuer)
        rows = rows.filter(pk__in=issued.values("document_id"))
    for word in chosen.title.split():
        rows = rows.filter(Q(title__icontains=word) | Q(document_number__icontains=word))
    if chosen.status:
        rows = rows.filter(pk__in=[row.pk for row in heads.with_status(rows) if status_of(row).code == chosen.status])
    return _sorted(rows, chosen.sort)


@public_page
def documents(request: HttpRequest) -> HttpResponse:
    """Published documents, filtered by title, kind, issuing body and status, sorted, in pages."""
    asked = Parameters(request.GET)
    kinds, issuers = kind_choices(), issuer_choices()
    chosen = read_filter(asked, kinds, issuers)
    page = asked.page(chosen_documents(chosen), PAGE_SIZE)
    return render(
        request,
        "pages/documents.html",
        {
            "section": "documents", "page": page, "lines": heads.document_lines(heads.with_head(page.object_list)),
            "kinds": kinds, "issuers": issuers, "statuses": LABELS, "sorts": SORTS, "chosen": chosen,
            "notes": asked.notes,
            "total_documents": Document.objects.public().count() if chosen.any else page.paginator.count,
        },
    )  # fmt: skip


DOCUMENT_COLUMNS = (
    Column("标题", width=60), Column("发文字号", width=20), Column("文种", width=8), Column("发文单位", width=30),
    Column("日期", "date", 12), Column("条款数", "number", 10), Column("金额数", "number", 10),
    Column("期限数", "number", 10), Column("效力", width=16), Column("依据", width=50), Column("链接", "link", 50),
)  # fmt: skip


@require_safe
def documents_xlsx(request: HttpRequest) -> HttpResponse:
    """The same list as Excel, all pages of it."""
    asked = Parameters(request.GET)
    rows = chosen_documents(read_filter(asked, kind_choices(), issuer_choices()))
    table = (
        (
            line.document.title, line.document.document_number, line.document.kind,
            "、".join(body.organization.name for body in line.issuers), line.date, line.provisions, line.amounts,
            line.deadlines, line.status.label, line.status.sentence, request.build_absolute_uri(line.url),
        )
        for line in heads.document_lines(heads.with_head(rows))
    )  # fmt: skip
    note = "\n".join([*asked.notes, f"{NOTICE}。", request.build_absolute_uri()])
    return download(xlsx("政策文件", DOCUMENT_COLUMNS, table, note), "政策文件.xlsx", XLSX)


def kind_choices() -> dict[str, int]:
    """Kinds of published documents, most first: kind → how many."""
    rows = Document.objects.public().exclude(kind="").order_by().values_list("kind").annotate(number=Count("pk"))
    return dict(sorted(rows, key=lambda row: -row[1]))


def issuer_choices() -> dict[str, str]:
    """Bodies that issued a published document: slug → name."""
    rows = Organization.objects.filter(
        body_links__role=DocumentBody.Role.ISSUER, body_links__document__state=Document.State.PUBLISHED
    )
    return dict(rows.order_by("name").values_list("slug", "name").distinct())


def _sorted(rows, sort: str):
    if sort == "newest":
        return rows.order_by(
            F("published_on").desc(nulls_last=True), F("signed_on").desc(nulls_last=True), "collection_id", "position"
        )
    if sort == "title":
        return rows.order_by("title", "pk")
    if sort == "provisions":
        counted = rows.annotate(number=Count("provisions", filter=Q(provisions__withdrawn=False), distinct=True))
        return counted.order_by("-number", "pk")
    return rows.order_by(F("collection_id").asc(nulls_last=True), "position", "pk")
