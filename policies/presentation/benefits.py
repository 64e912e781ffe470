"""能拿多少: a row per benefit — who, how much, rate and cap, ladder, who pays, whether it still holds."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, QuerySet

from policies.models import Amount, Document, Fact, Organization, Provision, Responsibility
from policies.presentation import documents as heads
from policies.presentation.duties import under_unit
from policies.presentation.facts import FactLine, shortened
from policies.presentation.records import ProvisionRecord, gather
from policies.presentation.words import clause_round
from policies.validity import Status, status_of

#: (label, from 元, below 元); 0 is open.
BANDS = (
    ("500万元及以上", 5_000_000, 0),
    ("100万元至500万元", 1_000_000, 5_000_000),
    ("50万元至100万元", 500_000, 1_000_000),
    ("10万元至50万元", 100_000, 500_000),
    ("1万元至10万元", 10_000, 100_000),
    ("1万元以下", 0, 10_000),
)
#: How an amount is counted, as readers ask; the test on `per`.
PERS = {
    "month": ("每月", Q(per__endswith="月")),
    "year": ("每年", Q(per__endswith="年")),
    "person": ("每人", Q(per__startswith="人")),
    "area": ("每平方米或每亩", Q(per__in=["平方米", "亩", "公顷"])),
    "each": ("每家、每个、每项等", ~Q(per="") & ~Q(per__endswith="月") & ~Q(per__endswith="年")
             & ~Q(per__startswith="人") & ~Q(per__in=["平方米", "亩", "公顷"])),
    "none": ("没有写单位的", Q(per="")),
}  # fmt: skip
ROLES = {
    "benefit": "奖励与补助",
    "rate": "只定比例的",
    "threshold": "申报门槛",
    "target": "目标数",
    "other": "其他金额",
}
LONGEST_WORDS = 160
#: Words that name nobody: 符合条件的给予每人每月600元.
VAGUE = re.compile(r"(?:符合|具备|满足)(?:规定|相关|上述)?(?:的)?条件|年度内?|当年度?")
SENTENCE_END = re.compile(r"[。\n]")
SORTS = {"": "金额从高到低", "lowest": "金额从低到高", "document": "文件顺序"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader filters by; empty means all. Money in 元."""

    words: str = ""
    audiences: tuple[str, ...] = ()
    unit: Organization | None = None
    lead: bool = False
    document: str = ""
    status: str = ""
    least: float | None = None
    most: float | None = None
    per: str = ""
    role: str = "benefit"
    sort: str = ""


@dataclass(slots=True)
class Found:
    """One row before it is shown: keys of the amounts that make it, and what it is sorted by."""

    provision_id: int
    document_id: int
    amount_ids: list[int]
    top: Decimal | None  # largest amount of money in 元; None when there is none
    order: tuple


@dataclass(slots=True)
class Benefit:
    """One row as shown. `steps` are the amounts (a ladder when several), `rates` what sets or shares them."""

    record: ProvisionRecord
    status: Status
    steps: list[FactLine] = field(default_factory=list)
    rates: list[FactLine] = field(default_factory=list)

    @property
    def who(self) -> str:
        """Who it is for, in the text's words; the heading of the provision where the text names nobody."""
        for fact in [*self.steps, *self.rates]:
            if fact.fact.beneficiary:
                return shortened(fact.fact.beneficiary)
        condition = shortened(self.steps[0].fact.condition) if self.steps and not self.is_ladder else ""
        if condition and not VAGUE.fullmatch(condition):
            return condition
        return self.record.provision.heading or (self.record.ancestors[-1].heading if self.record.ancestors else "")

    @property
    def is_ladder(self) -> bool:
        return len(self.steps) > 1

    @property
    def condition(self) -> str:
        """What it depends on, in a few words, where neither the ladder nor who it is for says it already."""
        conditions = {fact.fact.condition for fact in self.steps or self.rates if fact.fact.condition}
        if len(conditions) != 1:
            return ""
        condition = shortened(conditions.pop(), 36)
        return "" if condition.startswith(self.who.rstrip("…")) else condition

    @property
    def words(self) -> str:
        """The clause that says it; where rate and steps stand in several sentences, each sentence once."""
        facts = [fact for fact in [*self.steps, *self.rates] if fact.state != Fact.State.UNVERIFIED]
        if len({fact.fact.field for fact in facts}) == 1:
            text = getattr(self.record.provision, facts[0].fact.field)
            start, end = min(fact.fact.start for fact in facts), max(fact.fact.end for fact in facts)
            if end - start <= LONGEST_WORDS and not SENTENCE_END.search(text, start, end):
                return clause_round(text, start, end, LONGEST_WORDS)
        return "……".join(dict.fromkeys(fact.words for fact in facts or [*self.steps, *self.rates]))

    @property
    def anchor(self) -> str:
        return (self.steps or self.rates)[0].anchor

    def step_labels(self) -> list[tuple[str, FactLine]]:
        return [(fact.fact.condition or fact.per or f"第 {index} 档", fact) for index, fact in enumerate(self.steps, 1)]


def public_amounts(asked: Asked) -> QuerySet[Amount]:
    """Amounts of public provisions that a reader's filter leaves, all but status."""
    rows = Amount.objects.public().filter(role=asked.role)
    if asked.audiences:
        rows = rows.filter(audiences__slug__in=asked.audiences)
    if asked.document:
        rows = rows.filter(provision__document__slug=asked.document)
    if asked.per:
        rows = rows.filter(PERS[asked.per][1])
    for word in asked.words.split()[:8]:
        rows = rows.filter(
            Q(provision__text__icontains=word) | Q(provision__heading__icontains=word) | Q(beneficiary__icontains=word)
        )
    if asked.least is not None:
        rows = rows.filter(unit="元").filter(Q(value_max__gte=asked.least) | Q(value_max=None, value__gte=asked.least))
    if asked.most is not None:
        rows = rows.filter(unit="元").filter(Q(value_max__lte=asked.most) | Q(value_max=None, value__lte=asked.most))
    if asked.unit is not None:
        responsible = Provision.objects.public().filter(under_unit(asked.unit))
        if asked.lead:
            responsible = responsible.filter(_leads(asked.unit))
        rows = rows.filter(provision__in=responsible)
    return rows


def _leads(unit: Organization):
    return Exists(
        Responsibility.objects.filter(
            Q(order=0) | Q(role=Responsibility.Role.LEAD),
            organization=unit,
            provision__document_id=OuterRef("document_id"),
            provision__position__lte=OuterRef("position"),
            provision__last__gte=OuterRef("position"),
        )
    )


def find(asked: Asked) -> tuple[list[Found], dict[int, Status]]:
    """Rows that match, sorted, and the status of each document among them; four queries."""
    fields = (
        *("pk", "provision_id", "provision__document_id", "group", "unit", "value", "value_max"),
        *("provision__document__collection_id", "provision__document__position", "provision__position", "start"),
    )
    matching = public_amounts(asked).order_by().values_list(*fields).distinct()
    keys: dict[tuple, list[tuple]] = defaultdict(list)
    for row in matching:
        keys[(row[1], f"group {row[3]}" if row[3] is not None else f"alone {row[0]}")].append(row)
    documents = {row[2] for rows in keys.values() for row in rows}
    statuses = {row.pk: status_of(row) for row in heads.with_status(Document.objects.public().filter(pk__in=documents))}
    found = []
    for (provision_id, _), rows in keys.items():
        document_id = rows[0][2]
        if asked.status and statuses[document_id].code != asked.status:
            continue
        money = [row[6] if row[6] is not None else row[5] for row in rows if row[4] == "元"]
        order = (rows[0][7] or 0, rows[0][8], document_id, rows[0][9], min(row[10] for row in rows))
        found.append(Found(provision_id, document_id, [row[0] for row in rows], max(money, default=None), order))
    found.sort(key=lambda row: row.order)
    if asked.sort != "document":
        sign = 1 if asked.sort == "lowest" else -1
        found.sort(key=lambda row: (row.top is None, sign * (row.top or 0)))
    return found, statuses


def benefits(found: Iterable[Found], statuses: dict[int, Status]) -> list[Benefit]:
    """Rows with their words; a ladder is shown whole, also where one step matched."""
    found = list(found)
    provisions = Provision.objects.public().select_related("document").in_bulk({row.provision_id for row in found})
    records = {record.provision.pk: record for record in gather(provisions.values())}
    return [_benefit(row, records[row.provision_id], statuses[row.document_id]) for row in found]


def _benefit(row: Found, record: ProvisionRecord, status: Status) -> Benefit:
    own = [fact for fact in record.amounts if fact.fact.pk in row.amount_ids]
    groups = {fact.fact.group for fact in own if fact.fact.group is not None}
    family = [fact for fact in record.amounts if fact in own or fact.fact.group in groups]
    main_role = own[0].fact.role if own else ""
    benefit = Benefit(record, status)
    for fact in family:
        if fact.fact.role == main_role and main_role != Amount.Role.RATE:
            benefit.steps.append(fact)
        else:
            benefit.rates.append(fact)
    return benefit
