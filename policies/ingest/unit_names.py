"""Single units from a printed list: elided prefixes restored, shared endings shared out, brackets kept whole."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from policies.ingest.places import PLACES
from policies.ingest.unit_duties import without_duty
from policies.ingest.unit_labels import UNIT_END

#: 市外办, 省外经贸厅 and 市外汇管理局 have the prefix; 省外企业 is any firm outside.
_ABROAD = "外(?!办|事|经|汇|侨|宣|贸|资|国|专|商|联|管|语)"
#: 市科技局, 省财政厅, 区审管办; 市场监管局 begins with 市场, 省级 and 区域 are no prefixes.
_PREFIX = re.compile(
    r"(省委|市委|区委|县委|州委|旗委|盟委|自治区党委|自治区|省|市|区|县|州|旗|盟|兵团)"
    rf"(?!场|级(?!各|有关|相关|机关|部门|单位)|域|际|{_ABROAD}|内|块链|政(?:园林|工程|公用|设施|养护)|容)(?=[一-鿿])"
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
        r"[一-鿿]{2,8}(?:开发区|高新区|新区|园区|合作区|投资区|自贸区|保税区|示范区|街道|镇(?!街)|(?<!城)乡(?!村|建|镇))",
        "泉州台商投资区管委会",
    ),
    (
        r"[一-鿿]{2,6}(?:省|市|区|县|州|旗)(?!场|级|域|划|块|容|政(?!府)|民|镇|乡|群)(?:委|人民政府|政府|财政|教育|工商)?",
        "晋江市人民政府",
    ),
)  # fmt: skip
_OWN_NAME = re.compile("(?:" + "|".join(pattern for pattern, _ in OWN_NAMES) + ")")
_PLACE_NAMES = frozenset(PLACES)
_PLACE_LENGTHS = sorted({len(place) for place in PLACES})
#: Organs of the party take 市委 on, offices of the government 市.
_PARTY_ORGAN = re.compile(
    r"(?:组织|宣传|统战|社会工作)部$|(?:人才|网信|编|改革|台港澳|台|外事|财经|政法|机要|保密|军民融合|平安|农|"
    r"密码|金融|依法治[省市区县]|文明|巡察)"
    r"(?:工作)?办(?:公室)?$|政法委$|党校$|老干部局$|工委$|文明办$|讲师团$"
)
_LEVELS = (
    "省|自治区|直辖市|计划单列市|设区的?市|省辖市|地级以上市|(?:省)?直管[市县]|市|自治州|州|盟|自治县|林区|县|区|自治旗|旗|乡|镇|乡镇|"
    "街道|市直|省直"
)
_BARE_LEVEL = re.compile(rf"(?:各|有关|相关)?(?:{_LEVELS})(?:（[^）]*）|行政公署|行署)?")
#: …及神农架林区: a place of its own may end the list of levels.
_LEVEL_END = re.compile(
    rf"(?:{_LEVELS})(?:（[^）]*）|\([^)]*\))?(?:(?:以及|及|和|与)[一-鿿]{{1,8}}?(?:市|区|县|州|旗|兵团)(?=人民政府|政府|$))?"
    r"(?:人民政府|政府|党委|管委会|办事处|部门|单位|$)"
)
#: …、财政部等部门及各省级人民政府: the units after 及 are named too, and 等部门 names none.
_AND_EACH = re.compile(r"等(?:有关|相关|各)?(?:部门|单位)(?:[和及]单位)?(?:及|和|与|以及)(?=各)")
#: 市级各有关部门及各县市区政府: the first name is whole and the second opens as a name does; 教育部会同财政部.
_JOINED = re.compile(
    r"(?<=[局委厅办部院会府署门位业])(?:以及|及|和|与)"
    r"(?=各|国家|(?:有关|相关)(?=[部单企地盟市县区乡镇])|[省市县区州旗](?!场|域|际|"
    rf"{_ABROAD}|内|块|容)[一-鿿]{{2}}|{'|'.join(PLACES)})"
    r"|(?:(?<=[局厅办部院府署门位])|(?<=[革改康资信贸教科建]委))会同(?!意|时|样|级)"
)
_SHARED_ENDS = ("管委会", "管理委员会", "人民政府", "政府", "党委", "公安局", "税务局", "分局", "分公司")
#: 临汾、侯马、洪洞经济开发区管委会: places that are bare take all that stands behind the last one.
_ZONE = re.compile(r"[一-鿿]{2,3}?((?:经济|高新|工业|产业|技术)+(?:开发区|园区|区)(?:党工委|管委会|管理委员会))")
_BARE_PLACE = re.compile(r"[一-鿿]{2,3}")
_SHARED_END = re.compile(f"({'|'.join(_SHARED_ENDS)})$")
_REMAINDER = re.compile(r"等(?:有关|相关|各)?(?:部门|单位|机构|成员单位|企业|各方)?(?:和单位|及单位|、单位)?.*$")
_LIST_MARK, _MARK_OR_BRACKET = re.compile("[、，,；;。/／]"), re.compile("[、，,；;。/／（）]")
#: Inside a round bracket the inner one is printed otherwise: （省税务局牵头，各市、县〔区〕人民政府配合）.
_ODD_BRACKET = re.compile(r"[(〔［[【]")
_ROUND_BRACKETS = str.maketrans("(〔［[【)〕］]】", "（（（（（）））））")


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


def _part_glued(name: str) -> tuple[str, ...]:
    """区审计局区教育委: two names whose 、 was lost, for the level is printed twice."""
    glued = _GLUED.fullmatch(name)
    return (glued["first"], glued["second"]) if glued else (name,)


def are_spaced_names(text: str) -> bool:
    """Whether spaces stand between whole names (市发改委 市财政局), not between the letters of one (市 财 政 局)."""
    pieces = [piece for piece in re.split(r"[ 、，,；;。]+", text) if piece]
    return all(len(piece) > 2 and UNIT_END.search(without_bracket(piece)) for piece in pieces)


def _join_levels(parts: list[str]) -> list[str]:
    """各市、县（区）人民政府 and 各省、自治区、直辖市人民政府 are one each."""
    joined: list[str] = []
    for part in parts:
        if joined and _LEVEL_END.match(part) and _BARE_LEVEL.fullmatch(joined[-1].rsplit("、", 1)[-1]):
            joined[-1] += "、" + part
        else:
            joined.append(part)
    return joined


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


_GLUED_CUE = re.compile("[局委办厅][省市区县]")
_GLUED = re.compile(
    r"(?P<first>(?P<level>[省市区县])[一-鿿]{2,14}[局委办厅])"
    r"(?P<second>(?P=level)(?![场级域际容直东南西北中]|政(?![府务法协]))[一-鿿]{2,14}[局委办厅])"
)
_BRACKET = re.compile(r"（[^）]*）$")


def without_bracket(name: str) -> str:
    """A name without the bracket at its end: 市卫健委（市医改办） → 市卫健委."""
    return _BRACKET.sub("", name) if "）" in name else name


def unit_names(text: str, level: str = "", place: str = "") -> list[str]:
    """Each unit of a printed list once, in order.

    `level` is the prefix of the document's own level (市, 省, 区 …), `place` the name of its place (泉州).
    """
    return list(_unit_names(text, level, place))


@functools.lru_cache(maxsize=1024)
def _unit_names(text: str, level: str, place: str) -> tuple[str, ...]:
    names = [name for name in map(tidy_name, split_names(text)) if name]
    if _GLUED_CUE.search(text):
        names = [one for name in names for one in _part_glued(name)]
    names = share_ends(names)
    restored: list[str] = []
    prefix = ""
    for name in names:
        form = _form_of(name, place)
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
            name = _with_prefix(prefix, name)
        if name not in restored:
            restored.append(name)
    return tuple(restored)


class _Form(NamedTuple):
    """What a printed name is by its words alone; one that is told early is asked no further."""

    local: bool = False
    levels: bool = False
    prefix: str = ""
    zone: str = ""
    placed: bool = False
    own: bool = False
    lacks_prefix: bool = False


@functools.lru_cache(maxsize=4096)
def _form_of(name: str, place: str) -> _Form:
    local = _LOCAL_GROUP.match(name) is not None
    if _LEVEL_GROUP.match(name):
        return _Form(local, levels=True)
    if found := _PREFIX.match(name):
        return _Form(local, prefix=found[1])
    zone = _ZONE_OFFICE.match(name)
    placed = _begins_with_place(name, place)
    own = placed or _OWN_NAME.match(name) is not None
    lacks_prefix = not own and UNIT_END.search(without_bracket(name)) is not None and not _is_named_company(name)
    return _Form(local, zone=zone[1] if zone else "", placed=placed, own=own, lacks_prefix=lacks_prefix)


def _with_prefix(prefix: str, name: str) -> str:
    if prefix.endswith("委") or prefix.endswith("党委"):
        return (prefix if _PARTY_ORGAN.search(name) else prefix.removesuffix("党委").removesuffix("委")) + name
    return prefix + name


def _is_named_company(name: str) -> bool:
    bare = without_bracket(name)
    return bare.endswith(("公司", "集团")) and _PUBLIC_COMPANY.fullmatch(bare) is None


def _begins_with_place(name: str, place: str) -> bool:
    return bool(place and name.startswith(place)) or any(name[:length] in _PLACE_NAMES for length in _PLACE_LENGTHS)


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
            elif re.search(
                r"(?:开发区|投资区|高新区|新区|园区|合作区|保税区|示范区|自贸区|度假区|风景区|试验区|片区)$", before
            ):
                shared[index - 1] = before + end[1]
        elif end[1] in ("人民政府", "政府"):
            level = re.search(r"([省市区县州旗])(?:人民政府|政府)$", shared[index])
            if level and before in _PLACE_NAMES:
                shared[index - 1] = before + level[1] + end[1]
            elif re.fullmatch(r"[一-鿿]{1,6}[省市区县州旗]", before):
                shared[index - 1] = before + end[1]
    return shared
