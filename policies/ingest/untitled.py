"""Documents that print no title of their own: the title of the text they bring, else the name of the file."""

from __future__ import annotations

import re

from policies.ingest.cleaning import close_spaces
from policies.ingest.parsed import ParsedDocument, walk
from policies.ingest.readers.source import Block
from policies.ingest.titles import ends_title, tidy_title

#: 《…实施方案》已经区政府同意，现印发给你们; 现将《…办法》印发给你们; 《…条例》已经…通过，现予公布.
_BROUGHT = re.compile(
    r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》(?:[（(][^（）()]{1,30}[)）])?"
    r"(?:[^《》。]{0,80}?(?:印发|转发|下发|公布|发布|颁布|予以施行|印送)|[^《》]{0,200}?(?:现予|予以)(?:公布|发布))"
)
#: Such words stand within this many lines below the head.
_LINES = 12
#: 澜江市人民政府令, 某市人大常委会公告（第21号）: the name of an order is not that of the text it brings.
ORDER_TITLE = re.compile(r"[一-鿿]{2,30}(?:(?<!命)令|公告)(?:[（(〔]?第?[一二三四五六七八九十百〇零\d]+号[)）〕]?)?")


def find_brought_title(blocks: list[Block]) -> str:
    """The title of the text that a notice or order without a title of its own brings; "" when it names none."""
    for block in blocks[:_LINES]:
        match = _BROUGHT.search(block.text) if block.rows is None else None
        if match and ends_title(match["title"]):
            return tidy_title(match["title"])
    return ""


def title_from_name(name: str, document: ParsedDocument) -> str:
    """The name of the file without its ending; "" for a text that is not plainly a policy.

    Plain are a title as the name, a document number, or two numbered units at least.
    """
    stem = close_spaces(re.sub(r"\.[A-Za-z]{2,5}$", "", name.replace("\\", "/").rsplit("/", 1)[-1]).strip())
    numbered = sum(1 for provision in walk(document.provisions) if provision.number and provision.kind != "annex")
    plain = ends_title(stem) or document.document_number or numbered >= 2
    return tidy_title(stem) if stem and plain else ""
