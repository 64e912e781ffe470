"""选条打印: a document on paper, whole or only the provisions chosen, with its address as a code."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from policies.models import Document
from policies.presentation import documents as heads
from policies.presentation.printing import address_code
from policies.presentation.reading import blocks
from policies.presentation.records import gather
from policies.validity import status_of
from policies.views.conditional import public_page
from policies.views.parameters import Parameters


@public_page
def print_selection(request: HttpRequest, slug: str) -> HttpResponse:
    """`?p=2.3&p=4` chooses provisions with what is below them; without `p` all stand on the sheet."""
    document = heads.with_head(Document.objects.public()).filter(slug=slug).first()
    if document is None:
        raise Http404("没有这份文件")
    asked = Parameters(request.GET)
    provisions = list(document.provisions.filter(withdrawn=False).order_by("position"))
    outer = [each for each in provisions if each.depth == 0]
    chosen = asked.choices("p", {each.path: True for each in provisions}, "条款")
    spans = [(each.position, each.last) for each in provisions if each.path in chosen]
    shown = [
        each for each in provisions
        if not chosen or any(first <= each.position <= last for first, last in spans)
    ]  # fmt: skip
    for each in provisions:
        each.document = document
    return render(
        request,
        "pages/print.html",
        {
            "section": "documents", "document": document, "outer": outer, "chosen": chosen,
            "blocks": blocks(gather(shown)), "status": status_of(document), "notes": asked.notes,
            "issuers": heads.bodies(document, "issuer"), "today": timezone.localdate(),
            "code": address_code(request, document.get_absolute_url()),
            "address": request.build_absolute_uri(document.get_absolute_url()),
        },
    )  # fmt: skip
