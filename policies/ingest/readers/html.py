"""Saved web pages: the paragraphs and tables of the document, without menus, hidden copies and page furniture."""

from __future__ import annotations

import re

from lxml import etree, html

from policies.ingest.frame.data_lines import read_data_line
from policies.ingest.parsed import UnreadableDocument
from policies.ingest.readers.encoding import decode_text
from policies.ingest.readers.html_content import find_content, remove_furniture
from policies.ingest.readers.html_data import read_page_data
from policies.ingest.readers.html_heads import choose_title, read_beside, read_headlines
from policies.ingest.readers.source import Block, Source

_BLOCKS = {
    "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "tbody", "table", "section", "article",
    "center", "ul", "ol",
    "dl", "dt", "dd", "blockquote", "pre", "main", "body", "figure", "caption", "fieldset",
}  # fmt: skip
_CENTER = re.compile(r"text-align\s*:\s*center", re.I)
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.I)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
#: A table is one of data when it has at least this many columns and rows, and its cells are short on average.
_TABLE_COLUMNS, _TABLE_ROWS, _CELL_LENGTH = 2, 2, 120
#: A line of government pages below and above the document: 主办：某市人民政府 蜀ICP备13001288号.
_PAGE_FOOT = re.compile(
    r"ICP备|公网安备|网站标识码|版权所有|技术支持|^(?:网站)?(?:主办|承办)(?:单位)? ?[:：]|^(?:相关|延伸|"
    r"推荐)(?:链接|阅读|文章|文档|文件|信息|解读|政策)"
    r"[:：]?$|扫一扫|分享到|打印本页|关闭窗口|^[【\[（]?(?:打印|关闭|收藏|返回顶部|分享)[】\]）]?|"
    r"上一[篇条] ?[:：]|下一[篇条] ?[:：]|"
    r"浏览器|联系我们|网站地图"
)
#: A framed box in a plan (专栏1 重点工程) stands beside the text; its numbers are no units.
_BOX = re.compile(r"专 ?栏")
#: &amp;ldquo; was escaped twice; &amp;lt; and the like may be meant so.
_TWICE_ESCAPED = re.compile(
    r"&amp;(?=(?:[lr][ds]quo|nbsp|e[mn]sp|[mn]dash|hellip|middot|times|permil|quot|bull|deg|#\d{2,5}|#x[0-9a-fA-F]{2,4});)"
)
#: So much of an item tells whether it is a line of data.
_DATA_LENGTH = 60
_SPACE = re.compile(r"[ \t\r\n\f]+")


def read_html(data: bytes) -> Source:
    """Blocks of the document in a saved page, and what the page says about it."""
    text = _XML_DECLARATION.sub("", decode_text(data))
    if "&amp;" in text:
        text = _TWICE_ESCAPED.sub("&", text)
    try:
        parser = html.HTMLParser(no_network=True, remove_comments=False, huge_tree=False)
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument("网页内容已损坏，无法读取") from error
    page_data = read_page_data(root, text)
    headings, title = read_headlines(root)
    remove_furniture(root)
    content = find_content(root)
    beside, number = read_beside(content)
    page_data.title = choose_title(page_data.title, headings, beside, title, root.text_content())
    page_data.document_number = page_data.document_number or number or ""
    renderer = _Renderer()
    return Source(trim_page_lines(renderer.render(content), renderer.links), "html", page_data)


class _Renderer:
    """Walks the content in printed order; a block element or <br> ends a paragraph."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.linked = 0
        #: Indices of blocks that are nothing but links.
        self.links: set[int] = set()
        self.line = 0
        self.align = ""
        self.heading = 0

    def render(self, content) -> list[Block]:
        self._walk(content)
        self._flush()
        return self.blocks

    def _walk(self, root) -> None:
        # A stack of its own: saved pages nest deeper than Python calls may.
        stack: list[tuple] = [("open", root, "", 0)]
        while stack:
            action, element, align, heading = stack.pop()
            if action == "text":
                self._add(element, align, heading)
                continue
            if action == "close":
                self._flush()
                continue
            if not isinstance(element.tag, str):
                if element.tail:
                    self._add(element.tail, align, heading)
                continue
            tag = element.tag.lower()
            if element.tail and element is not root:
                stack.append(("text", element.tail, align, heading))
            if tag == "br":
                self._flush()
                continue
            if tag == "table" and self._add_table(element):
                continue
            if tag in _BLOCKS:
                self._flush()
                align = _alignment(element) or align
                heading = int(tag[1]) if re.fullmatch(r"h[2-6]", tag) else heading
                if tag == "h1":
                    align = "center"
                self.line = element.sourceline or self.line
                stack.append(("close", element, align, heading))
            for child in reversed(element):
                stack.append(("open", child, align, heading))
            if tag == "li":
                self._add(_list_number(element), align, heading)
            if element.text:
                self._add(element.text, align, heading, _is_linked(element))

    def _add(self, text: str, align: str, heading: int, in_link: bool = False) -> None:
        if text:
            if not self.pieces:
                self.align, self.heading = align, heading
            self.pieces.append(text)
            self.linked += len(text.strip()) if in_link else 0

    def _flush(self) -> None:
        text = _SPACE.sub(" ", "".join(self.pieces)).strip(" ")
        linked, self.linked = self.linked, 0
        self.pieces = []
        if text.strip("\u00a0\u3000 "):
            if linked >= len(text.strip("\u00a0\u3000 ")) * 0.9:
                self.links.add(len(self.blocks))
            self.blocks.append(Block(text, self.line or 1, self.align, self.heading if len(text) <= 40 else 0))

    def _add_table(self, table) -> bool:
        """Adds a table of data as rows; False when the table only lays out the page."""
        rows = [
            [_SPACE.sub(" ", cell.text_content()).replace("\u00a0", " ").strip() for cell in row.xpath("./td|./th")]
            for row in table.xpath("./tr|./tbody/tr|./thead/tr|./tfoot/tr")
        ]
        rows = [row for row in rows if any(row)]
        cells = [cell for row in rows for cell in row if cell]
        if cells and not table.xpath(".//table") and _BOX.match(cells[0]):
            self._flush()
            self.blocks.append(Block("", table.sourceline or self.line or 1, rows=rows))
            return True
        wide = [row for row in rows if len(row) >= _TABLE_COLUMNS]
        if len(wide) < _TABLE_ROWS or not cells or table.xpath(".//table"):
            return False
        if sum(map(len, cells)) / len(cells) > _CELL_LENGTH:
            return False
        self._flush()
        self.blocks.append(Block("", table.sourceline or self.line or 1, rows=rows))
        return True


def _is_linked(element) -> bool:
    for _ in range(4):
        if element is None or element.tag == "a":
            return element is not None
        element = element.getparent()
    return False


def trim_page_lines(blocks: list[Block], links: set[int]) -> list[Block]:
    """Off with the lines of the page above and below the document: links to others, 版权所有, 备案号, 相关链接."""
    start, end = 0, len(blocks)
    while end > start and blocks[end - 1].rows is None and _is_page_line(blocks[end - 1].text, end - 1 in links):
        end -= 1
    while start < end and blocks[start].rows is None and _is_page_line(blocks[start].text, start in links):
        start += 1
    return blocks[start:end]


def _is_page_line(text: str, is_link: bool) -> bool:
    if is_link and not re.match(r"附 ?件|[一二三四五六七八九十]+、|第.{1,6}条", text):
        return True
    return len(text) < 300 and _PAGE_FOOT.search(text) is not None


def _alignment(element) -> str:
    style = element.get("style") or ""
    value = (element.get("align") or "").lower()
    if _CENTER.search(style) or value == "center" or element.tag == "center":
        return "center"
    return "right" if _RIGHT.search(style) or value == "right" else ""


def _list_number(item) -> str:
    """The number a browser prints before an item of <ol>; "" elsewhere, or when the item prints its own."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol" or "none" in (parent.get("style") or ""):
        return ""
    text = item.text_content().strip()
    if text[:1] in "[【" or read_data_line(_SPACE.sub(" ", text[:_DATA_LENGTH])):
        return ""  # <li>[发文字号] …
    if re.match(r"[（(]?[\d一二三四五六七八九十]{1,3}[、.．)）]|第.{1,5}[条章]", text):
        return ""
    start = int(parent.get("start") or 1) if (parent.get("start") or "1").isdigit() else 1
    place = [child for child in parent if child.tag == "li"].index(item)
    return f"{start + place}."
