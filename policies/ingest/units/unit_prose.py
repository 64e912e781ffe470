"""Units named in a sentence, without the colon of a label: …。责任单位为市科技局、财政局；牵头单位市教育局。"""

from __future__ import annotations

import re

from policies.ingest.units.unit_forms import without_bracket
from policies.ingest.units.unit_labels import UNIT_END
from policies.ingest.units.unit_lists import share_ends, split_names
from policies.ingest.units.unit_names import tidy_name

_LABEL = (
    r"(?:市级|省级|区级|县级|主要|具体)?(?:牵头|责任|主办|主责|配合|协办|协同|参与|协助|落实|实施|承办|负责)(?:责任|主办|负责)?"
    r"(?:单位|部门)"
)
_ROLES = frozenset(
    ("牵头", "责任", "主办", "主责", "配合", "协办", "协同", "参与", "协助", "落实", "实施", "承办", "负责")
)
_JOINT = r" ?(?:分别)?(?:为|是|包括)? ?(?![:：为是的])"
_BEGIN = re.compile(rf"(?:^|(?<=[。；！])) ?(?={_LABEL}{_JOINT})")
_SECTION = re.compile(rf"(?:^|[，,；;。]) ?(?P<label>{_LABEL}{_JOINT})")
#: No such sentence is longer.
_LONGEST = 300
#: A body of one place or level, or of the whole country; （政府负责、企业落实） speaks of no one.
_PLACED = re.compile(
    "[省市区县州旗盟](?![级直])|国|自治区|各[省市区县州旗乡镇]|中国|中央|人民银行|[一-鿿]{2,6}总[局署]|最高人民|"
    # 教育部牵头，财政部配合: a ministry is of the whole country.
    "(?:外交|国防|教育|科技|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和?城乡建设|交通运输|水利|"
    "农业农村|农业|商务|文化和旅游|应急管理|退役军人(?:事务)?)部"
)
#: 实施单位为国有企业 says who may apply.
_KIND = re.compile("(?:企业|机构|高校|院校|学校|组织)$")
_PROSE = re.compile("的|[由按已并或须]|另行|规定|除外|批准|同意|备案")


def is_unit_like(name: str) -> bool:
    """Whether a tidy name ends as the name of a unit does."""
    bare = without_bracket(name)
    return len(name) <= 40 and (bare.startswith(("各", "有关", "相关")) or UNIT_END.search(bare) is not None)


def is_placed(name: str) -> bool:
    """Whether a name begins as that of a body of one place or level does."""
    return _PLACED.match(name) is not None


def are_units(text: str) -> bool:
    """Whether a text holds nothing but units, the first of one place or level."""
    names = share_ends([name for name in map(tidy_name, split_names(text)) if name])
    return bool(names) and is_placed(names[0]) and all(is_unit_like(name) and not _PROSE.search(name) for name in names)


def may_be_prose(text: str) -> bool:
    """Whether the text begins as such a sentence does; nearly none does."""
    beginning = text[:10]
    return "单位" in beginning or "部门" in beginning


def read_prose(text: str) -> list[tuple[str, str]]:
    """[(label, units)] of a text that is nothing else: 牵头单位为市科技局，责任单位为市财政局; [] of another text."""
    text = text.strip().rstrip("。；;")
    if len(text) > _LONGEST:
        return []
    marks = list(_SECTION.finditer(text))
    if not marks or marks[0].start() > 0:
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    lines = [(mark["label"], text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)]
    return lines if all(are_units(units) and not _KIND.search(split_names(units)[0]) for _, units in lines) else []


def take_prose(text: str) -> tuple[str, list[tuple[str, str]]]:
    """(text without them, [(label, units)]) of the sentences at the end of a paragraph that name its units."""
    start = max(0, len(text) - _LONGEST)
    if _has_label(text, "单位", start) or _has_label(text, "部门", start):
        for begin in _BEGIN.finditer(text, start):
            if lines := read_prose(text[begin.end() :]):
                return text[: begin.start()].rstrip(), lines
    return text, []


def _has_label(text: str, kind: str, start: int) -> bool:
    """Whether 责任, 牵头 and the like stand before the word in the text from `start` on; nearly never."""
    place = text.find(kind, start)
    while place >= 0:
        if text[place - 2 : place] in _ROLES:
            return True
        place = text.find(kind, place + 2)
    return False
