"""The title and number of a page that prints them outside the block of the text: in headings above it, in <title>."""

from __future__ import annotations

import re

from lxml import etree

from policies.ingest.frame.data_lines import read_data_line
from policies.ingest.frame.document_numbers import is_number_line, tidy_document_number
from policies.ingest.frame.head_lines import is_page_line
from policies.ingest.frame.title_lines import find_titles, squeeze
from policies.ingest.frame.titles import ends_title

_HEADINGS = ("h1", "h2", "h3", "h4")
_LINES = {*_HEADINGS, "h5", "h6", "p", "div", "td", "th", "li", "dd", "dt", "center", "section", "header", "tr", "ul"}
_CENTERED = re.compile(r"text-align\s*:\s*center", re.I)
_TITLE_NAME = re.compile(r"(?:^|[\s_-])(?:sub)?(?:title|tit|biaoti|bt)(?:$|[\s_-])", re.I)
#: So many levels with lines above the text a heading may stand, and so many in all; a part of more elements is a menu.
_LEVELS, _DEPTH, _PART = 4, 12, 120
#: A line that is no heading is a title only with such a word; a short heading (通知公告) names a column of the site.
_TITLE_WORD = re.compile("关于|印发|转发")
_SHORTEST, _LONGEST = 8, 150
_SITE_NAME = re.compile(r"\s*[-_—|｜–]+\s*[^-_—|｜–]*(?:网|门户|政府|平台|委员会|局|厅|中心|公开)[^-_—|｜–]*$")

#: 某某公司, 澜江市人民政府门户网站: <title> of every page of a site.
_SITE = re.compile(r"(?:公司|集团|网|网站|门户|平台|系统|首页|主页|人民政府)$")


def read_headlines(root) -> tuple[list[str], str]:
    """(the page's first h1, its <title> without the name of the site), before furniture goes."""
    headings = [heading.text_content().strip() for heading in root.xpath("//h1")]
    headings = [text for text in headings if 6 <= len(text) <= 120 and ">" not in text and "位置" not in text]
    title = root.findtext(".//title")
    return headings[:1], _SITE_NAME.sub("", re.sub(r"\s+", " ", title.strip())) if title and title.strip() else ""


def choose_title(named: str, headings: list[str], beside: str, title: str, text: str) -> str:
    """The page's title: what its data name, a heading, <title>; what ends as a title does comes first.

    Pages are made from copies of others: <title> counts before the heading above the text only where the page prints
    it again. The name of the site is no title.
    """
    recurs = bool(title) and squeeze(title) in squeeze(text)
    ending = [named, *headings, title if recurs else "", beside, title]
    others = [named, *headings, "" if _SITE.search(title) else title]
    return next((one for one in ending if one and ends_title(one)), "") or next(filter(None, others), "")


def read_beside(content) -> tuple[str, str | None]:
    """(title, document number) printed above the block of the text: before it, or before a part it stands in.

    Above the title a number counts only behind its label: another text may be named there.
    """
    title, number, levels = "", None, 0
    for _ in range(_DEPTH):
        if content is None or content.tag in ("body", "html") or levels == _LEVELS or (title and number):
            break
        parts = reversed(list(content.itersiblings(preceding=True)))
        lines = [line for part in parts for line in _lines_of(part)]
        levels += bool(lines)
        number = number or _read_number([text for text, _ in lines], bool(title))
        if not title:
            headings = [text for text, is_heading in lines if is_heading]
            pieces = [
                (i, text) for i, (text, _) in enumerate(lines) if not is_number_line(text) and not is_page_line(text)
            ]
            titles = [found.text for found in find_titles(pieces) if _is_title(found.text, headings)]
            title = titles[-1] if titles else ""
        content = content.getparent()
    return title, number


def _read_number(lines: list[str], only_labelled: bool) -> str | None:
    """The number among the lines: on a line of its own, or behind its label."""
    label = ""
    for line in lines:
        data = read_data_line(line, bool(label))
        if data:
            label, value = data[-1]
            value = value or ""
        else:
            value = line
        is_labelled = label.endswith(("文号", "字号", "文件编号"))
        if value and is_number_line(value) and (is_labelled or not (only_labelled or data)):
            return tidy_document_number(value)
        label = label if data else ""
    return None


def _is_title(text: str, headings: list[str]) -> bool:
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    return bool(_TITLE_WORD.search(text)) or any(map(text.endswith, headings))


def _lines_of(part) -> list[tuple[str, bool]]:
    """(text, whether it is printed as a heading) of each line of a part of the page that is no menu, without links."""
    if not isinstance(part.tag, str):
        return []
    elements = []
    for element in part.iter(etree.Element):
        elements.append(element)
        if len(elements) > _PART:
            return []
    chains = {element: _up_to(part, element) for element in elements}
    outer = {above for element in elements if element.tag in _LINES for above in chains[element][1:]}
    lines = []
    for element, chain in chains.items():
        # A line is what holds no other; beside lines of blocks a span may be one.
        is_line = element not in outer and (element is part or element.tag in _LINES or chain[1] in outer)
        text = " ".join(" ".join(element.itertext()).split()) if is_line else ""
        if text and element.find(".//a") is None and not any(above.tag == "a" for above in chain):
            lines.append((text, any(map(_is_heading, chain))))
    return lines


def _up_to(top, element) -> list:
    """The element and those over it, up to `top`."""
    chain = [element]
    while chain[-1] is not top:
        chain.append(chain[-1].getparent())
    return chain


def _is_heading(element) -> bool:
    if element.tag in _HEADINGS or element.tag == "center" or (element.get("align") or "").lower() == "center":
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_CENTERED.search(element.get("style") or "") or _TITLE_NAME.search(names))
