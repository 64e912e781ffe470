"""What an amount is for: benefit, rate, threshold, target or other, by weighing the words round it.

Every cue that is found adds its weight to its role; the heaviest role wins. Amounts of one list are weighed together.
"""

from __future__ import annotations

import re

from policies.ingest.facts.leads import list_lead, tells_goals
from policies.ingest.facts.pattern_index import PatternIndex
from policies.ingest.facts.role_cues import CHANGES, CUES, PAYS
from policies.ingest.facts.spans import NO_SPANS, Spans
from policies.ingest.parsed import Amount

#: The role where no cue speaks.
DEFAULTS = {"%": "other", "元": "other"}
AREAS = {"平方米", "亩", "公顷", "平方公里"}
ROLES = ("benefit", "rate", "threshold", "target", "other")
BENEFIT, THRESHOLD = ROLES.index("benefit"), ROLES.index("threshold")

SIDES = ("earlier", "before", "after", "later", "sentence", "unpaid", "passage", "clause", "raised", "goal", "lead")
#: 处五万元, not 污水处理率.
_PAYS = re.compile(rf"{PAYS}|处(?![理于在长室境置所级方])|罚款")
_REST_OF_YEAR = r"\d\d年(?:底|末)?(?!\d{1,2}月|度|[初上下])"
_TO_YEAR = ("到20", "至20", "到19", "至19", "—20", "－20", "–20", "~20", "-20")
#: Opens a goal that goes on to the end of the paragraph, or to the sentence that pays. Every branch begins with a plain
#: character, so that the search steps from one to the next of these.
_GOAL = re.compile(
    "力争|”末|五末|期末|”期间|世纪末|发展目标|总体目标|主要目标|具体目标|工作目标|"
    + "|".join(to + _REST_OF_YEAR for to in _TO_YEAR)
)
_BASE = re.compile(r"（(?P<year>(?:19|20)\d\d)年[底末]?为?$")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
#: A year that something is told of: not 到2003年, nor 较2003年, 2003年底前.
_TOLD_YEAR = re.compile(
    r"(?<![到至于比较以按争\d—－–~-])((?:19|20)\d\d)年(?!度|[底末]?[以之]?前|起|[，,]?(?:力争|争取|计划|拟|将|要))"
)
#: Where a report ends: with its sentence, or where it turns to what is to come.
_AHEAD = re.compile(r"[。；\n]|力争|争取|确保|目标|计划|(?:19|20)\d\d年")
#: The last character of every match of `_RAISED`: looked at before the pattern is tried.
_TO = frozenset("到至为")
#: 由380元提高到: the figure that follows is the new one.
_RAISED = re.compile(r"(?:提高|提|增加|上调|调整|扩大|增长)[到至为]$")
#: The cues of each kind of unit by side of `SIDES`, each as (number of the role, weight, search).
_CUES = {
    kind: [
        PatternIndex(
            (
                (cue.words, (ROLES.index(cue.role), cue.weight, re.compile(cue.words).search))
                for cue in CUES
                if cue.side == side and cue.unit in ("", kind)
            ),
            present="＿",
        )
        for side in SIDES
    ]
    for kind in ("元", "%")
}
#: the rest of the sentence before, the clause before, the clause behind, the rest behind, what stands before its ；,
#: what opens the list that it is in
Surroundings = tuple[str, str, str, str, str, str]
_TO_SENTENCE = re.compile(r"(?s:.*)[。；;！？\n]")
_TO_STOP = re.compile(r"(?s:.*)[。！？\n]")
_TO_CLAUSE = re.compile(r"(?s:.*)[，,：（(]")
_TO_ITEM_END = re.compile(r"[^。；！？\n]{0,120}")
_REST = re.compile(r"([^，,：:（(）)。；;！？\n]*+)(?:[，,：:（(）)]([^。；;！？\n]*+))?")
_CLOSED = re.compile(r"（[^（）]{0,60}）|\([^()]{0,60}\)|〔[^〔〕]{0,60}〕")
_LABEL = r"[^，。；：、\d（）\s给奖补按予贴最不超达到可每年共计另再为原]"
_PER_UNIT = r"[/／](?:[年月人户亩吨家台辆间床集部栋]|平方米|立方米|分钟|千瓦时?|兆瓦|公里)"
#: Between two amounts that are weighed together.
_JOINT = re.compile(
    r"(?:[（(][^（）()]{0,16}[）)])?(?:及?以[上下])?(?:（不?含)?(?:[、/至到]|和|及|以及|或者?|与)?"
    r"(?:(?:增加值|产值)?(?:超过|超|不超过|最高|达到|达)|[^，。；：,;、\d给奖补按予再付（贴]{0,6}(?:等奖)?)?"
    # 顶尖100万元，领军50万元; 1500元/分钟、三维动画片2000元/分钟; 30%（100人以上为15%）
    rf"|[，、]{_LABEL}{{1,5}}|{_PER_UNIT}[、，；]{_LABEL}{{0,8}}|（[^（），。；]{{1,12}}为"
)
_OPEN_BRACKET = re.compile(r"（[^（）]*$")
#: 由200元提高到300元: the first figure is superseded; 每增加1亿元增加30万元: the second is paid.
_CHANGED = re.compile(
    rf"(?:及?以[上下])?，?(?:依次|分别|相应|统一)?(?:最高)?(?:{CHANGES})[至到为]|增加$|再|则|立?[减返送赠]$"
)
#: 由一类550元、二类510元，依次调整为; 从2019年的60%提高到: all that stands between is superseded.
_OLD_WORDS = r"[^，。；\n由从对的起给予奖补\d.]"
_SUPERSEDED = re.compile(
    rf"(?:由|从)(?:(?:19|20)\d\d年[底末]?的|(?!(?:19|20)\d\d年)(?:原来?的?|现行的?|目前的?)?){_OLD_WORDS}{{0,12}}+\d[\d.]*+"
    rf"(?:{_OLD_WORDS}{{1,24}}+，?{_OLD_WORDS}{{0,12}}+\d[\d.]*+){{0,24}}{_OLD_WORDS}{{0,12}}?"
    rf"(?:，?(?:依次|分别|相应|统一))?(?:{CHANGES})[到至为]"
)
#: The heading of a paragraph that lists what is paid.
_PAID_HEADING = re.compile(r"(?:奖励|奖补|补助|补贴|资助|救助|补偿|扶持)(?:标准|金额|额度)(?:及[^，。；]{1,6})?$")


#: The heading of a paragraph that lists what is to be paid for something.
_FEE_HEADING = re.compile(
    r"(?<!补贴)(?<!补助)(?:租金|租赁费|收费|价格|费用|押金|保证金|物业费|学费)(?:标准|及[^，。；]{1,6})?$"
)


def weigh_roles(
    text: str,
    amounts: list[Amount],
    around: list[Surroundings],
    heading: str = "",
    year: int | None = None,
    lead: str = "",
) -> None:
    """Set `role` in place for the amounts of one text, in order; `around` are the `surroundings` of each.

    `heading` is the heading that the text stands under, "" where it has none; `year` the year its document speaks from;
    `lead` what opens the list that the text is an item of.
    """
    goals = goal_reach(text, headed=tells_goals(heading) or tells_goals(lead))
    old = superseded(text)
    told = told_of(text, year) if year else NO_SPANS
    paid = _PAID_HEADING.search(heading) is not None
    fees = ("费" in heading or "价" in heading or "金" in heading) and _FEE_HEADING.search(heading) is not None
    index = 0
    while index < len(amounts):
        last = index
        while last + 1 < len(amounts) and _together(text, amounts[last], amounts[last + 1]):
            last += 1
        # 60%以上（含60%）的单位: what is behind the bracket is behind the first.
        broken = last > index and _OPEN_BRACKET.search(text, amounts[index].end, amounts[last].start)
        behind = index if broken else last
        words = (*around[index][:2], *around[behind][2:4], *around[index][4:])
        goal = goals is not NO_SPANS and amounts[index].start in goals
        role = _role(amounts[index], amounts[last], sides_of(words, goal=goal), paid)
        if fees and role == "benefit" and not _PAYS.search("，".join(words[:4])):
            role = "other"
        if role == "target" and (amounts[index].start in told or _is_base(text, amounts[index].start)):
            role = "other"
        for amount in amounts[index : last + 1]:
            amount.role = "other" if old is not NO_SPANS and amount.start in old else role
        index = last + 1


def _together(text: str, first: Amount, second: Amount) -> bool:
    gap = text[first.end : second.start]
    return (
        len(gap) <= 24
        and not _CHANGED.match(gap)
        and _kind(first) == _kind(second)
        and (first.unit in AREAS) == (second.unit in AREAS)
        and _JOINT.fullmatch(gap) is not None
    )


def _kind(amount: Amount) -> str:
    return "%" if amount.unit in ("%", "ratio") else "元"


def _role(first: Amount, last: Amount, sides: tuple[str, ...], paid: bool) -> str:
    scores = [0] * len(ROLES)
    kind = _kind(first)
    for words, index in zip(sides, _CUES[kind], strict=True):
        if words:
            for role, weight, search in index.candidates(words):
                if search(words):
                    scores[role] += weight
    if kind == "元" and "min" in (first.qualifier, last.qualifier):
        scores[THRESHOLD] += 1
        scores[BENEFIT] -= 3
    if kind == "元" and first.qualifier == last.qualifier == "exact":
        # A condition has a bound; 总投资12.5亿元 tells a size.
        scores[THRESHOLD] -= 2
    if paid and kind == "元":
        scores[BENEFIT] += 2
    if first.unit in AREAS:
        scores[BENEFIT] = -1
    best = scores.index(max(scores))
    return ROLES[best] if scores[best] > (1 if best == THRESHOLD else 0) else DEFAULTS[kind]


def _is_base(text: str, start: int) -> bool:
    """总产值161亿元（2010年87亿: a year in a bracket before the year of the goal tells what the goal is measured by."""
    base = _BASE.search(text, max(0, start - 9), start)
    if not base:
        return False
    begin = max(text.rfind("\n", max(0, start - 160), start) + 1, start - 160)
    return any(year[0] > base["year"] for year in _YEAR.finditer(text, begin, base.start()))


def told_of(text: str, year: int) -> Spans:
    """Where sentences tell of years before `year` (2003年全市污水处理率达到42%), up to what they say of later ones."""
    reach = []
    for told in _TOLD_YEAR.finditer(text) if "年" in text else ():
        if int(told[1]) < year:
            ahead = _AHEAD.search(text, told.end())
            reach.append((told.start(), ahead.start() if ahead else len(text)))
    return Spans(reach) if reach else NO_SPANS


def superseded(text: str) -> Spans:
    """Where old figures stand: from 由 to 提高到, or to the 依次调整为 of a list."""
    if "由" not in text and "从" not in text:
        return NO_SPANS
    return Spans(match.span() for match in _SUPERSEDED.finditer(text))


def goal_reach(text: str, *, headed: bool = False) -> Spans:
    """Where a goal goes on: from its opener (到2025年, 力争) to the sentence that pays or the end of the paragraph.

    `headed`: the heading opens it, for the whole of the text.
    """
    if headed:
        pays = _PAYS.search(text)
        return Spans([(0, text.rfind("。", 0, pays.start()) + 1 if pays else len(text))])
    if not ("年" in text or "目标" in text or "力争" in text or "末" in text or "”期间" in text):
        return NO_SPANS  # no opener is without one of these
    reach, place, end = [], 0, 0
    while opener := _GOAL.search(text, place):
        if opener.end() > end:
            end = (text.find("\n", opener.end()) + 1 or len(text) + 1) - 1
        pays = _PAYS.search(text, opener.end(), end)
        place = pays.end() if pays else end
        reach.append((opener.start(), text.rfind("。", opener.end(), place) + 1 if pays else end))
    return Spans(reach) if reach else NO_SPANS


def sides_of(around: Surroundings, *, goal: bool = False) -> tuple[str, ...]:
    """The words on each side of `SIDES`, from the surroundings of an amount; `goal`: an earlier goal goes on."""
    earlier, before, after, later, passage, lead = around
    sentence = f"{earlier}，{before}{after}，{later}"
    paid = _PAYS.search(sentence) or (lead and _PAYS.search(lead))
    unpaid = "" if paid else f"{earlier}，{before}＿{after}，{later}"
    clause = f"{before}＿{after}"
    raised = f"{passage}{earlier}{before}" if before[-1:] in _TO and _RAISED.search(before) else ""
    goes_on = clause if goal and unpaid else ""
    return earlier, before, after, later, sentence, unpaid, passage, clause, raised, goes_on, lead


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """The words round an amount, as `Surroundings` names them. Closed brackets are left out."""
    reach = max(0, start - 160)
    opened = _TO_SENTENCE.match(text, reach, start)
    opening, passage = opened.end() if opened else reach, ""
    if opened and text[opening - 1] in "；;":
        stop = _TO_STOP.match(text, reach, opening)
        passage = text[stop.end() if stop else reach : opening]
    window = text[opening:start]
    if "）" in window or ")" in window or "〕" in window:
        window = _CLOSED.sub("", window)
    cut = _TO_CLAUSE.match(window)
    earlier, before = (window[: cut.end() - 1], window[cut.end() :]) if cut else ("", window)
    behind = text[end : end + 120]
    if "）" in behind or ")" in behind or "〕" in behind:
        behind = _CLOSED.sub("", behind)
    after, later = _REST.match(behind).groups("")
    return earlier, before, after, later, passage, _lead(text, start, end) if "：" in text else ""


def _lead(text: str, start: int, end: int) -> str:
    """What opens the list that an amount is in, where the words of its own item pay nothing."""
    if (place := list_lead(text, start)) is None:
        return ""
    begin, colon = place
    item = max(colon, text.rfind("；", colon, start)) + 1
    behind = _TO_ITEM_END.match(text, end).end()
    return "" if _PAYS.search(text, item, start) or _PAYS.search(text, end, behind) else text[begin:colon]
