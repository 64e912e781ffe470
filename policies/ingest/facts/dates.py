"""Dates by or from which something is to be done: 到2025年, 2021年6月底前, 2019年1月1日至12月31日, 每年6月底前.

A date inside a title, of a past event (…公布) or of the validity clause is no deadline.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable

from policies.ingest.facts.date_rule import DateRule
from policies.ingest.facts.date_rules import MAY_LACK_YEAR, RULES, TELLS_OR_PLANS
from policies.ingest.facts.numbers import Runs, number_runs, read_number, read_year
from policies.ingest.facts.pattern_index import PatternIndex
from policies.ingest.facts.spans import Spans
from policies.ingest.parsed import Deadline

_NUMERALS = "一二三四五六七八九十"
YEAR = r"(?:(?:19|20)\d{2}|[一二][〇零○ＯO一二三四五六七八九]{3})"
_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{_NUMERALS}])月"
_DAY = r"(?:[12]\d|3[01]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
_IN_MONTH = rf"(?:{_DAY}|份?(?:月?底|月?末)|份|初|上旬|中旬|下旬)"
_AFTER_YEAR = rf"(?:{_MONTH}{_IN_MONTH}?|度|年?底|年?末|年?初|上半年|下半年|第?[一二三四1-4]季度末?)"
_POINT = rf"{YEAR}年{_AFTER_YEAR}?"
_TO = r"(?:[—―－–─-]{1,4}|[~～∼]{1,2}|至|到)"
#: Words that close the first day of a span: 5月1日12时起至6月1日, 3月20日开始，至6月20日, 7月1日起执行，至12月31日.
_CLOCK = r"(?:[上下中]午|晚上?|早上|凌晨)?(?:\d{1,2}(?:时|点|[:：]\d\d)(?:\d{1,2}分|整|半)?|零时|零点)?"
_BEGUN = rf"{_CLOCK}(?:(?:起|开始)(?:执行|实施|受理|申报)?[，,]?)?"
_RELATIVE = r"(?:每年|下一?年度?|次年|翌年|当年|同年|今年|明年|本年|来年|后年)"

#: The longest date first; a range is one entry with its last day.
DATE = re.compile(
    rf"(?<![\d〇零一二三四五六七八九])(?P<first>{YEAR}年?){_TO}(?P<last>{_POINT})"
    rf"|(?<![\d〇零一二三四五六七八九])(?P<months>{YEAR}年)(?:1[0-2]|[1-9]){_TO}(?P<to_month>{_MONTH})"
    rf"|(?<![\d〇零一二三四五六七八九])(?P<point>{_POINT})(?:{_BEGUN}{_TO}(?P<until>{_POINT}|{_MONTH}{_IN_MONTH}?|{_DAY}))?"
    rf"|(?P<yearless>(?<![\d{_NUMERALS}])(?:{_MONTH}(?:{_DAY})?{_BEGUN}{_TO}(?:{_RELATIVE}的?)?{_MONTH}(?:{_DAY}|[底末])|{_MONTH}{_IN_MONTH}"
    rf"|{_MONTH}(?=前|之前|以前)))"
)
#: 次年6月底, 每年3月, and 年底 alone: no year is printed.
_RELATIVE_LEAD = re.compile(rf"{_RELATIVE}$")
_YEAR_END = re.compile(rf"(?:{_RELATIVE}|(?<=[，、。；在于])年|^年|本年)年?[底末](?=前|之前|以前)")
#: A day without a year is due only when it closes a span or a month: 3月底, 1月1日至6月30日; 每年3月5日 is a feast.
_DUE = re.compile(rf"[底末]$|{_TO}")
_SPAN = re.compile(_TO)
#: ２００１年７月１日: every digit keeps its place.
_WIDE_DIGIT = re.compile("[０-９]")
_TO_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
#: What stands right behind the first number of a date (of 二OO一年 the letter).
_FOLLOWS = frozenset("年月至到—―－–─-~～∼ＯO零")
_PARTS = re.compile(
    rf"(?:(?P<year>{YEAR})年?)?(?:(?P<month>{_MONTH})(?:(?P<day>{_DAY})|份?(?:月?底|月?末)|份|初|上旬|中旬|下旬)?"
    rf"|(?P<day_only>{_DAY})|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度末?|度|年?底|年?末|年?初)?"
)

_COMPILED = [
    (rule, re.compile(rule.before) if rule.before else None, re.compile(rule.after) if rule.after else None)
    for rule in RULES
]
_BEFORE = PatternIndex((rule.before, line) for rule, line in zip(RULES, _COMPILED, strict=True))
_AFTER = PatternIndex((rule.after, line) for rule, line in zip(RULES, _COMPILED, strict=True))


def scan_dates(text: str, runs: Runs | None = None) -> list[tuple[int, int, re.Match]]:
    """Where dates stand, whatever they mean: start, end and match. `runs`: the text's `number_runs`."""
    if "年" not in text and "月" not in text:
        return []
    if _WIDE_DIGIT.search(text):
        text = text.translate(_TO_DIGITS)
    found, end = [], 0
    for first, behind in number_runs(text) if runs is None else runs:
        if first < end or text[behind : behind + 1] not in _FOLLOWS or not (match := DATE.match(text, first)):
            continue
        start, end = match.span()
        if match["yearless"] and (lead := _RELATIVE_LEAD.search(text[max(0, start - 4) : start])):
            start -= len(lead[0])
        found.append((start, end, match))
    if "年底" in text or "年末" in text:
        read = Spans((start, end) for start, end, _ in found)
        found += [(*match.span(), match) for match in _YEAR_END.finditer(text) if match.start() not in read]
        found.sort(key=lambda date: date[0])
    return found


def find_deadlines(
    text: str,
    kept_out: Iterable[tuple[int, int]] = (),
    dates: list[tuple[int, int, re.Match]] | None = None,
    year: int | None = None,
) -> list[Deadline]:
    """Deadlines of `text` in order; dates inside `kept_out` spans (titles, the validity clause) are left out.

    `dates` is what `scan_dates` found, when the caller has it; `year` the year the document speaks from.
    """
    spans, found = Spans(kept_out), []
    for start, end, match in scan_dates(text) if dates is None else dates:
        if start in spans:
            continue
        surface = text[start:end]
        if match.re is not DATE:
            rule = _rule(text, start, end, surface, span=False)
            kind, name = ("other", rule.name) if rule.name == "cut-off" else ("completion", "end of the year")
            found.append(Deadline(surface, start, end, None, kind, rule=name))
            continue
        span = bool(
            match["until"] or match["first"] or match["months"] or (match["yearless"] and _SPAN.search(surface))
        )
        rule = _rule(text, start, end, surface, span=span)
        if match["yearless"] and not _DUE.search(surface) and rule.name not in MAY_LACK_YEAR:
            continue
        date = read_date(match)
        if year and date and len(date) == 4:
            rule = _seen_from(year, int(date), rule, text, start, end)
        if rule.kind:
            found.append(Deadline(surface, start, end, date, rule.kind, rule=rule.name))
    return found


#: 2024年，选取部分机构…; 2024年要…: what a document says of its own year or a later one it plans.
_PLANS = re.compile(r"[，,](?!(?:是|为|正|系))|(?:要|将|拟|计划|继续|持续|全[省市县区]|我[省市县区])")
_SENTENCE_ENDS = "。；;：:！\n"
_PLANNED = DateRule("year ahead", "target", "", "", "2024年，选取部分机构开展试点")
_REPORTED = DateRule("year told of", None, "", "", "2003年全市污水处理率达到42%")


def _seen_from(year: int, date_year: int, rule: DateRule, text: str, start: int, end: int) -> DateRule:
    """The rule of a bare year, when the year that the document speaks from is known."""
    if date_year < year and rule.name in TELLS_OR_PLANS:
        return _REPORTED
    at_head = not start or text[start - 1] in _SENTENCE_ENDS
    if date_year >= year and rule.name == "year told of" and at_head and _PLANS.match(text, end):
        return _PLANNED
    return rule


def read_date(match: re.Match) -> str | None:
    """ISO of a `DATE` match with the printed precision; the last day of a range; None without a year."""
    if match["first"]:
        return _iso(match["last"])
    if match["months"]:
        return _iso(match["months"] + match["to_month"])
    if match["point"] is None:
        return None
    if match["until"]:
        return _iso(match["until"], inherit=match["point"])
    return _iso(match["point"])


def _iso(point: str, inherit: str = "") -> str | None:
    parts = _PARTS.match(point)
    base = _PARTS.match(inherit) if inherit else None
    year = parts["year"] or (base and base["year"])
    if not year:
        return None
    month, day = parts["month"], parts["day"] or parts["day_only"]
    if not month and day and base:
        month = base["month"]
    if parts["half"]:
        return f"{read_year(year)}-{'06' if parts['half'] == '上' else '12'}"
    if parts["quarter"]:
        return f"{read_year(year)}-{int(read_number(parts['quarter'])) * 3:02d}"
    iso = f"{read_year(year):04d}"
    if not month:
        return iso
    number = int(read_number(month[:-1]))
    if not 1 <= number <= 12:
        return iso
    iso += f"-{number:02d}"
    if not day:
        return iso
    day_number = int(read_number(day[:-1]))
    # 2月30日 is a slip of print: the month still holds.
    if not 1 <= day_number <= calendar.monthrange(int(iso[:4]), number)[1]:
        return iso
    return f"{iso}-{day_number:02d}"


def precision(surface: str, *, span: bool) -> str:
    """How fine a date is printed: bare year (2021年), year (2021年底), month, day, years (2021—2023年), span."""
    if span:
        return "years" if surface.endswith("年") and "月" not in surface else "span"
    if "日" in surface:
        return "day"
    if "月" in surface:
        return "month"
    return "bare year" if surface.endswith("年") else "year"


def _rule(text: str, start: int, end: int, surface: str, *, span: bool) -> DateRule:
    before = text[max(0, start - 12) : start].rpartition("\n")[2]
    after = text[end : end + 64].partition("\n")[0]
    fine = precision(surface, span=span)
    for rule, before_pattern, after_pattern in _BEFORE.chosen(_BEFORE.bits(before) & _AFTER.bits(after)):
        if rule.only and fine not in rule.only:
            continue
        if before_pattern and not before_pattern.search(before):
            continue
        if after_pattern and not after_pattern.match(after):
            continue
        return rule
    return RULES[-1]
