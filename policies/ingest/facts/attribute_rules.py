"""Years and months that only say which thing is meant: the rent of February 2020, the insurance year 2026."""

from __future__ import annotations

from policies.ingest.facts.date_rule import DateRule

#: Verbs and prepositions whose object begins with the date: 免收2020年2月份房租.
_TAKES = (
    r"(?:免收|减免|免除|免征|减征|减半征收|缓缴|缴纳|补缴|缴清|发放|补发|支付|受理|给予|享受|参加|参与|办理|符合|纳入|列入|核定|安排|下达|兑现|清算"
    r"|核算|将|把|对|按|以|用于|使用|抵扣|计入|申报|申请|提高|调整|上调|降低|确定|执行|指导)"
    r"(?:了|过)?(?:[我全本][省市县区])?$"
)
#: Things that have a year or a month, and are none to be reached.
_THING = (
    r"(?:房租|租金|物业费|水电费|[水电气]费|税款|税费|社会保险费|社保费|保险费|公积金|工资|薪酬|贷款|再贷款|存量贷款|利息|资金|预算|经费|额度"
    r"|医保|医疗保险|养老保险|保险待遇|待遇|参保|缴费|基数|税期限|申报期限|纳税期限|缴纳期限|工资总额|学费|补贴|补助|(?:补助|工资|缴费|收费|补贴|保障)标准|经济社会发展(?!目标))"
)

#: Asked before the rules of years; what names its thing by a year is no deadline.
ATTRIBUTE_RULES = [
    DateRule(
        "thing of that time",
        None,
        _TAKES,
        rf"(?:份|度)?(?:(?:新增|发放|到期|发生|缴纳)的|新增)?的?(?!年|已|起|底|末|内|[以之]?前)[^，。；、有无未实达获取完缴纳]{{0,18}}?{_THING}(?![^，。；]{{0,12}}(?:达到|突破|增长|不[低少]于))",
        "免收2020年2月份房租",
        only=("bare year", "year", "month"),
    ),
    DateRule(
        "edition of that year",
        None,
        r"",
        r"(?![^，。；]{0,30}(?:达到|突破|增长|不[低少]于))(?:实际)?[^，。；、的有无未已新实达获取完超被]{0,12}?(?:医保|医疗保险|养老保险|参保|缴费|待遇|基数)",
        "2026年度城乡居民医保集中参保时间",
        only=("year",),
    ),
    DateRule(
        "those of that year",
        None,
        r"(?:对|凡)(?:在|于)?$",
        r"(?!度|[底末]|[以之]?前|起|以来|至今|已)[^，。；]{1,40}?的(?![^，。；]{0,4}(?:目标|任务))",
        "对2025年购置智能产品的，给予10%补贴",
        only=("bare year", "month"),
    ),
    DateRule(
        "paper of that year",
        None,
        r"",
        r"的?(?:企业)?(?:经审计的)?(?:财务|审计|年度|完税|纳税|所得税|资产负债|利润)[^，。；、\d]{0,6}?(?:报表|报告|证明|决算|表)"
        r"(?![^，。；]{0,8}(?:[编制出具报提]|完成))",
        "企业2025年度财务报表",
        only=("bare year", "year"),
    ),
    DateRule(
        "event held",
        None,
        r"",
        r"[^，。；]{0,4}?(?:召开|举行|举办)的",
        "1996年1月8日至12日召开的会商会",
        only=("day", "span"),
    ),
    DateRule(
        "forecast",
        None,
        r"",
        r"(?:度|及未来)?[，,]?[^。；]{0,40}?(?:可能性|趋势|态势|有望|预测)",
        "1997年，发生强震的可能性较大",
        only=("bare year", "year"),
    ),
    DateRule(
        "insurance year",
        None,
        r"",
        r"(?:缴费|参保|医保|保险|会计|财政|预算|招生)年度",
        "2009年缴费年度，缴费下限暂不调整",
        only=("bare year",),
    ),
    DateRule(
        "in other words",
        None,
        r"年度[（(]$",
        r"[）)]",
        "上一年度（2008年度）职工月平均工资的40%",
        only=("bare year", "year", "span"),
    ),
    DateRule("valid within", None, r"有效期在$", r"度?[以之]?内的", "有效期在2025年内的人员", only=("bare year",)),
]
