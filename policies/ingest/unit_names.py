"""Single units from a printed list: each name without its duty, with the prefix that it shares with those before."""

from __future__ import annotations

import functools
import re

from policies.ingest.unit_duties import without_duty
from policies.ingest.unit_forms import form_of, with_prefix
from policies.ingest.unit_lists import GLUED_CUE, part_glued, share_ends, split_names

_REMAINDER = re.compile(r"等(?:有关|相关|各)?(?:部门|单位|机构|成员单位|企业|各方)?(?:和单位|及单位|、单位)?.*$")
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
    part = part.strip("。.；; ：:")
    if part[:1] in _NUMBER_OPENS:
        part = _ITEM_NUMBER.sub("", part)
    if joining := _JOINING_WORD.match(part):
        part = part[joining.end() :]
    part = without_duty(part)
    if "等" in part[2:]:
        part = _REMAINDER.sub("", part)
    return part


def unit_names(text: str, level: str = "", place: str = "") -> list[str]:
    """Each unit of a printed list once, in order.

    `level` is the prefix of the document's own level (市, 省, 区 …), `place` the name of its place (泉州).
    """
    return list(_unit_names(text, level, place))


@functools.lru_cache(maxsize=1024)
def _unit_names(text: str, level: str, place: str) -> tuple[str, ...]:
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
        elif prefix and form.lacks_prefix:
            name = with_prefix(prefix, name)
        if name not in restored:
            restored.append(name)
    return tuple(restored)
