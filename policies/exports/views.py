"""The other forms of an address: .json .xml .xlsx .docx .txt of a document or a provision; lists as Excel."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseGone, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from policies.exports import open_json
from policies.exports.akoma_ntoso import document_xml
from policies.exports.clauses import COLUMNS, clause_rows
from policies.exports.download import download
from policies.exports.sheet import XLSX, csv_text, xlsx
from policies.exports.text import NOTICE, document_text
from policies.exports.word import DOCX, document_docx
from policies.models import Document, DocumentBody, Provision
from policies.presentation.records import gather
from policies.validity import ending_relations, status_of
from policies.views.provisions import find_provision


@require_safe
def document_form(request: HttpRequest, document: str, form: str) -> HttpResponse:
    """`/policies/<document>.<form>`"""
    found = _public_document(document)
    if isinstance(found, HttpResponse):
        return found
    provisions = found.provisions.public().select_related("document").order_by("position")
    return _form(request, found, list(provisions), form, found.title)


@require_safe
def provision_form(request: HttpRequest, document: str, path: str, form: str) -> HttpResponse:
    """`/policies/<document>/<path>.<form>`: the provision with everything below it; former addresses lead to it."""
    found = _public_document(document)
    if isinstance(found, HttpResponse):
        return found
    provision = find_provision(found, path)
    if provision.withdrawn:
        return HttpResponseGone("这一条已从文本中删去。", content_type="text/plain; charset=utf-8")
    if provision.path != path:
        return redirect("provision_form", document, provision.path, form, permanent=True)
    part = Provision.objects.public().subtree(provision).select_related("document").order_by("position")
    return _form(request, found, list(part), form, f"{found.title} {provision.printed_path}")


def clause_table(request: HttpRequest, provisions, name: str, form: str = "xlsx", note: str = "") -> HttpResponse:
    """Provisions (with `document` selected, in the order wanted) as the clause table; other lists use this, too."""
    rows = clause_rows(provisions, request.build_absolute_uri)
    if form == "csv":
        return download(csv_text(COLUMNS, rows), f"{name}.csv", "text/csv; charset=utf-8")
    explanation = "\n".join(line for line in (note, f"{NOTICE}。", request.build_absolute_uri()) if line)
    return download(xlsx("条款", COLUMNS, rows, explanation), f"{name}.xlsx", XLSX)


def _public_document(slug: str) -> Document | HttpResponse:
    document = get_object_or_404(
        Document.objects.exclude(state=Document.State.DRAFT).prefetch_related(
            ending_relations(), "body_links__organization"
        ),
        slug=slug,
    )
    if document.state == Document.State.WITHDRAWN:
        return HttpResponseGone("此文件已撤下。", content_type="text/plain; charset=utf-8")
    if document.state == Document.State.STUB:
        raise Http404("此文件未收录。")
    return document


def _form(request: HttpRequest, document: Document, provisions: list[Provision], form: str, name: str) -> HttpResponse:
    for provision in provisions:
        provision.document = document
    absolute: Callable[[str], str] = request.build_absolute_uri
    issuers = [link.organization.name for link in document.body_links.all() if link.role == DocumentBody.Role.ISSUER]
    if form in {"xlsx", "csv"}:
        return clause_table(request, provisions, name, form)
    if form == "json":
        records, status = gather(provisions), status_of(document)
        data = open_json.document_json(document, records, status, absolute)
        return JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})
    if form == "xml":
        data = document_xml(document, provisions, issuers, absolute("/").rstrip("/"))
        return HttpResponse(data, content_type="application/xml; charset=utf-8")
    source = absolute(request.path).removesuffix(f".{form}") + "/"
    if form == "docx":
        return download(document_docx(document, provisions, issuers, source), f"{name}.docx", DOCX)
    return HttpResponse(document_text(document, provisions, source), content_type="text/plain; charset=utf-8")
