"""Titles that break between words, short names of documents, and the words round a fact."""

import re

import rjieba
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

#: Never at the start of a line: they belong to the word before.
CLINGS = set("的地得之了和与及等、，。；：？！）》”’〕】")
#: Never at the end of a line: they belong to the word after.
OPENS = set("（《“‘〔【")


SHORT_QUOTATION = 8


def title_html(text: str) -> SafeString:
    """A heading, escaped, with <wbr> between words: 泉州市<wbr>进一步<wbr>优化<wbr>营商环境的<wbr>…"""
    pieces: list[str] = []
    for word in rjieba.cut(text):
        joined = pieces and (word[0] in CLINGS or word.isspace() or pieces[-1][-1] in OPENS or _quoting(pieces[-1]))
        if joined:
            pieces[-1] += word
        else:
            pieces.append(word)
    return mark_safe("<wbr>".join(escape(piece) for piece in pieces))  # every piece is escaped


def _quoting(piece: str) -> bool:
    """A quotation that has just begun stays in one piece: “晋江经验”."""
    return "“" in piece and "”" not in piece and len(piece) <= SHORT_QUOTATION


#: What a title says besides its subject, peeled off in this order. Printed example after each.
PEELS = (
    re.compile(r"^.*?关于(?:印发)?(?=.{4})"),  # 泉州市公安局关于全面推行落户便利化若干措施的通知
    re.compile(r"[（(](?:试行|暂行|修订|修正|征求意见稿|\d{4}年[^）)]*)[）)]$"),  # …若干措施（试行）
    re.compile(r"的?(?:通知|通告|公告|决定|意见|批复|函|通报|命令)$"),
    re.compile(r"的?(?:若干)?(?:政策)?(?:实施|指导|管理|暂行|试行)?(?:措施|意见|方案|办法|规定|细则|规划|计划)$"),
    re.compile(
        r"^(?:中华人民共和国|[\u4e00-\u9fff]{1,6}?(?:省|自治区|市|县)(?![\u4e00-\u9fff]?场))"
    ),  # 福建省促进…条例
    re.compile(r"^(?:进一步|全面|大力|切实|加快|积极|深入|持续)*"),
    re.compile(r"^(?:支持|优化|加强|强化|推动|推行|促进|鼓励|做好|实施|推进|规范|完善)(?=.{3})"),
)
#: Where the subject ends and its purpose begins: 用地保障|推动民营经济高质量发展.
PURPOSE = re.compile(r"(?<=.{4})(?:推动|促进|加快|助推|推进|服务于).*$")
LONGEST_TOPIC = 16


def topic(title: str) -> str:
    """The subject of a title, for crumbs and pictures: 用地保障, 营商环境, 民法典 物权编; cut with … when long."""
    text = title.strip()
    for peel in PEELS:
        shorter = peel.sub("", text).strip()
        text = shorter if len(shorter) >= 3 else text
        if text.startswith("《") and text.endswith("》"):
            text = text[1:-1]
    text = PURPOSE.sub("", text)
    return text if len(text) <= LONGEST_TOPIC else text[: LONGEST_TOPIC - 1] + "…"


CLAUSE_END = re.compile(r"[。；;\n]")
LONGEST_CLAUSE = 120


def clause_round(text: str, start: int, end: int, longest: int = LONGEST_CLAUSE) -> str:
    """The words of the clause that holds text[start:end], cut with …… where it is longer than `longest`."""
    before = [match.end() for match in CLAUSE_END.finditer(text, 0, start)]
    left = before[-1] if before else 0
    after = CLAUSE_END.search(text, end)
    right = after.start() if after else len(text)
    cut_left, cut_right = left, right
    if right - left > longest:
        room = max(longest - (end - start), 0)
        cut_left = max(left, start - room * 2 // 3)
        comma = max(text.rfind(mark, left, cut_left) for mark in "，,：")
        if cut_left - comma < longest // 3 and comma >= left and end - comma <= longest:
            cut_left = comma + 1
        cut_right = min(right, max(end, cut_left + longest))
    words = text[cut_left:cut_right].strip()
    return ("……" if cut_left > left else "") + words + ("……" if cut_right < right else "")


def numbered(number: str, heading: str) -> str:
    """一、支持企业…, but 第一章 总则: a number without a mark of its own is set apart."""
    gap = " " if number and heading and number[-1] not in "、）.．)" else ""
    return f"{number}{gap}{heading}"


PIECE_END = re.compile(r"[，,。；;：\n]")


def piece_round(text: str, start: int, end: int, longest: int = 26) -> str:
    """The few words between two commas that hold text[start:end]: 力争2021年全市增存、增贷各700亿元."""
    left = max((match.end() for match in PIECE_END.finditer(text, 0, start)), default=0)
    after = PIECE_END.search(text, end)
    right = after.start() if after else len(text)
    if after and start - left <= 3 and end == right and text[right] in "，,：":
        # 到2025年，… : a date before its comma says nothing without what follows.
        following = PIECE_END.search(text, right + 1)
        right = following.start() if following else len(text)
    piece = text[left:right]
    if len(piece) <= longest:
        return piece
    first = max(0, min(start - left - longest // 3, len(piece) - longest))
    return ("…" if first else "") + piece[first : first + longest] + ("…" if first + longest < len(piece) else "")


def elided(name: str, line: str) -> tuple[str, str, str]:
    """A unit's name as (restored head, printed, restored tail): the line prints 教育局, the name is 市教育局.

    >>> elided("市教育局", "市科技局、教育局"), elided("泉州开发区管委会", "泉州开发区、泉州台商投资区管委会")
    (('市', '教育局', ''), ('', '泉州开发区', '管委会'))
    """
    if not line or name in line:
        return "", name, ""
    ends = next((name[cut:] for cut in range(1, len(name) - 1) if name[cut:] in line), "")
    begins = next((name[:cut] for cut in range(len(name) - 1, 1, -1) if name[:cut] in line), "")
    if len(begins) > len(ends):
        return "", begins, name[len(begins) :]
    return (name[: -len(ends)], ends, "") if ends else ("", name, "")
