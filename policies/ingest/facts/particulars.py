"""What an amount is counted per, and the phrase, condition, beneficiary and group of every amount of a text."""

from __future__ import annotations

import re

from policies.ingest.facts.conditions import Reader
from policies.ingest.facts.ladders import pair, same_list
from policies.ingest.facts.masking import last_match, mask
from policies.ingest.facts.pattern_index import PatternIndex
from policies.ingest.facts.phrases import set_phrases
from policies.ingest.parsed import Amount

#: per, read before the amount in its clause: 每人每月, 按每标准展位给予, 每引进1人
PER_BEFORE = [
    ("户月", r"(?:每户每?月|每月每户|户均每月|月户均)(?!.*(?:最高|不超过))", "每户月补贴165元"),
    ("户年", r"(?:每户每?年(?!度)|每年每户)(?!.*(?:最高|不超过))", "每户每年补助3000元"),
    ("张月", r"每[张床](?:床位?)?每?月|每月每[张床]", "每张每月200元的标准补贴"),
    ("人天", r"每人每[天日]|每[天日]每人", "每人每天15元生活费"),
    ("人月", r"每人每月|每月每人|人均每月|月人均|每[孩生名位]每月|每月每[孩生名位]", "每人每月600元至800元"),
    ("人年", r"每人每年|每年每人|年人均|人均每年|每[孩生名位]每年", "每人每年3000元交通补贴"),
    ("平方米月", r"每平方米每月|每月每平方米", "按每平方米每月20元标准"),
    ("万平方米", r"每1?万平方米", "按每1万平方米给予10万元奖励"),
    ("平方米", r"每平方米|每平米", "每平方米100元"),
    ("亩次", r"每亩次", "每亩次补贴3元"),
    ("亩", r"每亩|亩均", "每亩1000元"),
    ("户", r"户均(?!收入)", "户均补助2.5万元"),
    ("人次", r"每人次", "每人次300元"),
    (
        "人",
        r"每人|按人均|每(?:引进|增加|带动|安置|培训|招用|吸纳|新增|招收|培养)[^，。；\d]{0,8}1?[人名]",
        "每引进1人1000元",
    ),
    ("月", r"每月|按月", "每月800元"),
    ("标准展位", r"每(?:个)?标准展位", "按每标准展位给予1万元补助"),
    ("架次", r"每架次", "按每架次10元"),
    ("小时", r"每小时", "每小时加收2元"),
    ("车", r"每车(?!次)", "每车3元"),
    ("天", r"每天(?!每)", "每天最高20元"),
    ("美元", r"每(?:出口)?1?美元", "按出口额每美元奖励0.03元"),
]
PER_AFTER = re.compile(
    r"[/每]\s?(?P<first>平方米|平米|㎡|亩次|亩|人次|人天|人日|人|月|年|天|日|分钟|小时|课时|学时|辆|台|套|吨|千瓦时|千瓦|兆瓦|瓦|户|家|间|床|部|栋|集|列|头|只|株|度|班次|班|标准展位|公里|立方米|平方公里|件|项|个"
    r"|座|处|笔|场|次|所|幢|眼|口|盏|棵|条|艘|架次|架|张|位|名|生|对|组|羽|尾|公斤|千克|斤|升|航次|航班|标箱|标准箱|箱)"
    r"(?:[/·每.]\s?(?P<second>人|月|年|天|日|次))?"
)
_PER_OPENS = ("/", "每")
_PER_BEFORE = PatternIndex((words, (per, re.compile(words))) for per, words, _ in PER_BEFORE)
_PER_THING = re.compile(
    r"每个(?P<thing>[\u4e00-\u9fff]{2,5}?)(?:分别|各|均)?(?:给予|奖励|补助|补贴|资助|按)[^，。；]{0,8}$"
)
_NOUNS = (
    r"个(?!百)|家|户|项|场|次|台|辆|吨|套|间|名|件|株|头|只|千瓦时|千瓦|兆瓦|瓦|张|床|位|班|集|届|公里|立方米|度|条|分钟"
    r"|部(?!门|委|分)|栋|列|篇|艘|笔|宗"
)
_PER_NOUN = re.compile(rf"每(?:成功)?(?:[^，。；\d每]{{0,6}}1)?(?P<noun>{_NOUNS})[^，。；]{{0,12}}$")
#: 每台不超过300元: a cap on one thing, with nothing between.
_PER_CAPPED = re.compile(
    r"每(?P<noun>台|个|件|辆|套|部|头|只|株|吨|间|床|张)(?:补助|补贴|奖励)?(?:最高)?(?:不超过|不得超过|不高于)?$"
)
#: 每培育一家国家高新技术企业，奖励运营单位5万元; 每招收1名博士后科研人员，给予3万元
_PER_EVENT = re.compile(
    rf"每(?:成功|新)?(?:引进|招收|招用|培育|孵化|新增|举办|承办|开通|培养|吸纳|认定|培训|推荐|增加|开设|设立|带动|安置)[^，。；\d一]{{0,8}}[1一](?P<noun>{_NOUNS}|人)[^，。；]{{0,40}}$"
)
#: 按每架次10元、每条航线年度最高20万元: another amount stands between.
_SEVERAL = re.compile(r"\d[\d.]*[万亿]?元")
#: 由每人每月380元提高到420元; …；两县政府所在镇由330元提高到365元: the new figure is counted like the old one.
_NEW_FIGURE = re.compile(r"(?:的?标准)?(?:分别)?(?:提高|调整|增加|上调|提|降低|下调)[到至为]")
_NEXT_OLD_FIGURE = re.compile(r"[；，、][^。；，\d每]{0,24}[由从]")
_MEASURES = {"平方米", "平方米月", "亩", "吨", "千瓦", "千瓦时", "兆瓦", "瓦", "立方米", "公里"}
_PIECE_END = re.compile(r"[。；;！？\n]")


def read_particulars(text: str, amounts: list[Amount], numbers: list[int], around: list[tuple]) -> None:
    """Set text, per, condition, beneficiary, group and unparsed in place, for the amounts of one text in order.

    `numbers` holds the last group number given; it is counted on. `around` are the `surroundings` of each amount.
    """
    masked = mask(text)
    set_phrases(text, masked, amounts)
    reader = Reader(text, masked)
    conditions: list[str] = []
    joined = [index > 0 and same_list(text, amounts[index - 1], amounts[index]) for index in range(len(amounts))]
    for index, amount in enumerate(amounts):
        amount.per = _per(text, amount, *around[index][:2])
        if index and amount.per is None and amounts[index - 1].per and amount.unit == amounts[index - 1].unit:
            amount.per = _per_of_old(text, amounts, index)
        if joined[index]:
            # The rungs of a ladder hang on one condition, until `pair` names each.
            amount.condition, amount.beneficiary = amounts[index - 1].condition, amounts[index - 1].beneficiary
        elif amount.role in ("benefit", "rate"):
            amount.condition, amount.beneficiary = reader.read(amount)
        conditions.append(amount.condition)
    _groups(text, masked, amounts, joined, numbers, conditions)


def _per(text: str, amount: Amount, earlier: str, before: str) -> str | None:
    if amount.unit in ("%", "ratio", "平方米", "亩", "公顷"):
        return None
    if text[amount.end : amount.end + 1] in _PER_OPENS and (after := PER_AFTER.match(text, amount.end)):
        first = {"平米": "平方米", "㎡": "平方米"}.get(after["first"], after["first"])
        return first + (after["second"] or ("月" if first == "平方米" and before.endswith("每月") else ""))
    if amount.role == "threshold":
        return "亩" if "亩均" in before or "每亩" in before[-4:] else None
    if amount.role not in ("benefit", "other"):
        return None
    if "每" in before or "均" in before or "按月" in before:
        for per, pattern in _PER_BEFORE.candidates(before):
            found = last_match(pattern, before, 0, len(before))
            if found and len(before) - found.end() <= 24 and not _SEVERAL.search(before, found.end()):
                return per
        if amount.qualifier == "max":
            if noun := _PER_CAPPED.search(before):
                return noun["noun"]
        else:
            if thing := _PER_THING.search(before):
                return thing["thing"]
            if noun := _PER_NOUN.search(before):
                return noun["noun"]
    if amount.qualifier != "max" and (event := _PER_EVENT.search(earlier or before)):
        return "人" if event["noun"] == "名" else event["noun"]
    return None


def _per_of_old(text: str, amounts: list[Amount], index: int) -> str | None:
    """The per of the figure before, where this one takes its place, or is the next that is replaced."""
    before, amount = amounts[index - 1], amounts[index]
    if _NEW_FIGURE.fullmatch(text, before.end, amount.start):
        return before.per
    after_new = index > 1 and _NEW_FIGURE.fullmatch(text, amounts[index - 2].end, before.start)
    return before.per if after_new and _NEXT_OLD_FIGURE.fullmatch(text, before.end, amount.start) else None


def _groups(
    text: str, masked: str, amounts: list[Amount], joined: list[bool], numbers: list[int], conditions: list[str]
) -> None:
    """One number for the amounts of a ladder, and for a rate (of money or per measure) with all its caps.

    `joined` says which amounts go on the list of the one before; `conditions` are those before the rungs got their own.
    """
    index, leader = 0, None
    while index < len(amounts):
        last = index
        while last + 1 < len(amounts) and joined[last + 1]:
            last += 1
        first, ladder = amounts[index], amounts[index : last + 1]
        if leader is not None and _PIECE_END.search(text, amounts[leader].end, first.start):
            leader = None
        caps = leader is not None and _limits(first) and _of_one(conditions[leader], conditions[index])
        if caps or (len(ladder) > 1 and first.role in ("benefit", "rate")):
            together = [*([amounts[leader]] if caps else []), *ladder]
            if together[0].group is None:
                numbers[0] += 1
                together[0].group = numbers[0]
            for amount in together[1:]:
                amount.group = together[0].group
        if len(ladder) > 1 and first.role in ("benefit", "rate"):
            for amount in ladder[1:]:
                amount.per, amount.beneficiary = amount.per or first.per, first.beneficiary
            pair(text, masked, ladder, amounts[index - 1].end if index else 0)
        if _sets_benefit(first) and not caps:
            leader = index
        index = last + 1


def _sets_benefit(amount: Amount) -> bool:
    """A rate, or money per measure, that a cap may follow."""
    return (amount.role == "rate" and amount.unit == "%") or (
        amount.role == "benefit" and amount.per in _MEASURES and amount.qualifier != "max"
    )


def _of_one(condition: str, other: str) -> bool:
    """The same condition, one of them narrowed, or both (前2年 80%, 后3年 50%)."""
    base = condition.rpartition("，")[0]
    return (
        other.startswith(condition) or condition.startswith(other) or bool(base and base == other.rpartition("，")[0])
    )


def _limits(amount: Amount) -> bool:
    """A cap, or another step of the rate (明星梯队企业补助标准提高10%)."""
    return (amount.role == "benefit" and amount.qualifier == "max") or (amount.role == "rate" and amount.unit == "%")
