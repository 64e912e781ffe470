"""One provision at its permalink, with facts, units, links, history; former addresses lead to where it is now."""

from itertools import pairwise

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from policies.models import Document, FormerAddress, Provision
from policies.presentation import documents as heads
from policies.presentation.alike import same_words
from policies.presentation.comparison import marked
from policies.presentation.hits import marks_of
from policies.presentation.links import cited_by, relations_of, same_units
from policies.presentation.printing import address_code
from policies.presentation.reading import anchor_of, blocks
from policies.presentation.records import gather
from policies.validity import status_of
from policies.views.conditional import public_page
from policies.views.documents import gone
from policies.views.parameters import Parameters

#: Texts longer than this many provisions are read in the document.
MOST_BELOW = 300
MOST_CHANGES = 20


@public_page
def provision(request: HttpRequest, slug: str, path: str) -> HttpResponse:
    """The provision and what is below it; 410 when deleted from the text, 301 from a former address."""
    document = heads.with_head(Document.objects.select_related("replaced_by")).filter(slug=slug).first()
    if document is None or document.state in {Document.State.DRAFT, Document.State.STUB}:
        raise Http404("没有这份文件")
    if document.state == Document.State.WITHDRAWN:
        return gone(request, document)
    found = find_provision(document, path)
    found.document = document
    if found.withdrawn:
        return gone(request, document, found)
    if found.path != path:
        return redirect(found.get_absolute_url(), permanent=True)
    return _page(request, document, found)


def find_provision(document: Document, path: str) -> Provision:
    """The provision of this address, or of this former address; `withdrawn` when it is in the text no more.

    Raises Http404 where the document never had such an address.
    """
    found = document.provisions.filter(path=path).first()
    if found is None or found.withdrawn:
        former = FormerAddress.objects.filter(document=document, path=path).select_related("provision").first()
        if former is not None and (found is None or not former.provision.withdrawn):
            found = former.provision
    if found is None:
        raise Http404("没有这个条款")
    return found


def _page(request: HttpRequest, document: Document, found: Provision) -> HttpResponse:
    asked = Parameters(request.GET)
    query = asked.text("q")
    marks = marks_of(query, timezone.localdate()) if query else None
    below = Provision.objects.public().subtree(found).order_by("position")[: MOST_BELOW + 1]
    shown = list(below)
    for each in shown:
        each.document = document
    records = gather(shown[:MOST_BELOW])
    record = records[0]
    facts = [(each, fact) for each in records for fact in each.facts]
    status = status_of(document)
    siblings = document.provisions.filter(withdrawn=False)
    before = siblings.filter(position__lt=found.position, depth__lte=found.depth).order_by("-position").first()
    after = siblings.filter(position__gt=found.last, depth__lte=found.depth).order_by("position").first()
    stated = record.units_stated_at
    ids = [unit.organization_id for unit in record.units]
    alike = same_words(document, found)
    sentence_at = siblings.filter(text__contains=status.sentence).first() if status.sentence else None
    return render(
        request,
        "pages/provision.html",
        {
            "section": "documents", "document": document, "record": record, "provision": found,
            "status": status, "sentence_at": sentence_at and anchor_of(sentence_at),
            "blocks": blocks(records, marks), "whole": len(shown) <= MOST_BELOW, "facts": facts,
            "below": records[1:], "units": record.units, "stated_at": stated,
            "interpreters": heads.bodies(document, "interpreter"),
            "checked": heads.checked_words(fact.state for _, fact in facts),
            "gains": sum(fact.css == "sum gain" for _, fact in facts),
            "sums": sum(fact.css == "sum" for _, fact in facts),
            "whens": sum(fact.css == "when" for _, fact in facts),
            "cites": sum(fact.css == "cite" for _, fact in facts),
            "before": _in(before, document), "after": _in(after, document),
            "related": relations_of(document, found), "alike": alike,
            "same_units": [] if alike else same_units(found, ids),
            "cited_by": cited_by(document, found), "source": heads.source_words(document),
            "distinction": heads.distinction(document),
            "citation": heads.citation_of(document, _cited_as(record)), "changes": _changes(found),
            "title": _title(record), "description": _description(record, status),
            "code": address_code(request, found.get_absolute_url()), "notes": asked.notes,
        },
    )  # fmt: skip


def _in(found: Provision | None, document: Document) -> Provision | None:
    if found is not None:
        found.document = document
    return found


def _cited_as(record) -> str:
    """一、提高信贷支持力度（一）2. — the numbers a reader can find it by."""
    above = "".join(each.number for each in record.ancestors)
    return f"{above}{record.provision.number}{record.provision.heading}" or record.label


def _title(record) -> str:
    """Unique within the site: where it stands, what it is called, in which document."""
    above = "".join(each.number for each in record.ancestors)
    return f"{above}{record.label}"


def _description(record, status) -> str:
    gains = "，".join(
        f"{fact.qualifier}{fact.value}{'，' + fact.per if fact.per else ''}" for fact in record.benefits[:3]
    )
    units = "、".join(unit.short for unit in record.units[:3])
    parts = [
        _title(record),
        record.provision.text.replace("\n", "")[:80],
        gains and f"奖补：{gains}",
        units and f"责任单位：{units}",
    ]
    return "。".join(part.rstrip("。") for part in [*parts, status.label] if part)


def _changes(found: Provision) -> list[dict]:
    """What was changed since the provision came in, newest first: when, and which of its words."""
    labels = {"number": "编号", "heading": "标题", "text": "正文", "responsible_units_line": "责任单位原文",
              "completion": "完成时间", "withdrawn": "撤去"}  # fmt: skip
    versions = list(found.history.order_by("-history_date", "-history_id")[: MOST_CHANGES + 1])
    changes = []
    for new, old in pairwise(versions):
        names = [label for field, label in labels.items() if getattr(new, field) != getattr(old, field)]
        if names:
            before, after = marked(old.text, new.text) if old.text != new.text else ("", "")
            changes.append({"when": new.history_date, "what": names, "before": before, "after": after})
    return changes
