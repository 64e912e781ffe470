"""The phrase of an amount: the shortest words that hold its qualifier and what it is (最高给予500万元后补助)."""

from __future__ import annotations

import re

from policies.ingest.facts.masking import BLANK
from policies.ingest.facts.qualifiers import JOINT_FIRST, JOINT_LENGTH, LIST_JOINT
from policies.ingest.facts.role_cues import PAY
from policies.ingest.parsed import Amount

#: Where a phrase may begin, when its clause is too long to be shown whole.
_LEAD = re.compile(
    r"按照?|参照|给予|予以|分别|一次性|累计|奖励|奖补|补助|补贴|资助|报[销支]|贴息|最高|最多|不(?:得|能)?(?:超过|超出|低于|少于|高于|多于|足|满)"
    r"|未(?:满|超过|达到?)|超过|超|突破|达到?|低于|少于|高于|大于|小于|至少|约|增长|下降|降低|提高|占|每|单[家个户场项笔]|(?:总|首期)?规模|发行|控制在"
    r"|处以?(?=[\d一二三四五六七八九十百千])|含(?=\d)|原要求"
)
#: A noun or a negation before the lead belongs to it: 比例不得低于40%, 年交易规模超过5亿元.
_NOUN_BEFORE = re.compile(
    r"(?:不得?|(?:年度?|当年|首期|总|累计|实际|固定资产|生产|设备|建筑|仓储|研发|研发经费|营业|销售|主营业务|加工|交易|成交|注册|收购|工业|用地|工程|净|合同|到资"
    r"|投资|服务|采购|单位面积|亩均|平均|年化|新增|补助|奖励|项目|产品|贷款|技术)*"
    r"(?:比例|比重|占比|强度|增速|面积|金额|规模|产值|收入|投资|投入|标准|费用?|成本|总额|额|资本|资产|资金|利率|费率|率|价格?|增加值|经费|报价)"
    r"(?:首次|累计|实际|分别|再|年均)?)$"
)
_DROP = re.compile(
    r"^(?:[、和及与或且并，\s]|以及|其中|力争|争取|确保|达到预期|由|对于?|凡|再|则|可|将|应当?|通过|至(?=\D))+"
)
_TAIL = re.compile(
    rf"(?:[/每][\u4e00-\u9fff㎡]{{1,4}}(?:[/·每][人月年天日次])?)?(?:的)?{BLANK}*(?P<bound>(?:及|或)?以[上下内]|之?内|左右|封顶|起(?![始征点诉]))?"
    rf"(?:(?:的?比例|的标准)?(?:给予|予以)?(?:的)?(?:一次性|增加|配套|适当|经费|资金|引才|投资|安居|项目|股改|费用|落户|用|后|建站|培育|培训)*(?:{PAY}|经费支持|经费)(?:资金)?"
    r"(?![\u4e00-\u9fff]*?(?:政策|办法|标准))|的?比例(?:承担|分担|分摊|分成|配套|兑[付现]|安排)?|承担|分担|分摊|发放|报[销支]|罚款)?"
)
_PLAIN_TAIL = re.compile(
    rf"(?:[/每][\u4e00-\u9fff㎡]{{1,4}}(?:[/·每][人月年天日次])?)?(?:{BLANK}+)?(?:(?:及|或)?以[上下内]|左右)?"
)
_WITHIN = re.compile(r"[^，。；\d＿]{0,6}(?:以|之)?内")
_BOUND_BEHIND = re.compile(r"(?:(?:及|或)?以[上下内])?")
_TO_LAST_MARK = re.compile(r"(?s:.*)[，。；：！？\n（]")
#: Words that bound; a phrase of a bounded amount has one of them.
_BOUND = re.compile(
    r"超|最高|最多|至多|最大|上限|封顶|[不未]|以[上下内]|之?内|低于|少于|小于|高于|大于|多于|突破|达|增至|满|至少|逾|破|过|约|近|左右|起|限"
)
#: 给予全额报支、目录外报支40%: of these leads the item of a list is shown, not the whole list.
_OF_ITEM = ("报支", "报销", "最高", "不超过", "不低于", "补助", "奖励")
WHOLE, REACH, LONGEST = 13, 34, 26


def set_phrases(text: str, masked: str, amounts: list[Amount]) -> None:
    """Set `text` of the amounts of one text, in order; a qualifier that governs a list is shown with each of it."""
    spans: list[tuple[int, int]] = []
    floor = 0
    for index, amount in enumerate(amounts):
        start, end = _span(text, masked, floor if floor < amount.start else amount.start, amount)
        gap = text[amounts[index - 1].end : amount.start] if index else ""
        joined = gap[:1] in JOINT_FIRST and len(gap) <= JOINT_LENGTH and LIST_JOINT.fullmatch(gap) is not None
        if joined and not _bounded(text, start, end, amount):
            start = spans[-1][0]
        spans.append((start, end))
        floor = end if end > amount.end else amount.end
    for index in range(len(amounts) - 1, -1, -1):
        start, end = spans[index]
        following = index + 1 < len(amounts)
        if (
            following
            and not _bounded(text, start, end, amounts[index])
            and spans[index + 1][0] <= amounts[index].end + 8
        ):
            end = max(end, spans[index + 1][1])
            spans[index] = (start, end)
        amounts[index].text = text[start:end].strip()


def _bounded(text: str, start: int, end: int, amount: Amount) -> bool:
    """Whether the phrase shows what its qualifier says; exact amounts and ranges need no word."""
    if amount.qualifier not in ("max", "min", "approx"):
        return True
    words = text[start : amount.start] + amount.surface + text[amount.end : end]
    return _BOUND.search(words) is not None


def _span(text: str, masked: str, floor: int, amount: Amount) -> tuple[int, int]:
    inside = masked[amount.start] == BLANK
    source = text if inside else masked
    left = max(floor, amount.start - REACH)
    passed = _TO_LAST_MARK.match(source, left, amount.start)
    start = passed.end() if passed else left
    if source[start : start + 1] == BLANK:
        # The bracket of the amount before: 500万元（达到A类）、200万元.
        start += len(source[start : amount.start]) - len(source[start : amount.start].lstrip(BLANK))
    clause = source[start : amount.start]
    short = len(clause) <= WHOLE and (passed or start == floor) and "的" not in clause[:-6]
    if short:
        dropped = _DROP.match(clause)
        start += dropped.end() if dropped else 0
    else:
        start = _lead(source, start, amount.start)
    if inside:
        tail = _BOUND_BEHIND.match(text, amount.end)
    elif amount.role in ("benefit", "rate", "other"):
        tail = _TAIL.match(masked, amount.end)
    else:
        tail = (
            _WITHIN.match(masked, amount.end)
            if amount.qualifier == "max" and source[amount.start - 1 : amount.start] == "在"
            else None
        )
        tail = tail or _PLAIN_TAIL.match(masked, amount.end)
    end = amount.end + (tail.end() - tail.start() if tail else 0)
    return start, end - (text[end - 1] == "的")


def _lead(source: str, start: int, end: int) -> int:
    """The first lead of the last `LONGEST` characters with the noun before it; else the amount itself."""
    for lead in _LEAD.finditer(source, max(start, end - LONGEST), end):
        between = source[lead.end() : end]
        if "、" in between and lead[0] not in ("按", "按照"):
            continue
        item = source.rfind("、", max(start, lead.start() - 6), lead.start()) + 1
        if item and lead[0] in _OF_ITEM:
            return item
        noun = _NOUN_BEFORE.search(source, max(start, lead.start() - 16), lead.start())
        return noun.start() if noun else lead.start()
    # No lead: 用地面积7000亩; the noun that touches the amount.
    noun = _NOUN_BEFORE.search(source, max(start, end - 16), end)
    return noun.start() if noun else end
