"""When a document holds and who interprets it: 自印发之日起施行，有效期2年，由…负责解释."""

from __future__ import annotations

import re

from policies.ingest.facts.dates import DATE, YEAR, read_date
from policies.ingest.facts.numbers import read_number
from policies.ingest.parsed import Validity

_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_START = r"(?:施行|实施|执行|生效|试行|实行|有效|起效)"
#: printed day → the day the schema names.
DAYS = {
    "发布": "发布之日",
    "公布": "发布之日",
    "颁布": "发布之日",
    "印发": "印发之日",
    "下发": "印发之日",
    "发文": "印发之日",
}

#: 自印发之日起施行, 自2023年9月8日起施行, 从发布之日起30日后施行
_FROM_DAY = re.compile(
    rf"(?:自|从|于)?(?P<day>{'|'.join(DAYS)})之日(?:起|后|开始)?[^，。；]{{0,12}}?{_START}|(?:自|从)(?P<day2>{'|'.join(DAYS)})之日起"
)
_FROM_DATE = re.compile(rf"(?:自|从|于)(?P<date>{DATE.pattern})起?[^，。；《》]{{0,8}}?{_START}")
#: 有效期至2023年12月31日, 执行至2025年底, 有效期截止到2023年12月31日
_UNTIL = re.compile(
    rf"(?:有效期限?|有效|{_START}|实施期限|执行期限|政策期限|期限|暂行|截止日?期?)[为：:]?(?:自[^，。；]{{0,24}}?)?(?:截至|截止到?|截止至|到|至|延长至|延续至|延期至)(?P<date>{YEAR}年[^，。；]{{0,8}})"
)
_UNTIL_END = re.compile(r"(?:至|到)(?P<date>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?:止|为止|废止|失效|有效|终止)")
#: 有效期2年, 有效期为3年, 试行2年, 试行期一年, 暂定三年有效期, 有效期暂定三年
_PERIOD = re.compile(
    rf"(?:有效期限?|施行期限?|执行期限?|实施期限?|试行期限?|政策期限|试行|暂行|试点期限?|有效)(?:为|是|：|:|暂定|暂定为|共|均为|原则上为|不超过){{0,2}}(?P<count>{_COUNT})(?P<unit>年|个月)"
    rf"|(?:暂定|为期|暂行)?(?P<count2>{_COUNT})(?P<unit2>年|个月)(?:的)?(?:有效期|试行期)"
)
_SUBJECT = r"(?:本|以上|上述|此|该|这)(?:《[^》]{1,40}》|[^，。；：《》]{0,24})"
_OPENING = re.compile(rf"^(?:[^，。；《》]{{0,14}}{_SUBJECT}|自|从|有效期|试行|{YEAR}年|政策)")
_SENTENCE = re.compile(r"[^。；;\n]{1,400}[。；;]?")
_WORDS = re.compile(r"施行|实施|执行|生效|有效|试行|实行")
#: The whole clause, for keeping its dates out of the deadlines.
_CLAUSE = re.compile(
    rf"(?:{_SUBJECT})?[^，。；]{{0,10}}?(?:(?:自|从|于)[^，。；]{{1,30}}?起?[^，。；]{{0,8}}?(?:施行|生效)|有效期[^。；]{{0,60}}|(?:本|以上|上述)[^，。；]{{0,30}}?(?:自|从|于)[^，。；]{{1,30}}起[^，。；]{{0,6}}(?:实施|执行|试行|实行))"
)
_CLAUSE_CUE = re.compile(r"施行|生效|有效期|(?:本|以上|上述)[^，。；]{0,50}?起[^，。；]{0,6}(?:实施|执行|试行|实行)")


def read_validity(texts: list[str]) -> Validity:
    """When the document holds, from the first of `texts` that says so; all None where none does.

    `texts` are the closing paragraphs and then the provisions, the likeliest first. Sources: SCHEMA.md, key `validity`.
    """
    best = Validity()
    for text in texts:
        if not text or not _WORDS.search(text):
            continue
        found = _of_text(text)
        if found.until or found.period:
            return found
        if found.from_ and not best.from_:
            best = found
    return best


def _of_text(text: str) -> Validity:
    result = Validity()
    first = last = None
    sentences = [match for match in _SENTENCE.finditer(text) if _WORDS.search(match[0])]
    for sentence in sentences:
        words = sentence[0].strip()
        if not _OPENING.search(words) and not re.search(r"有效期|本[^，。]{1,16}(?:自|从)", words):
            continue
        ends = []
        day, date = _FROM_DAY.search(words), _FROM_DATE.search(words)
        until = _UNTIL.search(words) or _UNTIL_END.search(words)
        period = _PERIOD.search(words)
        if re.search(r"《[^》]{2,60}》[^，。；]{0,20}(?:自|从)", words) and not re.search(
            r"本《|《[^》]*》[^，。]{0,20}自(?:印发|发布|公布)", words
        ):
            day = date = None
        if day and not result.from_:
            result.from_ = DAYS[day["day"] or day["day2"]]
            ends.append(day.end())
        elif date and not result.from_:
            inner = DATE.search(date["date"])
            result.from_ = _first_day(inner) if inner else None
            if inner and inner["until"] and not result.until:
                result.until = read_date(inner)
            ends.append(date.end())
        if until and not result.until:
            inner = DATE.search(until["date"])
            result.until = read_date(inner) if inner else None
            ends.append(until.start("date") + (inner.end() if inner else 0))
        if period and not result.period:
            count, unit = period["count"] or period["count2"], period["unit"] or period["unit2"]
            result.period = f"{int(read_number(count))}{unit}"
            ends.append(period.end())
        if ends:
            offset = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
            first = offset if first is None else first
            last = offset + max(ends)
    if first is not None:
        result.text = text[first:last]
    return result


def _first_day(match: re.Match) -> str | None:
    point = match["point"] or match["first"] or ""
    alone = DATE.search(point if point.endswith(("年", "日", "月")) else point + "年")
    return read_date(alone) if alone else None


def validity_spans(text: str) -> list[tuple[int, int]]:
    """Where the clause stands that says when the document holds; its dates are no deadlines."""
    if not _CLAUSE_CUE.search(text):
        return []
    return [match.span() for match in _CLAUSE.finditer(text)]


#: 由泉州市工业和信息化局负责解释; 解释权归市商务局所有; 由市商务局、市财政局负责解释
_INTERPRETER = re.compile(
    r"由(?P<by>[^，。；：由]{2,80}?)(?:共同|分别|按[^，。；]{1,12}|依[^，。；]{1,12})?(?:负责|承担|进行)?(?:具体)?(?:的)?解释(?!权)(?:工作)?"
    r"|解释权(?:归|属于|属)(?P<owner>[^，。；：]{2,60}?)(?:所有)?(?=[，。；]|$)"
)
_BODY_END = r"局|委|厅|办|部|院|会|府|社|行|署|中心|公室|组|队|所|站|处"
_BETWEEN = re.compile(rf"、|会同|商(?=.{{0,2}}[市省区县])|(?<=[局委厅办部院会府署处])(?:和|与|及|以及)")


def read_interpreter(texts: list[str]) -> list[str]:
    """Bodies named by 由…负责解释 or 解释权归…, in printed order; [] where the texts name none."""
    for text in texts:
        if "解释" not in text:
            continue
        for match in _INTERPRETER.finditer(text):
            named = re.sub(r"(?:负责|共同|联合)$", "", match["by"] or match["owner"])
            bodies = [part.strip() for part in _BETWEEN.split(named) if part and part.strip()]
            if bodies and re.search(rf"(?:{_BODY_END}|单位|部门)(?:[（(][^（）()]*[）)])?$", bodies[-1]):
                return _with_prefix(bodies)
    return []


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
