"""Printed numbers at the start of a paragraph: 第一章, 第十二条之一, 一、, （一）, 1., （1）, ①, a)."""

from __future__ import annotations

import functools
import re
import string
from typing import NamedTuple

from policies.ingest.facts.numbers import read_number

_HAN_DIGITS = "〇零一二三四五六七八九十百千两"
_SPACED = rf"[{_HAN_DIGITS}0-9０-９](?:[ {_HAN_DIGITS}0-9０-９]{{0,12}}[{_HAN_DIGITS}0-9０-９])?"
_PLAIN = rf"[{_HAN_DIGITS}](?: ?[{_HAN_DIGITS}]){{0,4}}"

#: A figure with one of these behind it measures something: 2.5万元, 1.5倍; 2.1人员配备 is a heading.
_MEASURE = (
    "(?:[万亿元倍米吨亩]|个(?![人体性])|年(?![度龄检])|月(?!度)|日(?!常)|级(?!别)|版(?!权)|"
    "人(?![员才事力民口大工])|家(?![庭长])|公里|平方|立方|千[瓦克米])"
)

#: style, pattern, printed example. The order is the order in which they are tried.
NUMBER_STYLES = (
    ("subpart", rf"第 ?(?P<value>{_SPACED}) ?分 ?编(?P<end>[ 　:：]|$)", "第三分编 准合同"),
    ("part", rf"第 ?(?P<value>{_SPACED}) ?编(?P<end>[ 　:：]|$)", "第二编 审判程序"),
    ("part", rf"第 ?(?P<value>{_SPACED}) ?部 ?分(?P<end>[ 　:：、]|$)", "第一部分 基本制度"),
    ("chapter", rf"第 ?(?P<value>{_SPACED}) ?章(?P<end>)", "第一章　总　　则"),
    ("section", rf"第 ?(?P<value>{_SPACED}) ?节(?P<end>)", "第一节 现场处罚"),
    (
        "article",
        rf"第 ?(?P<value>{_SPACED}) ?条(?P<after> ?之 ?[一二三四五六七八九十]+(?![一-鿿]))?(?P<end>)",
        "第十二条之一 …",
    ),
    ("comma", rf"(?P<value>{_PLAIN}) ?[、．.]", "一、 增强…"),
    ("comma", r"(?P<value>[一二三四五六七八九十]{1,3})[，,](?=[一-鿿])", "一,各地国家税务局…"),
    ("paren", rf"[（(] ?(?P<value>{_PLAIN}) ?[)）][、．.]?", "（一）强化…"),
    ("paren", r"(?P<value>[㈠-㈩])", "㈠"),
    (
        "decimal",
        rf"(?P<value>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?= |(?!{_MEASURE})[一-鿿《“])",
        "5.10.2 重伤二级; 1.1编制目的",
    ),
    ("decimal", r"(?P<value>\d{1,2})(?= (?![万亿元个倍年月日级条项家])[一-鿿、]{2,30}$)", "1 总则"),
    ("decimal", r"(?P<value>\d{1,2})(?=(?:总 ?则|附 ?则|范围|适用范围|总体要求|概述)$)", "1总则"),
    ("digit", r"(?P<value>\d{1,3}) ?(?:[．、﹒]|[.·](?!\d))", "1.有效运用…"),
    (
        "digit",
        r"(?P<value>\d{1,3})\.(?=(?:19|20)\d\d ?年|[1-9]\d?00[万元家个]|[1-9]\d{2,3}[家个名人户件场])",
        "1.2020年6月11日前，…; 2.500万元以上的…",
    ),
    ("digit", r"(?P<value>[⒈-⒛])", "⒈侮辱、诽谤案"),
    ("digit_paren", r"[（(] ?(?P<value>\d{1,3}) ?[)）]", "（1）电网负荷"),
    ("digit_paren", r"(?P<value>\d{1,3})[)）]", "1）电网负荷"),
    ("digit_paren", r"(?P<value>[⑴-⒇])", "⑴"),
    ("circle", r"(?P<value>[①-⑳])", "①达到最大分辨率"),
    ("letter", r"[（(](?P<value>[a-zA-Z])[)）]", "（a）心脏挫伤"),
    ("letter", r"(?P<value>[a-zA-Z])(?:[)）]|[．.、](?=[ 一-鿿]))", "a)心脏挫伤"),
)
_COMPILED = [(style, re.compile(pattern)) for style, pattern, _ in NUMBER_STYLES]
_OTHERS = [(style, pattern) for style, pattern in _COMPILED if not pattern.pattern.startswith("第")]
#: Of 第…编, 第…章, 第…节 and 第…条 one line can be but one; most are articles.
_ORDINALS = sorted((line for line in _COMPILED if line not in _OTHERS), key=lambda line: line[0] != "article")
#: What a line that begins with a Han numeral, a bracket or a digit can be; all others are rare.
_HAN_STYLES = [line for line in _OTHERS if line[0] == "comma"]
_BRACKET_STYLES = [line for line in _OTHERS if line[1].pattern.startswith("[（(]")]
_DIGIT_STYLES = [line for line in _OTHERS if line[1].pattern.startswith(r"(?P<value>\d")]
_STYLES_OF = {
    "第": _ORDINALS,
    **dict.fromkeys(_HAN_DIGITS, _HAN_STYLES),
    **dict.fromkeys("（(", _BRACKET_STYLES),
    **dict.fromkeys("0123456789０１２３４５６７８９", _DIGIT_STYLES),
}
#: What a number begins with; nearly all paragraphs are told by it.
_FIRST = frozenset(
    f"第{_HAN_DIGITS}（(0123456789０１２３４５６７８９{string.ascii_letters}"
    + "".join(chr(code) for first, last in ("㈠㈩", "①⑳", "⑴⒛") for code in range(ord(first), ord(last) + 1))
)
#: 一、二线城市 and 一、二类新药 begin with two numbers of a list, not with the number of a unit; 三、一次性补贴 does.
_TWO_NUMBERS = re.compile(
    rf"(?P<second>[{_HAN_DIGITS}]+)(?:(?P<list>[、，])|类|级|线|等|档|层|产|期|季度|批|次(?!性)|楼)"
)
_HEADING_LINE = {"subpart", "part", "chapter", "section"}
#: A heading line of a chapter has at most this many characters after its number.
_HEADING_LENGTH = 60
_CIRCLES = ((0x2460, "circle"), (0x2474, "digit_paren"), (0x2488, "digit"), (0x3220, "paren"))
_NARROW_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_WIDE_BRACKETS = str.maketrans("()", "（）")


class Number(NamedTuple):
    """A printed number: its style and value, how it was printed, its path element, and the text after it."""

    style: str
    value: float
    printed: str
    element: str
    rest: str
    #: White space, 【 or the end of the line follows; 第三条规定 in running text has none of them.
    spaced: bool


# Several passes ask about the same lines; a document of some thousand lines stays known.
@functools.lru_cache(maxsize=8192)
def read_printed_number(text: str) -> Number | None:
    """The number a paragraph begins with, or None. `text` is a line after `strip_marks`."""
    if text[:1] not in _FIRST:
        return None
    for style, pattern in _STYLES_OF.get(text[0], _OTHERS):
        match = pattern.match(text)
        if match:
            return _number(style, match, text)
    return None


#: 第三条规定…, 第八条和第九条 go on a sentence; 第一条鼓励就业 is a heading whose white space was lost.
_TITLE_OF_ARTICLE = re.compile(
    r"(?!规定|执行|办理|处[理罚]|情形|条件|标准|要求|适用|同时|所|或|之|与|及|[和中的至第、款项])[一-鿿“”（）、]{2,20}$"
)


_MARK_BEHIND_ARTICLE = re.compile("[、．.] ?(?!第|本|或|和|[一二三四五六七八九十百]+条)")


def may_open_article(number: Number) -> bool:
    """Whether the number of an article opens one: white space stands behind it, or a short title and nothing more."""
    return number.spaced or _TITLE_OF_ARTICLE.match(number.rest) is not None


def _number(style: str, match: re.Match, text: str) -> Number | None:
    groups = match.re.groupindex
    end = match.start("end") if "end" in groups else match.end()
    rest = text[end:]
    spaced = not rest or rest[0] in " 　:：【"
    if style in _HEADING_LINE and not _is_heading_line(rest, spaced):
        return None
    value = _value(style, match["value"])
    if value is None or value == 0:
        return None
    # The numbers of a list go up: 五、一线职工 begins a unit.
    if style == "comma" and (two := _TWO_NUMBERS.match(rest)) and (two["list"] or read_number(two["second"]) > value):
        return None
    if "after" in groups and (after := match["after"]):
        value += read_number(after.replace(" ", "")[1:]) / 1000
    if style == "decimal":
        style += str(match["value"].count(".") + 1)
    if style == "article" and _MARK_BEHIND_ARTICLE.match(rest):
        # 第二条、支持研发; 第八条、第九条 and 第八条、九条 in running text are two.
        end, rest, spaced = end + 1, rest[1:], True
    printed = text[:end].replace(" ", "").translate(_WIDE_BRACKETS)
    rest = rest.lstrip(" 　")
    if style in _HEADING_LINE or style == "article":
        rest = rest.lstrip(":：") if spaced else rest
    element = printed.rstrip("、.．﹒·，,")
    if "０" <= element[:1] <= "９":
        element = element.translate(_NARROW_DIGITS)
    return Number(style, value, printed, element, rest, spaced)


def _is_heading_line(rest: str, spaced: bool) -> bool:
    """第七节相应改为第八节，… is a sentence; 第七节 监察委员会 and 第一章总则 are headings."""
    if "。" in rest or "；" in rest or len(rest) > _HEADING_LENGTH:
        return False
    return spaced or (len(rest) <= 30 and not re.match(r"[的第规和至、，（(]|规定|所称|相应", rest))


def _value(style: str, text: str) -> float | None:
    if style == "letter":
        return ord(text.lower()) - 96
    if style == "decimal":
        value = 0.0
        for power, part in enumerate(text.split(".")):
            value += int(part) / 100**power
        return value
    if len(text) == 1 and "①" <= text < "一":
        for start, _ in _CIRCLES:
            if start <= ord(text) < start + 20:
                return ord(text) - start + 1
    try:
        return read_number(text.replace(" ", ""))
    except ValueError:
        return None
