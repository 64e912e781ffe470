"""Is this document still in force? Computed when asked, from its dates and relations, with the sentence it rests on.

Nothing unknown is shown as in force: a text that names no term is 未标明 even when the day it began is known, for only
a stated end that is still to come tells that it holds today.
"""

import datetime
import re
from dataclasses import dataclass

from django.db.models import Prefetch, Q
from django.utils import timezone

from policies.models import Document, Relation

#: A text that ends within this many days is 将到期.
EXPIRING_DAYS = 90

#: Code, label, and the label where room is short (tables), in the order lists show them.
STATUSES = (
    ("in_force", "现行有效", "现行有效"),
    ("expiring", "将到期", "将到期"),
    ("not_yet", "尚未施行", "尚未施行"),
    ("amended", "已被修改", "已被修改"),
    ("expired", "按文本推算已到期", "已到期"),
    ("repealed", "已废止", "已废止"),
    ("unverified", "待核", "待核"),
    ("unstated", "未标明", "未标明"),
)
LABELS = {code: label for code, label, _ in STATUSES}
SHORT_LABELS = {code: short for code, _, short in STATUSES}
#: A reader's question is first of all whether a text has lapsed.
LAPSED = frozenset({"expired", "repealed"})

PERIOD = re.compile(r"(\d+(?:\.\d+)?)(年|个?月|周|日|天)")
#: Which date a printed starting point means (validity_from → field of Document).
STARTING_POINTS = {
    "发布之日": "published_on",
    "公布之日": "published_on",
    "印发之日": "printed_on",
    "签发之日": "signed_on",
    "施行之日": "effective_on",
    "实施之日": "effective_on",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What decides the status on any day; the search index stores these, never the status."""

    starts: datetime.date | None
    ends: datetime.date | None  # last day in force
    open_start: bool  # a term is stated but not the day it runs from
    repealed_since: datetime.date | None
    amended_since: datetime.date | None
    sentence: str  # the words of the text, or of the relation that ends it


@dataclass(frozen=True, slots=True)
class Status:
    """`code` of the eight values, its labels, and why: `explanation` is ours, `sentence` the document's."""

    code: str
    label: str
    short_label: str
    explanation: str
    sentence: str
    until: datetime.date | None = None

    @property
    def lapsed(self) -> bool:
        return self.code in LAPSED


def ending_relations() -> Prefetch:
    """Prefetch what `terms_of` reads, so that a list costs one query more, not one a row."""
    relations = Relation.objects.filter(
        Q(verb__in=["repeals", "replaces", "amends"]),
        to_provision=None,
        from_document__state__in=[Document.State.PUBLISHED, Document.State.STUB],
    ).select_related("from_document")
    return Prefetch("relations_to", queryset=relations, to_attr="ending_relations")


def terms_of(document: Document) -> Terms:
    """The dates that decide the status of a document (with `ending_relations` prefetched, without a query)."""
    starts = document.effective_on or _iso_date(document.validity_from)
    period_starts, stated_start = _start_of_period(document)
    ends = document.expires_on
    if ends is None and document.validity_period and period_starts:
        ends = _add_period(period_starts, document.validity_period)
    open_start = ends is None and bool(document.validity_period) and not stated_start
    repealed, amended, reason = _ended_by(document)
    return Terms(
        starts=starts or period_starts,
        ends=ends,
        open_start=open_start,
        repealed_since=repealed,
        amended_since=amended,
        sentence=reason or document.validity_text,
    )


def status_of(document: Document, today: datetime.date | None = None) -> Status:
    """The status on `today` (Asia/Shanghai by default)."""
    return status_from_terms(terms_of(document), today)


def status_from_terms(terms: Terms, today: datetime.date | None = None) -> Status:
    today = today or timezone.localdate()
    code, explanation = _decide(terms, today)
    return Status(code, LABELS[code], SHORT_LABELS[code], explanation, terms.sentence, terms.ends)


def _decide(terms: Terms, today: datetime.date) -> tuple[str, str]:
    if terms.repealed_since and terms.repealed_since <= today:
        return "repealed", "已被其他文件废止或替代"
    if terms.ends and terms.ends < today:
        return "expired", f"有效期到{chinese_date(terms.ends)}"
    if terms.starts and terms.starts > today:
        return "not_yet", f"自{chinese_date(terms.starts)}起施行"
    if terms.ends and (terms.ends - today).days <= EXPIRING_DAYS:
        return "expiring", f"有效期到{chinese_date(terms.ends)}"
    if terms.amended_since and terms.amended_since <= today:
        return "amended", "已被其他文件修改"
    if terms.open_start:
        return "unverified", "写明了期限，但没有写明从哪一天起算"
    if terms.ends:
        return "in_force", f"有效期到{chinese_date(terms.ends)}"
    if terms.starts:
        return "unstated", f"自{chinese_date(terms.starts)}起施行，没有写明有效期"
    return "unstated", "文本没有写明有效期"


def chinese_date(day: datetime.date) -> str:
    """2023年12月31日"""
    return f"{day.year}年{day.month}月{day.day}日"


def _iso_date(value: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None


def _start_of_period(document: Document) -> tuple[datetime.date | None, bool]:
    """The day a stated period runs from, and whether that day is known."""
    field = STARTING_POINTS.get(document.validity_from)
    day = _iso_date(document.validity_from) or (getattr(document, field) if field else document.effective_on)
    return day, day is not None


def _add_period(start: datetime.date, period: str) -> datetime.date | None:
    """The last day of a period that starts on `start`: 2年 from 2021-05-01 ends on 2023-04-30."""
    match = PERIOD.fullmatch(period)
    if match is None:
        return None
    number, unit = float(match[1]), match[2]
    if unit in {"日", "天", "周"}:
        return start + datetime.timedelta(days=number * (7 if unit == "周" else 1) - 1)
    months = start.year * 12 + start.month - 1 + round(number * (12 if unit == "年" else 1))
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    day = start.day
    while True:  # 31 January + 1 month has no such day: the last day of the month is meant
        try:
            return datetime.date(year, month + 1, day) - datetime.timedelta(days=1 if day == start.day else 0)
        except ValueError:
            day -= 1


def _ended_by(document: Document) -> tuple[datetime.date | None, datetime.date | None, str]:
    relations = getattr(document, "ending_relations", None)
    if relations is None:
        relations = list(ending_relations().queryset.filter(to_document=document))
    repealed = amended = None
    reason = ""
    for relation in relations:
        since = relation.since or relation.from_document.effective_on or datetime.date.min
        if relation.verb == Relation.Verb.AMENDS:
            amended = min(amended or since, since)
        else:
            repealed = min(repealed or since, since)
            reason = relation.reason or f"见《{relation.from_document.title}》"
    return repealed, amended, reason
