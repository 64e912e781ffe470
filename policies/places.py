"""The place (地区) that a name or title begins with, by the table of policies/ingest/places.py.

A place is written from the province's city down (惠州市惠阳区); the province of a prefecture is read from the table.
"""

import re

from policies.ingest.places import PROVINCE_OF, PROVINCES

_KNOWN = re.compile("|".join(sorted([*PROVINCES, *PROVINCE_OF], key=len, reverse=True)))
#: A county below a known city (深圳市罗湖区人民政府), or one that names itself before an organ (晋江市人民政府).
_COUNTY = re.compile(
    r"(?!全|各|本|城|区|关于|乡镇|自治)[一-鿿]{1,6}?(?:自治县|自治旗|新区|市|区|县|旗)(?![场容政县区域内属管级])"
)
_ORGAN = re.compile(r"(?:人民政府|人民法院|人民检察院|人民代表大会|人大|政协|委员会|[一-鿿]{2,12}局)")


def leading_place(name: str) -> str:
    """The place that a unit's name or a title begins with, without its province; "" when it names none.

    >>> leading_place("福建省泉州市科学技术局"), leading_place("深圳市罗湖区人民政府办公室")
    ('泉州市', '深圳市罗湖区')
    >>> leading_place("中共泉州市委"), leading_place("晋江市人民政府")
    ('泉州市', '晋江市')
    >>> leading_place("国务院办公厅"), leading_place("城市房地产管理法")
    ('', '')
    """
    rest = name.removeprefix("中国共产党").removeprefix("中共").removeprefix("国家税务总局")
    found = ""
    while match := _KNOWN.match(rest):
        if found in PROVINCES and PROVINCE_OF.get(match[0]) not in (found, None):
            break
        found, rest = match[0], rest[match.end() :]
    county = _COUNTY.match(rest)
    if county and (found or _ORGAN.match(rest, county.end())) and (not found or _ORGAN.search(rest, county.end())):
        found = (found if found not in PROVINCES or not PROVINCES[found] else "") + county[0]
    return found


def place_levels(place: str) -> dict[str, str]:
    """The place that 省, 市, 县 or 区 means in a document of `place`.

    深圳市罗湖区 → {省: 广东省, 市: 深圳市, 区: 深圳市罗湖区}. A level that the place does not have is missing:
    a province's document knows no 市 of its own.
    """
    if not place:
        return {}
    match = _KNOWN.match(place)
    levels: dict[str, str] = {}
    if match is None:
        return {place[-1]: place}
    top, county = match[0], place[match.end() :]
    if top in PROVINCE_OF:
        levels["省"] = levels["自治区"] = PROVINCE_OF[top]
        levels["州" if top.endswith("州") else "市"] = top
    elif top.endswith("市"):
        levels["市"] = top
    else:
        levels["省"] = levels["自治区" if top.endswith("区") else "省"] = top
    if county:
        levels[county[-1]] = place
        levels.setdefault("县", place)
    return levels
