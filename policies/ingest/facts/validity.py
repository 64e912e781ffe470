"""When a document holds and who interprets it: 自印发之日起施行，有效期2年，由…负责解释."""

# ruff: noqa: E501 - a rule stays on one line

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from policies.ingest.facts.dates import DATE, YEAR, read_date
from policies.ingest.facts.numbers import read_number
from policies.ingest.facts.punctuation import even_punctuation
from policies.ingest.parsed import Validity

_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_START = r"(?:施行|实施|执行|生效|试行|实行|有效|起效)"
#: printed day → the day the schema names.
DAYS = {
    "发布": "发布之日", "公布": "发布之日", "颁布": "发布之日", "公告": "发布之日", "通告": "发布之日", "公开": "发布之日",
    "印发": "印发之日", "下发": "印发之日", "发文": "印发之日", "下文": "印发之日", "下达": "印发之日", "签发": "印发之日",
    "行文": "印发之日", "发出": "印发之日", "即日": "发布之日", "文到": "印发之日",
}  # fmt: skip
_DAY = "|".join(DAYS)
_TERM = r"(?:有效期限?|(?:施行|执行|实施|试行|实行|政策|试点)(?:期限?|年限)|有效)"
_STOP = r"(?=[，。；、）)\s]|$|至|到|有效|[，。]?为期)"

#: 自公布之日起不再执行, 自公告之日起十日内, 自通告之日起，凡违反规定的: it begins no term.
_NO_TERM = (
    r"(?![^，。；]{0,10}(?:不再|停止|终止|废止|失效|作废|失去|日内|工作日|天内|月内)"
    r"|，?(?:凡|对|各|任何|所有|一切|请|应|须|未经|不得|禁止|违反))"
)
#: 自印发之日起施行, 从发布之日起30日后施行, 从即日起施行
_FROM_DAY = re.compile(
    rf"(?:自|从|于)?(?P<day>{_DAY})之日(?:起|后|开始)?{_NO_TERM}[^，。；]{{0,12}}?{_START}"
    rf"|(?:自|从)(?:本[一-鿿]{{2,3}}|政策|文件|措施|意见|办法|方案|通知)?(?P<day2>{_DAY})之日起{_NO_TERM}(?:[^，。；]{{0,8}}?{_START})?"
    rf"|[自从](?P<now>即日)起{_NO_TERM}[^，。；]{{0,6}}?{_START}"
)
#: 自2023年9月8日起施行, 自2021年1月1日起至2023年12月31日止执行
_FROM_DATE = re.compile(rf"(?:自|从|于)(?P<date>{DATE.pattern})起?[^，。；《》]{{0,8}}?{_START}{_STOP}")
#: 有效期自2024年5月1日至2027年4月30日, 执行期限为2024年1月1日至2024年12月31日
_SPAN = re.compile(rf"{_TERM}[为是：:自从]{{0,2}}(?P<date>{DATE.pattern})")
#: 有效期至2023年12月31日, 执行至2025年底, 有效期截止到2023年12月31日
_UNTIL = re.compile(
    rf"(?:{_TERM}|{_START}|暂行|截止日?期?)(?:暂?定?为|：|:)?(?:自[^，。；]{{0,24}}?)?"
    rf"(?:截至|截止到?|截止至|到|至|延长至|延续至|延期至)(?P<date>{YEAR}年[^，。；]{{0,8}})"
)
_UNTIL_END = re.compile(rf"(?:至|到)(?P<date>{YEAR}年[^，。；]{{1,9}}?日)(?:止|为止|废止|失效|有效|终止)")
#: 有效期自2026年1月1日起，至2026年12月31日止: the span is printed in two pieces.
_SPAN_GOES_ON = re.compile(r"起?，?(?:至|到|截至|截止)")
#: 有效期2年, 有效期为3年, 有效期自施行之日起五年, 试行2年, 试行期一年, 暂定三年有效期, 有效期暂定三年
_PERIOD = re.compile(
    rf"(?:{_TERM}|试行|暂行)(?:为|是|：|:|暂定为?|共|均为|原则上为|不超过){{0,2}}"
    rf"(?:[自从][一-鿿《》]{{1,14}}日起(?:计算?)?，?为?)?(?P<count>{_COUNT})(?P<unit>年|个月)"
    rf"|(?:暂定|为期|暂行)?(?P<count2>{_COUNT})(?P<unit2>年|个月)的?(?:有效期|试行期)"
)
#: 申领的优待证设置2年有效期, 检测报告有效期为1年: a term of what is issued, not of the document.
_OF_A_THING = re.compile(
    r"(?:证[书件照明]?|凭证|执照|许可|资格|资质|合同|协议|报告|结果|名单|称号|牌照|[券卡])(?:的|均|都|统一|设置|设定|应|应当)*$"
)
_PAPER = r"(?:措施|办法|意见|通知|规定|细则|方案|政策|文件|条例|法|决定|计划|规则|指南|公告|文|制度|标准|安排|规程|规范|解释|要点|纲要|章程|条款|通告|预案)"
_BETWEEN_OWN = r"(?:[^，。；：《》市省区县的]|的(?=若干|实施|通知|意见|决定|办法|规定|修[改订]))"
#: 基本医疗保险…政策 is no 本政策, 本条政策措施 one measure of it; 本通知规定的补助标准 is no 本通知.
_SUBJECT = (
    rf"(?:(?<![基根成资样版日文原])本(?!条(?!例)|款|项)|以上|上述|此|该|这)(?:《[^》]{{1,40}}》|{_BETWEEN_OWN}{{0,16}}?{_PAPER})"
    r"(?!(?:所?规定|所?称|所?确定|明确|印发|公布|发布)?的(?!政策|措施|办法|规定|有效|施行|实施|执行|试行|实行)"
    r"|(?:所?规定)?(?:条件|情形|范围|程序|要求|职责))"
)
#: How a sentence on validity begins; 许可证有效期五年 and 离校5年内 do not.
_OPENING = re.compile(
    rf"^[（(]?(?:[^，。；《》]{{0,14}}?{_SUBJECT}|(?:自|从)(?:{_DAY})|(?:自|从){YEAR}年|有效期|试行|{YEAR}年(?=[\d一二三四五六七八九十起])|政策(?:有效|执行|实施)?期|执行期|实施期|[实执施]行年限|其[余他](?:条款|条文|规定|政策|措施|内容))"
    rf"|^[^。；]{{0,60}}，自(?:{_DAY})之日起|^[^。；]{{0,80}}，其[余他](?:条款|条文|规定|政策|措施|内容)的?有效期"
)
#: 调整后的最低工资标准自2007年10月1日起执行: all that the provision says.
_NEW_STANDARD = re.compile(
    r"\s*(?:(?:调整|提高|修订|修改)后的?|新的?)[^，。；《》]{0,24}(?:标准|价格|政策|目录)，?[自从][^，。；《》]{5,24}(?:施行|实施|执行)[。；]?\s*"
)
_SENTENCE = re.compile(r"[^。；;\n]{1,400}[。；;]?")
_WORDS = re.compile(r"施行|实施|执行|生效|有效|试行|实行|期限")
#: Without one of these no date of a text can belong to its validity.
_CUE = re.compile(r"施行|生效|有效|期限|年限|起[^，。；]{0,8}(?:实施|执行|试行|实行)|执行至|实施至")
#: 《某省条例》自2020年1月1日起施行 speaks of another document, 本《措施》 and 《…》自印发之日起 of this one.
_OTHER_DOCUMENT = re.compile(r"(?<!本)《[^》]{2,60}》[^，。；]{0,20}(?:自|从)(?!印发|发布|公布)")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one sentence says of validity; offsets in the text it stands in."""

    start: int
    end: int
    from_: str | None
    until: str | None
    period: str | None


#: The day and the term may stand in two provisions, so many apart.
_NEARBY = 3


def read_validity(texts: list[str]) -> Validity:
    """When the document holds, from the first of `texts` that gives a term, else the first that gives a day.

    `texts` are the closing paragraphs and then the provisions, the likeliest first; all None where none of them says.
    """
    term, start, apart = Validity(), Validity(), 0
    for text in texts:
        readings = list(_readings(text)) if text else []
        apart += bool(term.text)
        if readings:
            found = Validity(
                text=text[readings[0].start : readings[-1].end],
                from_=next((one.from_ for one in readings if one.from_), None),
                # 第三条有效期至2024年6月30日；其余条款有效期至2026年12月31日: it holds until the last of them.
                until=max((one.until for one in readings if one.until), default=None),
                period=next((one.period for one in readings if one.period), None),
            )
            if not term.text and (found.until or found.period):
                term = found
            elif not start.from_:
                start = found
        if term.from_ or (term.text and start.from_) or apart >= _NEARBY:
            break
    if not term.text:
        return start
    if not term.from_ and start.from_:
        # 第二十条 本办法自2017年5月1日起施行。 第二十一条 本办法有效期至2020年12月31日。
        return Validity(f"{start.text}\n{term.text}", start.from_, term.until, term.period)
    return term


def validity_spans(text: str) -> list[tuple[int, int]]:
    """Where the clause stands that says when the document holds; its dates are no deadlines."""
    return [(reading.start, reading.end) for reading in _readings(text)] if _CUE.search(text) else []


def _readings(text: str) -> Iterator[_Reading]:
    if not _WORDS.search(text):
        return
    text = even_punctuation(text)
    whole = _NEW_STANDARD.fullmatch(text) is not None
    for sentence in _SENTENCE.finditer(text):
        words = sentence[0]
        if _WORDS.search(words) and (whole or _OPENING.search(words.lstrip())):
            reading = _reading(words, sentence.start())
            if reading:
                yield reading


def _reading(words: str, offset: int) -> _Reading | None:
    from_ = until = period = None
    ends = []
    other = _OTHER_DOCUMENT.search(words)
    if day := _FROM_DAY.search(words):
        from_ = DAYS[day["day"] or day["day2"] or day["now"]]
        ends.append(day.end())
    span = _SPAN.search(words)
    found = DATE.match(span["date"]) if span else None
    if found and (found["until"] or found["first"] or _SPAN_GOES_ON.match(words, span.end("date"))):
        closed = found["until"] or found["first"]
        from_, until = _first_day(found), _whole_day(read_date(found)) if closed else None
        ends.append(span.end())
    elif not day and not other and (date := _FROM_DATE.search(words)):
        found = DATE.match(date["date"])
        from_ = _first_day(found)
        until = _whole_day(read_date(found)) if found["until"] else None
        ends.append(date.end())
    if not until and (last := _UNTIL.search(words) or _UNTIL_END.search(words)):
        found = DATE.search(last["date"])
        until = _whole_day(read_date(found)) if found else None
        ends.append(last.start("date") + (found.end() if found else 0))
    if (term := _PERIOD.search(words)) and not _OF_A_THING.search(words, 0, term.start()):
        period = f"{int(read_number(term['count'] or term['count2']))}{term['unit'] or term['unit2']}"
        ends.append(term.end())
    if not ends or not (from_ or until or period):
        return None
    lead = len(words) - len(words.lstrip(" \t\u3000（("))
    return _Reading(offset + lead, offset + max(ends), from_, until, period)


def _first_day(match: re.Match) -> str | None:
    """The day that a date begins with; None where it has no year (该通知自9月14日起施行)."""
    point = match["point"] or match["first"] or match["months"]
    if point is None:
        return None
    alone = DATE.match(point if point.endswith(("年", "日", "月")) else point + "年")
    return read_date(alone) if alone else None


def _whole_day(date: str | None) -> str | None:
    """The last day of a year or month: 有效期至2025年底 → 2025-12-31."""
    if date is None or len(date) == 10:
        return date
    year, month = (date + "-12").split("-")[:2]
    return f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]:02d}"


#: 由泉州市工业和信息化局负责解释; 解释权归市商务局所有; 由市商务局、市财政局负责解释
_INTERPRETER = re.compile(
    r"由(?P<by>[^，。；：由]{2,80}?)(?:共同|分别|按[^，。；]{1,12}|依[^，。；]{1,12})?(?:负责|承担|进行)?(?:具体)?(?:的)?解释(?!权)(?:工作)?"
    r"|解释权(?:归|属于|属)(?P<owner>[^，。；：]{2,60}?)(?:所有)?(?=[，。；]|$)"
)
_BODY_END = r"局|委|厅|办|部|院|会|府|社|行|署|中心|公室|组|队|所|站|处"
_BETWEEN = re.compile(r"、|会同|商(?=.{0,2}[市省区县])|(?<=[局委厅办部院会府署处门])(?:和|与|及|以及)")
#: 省林业、渔业行政主管部门: a field of work without an ending has that of the next name.
_FIELD_END = re.compile(r"(?:行政)?(?:主管|管理)?部门$")


def read_interpreter(texts: list[str]) -> list[str]:
    """Bodies named by 由…负责解释 or 解释权归…, in printed order; [] where the texts name none."""
    for text in texts:
        if "解释" not in text:
            continue
        for match in _INTERPRETER.finditer(text):
            named = re.sub(r"(?:负责|共同|联合)$", "", match["by"] or match["owner"])
            bodies = [part.strip() for part in _BETWEEN.split(named) if part and part.strip()]
            if bodies and re.search(rf"(?:{_BODY_END}|单位|部门)(?:[（(][^（）()]*[）)])?$", bodies[-1]):
                return _with_prefix(_with_field_end(bodies))
    return []


def _with_field_end(bodies: list[str]) -> list[str]:
    """省林业、渔业行政主管部门 → 省林业行政主管部门, 渔业行政主管部门."""
    ending = _FIELD_END.search(bodies[-1])
    if ending is None:
        return bodies
    return [body if re.search(rf"(?:{_BODY_END}|单位|部门)$", body) else body + ending[0] for body in bodies]


def _with_prefix(bodies: list[str]) -> list[str]:
    """市商务局、财政局 → 市商务局, 市财政局 (a short name takes the level of the one before it)."""
    level, restored = "", []
    for body in bodies:
        match = re.match(r"[省市区县州](?=.{2})", body)
        if match:
            level = match[0]
        elif level and len(body) <= 6 and not re.match(r"[\u4e00-\u9fff]{1,4}[省市区县州]|相关|有关|各", body):
            body = level + body
        restored.append(body)
    return restored
