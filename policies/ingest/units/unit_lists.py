"""A printed list of units to its parts: divided at its marks, levels kept together, shared endings shared out."""

from __future__ import annotations

import re

from policies.ingest.places import PLACES
from policies.ingest.units.unit_forms import ABROAD, PLACE_NAMES, without_bracket
from policies.ingest.units.unit_labels import UNIT_END

LEVELS = (
    "市州|州市|盟市|旗县区?|县市区?|市县区?|区县市?|县区|"
    "省|自治区|直辖市|计划单列市|设区的?市|省辖市|地级以上市|(?:省)?直管[市县]|市|自治州|州|盟|自治县|林区|县|区|自治旗|旗|乡镇|镇街|乡|镇|"
    "街道|市直|省直"
)
#: What a level ends with, an office of one and a bracket behind it too.
_LEVEL_LAST = frozenset("省市区县州盟旗乡镇街道直署）")
_BARE_LEVEL = re.compile(rf"(?:各|有关|相关)?(?:{LEVELS})(?:（[^）]*）|行政公署|行署)?")
#: …及神农架林区: a place of its own may end the list of levels.
_LEVEL_END = re.compile(
    rf"(?:{LEVELS})(?:（[^）]*）|\([^)]*\))?(?:(?:以及|及|和|与)[一-鿿]{{1,8}}?(?:市|区|县|州|旗|兵团)(?=人民政府|政府|$))?"
    r"(?:人民政府|政府|党委|管委会|办事处|部门|单位|$)"
)
#: Zones that every level has end the list of levels too: 各区县、园区管委会; 各县（市、区）、开发区管委会.
_ZONE_END = re.compile(
    r"(?:园区|功能区|开发区|(?:产业|工业|开发)园区)(?:人民政府|政府|党工委)?(?:（?管委会）?|管理委员会)$"
)
_EACH_LEVEL = re.compile(rf"各(?:{LEVELS})(?:（[^）]*）)?")
#: …、财政部等部门及各省级人民政府: the units after 及 are named too, and 等部门 names none.
_AND_EACH = re.compile(r"等(?:有关|相关|各)?(?:部门|单位)(?:[和及]单位)?(?:及|和|与|以及)(?=各)")
#: 市级各有关部门及各县市区政府: the first name is whole and the second opens as a name does; 教育部会同财政部.
_JOINED = re.compile(
    r"(?<=[局委厅办部院会府署门位业])(?:以及|及|和|与)"
    r"(?=各|国家|(?:有关|相关)(?=[部单企地盟市县区乡镇])|[省市县区州旗](?!场|域|际|"
    rf"{ABROAD}|内|块|容)[一-鿿]{{2}}|{'|'.join(PLACES)})"
    r"|(?:(?<=[局厅办部院府署门位])|(?<=[革改康资信贸教科建]委))会同(?!意|时|样|级)"
    r"|(?<=党委)[和及与](?=(?:人民)?政府)"
    r"|(?<=[局委厅办部])[和及与](?=[一-鿿]{2,8}[局委厅办](?:[、，,；;。]|$))"
)
_SHARED_ENDS = ("管委会", "管理委员会", "人民政府", "政府")
#: 临汾、侯马、洪洞经济开发区管委会: places that are bare take all that stands behind the last one.
_ZONE = re.compile(r"[一-鿿]{2,3}?((?:经济|高新|工业|产业|技术)+(?:开发区|园区|区)(?:党工委|管委会|管理委员会))")
_BARE_PLACE = re.compile(r"[一-鿿]{2,3}")
#: What the names of zones end with: 云江高新区、滨海新区管委会.
_ZONE_WORDS = (
    "开发区 投资区 高新区 经开区 新区 园区 商务区 合作区 保税区 保税港区 示范区 自贸区 度假区 风景区 试验区 功能区 "
    "集聚区 集中区 片区 新城 科技城 科学城"
)
_NAMED_ZONES = tuple(_ZONE_WORDS.split())
_PLACE_LEVELS = frozenset("省市区县州旗")
_LEVEL_PLACE = re.compile("[一-鿿]{1,6}[省市区县州旗]")
_SHARED_END = re.compile(f"({'|'.join(_SHARED_ENDS)})$")
_LIST_MARK, _MARK_OR_BRACKET = re.compile("[、，,；;。/／|｜]"), re.compile("[、，,；;。/／|｜（）]")
#: Inside a round bracket the inner one is printed otherwise: （省税务局牵头，各市、县〔区〕人民政府配合）.
_ODD_BRACKET = re.compile(r"[(〔［[【〈＜]")
_ROUND_BRACKETS = str.maketrans("(〔［[【〈＜)〕］]】〉＞", "（（（（（（（）））））））")
#: 各县（市、区）人民政府: what stands in a bracket is no list.
_INNER_BRACKET = re.compile(r"[（(][^（()）]*[)）]")


def split_names(text: str) -> list[str]:
    """Parts of a list at 、，；, but not inside brackets: 各县（市、区）人民政府 is one."""
    if "各" in text:
        text = _AND_EACH.sub("、", text)
    if "及" in text or "和" in text or "与" in text or "会同" in text:
        text = _JOINED.sub("、", text)
    if " " in text and are_spaced_names(text):
        text = text.replace(" ", "、")
    if "（" not in text and not _ODD_BRACKET.search(text):
        return _join_levels([part for part in map(str.strip, _LIST_MARK.split(text)) if part])
    if _ODD_BRACKET.search(text):
        text = text.translate(_ROUND_BRACKETS)
    parts: list[str] = []
    depth = start = 0
    for mark in _MARK_OR_BRACKET.finditer(text):
        if mark[0] == "（":
            depth += 1
        elif mark[0] == "）":
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append(text[start : mark.start()])
            start = mark.end()
    parts.append(text[start:])
    return _join_levels([part.strip() for part in parts if part.strip()])


def are_spaced_names(text: str) -> bool:
    """Whether spaces stand between whole names (市发改委 市财政局), not between the letters of one (市 财 政 局)."""
    if "（" in text or "(" in text:
        text = _INNER_BRACKET.sub("", text)
    pieces = [piece for piece in re.split(r"[ 、，,；;。]+", text) if piece]
    return all(len(piece) > 2 and UNIT_END.search(without_bracket(piece)) for piece in pieces)


def _join_levels(parts: list[str]) -> list[str]:
    """各市、县（区）人民政府, 各区县、园区管委会 and 各省、自治区、直辖市人民政府 are one each."""
    joined: list[str] = []
    for part in parts:
        if joined and (
            (
                joined[-1][-1] in _LEVEL_LAST
                and _LEVEL_END.match(part)
                and _BARE_LEVEL.fullmatch(joined[-1].rsplit("、", 1)[-1])
            )
            or (part[-1] in "会）" and _EACH_LEVEL.fullmatch(joined[-1]) and _ZONE_END.match(part))
        ):
            joined[-1] += "、" + part
        else:
            joined.append(part)
    return joined


GLUED_CUE = re.compile("[局委办厅][省市区县]")
_GLUED = re.compile(
    r"(?P<first>(?P<level>[省市区县])[一-鿿]{2,14}[局委办厅])"
    r"(?P<second>(?P=level)(?![场级域际容直东南西北中]|政(?![府务法协]))[一-鿿]{2,14}[局委办厅])"
)


def part_glued(name: str) -> tuple[str, ...]:
    """区审计局区教育委: two names whose 、 was lost, for the level is printed twice."""
    glued = _GLUED.fullmatch(name)
    return (glued["first"], glued["second"]) if glued else (name,)


def share_ends(names: list[str]) -> list[str]:
    """泉州开发区、泉州台商投资区管委会 → both 管委会; 广州、深圳市政府 → 广州市政府, 深圳市政府."""
    shared = list(names)
    for index in range(len(shared) - 1, 0, -1):
        if not shared[index].endswith(_SHARED_ENDS):
            continue
        end = _SHARED_END.search(shared[index])
        before = shared[index - 1]
        if before.startswith("各"):
            continue
        if end[1] in ("管委会", "管理委员会"):
            zone = _ZONE.fullmatch(shared[index])
            if zone and _BARE_PLACE.fullmatch(before) and not UNIT_END.search(before):
                shared[index - 1] = before + zone[1]
            elif before.endswith(_NAMED_ZONES):
                shared[index - 1] = before + end[1]
        else:
            level = shared[index].removesuffix(end[1])[-1:]
            if level in _PLACE_LEVELS and before in PLACE_NAMES:
                shared[index - 1] = before + level + end[1]
            elif before[-1:] in _PLACE_LEVELS and _LEVEL_PLACE.fullmatch(before):
                shared[index - 1] = before + end[1]
    return shared
