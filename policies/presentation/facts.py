"""One fact in words: its kind, value, qualifier, unit of account, who vouches for it, and where it stands."""

import re
from dataclasses import dataclass

from policies.models import Amount, Citation, Deadline, Duration, Fact, Provision
from policies.presentation.words import clause_round, piece_round

ROLE_WORDS = {"benefit": "奖补", "rate": "比例", "threshold": "门槛", "target": "目标", "other": "金额"}
QUALIFIER_WORDS = {"max": "最高", "min": "至少", "approx": "约"}
DEADLINE_WORDS = {"target": "目标", "completion": "任务", "other": "期限"}
STATE_WORDS = {
    Fact.State.AUTO: "机器识别",
    Fact.State.CONFIRMED: "已核对",
    Fact.State.EDITED: "已核对",
    Fact.State.UNVERIFIED: "待核",
    Fact.State.REJECTED: "不是事实",
}
#: Spans of time that end a unit of account: 人月 is 每人每月, 家年 每家每年.
TIMES = "年月日周天"


@dataclass(frozen=True, slots=True)
class FactLine:
    """What every surface says of one fact; `value` is as printed, `words` the clause round it."""

    fact: Fact
    kind: str  # amount deadline duration citation
    css: str
    label: str  # 奖补, 比例, 期限 …
    qualifier: str  # 最高 …
    value: str
    per: str  # 每人每月
    about: str  # who or what it is for, in the text's words
    words: str
    piece: str  # the few words between two commas
    anchor: str
    state: str
    state_label: str
    url: str = ""  # what a citation leads to

    @property
    def checked(self) -> bool:
        return self.state in {Fact.State.CONFIRMED, Fact.State.EDITED}

    @property
    def brief(self) -> str:
        """Who or what it is for in a few words: a ladder's own step, else who gets it, else what it depends on."""
        beneficiary, condition = getattr(self.fact, "beneficiary", ""), getattr(self.fact, "condition", "")
        if condition and len(condition) <= SHORT_ABOUT and not condition.startswith("对"):
            return condition
        return shortened(beneficiary or condition)

    @property
    def marked_as(self) -> str:
        """What hovering over the fact shows: 奖补，最高."""
        return "，".join(part for part in (self.label, self.qualifier) if part)


SHORT_ABOUT = 14
LONGEST_ABOUT = 24
ABOUT_LEAD = re.compile(r"^(?:对于?|凡|在|经|被)")


def shortened(words: str, longest: int = LONGEST_ABOUT) -> str:
    """对获评省级新型研发机构的 → 获评省级新型研发机构; long ones end with … at a mark where there is one."""
    words = ABOUT_LEAD.sub("", words).rstrip("的")
    if len(words) <= longest:
        return words
    cut = max(words.rfind(mark, longest // 2, longest) for mark in "，、；,")
    return words[: cut if cut > 0 else longest] + "…"


def per_words(per: str) -> str:
    """人月 → 每人每月, 平方米 → 每平方米, 家企业年 → 每家企业每年."""
    if not per:
        return ""
    if len(per) > 1 and per[-1] in TIMES and per not in {"工作日"}:
        return f"每{per[:-1]}每{per[-1]}"
    return f"每{per}"


def fact_line(fact: Fact, provision: Provision) -> FactLine:
    """Word one fact of `provision` (passed so that no query is made)."""
    maker = {Amount: _amount, Deadline: _deadline, Duration: _duration, Citation: _citation}[type(fact)]
    source = getattr(provision, fact.field)
    stands = source[fact.start : fact.end] == fact.surface
    words = clause_round(source, fact.start, fact.end) if stands else fact.surface
    kind = type(fact).__name__.lower()
    said = {"kind": kind, "qualifier": "", "per": "", "about": "", "url": "", "value": fact.surface} | maker(fact)
    return FactLine(
        fact=fact,
        words=words,
        piece=piece_round(source, fact.start, fact.end) if stands else fact.surface,
        anchor=f"{kind[:2]}{fact.pk}",
        state=fact.state,
        state_label=STATE_WORDS[fact.state],
        **said,
    )


def money(value) -> str:
    """元 in the unit a reader expects: 5000000 → 500万元, 8000 → 8000元, 200000000 → 2亿元."""
    number = float(value)
    for size, name in ((10**8, "亿元"), (10**4, "万元")):
        if number >= size:
            return f"{number / size:.10g}{name}"
    return f"{number:.10g}元"


def _amount(fact: Amount) -> dict:
    per = per_words(fact.per)
    printed = f"/{fact.per}" in fact.surface or f"／{fact.per}" in fact.surface
    qualifier = "" if fact.qualifier == Amount.Qualifier.RANGE else QUALIFIER_WORDS.get(fact.qualifier, "")
    label = ROLE_WORDS[fact.role]
    if fact.role == Amount.Role.OTHER and fact.unit in {"%", "ratio"}:
        label = "比例"
    elif fact.role == Amount.Role.OTHER and fact.unit in {"平方米", "亩"}:
        label = "面积"
    about = [part for part in (fact.beneficiary, fact.condition) if part]
    if len(about) == 2 and about[0] in about[1]:
        about.pop(0)
    return {
        "css": "sum gain" if fact.role == Amount.Role.BENEFIT else "sum",
        "label": label,
        "qualifier": qualifier,
        "per": "" if printed else per,
        "about": "，".join(about),
    }


def _deadline(fact: Deadline) -> dict:
    return {"css": "when", "label": DEADLINE_WORDS[fact.kind]}


def _duration(fact: Duration) -> dict:
    return {"css": "when", "label": "时长"}


def _citation(fact: Citation) -> dict:
    """A citation leads to the public text it means; what is not in the base is said so."""
    url, label = "", "引文，库中没有"
    target = fact.target_provision if fact.target_provision_id else None
    if target is not None and not target.withdrawn and target.document.state == "published":
        url, label = target.get_absolute_url(), "引文"
    elif fact.target_document_id and fact.target_document.state == "published":
        url, label = fact.target_document.get_absolute_url(), "引文"
    elif fact.target_document_id and fact.target_document.state == "stub":
        url = fact.target_document.get_absolute_url()
    elif fact.kind == Citation.Kind.INNER:
        label = "文内引用"
    return {"css": "cite", "label": label, "url": url}
