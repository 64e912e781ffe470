"""The words before the colon of a list speak for all of its items: 按下列标准奖励：国家级，100万元；省级，50万元."""

from __future__ import annotations

import re

from policies.ingest.facts.masking import last_of

#: pattern, printed example: so ends what opens a list. 国家级： labels one item and opens none.
OPENS_LIST = (
    (r"(?:下列|以下|如下|分别|分档|分级|分类|依次)[^，。；：\d]{0,16}", "按下列标准给予一次性奖励"),
    (
        r"(?:标准|档次|比例|额度|办法|方式|条件|要求|目标|任务|情形|具体)(?:之一)?(?:如下|为|是|包括|有)?",
        "人才补贴标准为",
    ),
    (r"(?:给予|予以|奖励|奖补|补助|补贴|资助|贴息|返还)[^，。；：\d的]{0,8}", "对新认定的企业给予奖励"),
)
LEAD_IN = re.compile(rf"(?:{'|'.join(pattern for pattern, _ in OPENS_LIST)})$")
#: The heading of a chapter or paragraph that tells goals: it speaks for all that stands under it.
_GOAL_HEADING = re.compile(r"(?:工作|发展|总体|主要|具体|年度|建设|预期)目标$")
#: All up to the last mark that ends a sentence; a list goes on over ；.
THROUGH_SENTENCE = re.compile(r"(?s:.*)[。！？\n]")
#: A list is not looked for farther back.
REACH = 600
#: An item of so few characters is a label of the items below it.
LABEL = 40


def tells_goals(heading: str) -> bool:
    """Whether the heading is one of goals: 二、工作目标."""
    return heading.endswith("目标") and _GOAL_HEADING.search(heading) is not None


def list_lead(text: str, place: int) -> tuple[int, int] | None:
    """Where the words stand that open the list around `place`: start, and end at the colon; None without a list."""
    begin = last_of(text, THROUGH_SENTENCE, max(0, place - REACH), place) + 1
    colon = text.find("：", begin, place)
    return (begin, colon) if colon > begin and LEAD_IN.search(text, begin, colon) else None


def lead_below(heading: str, text: str, lead: str) -> str:
    """What opens the list below a provision: its last sentence, where that ends in a colon and opens one, else "".

    `lead` opens the list that the provision is itself an item of: a bare label (（一）国家级) hands it down. What tells
    goals (二、工作目标) opens what stands below it, at all levels.
    """
    if tells_goals(heading):
        return heading[-REACH:]
    words = (text or heading).rstrip()
    if words[-1:] in ("：", ":"):
        words = words[:-1]
        words = words[last_of(words, THROUGH_SENTENCE, 0, len(words)) + 1 :].strip()[-REACH:]
        return words if LEAD_IN.search(words) else ""
    return lead if tells_goals(lead) or (len(heading) + len(text) <= LABEL and "。" not in words) else ""
