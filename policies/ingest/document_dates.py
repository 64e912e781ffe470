"""The five dates of a document: signed, printed, published, effective, expires."""

from __future__ import annotations

import re

from policies.ingest.dates import is_date_line, read_date
from policies.ingest.endings import read_publishing_line
from policies.ingest.parsed import Dates, Validity
from policies.ingest.readers.source import PageData

#: label, field, printed example: rows of data above a document print several labels on one line.
DATE_LABELS = (
    (r"(?:成文|生成|签发|发文)(?:日期|时间)", "signed", "成文日期：2024-01-26"),
    (r"印发(?:日期|时间)", "printed", "印发日期：2024-01-29"),
    (r"(?:发布|发表|公开|公布)(?:日期|时间)", "published", "发布日期：2024-02-02"),
    (r"(?:施行|实施|生效)(?:日期|时间)", "effective", "生效日期：2024-03-01"),
)
_LABELLED = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{pattern})" for pattern, name, _ in DATE_LABELS) + r") ?[:：]?(?P<value>[^:：]{6,40})"
)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def find_dates(head: list[str], signature: list[str], validity: Validity, page: PageData) -> Dates:
    """Each date from the line that says what it is; what no line says is None."""
    dates = Dates()
    for text in [*signature, *head]:
        if _read_labels(text, dates):
            continue
        day = read_date(text)
        if day is None:
            continue
        published = read_publishing_line(text)
        if text.rstrip("。").endswith("印发"):
            dates.printed = dates.printed or day
        elif published or re.search(r"(?:发布|发表|公布)(?:时间|日期)? ?[:：]|公布|发布", text) or _CLOCK.search(text):
            dates.published = dates.published or day
        elif re.search(r"通过|成文(?:时间|日期)|批准", text) or is_date_line(text):
            dates.signed = dates.signed or day
        elif text.endswith("施行"):
            dates.effective = dates.effective or day
    dates.signed = read_date(page.signed) or dates.signed
    dates.published = dates.published or read_date(page.published)
    if validity.from_ and _FULL_DATE.fullmatch(validity.from_):
        dates.effective = validity.from_
    elif validity.from_ == "发布之日":
        dates.effective = dates.effective or dates.published
    elif validity.from_ == "印发之日":
        dates.effective = dates.effective or dates.printed
    dates.expires = validity.until if validity.until and _FULL_DATE.fullmatch(validity.until) else None
    return dates


def _read_labels(text: str, dates: Dates) -> bool:
    """Sets the dates that a line names by their labels; False where it has no such label."""
    found = False
    for match in _LABELLED.finditer(text):
        day = read_date(match["value"])
        if day is not None:
            found = True
            name = next(name for _, name, _ in DATE_LABELS if match[name])
            setattr(dates, name, getattr(dates, name) or day)
    return found
