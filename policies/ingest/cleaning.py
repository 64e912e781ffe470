"""Print and OCR marks off a line: ** for bold, spaces inside words and numbers, page numbers, invisible characters."""

from __future__ import annotations

import re

#: pattern, what it is, printed example. A whole line that matches is no text of the document.
PRINT_LINES = (
    (r"[-—–－·•\s]*[-—–－]\s*\d{1,4}\s*[-—–－][-—–－·•\s]*", "page number between dashes", "— 12 —"),
    (r"[·•]\s*\d{1,4}\s*[·•]", "page number between dots", "· 12 ·"),
    (r"第\s*\d{1,4}\s*页\s*[,，/]?\s*共\s*\d{1,4}\s*页", "page number of pages", "第 3 页 共 12 页"),
    (r"\d{1,4}\s*/\s*\d{1,4}\s*页?", "page number of pages", "3/12"),
    (r"[-—–－_=*·.…\s]{3,}", "a printed rule", "———————"),
)
_PRINT_LINE = re.compile("(?:" + "|".join(pattern for pattern, _, _ in PRINT_LINES) + r")\Z")

#: What such a line begins with.
_PRINT_FIRST = frozenset("-—–－·•第0123456789_=*.…０１２３４５６７８９")

#: Soft hyphen, zero-width characters, byte order mark, direction marks, control characters.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\x00-\x08\x0e-\x1f\x7f]")
_CHINESE = "\u2e80-\u303f\u3040-\u30ff\u3200-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·×℃％"
#: Begins with the space itself, so that the search steps from space to space.
_INNER_SPACE = re.compile(rf" (?:(?<=[{_CHINESE}0-9] ) *| *(?=[{_CHINESE}0-9]))")


def strip_marks(text: str) -> str:
    """The line without invisible characters and bold marks, white space made single; spaces inside words stay."""
    if text.isprintable():
        # Nothing is invisible, and of all white space only the plain space is printable.
        text = text.replace("**", "") if "**" in text else text
        return " ".join(text.split()) if " " in text else text
    return " ".join(_INVISIBLE.sub("", text).replace("**", "").split())


def close_spaces(text: str) -> str:
    """No space beside Chinese or digits: "200 万元" → "200万元", "第 1 0 条" → "第10条". Latin words keep theirs."""
    return _INNER_SPACE.sub("", text) if " " in text else text


def clean_line(text: str) -> str:
    """A line as the text of a provision holds it."""
    return close_spaces(strip_marks(text))


def is_print_line(text: str) -> bool:
    """Whether the whole line is a page number or a rule of the print."""
    return len(text) < 60 and text.lstrip()[:1] in _PRINT_FIRST and _PRINT_LINE.match(text.strip()) is not None
