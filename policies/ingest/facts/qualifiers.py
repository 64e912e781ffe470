"""Exact, max, min, range or approx: the word that bounds an amount, before it, behind it, or before its list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policies.ingest.parsed import Amount


@dataclass(frozen=True, slots=True)
class QualifierRule:
    """One line of a table: the words (a pattern), what may stand between them and the amount, a printed example."""

    name: str
    qualifier: str
    words: str
    between: str
    example: str


#: A noun: 不超过企业展位费的50%. No number, no comma, no verb that starts anew.
_NOUN = r"[^，。；：,;、\d给奖补按予]{0,24}"
#: After 最高 and 不超过 a verb may come: 最高可按照投资金额的50%, 不超过给予.
_PHRASE = r"[^，。；：,;\d]{0,30}"
_NOTHING = r""
_LIMIT = r"(?:贷款|补贴|补助|奖励)?(?:额度|限额|标准|金额)"

#: Words before an amount: of those that reach it, the last decides.
BEFORE = [
    QualifierRule(
        "不超过",
        "max",
        r"不得?超[过出]?|不能超过|未超过|不突破|不得?高于|不得?多于|不得?大于|限于",
        _PHRASE,
        "按不超过企业展位费的50%给予补助",
    ),
    QualifierRule(
        "最高",
        "max",
        r"(?<!创)(?:最高(?:可?达到?)?|最多|至多|最大|上限|(?<![体构栋楼程房])封顶(?!后|前|时))(?!级别|人民|等级|院|学历|层)",
        # 最高额度再提高10万元: what is added to the limit is no limit.
        rf"(?!{_LIMIT}[^，。；]{{0,24}}(?:提高|上浮|增加|上调)$){_PHRASE}",
        "最高可按照投资金额的50%",
    ),
    QualifierRule(
        "最低奖励",
        "min",
        r"最低(?:可)?(?:[^，。；\d]{0,4}限额|奖励|奖补|补助|补贴|资助|给予|支付|发放|缴纳)",
        r"[^，。；：,;、\d]{0,6}",
        "最低奖励150万元",
    ),
    QualifierRule(
        "不低于",
        "min",
        r"不得?低于|不得?少于|不得?小于|不亚于|至少|最低(?=不|为|达|给|补|奖|\d|可?(?:下?调|下?降|减))",
        _NOUN,
        "亩均投资强度不低于200万元",
    ),
    QualifierRule("限额", "max", r"(?<!最低)限额(?![以内])", r"[为是：\s]?(?:人民币)?\s?", "单个项目年补贴限额500万元"),
    QualifierRule("可高至", "max", r"高至|高达(?<=可高达)", _PHRASE, "出资比例可高至注册资本的70%"),
    QualifierRule("不足", "max", r"不足|未满|不满|未达到?|未超|不到", r"[^，。；：,;、\d]{0,6}", "不足5万元的"),
    QualifierRule("低于", "max", r"低于|少于|小于", _NOUN, "净资产低于注册资本的90%时"),
    QualifierRule("超过", "min", r"超过|高于|大于|多于|超出(?!部分|额|的)|突破", _NOUN, "产值首次超过10亿元"),
    QualifierRule(
        "达到",
        "min",
        r"达到|达|增至|(?<![届期])满",
        r"(?!成|标|产(?!值))[^，。；：,;、\d给奖补按予]{0,24}",
        "人员数量达到现有职工人数25%",
    ),
    QualifierRule("超", "min", r"超|逾|破|(?<![通经不超])过", _NOTHING, "产值超百亿元民营企业"),
    QualifierRule("上", "min", r"(?<=[值入税收售额营润资模量])上", _NOTHING, "产值上10亿元的食品企业"),
    QualifierRule(
        "约占", "approx", r"大?约(?=[占为达])", r"[占为达][^，。；：,;、\d给奖补按予]{0,24}", "约占名额总数的30%"
    ),
    QualifierRule("约", "approx", r"大约|约为?|将近|接近|近", _NOTHING, "约500万元"),
]
#: Words behind an amount.
AFTER = [
    QualifierRule("以上", "min", r"(?:及|和|或|的)?(?:其)?以上|起(?![始征点诉])", "", "50%以上的"),
    QualifierRule(
        "以下", "max", r"(?:及|或)?以下|(?:及|或)?[以之]内|内(?![资地外部销控需])|封顶|为上限|为限", "", "100万元以下"
    ),
    QualifierRule("左右", "approx", r"左右|上下(?!限|游)", "", "30万元左右"),
]
#: What these words begin with, and what may stand between the amount and them.
_AFTER_FIRST = frozenset("及和或的其以起之内封为左上人/／（(")
#: 100万元贷款额度以内
_WITHIN_LIMIT = re.compile(r"的?[^，。；、\d]{0,4}(?:额度|限额|标准)[以之]?内")
#: 在5%代偿率内
_WITHIN = re.compile(r"[^，。；\d]{0,6}(?:以|之)?内")
_WITHIN_LEAD = re.compile(r"(?:控制)?在$")
_INCLUDED = r"(?:（[^（）]{0,10}）|\([^()]{0,10}\))?"
#: 收入不足：乡镇60元、县镇70元: the head of a labelled list.
_HEADS_LIST = re.compile(
    rf"(?P<max>{BEFORE[0].words}|{BEFORE[1].words}|不足|低于)：$|(?P<min>{BEFORE[2].words}|超过|高于)：$"
)
#: What the words of `BEFORE` begin with: the table is tried nowhere else.
_FIRST = "不未限最至上封低少小超高大多突达增满逾破过约将接近"
_ANY_WORDS = "|".join(f"(?P<r{number}>{rule.words})" for number, rule in enumerate(BEFORE))
_CUES = re.compile(rf"(?=[{_FIRST}])(?:{_ANY_WORDS})")
_TO_LAST_MARK = re.compile(r"(?s:.*)[，。；：,;]")
_BETWEEN = [re.compile(rule.between + "$") for rule in BEFORE]
#: 五万元以上五十万元以下, 1000万元及以上至5000万元: the second bound closes the first. 80周岁以上500元 has no first.
_FIRST_BOUND = re.compile(r"(?:人民币)?(?:（[^（）]{0,8}）)?(?:及|或)?以上(?:（[^（）]{0,8}）)?，?[至到]?")
#: 4%的保费率上限及实际保费的70%: the limit is that of the figure before.
_LIMIT_OF_LAST = re.compile(r"的[^，。；、\d]{0,10}?(?:上限|最高限额)(?![为是：不])")
#: 0.5元/千瓦时以下, 30元/人·天以内
_PER = r"[/／][\u4e00-\u9fff㎡]{1,4}?(?:[·/每.][人月年天日次])?(?=[及或（]?以[上下内]|左右|封顶)"
_AFTER = re.compile(
    rf"(?:人民币|{_PER})?{_INCLUDED}(?:{'|'.join(f'(?P<r{number}>{rule.words})' for number, rule in enumerate(AFTER))})"
)
#: 在线销售达5000万元且同比增长30%: one bound for both.
_AND_GROWTH = re.compile(
    r"(?:（[^（）]{0,16}）)?(?:及?以[上下])?[、，]?(?:且|并且?|同时)[^，。；：\d]{0,10}(?:增长|增幅|增速|提高|上升)[为在]?"
)
#: 低于去年同期0.5个百分点: the figure is the distance to what is named, not a bound.
_DISTANCE = re.compile(r"[^，。；]{0,16}(?:同期|上年|水平|平均|平均数|平均值|标准|增速|增幅)$")
_SOME = re.compile(r"[余多几]")
#: Between two amounts of one list: 最高50万元、25万元; 最高一等奖50万元、二等奖30万元.
LIST_JOINT = re.compile(
    r"(?:[/每](?:平方米|亩|人|月|年|台|辆|吨|户|家)(?:[·/每][人月年])?)?(?:[（(][^（）()]{0,16}[）)])?(?:[、/]|和|及|以及|或者?|与|[，,](?=[\d一二两三四五六七八九]))[^，。；：,;、\d给奖补按予不超最达以]{0,8}(?:等奖)?"
)
#: What the joint of a list begins with, and the words behind a first bound.
JOINT_FIRST, _BOUND_FIRST = frozenset("/每（(、和及以或与，,"), frozenset("人（及或以")
#: What joins two amounts, in whatever way, is no longer than this.
JOINT_LENGTH = 48


def qualify(text: str, amounts: list[Amount]) -> None:
    """Set `qualifier` and the start of the qualifying words in place, for the amounts of one text in order.

    Source: SCHEMA.md, key `qualifier`; one qualifier governs a whole list.
    """
    floor = 0
    carried: str | None = None
    for index, amount in enumerate(amounts):
        own = "range" if amount.value_max is not None and amount.unit != "ratio" else None
        after = own or _after(text, amount.start, amount.end)
        before = own or _before(text, floor, amount.start, distance=amount.surface.endswith("个百分点"))
        near = index > 0 and amount.start - floor <= JOINT_LENGTH
        joined = near and text[floor] in JOINT_FIRST and LIST_JOINT.fullmatch(text[floor : amount.start]) is not None
        if near and not (before or after) and _AND_GROWTH.fullmatch(text, floor, amount.start):
            before = amounts[index - 1].qualifier if amounts[index - 1].qualifier in ("min", "max") else None
        if own:
            amount.qualifier = own
        elif near and text[floor] in _BOUND_FIRST and _FIRST_BOUND.fullmatch(text, floor, amount.start):
            amount.qualifier = after or "max"
        else:
            amount.qualifier = after or before or (carried if joined and carried else None) or _approximate(amount)
        carried = before or (carried if joined else None)
        if joined and after and not before:
            _spread_back(text, amounts, index, after)
        limit = _LIMIT_OF_LAST.match(text, amount.end) if text[amount.end : amount.end + 1] == "的" else None
        if limit and amount.qualifier == "exact":
            amount.qualifier = "max"
        floor = limit.end() if limit else amount.end


def _before(text: str, floor: int, start: int, *, distance: bool) -> str | None:
    window = text[max(floor, start - 44) : start]
    # None of these stands in a cue or in what may stand between it and the amount.
    found = None
    if passed := _TO_LAST_MARK.match(window):
        if passed[0][-1] == "：" and passed.end() + 8 >= len(window) and (head := _HEADS_LIST.search(passed[0])):
            found = head.lastgroup
        window = window[passed.end() :]
    for cue in _CUES.finditer(window):
        number = int(cue.lastgroup[1:])
        if _BETWEEN[number].match(window, cue.end()) and not (distance and _DISTANCE.match(window, cue.end())):
            found = BEFORE[number].qualifier
    return found


def _after(text: str, start: int, end: int) -> str | None:
    tail = text[end : end + 18]
    if tail[:1] in _AFTER_FIRST and (cue := _AFTER.match(tail)):
        return AFTER[int(cue.lastgroup[1:])].qualifier
    if "内" in tail:
        if _WITHIN_LIMIT.match(tail):
            return "max"
        if _WITHIN.match(tail) and _WITHIN_LEAD.search(text[max(0, start - 3) : start]):
            return "max"
    return None


def _spread_back(text: str, amounts: list[Amount], index: int, qualifier: str) -> None:
    """100万元、200万元以上: the word behind the last bounds the list, unless an item has its own."""
    while index and LIST_JOINT.fullmatch(text[amounts[index - 1].end : amounts[index].start]):
        index -= 1
        if amounts[index].qualifier != "exact" or amounts[index].unit != amounts[index + 1].unit:
            return
        amounts[index].qualifier = qualifier


def _approximate(amount: Amount) -> str:
    return "approx" if _SOME.search(amount.surface) else "exact"
