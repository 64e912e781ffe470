"""时间表: tasks, targets and ends of validity in one list, each with the day it falls due and whether that is past."""

import calendar
import datetime
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from policies.models import Deadline, Document, Organization, Provision
from policies.presentation import documents as heads
from policies.presentation.duties import under_unit
from policies.presentation.records import ProvisionRecord, gather
from policies.presentation.words import clause_round
from policies.validity import Status, chinese_date, status_of

KINDS = {"completion": "任务", "target": "目标", "validity": "有效期", "other": "其他期限"}
#: The style sheet's name of each kind.
STYLES = {"completion": "task", "target": "target", "validity": "validity", "other": "other"}
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def last_day(date: str) -> datetime.date | None:
    """2021 → 2021-12-31, 2021-06 → 2021-06-30; None for no date or an impossible one."""
    match = DATE.fullmatch(date)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 12), match[3]
    try:
        return datetime.date(year, month, int(day) if day else calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None


def date_words(date: str) -> str:
    """2021 → 2021年底, 2021-06 → 2021年6月底, 2023-12-31 → 2023年12月31日."""
    match = DATE.fullmatch(date)
    if match is None:
        return "没有写明年份或起算日"
    if match[3]:
        return f"{match[1]}年{int(match[2])}月{int(match[3])}日"
    return f"{match[1]}年{int(match[2])}月底" if match[2] else f"{match[1]}年底"


def past_words(day: datetime.date | None, today: datetime.date) -> str:
    """已过 5 年多, 已过 3 个月, 还有 20 天: how far a day is, in words."""
    if day is None:
        return "无法计算"
    days = (today - day).days
    if days == 0:
        return "今天"
    span = abs(days)
    if span < 31:
        words = f"{span} 天"
    elif span < 365:
        words = f"{span // 30} 个月"
    else:
        words = f"{span // 365} 年" + ("多" if span % 365 > 30 else "")
    return f"已过 {words}" if days > 0 else f"还有 {words}"


@dataclass(frozen=True, slots=True)
class Asked:
    kind: str = ""
    unit: Organization | None = None
    document: str = ""
    year: str = ""  # four digits, or "none"
    until: str = ""  # a date as printed here: 2021-06
    when: str = ""  # past or coming


@dataclass(slots=True)
class Due:
    """One row: `date` with its printed precision ("" unknown), `day` the last day of it."""

    kind: str
    date: str
    day: datetime.date | None
    document_id: int
    provision_id: int | None
    order: tuple
    words: str = ""
    fact_id: int | None = None
    record: ProvisionRecord | None = None
    document: Document | None = None
    status: Status | None = None

    @property
    def label(self) -> str:
        return KINDS[self.kind]

    @property
    def style(self) -> str:
        return STYLES[self.kind]

    @property
    def url(self) -> str:
        return self.record.url if self.record else self.document.get_absolute_url()


@dataclass(slots=True)
class Group:
    """Rows due on the same date."""

    date: str
    day: datetime.date | None
    past: str
    rows: list[Due] = field(default_factory=list)
    total: int = 0

    @property
    def title(self) -> str:
        return date_words(self.date)


def find(asked: Asked, today: datetime.date) -> list[Due]:
    """Rows that match, earliest first, those without a date last; three queries."""
    rows = [*_printed(asked), *_completions(asked), *_validities(asked, today)]
    rows = [row for row in rows if _matches(row, asked, today)]
    rows.sort(key=lambda row: (row.day is None, row.day or datetime.date.max, -len(row.date), row.order))
    return rows


def _matches(row: Due, asked: Asked, today: datetime.date) -> bool:
    if asked.kind and row.kind != asked.kind:
        return False
    if asked.year == "none" and row.day is not None:
        return False
    if asked.year and asked.year != "none" and not row.date.startswith(asked.year):
        return False
    if asked.until and (row.day is None or row.day > last_day(asked.until)):
        return False
    if asked.when == "past":
        return row.day is not None and row.day < today
    if asked.when == "coming":
        return row.day is not None and row.day >= today
    return True


ORDER = ("provision__document__collection_id", "provision__document__position", "provision__document_id",
         "provision__position")  # fmt: skip


def _within(asked: Asked) -> Q:
    """The provisions asked about, as a condition on Provision."""
    condition = Q()
    if asked.document:
        condition &= Q(document__slug=asked.document)
    if asked.unit is not None:
        condition &= Q(under_unit(asked.unit))
    return condition


def _printed(asked: Asked) -> Iterable[Due]:
    facts = Deadline.objects.public()
    if asked.document or asked.unit is not None:
        facts = facts.filter(provision__in=Provision.objects.public().filter(_within(asked)))
    for row in facts.order_by().values_list("pk", "provision_id", "date", "kind", "start", *ORDER):
        pk, provision_id, date, kind, start, collection, place, document_id, position = row
        order = (collection or 0, place, document_id, position, start)
        yield Due(kind, date, last_day(date), document_id, provision_id, order, fact_id=pk)


def _completions(asked: Asked) -> Iterable[Due]:
    """完成时间 lines; one whose date the text names as a task too is told by the text."""
    told = Deadline.objects.public().filter(kind=Deadline.Kind.COMPLETION).values_list("provision_id", "date")
    told = set(told)
    rows = Provision.objects.public().exclude(completion="").filter(_within(asked))
    fields = ("pk", "completion", *(name.removeprefix("provision__") for name in ORDER))
    for pk, date, collection, place, document_id, position in rows.order_by().values_list(*fields):
        if (pk, date) not in told:
            order = (collection or 0, place, document_id, position, -1)
            yield Due("completion", date, last_day(date), document_id, pk, order)


def _validities(asked: Asked, today: datetime.date) -> Iterable[Due]:
    """Ends of validity of whole documents; those whose end cannot be reckoned have no date."""
    if asked.unit is not None:
        return
    rows = Document.objects.public().exclude(validity_period="", expires_on=None)
    if asked.document:
        rows = rows.filter(slug=asked.document)
    for document in heads.with_status(rows):
        status = status_of(document, today)
        date = status.until.isoformat() if status.until else ""
        order = (document.collection_id or 0, document.position, document.pk, 1 << 30, 0)
        due = Due("validity", date, status.until, document.pk, None, order, words=document.validity_text)
        due.document, due.status = document, status
        due.words = document.validity_text or (f"有效期到{chinese_date(status.until)}" if status.until else "")
        yield due


def fill(rows: list[Due]) -> list[Due]:
    """Rows with their words, place and units, for the ones shown; a constant number of queries."""
    wanted = {row.provision_id for row in rows if row.provision_id}
    records = {
        record.provision.pk: record
        for record in gather(Provision.objects.public().select_related("document").filter(pk__in=wanted))
    }
    for row in rows:
        if row.provision_id is None:
            continue
        row.record = records[row.provision_id]
        row.document = row.record.document
        fact = next((line for line in row.record.deadlines if line.fact.pk == row.fact_id), None)
        if fact is not None and not fact.fact.end:
            row.words = f"{fact.value}（原文已改，待核）"
        elif fact is not None:
            source = getattr(row.record.provision, fact.fact.field)
            row.words = clause_round(source, fact.fact.start, fact.fact.end, 100)
        else:
            row.words = row.record.provision.heading or row.record.provision.text[:80]
    return rows


def groups(rows: list[Due], everything: list[Due], today: datetime.date) -> list[Group]:
    """The rows of a page under their dates; `total` counts a date's rows on all pages."""
    totals: dict[str, int] = defaultdict(int)
    for row in everything:
        totals[row.date if row.day else ""] += 1
    result: list[Group] = []
    for row in rows:
        date = row.date if row.day else ""
        if not result or result[-1].date != date:
            result.append(Group(date, row.day, past_words(row.day, today), total=totals[date]))
        result[-1].rows.append(row)
    return result
