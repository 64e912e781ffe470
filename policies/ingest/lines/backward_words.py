"""Paragraphs that speak of a list above them: 上述人才须…, 以上材料一式两份 belong to the owner of the list."""

from __future__ import annotations

import re
from itertools import pairwise

from policies.ingest.facts.numbers import read_number
from policies.ingest.tree.draft import HEADING_STYLES, Draft
from policies.ingest.tree.headings import first_sentence

#: 上述人才, 对以上第2、4项情况, 符合上述各项条件的: what it is that the paragraph speaks of.
_BACK = re.compile(
    r"(?:同时|凡是?|对于?|除|符合|满足|具备|享受|取得|获得|申[请报]|(?<=申请)享受)?(?:上述|以上|前述)"
    r"(?P<places>第[0-9一二三四五六七八九十（）()、和至及-]+[项款条类种点])?"
    r"(?:(?:所列|所述|所称)?的?(?P<each>各[类项种级]|[两二三四五六七八九十][类项种个级]|[0-9]{1,2}[类项种个级]|全部|所有)|"
    r"所列|所述|所称|规定|有关|相关|的)?"
    r"(?P<noun>[一-鿿]{2,6})?"
)
_FIRST = frozenset("上以前同凡对除符满具享取获申")
#: Words of a paragraph that closes a document, and words that name nothing.
_OF_ALL = re.compile(
    "意见|措施|政策|办法|规定|通知|方案|细则|条款|要求|工作|任务|事项|均[为指由以需应须可不]|[由自经应须请如]"
)
#: The shortest noun.
_NOUN = 2
_PLACE = re.compile(r"[0-9]+|[一二三四五六七八九十]+")


def points_back(text: str) -> bool:
    """Whether the paragraph opens with 上述 or 以上; nearly none does."""
    return text[:1] in _FIRST and ("述" in text or "以上" in text) and _BACK.match(text) is not None


def owner_spoken_of(text: str, stack: list[Draft], next_rank: int | None) -> Draft | None:
    """The owner of the outermost list that ends above the paragraph and that it speaks of; None where that is not told.

    `stack` are the open units, outermost first, `next_rank` is the rank of the next number, None at the end. A list
    whose items are sections with headings of their own is meant only where most of them name the noun, or its owner
    does and the paragraph speaks of each (以上所列各项奖励).
    """
    owners = [
        owner
        for owner, child in pairwise(stack)
        if owner.style not in (*HEADING_STYLES, "root")
        and (next_rank is None or owner.rank >= next_rank)
        and sum(other.style == child.style for other in owner.children) > 1
    ]
    found = _BACK.match(text)
    if found["places"]:
        wanted = max((len(_items(owner)) for owner in owners), default=0)
        highest = _highest(found["places"])
        return next((owner for owner in reversed(owners) if len(_items(owner)) >= min(highest, wanted)), None)
    noun = found["noun"] or ""
    if next_rank is None and (not noun or _OF_ALL.match(noun)):
        return None
    of_item = _length_known(noun, _own_words(stack[-1]))
    for owner in owners:
        items = _items(owner)
        known = sorted(_length_known(noun, _own_words(item)) for item in items)[(len(items) - 1) // 2]
        if found["each"] or not _are_sections(items):
            known = max(known, _length_known(noun, _own_words(owner)))
        if known >= max(of_item, _NOUN):
            return owner
    if of_item > _NOUN:
        return None
    return next((owner for owner in owners if not _are_sections(_items(owner))), None)


def _items(owner: Draft) -> list[Draft]:
    """The last list of the owner."""
    return [child for child in owner.children if child.style == owner.children[-1].style] if owner.children else []


def _highest(places: str) -> int:
    return max((int(read_number(place)) for place in _PLACE.findall(places)), default=1)


def _own_words(draft: Draft) -> str:
    return draft.first + "".join(draft.paragraphs)


def _length_known(noun: str, words: str) -> int:
    """How many characters of the noun, from its first, stand in the words: 租金补贴 is said of one of several 补贴."""
    return next((length for length in range(len(noun), _NOUN - 1, -1) if noun[:length] in words), 0)


def _are_sections(items: list[Draft]) -> bool:
    """Whether most items have a heading and something below or behind it."""
    headed = sum(bool(item.entries) or all(first_sentence(item.first)) for item in items)
    return headed * 2 > len(items)
