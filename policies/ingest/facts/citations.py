"""What a provision rests on: 《title》（number） as printed, bare document numbers, inner references.

The tables' examples are printed in tests/facts/test_citations.py, which runs every one of them.
"""

from __future__ import annotations

import re

from policies.ingest.facts.spans import Spans
from policies.ingest.parsed import Citation, Reference

_YEAR = r"[〔\[［【(（﹝]\s?(?:19|20)\d{2}\s?[〕\]］】)）﹞]"
_ORDINAL = r"[〇零一二三四五六七八九十百千\d]{1,7}"

#: 粤发改高技〔2026〕78号, 国务院令第588号, 国务院一九八〇年223号文件
DOCUMENT_NUMBER = (
    rf"[\u4e00-\u9fff]{{1,14}}(?:{_YEAR}\s?第?\d{{1,5}}\s?号"
    rf"|令\s?(?:{_YEAR}\s?)?第?\s?(?:\d{{1,4}}|[一二三四五六七八九十百零〇]{{1,6}})\s?号"
    r"|[一二][〇零○一二三四五六七八九]{3}年\d{1,4}号文件)"
)
_NUMBER = re.compile(DOCUMENT_NUMBER)
#: No document number without one of these.
_NUMBER_HINT = re.compile(rf"{_YEAR}|令\s?(?:第|[〔\[［【(（﹝\d一二三四五六七八九十百])|号文件")
_TITLE = re.compile(r"《(?:[^《》\n]|《(?:[^《》\n]|《[^《》\n]{1,80}+》){1,120}+》){1,200}+》")
_FOLLOWING_NUMBER = re.compile(rf"\s?[（(]\s?(?P<number>{DOCUMENT_NUMBER})(?P<more>[^（）()。；]{{0,40}})[）)]")
#: Words that stand before a document number and are no part of it (按照国发〔2020〕18号).
_LEADING_WORDS = re.compile(
    r".*(?:按照|根据|依据|依照|参照|落实|贯彻|执行|转发|印发|详见|以及|按|见|和|与|及|以|对|由|经|在|的|第)(?=.)"
)

_SELF = (
    r"本(?:若干措施|实施意见|实施办法|实施细则|管理办法|条例|规定|办法|细则|措施|意见|通知|方案|决定|规则|章程|政策"
    r"|解释|准则|标准|指南|规范|公约|规程|公告|纲要|规划|计划|法|条|款|项|章|节|编)"
)
_ARTICLE = rf"第{_ORDINAL}(?:、{_ORDINAL}){{0,5}}条(?:之[一二三四五六七八九十]{{1,2}})?"
_BELOW_ARTICLE = rf"第{_ORDINAL}款"
_ITEM = rf"第(?:[（(]{_ORDINAL}[）)]|{_ORDINAL})(?:、[（(]{_ORDINAL}[）)]){{0,5}}[项目](?!目|[工任建])"
_ABOVE_ARTICLE = rf"第{_ORDINAL}[编章节](?![课年])"
_BEFORE = r"(?:前(?:[一二两三四五六七八九]|\d)?[款条项]|上[款条项]|前(?:两|三|四|五|几)[款条项])"
#: 本措施第三条第二款第（一）项, 前款第二项, 第（二）项, 第2、3条
_INNER = re.compile(
    rf"(?:(?P<self>{_SELF})|(?P<before>{_BEFORE}))?(?:{_ABOVE_ARTICLE}){{0,3}}(?:{_ARTICLE})?(?:{_BELOW_ARTICLE})?"
    rf"(?:{_ITEM})?(?<=[条款项目编章节一二三四五六七八九十])"
)
#: Every branch begins with a plain character (第, 前, 上), so that the search steps from one to the next of these.
_INNER_START = re.compile(
    r"第[（(]?[〇零一二三四五六七八九十百千\d]|前(?:[一二两三四五六七八九几]|\d)?[款条项](?!目)|上[款条项](?!目)"
)
_SELF_BEFORE = re.compile(rf"{_SELF}$")
_ELEMENT = re.compile(rf"{_ABOVE_ARTICLE}|{_ARTICLE}|{_BELOW_ARTICLE}|{_ITEM}|{_BEFORE}|本[条款项章节编](?![例])")
#: The end of another law's name: 依照刑法第三百条 points out of this document.
_OTHER_LAW = re.compile(
    r"(?:》|(?<!本)法|(?<!本)条例|(?<!本)规定|(?<!本)办法|(?<!本)公约|(?<!本)解释)(?:[（(][^（）()]{0,30}[）)])?$"
)
_LIST_JOINT = re.compile(r"(?:、|，|和|或者|或|及|以及|至|与)$")


def find_citations(text: str) -> list[Citation]:
    """《…》 with the document number printed behind it, in order. 本《若干措施》 points to itself and is none."""
    found = []
    for match in _TITLE.finditer(text) if "《" in text else ():
        start, end = match.span()
        if start and text[start - 1] == "本":
            continue
        number = None
        following = _FOLLOWING_NUMBER.match(text, end)
        if following:
            number = normal_number(following["number"])
            # （国发〔2020〕18号，以下简称《意见》） is more than the number: the surface stops before it.
            end = end if following["more"].strip() else following.end()
        found.append(
            Citation(text[start:end], start, end, title=match[0][1:-1], document_number=number, rule="citation")
        )
    return found


def find_references(text: str, citations: list[Citation]) -> list[Reference]:
    """Bare document numbers and inner references, in order, none of them inside a citation."""
    numbers = "号" in text and _NUMBER_HINT.search(text)
    inner = ("第" in text or "款" in text or "条" in text or "项" in text) and _INNER_START.search(text)
    if not numbers and not inner:
        return []
    titles = Spans((citation.start, citation.end) for citation in citations)
    found = list(_inner(text, titles)) if inner else []
    if numbers:
        found = sorted([*_bare_numbers(text, titles), *found], key=lambda reference: reference.start)
    return found


def normal_number(printed: str) -> str:
    """A document number with 〔〕 and without spaces: 国发[2020] 18号 → 国发〔2020〕18号."""
    return re.sub(r"[\[［【(（﹝〔](\d{4})[\]］】)）﹞〕]", r"〔\1〕", re.sub(r"\s", "", printed))


def _bare_numbers(text: str, titles: Spans):
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        lead = _LEADING_WORDS.match(match[0][: re.search(r"[〔\[［【(（﹝令\d]|[一二][〇零○九]", match[0]).start()])
        if lead:
            start += lead.end()
        if start not in titles:
            surface = text[start:end]
            yield Reference(surface, start, end, "document_number", [normal_number(surface)], rule="document number")


def _inner(text: str, titles: Spans):
    position, outer_end = 0, -1
    while start_match := _INNER_START.search(text, position):
        start = start_match.start()
        own = _SELF_BEFORE.search(text, max(position, start - 6), start) if text[start] == "第" else None
        start = own.start() if own else start
        match = _INNER.match(text, start)
        if not match or match.end() == start:
            position = start_match.start() + 1
            continue
        end = position = match.end()
        elements = _ELEMENT.findall(match[0])
        if not elements or start in titles:
            continue
        if not match["self"] and not match["before"]:
            continues = outer_end >= 0 and start - outer_end < 4 and _LIST_JOINT.fullmatch(text[outer_end:start])
            before = text[start - 1 : start]
            if continues or (before in "》法例定约释办)）" and _OTHER_LAW.search(text[max(0, start - 40) : start])):
                outer_end = end
                continue
        yield Reference(match[0], start, end, "inner", elements, rule="inner reference")
