"""Document numbers (发文字号): 泉政文〔2021〕12号, alone on a line or before or behind a title."""

from __future__ import annotations

import re

from policies.ingest.dates import DATE, NUMERIC_DATE, is_date_line
from policies.ingest.frame.endings import is_body_name
from policies.ingest.frame.titles import ends_title

_OPEN = "〔（(［\\[【"
_CLOSE = "〕）)］\\]】"
_YEAR_AND_SERIAL = (
    rf"[{_OPEN}] ?(?P<year>[12] ?\d ?\d ?\d) ?[{_CLOSE}] ?(?P<ordinal>第 ?)?(?P<serial>\d(?: ?\d){{0,5}}) ?号"
)
#: 泉政文〔2021〕12号, 国发[2018]39号, 晋政办发(2020)5 号.
DOCUMENT_NUMBER = re.compile(
    rf"(?P<prefix>[一-鿿×X][一-鿿A-Za-z×]{{0,20}}(?:[（(][一-鿿]{{1,6}}[)）])?) ?{_YEAR_AND_SERIAL}"
)
#: 〔2019〕第4号 under 某区人民政府 / 通告.
_BARE_NUMBER = re.compile(_YEAR_AND_SERIAL)
#: Labels of a number in rows of data.
_NUMBER_LABELS = "发文字号 发布文号 发文文号 颁布文号 发文编号 文件编号 文件字号 公文字号 公文文号 文件号 政策文号 文号"
NUMBER_LABELS = tuple(_NUMBER_LABELS.split())
_LABEL = re.compile(rf"^(?:{'|'.join(NUMBER_LABELS)})(?=.{{2}})")
#: A number under which normative texts are registered: LXDR—2025—00004.
_REGISTRATION = re.compile(r"[A-Z]{2,8}[A-Z0-9]{0,6}(?:[—–-]{1,2}\d{1,8}){1,4}")
#: Marks round a number that stands on a line of its own: （郑价费〔2009〕8号）, ——浙价费[2001]74号.
_DASHES = " —–-"
_MARKS = f"{_DASHES}()（）:：*"
_DATE_BEHIND = re.compile(rf"(?<=号)[ ，,、|｜]*{DATE} ?(?=[)）]?$)")
_DATE_BEFORE = re.compile(rf"[（(]?(?:{DATE}|{NUMERIC_DATE})[ ，,、|｜]*")
#: A place in a row of data: 山西省.
_PLACE = re.compile(r"[一-鿿]{1,8}(?:省|自治区|自治州|市|州|县|区|旗|盟)|全国|中国")
#: What may part a number from a title on one line: 澜政发〔2020〕3号-澜江市…的通知, …的通知——澜政发〔2020〕3号.
_PARTED = "[ :：—–－―_-]{0,4}"
_NUMBER_FIRST = re.compile(rf"[（(【]?(?P<number>{DOCUMENT_NUMBER.pattern})[)）】]?{_PARTED}(?P<title>.{{6,}})")
_NUMBER_LAST = re.compile(
    rf"(?P<title>.{{6,}}?(?:[）)]| |(?:通知|通告|公告|意见|办法|决定|批复|函|规定|方案|细则|措施)))"
    rf"{_PARTED}[（(【]? ?(?P<number>{DOCUMENT_NUMBER.pattern}) ?[)）】]?"
)


def tidy_document_number(text: str) -> str | None:
    """The first document number in `text` with 〔〕 and without spaces, or None."""
    match = DOCUMENT_NUMBER.search(text)
    if match is None:
        bare = _BARE_NUMBER.fullmatch(text.strip(_DASHES))
        return (
            f"〔{_digits(bare['year'])}〕{'第' if bare['ordinal'] else ''}{_digits(bare['serial'])}号" if bare else None
        )
    prefix = _LABEL.sub("", match["prefix"].replace(" ", ""), count=1)
    return f"{prefix}〔{_digits(match['year'])}〕{_digits(match['serial'])}号"


def _digits(text: str) -> str:
    return text.replace(" ", "")


def is_number_line(text: str) -> bool:
    """Whether the line holds a document number and nothing else."""
    if len(text) >= 60 or "号" not in text or "关于" in text:
        return False
    # （冀政办〔2011〕2号 2011年1月27日）
    text = _DATE_BEHIND.sub("", text)
    # 2006年10月26日 财建〔2006〕689号
    text = _DATE_BEFORE.sub("", text, count=1) if text[:1].isdigit() or text[:1] in "（(一二" else text
    return bool(DOCUMENT_NUMBER.fullmatch(text.strip(_MARKS)) or _BARE_NUMBER.fullmatch(text.strip(_DASHES)))


def read_row_with_number(text: str) -> tuple[str, list[str]] | None:
    """(number, bodies) of 2007-10-01 某省人民政府办公厅 某政办发〔2007〕120号 某省: dates, bodies, places, one number.

    None of a line that holds anything else, or nothing but the number.
    """
    if len(text) > 120 or "号" not in text or " " not in text:
        return None
    match = DOCUMENT_NUMBER.search(text)
    if match is None:
        return None
    others = f"{text[: match.start()]} {text[match.end() :]}".split()
    bodies = [other for other in others if is_body_name(other)]
    known = (is_date_line, _PLACE.fullmatch, _REGISTRATION.fullmatch)
    if not others or not all(other in bodies or any(test(other) for test in known) for other in others):
        return None
    return tidy_document_number(match[0]) or "", bodies


def split_numbered_title(text: str) -> tuple[str | None, str]:
    """(number, title) of 鞍立政发〔2023〕2号立山区人民政府关于…的通知; (None, text) of a line that holds not both."""
    if "号" not in text or len(text) > 160:
        return None, text
    for pattern in (_NUMBER_FIRST, _NUMBER_LAST):
        match = pattern.fullmatch(text)
        if match and ends_title(match["title"].rstrip(" ")) and "《" not in match["number"]:
            return tidy_document_number(match["number"]), match["title"].strip(" ")
    return None, text
