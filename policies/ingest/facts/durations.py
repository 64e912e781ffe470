"""Every printed length of time: 24个月, 5个工作日, 满两年, 半年, 24小时; not ages, calendar years or ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policies.ingest.facts.numbers import Runs, number_runs, read_number
from policies.ingest.facts.spans import Spans
from policies.ingest.parsed import Duration

_COUNT = r"(?:\d{1,4}(?:\.\d{1,2})?|[一二两三四五六七八九十][一二三四五六七八九十百零]{0,5}|半)"
#: unit as printed → unit of the schema. 月 alone would be a month of the year and needs 个.
UNITS = {
    "年": "年", "个月": "月", "周": "周", "星期": "周", "日": "日", "天": "日", "自然日": "日", "日历天": "日",
    "工作日": "工作日", "小时": "小时",
}  # fmt: skip

#: 3—12个月 has both ends; 一年半 and 一个半月 their half.
DURATION = re.compile(
    rf"(?<![第月\d.．,〇零一二两三四五六七八九十百千])(?P<first>{_COUNT})(?:个?(?:—|―|－|-|–|~|～|至|到)(?P<last>{_COUNT}))?"
    r"(?:(?P<half>个半)月|个?(?P<unit>工作日|自然日|日历天|小时|星期|周(?![岁年边围转全期报刊末])"
    r"|天(?![下津然气空河文山水府台])|日(?![本元报常用新趋益程志照期]|内瓦))"
    r"|个(?P<months>月)|(?P<years>年)(?![级代度龄产版检鉴表货审末初底月轻老长会]|[一二两三四五六七八九十]度)(?P<and_half>半)?)"
)
#: What stands right behind the number of a length of time: a unit, or the joint of a range.
_FOLLOWS = frozenset("年个周日天工自小星—―－-–~～至到")
_CALENDAR = tuple("上下同本某头首末")
#: 承上启下的关键一年, 开局一年: a year of the calendar too.
_TURNING_YEAR = ("关键", "重要", "攻坚", "决胜", "收官", "开局", "起步", "冲刺")


def find_durations(text: str, dates: Iterable[tuple[int, int]] = (), runs: Runs | None = None) -> list[Duration]:
    """Lengths of time of `text` in order, none inside a date of `dates`; a range counts as its longer end."""
    spans, found, end = None, [], 0
    for first, behind in number_runs(text) if runs is None else runs:
        if first < end or text[behind : behind + 1] not in _FOLLOWS or not (match := DURATION.match(text, first)):
            continue
        start, end = match.span()
        spans = Spans(dates) if spans is None else spans
        if start in spans or not _is_length(text, match):
            continue
        last = match["last"] or match["first"]
        unit = "月" if match["months"] or match["half"] else "年" if match["years"] else UNITS[match["unit"]]
        value = 0.5 if last == "半" else read_number(last)
        if match["and_half"] or match["half"]:
            value += 0.5
        found.append(Duration(match[0], start, end, value, unit, rule="duration"))
    return found


def _is_length(text: str, match: re.Match) -> bool:
    start = match.start()
    if match["years"]:
        # 2021年, 九八年 and 上一年 are years of the calendar.
        if match["first"].isdigit() and (len(match["first"]) == 4 or int(match["first"]) > 100):
            return False
        before = text[max(0, start - 1) : start]
        if match["first"] in ("一", "1") and text[max(0, start - 4) : start].rstrip("的性").endswith(_TURNING_YEAR):
            return False
        # 上一年 is a year of the calendar, 第十四个五年规划 a name.
        if (before in _CALENDAR and match["first"] in ("一", "1")) or (before == "个" and match["first"] == "五"):
            return False
    return not (match["unit"] == "日" and match["first"] == "半" and text[start - 1 : start] == "夜")
