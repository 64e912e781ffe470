"""A compilation with a table of contents (目录): cut into its documents at their titles."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from policies.ingest.cleaning import close_spaces
from policies.ingest.frame.titles import tidy_title
from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import read_printed_number

_CONTENTS = re.compile(r"目 ?[录錄次]$")
_ENTRY_NUMBER = re.compile(r"^(?:\d{1,3} ?[.．、]|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、|No\.\d+) ?")
_PAGE = re.compile(r"[ .．…·•⋯—_-]*[(（]? ?(\d{1,4}) ?[)）]?$")
_LEADER = re.compile(r"[.．…·•⋯_]{2,}")
#: A table of contents takes at most this many lines, a title in the text at most this many.
_CONTENTS_LINES, _TITLE_LINES = 400, 6


@dataclass(slots=True)
class Volume:
    """One document of a compilation: its title, first printed page, and blocks without the title."""

    title: str
    page: int | None
    blocks: list[Block]


@dataclass(slots=True)
class _Entry:
    text: str
    page: int | None


def split_volume(blocks: list[Block], warnings: list[str]) -> list[Volume]:
    """The documents of a compilation; [] when the file has no table of contents whose titles stand in the text."""
    start = next((i for i, block in enumerate(blocks[:60]) if _CONTENTS.fullmatch(close_spaces(block.text))), None)
    if start is None:
        return []
    entries, after = _read_contents(blocks, start + 1)
    if len(entries) < 2 or sum(1 for entry in entries if read_printed_number(entry.text)) > len(entries) / 2:
        return []  # the chapters of one document, not documents
    places = _find_titles(entries, blocks, after)
    found = [(entry, place) for entry, place in zip(entries, places, strict=True) if place is not None]
    if len(found) < 2:
        return []
    for entry, place in zip(entries, places, strict=True):
        if place is None:
            warnings.append(f"目录中的“{tidy_title(entry.text)}”在正文中没有找到标题")
    volumes = []
    for index, (entry, (title_start, text_start)) in enumerate(found):
        end = found[index + 1][1][0] if index + 1 < len(found) else len(blocks)
        title = _as_printed(tidy_title(entry.text), "".join(block.text for block in blocks[title_start:text_start]))
        volumes.append(Volume(title, entry.page, blocks[text_start:end]))
    return volumes


def _as_printed(title: str, printed: str) -> str:
    """The title with the brackets and quotes it has above the text, where the table of contents prints others."""
    letters = re.sub(r"\s", "", printed)
    if len(letters) != len(re.sub(r"\s", "", title)):
        return title
    rest = iter(letters)
    return "".join(char if char.isspace() else next(rest) for char in title)


def _read_contents(blocks: list[Block], start: int) -> tuple[list[_Entry], int]:
    """Entries and the index after them. An entry runs on until its page number, or until the next entry's number."""
    entries: list[_Entry] = []
    text = ""
    numbered = bool(_ENTRY_NUMBER.match(blocks[start].text)) if start < len(blocks) else False
    index = start
    for index in range(start, min(len(blocks), start + _CONTENTS_LINES)):
        line = blocks[index].text
        if blocks[index].rows is not None:
            break
        opens = _ENTRY_NUMBER.match(line)
        if numbered and not text and not opens:
            return entries, index
        if numbered and text and opens:
            entries.append(_Entry(text, None))
            text = ""
        piece = line[opens.end() :] if opens and not text else line
        page = _PAGE.search(piece)
        leader = _LEADER.search(piece) is not None
        if page and (leader or piece[page.start() : page.end()].strip(" ")[:1] in "(（ .…·"):
            text = _join(text, piece[: page.start()])
            entries.append(_Entry(text, int(page[1])))
            text = ""
        elif not numbered and not text and "。" in line:
            return entries, index
        else:
            text = _join(text, _LEADER.sub("", piece))
        if not numbered and entries and not text and _is_first_title(entries[0], blocks, index + 1):
            return entries, index + 1
    return entries, index + 1


def _is_first_title(entry: _Entry, blocks: list[Block], index: int) -> bool:
    return _match_title(_fold(entry.text), blocks, index) is not None


def _join(text: str, piece: str) -> str:
    piece = piece.strip()
    if not text:
        return piece
    return text + piece


_UNCOMPARED = re.compile(r"[\s\"'“”‘’《》〈〉()（）.…]")


def _fold(text: str) -> str:
    """A title for comparing: width folded, no white space, no quotation marks."""
    return _UNCOMPARED.sub("", unicodedata.normalize("NFKC", text))


def _find_titles(entries: list[_Entry], blocks: list[Block], start: int) -> list[tuple[int, int] | None]:
    """(first block of the title, first block after it) of each entry, in order of print."""
    places: list[tuple[int, int] | None] = []
    position = start
    for entry in entries:
        wanted = _fold(entry.text)
        place = None
        for index in range(position, len(blocks)):
            first = blocks[index].text[:1]
            if first != wanted[:1] and "一" <= first <= "鿿":
                continue  # folding leaves a Han character as it is
            end = _match_title(wanted, blocks, index)
            if end is not None:
                place, position = (index, end), end
                break
        places.append(place)
    return places


#: Blanks and marks that a printed title may have beyond its letters; a longer line is no part of a title.
_PRINT_MARKS = 40


def _match_title(wanted: str, blocks: list[Block], index: int) -> int | None:
    """The index after a title that begins at `index`, or None."""
    text = ""
    for end in range(index, min(len(blocks), index + _TITLE_LINES)):
        if blocks[end].rows is not None:
            return None
        if len(blocks[end].text) > len(wanted) + _PRINT_MARKS:
            return None
        text += _fold(blocks[end].text)
        if text == wanted:
            return end + 1
        if not wanted.startswith(text):
            return None
    return None
