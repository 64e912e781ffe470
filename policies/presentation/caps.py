"""The picture of 能拿多少: for each document the largest amount of each provision, as bars on one scale."""

from collections import defaultdict
from dataclasses import dataclass, field

from policies.models import Amount, Document, Fact, Provision
from policies.presentation.benefits import Found
from policies.validity import Status


@dataclass(frozen=True, slots=True)
class Bar:
    """The largest benefit of one provision, as a share of the largest of all."""

    label: str
    url: str
    words: str
    share: float
    y: int


@dataclass(slots=True)
class Panel:
    """One document's bars, largest first; `rest` provisions are left out of the picture, not of the table."""

    document: Document
    status: Status
    bars: list[Bar] = field(default_factory=list)
    rest: int = 0

    @property
    def height(self) -> int:
        return max(len(self.bars) * 44 - 8, 20)


BAR_STEP = 44
MOST_PANELS, MOST_BARS = 8, 14


def panels(found: list[Found], statuses: dict[int, Status]) -> list[Panel]:
    """Caps by document: the largest amount of each provision among the rows found; two queries."""
    best: dict[int, Found] = {}
    for row in found:
        if row.top is not None and (row.provision_id not in best or best[row.provision_id].top < row.top):
            best[row.provision_id] = row
    by_document: dict[int, list[Found]] = defaultdict(list)
    for row in best.values():
        by_document[row.document_id].append(row)
    chosen = sorted(by_document.values(), key=lambda rows: -max(row.top for row in rows))[:MOST_PANELS]
    shown = [row for rows in chosen for row in sorted(rows, key=lambda row: -row.top)[:MOST_BARS]]
    provisions = Provision.objects.select_related("document").in_bulk([row.provision_id for row in shown])
    surfaces = _surfaces(shown)
    largest = float(max((row.top for row in shown), default=1)) or 1
    result = []
    for rows in chosen:
        rows = sorted(rows, key=lambda row: -row.top)
        panel = Panel(provisions[rows[0].provision_id].document, statuses[rows[0].document_id])
        panel.rest = max(len(rows) - MOST_BARS, 0)
        for index, row in enumerate(rows[:MOST_BARS]):
            provision = provisions[row.provision_id]
            label = f"{provision.number.rstrip('、')} {provision.heading or provision.text[:14]}".strip()
            share = max(float(row.top) / largest * 0.8, 0.004)
            panel.bars.append(
                Bar(label, provision.get_absolute_url(), surfaces[row.provision_id], share, index * BAR_STEP)
            )
        result.append(panel)
    return result


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
