"""What an amount is for: benefit, rate, threshold, target or other, by weighing the words round it.

Every cue that is found adds its weight to its role; the heaviest role wins. Amounts of one list are weighed together.
"""

from __future__ import annotations

import re

from policies.ingest.facts.masking import last_of
from policies.ingest.facts.role_cues import CUES, PAYS
from policies.ingest.parsed import Amount

#: The role where no cue speaks.
DEFAULTS = {"%": "other", "元": "other"}
AREAS = {"平方米", "亩", "公顷", "平方公里"}
ROLES = ("benefit", "rate", "threshold", "target", "other")

SIDES = ("earlier", "before", "after", "later", "sentence", "unpaid", "passage")
_PAYS = re.compile(rf"{PAYS}|处以?|罚款")
#: The cues of each kind of unit by side of `SIDES`: [(role, weight, search)].
_COMPILED = {
    kind: [
        [
            (cue.role, cue.weight, re.compile(cue.words).search)
            for cue in CUES
            if cue.side == side and cue.unit in ("", kind)
        ]
        for side in SIDES
    ]
    for kind in ("元", "%")
}
#: the rest of the sentence before, the clause before, the clause behind, the rest behind, what stands before its ；
Surroundings = tuple[str, str, str, str, str]
_SENTENCE_REST = re.compile(r"[^。；;！？\n]*+")
_CLAUSE_REST = re.compile(r"[^，,：:）)]*+")
_CLOSED = re.compile(r"（[^（）]{0,60}）|\([^()]{0,60}\)|〔[^〔〕]{0,60}〕")
#: Between two amounts that are weighed together.
_JOINT = re.compile(
    r"(?:[（(][^（）()]{0,16}[）)])?(?:及?以[上下])?(?:[、/至到]|和|及|以及|或者?|与)?"
    r"(?:(?:增加值|产值)?(?:超过|超|不超过|最高|达到|达)|[^，。；：,;、\d给奖补按予]{0,6}(?:等奖)?)?"
)
#: 由200元提高到300元: the first figure is superseded.
_CHANGED = re.compile(r"(?:最高)?(?:提高|提|增加|上调|调整|降低|下调|压缩)[至到为]")


def weigh_roles(text: str, amounts: list[Amount], around: list[Surroundings]) -> None:
    """Set `role` in place for the amounts of one text, in order; `around` are the `surroundings` of each."""
    index = 0
    while index < len(amounts):
        last = index
        while last + 1 < len(amounts) and _together(text, amounts[last], amounts[last + 1]):
            last += 1
        role = _role(amounts[index], amounts[last], (*around[index][:2], *around[last][2:4], around[index][4]))
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
    scores = dict.fromkeys(ROLES, 0)
    kind = _kind(first)
    for words, cues in zip(sides_of(around), _COMPILED[kind], strict=True):
        if words:
            for role, weight, search in cues:
                if search(words):
                    scores[role] += weight
    if kind == "元" and "min" in (first.qualifier, last.qualifier):
        scores["threshold"] += 1
        scores["benefit"] -= 3
    if kind == "元" and first.qualifier == last.qualifier == "exact":
        # A condition has a bound; 总投资12.5亿元 tells a size.
        scores["threshold"] -= 2
    if first.unit in AREAS:
        scores["benefit"] = -1
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > (1 if best == "threshold" else 0) else DEFAULTS[kind]


def sides_of(around: Surroundings) -> tuple[str, ...]:
    """The words on each side of `SIDES`, from the surroundings of an amount."""
    earlier, before, after, later, passage = around
    sentence = f"{earlier}，{before}{after}，{later}"
    unpaid = "" if _PAYS.search(sentence) else f"{earlier}，{before}＿{after}，{later}"
    return earlier, before, after, later, sentence, unpaid, passage


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """The rest of the sentence before, the clause before, the clause behind, the rest behind, the piece before its ；.

    Closed brackets are left out.
    """
    reach = max(0, start - 160)
    opening = last_of(text, "。；;！？\n", reach, start) + 1 or reach
    passage = ""
    if opening > reach and text[opening - 1] in "；;":
        passage = text[max(reach, *(text.rfind(mark, reach, opening) + 1 for mark in "。！？\n")) : opening]
    window = text[opening:start]
    if "（" in window or "(" in window or "〔" in window:
        window = _CLOSED.sub("", window)
    cut = max(window.rfind("，"), window.rfind(","), window.rfind("："), window.rfind("（"), window.rfind("("))
    earlier, before = window[: max(cut, 0)], window[cut + 1 :]
    window = text[end : end + 120]
    if "（" in window or "(" in window or "〔" in window:
        window = _CLOSED.sub("", window)
    window = _SENTENCE_REST.match(window)[0]
    clause = _CLAUSE_REST.match(window)[0]
    return earlier, before, clause, window[len(clause) + 1 :], passage
