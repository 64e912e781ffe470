"""Issuing bodies of a document, and the level and place it speaks from."""

from __future__ import annotations

import re

from policies.ingest.dates import is_date_line
from policies.ingest.frame.endings import (
    is_body_name,
    is_imprint_line,
    is_office_name,
    read_publishing_line,
    read_signer,
)
from policies.ingest.frame.titles import bodies_of_title, split_bodies
from policies.ingest.readers.source import PageData

_LEVEL = re.compile(r"(?:中共)?([一-鿿]{2,7}?)(自治区|自治州|省|市|区|县|旗)(?!场|级|域|块)")

#: 市十四届人大常委会, 河南省第六届人民代表大会: the session is no part of the name.
_SESSION = re.compile(r"第?[一二三四五六七八九十\d]{1,3}届(?=人民代表大会|人大)")


#: 发布机构：青浦区经济委员会 in a row of data above the text.
_LABELLED = re.compile(
    r"(?:发文|发布|制发|制定|印发|颁布|公开)(?:机关|机构|单位|部门|主体) ?[:：] ?"
    r"(?P<bodies>[一-鿿、 （）()]{3,60}?)(?= [^ ]{2,6}[:：]|$)"
)

#: 发布机构：石桥镇: a township publishes under its own name.
_TOWNSHIP = re.compile(r"[一-鿿]{1,10}(?:镇|乡|街道)")


def find_issuing_bodies(
    title: str,
    signature: list[str],
    head: list[str],
    page: PageData,
    publishers: list[str] | None = None,
    ordered_by: list[str] | None = None,
) -> list[str]:
    """The signature or publishing line where there is one; else the bodies in the title; else what the page says.

    `publishers` are bodies on lines of their own in the head that the title does not name, `ordered_by` those that
    the heading of an order names: a person signs for them.
    """
    signed = _signed_bodies(signature)
    if signed:
        return signed
    if ordered_by:
        return [_SESSION.sub("", body) for body in ordered_by]
    signers = _bodies_of_signers(signature)
    if signers:
        return signers
    for text in [*reversed(signature), *head]:
        published = read_publishing_line(text)
        if published and published[2] != "印发":
            return split_bodies(published[0])
    named = bodies_of_title(title)
    if named:
        return named
    if page.issuing_bodies:
        return [body for body in split_bodies(page.issuing_bodies) if is_body_name(body)]
    for text in head:
        labelled = _LABELLED.search(text)
        if labelled and (is_body_name(labelled["bodies"]) or _TOWNSHIP.fullmatch(labelled["bodies"])):
            return split_bodies(labelled["bodies"])
    if publishers:
        bodies = [_without_province(body, title) for line in publishers for body in split_bodies(line)]
        return list(dict.fromkeys(bodies))
    adopted = _adopting_bodies(head)
    if adopted:
        return adopted
    # 某市人民政府办公厅 2021年2月7日印发: who printed the text, where nothing else names a body.
    printed = next(filter(None, map(read_publishing_line, reversed(signature))), None)
    return split_bodies(printed[0]) if printed else []


#: 某市人民政府办公室转发市财政局关于…的通知: the first issues, and the second signs what it wrote.
_FORWARDS = re.compile("[转批]转|转发")


def own_signature(title: str, outer: list[str], tail: list[str]) -> list[str]:
    """The lines that sign the document: of a forwarding notice not those of who wrote the forwarded text.

    `outer` is the signature of the notice itself, `tail` what stands below the text.
    """
    verb = _FORWARDS.search(title)
    if verb and any(body in title[verb.end() :] for body in _signed_bodies(tail)):
        tail = [text for text in tail if is_imprint_line(text) or read_publishing_line(text)]
    return outer + tail


#: 安徽省淮南市人民政府: catalogues name the province before the city.
_WITH_PROVINCE = re.compile(r"[一-鿿]{2,6}?(?:省|自治区)(?P<body>(?P<place>[一-鿿]{2,12}?[市州县区盟旗]).+)")


def _without_province(body: str, title: str) -> str:
    """The body as it names itself, where the title begins with its city: 淮南市公园管理办法."""
    match = _WITH_PROVINCE.fullmatch(body)
    return match["body"] if match and title.startswith(match["place"]) and is_body_name(match["body"]) else body


def _signed_bodies(lines: list[str]) -> list[str]:
    """Body names right above a date line."""
    bodies: list[str] = []
    for index, text in enumerate(lines):
        if not is_date_line(text):
            continue
        above = index - 1
        while above >= 0 and read_signer(lines[above]):
            above -= 1
        while (
            above >= 0
            and (is_body_name(lines[above]) or is_office_name(lines[above]))
            and not is_imprint_line(lines[above])
        ):
            bodies = split_bodies(lines[above]) + bodies
            above -= 1
        if bodies:
            return list(dict.fromkeys(bodies))
    if not any(map(is_date_line, lines)):
        undated = [text for text in lines if is_body_name(text) and not is_imprint_line(text)]
        return list(dict.fromkeys(body for text in undated for body in split_bodies(text)))
    return []


def _bodies_of_signers(lines: list[str]) -> list[str]:
    """The bodies in whose name persons sign above a date: 住房城乡建设部部长 王蒙徽."""
    for index, text in enumerate(lines):
        signers = []
        while is_date_line(text) and index > 0 and (signer := read_signer(lines[index - 1])):
            signers.insert(0, signer[0])
            index -= 1
        if any(signers):
            return [body for body in dict.fromkeys(signers) if body]
    return []


def _adopting_bodies(head: list[str]) -> list[str]:
    """Of a statute: 2021年10月23日 第十三届全国人民代表大会常务委员会第三十一次会议通过 → that standing committee."""
    for text in head:
        match = re.search(
            r"(?:日|过)[ ，]*(?:业?已?经|由)?(?:第[一二三四五六七八九十百〇零\d]+届)?"
            r"(?P<body>(?:中华人民共和国)?[一-鿿、]{2,40}?)"
            r"(?:第[一二三四五六七八九十百〇零\d]+(?:届|次|号)|令(?:[12]\d{3}年)?第|公告|发布|公布)",
            text,
        )
        if match and is_body_name(match["body"]):
            bodies = split_bodies(_SESSION.sub("", match["body"]))
            return [body.removeprefix("中华人民共和国") if "国务院" in body else body for body in bodies]
    return []


def own_level(title: str) -> tuple[str, str]:
    """(prefix of the document's own level, name of its place): 泉州市… → (市, 泉州); ("", "") of the State Council."""
    level = place = ""
    start = 0
    for _ in range(3):
        match = _LEVEL.match(title, start)
        if match is None or (level and len(match[1]) > 4):
            break
        place, level, start = match[1], match[2], match.end()
    return level, place
