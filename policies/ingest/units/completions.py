"""The date of a completion line: 2021年6月 → 2021-06."""

from __future__ import annotations

import re

from policies.ingest.facts.numbers import read_number, read_year

_DATE = re.compile(
    r"(?P<year>[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年(?:(?P<month>\d{1,2}|"
    r"[一二三四五六七八九十]{1,2})月(?:(?P<day>\d{1,2})[日号])?)?"
)


def read_completion(text: str) -> str | None:
    """The last date in a completion line, with the printed precision; None when it names none (长期坚持)."""
    found = list(_DATE.finditer(text.replace(" ", "")))
    if not found:
        return None
    match = found[-1]
    parts = [f"{read_year(match['year']):04d}"]
    if match["month"]:
        parts.append(f"{int(read_number(match['month'])):02d}")
        if match["day"]:
            parts.append(f"{int(match['day']):02d}")
    return "-".join(parts)
