"""Which organization a printed name means: 市科技局 in a document of 泉州市 is 泉州市科学技术局.

A name that begins with its level (省, 市, 县, 区 …) or stands bare (财政局) belongs to the place of the document and is
looked up there alone, so another city's 市科技局 never becomes Quanzhou's. A name that says its own place or none
(泉州海关, 国家发展改革委) means the same everywhere. What is unknown becomes a new organization under its full name.
"""

import re

from policies.models import Organization, OrganizationName
from policies.places import PROVINCE_OF, PROVINCES, leading_place, place_levels
from policies.slugs import free_slug, slug_from

#: 市科技局 begins with its level; 市场监管局, 市政管理局 and 区块链办 do not.
LEVELLED = re.compile(r"(省|自治区|市|州|盟|县|区|旗)(?!场|政(?!府|协|法委)|域|块|民|级)(?=.)")
#: 各县（市、区）人民政府, 有关部门, 相关单位: a kind of unit, another one in every place.
GROUP = re.compile(r"各|相关|有关|其他|所在地|属地|当地|受益")
#: 财政局 alone is the department of the document's own place …
BARE_DEPARTMENT = re.compile(
    r"(?:局|委|办|厅|委员会|办公室|管委会|服务中心|人民政府|政府|法院|检察院|总工会|科协|工商联)$"
)
#: … unless it says whose it is: 国家税务总局, 中国证监会, 泉州海关.
NAMES_ITS_OWNER = re.compile(
    r"国家|国务院|中国|中央|中共|全国|最高|总局|人民银行|国网|"
    + "|".join(sorted({re.sub(r"[市省盟]$|自治.*|地区$", "", place) for place in [*PROVINCES, *PROVINCE_OF]}))
)
#: What a name ends or begins with → its kind; the first that fits.
KINDS = (
    (GROUP, Organization.Kind.GROUP),
    (re.compile(r"法院|检察院"), Organization.Kind.COURT),
    (re.compile(r"人民代表大会|人大|政协"), Organization.Kind.LEGISLATURE),
    (re.compile(r"^中共|[省市州县区旗]委(?:$|[^员])|^中国共产党|党委"), Organization.Kind.PARTY),
    (re.compile(r"人民政府(?:办公[厅室])?$|[省市县区]政府$|国务院$|政务院$"), Organization.Kind.GOVERNMENT),
    (re.compile(r"公司|集团|银行$"), Organization.Kind.COMPANY),
    (re.compile(r"局|厅|部$|部门$|委$|委员会|管委会|办$|办公[厅室]|海关|支行"), Organization.Kind.DEPARTMENT),
)


class Organizations:
    """All organizations of the base by name. Lives as long as one transaction; new ones are saved as they appear."""

    def __init__(self):
        rows = list(Organization.objects.all())
        self.by_id = {row.pk: row for row in rows}
        self.slugs = {row.slug for row in rows}
        self.by_name = {row.name: row for row in rows}
        self.by_place: dict[tuple[str, str], Organization] = {}
        self.anywhere: dict[str, set[int]] = {}
        for name in OrganizationName.objects.order_by("pk"):
            organization = self.by_id[name.organization_id]
            self.by_place.setdefault((organization.place, name.name), organization)
            self.anywhere.setdefault(name.name, set()).add(organization.pk)

    def resolve(self, printed: str, place: str = "") -> Organization:
        """The organization a printed name means in a document of `place` ("" for a national one); new when unknown."""
        name = normal_name(printed)
        full, where, short = full_name(name, place)
        found = self._find(name, [place, where], full, short)
        if found is None:
            found = self._create(full, where, short)
        while found.merged_into_id:
            found = self.by_id[found.merged_into_id]
        return found

    def _find(self, name: str, places: list[str], full: str, short: str) -> Organization | None:
        for place in places:
            for key in ((place, name), (place, short), (place, full)):
                if key in self.by_place:
                    return self.by_place[key]
        if full in self.by_name:
            return self.by_name[full]
        # 泉州开发区管委会 says where it is: it is the same unit in a document of the province.
        same = self.anywhere.get(name, set()) if full == name and not LEVELLED.match(name) else set()
        return self.by_id[next(iter(same))] if len(same) == 1 else None

    def _create(self, full: str, where: str, short: str) -> Organization:
        full = full[:200]
        row = Organization(
            name=full,
            slug=free_slug(slug_from(full, "danwei"), self.slugs),
            place=where,
            level=level_of(where, full),
            kind=kind_of(full, short),
        )
        row.save()
        self.by_id[row.pk] = self.by_name[full] = row
        if short and short != full:
            OrganizationName.objects.create(organization=row, name=short[:200], is_short=True)
            self.by_place[where, short] = row
        return row


def normal_name(printed: str) -> str:
    """A name without white space, without the session of a congress and without the country before a ministry.

    >>> normal_name("重庆市第三届人民代表大会 常务委员会"), normal_name("中华人民共和国公安部")
    ('重庆市人民代表大会常务委员会', '公安部')
    >>> normal_name("宁波市十四届人大常委会"), normal_name("浙江省十二届人大")
    ('宁波市人民代表大会常务委员会', '浙江省人民代表大会')
    """
    name = re.sub(r"\s+", "", printed)
    name = re.sub(r"第?[一二三四五六七八九十]+届(?=人民代表大会|人大|全国|委员会)", "", name)
    name = re.sub(r"人大(常委会)?$", lambda short: "人民代表大会" + ("常务委员会" if short[1] else ""), name)
    return re.sub(r"^中华人民共和国(?=(?:国家)?[一-鿿]{2,12}(?:部|总局|总署|委员会)$)", "", name)


def full_name(name: str, place: str) -> tuple[str, str, str]:
    """The full name, its place, and the short name used within that place ("" when there is none).

    >>> full_name("市科技局", "惠州市"), full_name("财政局", "惠州市")
    (('惠州市科技局', '惠州市', '市科技局'), ('惠州市财政局', '惠州市', '市财政局'))
    >>> full_name("泉州市科技局", ""), full_name("市委宣传部", "深圳市罗湖区")
    (('泉州市科技局', '泉州市', '市科技局'), ('中共深圳市委宣传部', '深圳市', '市委宣传部'))
    >>> full_name("各县（市、区）人民政府", "泉州市"), full_name("泉州海关", "泉州市")
    (('泉州市各县（市、区）人民政府', '泉州市', '各县（市、区）人民政府'), ('泉州海关', '', ''))
    """
    own = leading_place(name)
    if own:
        return name, own, _short(name, own)
    levelled = LEVELLED.match(name)
    if levelled:
        where = place_levels(place).get(levelled[1])
        if where is None:
            return (f"{name}（{place}）" if place else name), place, name if place else ""
        party = "中共" if re.match(r"委(?!员)", name[levelled.end() :]) else ""
        return f"{party}{where}{name[levelled.end() :]}", where, name
    if place and GROUP.match(name):
        return place + name, place, name
    if place and BARE_DEPARTMENT.search(name) and not NAMES_ITS_OWNER.match(name):
        return place + name, place, place[-1] + name
    return name, "", ""


def _short(name: str, place: str) -> str:
    """泉州市科技局 → 市科技局; "" when the name does not begin with its place."""
    rest = name.removeprefix("中共")
    province = PROVINCE_OF.get(place[: place.find("市") + 1] if "市" in place else place, "")
    rest = rest.removeprefix(province)
    return place[-1] + rest.removeprefix(place) if rest.startswith(place) and rest != place else ""


def level_of(place: str, name: str) -> str:
    """Organization.Level of a unit of `place`."""
    level = Organization.Level
    if not place:
        return level.NATION if re.match(r"国务院|国家|中央|中共中央|全国|最高|.{2,12}部$", name) else level.OTHER
    if place in PROVINCES:
        return level.PROVINCE
    return level.CITY if place in PROVINCE_OF else level.COUNTY


def kind_of(full: str, short: str) -> str:
    """Organization.Kind by what the name says; other when it says nothing."""
    for pattern, kind in KINDS:
        if pattern.match(short or full) if pattern is GROUP else pattern.search(full):
            return kind
    return Organization.Kind.OTHER


def place_of(title: str, issuing_bodies: list[str]) -> str:
    """The place of a document: that of its first issuing body which names one, else that its title begins with."""
    for name in [*issuing_bodies, title]:
        place = leading_place(name)
        if place:
            return place
    return ""
