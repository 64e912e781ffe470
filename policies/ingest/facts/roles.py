"""What an amount is for: benefit, rate, threshold, target or other, by weighing the words round it.

Every cue that is found adds its weight to its role; the heaviest role wins. Amounts of one list are weighed together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policies.ingest.parsed import Amount


@dataclass(frozen=True, slots=True)
class RoleCue:
    """One line of the table: where the words stand, the words, which unit they speak of, the role and its weight.

    `side`: `before` and `after` are the amount's own clause, `earlier` and `later` the rest of its sentence,
    `sentence` all of it without the amount.
    `unit`: `%` for percentages and ratios, `元` for money and areas, "" for both.
    """

    side: str
    unit: str
    words: str
    role: str
    weight: int
    example: str


PAY = r"奖励|奖补|补助|补贴|资助|扶持|支持|补偿|奖金|贴息|津贴|奖|补"
_GIVE = r"给予|予以|发放|拨付|享受|可获得?|获得?|领取|兑现|支付|安排|配套|奖励|奖补|补助|补贴|资助|扶持|支持|补偿|奖"
#: What one grant is limited by: 单家企业最高不超过.
_EACH = r"单家|单个|单户|单场|单项|单品种|单一|每家|每个|每户|每人|每场|每项|每年|每次|每届|每标准|每引进|同一|累计|年度|全年|合计|(?<![产资款易])总额|一次性|年最高|两项"
_FUND = r"基金|资金池|引导资金|资本金|授信|信用额度|贷款|融资|债券|担保|保费|罚款|罚金|罚|没收|保证金"
_METRIC = r"投资|产值|销售|收入|营收|营业|交易|纳税|税收|税额|利润|到资|注册资本|贡献|费用|支出|增加值|进出口|出口|采购|合同|规模|面积|占地|投入|强度|比例|占比|占|增速|增长|持股|总额|资产|产能|融资|估值|加工费|成交"

CUES = [
    # money -------------------------------------------------------------------------------------------------------
    RoleCue("before", "元", rf"(?:{_GIVE})[^的]{{0,24}}$", "benefit", 5, "给予每家企业最高20万元奖励"),
    RoleCue("before", "元", r"(?:最高|不超过|封顶|上限)[^，。；]{0,6}$", "benefit", 1, "最高不超过100万元"),
    RoleCue("before", "元", rf"(?:{_EACH})", "benefit", 2, "单家企业最高不超过5000元"),
    RoleCue("before", "元", r"(?:标准|奖金|奖项|[一二三特]等奖|金奖|银奖|铜奖|津贴|待遇|额度|限额|资金|经费)[^，。；]{0,10}$", "benefit", 2, "补助标准为每人1000元"),
    RoleCue("before", "元", r"(?:每|按)[^，。；]{0,6}[0-9一]?[个名人亩家户吨台辆场]$", "benefit", 2, "每引进1人1000元"),
    RoleCue("after", "元", rf"^(?:[/每][^，。；的]{{1,6}})?(?:的)?(?:一次性)?[^，。；的]{{0,12}}?(?:{PAY}|经费|奖金|启动资金)", "benefit", 5, "50万元的一次性奖励"),
    RoleCue("after", "元", r"^[/每](?:平方米|亩|人|月|年|天|吨|台|辆)", "benefit", 2, "100元/平方米"),
    RoleCue("earlier", "元", r"(?:给予|予以|奖励|补助|补贴|资助|补偿|扶持)(?!政策|标准|对象|项目|力度)", "benefit", 2, "按10%给予补助，最高100万元"),
    RoleCue("later", "元", r"(?:给予|予以|享受|奖励|补助|补贴|资助)", "threshold", 2, "年销售额1亿元以上的，给予奖励"),
    RoleCue("after", "元", r"^[^，。；]{0,34}的$|^[^，。；]{0,24}(?:以上|以下|左右)?的(?:企业|单位|项目|平台|园区|团队|机构|个人|人员|法人|主体|产品|房屋|工程|高校|展会|商贸|[^，。；奖补资助扶支经]{2,20}(?:企业|单位|项目|工程|机构|主体|平台|园区|人员|组织))", "threshold", 6, "达到1000万元及以上的，"),
    RoleCue("after", "元", r"^(?:（[^（）]{0,8}）)?(?:及以|以)[上下][^，。；]{0,4}(?:且|、|并|或|至)", "threshold", 4, "1000万元及以上且亩均投资强度"),
    RoleCue("after", "元", r"^[^，。；]{0,10}时$", "threshold", 4, "达到500万元时"),
    RoleCue("before", "元", rf"(?:{_METRIC})[^，。；]{{0,14}}$", "threshold", 3, "固定资产投资3000万元"),
    RoleCue("before", "元", r"^[（(]?(?:含|不含)$", "threshold", 6, "（含100万元）"),
    RoleCue("before", "元", r"^(?:对|凡|且|或|并且)", "threshold", 2, "对年度纳税额超过500万元的"),
    RoleCue("before", "元", r"(?:产值|年产值|收入|销售)?超$", "threshold", 2, "产值超百亿元民营企业"),
    RoleCue("before", "", r"(?:力争|争取|确保|目标|预计|突破|实现(?!的)|完成(?!后|的))", "target", 6, "民营经济增加值突破1.2万亿元"),
    RoleCue(
        "sentence", "", rf"^(?!.{{0,300}}(?:给予|予以|{PAY}))(?=.{{0,200}}(?:力争|争取|(?:到|至)20\d\d年))", "target", 8,
        "至2023年，力争年交易额超5亿元的供应链平台3个",
    ),
    RoleCue("before", "元", r"(?:发行|引进|吸引|带动|撬动|新增|增加值)[^，。；]{0,12}$", "target", 2, "发行债券超过200亿元"),
    RoleCue("earlier", "", r"(?:力争|争取|(?:到|至)\d{4}年(?:底|末)?，|[”五]期间|[”五]末)", "target", 3, "“十四五”期间每年新增上市企业3~5家，发行债券超过200亿元"),
    RoleCue("before", "元", r"(?:达到?|新增|增加到|增长到)[^，。；]{0,2}$", "target", 2, "规模达8亿元"),
    RoleCue("earlier", "", r"(?:力争|争取|确保|(?:到|至)\d{4}年|目标)", "target", 3, "到2025年，民营经济增加值突破1.2万亿元"),
    RoleCue("before", "元", rf"(?:{_FUND})[^，。；]{{0,12}}$", "other", 4, "授信额度500万元"),
    RoleCue("before", "元", r"(?:总规模|规模|设立|组建|注资|筹集|安排[^，。；]{0,6}资金)[^，。；达]{0,8}$", "other", 6, "设立总规模2亿元的知识产权运营基金"),
    RoleCue("before", "元", r"(?:原要求|原来?的?|原为|由|从原?)$", "other", 8, "原要求30万"),
    RoleCue("before", "元", r"(?:处|处以|并处|可以处)[^，。；]{0,20}$", "other", 9, "处五万元以上五十万元以下罚款"),
    RoleCue("after", "元", r"^[^，。；]{0,16}?(?:罚款|罚金|处罚)", "other", 9, "五十万元以下罚款"),
    RoleCue("after", "元", r"^(?:的)?[^，。；的]{0,12}?(?:贷款|授信|基金|投资|入股|融资|保证金|担保|债券|引导资金|股权)", "other", 7, "最高50万元创业担保贷款"),
    RoleCue("before", "元", r"(?:投入|出资|缴纳|收取|收费|费率|价格|租金|起拍价)[^，。；]{0,8}$", "other", 5, "单个场景投入不低于5万元"),
    RoleCue("after", "元", r"^(?:的)?[^，。；的]{0,8}?(?:专项资金|发展资金|预算资金|财政资金)", "other", 8, "安排1亿元专项资金"),
    RoleCue("earlier", "元", r"罚款|罚金", "other", 6, "并处罚款，最高不超过三十万元"),
    RoleCue("earlier", "元", r"[一二三特]等奖(?:[^，。；]{0,6})?$", "benefit", 4, "三等奖（3万元）"),
    RoleCue("after", "", r"^(?:提高|增加|上调|调整|降低|下调)[至到为]", "other", 12, "由每人每月200元提高到300元"),
    # percentages and ratios --------------------------------------------------------------------------------------
    RoleCue("before", "%", r"(?:按照?|依|以|参照|分别按?|承担|分担|分摊|报销|报支|返还|减免|减按|减征|免征|减收|加计|免除|提高(?![到至为])|上浮|下浮|降低|贴息|财政)[^，。；]{0,30}$", "rate", 4, "按实际募集资金的1%予以奖励"),
    RoleCue("before", "%", rf"(?:给予|予以|{PAY})[^，。；]{{0,24}}$", "rate", 4, "给予企业超出额0.5%的奖励"),
    RoleCue("before", "%", r"(?:额|费用?|投入|投资|款|贡献|部分|利息|利率|保费|租金|成本|价格|工资|价|原值|标准|收入|缴费|总额|金额|留成)的?(?:不超过|最高)?$", "rate", 2, "固定资产投资的5%"),
    RoleCue("after", "%", rf"^(?:的)?(?:比例|标准|额度|幅度|一次性|给予|予以|分档|档次|[^，。；的]{{0,6}}?(?:{PAY})|报|返|承担|分担|计|减|的?部分|确定|执行|发放|缴纳|支付|分配|出资|退还)", "rate", 4, "50%给予补助"),
    RoleCue("later", "%", rf"(?:给予|予以|{PAY}|返还)", "rate", 1, "最高可按照投资金额的50%，给予"),
    RoleCue("after", "%", r"^(?:（[^（）]{0,8}）)?[^，。；]{0,20}的$|^(?:（[^（）]{0,8}）)?(?:以[上下])?的[^，。；奖补资助扶支比标额]{0,24}(?:企业|单位|项目|团队|机构|平台|园区|人员|主体)|^[^，。；]{0,6}时$", "threshold", 6, "占企业年度销售收入30%以上的，"),
    RoleCue("after", "%", r"^(?:（[^（）]{0,8}）)?以[上下](?:且|并|或|投|的|用于)?", "threshold", 2, "募集资金50%以上投资于我市的"),
    RoleCue("before", "%", r"(?:占比?|比例|比重|持股|人数|达到?|低于|不足|代偿率|超过)[^，。；]{0,12}$", "threshold", 2, "人数比例达30%以上"),
    RoleCue("before", "%", r"(?:处|处以|并处|可以处)[^，。；]{0,24}$", "other", 9, "处合同价款百分之二以上百分之四以下的罚款"),
    RoleCue("after", "%", r"^[^，。；]{0,20}?(?:罚款|罚金|滞纳金|违约金)", "other", 9, "货值金额10%以下的罚款"),
    RoleCue("before", "%", r"(?:提高|提升|增加|扩大|下降|降低)[到至]$", "target", 2, "预留份额提高至40%以上"),
    RoleCue("before", "%", r"每(?:增长|提高|增加|上升|超过|超出|降低|下降)[^，。；]{0,6}$", "threshold", 9, "每增长1个百分点奖励1万元"),
    RoleCue("before", "%", r"(?:利率|费率|税率)[^，。；按]{0,8}$", "other", 4, "贷款利率不高于4.5%"),
    RoleCue("before", "%", r"不得?(?:低于|少于|超过|高于)$", "threshold", 1, "面积比例不得低于40%"),
    RoleCue("before", "%", r"不得(?:低于|少于|超过|高于)", "threshold", 3, "面积比例不得低于40%"),
    RoleCue("before", "%", r"^(?:对|凡|且|或|在)", "threshold", 2, "对年产值增速达20%以上的明星梯队企业"),
    RoleCue("before", "%", r"(?:增速|增长|年均|提高到|提升到|下降到|提升至|提高至|覆盖率|合格率|达标率|完成率|入学率|率|比例|比重)[^，。；]{0,10}$", "target", 2, "研发经费投入年均增长20%以上"),
    RoleCue("before", "%", r"(?:不低于|不得低于|不超过|不得超过|不少于)[^，。；]{0,4}$", "target", 1, "贷款增速不低于40%"),
]  # fmt: skip
#: The role where no cue speaks.
DEFAULTS = {"%": "other", "元": "other"}
ROLES = ("benefit", "rate", "threshold", "target", "other")

_COMPILED = {kind: [(cue, re.compile(cue.words)) for cue in CUES if cue.unit in ("", kind)] for kind in ("元", "%")}
#: the rest of the sentence before, the clause before, the clause behind, the rest of the sentence behind
Surroundings = tuple[str, str, str, str]
_SENTENCE_REST = re.compile(r"[^。；;！？\n]*+")
_CLAUSE_REST = re.compile(r"[^，,：:）)]*+")
_CLOSED = re.compile(r"（[^（）]{0,60}）|\([^()]{0,60}\)|〔[^〔〕]{0,60}〕")
#: Between two amounts that are weighed together.
_JOINT = re.compile(
    r"(?:[（(][^（）()]{0,16}[）)])?(?:及?以[上下])?(?:[、/至到]|和|及|以及|或者?|与)?"
    r"(?:(?:增加值|产值)?(?:超过|超|不超过|最高|达到|达)|[^，。；：,;、\d给奖补按予]{0,6}(?:等奖)?)?"
)
#: 由200元提高到300元: the first figure is superseded.
_CHANGED = re.compile(r"(?:提高|增加|上调|调整|降低|下调|压缩)[至到为]")


def weigh_roles(text: str, amounts: list[Amount], around: list[Surroundings]) -> None:
    """Set `role` in place for the amounts of one text, in order; `around` are the `surroundings` of each."""
    index = 0
    while index < len(amounts):
        last = index
        while last + 1 < len(amounts) and _together(text, amounts[last], amounts[last + 1]):
            last += 1
        role = _role(amounts[index], amounts[last], (*around[index][:2], *around[last][2:]))
        for amount in amounts[index : last + 1]:
            amount.role = role
        index = last + 1


def _together(text: str, first: Amount, second: Amount) -> bool:
    gap = text[first.end : second.start]
    return (
        len(gap) <= 24
        and not _CHANGED.match(gap)
        and _kind(first) == _kind(second)
        and _JOINT.fullmatch(gap) is not None
    )


def _kind(amount: Amount) -> str:
    return "%" if amount.unit in ("%", "ratio") else "元"


def _role(first: Amount, last: Amount, around: Surroundings) -> str:
    earlier, before, after, later = around
    parts = {
        "earlier": earlier,
        "before": before,
        "after": after,
        "later": later,
        "sentence": earlier + "，" + before + after + "，" + later,
    }
    scores = dict.fromkeys(ROLES, 0)
    kind = _kind(first)
    for cue, pattern in _COMPILED[kind]:
        if pattern.search(parts[cue.side]):
            scores[cue.role] += cue.weight
    if kind == "元" and any(amount.qualifier == "min" for amount in (first, last)):
        scores["threshold"] += 1
        scores["benefit"] -= 3
    best = max(ROLES, key=lambda role: scores[role])
    return best if scores[best] > 0 else DEFAULTS[kind]


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """The rest of the sentence before, the clause before, the clause behind and the rest behind; closed brackets out."""
    reach = max(0, start - 160)
    window = text[max(reach, *(text.rfind(mark, reach, start) + 1 for mark in "。；;！？\n")) : start]
    if "（" in window or "(" in window:
        window = _CLOSED.sub("", window)
    cut = max(window.rfind("，"), window.rfind(","), window.rfind("："), window.rfind("（"), window.rfind("("))
    earlier, before = window[: max(cut, 0)], window[cut + 1 :]
    window = _SENTENCE_REST.match(_CLOSED.sub("", text[end : end + 120]))[0]
    clause = _CLAUSE_REST.match(window)[0]
    return earlier, before, clause, window[len(clause) + 1 :]
