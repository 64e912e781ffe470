"""The head of a document: bodies, number, dates as far as known, status with its sentence, source."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Prefetch, QuerySet

from policies.models import Amount, Deadline, Document, DocumentBody, Fact, Provision
from policies.presentation.units import with_short_names
from policies.presentation.words import topic
from policies.validity import Status, ending_relations, status_of

#: Provisions that stand outside the numbered text are not counted as 条款.
UNCOUNTED = ("preamble", "closing")
DATE_LABELS = (
    ("signed_on", "成文日期"),
    ("printed_on", "印发日期"),
    ("published_on", "发布日期"),
    ("effective_on", "施行日期"),
    ("expires_on", "失效日期"),
)


@dataclass(slots=True)
class DocumentLine:
    """A document in a list: its status and how much it holds."""

    document: Document
    status: Status
    issuers: list[DocumentBody] = field(default_factory=list)
    provisions: int = 0
    amounts: int = 0
    deadlines: int = 0

    @property
    def topic(self) -> str:
        return topic(self.document.title)

    @property
    def url(self) -> str:
        return self.document.get_absolute_url()

    @property
    def date(self) -> datetime.date | None:
        """The date a list shows and sorts by: the first known of published, printed, signed, effective."""
        document = self.document
        return document.published_on or document.printed_on or document.signed_on or document.effective_on


@dataclass(frozen=True, slots=True)
class HeadDate:
    """One of the five dates: `day` where known, else `words` of the text (自发布之日起), else neither (未标明)."""

    label: str
    day: datetime.date | None = None
    words: str = ""


def with_head(documents: QuerySet) -> QuerySet:
    """Documents with what their heads and statuses need prefetched."""
    bodies = DocumentBody.objects.order_by("order", "id").prefetch_related(
        Prefetch("organization", queryset=with_short_names())
    )
    return documents.select_related("collection").prefetch_related(
        Prefetch("body_links", queryset=bodies), ending_relations()
    )


def bodies(document: Document, role: str) -> list[DocumentBody]:
    return [link for link in document.body_links.all() if link.role == role]


def head_dates(document: Document) -> list[HeadDate]:
    """The five dates in the order of a document's life."""
    dates = []
    for name, label in DATE_LABELS:
        day, words = getattr(document, name), ""
        if day is None and name == "effective_on" and document.validity_from.endswith("之日"):
            words = f"自{document.validity_from}起"
        if day is None and name == "expires_on" and document.validity_period:
            words = f"有效期{document.validity_period}"
        dates.append(HeadDate(label, day, words))
    return dates


def document_lines(documents: Iterable[Document]) -> list[DocumentLine]:
    """Lines with counts for documents read `with_head`: three queries more, whatever their number."""
    documents = list(documents)
    ids = [document.pk for document in documents]
    counts = [
        _count(Provision.objects.public().exclude(kind__in=UNCOUNTED), "document_id", ids),
        _count(Amount.objects.public(), "provision__document_id", ids),
        _count(Deadline.objects.public(), "provision__document_id", ids),
    ]
    return [
        DocumentLine(
            document,
            status_of(document),
            bodies(document, DocumentBody.Role.ISSUER),
            *(count.get(document.pk, 0) for count in counts),
        )
        for document in documents
    ]


def _count(rows: QuerySet, document: str, ids: list[int]) -> dict[int, int]:
    rows = rows.filter(**{f"{document}__in": ids}).order_by()
    return dict(rows.values_list(document).annotate(number=Count("pk")))


def source_words(document: Document) -> str:
    """Where the text came from: “1+N+N”政策汇编，第 11 页起."""
    parts = []
    if document.collection:
        parts.append(document.collection.title)
    if document.page:
        parts.append(f"第 {document.page} 页起")
    return "，".join(parts)


def distinction(document: Document) -> str:
    """What tells a document from another of the same title: its number, date or address; "" when the title is alone."""
    twins = Document.objects.public().filter(title=document.title).exclude(pk=document.pk)
    if not twins.exists():
        return ""
    for name in ("document_number", "signed_on", "published_on", "effective_on"):
        value = getattr(document, name)
        if value and not twins.filter(**{name: value}).exists():
            return str(value)
    return document.slug


def citation_of(document: Document, label: str = "") -> str:
    """How to cite: 《title》（document number）“一、…”."""
    number = f"（{document.document_number}）" if document.document_number else ""
    quoted = f"“{label}”" if label else ""
    return f"《{document.title}》{number}{quoted}"


def checked_words(states: Iterable[str]) -> str:
    """Who vouches for the facts of a page, in a few words."""
    states = list(states)
    checked = sum(state in {Fact.State.CONFIRMED, Fact.State.EDITED} for state in states)
    if not states:
        return ""
    if not checked:
        return "均为机器识别"
    if checked == len(states):
        return "均已核对"
    return f"{checked} 处已核对，其余为机器识别"


def with_status(documents: QuerySet) -> QuerySet:
    """Documents with what `status_of` reads, and nothing more."""
    return documents.defer("machine", "conflicts", "warnings").prefetch_related(ending_relations())
