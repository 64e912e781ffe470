"""What a spreadsheet cell may hold; the import of tables reads by the same rules."""

import datetime
import re

#: The longest text that an Excel cell holds (Microsoft's published limit), in characters.
CELL_LIMIT = 32_767
#: Stands at the end of a cell whose whole text is on the sheet 长文本; import leaves such a field as it is.
LONG_TEXT_MARK = "……〔此格放不下，全文见“长文本”表〕"
#: Control characters that XML 1.0 forbids, and lone surrogates.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
#: The wide signs are signs to Excel on Chinese Windows.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def clean_text(text: str) -> str:
    """Without the characters a workbook cannot hold; line ends as \\n."""
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def guard_formula(text: str) -> str:
    """In CSV nothing can be typed as text, so what would run as a formula gets a ' in front.

    A text that starts with ' before such a sign gets one more, so that `unguard_formula` gives back what was there.
    """
    return "'" + text if text.lstrip("'").startswith(FORMULA_STARTS) else text


def unguard_formula(text: str) -> str:
    """What `guard_formula` was given."""
    if text.startswith("'") and text.lstrip("'").startswith(FORMULA_STARTS):
        return text[1:]
    return text


def full_date(text: str) -> datetime.date | None:
    """2023-12-31 as a date; a partial date (2023, 2023-12) or anything else is None."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
