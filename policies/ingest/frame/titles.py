"""Titles: which lines of a head are the title, its kind (文种), the bodies it names."""

from __future__ import annotations

import re

from policies.ingest.cleaning import close_spaces
from policies.ingest.frame.endings import is_body_name

#: The kinds of documents; a title ends with one of them.
_KIND_WORDS = (
    "决定", "决议", "意见", "措施", "通知", "通报", "通告", "公告", "公报", "命令", "办法", "条例",
    "规定", "细则", "规则", "规程", "规范", "方案", "计划", "规划", "纲要", "要点", "政策", "批复", "函",
    "报告", "请示", "纪要", "章程", "准则", "标准", "目录", "清单", "指南", "指引", "解释", "答复",
    "法典", "修正案", "公示", "解读", "制度", "预案", "公约", "守则", "导则", "举措", "若干条", "条款", "令", "法",
)  # fmt: skip
_TITLE_TAIL = r"(?:[（(〔\[][^（）()〔〕\[\]]{1,24}[)）〕\]]|[\"”》])*"
_TITLE_END = re.compile(rf"(?:{'|'.join(_KIND_WORDS)}|[一二三四五六七八九十0-9]+条){_TITLE_TAIL}$")
_KIND = re.compile("|".join(sorted(_KIND_WORDS, key=len, reverse=True)))
#: Verbs between the bodies and the subject of a title.
_TITLE_VERB = re.compile(r"(?:关于|印发|转发|批转|公布|发布)")
_WRAPPING = re.compile(r"(?:征求(?=.{0,6}《)|印发|转发|批转|公布|发布|下达|颁发|颁布|实施|施行)")


def ends_title(text: str) -> bool:
    """Whether a line ends as titles do: …若干措施（试行）."""
    return _TITLE_END.search(close_spaces(text)) is not None


#: 【政策解读】…, 【图解】…, 《…措施》政策解读: a link to what explains a document.
_EXPLANATION = re.compile(
    r"[【\[［]?(?:(?:政策|文字|图文|图片|视频|动漫|媒体|专家|部门|新闻发布会)?(?:解读|图解)|一图读懂|一图看懂|图说|媒体|部门)(?:[】\]］丨｜|]|[:：])|"
    r".*(?:解读|图解|问答)$|一图[读看]懂"
)


def is_explanation(text: str) -> bool:
    """Whether the line names what explains a document: 【图解】…, 《…措施》政策解读.

    >>> is_explanation("【政策解读】《若干措施》的政策解读"), is_explanation("若干措施")
    (True, False)
    """
    return ("解" in text or text[:1] in "【[［一图媒部" or text.endswith("问答")) and _EXPLANATION.match(
        text
    ) is not None


def title_kind(title: str) -> str:
    """The last kind word of a title: …若干措施（试行） → 措施; "" when it has none.

    A word in the closing bracket (（草案修订说明）) does not count, nor one before the last 《》 of a wrapped title.
    """
    bare = re.sub(rf"{_TITLE_TAIL}$", "", title) or title
    words = _KIND.findall(bare)
    return words[-1] if words else ""


def wraps_document(title: str) -> bool:
    """Whether the title is of a notice that brings another text: 关于印发《…》的通知."""
    return title_kind(title) in ("通知", "决定", "公告", "命令", "令", "函", "通告", "批复") and bool(
        _WRAPPING.search(title)
    )


def wrapped_title(title: str) -> str:
    """What a wrapping title brings: 关于印发《X》的通知 or 关于印发X的通知 → X; "" when it does not tell."""
    consulted = re.search(r"征求.{0,6}《(.+)》[^《》]{0,10}意见", title)
    if consulted:
        return consulted[1]
    match = re.search(rf"{_WRAPPING.pattern}(?:实施)?《?(.+?)》?的?(?:通知|决定|公告|命令|令|函|通告|批复)", title)
    return match[1].strip("《》") if match else ""


def tidy_title(text: str) -> str:
    """A title on one line: no inner spaces except between issuing bodies (before 关于)."""
    text = re.sub(r"\s+", " ", text).strip()
    verb = _TITLE_VERB.search(text)
    if verb is None or " " not in text[: verb.start()]:
        return _drop_spaces(text)
    pieces = [piece for piece in text[: verb.start()].split(" ") if piece]
    if all(is_body_name(piece) for piece in pieces):
        return " ".join(pieces) + _drop_spaces(text[verb.start() :])
    return _drop_spaces(text)


def _drop_spaces(text: str) -> str:
    return close_spaces(text)


def bodies_of_title(title: str) -> list[str]:
    """The bodies a title names before 关于: 泉州市商务局 泉州市财政局关于… → both; [] when it names none."""
    verb = _TITLE_VERB.search(title)
    if verb is None:
        # 某区人民政府通告
        body = re.sub(r"(?:布告|通告|公告|通知|通报|决定|决议|命令|令)(?:[（(〔][^）)〕]*[)）〕])?$", "", title)
        if body != title and not is_body_name(body):
            # 某县人民政府森林防火封山令
            ordering = _ORDERING_BODY.match(body)
            return [ordering["body"]] if ordering and is_body_name(ordering["body"]) else []
        return split_bodies(body) if body != title else []
    named = _AND_OTHERS.sub("", title[: verb.start()])
    return [piece for piece in split_bodies(named) if is_body_name(piece)]


#: A body before what it orders: a government, a command.
_ORDERING_BODY = re.compile(r"(?P<body>[一-鿿]{2,20}(?:人民政府|指挥部)(?:办公[室厅])?)[^与和及、，]{2,14}$")
#: 某市财政局等五部门关于…: of the others the title says only how many they are.
_AND_OTHERS = re.compile(r"等(?:[一二三四五六七八九十\d]{1,3}个?)?(?:部门|单位|部委|委办局|机关|厅局|部委局)$")


def split_bodies(text: str) -> list[str]:
    """Bodies named one beside the other, by space or 、: each without a bracketed second name."""
    pieces = re.split(r"[\s、，,]+(?![^（(]*[)）])", text.strip())
    return [re.sub(r"[（(][^（）()]*[)）]$", "", piece) for one in pieces if one for piece in _split_joined(one)]


#: The place or rank a body begins with; where it is printed again the next body begins.
_BODY_PLACE = re.compile(r"(?:中共)?(?P<place>中央|[一-鿿]{1,8}?(?:自治区|自治州|[省市州县区旗盟]))")


def _split_joined(text: str) -> list[str]:
    """中共宿州市委宿州市人民政府 → both; a body whose name holds its place once is itself."""
    opening = _BODY_PLACE.match(text)
    if opening is None or len(text) < 7:
        return [text]
    second = text.find("国务院" if opening["place"] == "中央" else opening["place"], opening.end())
    if second < 0 or not is_body_name(text[:second]) or not is_body_name(text[second:]):
        return [text]
    return [text[:second], *_split_joined(text[second:])]
