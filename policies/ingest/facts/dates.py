"""Dates by or from which something is to be done: 到2025年, 2021年6月底前, 2019年1月1日至12月31日, 每年6月底前.

A date inside a title, of a past event (…公布) or of the validity clause is no deadline.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass

from policies.ingest.facts.numbers import number_places, read_number, read_year
from policies.ingest.facts.spans import Spans
from policies.ingest.parsed import Deadline

_NUMERALS = "一二三四五六七八九十"
YEAR = r"(?:(?:19|20)\d{2}|[一二][〇零○ＯO一二三四五六七八九]{3})"
_MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|[{_NUMERALS}])月"
_DAY = r"(?:[12]\d|3[01]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
_IN_MONTH = rf"(?:{_DAY}|份?(?:月?底|月?末)|份|初|上旬|中旬|下旬)"
_AFTER_YEAR = rf"(?:{_MONTH}{_IN_MONTH}?|度|年?底|年?末|年?初|上半年|下半年|第?[一二三四1-4]季度末?)"
_POINT = rf"{YEAR}年{_AFTER_YEAR}?"
_TO = r"(?:——|—|－|-|–|─|~|～|∼|至|到)"
_RELATIVE = r"(?:每年|次年|翌年|当年|同年|今年|明年|本年|来年|后年)"

#: The longest date first; a range is one entry with its last day.
DATE = re.compile(
    rf"(?<![\d〇零一二三四五六七八九])(?P<first>{YEAR}年?){_TO}(?P<last>{_POINT})"
    rf"|(?<![\d〇零一二三四五六七八九])(?P<months>{YEAR}年)(?:1[0-2]|[1-9]){_TO}(?P<to_month>{_MONTH})"
    rf"|(?<![\d〇零一二三四五六七八九])(?P<point>{_POINT})(?:起?{_TO}(?P<until>{_POINT}|{_MONTH}{_IN_MONTH}?|{_DAY}))?"
    rf"|(?P<yearless>(?<![\d{_NUMERALS}])(?:{_MONTH}(?:{_DAY})?{_TO}{_RELATIVE}?{_MONTH}{_DAY}|{_MONTH}{_IN_MONTH}"
    rf"|{_MONTH}(?=前|之前|以前)))"
)
#: 次年6月底, 每年3月, and 年底 alone: no year is printed.
_RELATIVE_LEAD = re.compile(rf"{_RELATIVE}$")
_YEAR_END = re.compile(rf"(?:{_RELATIVE}|(?<=[，、。；在于])年|^年|本年)年?[底末](?=前|之前|以前)")
#: A day without a year is due only when it closes a span or a month: 3月底, 1月1日至6月30日; 每年3月5日 is a feast.
_DUE = re.compile(rf"[底末]$|{_TO}")
_ANY_DATE = re.compile(r"[\d〇零一二三四五六七八九十][年月]|年[底末]|(?:19|20)\d\d")
_PARTS = re.compile(
    rf"(?:(?P<year>{YEAR})年?)?(?:(?P<month>{_MONTH})(?:(?P<day>{_DAY})|份?(?:月?底|月?末)|份|初|上旬|中旬|下旬)?"
    rf"|(?P<day_only>{_DAY})|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度末?|度|年?底|年?末|年?初)?"
)
_VALIDITY_WORDS = re.compile(r"施行|实施|执行|生效|有效|为止|废止|失效|试行")

_PLAN = (
    r"力争|争取|计划|新增|培育|建设|建成|引进|完成|实现|重点|遴选|推广|形成|先行|启动|达到|突破|打造|供应|报批|举办"
    r"|组织(?!机构|部)|推动|培训|确保|基本|初步|全面|总体|安排|推进|创建|发展"
)


#: What lies behind: 1998年12月31日以前出生, 前已登记的. The verbs of the second list also stand in duties (前提出申请).
_PAST = r"已|尚未|未|出生|年满|入伍|入职|参加|毕业|犯罪|故意|孳生|届满|建成投产|因|利用|实施(?:贪|犯|违)|组织考试"
_DONE = r"取得|登记|注册|成立|建成|竣工|签订|发生|颁布|施行|生效|缴纳|批准|设立|备案|购买|投产|认定|提出|订立|受理|领取"


@dataclass(frozen=True, slots=True)
class DateRule:
    """One line of the table: which dates it speaks of, the kind they get (None: no deadline), a printed example."""

    name: str
    kind: str | None
    before: str
    after: str
    example: str


#: The first rule that holds decides. `before` ends at the date, `after` begins behind it.
RULES = [
    DateRule(
        "number of a document",
        None,
        r"",
        r"第?\d{1,5}[号次]|版|[〕\]]|年?修[订正]|新版|发[〔\[]",
        "国务院一九八〇年223号文件",
    ),
    DateRule("date of birth or record", None, r"(?:生于|出生于|成立于|建于|始于)$", r"", "该厂建于1958年"),
    DateRule("term in a title", None, r"[（(]$", r"[）)](?:$|的|》)", "行动方案（2026—2028年）"),
    DateRule("date in brackets", None, r"[（(]$", r"[）)]", "实施意见（2023年2月8日）"),
    DateRule("date line", None, r"^[（(]?$", r"\s*[）)]?$|\s", "2023年8月9日"),
    DateRule(
        "in force from",
        None,
        r"",
        r"\s?(?:起)?(?:正式)?(?:施行|生效|(?:实施|执行)的)",
        "2005年6月1日施行的《条例》同时废止",
    ),
    DateRule("struck out", None, r"", r"[^，。；）)]{0,6}(?:删除|废止|修改)", "（2010年12月23日删除）"),
    DateRule("age on that day", "other", r"", r"(?:以前|之前|前)年?满", "每年12月31日以前年满18岁的男性公民"),
    DateRule(
        "duty by",
        "completion",
        r"(?:应当?|必须|须|要|力争|确保|争取|务必)[^，。；]{0,10}$",
        r"(?:之?前|以前)",
        "本级政府应于次年6月底前完成资本金补充工作",
    ),
    DateRule(
        "cut-off",
        "other",
        r"",
        rf"(?:以前|之前|前)(?:[，,]?(?:{_PAST})|[^，。；]{{0,6}}(?:{_PAST}|{_DONE})[^，。；]{{0,30}}的|[^。；]{{0,60}}(?:修正前|修改前|修订前|的，适用))|(?:以前|之前)[^，。；应须要]{{1,14}}的(?![^，。；]{{0,4}}(?:标准|要求|规定))",
        "2017年4月1日前缴纳的预缴款",
    ),
    DateRule(
        "completed by",
        "completion",
        r"(?<!截至)",
        r"(?:之?前|以前(?=[^。；]{0,40}(?:应当?|须|要|完成|报|建成|达到|实现|出台|制定|提交|核定|组织|下达|落实|移交|确定|公布|提请|召开|举行|办理)))",
        "在2021年6月底前梳理集成套餐130项",
    ),
    DateRule("cut-off", "other", r"", r"(?:之?前|以前|之?后|以后)", "1998年12月31日以前已登记的"),
    DateRule("state reached", None, r"截[至止]$", r"[^。；]{0,12}?(?:已|共有|累计)", "截至2020年底，全市已有"),
    DateRule(
        "at the latest",
        "completion",
        r"(?:不迟于|不晚于|最迟|时限[为：:]?|完成时间[为：:]?)$",
        r"",
        "完成时限：2022年12月底",
    ),
    DateRule(
        "lasts until",
        "other",
        r"(?:延[长续期]?|顺延|放宽|推迟|执行|实施|保留|有效|持续|期限|缓缴)[到至]$",
        r"",
        "将缴纳期限延至2022年5月底",
    ),
    DateRule(
        "due in the month",
        "completion",
        r"",
        r"[^，。；]{0,10}(?:完成|完工|建成|竣工|投产|启动|实现|开工)",
        "2022年6月完成方案制定",
    ),
    DateRule("closing day", "other", r"截[至止][到至为是]?$", r"", "该期间尚未届满的，截止到2013年6月30日"),
    DateRule(
        "goal by",
        "target",
        r"(?:到|力争|争取|确保|(?<![日月年起止截\d])至|期末)$",
        r"",
        "力争至2025年，全市高新技术企业突破2300家",
    ),
    DateRule("from", "other", r"", r"(?:度)?(?:起|开始|以来|始)", "从2019年1月1日起，实施"),
    DateRule(
        "past event",
        None,
        r"",
        r"[^，。；]{0,40}《|[^。；）)]{0,60}?(?:会议|通过|所发|下发|颁发|发出|公布|发布|颁布|批准|批转|印发|修正|修订|审议|签署|签订|成立|召开|通报|加入|以来|发生|讲话|指出|强调|作出|制定|令)",
        "1998年8月29日第九届全国人民代表大会常务委员会第四次会议通过",
    ),
    DateRule(
        "month of a paper",
        None,
        r"",
        r"[^，。；]{0,12}?(?:会议|通过|所发|下发|颁发|公布|发布|颁布|批准|批转|印发|修正|修订|出台|以来)",
        "1954年12月印发的通知",
    ),
    DateRule(
        "title of that year",
        None,
        r"",
        r"[^，。；]{0,24}?(?:通过|公布|发布|颁布|批准|制定|印发|修订|修正|签订|出台)(?:的[《“]|的[^，。；]{0,10}《|了?《)",
        "1991年发布的《暂行规定》",
    ),
    DateRule(
        "figure of that year",
        "other",
        r"(?:对|凡|按|以|为|经|自|从|比|较|同|与|和|截至)$",
        r"",
        "对2022年新增规模以上企业",
    ),
    DateRule(
        "condition of that year", "other", r"", r"[^，。；]{0,20}的(?=[，。；])", "2021年度完成建设任务的，给予奖励"
    ),
    DateRule("plan for the year", "target", r"(?:目标|任务|计划)[^，。；]{0,6}$", r"", "年度目标2021年"),
    DateRule(
        "past figure",
        "other",
        r"",
        r"(?:度)?[^，。；]{0,6}?(?:已|曾|有|实际|获|取得|被|在册|入库|纳税)[^。；]{0,60}的",
        "2020年度有自营出口业绩的企业",
    ),
    DateRule("plan verb", "target", r"", rf"[，,]?[^。；]{{0,30}}?(?:{_PLAN})", "2021年新增报批工业用地项目75宗"),
    DateRule("year told of", None, r"", r"", "一九四九年，以毛泽东主席为领袖的中国共产党"),
    DateRule("years told of", None, r"", r"(?!度|[，,]|期间|每年|各年|力争|计划|新增)", "1980-1981年住宅通用设计"),
    DateRule("named date", "other", r"", r"", "2019年1月1日至12月31日，困难企业可"),
]
_RULES = [
    (rule, re.compile(rule.before) if rule.before else None, re.compile(rule.after) if rule.after else None)
    for rule in RULES
]
#: Rules that hold for whole days and months only: 2025年发布100项 is a plan, 2025年3月1日发布 an event.
_DAYS_ONLY = {"past event", "date in brackets"}
_MONTHS_ONLY = {"due in the month", "month of a paper"}
_MAY_LACK_YEAR = {"age on that day", "duty by", "completed by", "cut-off", "from"}
_YEARS_ONLY = {
    "condition of that year",
    "plan verb",
    "plan for the year",
    "past figure",
    "year told of",
    "title of that year",
}


def scan_dates(text: str, places: list[int] | None = None) -> list[tuple[int, int, re.Match]]:
    """Where dates stand, whatever they mean: start, end and match. `places`: the text's `number_places`."""
    if not _ANY_DATE.search(text):
        return []
    found, end = [], 0
    for place in number_places(text) if places is None else places:
        if place < end or not (match := DATE.match(text, place)):
            continue
        start, end = match.span()
        if match["yearless"] and (lead := _RELATIVE_LEAD.search(text[max(0, start - 3) : start])):
            start -= len(lead[0])
        found.append((start, end, match))
    if "年底" in text or "年末" in text:
        read = Spans((start, end) for start, end, _ in found)
        found += [(*match.span(), match) for match in _YEAR_END.finditer(text) if match.start() not in read]
        found.sort(key=lambda date: date[0])
    return found


def find_deadlines(
    text: str, kept_out: Iterable[tuple[int, int]] = (), dates: list[tuple[int, int, re.Match]] | None = None
) -> list[Deadline]:
    """Deadlines of `text` in order; dates inside `kept_out` spans (titles, the validity clause) are left out.

    `dates` is what `scan_dates` found, when the caller has it.
    """
    spans, found = Spans(kept_out), []
    for start, end, match in scan_dates(text) if dates is None else dates:
        if start in spans:
            continue
        surface = text[start:end]
        if match.re is not DATE:
            found.append(Deadline(surface, start, end, None, "completion", rule="end of the year"))
            continue
        rule = _rule(text, start, end, surface, span=bool(match["until"] or match["first"] or match["months"]))
        if match["yearless"] and not _DUE.search(surface) and rule.name not in _MAY_LACK_YEAR:
            continue
        if rule.kind:
            found.append(Deadline(surface, start, end, read_date(match), rule.kind, rule=rule.name))
    return found


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


def _rule(text: str, start: int, end: int, surface: str, *, span: bool) -> DateRule:
    before = text[max(0, start - 12) : start].rpartition("\n")[2]
    after = text[end : end + 64].partition("\n")[0]
    whole_year = surface.endswith("年") and "月" not in surface and not span
    years = span and surface.endswith("年") and "月" not in surface
    for rule, before_pattern, after_pattern in _RULES:
        if rule.name in _DAYS_ONLY and (span or "日" not in surface):
            continue
        if rule.name in _MONTHS_ONLY and (span or "月" not in surface or "日" in surface):
            continue
        if rule.name in _YEARS_ONLY and ("月" in surface or span):
            continue
        if (rule.name == "year told of" and not whole_year) or (rule.name == "years told of" and not years):
            continue
        if before_pattern and not before_pattern.search(before):
            continue
        if after_pattern and not after_pattern.match(after):
            continue
        return rule
    return RULES[-1]
