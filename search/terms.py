"""What decides a document's status, as one keyword in the index; the status itself is computed when asked."""

import datetime
from functools import lru_cache

from policies.validity import Status, Terms, status_from_terms


def encode(terms: Terms, today: datetime.date) -> str:
    """Beginning, end, open start, repealed, amended. A day that has passed decides nothing more and is left out."""
    starts = terms.starts if terms.starts and terms.starts > today else None
    days = (starts, terms.ends, terms.repealed_since, terms.amended_since)
    starts, ends, repealed, amended = (day.isoformat() if day else "" for day in days)
    return f"{starts}|{ends}|{'open' if terms.open_start else ''}|{repealed}|{amended}"


def decode(keyword: str) -> Terms:
    starts, ends, open_start, repealed, amended = keyword.split("|")
    days = [datetime.date.fromisoformat(day) if day else None for day in (starts, ends, repealed, amended)]
    return Terms(days[0], days[1], bool(open_start), days[2], days[3], "")


@lru_cache(maxsize=4096)
def status(keyword: str, today: datetime.date) -> Status:
    """The status that these terms have on a day."""
    return status_from_terms(decode(keyword), today)
