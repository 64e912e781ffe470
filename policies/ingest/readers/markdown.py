"""Markdown as laws and crawled pages are kept in: # headings, header lines closed by <!-- INFO END -->, pipe tables,
front matter, links."""

from __future__ import annotations

import re

from policies.ingest.readers.encoding import decode_text
from policies.ingest.readers.source import Block, PageData, Source
from policies.ingest.readers.text import text_blocks

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s*(.*?)\s*#*$")
_TABLE_ROW = re.compile(r"^\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
#: - 开展培训。
_BULLET = re.compile(r"^\s*[-*+•] +(?=\S)")
INFO_END = "<!-- INFO END -->"
#: ![图片](a.png), [网页](http://…), <http://…>
_IMAGE = re.compile(r"!\[[^\]]{0,200}\]\([^()\s]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]]{0,300})\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?: \"[^\"]*\")?\)")
#: 1\. \* \[: a sign that is no mark of Markdown.
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
#: > a quotation.
_QUOTE = re.compile(r"^\s{0,3}> ?")
_FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<lines>(?:[^\n]*\n){1,60}?)---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"[\"']?(?P<name>[\w\u4e00-\u9fff-]{2,20})[\"']?\s*[:：]\s*(?P<value>.+)")
#: Names of front matter, as crawlers write them, and what they say.
_FIELDS = {
    **dict.fromkeys(("title", "标题", "政策标题", "文件名称", "名称"), "title"),
    **dict.fromkeys(("发文字号", "文号", "document_number", "doc_number"), "document_number"),
    **dict.fromkeys(
        ("发布机构", "发布单位", "发文机关", "发文机构", "发文单位", "issuer", "agency", "department"), "issuing_bodies"
    ),
    **dict.fromkeys(("发布日期", "发布时间", "date", "pubdate", "publish_date", "published"), "published"),
    **dict.fromkeys(("成文日期", "发文日期"), "signed"),
    **dict.fromkeys(("url", "source_url", "link", "原文链接", "链接"), "source_url"),
}


def read_markdown(data: bytes) -> Source:
    """Blocks of a Markdown file; what stands before <!-- INFO END --> is centred, as a head is in print."""
    text = decode_text(data)
    blocks: list[Block] = []
    header = INFO_END in text
    page_data, front = _read_front_matter(text)
    for block in text_blocks(text):
        if block.line <= front:
            continue
        if INFO_END in block.text:
            header = False
            continue
        block.text = _plain(block.text)
        if not block.text.strip():
            continue
        heading = _HEADING.match(block.text)
        block.text = _BULLET.sub("", block.text)
        if heading:
            block.text = heading.group(2)
            # ### 各县（区）人民政府，市政府各部门：
            is_addressee = block.text[-1:] in "：:" and "各" in block.text
            block.heading = 0 if is_addressee else len(heading.group(1))
            if not block.text:
                continue
        elif header:
            block.align = "center"
        elif _TABLE_ROW.match(block.text):
            _add_row(blocks, block)
            continue
        blocks.append(block)
    return Source(blocks, "markdown", page_data)


def _plain(line: str) -> str:
    """The line without the marks of comments, images, links and quotations."""
    if "-->" in line:
        # Behind the last --> no comment ends, and none is looked for.
        closed, mark, rest = line.rpartition("-->")
        line = _COMMENT.sub("", closed + mark) + rest
    if "](" in line:
        line = _LINK.sub(lambda link: link[1], _IMAGE.sub("", line))
    if "\\" in line:
        line = _ESCAPED.sub(r"\1", line)
    return _QUOTE.sub("", line) if ">" in line[:4] else line


def _read_front_matter(text: str) -> tuple[PageData, int]:
    """(what the fields between --- and --- at the top say, the last of their lines)."""
    page_data = PageData()
    match = _FRONT.match(text) if text[:20].lstrip("\ufeff \r\n").startswith("---") else None
    fields = [_FIELD.fullmatch(line.strip()) for line in match["lines"].splitlines()] if match else []
    if match is None or not any(fields):
        return page_data, 0
    for field in filter(None, fields):
        name = _FIELDS.get(field["name"].lower())
        if name and not getattr(page_data, name):
            setattr(page_data, name, field["value"].strip().strip("\"'"))
    return page_data, text[: match.end()].rstrip("\n").count("\n") + 1


def _add_row(blocks: list[Block], block: Block) -> None:
    """A pipe row joins the table before it, or begins one."""
    if _TABLE_RULE.match(block.text):
        return
    cells = [cell.strip() for cell in block.text.strip().strip("|").split("|")]
    last = blocks[-1] if blocks else None
    if last is not None and last.rows is not None:
        last.rows.append(cells)
    else:
        blocks.append(Block("", block.line, rows=[cells]))
