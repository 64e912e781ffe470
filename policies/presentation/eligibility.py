"""我能享受什么: each benefit held against a reader's answers, with the words of the clause that decide.

A machine can say that a clause names the reader (条件相符), that it may concern them (可能), or that it excludes them
in so many words (不符合). Everything else is 未涉及. It never says 不符合 where the text does not say so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policies.models import Audience
from policies.presentation.benefits import Benefit

FITS, MAYBE, EXCLUDED, UNTOUCHED = "fits", "maybe", "excluded", "untouched"
LABELS = {FITS: "条件相符", MAYBE: "可能", EXCLUDED: "不符合", UNTOUCHED: "未涉及"}
#: Groups of the question 您是谁, by words of the audience's name; the first that fits.
GROUPS = (
    ("个人", re.compile("人才|毕业生|青年|居民|职工|人员|农户|个体")),
    ("机构", re.compile("机构|平台|载体|园区|协会")),
    ("企业", re.compile("")),
)
#: Fields of business, by words that the clause, its heading or its document's title holds.
FIELDS = {
    "innovation": ("科技创新、研发", ("科技", "研发", "技术", "专利", "知识产权", "创新")),
    "industry": ("工业、技改、智能制造", ("工业", "制造", "技改", "设备", "首台", "产能", "服务型")),
    "trade": ("外贸、展会、跨境电商", ("外贸", "出口", "进口", "展会", "跨境", "境外", "海外仓")),
    "investment": ("外资、对外投资", ("外资", "外商", "到资", "对外投资", "境外投资", "并购")),
    "ecommerce": ("电商、直播", ("电商", "电子商务", "直播")),
    "logistics": ("物流、供应链", ("物流", "供应链", "仓")),
    "finance": ("融资、上市、金融", ("融资", "贷款", "上市", "挂牌", "担保", "基金", "贴息", "保险")),
    "talent": ("人才、就业、培训", ("人才", "就业", "毕业生", "培训", "招工", "博士", "技能")),
    "land": ("用地、厂房", ("用地", "土地", "厂房", "地价")),
    "tourism": ("文化、旅游、设计", ("旅游", "文化", "工业设计", "遗产")),
}
#: 不含…, 除…外, …除外, 不适用于…: the words that shut somebody out, before or after who is meant.
SHUTS_OUT = (
    re.compile(r"(?:不含|不包括|不包含|不适用于|不得享受[^，。；]{0,4})(?P<who>[^，。；）)]{1,40})"),
    re.compile(r"除(?P<who>[^，。；]{1,40}?)(?:以外|之外|外)"),
    re.compile(r"(?P<who>[^，。；（(]{1,40}?)(?:除外|不再享受|不予支持|不予奖励|不予补助)"),
)


@dataclass(frozen=True, slots=True)
class Answers:
    """`who`: audiences chosen; `field` a key of FIELDS or ""; `county` as typed."""

    who: Sequence[Audience] = ()
    field: str = ""
    county: str = ""


@dataclass(slots=True)
class Judged:
    """A benefit and how it stands to the answers: `quote` is the deciding clause, `words` what decides in it."""

    benefit: Benefit
    verdict: str
    quote: str
    words: list[str] = field(default_factory=list)
    reason: str = ""

    @property
    def label(self) -> str:
        return LABELS[self.verdict]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where the deciding words stand in the quote."""
        found = sorted((match.start(), match.end()) for word in self.words
                       for match in re.finditer(re.escape(word), self.quote))  # fmt: skip
        kept: list[tuple[int, int]] = []
        for start, end in found:
            if not kept or start >= kept[-1][1]:
                kept.append((start, end))
        return kept


def group_of(audience: Audience) -> str:
    return next(name for name, words in GROUPS if words.search(audience.name))


def judge(benefit: Benefit, answers: Answers) -> Judged:
    """How one benefit stands to the answers."""
    clause = benefit.words
    for pattern in SHUTS_OUT:
        for match in pattern.finditer(clause):
            county = bool(answers.county) and answers.county in match["who"]
            if county or _named(match["who"], answers.who):
                return Judged(benefit, EXCLUDED, clause, [match[0]], "条款写明把它排除在外")
    if answers.field and not _in_field(benefit, answers.field):
        return Judged(benefit, UNTOUCHED, clause, [], "不在所选领域")
    facts = [fact.fact for fact in [*benefit.steps, *benefit.rates]]
    paid_to = " ".join(fact.beneficiary for fact in facts if fact.beneficiary)
    named = _named(paid_to or " ".join(fact.condition for fact in facts), answers.who)
    if named:
        conditions = _open_conditions(clause)
        verdict = MAYBE if conditions else FITS
        reason = (
            "条款写的对象就是您选的；还要满足：" + "、".join(conditions) if conditions else "条款写的对象就是您选的"
        )
        return Judged(benefit, verdict, clause, [*named, *conditions], reason)
    named = _named(clause, answers.who)
    if named:
        return Judged(benefit, MAYBE, clause, named, "条款提到了您选的对象，是不是发给您要看具体规定")
    if any(audience in _audiences(benefit) for audience in answers.who):
        named = _named(benefit.record.provision.text, answers.who)
        return Judged(benefit, MAYBE, clause, named, "同一条里提到了您选的对象")
    return Judged(benefit, UNTOUCHED, clause)


def _audiences(benefit: Benefit) -> set[Audience]:
    return {audience for fact in benefit.steps for audience in fact.fact.audiences.all()}


def _named(text: str, who: Sequence[Audience]) -> list[str]:
    """Words of the chosen audiences that stand in the text, the longest of each place."""
    words = sorted({word for audience in who for word in audience.words.split() if word in text}, key=len, reverse=True)
    return [word for place, word in enumerate(words) if not any(word in longer for longer in words[:place])]


def _in_field(benefit: Benefit, name: str) -> bool:
    provision = benefit.record.provision
    above = "".join(each.heading for each in benefit.record.ancestors)
    place = f"{benefit.words}{provision.heading}{above}{benefit.record.document.title}"
    return any(word in place for word in FIELDS[name][1])


#: What a reader must still reach or pass: 年销售额1亿元以上, 首次获评, 经评审. To be recognised (认定) as what one
#: says one is, is no further condition.
STILL_OPEN = re.compile(
    r"(?:达到|达|超过|不少于|不低于|突破)[^，。；]{0,20}?\d[\d,.]*[万亿]*[元人家%美][^，。；]{0,4}"
    r"|\d[\d,.]*[万亿]*[美]?元(?:（含）)?(?:以上|及以上)"
    r"|首次获评|首次认定|首次入选|评审|绩效评价|考核合格|竞赛|获奖"
)
MOST_CONDITIONS = 4


def _open_conditions(clause: str) -> list[str]:
    return list(dict.fromkeys(match[0] for match in STILL_OPEN.finditer(clause)))[:MOST_CONDITIONS]
