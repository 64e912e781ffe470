"""The five dates of a document: signed, printed, published, effective, expires."""

from __future__ import annotations

import re

from policies.ingest.dates import is_date_line, read_date
from policies.ingest.endings import read_publishing_line
from policies.ingest.parsed import Dates, Validity
from policies.ingest.readers.source import PageData

_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def find_dates(head: list[str], signature: list[str], validity: Validity, page: PageData) -> Dates:
    """Each date from the line that says what it is; what no line says is None."""
    dates = Dates()
    for text in [*signature, *head]:
        day = read_date(text)
        if day is None:
            continue
        published = read_publishing_line(text)
        if text.rstrip("。").endswith("印发"):
            dates.printed = dates.printed or day
        elif published or re.search(r"(?:发布|发表|公布)(?:时间|日期)? ?[:：]|公布|发布", text):
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
