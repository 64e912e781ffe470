"""Letters set apart in print or by the recognition of a scan: 明 溪 县 人 民 政 府, 某 政 规〔2 02 2〕6 号."""

from __future__ import annotations

import re

from policies.ingest.cleaning import close_spaces, strip_marks
from policies.ingest.frame.endings import read_signer

_HAN = re.compile("[一-鿿]")
_GAP = re.compile("(?<=[一-鿿]) (?=[一-鿿])")
#: A letter between spaces, marks or digits. Of words (要闻 公开) and rows of data (分 类 政务公开) fewer stand so.
_ALONE = re.compile("(?<![一-鿿])[一-鿿](?![一-鿿])")
#: So many gaps between letters at least, and so large a share of letters that stand alone.
_GAPS, _SHARE = 3, 0.6
#: A gap so wide parts one body from the next: 财 政 部    商 务 部.
_WIDE = re.compile("[ \t\u3000]{3,}|\u3000(?= )|(?<= )\u3000")
#: What stands behind the number of an article or chapter parts it from its text: 第 三 条 本 办 法.
_ORDINAL = re.compile(r"第 ?[一二三四五六七八九十百〇零\d](?: ?[一二三四五六七八九十百〇零\d]){0,6} ?[编章节条] ")
#: A number whose letters are set apart, however few they are.
_NUMBER = re.compile(
    r"(?<![一-鿿])[一-鿿]{1,2}(?: [一-鿿]{1,2}){1,12} ?[〔（(［\[【][ \d]{4,9}[〕）)］\]】] ?第?[ \d]{1,9}号"
)


def close_letters(text: str, printed: str) -> str:
    """The line without the spaces between its letters, where they are set apart; `printed` is the line before cleaning.

    >>> close_letters("明 溪 县 人 民 政 府", ""), close_letters("首页 要闻 公开 服务", "")
    ('明溪县人民政府', '首页 要闻 公开 服务')
    """
    if "号" in text and text.count(" ") >= 2:
        text = _NUMBER.sub(lambda number: close_spaces(number[0]), text)
    if len(_GAP.findall(text)) < _GAPS or text.count("：") + text.count(":") > 1:
        return text
    if len(_ALONE.findall(text)) < len(_HAN.findall(text)) * _SHARE or read_signer(text):
        return text
    ordinal = _ORDINAL.match(text)
    if ordinal:
        return f"{close_spaces(ordinal[0])} {close_spaces(text[ordinal.end() :])}"
    if _WIDE.search(printed.strip()):
        return " ".join(close_spaces(strip_marks(piece)) for piece in _WIDE.split(printed.strip()) if piece.strip())
    return close_spaces(text)
