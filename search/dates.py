"""Dates with the precision they were printed with, as whole numbers that sort: 2021-06 → 20210601 … 20210630."""

import calendar
import datetime
import re

PRINTED = re.compile(r"(\d{4})(?:[-年./](\d{1,2})(?:[-月./](\d{1,2}))?)?[年月日]?")


def as_number(day: datetime.date | None) -> int | None:
    return day.year * 10000 + day.month * 100 + day.day if day else None


def span(printed: str) -> tuple[int, int] | None:
    """First and last day of a printed date; None when it is none.

    >>> span("2021"), span("2021-06"), span("2021年6月30日")
    ((20210101, 20211231), (20210601, 20210630), (20210630, 20210630))
    """
    match = PRINTED.fullmatch(printed.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    last_month = month or 12
    days = calendar.monthrange(year, last_month)[1]
    if day is not None and not 1 <= day <= days:
        return None
    start = year * 10000 + (month or 1) * 100 + (day or 1)
    return start, year * 10000 + last_month * 100 + (day or days)


def last_day(printed: str) -> int | None:
    found = span(printed) if printed else None
    return found[1] if found else None
