"""Documents that print no title of their own: the title of the text they bring, else the name of the file."""

from __future__ import annotations

import re

from policies.ingest.cleaning import close_spaces
from policies.ingest.frame.title_lines import squeeze
from policies.ingest.frame.titles import ends_title, tidy_title
from policies.ingest.parsed import ParsedDocument, walk
from policies.ingest.readers.source import Block

#: 《…实施方案》已经区政府同意，现印发给你们; 现将《…办法》印发给你们; 《…条例》已经…通过，现予公布.
_BROUGHT = re.compile(
    r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》(?:[（(][^（）()]{1,30}[)）])?"
    r"(?:[^《》。]{0,80}?(?:印发|转发|下发|公布|发布|颁布|予以施行|印送)|[^《》]{0,200}?(?:现予|予以)(?:公布|发布))"
)
#: Such words stand within this many lines below the head.
_LINES = 12
#: 根据《森林法》、《森林防火条例》: what is named as a ground is not brought.
_GROUND = re.compile(r"(?:根据|依据|依照|按照|遵照|参照|违反|贯彻|落实)(?![^，。；：]*(?:现将|兹将))[^，。；：]*$")
#: So far before a name the words are looked for that make it a ground; so long is a list of names.
_GROUND_LENGTH, _LIST_LENGTH = 200, 600
#: Names joined to a list: 《甲》《乙》, 《甲》、《乙》和《丙》.
_JOINED = re.compile(r"《(?P<title>[^《》]+)》[、和及与]?$")


def find_brought_title(blocks: list[Block]) -> str:
    """The title of the text that a notice or order without a title of its own brings; "" when it names none."""
    for index, block in enumerate(blocks[:_LINES]):
        for match in _BROUGHT.finditer(block.text) if block.rows is None else ():
            if ends_title(match["title"]) and not _GROUND.search(
                block.text, max(0, match.start() - _GROUND_LENGTH), match.start()
            ):
                return tidy_title(_chosen_of_list(match, blocks[index + 1 :]))
    return ""


def _chosen_of_list(match: re.Match, below: list[Block]) -> str:
    """Of several texts that are brought, the one printed below as a line of its own, else the first."""
    titles = [match["title"]]
    before = match.string[max(0, match.start() - _LIST_LENGTH) : match.start()]
    while joined := _JOINED.search(before):
        titles.insert(0, joined["title"])
        before = before[: joined.start()]
    printed = {squeeze(block.text) for block in below if block.rows is None}
    return next((title for title in titles if squeeze(title) in printed), titles[0])


def title_from_name(name: str, document: ParsedDocument) -> str:
    """The name of the file without its ending; "" for a text that is not plainly a policy.

    Plain are a title as the name, a document number, or two numbered units at least.
    """
    stem = close_spaces(re.sub(r"\.[A-Za-z]{2,5}$", "", name.replace("\\", "/").rsplit("/", 1)[-1]).strip())
    numbered = sum(1 for provision in walk(document.provisions) if provision.number and provision.kind != "annex")
    plain = ends_title(stem) or document.document_number or numbered >= 2
    return tidy_title(stem) if stem and plain else ""
