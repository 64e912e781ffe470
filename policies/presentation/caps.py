"""The picture of 能拿多少: the largest amount of each provision, by document or by unit, as bars on one scale."""

from collections import defaultdict
from dataclasses import dataclass, field

from policies.models import Amount, Fact, Provision
from policies.presentation.benefits import Found
from policies.presentation.records import ProvisionRecord, gather
from policies.presentation.words import numbered, topic
from policies.validity import Status


@dataclass(frozen=True, slots=True)
class Bar:
    """The largest benefit of one provision, as a share of the largest of all."""

    label: str
    url: str
    words: str
    status: Status
    share: float
    y: int


@dataclass(slots=True)
class Panel:
    """The bars of one document or unit, largest first; `rest` provisions are left out of the picture."""

    title: str
    note: str
    bars: list[Bar] = field(default_factory=list)
    rest: int = 0

    @property
    def height(self) -> int:
        return max(len(self.bars) * 44 - 8, 20)


BAR_STEP = 44
MOST_PANELS, MOST_BARS, MOST_PROVISIONS = 8, 14, 400


def panels(found: list[Found], statuses: dict[int, Status], by_unit: bool = False) -> list[Panel]:
    """Caps among the rows found, by document or by the unit named first; a constant number of queries."""
    best: dict[int, Found] = {}
    for row in found:
        if row.top is not None and (row.provision_id not in best or best[row.provision_id].top < row.top):
            best[row.provision_id] = row
    rows = sorted(best.values(), key=lambda row: -row.top)[:MOST_PROVISIONS]
    provisions = Provision.objects.select_related("document").in_bulk([row.provision_id for row in rows])
    if by_unit:
        names = {record.provision.pk: _unit(record) for record in gather(provisions.values())}
    else:
        names = {pk: topic(provision.document.title) for pk, provision in provisions.items()}
    grouped: dict[tuple, list[Found]] = defaultdict(list)
    for row in rows:
        key = names[row.provision_id] if by_unit else row.document_id
        grouped[key].append(row)
    chosen = list(grouped.values())[:MOST_PANELS]
    surfaces = _surfaces([row for rows in chosen for row in rows[:MOST_BARS]])
    largest = float(rows[0].top) if rows else 1.0
    result = []
    for rows in chosen:
        labels = {statuses[row.document_id].short_label for row in rows}
        note = f"{labels.pop()}，{len(rows)} 条" if len(labels) == 1 else f"{len(rows)} 条"
        panel = Panel(names[rows[0].provision_id], note, rest=max(len(rows) - MOST_BARS, 0))
        for index, row in enumerate(rows[:MOST_BARS]):
            provision = provisions[row.provision_id]
            share = max(float(row.top) / (largest or 1) * 0.8, 0.004)
            label = numbered(provision.number.rstrip("、"), provision.heading or provision.text[:14])
            panel.bars.append(
                Bar(label, provision.get_absolute_url(), surfaces[row.provision_id], statuses[row.document_id],
                    share, index * BAR_STEP)
            )  # fmt: skip
        result.append(panel)
    return result


def _unit(record: ProvisionRecord) -> str:
    return record.units[0].short if record.units else "没有写明责任单位"


def _surfaces(shown: list[Found]) -> dict[int, str]:
    """The printed words of each row's largest amount."""
    words = {}
    tops = {row.provision_id: row for row in shown}
    amounts = Amount.objects.filter(pk__in=[pk for row in shown for pk in row.amount_ids]).exclude(
        state=Fact.State.REJECTED
    )
    for amount in amounts:
        top = tops[amount.provision_id].top
        if amount.unit == "元" and (amount.value_max if amount.value_max is not None else amount.value) == top:
            words[amount.provision_id] = amount.surface
    return words
