"""The labels that open a line of responsible units or of a completion date."""

from __future__ import annotations

import functools
import re

from policies.ingest.cleaning import close_spaces

_SECTOR = "(?:市级|省级|区级|县级|县区|市直|省直|属地|主要|具体|其他|共同|相关)?"
_KIND = "(?:单位|部门|处室|科室|股室)"
#: 责任部门（单位）, 责任单位和部门, and beside the units those who answer for them: 责任单位及责任人.
_PERSON = "(?:[、和与及](?:第一|直接|具体)?(?:责任人|负责人|联系人|责任领导))?"
_UNIT = rf"(?:{_KIND}(?:[（(]{_KIND}[)）]|[、和与及/]{_KIND})?{_PERSON})"
#: label, role of the units after it ("person": it names no unit), printed example.
UNIT_LABELS = (
    (
        r"(?:责任|牵头|分管|包抓|包联|挂钩)领导|(?:第一|直接|牵头|具体)?(?:责任人|牵头人)",
        "person",
        "责任领导：张三",
    ),
    (
        rf"牵头(?:责任|负责|主办)?{_UNIT}|牵头|责任(?:单位|部门)?牵头单位|责任(?:单位|部门)[（(]牵头[)）]|"
        r"(?:责任[（(]牵头[)）]|牵头[（(](?:责任|负责)[)）])(?:单位|部门)",
        "lead",
        "牵头责任单位：市发改委",
    ),
    (rf"(?:主办|主责|主要责任){_UNIT}", "lead", "主办单位：市科技局"),
    (
        rf"(?:配合|协办|协管|协同|协作|会办|联办|参与|参加|支持|协助)(?:责任)?{_UNIT}|配合|"
        r"责任(?:单位|部门)[（(](?:配合|协办)[)）]|责任[（(](?:配合|协办)[)）](?:单位|部门)",
        "support",
        "主要协作单位：市财政局",
    ),
    (
        rf"(?:责任|落实|实施|承办|承担|负责|组织实施|推进|执行|督办|督导|监督|指导|兑现|主管|归口(?:管理)?|业务(?:主管|指导|办理)?|"
        rf"审[核批]|办理|经办|政策(?:解释|兑现))(?:{_UNIT}|主体)|责任分工",
        "",
        "责任单位：市科技局、财政局",
    ),
    (rf"(?:政策|业务)?(?:对接|联系|受理|咨询|答疑|服务){_UNIT}", "", "联系部门：区科信局；联系人：王某"),
)
_LABEL = "|".join(f"(?:{pattern})" for pattern, _, _ in UNIT_LABELS)
#: It ends in a colon or closes its bracket (【责任单位】市科技局): what has neither has no label.
#: What a label begins with: most places are told by one character.
_FIRST = "市省区县属主具其共相责牵分包联挂第直协配会参支落实承担负组推执督监指兑归业审办经政对受咨答服"
UNIT_LABEL = re.compile(rf"(?=[{_FIRST}]){_SECTOR}(?:{_LABEL}) ?(?:[:：]|(?<=[位门室体工])[】］\]] ?[:：]?)")
#: Marks that a page prints before a line.
LINE_MARKS = "★☆●◆■▲※•· "
_OPENING = re.compile(rf"[{LINE_MARKS}]{{0,2}}[（(〔\[［【]? ?")
_COMPLETION = re.compile(r"[（(〔\[［【]? ?(?:计划)?完成(?:时间|时限|期限|日期)(?:节点|要求)? ?[:：]")
#: What the name of a unit ends with.
UNIT_END = re.compile(
    r"(?:局|厅|委|办|部|院|会|署|行|社|处|室|科|站|所|中心|公司|集团|机关|政府|法院|检察院|海关|组织|单位|部门|"
    r"机构|企业|银行|学校|大学|"
    r"管委会|执委会|街道|镇|乡|园区|镇街|开发区|新区|高新区|党校|总队|支队|大队|联|社区|协会|商会|工会|妇联|团市委|"
    r"团省委|团区委|团县委|"
    r"投资区|自贸区|片区|资本|联盟|专班|小组|办事处|联合会|总社|供电|电信|移动|联通|铁塔|组|"
    r"(?<=[一-鿿]{2})[区县市]|队|馆|台|校|"
    r"科协|文联|残联|侨联|工商联|社科联|司|总局|分局|分行|支行|中支)$"
)


#: A label with its bracket and colon is shorter than this: a line without a colon so near its beginning has none.
LABEL_LENGTH = 30


def has_label_end(text: str) -> bool:
    """Whether a label may stand in the text: it holds a colon, or a bracket that closes one."""
    return "：" in text or ":" in text or "】" in text or "］" in text or "]" in text


# Several passes ask about the same lines.
@functools.lru_cache(maxsize=8192)
def is_unit_line(text: str) -> bool:
    """Whether the line opens with 责任单位：, 牵头单位： and the like, with or without a bracket."""
    beginning = text[:LABEL_LENGTH]
    if not has_label_end(beginning):
        return False
    label = UNIT_LABEL.match(text, _OPENING.match(text).end())
    return label is not None and bool(text[label.end() :].strip(" ）)〕】。"))


_SPACE_BEFORE_LABEL = re.compile(rf" +(?={UNIT_LABEL.pattern})")


def close_spaces_between_labels(text: str) -> str:
    """张三 牵头单位：市 科 技 局 → 张三 牵头单位：市科技局."""
    return " ".join(map(close_spaces, _SPACE_BEFORE_LABEL.split(text)))


_CONTACT = re.compile(UNIT_LABELS[-1][0])


def is_contact_line(text: str) -> bool:
    """Whether a unit line says whom to ask (咨询单位：)."""
    return _CONTACT.match(text, _OPENING.match(text).end()) is not None


#: 主办单位：某市人民政府办公室, 承办单位：某市大数据中心: at the foot of a page, who runs the site.
_OPERATOR = re.compile("(?:主办|承办|协办)单位")


def is_operator_line(text: str) -> bool:
    """Whether a unit line may say who runs the site (主办单位：); it is one of a provision where others above are."""
    return _OPERATOR.match(text) is not None


def is_bare_label(text: str) -> bool:
    """责任单位： with nothing behind it: the units stand on the lines below."""
    return len(text) < LABEL_LENGTH and UNIT_LABEL.fullmatch(text) is not None


def is_completion_line(text: str) -> bool:
    """Whether the line opens with 完成时间：."""
    return "完成" in text[:LABEL_LENGTH] and _COMPLETION.match(text) is not None


#: A line no longer than this that ends as a unit does, without the mark of a sentence, is the name of one.
_UNIT_LENGTH = 30


def is_unit_name(text: str) -> bool:
    """Whether a line is nothing but a unit, or units with 、 between them."""
    return len(text) <= _UNIT_LENGTH and all(
        UNIT_END.search(part.rstrip("）)")) for part in re.split("[、，]", text) if part
    )


def unit_line_is_open(text: str, following: str) -> bool:
    """Whether a unit line was cut by a page break: it ends in a comma, or inside a name that the next line ends."""
    if text[-1] in "，、,":
        return True
    if text.count("（") + text.count("(") > text.count("）") + text.count(")"):
        return True
    if text[-1] in "。；）)〕】" or UNIT_END.search(text):
        return False
    parts = re.split(r"[、，,]", re.sub(r"[（(][^（()）]*[)）]", "", following))
    return "。" not in following.rstrip("。") and all(UNIT_END.search(part.rstrip("。）)")) for part in parts if part)
