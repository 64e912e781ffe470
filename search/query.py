"""What was typed → parts, alternatives, exclusions and conditions. Nothing is an error: what is no syntax is text.

科技创新 "揭榜挂帅" -税 贷款 OR 贴息 单位:市科技局 金额>=100万 截止:2021-06 状态:现行
"""

import re
from dataclasses import dataclass, field

from search import tuning
from search.characters import letters

QUOTES = {'"': '"', "“": "”", "„": "”", "”": "”", "＂": "＂", "「": "」", "『": "』", "《": "》"}
#: Opening marks that only set off a title: the part is read without them but is not an exact phrase.
TITLE_MARKS = "《"
DASHES = "-－−–"
#: Name typed → condition; Chinese and English.
FIELDS = {
    "单位": "unit", "责任单位": "unit", "unit": "unit",
    "文件": "document", "标题": "document", "document": "document", "title": "document",
    "金额": "amount", "amount": "amount",
    "截止": "deadline", "期限": "deadline", "完成时间": "deadline", "deadline": "deadline",
    "状态": "status", "效力": "status", "status": "status",
    "文种": "kind", "kind": "kind",
    "年份": "year", "年度": "year", "year": "year",
    "发文": "body", "发文单位": "body", "body": "body",
}  # fmt: skip
OPERATORS = {
    ">=": ">=", "≥": ">=", "＞＝": ">=", "<=": "<=", "≤": "<=", "＜＝": "<=", ">": ">", "＞": ">", "<": "<", "＜": "<",
    "=": "=", "＝": "=", ":": "=", "：": "=",
}  # fmt: skip
CONDITION = re.compile(
    rf"(?P<name>{'|'.join(sorted(FIELDS, key=len, reverse=True))})[:：]?"
    rf"(?P<operator>{'|'.join(sorted(map(re.escape, OPERATORS), key=len, reverse=True))}|(?<=[:：]))",
    re.IGNORECASE,
)
#: Blanks inside one number are not a cut: 50 万元, 国发 〔2020〕 18 号, 第 十二 条.
JOINED = (
    re.compile(r"(?:[一-鿿]{0,5}[发办函规字令政综告] +)?[〔\[(（【［] *(?:19|20)\d\d *[〕\])）】］] *第? *\d{1,5} *号"),
    re.compile(r"[一-鿿]{1,6}[发办函规字令政综告] *(?:19|20)\d\d +第? *\d{1,5} *号"),
    re.compile(r"\d[\d,.]* +(?:万亿|万|亿|元|%|％)+(?: *元)?"),
    re.compile(r"第 *[\d〇零一二三四五六七八九十百千]+ *[编章节条款项](?: *之 *[\d一二三四五六七八九十]+)?"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to be found; `quoted`: as it stands, without aliases or other spellings."""

    text: str
    quoted: bool = False

    @property
    def letters(self) -> str:
        return letters(self.text)


@dataclass(frozen=True, slots=True)
class Condition:
    """单位:市科技局 → ("unit", "=", "市科技局"), with the words as typed."""

    name: str
    operator: str
    value: str
    typed: str


@dataclass(slots=True)
class Query:
    """Every group must be found (one of its alternatives), no part of `without` may be, every condition holds."""

    text: str = ""
    groups: list[list[Part]] = field(default_factory=list)
    without: list[Part] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def parts(self) -> list[Part]:
        return [part for group in self.groups for part in group]


def parse(typed: str) -> Query:
    """Read what was typed; never raises."""
    query = Query(text=_clean(typed))
    if len(typed.strip()) > tuning.QUERY_LIMIT:
        query.notes.append(f"只读取前 {tuning.QUERY_LIMIT} 个字")
    text, at = query.text, 0
    for pattern in JOINED:
        text = pattern.sub(lambda match: match[0].replace(" ", ""), text)
    join_next = False
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token, at, quoted, negative = _token(text, at, query)
        if not quoted and not negative:
            if token == "OR" or token in {"|", "｜"}:
                join_next = bool(query.groups) and bool(text[at:].strip())
                if not join_next and token == "OR":
                    _add(query, Part(token), False)
                continue
            if token == "AND" and query.groups and text[at:].strip():
                continue
            condition = _condition(token)
            if condition:
                query.conditions.append(condition)
                join_next = False
                continue
        part = Part(token, quoted)
        if not part.letters:
            if token.strip():
                query.notes.append(f"“{token[:20]}”里没有文字，未用于查找")
        elif negative:
            query.without.append(part)
        else:
            _add(query, part, join_next)
        join_next = False
    return query


def _clean(typed: str) -> str:
    text = typed.strip()[: tuning.QUERY_LIMIT]
    return "".join(character if character.isprintable() else " " for character in text).strip()


def _add(query: Query, part: Part, join: bool) -> None:
    if join and query.groups:
        query.groups[-1].append(part)
    elif [part] not in query.groups:  # said twice is asked once
        query.groups.append([part])


def _token(text: str, at: int, query: Query) -> tuple[str, int, bool, bool]:
    """(token, where the next begins, quoted, excluded)"""
    negative = text[at] in DASHES and at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] not in DASHES
    if negative:
        at += 1
    closing = QUOTES.get(text[at])
    if closing:
        end = text.find(closing, at + 1)
        if end > at:
            return text[at + 1 : end], end + 1, text[at] not in TITLE_MARKS, negative
        query.notes.append(f"引号 {text[at]} 没有成对，按普通文字读")
        at += 1
    end = at
    while end < len(text) and not text[end].isspace():
        if text[end] in ":：=＝" and end + 1 < len(text) and (closing := QUOTES.get(text[end + 1])):
            # 文件:"…" : the value runs to the closing mark, blanks included
            stop = text.find(closing, end + 2)
            if stop > 0 and CONDITION.fullmatch(text[at : end + 1]):
                return text[at : stop + 1], stop + 1, False, negative
        end += 1
    return text[at:end], end, False, negative


def _condition(token: str) -> Condition | None:
    match = CONDITION.match(token)
    if not match:
        return None
    operator = OPERATORS.get(match["operator"], "=")
    value = token[match.end() :].strip('"“”„＂「」『』《》')
    if not letters(value):
        return None
    return Condition(FIELDS[match["name"].lower()], operator, value, token)
