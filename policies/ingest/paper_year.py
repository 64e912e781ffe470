"""The year a document speaks from: what it says of earlier years is told, what it says of later ones is planned."""

from __future__ import annotations

import re

#: 〔2021〕 of a document number; the first year of a title: 2023年工作要点, 行动计划（2026—2028年）.
_NUMBERED = re.compile(r"[〔\[（(]((?:19|20)\d\d)[〕\]）)]")
_TITLED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|[—－–~-](?:19|20)\d\d)")
_ISO_YEAR = re.compile(r"\d{4}")


def paper_year(title: str, document_number: str | None, *days: str | None) -> int | None:
    """The year of the first of `days` (ISO; signed, printed), else of the number, else of the title; None without any.

    >>> paper_year("某市2023年工作要点", None), paper_year("某办法", "某政〔2021〕8号"), paper_year("某办法", None)
    (2023, 2021, None)
    """
    for words, pattern in (
        *((day, _ISO_YEAR) for day in days),
        (document_number, _NUMBERED),
        (title, _TITLED),
    ):
        if words and (found := pattern.search(words)):
            return int(found[found.lastindex or 0])
    return None
