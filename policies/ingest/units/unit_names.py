"""Single units from a printed list: each name without its duty, with the prefix that it shares with those before."""

from __future__ import annotations

import functools
import re

from policies.ingest.units.unit_duties import without_duty
from policies.ingest.units.unit_forms import form_of, with_prefix
from policies.ingest.units.unit_lists import GLUED_CUE, LEVELS, part_glued, share_ends, split_names
from policies.ingest.units.unit_offices import is_plain_office

_REMAINDER = re.compile(r"等(?:有关|相关|各)?(?:部门|单位|机构|成员单位|企业|各方)?(?:和单位|及单位|、单位)?.*$")
#: 临江新区等相关区政府, 同安县等县（市、区）人民政府: those before 等 and others like them are one body of each place.
_AND_OTHERS = re.compile(r"等(?:有关|相关|各)?[省市县区州旗乡镇]{1,3}(?:（[^）]*）)?(?:人民)?(?:政府|管委会|党委)")
#: 各区人民政府（含开发区、风景区管委会，下同）: who else is meant is no part of the name.
_EXPLAINED = re.compile(
    r"（(?:(?:不?含|不?包括|除|以下简称|以下统称|下称|简称|统称)(?:[^（）]|（[^（）]*）)*|(?:[^（）]|（[^（）]*）)*下同)）"
)
#: Marks beside a name: ★市科技局.
NAME_MARKS = "★☆*＊※▲△●◆"
_WIDE_BRACKETS = str.maketrans("()", "（）")
_JOINING_WORD = re.compile(
    r"(?:(?:以上|上述|[本该]项)[^、，；由]{0,8}由|由|以及|及其?他?(?=各|相)|和(?=各|市|省|区|县)|会同|会|与)"
)


#: 责任单位：1.市科技局；2.市财政局
_NUMBER_OPENS = frozenset("0123456789（①②③④⑤⑥⑦⑧⑨")
_ITEM_NUMBER = re.compile(r"[0-9]{1,2}(?:[.．)）]|$)|（[0-9]{1,2}）|[①-⑨]")


# A document prints the same names under provision after provision.
@functools.lru_cache(maxsize=4096)
def tidy_name(part: str) -> str:
    """One printed part without its duty and 等: 财政部、教育部等有关部门和单位负责 → 教育部. Brackets full width."""
    if "(" in part or ")" in part:
        part = part.translate(_WIDE_BRACKETS)
    part = part.strip(f"。.；; ：:{NAME_MARKS}")
    if part[:1] in _NUMBER_OPENS:
        part = _ITEM_NUMBER.sub("", part)
    if joining := _JOINING_WORD.match(part):
        part = part[joining.end() :]
    if "（" in part and ("含" in part or "下同" in part or "称" in part or "包括" in part or "除" in part):
        part = _EXPLAINED.sub("", part)
    part = without_duty(part)
    if "等" in part[2:] and not _AND_OTHERS.search(part):
        part = _REMAINDER.sub("", part)
    return part


def unit_names(text: str, level: str = "", place: str = "", prints_all: bool = False) -> list[str]:
    """Each unit of a printed list once, in order.

    `level` is the prefix of the document's own level (市, 省, 区 …), `place` the name of its place (泉州), `prints_all`
    says that the document prints the prefix before every plain office: a name of another kind then lacks none.
    """
    return list(_unit_names(text, level, place, prints_all))


#: 各区商务局、教育局: an office of every district, and others behind it in the same group.
_OFFICES_OF_EACH = re.compile(
    rf"(?P<each>各(?:{LEVELS})(?:（[^）]{{0,20}}）)?|区县|县区|市县|县市|[市县区]（[^）]{{0,20}}）)"
    r"(?!级|直|属|所|有关|相关|各|场|域|际|内|外|块|容)[一-鿿]{1,12}(?:局|厅|部门|队|中心|(?<!道)办|(?<![党管])委)"
    r"(?P<others>(?:、[一-鿿]{2,30}(?:（[^（）、]{0,30}）)?)+)(?![（一-鿿])"
)
#: A group in which an office of each is followed by another name; most lists have none.
_SPREAD_CUE = re.compile("(?:各|区县|县区|市县|县市|[市县区]（)[^，,；;。]{2,24}?[局厅门队心办委]、")


def _spread_each(text: str, place: str) -> str:
    """各区商务局、教育局，市财政局 → 各区商务局、各区教育局，市财政局: within a group a name never climbs back."""

    def spread(found: re.Match) -> str:
        names = found["others"][1:].split("、")
        for index, name in enumerate(names):
            if not form_of(tidy_name(name), place).lacks_prefix:
                break
            names[index] = found["each"] + name
        return "、".join([text[found.start() : found.start("others")], *names])

    return _OFFICES_OF_EACH.sub(spread, text)


@functools.lru_cache(maxsize=1024)
def _unit_names(text: str, level: str, place: str, prints_all: bool) -> tuple[str, ...]:
    if ("各" in text or "县" in text) and _SPREAD_CUE.search(text):
        text = _spread_each(text, place)
    names = [name for name in map(tidy_name, split_names(text)) if name]
    if GLUED_CUE.search(text):
        names = [one for name in names for one in part_glued(name)]
    names = share_ends(names)
    restored: list[str] = []
    prefix = ""
    for name in names:
        form = form_of(name, place)
        behind_each = bool(restored) and restored[-1].startswith("各")
        if behind_each and form.local:
            name = "各" + name
        elif behind_each and name in ("政府", "人民政府") and restored[-1].endswith("党委"):
            name = restored[-1].removesuffix("党委") + name  # 各县（市、区）党委、政府
        elif form.levels:
            pass  # it stands as printed
        elif form.prefix:
            prefix = form.prefix
        elif not prefix and form.zone:
            prefix = form.zone
        elif behind_each and name in ("管委会", "管理委员会"):
            pass  # 各县（市、区）政府, 管委会: each has its own
        elif form.own:
            prefix = level if level and form.placed else prefix
        elif prefix and form.lacks_prefix and (not prints_all or is_plain_office(name)):
            name = with_prefix(prefix, name)
        if name not in restored:
            restored.append(name)
    return tuple(restored)
