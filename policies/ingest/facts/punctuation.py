"""Half-width punctuation between Chinese words, read like full width; every character keeps its place."""

from __future__ import annotations

import re

#: 1,500 and 1:1 and 1.5 stay as they are; 施行,有效期三年 is read as 施行，有效期三年.
_HALF = re.compile(r"[,;:](?:(?!\d)|(?<![\d\s][,;:]))")
_FULL = {",": "，", ";": "；", ":": "："}
#: These are no part of a number.
_ALWAYS = (("(", "（"), (")", "）"), ("?", "？"), ("!", "！"))


_LIST_BREAK = re.compile(r"(?<=[：；])\n")


def join_lists(text: str) -> str:
    """A list on lines of its own as one sentence of the same length: 标准如下：⏎博士2万元；⏎硕士1万元."""
    return _LIST_BREAK.sub(" ", text) if "：\n" in text else text


def even_punctuation(text: str) -> str:
    """The text with full-width punctuation, of the same length: 施行,有效期三年 → 施行，有效期三年."""
    if not ("," in text or "(" in text or ")" in text or ":" in text or ";" in text or "?" in text or "!" in text):
        return text
    for half, full in _ALWAYS:
        text = text.replace(half, full)
    return _HALF.sub(lambda mark: _FULL[mark[0]], text) if "," in text or ";" in text or ":" in text else text
