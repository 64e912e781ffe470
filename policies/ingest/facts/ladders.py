"""Ladders: 国家级、省级…分别给予500万元、200万元 pairs each class with its amount, or marks it as unparsed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policies.ingest.facts.masking import BLANK, THROUGH_PIECE, last_match, last_of, mask
from policies.ingest.facts.qualifiers import LIST_JOINT
from policies.ingest.parsed import Amount

_SEPARATELY = re.compile(r"分别|依次|分档")
_JOINT = re.compile(r"[、/]|以及|和|及|或|与|(?<=”)(?=“)")
_COMMA = re.compile("、")
_MONEY_ITEM = re.compile(rf"\d[\d,.]*(?:[十百千]?[万亿])?(?:元|美元|平方米|亩){BLANK}*(?:以[上下])?")
_LEVEL = r"(?:国家|世界|国际|全国|亚洲|行业|部(?!门)|省|市|州|区|县|乡镇|校)"
#: 国家级、省级、市级 / “AAAAA”“AAAA”级 / 一等奖、二等奖 / A类、B类 / 一、二、三等奖
_LEVELS = [
    re.compile(
        rf"(?:[“\"]?{_LEVEL}(?:级)?[”\"]?{BLANK}*(?:[^，。；、和及＿]{{0,16}}?{BLANK}*)?(?:、|和|及|以及|或))+[“\"]?{_LEVEL}(?:级|标准)?"
    ),
    re.compile(r"(?:“[^“”]{1,12}”[级类]?[、和及或]?){2,8}"),
    re.compile(
        r"(?:(?:第?[一二三四五六七八九特][等类档级星层次]{0,2}奖?|[甲乙丙丁]级|[金银铜]奖?(?=[、和及]|$|的|，)|[A-EＡ-Ｅ]类?|[“\"]?\d?A{1,5}[”\"]?级?)(?:、|和|及|或)?){2,8}"
    ),
]
_SHARED_END = re.compile(r"等奖$|(?<=[金银铜])奖$|(?<=”)级$|[类档]$")
#: What stands before the first item of a list: 鼓励企业在“新三板”… → “新三板”
_FIRST_ITEM = re.compile(r"经(?=.{2})|.{0,40}(?:在|对于?|获得|认定为|评为|获评|获批|(?<!批)新批准?)(?=.{2})")
#: The words of a metric before a list of thresholds: 产值首次超过10亿元、30亿元
_METRIC = re.compile(r"[^，。；：的、]{0,16}?(?=\d)")
_NOUN_OF_ALL = re.compile(r"的|，|分别|给予|一次性|进行|开展|$")
#: 一等奖奖励50万元、二等奖奖励30万元
_LABELLED_JOINT = re.compile(r"[、，][^，。；：、\d]{1,8}(?:等奖|级|类|档|名|奖)(?:奖励|给予|补助)")
#: A label printed with the amount: 500万元（达到A类）; 一等奖50万元, 新建100元/平方米.
_LABEL_BEHIND = re.compile(r"（([^（）含]{2,16})）")
_LABEL_BEFORE = re.compile(
    r"(?:^|[，按为、和及与])(?:/[^、]{1,4}、|[、，和及])?([^、，。；\d给予奖最不按＿]{1,8}(?:等奖|级|类|档|名|奖)|新建|改建|扩建|改扩建|新购|租赁|购置)"
    r"(?:奖励|给予|补助|最高)?$"
)
_BRACKET = re.compile(r"（[^（）]*）$")
_BEFORE_METRIC = re.compile(r"^.*[的，、]|^对于?")
_OWNER = re.compile(r"^.*(?:企业|项目|平台|单位|机构|园区|基地|门店)(?=[^企项平单机园]{2,})")
#: A bare noun tells nothing without its clause: 示范基地（园区）及企业.
_BARE = re.compile(r"(?:企业|团队|个人|单位|项目|平台|机构|人才|其他)$")
#: 40%、30%、30%的比例分三年拨付: parts of one sum, not of a ladder.
_INSTALMENTS = re.compile(r"[^，。；]{0,12}分[两二三四五\d](?:年|次|期|批)|[^，。；]{0,6}分年")
_PAYS = re.compile(r"给予|予以|奖励|补助|按照?|[%％]")
#: 本科毕业生到东屏区企业就业的: what all items do, printed with the last.
_DOES = re.compile(
    r"(?<=毕业生|研究生|工程师)(?:到|在|来|获|开展|完成).*$|(?<=人才|人员|企业|项目)(?:到|在|来|获|开展|完成).*$"
)


def same_list(text: str, first: Amount, second: Amount) -> bool:
    """Whether two amounts stand in one list: 500万元、200万元."""
    gap = text[first.end : second.start]
    return (
        len(gap) <= 26
        and first.unit == second.unit
        and first.role == second.role
        and (LIST_JOINT.fullmatch(gap) is not None or _LABELLED_JOINT.fullmatch(gap) is not None)
    )


def pair(text: str, masked: str, ladder: list[Amount], floor: int) -> None:
    """Give each amount of a ladder its own condition; where the two lists differ in length, mark all as unparsed.

    `floor` is where the amount before the ladder ends: its 分别 is not of this ladder.
    """
    if _INSTALMENTS.match(masked, ladder[-1].end):
        return
    inline = [
        _own_label(text, masked, amount, ladder[index - 1].end if index else None)
        for index, amount in enumerate(ladder)
    ]
    if all(inline):
        for amount, label in zip(ladder, inline, strict=True):
            amount.condition = label
        return
    start = last_of(masked, THROUGH_PIECE, max(0, ladder[0].start - 300), ladder[0].start) + 1 or max(
        0, ladder[0].start - 300
    )
    place = last_match(_SEPARATELY, masked, max(start, ladder[0].start - 60, floor), ladder[0].start)
    end = place.start() if place else ladder[0].start
    separately = place is not None or text.startswith("分别", ladder[-1].end)
    for clause_start, clause_end in _clauses(masked, start, end):
        for items in _lists(text, masked, clause_start, clause_end, any_list=separately):
            if len(items) == len(ladder):
                _name(ladder, items, text[clause_start:clause_end].strip("，： "))
                return
    if separately:
        for amount in ladder:
            amount.unparsed = True


def _name(ladder: list[Amount], items: list[str], clause: str) -> None:
    """Set the conditions; a beneficiary that is the class of one rung is replaced by what all rungs share."""
    for amount, item in zip(ladder, items, strict=True):
        amount.condition = clause if _BARE.match(item) else _DOES.sub("", item)
    who, items = ladder[0].beneficiary, [_BRACKET.sub("", _DOES.sub("", item)) for item in items]
    if who and any(item.endswith(who) or (item in who and len(item) > 2) for item in items):
        ending = _common_ending(items)
        for amount in ladder:
            amount.beneficiary = ending


def _common_ending(items: list[str]) -> str:
    """国家级物流示范园区, 省级物流示范园区 → 物流示范园区; "" where they share no noun."""
    first, length = min(items, key=len), 0
    while length < len(first) and all(item[-length - 1] == first[-length - 1] for item in items):
        length += 1
    ending = first[len(first) - length :].rpartition("”")[2].lstrip("级类")
    return ending if len(ending) >= 2 and not ending.startswith("）") else ""


def _clauses(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of masked[start:end], the last first."""
    while end > start:
        mark = max(masked.rfind("，", start, end), masked.rfind("：", start, end))
        begin = mark + 1 if mark >= 0 else start
        if end > begin:
            yield begin, end
        end = begin - 1


def _own_label(text: str, masked: str, amount: Amount, floor: int | None) -> str:
    """A label printed with the amount itself: 一等奖50万元, 500万元（达到A类）, 新建100元/平方米."""
    if behind := _LABEL_BEHIND.match(text, amount.end):
        return behind[1]
    window = masked[floor if floor is not None else max(0, amount.start - 12) : amount.start]
    label = _LABEL_BEFORE.search(window)
    return label[1] if label else ""


def _lists(text: str, masked: str, start: int, end: int, *, any_list: bool) -> Iterator[list[str]]:
    """The enumerations of one clause: thresholds, levels, then any list."""
    clause = masked[start:end]
    money = list(_MONEY_ITEM.finditer(clause)) if any_list else []
    if len(money) > 1:
        metric = clause[: money[0].start()]
        metric = _BEFORE_METRIC.sub("", metric)[-16:]
        # 产业龙头企业产值首次超过: the measure without its owner.
        metric = _OWNER.sub("", metric)
        if len(metric) > 12:
            metric = ""
        yield [metric + text[start + item.start() : start + item.end()] for item in money]
    for pattern in _LEVELS:
        found = last_match(pattern, clause, 0, len(clause))
        if found:
            items = _split(text, masked, start + found.start(), start + found.end())
            if len(items) > 1:
                # 一、二、三等奖 and “AAAA”“AAA”级 print what they share once.
                shared = _SHARED_END.search(items[-1])
                if shared:
                    items = [item if item.endswith(shared[0]) else item + shared[0] for item in items]
                behind = _NOUN_OF_ALL.search(masked, start + found.end(), end)
                common = text[start + found.end() : behind.start() if behind else end][:24]
                yield [
                    item if len(mask(item).rstrip(BLANK)) > 5 and not _SHARED_END.search(item) else item + common
                    for item in items
                ]
    if any_list and not _PAYS.search(clause):
        clause_end = end - 1 if clause.endswith("的") else end
        for joints in (_JOINT, _COMMA):
            items = _split(text, masked, start, clause_end, joints)
            if len(items) > 1:
                if any(item[-1].isdigit() for item in items[:-1]):
                    continue
                lead = _FIRST_ITEM.match(items[0])
                yield [items[0][lead.end() :] if lead else items[0], *items[1:]]


def _split(text: str, masked: str, start: int, end: int, joints: re.Pattern = _JOINT) -> list[str]:
    items, begin = [], start
    for joint in joints.finditer(masked, start, end):
        if joint.start() > begin:
            items.append(text[begin : joint.start()])
        begin = joint.end()
    if end > begin:
        items.append(text[begin:end])
    return items
