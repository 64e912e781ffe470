"""Pages copied with everything on them: the lines of the page above the head are told by where the text begins.

Above the title of such a page stand any number of lines: menus, links, other headings. What is sure is the beginning
of the text (各区人民政府：, …现印发给你们。, 一、, 第一条); the title is what ends as a title does right above it, and
the head reaches up from there as long as its lines are of one: numbers, dates, rows of data, bodies, the title again.
"""

from __future__ import annotations

import re

from policies.ingest.dates import is_date_line, read_date
from policies.ingest.frame.data_lines import is_label_alone, is_value, read_data_line
from policies.ingest.frame.document_numbers import is_number_line
from policies.ingest.frame.endings import is_annex_line, is_annex_list
from policies.ingest.frame.head_lines import is_page_line
from policies.ingest.frame.title_lines import find_titles, names_placed_bodies, squeeze, without_column
from policies.ingest.frame.titles import is_explanation
from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import read_printed_number

#: So far down the beginning of the text is looked for, and so many lines above it the title.
_LINES, _TITLE_ABOVE = 600, 24
#: So many lines below the link to an annex the text begins.
_LINES_BELOW_LINK = 24
#: Fewer short lines above the head are no menus; what reads a head knows them.
_MENU_LINES, _SHORT = 5, 16
#: More sentences above it are a text.
_SENTENCES = 2
#: What stands between the places of the way to a page: 首页 / > / 政务公开.
_CRUMBS = frozenset(">＞»›")
_MENU_MARK = re.compile("[，。；;！？]")
#: A title no shorter than this: 通知公告, 政策法规 are columns of a site.
_TITLE_LENGTH = 8
#: Over so many lines that are not known the head reaches up to a row of data or the title again.
_UNKNOWN = 8

#: Whom a document is sent to names bodies: 各区人民政府，市政府各部门：
_ADDRESSEE = re.compile(r"各|人民政府|委员会|国务院|单位|部门|[局厅委办部院](?=[、，：:])|公司[:：]$|学校[:：]$")
#: pattern, printed example: a sentence with which documents begin.
BEGINNINGS = (
    (r"(?:印发|转发|下发|发布|批转)给你们", "现将《若干措施》印发给你们，请认真贯彻执行。"),
    (r"现予(?:以)?(?:公布|发布|印发)|予以(?:公布|发布)", "《管理办法》已经市政府同意，现予公布。"),
    (r"(?:通知|公告|通告|通报|批复|决定|函复|答复)如下[:：。]?$", "现将有关事项通知如下："),
    (r"(?:特?制定|制订|提出)(?:了)?(?:本|如下|以下)", "结合本市实际，制定本办法。"),
)
_BEGINNING = re.compile("|".join(pattern for pattern, _ in BEGINNINGS))
_UNIT_STYLES = ("comma", "article", "chapter", "part", "paren")


def find_head(blocks: list[Block]) -> tuple[int, int]:
    """(first line of the head below the menus of a page, first line surely of the text); 0 where there is none."""
    if not blocks or blocks[0].heading == 1:
        return 0, 0
    text = _find_text(blocks)
    if text < _MENU_LINES:
        return 0, text
    start = _find_start(blocks, text)
    menus = sum(map(_may_be_menu, blocks[:start]))
    sentences = sum("。" in block.text for block in blocks[:start])
    return (start, text) if menus >= _MENU_LINES and sentences <= _SENTENCES else (0, 0)


def _may_be_menu(block: Block) -> bool:
    text = block.text
    return block.rows is None and len(text) <= _SHORT and not _MENU_MARK.search(text) and not is_date_line(text)


def _find_text(blocks: list[Block]) -> int:
    """The index of the line with which the text surely begins; 0 where none does."""
    for index, block in enumerate(blocks[:_LINES]):
        text = block.text
        if block.rows is not None or len(text) < 4:
            continue
        if text[-1] in "。：:" and _BEGINNING.search(text):
            return index
        if text[-1] in "：:" and _is_addressee(text) and _has_sentence(blocks, index + 1):
            return index
        number = read_printed_number(text)
        opens = number is not None and number.value == 1 and number.style in _UNIT_STYLES and number.rest
        if opens and _has_sentence(blocks, index):
            return index
    return 0


def _is_addressee(text: str) -> bool:
    """Whether the line, which ends in a colon, says whom the document is sent to."""
    return _ADDRESSEE.search(text) is not None and not is_label_alone(text) and not read_data_line(text)


def links_annex(blocks: list[Block], index: int) -> bool:
    """Whether an 附件 line below the title is a link of the page: whom the document is sent to stands below it."""
    text = blocks[index].text
    if text[:1] != "附" or not (is_annex_line(text) or is_annex_list(text)):
        return False
    for block in blocks[index + 1 : index + _LINES_BELOW_LINK]:
        text = block.text
        if block.rows is not None or "。" in text or read_printed_number(text) is not None:
            return False
        if text[-1:] in ("：", ":") and _is_addressee(text):
            return True
    return False


def _has_sentence(blocks: list[Block], index: int) -> bool:
    """Whether a sentence stands in this line or right below it."""
    return any(block.rows is None and "。" in block.text for block in blocks[index : index + 3])


def _find_start(blocks: list[Block], text: int) -> int:
    """The index of the first line of the head whose text begins at `text`; 0 where no title stands above it."""
    lowest = max(0, text - _TITLE_ABOVE)
    addressed = blocks[text].text[-1:] in ("：", ":")
    pieces = [
        (index, without_column(blocks[index].text))
        for index in range(lowest, text)
        if blocks[index].rows is None
        and not _is_known(blocks, index)
        and not is_explanation(blocks[index].text)
        and not (addressed and is_annex_line(blocks[index].text))  # a link to the file of an annex
    ]
    titles = [title for title in find_titles(pieces) if len(squeeze(title.text)) >= _TITLE_LENGTH]
    if not titles:
        return 0
    title = titles[-1]
    printed = squeeze(title.text)
    start = title.indices[0]
    place, unknown = start - 1, 0
    while place >= 0 and unknown <= _UNKNOWN:
        block = blocks[place]
        if block.rows is not None or _opens_head(blocks, place, printed):
            start, unknown = place, 0
        elif not unknown and (_is_of_head(block.text) or (start == place + 1 and names_placed_bodies(block.text))):
            start = place
        else:
            unknown += not is_page_line(block.text)
        place -= 1
    return start


def _opens_head(blocks: list[Block], index: int, title: str) -> bool:
    """Whether the line is of the head however far above the title it stands: the title again, a row of data."""
    text = blocks[index].text
    if squeeze(text) == title:
        return True
    return any(value for _, value in read_data_line(text)) or bool(index and _label_of(blocks[index - 1].text))


def _label_of(text: str) -> str:
    """The label that the line consists of, where it is one of a row of data."""
    data = read_data_line(text)
    return data[-1][0] if data and not data[-1][1] else ""


def _is_known(blocks: list[Block], index: int) -> bool:
    """Whether the line is known to be no line of the title."""
    text = blocks[index].text
    if is_number_line(text) or is_date_line(text) or is_page_line(text) or read_data_line(text):
        return True
    if is_label_alone(text) or (index and blocks[index - 1].text in _CRUMBS):
        return True
    label = blocks[index - 1].text.rstrip(" :：") if index and is_label_alone(blocks[index - 1].text) else ""
    return bool(label) and is_value(label, text, blocks[index + 1].text if index + 1 < len(blocks) else "")


def _is_of_head(text: str) -> bool:
    """Whether the line is of a head wherever it stands; of the page's own lines those that tell a date are."""
    if is_number_line(text) or is_date_line(text) or is_label_alone(text):
        return True
    return is_page_line(text) and read_date(text) is not None
