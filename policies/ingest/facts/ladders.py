"""Who gets an amount, on what condition, per what; ladders (国家级、省级…分别给予500万元、200万元) and groups."""

from __future__ import annotations

import re

from policies.ingest.facts.qualifiers import LIST_JOINT
from policies.ingest.facts.role_cues import PAY
from policies.ingest.facts.roles import surroundings
from policies.ingest.parsed import Amount

#: per, read before the amount in its clause: 每人每月, 按每标准展位给予, 每引进1人
PER_BEFORE = [
    ("人月", r"每人每月|每月每人|人均每月", "每人每月600元至800元"),
    ("人年", r"每人每年|每年每人", "每人每年3000元交通补贴"),
    ("平方米月", r"每平方米每月|每月每平方米", "按每平方米每月20元标准"),
    ("平方米", r"每平方米|每平米", "每平方米100元"),
    ("亩", r"每亩|亩均", "每亩1000元"),
    ("人", r"每人(?:次)?|每(?:引进|培训|招用|吸纳|新增)[^，。；\d]{0,8}1?[人名]", "每引进1人1000元"),
    ("月", r"每月|按月", "每月800元"),
    ("标准展位", r"每(?:个)?标准展位", "按每标准展位给予1万元补助"),
]
PER_AFTER = re.compile(
    r"[/每]\s?(?P<first>平方米|平米|㎡|亩|人次|人|月|年|天|日|辆|台|套|吨|千瓦|瓦|户|家|间|床|度|班|标准展位|公里|立方米|平方公里|件|项|个)"
    r"(?:[/·每.]\s?(?P<second>人|月|年|天|日|次))?"
)
_PER_BEFORE = [(per, re.compile(words)) for per, words, _ in PER_BEFORE]
_PER_THING = re.compile(r"每个(?P<thing>[\u4e00-\u9fff]{2,5}?)(?:给予|奖励|补助|补贴|资助|按)[^，。；]{0,8}$")
_PER_NOUN = re.compile(
    r"每(?:成功)?(?:[^，。；\d每]{0,6}1)?(?P<noun>个(?!百)|家|户|项|场|次|台|辆|吨|套|间|名|件|株|头|千瓦|张|床|位|班|公里|立方米|度)[^，。；]{0,12}$"
)

_HEADS = (
    r"企业|单位|机构|个人|人才|团队|平台|园区|人员|毕业生|业主|主体|组织|运营商|基地|投资者|高校|院所|商户|农户|居民"
    r"|学生|劳动者|载体|孵化器|公司|银行|社区|青年|创业者|运营方|组织方|主办方|承办方|申请人|作者|家庭|学校|医院|者|方"
)
#: 给予企业30万元, 奖励运营单位5万元, 给予项目业主最高不超过10万元
_PAID_TO = re.compile(
    rf"(?:给予|奖励|补助|补贴|资助|支持)(?P<who>[\u4e00-\u9fff（）“”]{{0,14}}?(?:{_HEADS}))"
    r"(?:每[家个人年户场][^，。；]{0,4})?(?:一次性)?(?:总额)?(?:最高)?(?:不超过|最多)?$"
)
_NOT_WHO = re.compile(r"^(?:每|一次|最高|不超|总额|适当|相应|分别|累计|奖|补|资金|经费|其|该|的|单个|单家|年|至|按)")
#: 对…的企业，: the head of the phrase that the sentence begins with
_FOR = re.compile(r"(?:^|[，,：:])(?:对于?|凡|鼓励|支持)(?P<words>[^。；，,]{2,80})")
_FOR_HEAD = re.compile(rf"(?P<who>[^的，。；、]{{0,12}}(?:{_HEADS}))(?:（[^（）]*）)?的?$")
_FOR_FIRST = re.compile(rf"^(?:[^，。；的]{{0,10}}的)?(?P<who>[\u4e00-\u9fff]{{0,6}}?(?:{_HEADS}))")
_SEPARATELY = re.compile(r"分别|依次|分档")
_ITEMS = re.compile(r"[、/]|以及|和|及|或|与|(?<=”)(?=“)")
_MONEY_ITEM = re.compile(r"\d[\d,.]*(?:[十百千]?[万亿])?元")
#: 国家级、省级、市级 / 一等奖、二等奖 / A类、B类 / 一、二、三等奖
_LEVELS = [
    re.compile(
        r"(?:[“\"]?(?:国家|世界|国际|全国|行业|部|省|市|州|区|县|乡镇|校)(?:级)?[”\"]?(?:（[^（）]{0,6}）)?(?:[^，。；、和及]{0,16}?)?(?:、|和|及|以及|或))+[“\"]?(?:国家|世界|国际|全国|行业|部|省|市|州|区|县|乡镇|校)(?:级|标准)?"
    ),
    re.compile(r"(?:“[^“”]{1,12}”[级类]?[、和及或]?){2,8}"),
    re.compile(
        r"(?:(?:第?[一二三四五六七八九特][等类档级层次]{0,2}奖?|[A-EＡ-Ｅ]类?|[“\"]?A{1,5}[”\"]?)(?:、|和|及|或)?){2,8}"
    ),
]


def read_particulars(text: str, amounts: list[Amount], numbers: list[int], around: list[tuple]) -> None:
    """Set text, per, condition, beneficiary, group and unparsed in place, for the amounts of one text in order.

    `numbers` holds the last group number given; it is counted on. `around` are the `surroundings` of each amount.
    """
    floor = 0
    for index, amount in enumerate(amounts):
        earlier, before, *_ = around[index]
        amount.per = _per(text, amount, before)
        amount.text = _phrase(text, floor, amount)
        if amount.role in ("benefit", "rate"):
            amount.beneficiary = _beneficiary(earlier, before)
            amount.condition = _condition(earlier, before)
        elif index and amount.role == "threshold":
            amount.condition = ""
        floor = amount.end
    _groups(text, amounts, numbers)


def last_match(pattern: re.Pattern, text: str) -> re.Match | None:
    """The last match of a pattern in a text, or None."""
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


def _per(text: str, amount: Amount, before: str) -> str | None:
    after = PER_AFTER.match(text, amount.end)
    if after and amount.unit not in ("%", "ratio"):
        first = {"平米": "平方米", "㎡": "平方米"}.get(after["first"], after["first"])
        return first + (after["second"] or "")
    if amount.unit in ("%", "ratio", "平方米", "亩", "公顷"):
        return None
    if amount.role == "threshold" and "亩均" in before:
        return "亩"
    if amount.role not in ("benefit", "other"):
        return None
    if "每" not in before and "均" not in before and "按月" not in before:
        return None
    for per, pattern in _PER_BEFORE:
        found = last_match(pattern, before)
        if found and len(before) - found.end() <= 24:
            return per
    if amount.qualifier != "max":
        thing = _PER_THING.search(before)
        if thing:
            return thing["thing"]
        noun = _PER_NOUN.search(before)
        if noun:
            return noun["noun"]
    return None


_LEAD = re.compile(
    r"(?:最高|不超过|不高于|不低于|不少于|超过|达到|达|突破|低于|给予|予以|奖励|补助|补贴|一次性|按照?|总规模|规模)[^，。；：,;、\d]{0,24}$"
)
_TAIL = re.compile(
    rf"(?:（[^（）]{{0,8}}）)?(?:及?以[上下内]|左右)?(?:的)?(?:一次性)?[^，。；：,;、\d的给]{{0,10}}?(?:{PAY})?(?=[，。；：,;、）)]|$)|(?:及?以[上下内]|左右)"
)


def _phrase(text: str, floor: int, amount: Amount) -> str:
    """The shortest phrase with the qualifier: 最高给予500万元后补助."""
    lead = _LEAD.search(text[max(floor, amount.start - 34) : amount.start])
    start = amount.start - (len(lead[0]) if lead else 0)
    tail = _TAIL.match(text[amount.end : amount.end + 24])
    return text[start : amount.end + (tail.end() if tail else 0)]


def _beneficiary(earlier: str, before: str) -> str:
    paid = _PAID_TO.search(before[-40:])
    if paid and not _NOT_WHO.match(paid["who"]):
        return paid["who"]
    words = f"{earlier}，{before}" if earlier else before
    for lead in reversed(list(_FOR.finditer(words))):
        words = re.split(r"给予|予以|分别|按|一次性", lead["words"])[0]
        found = _FOR_HEAD.search(words[-18:]) or _FOR_FIRST.search(words)
        if found:
            return re.sub(r"^(?:我市|本市|全市|市域内|区域内|辖内|在泉)", "", found["who"])
    each = re.search(r"(?:每家|单家|每个|单个|同一)(?P<who>企业|机构|单位|园区|平台|社区|项目|展会|个人)", before)
    return each["who"] if each else ""


_CONDITION_LEAD = re.compile(
    r"(?:^|[，,：:])(?P<words>(?:其中)?(?:对于?|凡|在|获|被|经|符合|首次|新(?:认定|列入|获|引进|增|设|建|批)|年(?:度|销售|营业|产值|实际)|固定资产|成功)[^。；]{2,160})$"
)
_PAYING = re.compile(
    r"给予|予以|分别|奖励|奖补|补助|补贴(?!的)|资助|一次性|按照?|财政|最高|不超过|单[家个]|每[家个户人]"
)


def _condition(earlier: str, before: str) -> str:
    """The words of the sentence that the amount depends on: from 对, 凡 or 在 to where the paying begins."""
    words = f"{earlier}，{before}" if earlier else before
    lead = _CONDITION_LEAD.search(words)
    if not lead:
        return ""
    kept = []
    for piece in re.split(r"[，,]", lead["words"]):
        paying = _PAYING.search(piece)
        if kept and re.match(r"按|参照|受益|市级|[市县区]财政|以.{2,30}为基数", piece):
            break
        if paying and not piece.endswith("的"):
            if not kept and paying.start() > 3:
                kept.append(piece[: paying.start()])
            break
        kept.append(piece)
    return "，".join(piece for piece in kept if piece)


def _groups(text: str, amounts: list[Amount], numbers: list[int]) -> None:
    """One number for the amounts of a ladder, and for a rate with its cap."""
    index = 0
    while index < len(amounts):
        last = index
        while last + 1 < len(amounts) and _same_list(text, amounts[last], amounts[last + 1]):
            last += 1
        ladder = amounts[index : last + 1]
        if len(ladder) > 1 and ladder[0].role in ("benefit", "rate"):
            numbers[0] += 1
            for amount in ladder:
                amount.group = numbers[0]
                amount.per = amount.per or ladder[0].per
            _pair(text, ladder)
        elif ladder[0].role == "benefit" and ladder[0].qualifier == "max" and index:
            rate = amounts[index - 1]
            gap = text[rate.end : ladder[0].start]
            if rate.role == "rate" and rate.unit == "%" and len(gap) <= 60 and not re.search(r"[。；;\n]", gap):
                if rate.group is None:
                    numbers[0] += 1
                    rate.group = numbers[0]
                ladder[0].group = rate.group
        index = last + 1


def _same_list(text: str, first: Amount, second: Amount) -> bool:
    gap = text[first.end : second.start]
    return (
        len(gap) <= 26
        and first.unit == second.unit
        and first.role == second.role
        and LIST_JOINT.fullmatch(gap) is not None
    )


#: What stands before the first item of a list: 鼓励企业在“新三板”… → “新三板”
_FIRST_ITEM = re.compile(r"^.{0,40}(?:在|对于?|获得|认定为|评为|获评|获批)(?=.{2})")


def _pair(text: str, ladder: list[Amount]) -> None:
    """Give each amount of a ladder its own condition; where the two lists differ in length, mark all as unparsed."""
    inline = [_own_label(text, amount, ladder[index - 1].end if index else None) for index, amount in enumerate(ladder)]
    if all(inline):
        for amount, label in zip(ladder, inline, strict=True):
            amount.condition = label
        return
    earlier, before, *_ = surroundings(text, ladder[0].start, ladder[-1].end)
    place = _SEPARATELY.search(before)
    separately = place is not None or _SEPARATELY.search(earlier[-24:]) is not None
    words = earlier + "，" + (before[: place.start()] if place else before)
    lengths, items = [], None
    for candidate in _lists(words, any_list=separately):
        if len(candidate) == len(ladder):
            items = candidate
            break
        lengths.append(len(candidate))
    if items:
        for amount, item in zip(ladder, items, strict=True):
            amount.condition = _FIRST_ITEM.sub("", item)
    elif separately:
        for amount in ladder:
            amount.unparsed = True


def _own_label(text: str, amount: Amount, floor: int | None) -> str:
    """A label printed with the amount itself: 一等奖50万元, 500万元（达到A类）."""
    behind = re.match(r"（([^（）含]{2,16})）", text[amount.end : amount.end + 20])
    if behind:
        return behind[1]
    window = text[floor if floor is not None else max(0, amount.start - 10) : amount.start]
    label = re.search(
        r"(?:^|[、，和及与])([^、，。；\d给予奖最不]{1,8}(?:等奖|级|类|档|名|奖))(?:奖励|给予|补助|最高)?$", window
    )
    return label[1] if label else ""


_SHARED_END = re.compile(r"等奖$|(?<=”)级$|[类档]$")


def _lists(words: str, *, any_list: bool):
    """The enumerations before a ladder, the nearest first: thresholds, levels, then any list of a clause."""
    clauses = [clause for clause in re.split(r"[，,：:]", words) if clause]
    for clause in reversed(clauses):
        money = [match[0] for match in _MONEY_ITEM.finditer(clause)] if any_list else []
        if len(money) > 1:
            yield money
        for pattern in _LEVELS:
            if found := last_match(pattern, clause):
                items = [item for item in _ITEMS.split(found[0]) if item]
                # 一、二、三等奖 and “AAAA”“AAA”级 print what they share once.
                shared = _SHARED_END.search(items[-1])
                if shared:
                    items = [item if item.endswith(shared[0]) else item + shared[0] for item in items]
                tail = clause[found.end() :]
                if len(items) > 1:
                    yield [item if len(item) > 3 else item + _common(tail) for item in items]
        parts = [part for part in _ITEMS.split(clause.strip("的")) if part]
        if any_list and len(parts) > 1:
            yield parts


def _common(tail: str) -> str:
    """What follows the last level and belongs to all: 国家级、省级科技企业孵化器的 → 科技企业孵化器."""
    return re.split(r"的|，|（", tail)[0][:24]
