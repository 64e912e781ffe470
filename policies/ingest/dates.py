"""Whole dates as documents print them: 2026年3月12日, 二〇二一年三月五日, 2023-08-09."""

from __future__ import annotations

import re
from datetime import date

from policies.ingest.facts.numbers import read_number, read_year

_DIGITS = "〇○ＯO零一二三四五六七八九"
_YEAR = rf"(?:[12]\d{{3}}|[12] ?\d ?\d ?\d|[一二]{{1}}[{_DIGITS}]{{3}})"
_SMALL = r"(?:[0-3]? ?\d|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
#: A date with all its parts; the groups are year, month, day.
DATE = rf"({_YEAR}) ?年 ?({_SMALL}) ?月 ?({_SMALL}) ?[日号]"
#: 2023-08-09, 2023/8/9, 2023.8.9; the groups are year, month, day.
NUMERIC_DATE = r"([12]\d{3})[-/.]([01]?\d)[-/.]([0-3]?\d)"
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_PATTERN = re.compile(f"{DATE}|{NUMERIC_DATE}")
#: A bracket, or the first digit of a year of these two millennia.
_DATE_OPENS = tuple("（([12１２一二")
#: 年 月 日, 2024年×月×日: the date of a draft, not filled in.
_UNFILLED_DATE = re.compile(r"(?:[12]\d{3}|[Xx×＊*_]{0,8}) ?年[Xx×＊*_ ]{0,6}月[Xx×＊*_ ]{0,6}日")
_DATE_LINE = re.compile(rf"[（(\[]?\s*(?:{DATE}|{NUMERIC_DATE})(?: \d{{1,2}}:\d{{2}}(?::\d{{2}})?)?\s*[)）\]]?")


def read_date(text: str) -> str | None:
    """The first whole date in `text`, ISO; None when there is none, or when no calendar has it."""
    for match in _PATTERN.finditer(text.translate(_WIDE_DIGITS)):
        year, month, day = (part for part in match.groups() if part)
        try:
            return date(read_year(year), _small(month), _small(day)).isoformat()
        except ValueError:
            continue
    return None


def is_date_line(text: str) -> bool:
    """Whether the line holds a date and nothing else: (2023年2月8日)."""
    text = text.strip() if len(text) <= 60 else ""
    if text[-1:] == "日" and _UNFILLED_DATE.fullmatch(text):
        return True
    if text[:1] not in _DATE_OPENS:
        return False
    return _DATE_LINE.fullmatch(text.translate(_WIDE_DIGITS)) is not None


def _small(text: str) -> int:
    return int(read_number(text.replace(" ", "").replace("廿", "二十")))
