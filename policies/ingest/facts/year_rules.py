"""Years that are goals, plans, conditions or told of: the last part of the table of dates."""

from __future__ import annotations

from policies.ingest.facts.date_rule import DateRule
from policies.ingest.facts.date_words import FIGURE, PLAN

#: They are asked in this order behind all others of `date_rules`.
YEAR_RULES = [
    DateRule(
        "before a feast",
        "completion",
        r"",
        r"[^，。；]{0,6}?(?:春节|国庆|元旦|中秋|五一|端午|清明|汛|供暖季|采暖季|开学|[夏秋]收)[^，。；]{0,4}前",
        "2024年春节前发放到位",
        only=("bare year",),
    ),
    DateRule("within the year", "completion", r"", r"度?[以之]?内", "2024年内出台实施细则", only=("bare year",)),
    DateRule(
        "term of years", "other", r"(?:周期|工期|期限|时间|时段)[:：为是]?$", r"", "工期：2024—2026年", only=("years",)
    ),
    DateRule(
        "past act",
        None,
        r"已(?:经)?(?:分别)?[于在](?:[12]\d{3}年[、和及])?$",
        r"",
        "已分别于2005年和2006年给予奖励",
        only=("bare year", "year", "month"),
    ),
    DateRule(
        "act of a past year", None, r"", r"度?[底末]?已", "对2020年已达标的镇进行提升", only=("bare year", "year")
    ),
    DateRule(
        "figure of that year",
        "other",
        r"(?:对|凡|按|以|为|经|自|从|比|较|同|与|和|截至)$",
        r"",
        "对2022年新增规模以上企业",
    ),
    DateRule(
        "condition of that year",
        "other",
        r"",
        r"[^，。；]{0,20}的(?=[，。；])|[^，。；\d]{2,24}的[^，。；的\d]{2,16}，[^。；]{0,12}?(?:给予|予以|奖励|补助|补贴|按)",
        "2021年度完成建设任务的，给予奖励",
        only=("bare year", "year"),
    ),
    DateRule(
        "plan for the year",
        "target",
        r"(?:目标|任务|计划)[^，。；]{0,6}$",
        r"",
        "年度目标2021年",
        only=("bare year", "year"),
    ),
    DateRule(
        "past figure",
        "other",
        r"",
        r"(?:度)?[^，。；]{0,6}?(?:已|曾|有|实际|获|取得|被|在册|入库|纳税)[^。；]{0,60}的",
        "2020年度有自营出口业绩的企业",
        only=("bare year", "year"),
    ),
    DateRule(
        "plan verb",
        "target",
        r"",
        rf"[，,]?[^。；]{{0,30}}?(?:{PLAN})",
        "2021年新增报批工业用地项目75宗",
        only=("bare year", "year"),
    ),
    DateRule(
        "growth of the year",
        "target",
        r"",
        r"(?:[、和及](?:19|20)\d\d年)*(?:度|[底末])?[，,]?(?![^。；]{0,40}同比)[^。；的]{0,30}?(?:分别|年均)?(?:增长|下降|提高|降低|提升|压减)[^，。；的]{0,10}\d[^，。；的]{0,12}(?=[，。；]|$)",
        "2024年、2025年，规模以上工业增加值分别增长7.5%、8%。",
        only=("bare year", "year"),
    ),
    DateRule(
        "figure to reach",
        "target",
        r"",
        rf"度?[，,]?(?![^。；]{{0,50}}(?:已|了|累计|共|给予|奖|补[助贴]))[^。；的]{{0,36}}?(?:{FIGURE}[^。；]{{0,14}}?\d|不得?(?:低于|少于|高于|超过|突破))",
        "2015年，全市排放总量分别控制在10.9万吨以内",
        only=("bare year", "year"),
    ),
    DateRule(
        "goal over years",
        "target",
        r"",
        r"[，,]?(?!每年|各年)[^。；的已]{0,24}?(?:力争|争取|计划|新增|培育|引进|建成|突破)[^。；的]{0,24}\d",
        "2025—2027年全市新增技改投资3000万元",
        only=("years",),
    ),
    DateRule(
        "built within",
        "completion",
        r"(?:应当?|须|必须|要)[在于]$",
        r"(?:期间|之间|间|内)?[^，。；的]{0,10}?(?:建成|完成|投产|竣工|开工|实施|落实)",
        "项目应于2022年至2025年建成投产",
        only=("years", "span"),
    ),
    DateRule("year told of", None, r"", r"", "一九四九年，以毛泽东主席为领袖的中国共产党", only=("bare year",)),
    DateRule(
        "years told of",
        None,
        r"",
        r"(?!度|[，,]|期间|每年|各年|力争|计划|新增)",
        "1980-1981年住宅通用设计",
        only=("years",),
    ),
    DateRule("named date", "other", r"", r"", "2019年1月1日至12月31日，困难企业可"),
]
