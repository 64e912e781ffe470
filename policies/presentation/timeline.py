"""The picture of the time table: years along the line, tasks and ends above it, targets below, today across it."""

import datetime
from collections import Counter
from dataclasses import dataclass, field

from policies.presentation.timetable import Due

#: More years than this cannot be told apart on a phone; the latest are drawn.
MOST_COLUMNS = 18
#: Longer stacks are cut and told by their number.
MOST_MARKS = 10
STEP, MARK, HEAD = 13, 10, 22
GAP_WEIGHT = 0.45


@dataclass(frozen=True, slots=True)
class Column:
    """A year, or a gap of years without anything (`label` "…"); places are shares of the width."""

    label: str
    left: float
    middle: float


@dataclass(slots=True)
class Stack:
    """What falls due at one time: marks above the line and below it."""

    x: float
    above: list[tuple[str, int]] = field(default_factory=list)  # (style, y)
    below: list[tuple[str, int]] = field(default_factory=list)
    above_total: int = 0
    below_total: int = 0
    above_y: int = 0
    below_y: int = 0


@dataclass(slots=True)
class Timeline:
    columns: list[Column]
    stacks: list[Stack]
    axis: int
    height: int
    mark: float  # width of a task's mark, as a share of the width
    today: float | None
    left_out: int  # rows before the first year drawn


def timeline(rows: list[Due], today: datetime.date) -> Timeline | None:
    """The picture of rows that have a date; None when there is nothing to draw."""
    dated = [row for row in rows if row.day is not None]
    if not dated:
        return None
    years = sorted({row.day.year for row in dated} | {today.year})
    places = _columns(years)
    first = min(year for year, _, _ in places if year is not None)
    drawn = [row for row in dated if row.day.year >= first]
    moments = sorted({(row.day, len(row.date)) for row in drawn})
    tops = Counter((row.day, row.kind in ("completion", "validity")) for row in drawn)
    highest = min(max((number for (_, above), number in tops.items() if above), default=0), MOST_MARKS)
    lowest = min(max((number for (_, above), number in tops.items() if not above), default=0), MOST_MARKS)
    axis = HEAD + 24 + max(highest, 2) * STEP
    stacks = []
    for day in sorted({day for day, _ in moments}):
        here = [row for row in drawn if row.day == day]
        stacks.append(_stack(here, _place(day, places), axis))
    return Timeline(
        [Column("…" if year is None else str(year), left, left + width / 2) for year, left, width in places],
        stacks,
        axis,
        axis + 34 + max(lowest, 1) * STEP,
        min(0.008, places[0][2] / 12 * 0.8),
        _place(today, places),
        len(dated) - len(drawn),
    )


def _columns(years: list[int]) -> list[tuple[int | None, float, float]]:
    """(year or None for a gap, left, width) as shares of the width."""
    wanted: list[int | None] = []
    for year in years:
        if wanted and year - wanted[-1] <= 3:
            wanted.extend(range(wanted[-1] + 1, year))
        elif wanted:
            wanted.append(None)
        wanted.append(year)
    wanted = wanted[-MOST_COLUMNS:]
    if wanted[0] is None:
        wanted = wanted[1:]
    total = sum(GAP_WEIGHT if year is None else 1 for year in wanted)
    columns, left = [], 0.0
    for year in wanted:
        width = (GAP_WEIGHT if year is None else 1) / total * 0.97
        columns.append((year, left, width))
        left += width
    return columns


def _place(day: datetime.date, places) -> float | None:
    for year, left, width in places:
        if year == day.year:
            return left + width * day.timetuple().tm_yday / 366
    return None


def _stack(rows: list[Due], x: float, axis: int) -> Stack:
    stack = Stack(x)
    above = sorted((row for row in rows if row.kind in ("completion", "validity")), key=lambda row: row.kind)
    below = [row for row in rows if row.kind not in ("completion", "validity")]
    stack.above_total, stack.below_total = len(above), len(below)
    stack.above = [(row.style, axis - 4 - MARK - STEP * index) for index, row in enumerate(above[:MOST_MARKS])]
    stack.below = [(row.style, axis + 15 + STEP * index) for index, row in enumerate(below[:MOST_MARKS])]
    stack.above_y = axis - 8 - STEP * len(stack.above)
    stack.below_y = axis + 22 + STEP * len(stack.below)
    return stack
