"""One document: the whole text, the stub of a cited one, or word that it was withdrawn."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from policies.models import Citation, Document, DocumentBody
from policies.presentation import documents as heads
from policies.presentation.hits import marks_of
from policies.presentation.links import cited_by, relations_of
from policies.presentation.printing import address_code
from policies.presentation.reading import anchor_of, blocks, contents
from policies.presentation.records import gather
from policies.validity import status_of
from policies.views.conditional import public_page
from policies.views.parameters import Parameters


@public_page
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """One document; 410 when withdrawn, a page that says so when only its title is known, 404 for a draft."""
    found = heads.with_head(Document.everything.select_related("replaced_by")).filter(slug=slug).first()
    if found is None or found.state == Document.State.DRAFT:
        raise Http404("没有这份文件")
    if found.state == Document.State.WITHDRAWN:
        return gone(request, found)
    if found.state == Document.State.STUB:
        return _stub(request, found)
    return _whole(request, found)


def _whole(request: HttpRequest, found: Document) -> HttpResponse:
    asked = Parameters(request.GET)
    query = asked.text("q")
    marks = marks_of(query, timezone.localdate()) if query else None
    provisions = list(found.provisions.filter(withdrawn=False).order_by("position"))
    for provision in provisions:
        provision.document = found
    records = gather(provisions)
    document_blocks = blocks(records, marks)
    facts = [fact for record in records for fact in record.facts]
    status = status_of(found)
    related = relations_of(found)
    package = found.collection.lead_document if found.collection and found.collection.lead_document_id else None
    if package is not None and (package.pk == found.pk or package.state != Document.State.PUBLISHED):
        package = None
    return render(
        request,
        "pages/document.html",
        {
            "section": "documents", "document": found, "status": status, "blocks": document_blocks,
            "contents": contents(document_blocks), "closing": _first_closing(records),
            "sentence_anchor": _where(records, status.sentence),
            "issuers": heads.bodies(found, DocumentBody.Role.ISSUER),
            "interpreters": heads.bodies(found, DocumentBody.Role.INTERPRETER),
            "dates": heads.head_dates(found), "source": heads.source_words(found),
            "counted": sum(record.provision.kind not in heads.UNCOUNTED for record in records),
            "gains": sum(fact.css == "sum gain" for fact in facts),
            "sums": sum(fact.css == "sum" for fact in facts),
            "whens": sum(fact.css == "when" for fact in facts),
            "cites": sum(fact.css == "cite" for fact in facts),
            "units": len({unit.organization_id for record in records for unit in record.own_units}),
            "checked": heads.checked_words(fact.state for fact in facts),
            "package": package, "related": related, "cited_by": cited_by(found),
            "cited": _cited(facts), "query": query if marks else "", "notes": asked.notes,
            "found": sum(str(part.html).count("<mark>") for block in document_blocks
                         for line in block.lines for part in line.paragraphs),
            "distinction": heads.distinction(found),
            "citation": heads.citation_of(found), "code": address_code(request, found.get_absolute_url()),
            "today": timezone.localdate(),
        },
    )  # fmt: skip


def _first_closing(records) -> str:
    return next((anchor_of(r.provision) for r in records if r.provision.kind == "closing"), "")


def _where(records, sentence: str) -> str:
    """The anchor of the provision that prints the sentence a status rests on."""
    if not sentence:
        return ""
    return next((anchor_of(r.provision) for r in reversed(records) if sentence.strip() in r.provision.text), "")


def _cited(facts) -> list:
    """What the document cites, each text once, in order."""
    once = {}
    for fact in facts:
        if fact.kind == "citation" and fact.fact.kind != Citation.Kind.INNER:
            once.setdefault(fact.url or fact.value, fact)
    return list(once.values())


def _stub(request: HttpRequest, found: Document) -> HttpResponse:
    citing = cited_by(found)
    related = [link for link in relations_of(found) if link.document.state == Document.State.PUBLISHED]
    if not citing and not related:
        raise Http404("没有公开的文件引用它")
    return render(
        request,
        "pages/stub.html",
        {"section": "documents", "document": found, "cited_by": citing, "related": related},
    )


def gone(request: HttpRequest, found: Document, provision=None) -> HttpResponse:
    """410: the text was withdrawn; what replaced it is named when readers may see it."""
    replaced_by = found.replaced_by
    if replaced_by is not None and replaced_by.state != Document.State.PUBLISHED:
        replaced_by = None
    return render(
        request,
        "errors/410.html",
        {"document": found, "provision": provision, "replaced_by": replaced_by},
        status=410,
    )
