"""Lines of data above a text: 发文字号：…, • 文号:…, 【发文字号】…, 索引号 | … |, labels without a colon."""

from __future__ import annotations

import re

from policies.ingest.dates import is_date_line
from policies.ingest.frame.document_numbers import DOCUMENT_NUMBER, NUMBER_LABELS
from policies.ingest.frame.endings import is_body_name
from policies.ingest.frame.titles import ends_title

_SURE = (
    "索引号 信息索引 索引编号 统一登记号 登记号 统一编号 发文机关 发文机构 发文单位 发文部门 "
    "发布机构 发布机关 发布单位 发布部门 颁布单位 颁布部门 颁布机关 制定机关 制发机关 公开机构 "
    "公开主体 责任处室 公开责任部门 公开目录 主题分类 主题词 体裁分类 组配分类 信息分类 "
    "信息类别 法规类型 法规类别 文件类型 文件类别 文件分类 所属行业 所属区域 所属类别 效力级别 "
    "效力状态 效力等级 时效性 公文时效 有效性 是否有效 有效与否 信息状态 文件状态 信息时效期 "
    "信息时效性 效力属性 生命周期分类 服务对象分类 信息格式 公开方式 公开范围 公开类型 公开形式 "
    "公开时限 公开程度 公开属性 发文日期 发文时间 成文日期 成文时间 发布日期 发布时间 公开日期 "
    "公开时间 公开日 公布日期 公布时间 颁布日期 颁布时间 印发日期 印发时间 签发日期 签发时间 "
    "生成日期 生效日期 生效时间 施行日期 实施日期 实施时间 失效日期 失效时间 废止日期 废止时间 "
    "终止日期 著录日期 更新日期 更新时间 原文链接 原文地址 原文网址 来源链接 来源网址 来源地址 文件链接 检索时间 "
    "检索关键词 抓取时间 采集时间 爬取时间 收录时间 下载时间 政策名称 政策标题 政策类型 政策级别 政策层级 政策文号 "
    "联合发文单位 文件来源 适用地区 所属地区 发布地区 发布层级"
)
_WEAK = (
    "标题 名称 文件名称 信息名称 发文标题 文件标题 法规标题 法规名称 来源 信息来源 法规来源 "
    "作者 关键词 服务对象 内容概述 内容摘要 有效期 分享到 浏览量 浏览次数"
)
#: What a line of data begins with and no sentence does.
LABELS = (*NUMBER_LABELS, *_SURE.split())
#: What a sentence may begin with too: they count beside others, or in a row with |.
WEAK_LABELS = tuple(_WEAK.split())
_BODY_LABELS = re.compile(r".{2}(?:机关|机构|单位|部门|主体)")
_WORD = "|".join(" ?".join(label) for label in sorted((*LABELS, *WEAK_LABELS), key=len, reverse=True))
#: A label and what parts it from its value: : | ］ a space or nothing.
_LABEL = re.compile(rf"(?P<open>[【\[]?)(?P<label>{_WORD})(?P<mark>[】\]] ?[:：]?| ?[:：|｜]|(?= )|$|)")
_NEXT = re.compile(rf"(?<=[ |｜;；])[【\[]?(?:{_WORD})(?:[】\]]| ?[:：|｜]| |$)")
#: A line like them among lines of data, whatever its label is: ※ 备注：
_OTHER = re.compile(r"(?P<label>[一-鿿 ]{2,8}) ?[:：] ?(?P<value>[^，。；:：|｜ ]{0,40}|\W?https?://.*)")
#: What crawlers name in English, and what it is: Title: …, URL Source: https://…, Published Time: …
_ENGLISH_LABELS = {
    **dict.fromkeys(("title", "headline"), "标题"),
    **dict.fromkeys(("url", "url source", "source url", "source_url", "link"), "原文链接"),
    **dict.fromkeys(("date", "published time", "publish time", "publish_date", "pubdate", "publish date"), "发布日期"),
    **dict.fromkeys(("source", "site", "author", "category", "tags", "keywords", "description", "crawl_time"), "来源"),
    **dict.fromkeys(("agency", "department", "publisher", "issuer"), "发布机构"),
    **dict.fromkeys(("doc_number", "document_number", "document number"), "文号"),
}
_ENGLISH = re.compile(r"(?P<label>[A-Za-z][A-Za-z_ ]{2,16}) ?[:：] ?(?P<value>.+)")
#: [联合发文单位] 某局;某局
_BRACKETED = re.compile(r"[【\[](?P<label>[一-鿿]{2,8})[\]】] ?[:：]? ?(?P<value>[^。【\[]*)")
#: So much of an address of the web is kept of it.
_ADDRESS = re.compile(r"(?<=://)[^\s\]）)>]{40,}")
#: 分 类 政务公开 有 效 性 有效: a label that is not known beside one that is, in a row of data.
_BESIDE_KNOWN = re.compile(
    rf"(?!(?:{_WORD})(?:[】\]:：|｜ ]|$))(?P<label>[一-鿿](?: [一-鿿]){{1,5}}|[一-鿿]{{2,6}})(?: ?[:：] ?| )"
    rf"(?P<value>[^，。；;]{{1,30}}?) ?(?P<known>(?:{'|'.join(' ?'.join(label) for label in LABELS)})(?: ?[:：]| ).*)"
)
#: A label alone on its line, whatever it is (热搜词：, 分类：). What ends so may be whom a text is sent to; 附件： and
#: numbers are of the text.
_ALONE = re.compile(r"[【\[（(]?(?!附|注|第|[一二三四五六七八九十]{1,2}、)[一-鿿][一-鿿 /、]{1,9}[】\])）]? ?[:：]")
_ADDRESSED = re.compile(
    r"(?:(?<![主承协])办|[位门关司业校局厅委省市县区旗乡镇村科处室站所院社会团队行府民友们长师下志表]|通知|公告)$"
)
#: 备注/文号：, 文号/编号：: of two labels the one that is known counts.
_COMPOSED = re.compile(r"(?P<first>[一-鿿]{2,6}) ?[/／] ?(?P<second>[一-鿿]{2,6})(?= ?[:：])")
#: The mark of a list before a line: • 来源：…
BULLET = re.compile(r"(?:[•·●◆▪■◇○※▶►]|[*+-](?= )) ?")
_OPENS = tuple({"【", "[", *(label[0] for label in (*LABELS, *WEAK_LABELS))})
_STATES = ("时效性", "效力级别", "有效性", "效力状态", "是否有效", "公文时效")
#: A line of data is no longer than this; a value that its label runs into no longer than that.
_LENGTH, _GLUED_LENGTH = 300, 40
_LONGEST_LABEL = 16
#: A class of documents is named in so many letters.
_CLASS_LENGTH = 8
_KNOWN = frozenset((*LABELS, *WEAK_LABELS))


def strip_bullet(text: str) -> str:
    """The line without the mark of a list before it."""
    return BULLET.sub("", text, count=1) if BULLET.match(text) else text


def read_data_line(text: str, among_data: bool = False) -> list[tuple[str, str]]:
    """(label, value) of each piece of a line of data; [] of another line. `among_data` says that one stood above it."""
    marked = BULLET.match(text) is not None
    text = _with_one_label(strip_bullet(text).strip(" |｜"))
    text = _ADDRESS.sub("…", text) if "://" in text else text
    if text[:1].isascii() and (english := _ENGLISH.fullmatch(text)):
        label = _ENGLISH_LABELS.get(english["label"].lower())
        return [(label, english["value"])] if label else []
    other = _OTHER.fullmatch(text) if among_data else None
    if other and (marked or other["value"]):
        return [(other["label"].replace(" ", ""), other["value"])]
    bracketed = _BRACKETED.fullmatch(text) if among_data and text[:1] in "[【" and len(text) <= _LENGTH else None
    if bracketed and not _is_titled(bracketed):
        return [(bracketed["label"], bracketed["value"])]
    if among_data and (beside := _BESIDE_KNOWN.match(text)) and "。" not in text:
        return [(beside["label"].replace(" ", ""), beside["value"]), *read_data_line(beside["known"])]
    if not text.startswith(_OPENS) or len(text) > _LENGTH or "。" in text[:-1]:
        return []
    first = _LABEL.match(text)
    if first is None:
        return []
    starts = [0, *(match.start() for match in _NEXT.finditer(text, first.end("label")))]
    if text[-1:] == "。":
        # 发布机构：市财政局；文号：…；生成日期：…。: so many labels make no sentence.
        text = text[:-1] if len(starts) > 1 and first["mark"] else ""
    if not text or not _is_data(first, text, among_data):
        return []
    pairs = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        label = _LABEL.match(text, start)
        pairs.append((label["label"].replace(" ", ""), text[label.end() : end].strip(" |｜;；:：，,")))
    return pairs


def _is_titled(bracketed: re.Match) -> bool:
    """Whether a title stands behind the name of its column: 【市级政策】关于支持企业发展的通知."""
    return bracketed["label"] not in _KNOWN and "关于" in bracketed["value"] and ends_title(bracketed["value"])


def _with_one_label(text: str) -> str:
    composed = _COMPOSED.match(text) if "/" in text[:8] or "／" in text[:8] else None
    if composed is None:
        return text
    known = next((name for name in (composed["second"], composed["first"]) if name in _KNOWN), None)
    return known + text[composed.end() :] if known else text


def _is_data(first: re.Match, text: str, among_data: bool) -> bool:
    label, mark = first["label"].replace(" ", ""), first["mark"].strip()
    value = text[first.end() :].strip()
    if mark in ("|", "｜"):
        return True
    if label in WEAK_LABELS:
        return bool(mark and not value) or (among_data and bool(mark or not value))
    if first["open"] or mark:
        return bool(mark)
    if not value or text[first.end("label")] == " ":
        return True
    # 发文字号国办发〔1986〕53号, 时效性现行有效
    if len(text) > _GLUED_LENGTH or re.search(r"[，,；;：:]", value):
        return False
    return label in _STATES or bool(DOCUMENT_NUMBER.fullmatch(value)) or is_date_line(value) or is_body_name(value)


def is_label_alone(text: str, among_data: bool = False) -> bool:
    """Whether the line is nothing but a label: 发文字号：, 热搜词：; 各区人民政府： is none.

    Among lines of data 办文单位： is a label too.
    """
    if len(text) > _LONGEST_LABEL or text[-1:] not in ("：", ":"):
        return False
    data = read_data_line(text)
    if data:
        return not data[-1][1]
    match = _ALONE.fullmatch(text)
    if match is None or "各" in text or "有关" in text:
        return False
    return (among_data and text[-2:-1] in "位门") or not _ADDRESSED.search(text.rstrip(" :：】])）"))


def is_value(label: str, text: str, below: str) -> bool:
    """Whether a line is the value of the label that stands alone above it. `below` is the line after it."""
    if label not in _KNOWN:
        if len(text) > _GLUED_LENGTH or re.search(r"[。；;]|[:：]$|关于", text) or DOCUMENT_NUMBER.search(text):
            return False
        return not ends_title(text) or is_label_alone(below) or bool(read_data_line(below))
    if len(text) > _GLUED_LENGTH or re.search(r"[，。；;]|[:：]$|关于", text) or below.startswith("关于"):
        return False
    if ends_title(text):
        # 信息分类： / 调控政策 is a class of documents and no title.
        return len(text) <= _CLASS_LENGTH and label.endswith(("分类", "类别", "类型"))
    if DOCUMENT_NUMBER.search(text):
        return label in NUMBER_LABELS
    if label.endswith(("日期", "时间", "日")):
        return text[:2] in ("19", "20")
    if _BODY_LABELS.fullmatch(label) or label.endswith("来源"):
        return is_body_name(text) or text.endswith("网站")
    return label in LABELS and not is_body_name(text)
