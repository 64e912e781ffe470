"""Signs that stand alone on a line, as the text layer of a scan or a page copied in pieces has them: “ / 稳岗 / ”."""

from __future__ import annotations

import re
from dataclasses import replace

from policies.ingest.dates import is_date_line
from policies.ingest.readers.source import Block
from policies.ingest.tree.numbering import read_printed_number

#: No line of print begins with one of these.
_CLOSING = frozenset("，。、；：！？”’）》〉】")
_OPENING = frozenset("“‘（《〈【")
#: What such a line begins with.
LONE_FIRST = frozenset("，。、；：！？”’）》〉】“‘（《〈【一")
#: Between these a sentence may go on; a closing bracket ends a title or a note as often.
_QUOTES = frozenset("”’》〉")
_ENDED = re.compile(r"[。！？；：:;][”’）》〉】]*$")
#: What goes on behind a closing bracket.
_GOES_ON = re.compile("[的，。、；：和与及或]")
#: 一 alone on its line is a letter of the sentence where the letters of the text are set apart.
_ONE = "一"


def needs_joining(text: str) -> bool:
    """Whether a line cannot stand for itself: it is a sign, or begins with one that closes."""
    return text[:1] in _CLOSING or (len(text) == 1 and (text in _OPENING or text == _ONE))


def join_lone_signs(blocks: list[Block], spaced: bool) -> list[Block]:
    """The blocks with such lines joined to their neighbours; `spaced` says that the text's letters are set apart."""
    joined: list[Block] = []
    #: The line before ended with a sign that stood alone inside a sentence.
    goes_on = False
    for index, block in enumerate(blocks):
        last = joined[-1] if joined else None
        if last is None or last.rows is not None or block.rows is not None or last.heading or block.heading:
            joined.append(block)
            goes_on = False
            continue
        text = block.text
        is_one = text == _ONE and spaced and not _begins_closed(blocks, index + 1)
        inside = not _ENDED.search(last.text)
        if text[0] in _CLOSING and (inside or text[0] in "”’）》〉】"):
            glued = True
        elif text in _OPENING or is_one:
            glued = inside
        else:
            glued = (goes_on and _may_go_on(last.text, text)) or last.text in _OPENING
        if not glued:
            joined.append(block)
            goes_on = False
            continue
        joined[-1] = replace(last, text=last.text + text)
        goes_on = text in _OPENING or is_one or (len(text) == 1 and _ends_inside(joined[-1].text))
    return joined


def _begins_closed(blocks: list[Block], index: int) -> bool:
    """Whether the line goes on a number: 一 / 、贷款政策."""
    return index < len(blocks) and blocks[index].text[:1] in _CLOSING


def _ends_inside(text: str) -> bool:
    """Whether the sign at the end of the text closed a quotation in the middle of a sentence."""
    sign = text[-1]
    if sign not in _QUOTES:
        return sign in "，、）】"
    opening = text.rfind(dict(zip("”’》〉", "“‘《〈", strict=True))[sign])
    return opening > 0


def _may_go_on(last: str, text: str) -> bool:
    if last[-1] in "）】":
        return _GOES_ON.match(text) is not None
    return not _ENDED.search(last) and read_printed_number(text) is None and not is_date_line(text)
