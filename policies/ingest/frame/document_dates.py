"""The five dates of a document: signed, printed, published, effective, expires."""

from __future__ import annotations

import re

from policies.ingest.dates import DATE, is_date_line, read_date
from policies.ingest.frame.document_numbers import is_number_line
from policies.ingest.frame.endings import read_publishing_line, signs
from policies.ingest.parsed import Dates, Validity
from policies.ingest.readers.source import PageData

#: label, field, printed example: rows of data above a document print several labels on one line.
DATE_LABELS = (
    (r"(?:成文|生成|签发|发文)(?:日期|时间)", "signed", "成文日期：2024-01-26"),
    (r"印发(?:日期|时间)", "printed", "印发日期：2024-01-29"),
    (r"(?:发布|发表|公开|公布)(?:日期|时间)|公开日", "published", "发布日期：2024-02-02"),
    (r"(?:施行|实施|生效)(?:日期|时间)", "effective", "生效日期：2024-03-01"),
)
_LABELLED = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{pattern})" for pattern, name, _ in DATE_LABELS) + r") ?[:：]?(?P<value>[^:：]{6,40})"
)
_TERM = re.compile(rf"自 ?{DATE} ?起(?:施行|实施|生效|执行)")
_ADOPTED = re.compile("通过|批准")
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
#: A page put up more than so many years after the signature tells when it was put up, not when the text was published.
_POSTED_LATER = 2
#: 时间:2024-05-18 02:00:56, 发布日期：2024-05-18: a line of the page.
_POSTING = re.compile(r"\d{1,2}:\d{2}|(?:时间|日期) ?[:：]")
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def find_dates(head: list[str], signature: list[str], validity: Validity, page: PageData) -> Dates:
    """Each date from the line that says what it is; what no line says is None."""
    dates = Dates()
    for text in [*signature, *head]:
        if _read_labels(text, dates) or _read_adoption(text, dates):
            continue
        day = read_date(text)
        if day is None:
            continue
        published = read_publishing_line(text)
        if text.rstrip("。").endswith("印发"):
            dates.printed = dates.printed or day
        elif published or re.search(r"(?:发布|发表|公布)(?:时间|日期)? ?[:：]|公布|发布", text) or _CLOCK.search(text):
            dates.published = dates.published or day
        elif re.search(r"通过|成文(?:时间|日期)|批准", text) or is_date_line(text):
            dates.signed = dates.signed or day
        elif text.endswith("施行"):
            dates.effective = dates.effective or day
    # 2006年10月26日 财建〔2006〕689号: the day of the number, where nothing else says when it was signed.
    numbered = next((read_date(text) for text in head if is_number_line(text)), None)
    dates.signed = _signing_day(signature) or read_date(page.signed) or dates.signed or numbered
    dates.published = dates.published or read_date(page.published)
    posted = {read_date(page.published), *(read_date(text) for text in head if _POSTING.search(text))}
    late = dates.signed and dates.published and _years_between(dates.signed, dates.published) > _POSTED_LATER
    if late and dates.published in posted:
        dates.published = None
    if validity.from_ and _FULL_DATE.fullmatch(validity.from_):
        dates.effective = validity.from_
    elif validity.from_ == "发布之日":
        dates.effective = dates.effective or _day_of_publication(dates, head, signature, posted)
    elif validity.from_ == "印发之日":
        dates.effective = dates.effective or dates.printed
    dates.expires = validity.until if validity.until and _FULL_DATE.fullmatch(validity.until) else None
    return dates


def _signing_day(signature: list[str]) -> str | None:
    """The date printed under who signs: it counts more than what a page says of its text."""
    days = (i for i in range(1, len(signature)) if is_date_line(signature[i]) and signs(signature[i - 1]))
    return next((read_date(signature[i]) for i in days), None)


def _day_of_publication(dates: Dates, head: list[str], signature: list[str], posted: set[str | None]) -> str | None:
    """The day a text was made public: what the text says, its signature, its imprint; the page's day comes last.

    An order is made public by its signature, whenever the page that shows it was; a statute is not by its adoption.
    """
    published = dates.published if dates.published not in posted else None
    ordered = next((read_date(text) for text in signature if is_date_line(text)), None)
    adopted = {read_date(text) for text in head if _ADOPTED.search(text)}
    signed = dates.signed if dates.signed not in adopted else None
    return published or ordered or signed or dates.printed or dates.published


def _years_between(first: str, second: str) -> int:
    return int(second[:4]) - int(first[:4])


#: What was done on a day, by the words between it and the next day; field, printed example.
ADOPTION_STEPS = (
    (r"(?:通过|批准)", "signed", "2008年6月30日武汉市人民政府第38次常务会议审议通过"),
    (r"(?:公布|发布|颁布)", "published", "2008年7月25日武汉市人民政府令第189号公布"),
    (r"起?(?:施行|实施|生效)", "effective", "自2008年9月1日起施行"),
)
_STEPS = [(re.compile(pattern), name) for pattern, name, _ in ADOPTION_STEPS]
_DAY = re.compile(DATE)


def _read_adoption(text: str, dates: Dates) -> bool:
    """Sets the dates of a line that tells several steps of a text's adoption, each with its day; False of others."""
    days = list(_DAY.finditer(text))
    if len(days) < 2:
        return False
    ends = [day.start() for day in days[1:]] + [len(text)]
    steps: list[tuple[str, str]] = []
    name = None
    for day, end in zip(reversed(days), reversed(ends), strict=True):
        words = text[day.end() : end]
        # …1月25日由甲会议、6月13日由乙会议通过: what has no word of its own shares the next one's.
        name = next((name for pattern, name in _STEPS if pattern.search(words)), name)
        value = read_date(day[0])
        if name and value and not re.search(r"修[订正改]", words):
            steps.append((name, value))
    for name, value in reversed(steps):
        setattr(dates, name, getattr(dates, name) or value)
    return bool(steps)


def read_term_of_head(head: list[str]) -> Validity:
    """From when a text holds, as the line of its adoption says: 自2008年9月1日起施行; all None where none does."""
    for text in head:
        match = _TERM.search(text)
        if match:
            return Validity(text=match[0], from_=read_date(match[0]))
    return Validity()


def _read_labels(text: str, dates: Dates) -> bool:
    """Sets the dates that a line names by their labels; False where it has no such label."""
    found = False
    for match in _LABELLED.finditer(text):
        day = read_date(match["value"])
        if day is not None:
            found = True
            name = next(name for _, name, _ in DATE_LABELS if match[name])
            setattr(dates, name, getattr(dates, name) or day)
    return found
