"""What a printed name of a unit is by its words: with a prefix, elided or none; of its own name; a group."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from policies.ingest.places import PLACES
from policies.ingest.units.unit_labels import UNIT_END

#: 市外办, 省外经贸厅 and 市外汇管理局 have the prefix; 省外企业 is any firm outside.
ABROAD = "外(?!办|事|经|汇|侨|宣|贸|资|国|专|商|联|管|语)"
#: 市科技局, 省财政厅, 区审管办; 市场监管局 begins with 市场, 省级 and 区域 are no prefixes.
_PREFIX = re.compile(
    r"(省委|市委|区委|县委|州委|旗委|盟委|自治区党委|自治区|省|市|区|县|州|旗|盟|兵团)"
    rf"(?!场|级(?!各|有关|相关|机关|部门|单位)|域|际|{ABROAD}|内|块链|政(?:园林|工程|公用|设施|养护)|容)(?=[一-鿿])"
)
#: 新区文旅局、财政局: an office of a zone gives the zone to those behind it; 高新区管委会 is the zone itself.
_ZONE_OFFICE = re.compile(
    r"(新区|高新区|经开区|开发区|示范区|度假区|合作区|保税区|自贸区)[一-鿿]{1,12}(?<!管委)(?<!党工委)(?<!街道)"
    r"(?:局|办|部|中心|[司法]院|支队|大队|委)$"
)
#: What a company of a city or county trades in: it lacks 市 when that is elided; 华通数字电视公司 has its own name.
_PUBLIC_COMPANY = re.compile(
    r"(?:燃气|天然气|自来水|公交|公共|交通|供水|排水|供排水|水务|水利|水电|热力|供热|供暖|供电|电力|能源|城市|[城交建旅文产国水农工科创体能铁]投|金控|城建|城发|"
    r"建设|开发|发展|投资|控股|运营|经营|管理|资产|资本|国资|国有|担保|融资|金融|基金|轨道|地铁|高速|公路|路桥|客运|机场|港口|港务|"
    r"环境|环卫|环保|生态|园林|市政|粮食|粮油|储备|盐业|烟草|物流|商贸|产业|工业|农业|文化|体育|旅游|文旅|传媒|报业|广电|人才|数据|大数据|数字|"
    r"信息|科技|住房|安居|保障房|租赁|殡葬)+(?:集团|总|有限|责任|股份)*(?:公司|集团)"
)
#: 各乡镇、街道办事处: 各 is said once for both. 镇江 is a place.
_LOCAL_GROUP = re.compile(r"街道|乡镇|镇街|[镇乡](?=人民政府|政府|（|$)")
#: 县（市、区）政府, 市县人民政府: levels, and no prefix.
_LEVEL_GROUP = re.compile(
    r"(?:省|市|县|区|州|旗|乡|镇)(?:、?[市县区旗州乡镇]|（[^）]*）)+(?:人民政府|政府|党委|管委会|两级|相关|有关|各)|"
    # 区县住建局, 县级人民政府: of every county; 县市场监管局 is one.
    r"(?:区县|县区|市县|县市|市州|州市)(?!域|场|政|容|民|级)|[县区镇乡旗](?:级(?:人民)?政府|（)"
)
#: Own names and groups that never lack a prefix; printed example.
OWN_NAMES = (
    (r"各|有关|相关|其他|所有|全市|全省|全区|全县|本|属地", "各县（市、区）人民政府"),
    (
        r"(?:园区|新区|景区|林区|库区|乡镇|镇街|街道|社区|(?:镇|乡)(?:人民)?政府|村（|村[级居委])|"
        r"[一-鿿]{0,6}(?:企业|金融机构|银行机构|保险机构|担保机构|科研机构|医疗机构|行业协会|社会组织|高校|院校|"
        r"科研院所|运营商)$",
        "园区管委会, 金融机构, 高等院校: groups",
    ),
    (r"中国|中共|国家|全国|国务院|国网|中央|人民银行|人行|人民法院(?!$)", "国网泉州供电公司"),
    (r"团[省市区县]委|团委", "团市委机关"),
    (r"民航|金融监管总局|外汇(?:管理)?局|海关|海事局|海警|边检|出入境边防", "民航鹤江安全监管局"),
    (r"[一-鿿]{0,8}(?:银保监|证监)(?:局|分局)", "泉州银保监分局"),
    (r"(?:国开|农发|进出口|邮储|工商|农业|建设|交通|招商|兴业)(?:银)?行|农业发展银行|邮政储蓄", "邮储银行云川分行"),
    (r"南方电网|国能|华能|大唐|华电|国电投|三峡|中铁|中建|中交|中核|中广核|铁路(?!办)", "南方电网云川供电局"),
    (r"电信|移动(?:公司|通信|$)|联通|铁塔|广电网络", "铁塔公司"),
    (r"(?:长江|黄河|珠江|淮河|海河|太湖|松辽|松花江|辽河)", "长江航道局"),
    (r"[一-鿿]{2,12}(?:海关|海事局)", "泉州海关"),
    (
        r"[一-鿿]{2,10}(?<!广播电视)(?<!开放)大学|[一-鿿]{2,10}(?<!行政)(?<!社会主义)(?<!干部)学院",
        "华侨大学；市社会主义学院 is no college of its own name",
    ),
    (
        r"[一-鿿]{2,8}(?:开发区|高新区|经开区|新区|园区|合作区|投资区|自贸区|保税区|示范区|商务区|度假区|集聚区|片区|科学城|街道|镇(?!街)|(?<!城)乡(?!村|建|镇))",
        "泉州台商投资区管委会",
    ),
    (
        r"[一-鿿]{2,6}(?:省|市|区|县|州|旗)(?!场|级|域|划|块|容|政(?!府)|民|镇|乡|群)(?:委|人民政府|政府|财政|教育|工商)?",
        "晋江市人民政府",
    ),
)  # fmt: skip
_OWN_NAME = re.compile("(?:" + "|".join(pattern for pattern, _ in OWN_NAMES) + ")")
PLACE_NAMES = frozenset(PLACES)
_PLACE_LENGTHS = sorted({len(place) for place in PLACES})
#: Organs of the party take 市委 on, offices of the government 市.
_PARTY_ORGAN = re.compile(
    r"(?:组织|宣传|统战|社会工作)部$|(?:人才|网信|编|改革|台港澳|台|外事|财经|政法|机要|保密|军民融合|平安|农|"
    r"密码|金融|依法治[省市区县]|文明|巡察)"
    r"(?:工作)?办(?:公室)?$|政法委$|党校$|老干部局$|工委$|文明办$|讲师团$"
)
_BRACKET = re.compile(r"（[^）]*）$")


def without_bracket(name: str) -> str:
    """A name without the bracket at its end: 市卫健委（市医改办） → 市卫健委."""
    return _BRACKET.sub("", name) if "）" in name else name


class Form(NamedTuple):
    """What a printed name is by its words alone; one that is told early is asked no further."""

    local: bool = False
    levels: bool = False
    prefix: str = ""
    zone: str = ""
    placed: bool = False
    own: bool = False
    lacks_prefix: bool = False


@functools.lru_cache(maxsize=4096)
def form_of(name: str, place: str) -> Form:
    local = _LOCAL_GROUP.match(name) is not None
    if _LEVEL_GROUP.match(name):
        return Form(local, levels=True)
    if found := _PREFIX.match(name):
        return Form(local, prefix=found[1])
    zone = _ZONE_OFFICE.match(name)
    placed = _begins_with_place(name, place)
    own = placed or _OWN_NAME.match(name) is not None
    lacks_prefix = not own and UNIT_END.search(without_bracket(name)) is not None and not _is_named_company(name)
    return Form(local, zone=zone[1] if zone else "", placed=placed, own=own, lacks_prefix=lacks_prefix)


def with_prefix(prefix: str, name: str) -> str:
    if prefix.endswith("委") or prefix.endswith("党委"):
        return (prefix if _PARTY_ORGAN.search(name) else prefix.removesuffix("党委").removesuffix("委")) + name
    return prefix + name


def _is_named_company(name: str) -> bool:
    bare = without_bracket(name)
    return bare.endswith(("公司", "集团")) and _PUBLIC_COMPANY.fullmatch(bare) is None


def _begins_with_place(name: str, place: str) -> bool:
    return bool(place and name.startswith(place)) or any(name[:length] in PLACE_NAMES for length in _PLACE_LENGTHS)
