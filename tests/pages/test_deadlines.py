"""时间表: what was due when, what is past, by whom; the line, the table and the calendar hold the same rows."""

import datetime
import re

import pytest

from policies.models import Organization
from policies.presentation.calendar_file import escaped, folded
from policies.presentation.timeline import timeline
from policies.presentation.timetable import Asked, date_words, find, last_day, past_words

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("date", "day", "words"),
    [
        ("2021", datetime.date(2021, 12, 31), "2021年底"),
        ("2021-02", datetime.date(2021, 2, 28), "2021年2月底"),
        ("2023-12-31", datetime.date(2023, 12, 31), "2023年12月31日"),
        ("", None, "没有写明年份或起算日"),
        ("2021-13", None, None),
        ("2021-02-30", None, None),
    ],
)
def test_a_printed_date_falls_due_on_its_last_day(date, day, words):
    assert last_day(date) == day
    if words:
        assert date_words(date) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (datetime.date(2026, 11, 22), "今天"),
        (datetime.date(2026, 11, 20), "已过 2 天"),
        (datetime.date(2026, 12, 2), "还有 10 天"),
        (datetime.date(2021, 6, 30), "已过 5 年多"),
        (datetime.date(2035, 12, 31), "还有 9 年多"),
        (None, "无法计算"),
    ],
)
def test_what_is_past_is_said_plainly(day, words):
    assert past_words(day, TODAY) == words


def test_tasks_of_a_unit_due_by_june_2021(ten, get):
    unit = Organization.objects.get(name="泉州市发展和改革委员会")
    page = get(f"/deadlines/?kind=completion&unit={unit.slug}&until=2021-06")
    table = page[page.index('<table class="cards dates"') :].replace("<wbr>", "")
    assert "推行“异地代收”“省内通办”" in table
    assert "拿地即开工" in table
    assert "2021年6月底" in table
    assert "2021年底" not in table
    assert "目标</span>" not in table


def test_rows_are_counted_once(ten, get):
    page = get("/deadlines/")
    total = int(re.search(r'<h2 id="list">(\d+) 项</h2>', page)[1])
    assert total == sum(int(n) for n in re.findall(r'<span class="n">(\d+) 项</span>', page))
    assert total == len(re.findall(r'<span class="kind \w+">[^<，]+</span></td>', page))


def test_the_line_holds_every_row_that_has_a_date(ten):
    rows = find(Asked(), TODAY)
    picture = timeline(rows, TODAY)
    drawn = sum(stack.above_total + stack.below_total for stack in picture.stacks)
    assert drawn + picture.left_out == sum(row.day is not None for row in rows)
    assert 0 < picture.today < 1
    assert [column.label for column in picture.columns][-2:] == ["…", "2035"]


def test_validity_of_documents_is_among_them(ten, get):
    page = get("/deadlines/?kind=validity")
    assert "2023年12月31日" in page
    assert "没有写明年份或起算日" in page


def test_calendar_holds_the_dated_rows_of_the_filter(ten, client):
    text = client.get("/deadlines.ics?when=coming").content.decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20351231" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_calendar_text_is_escaped_and_folded_between_characters():
    assert escaped("一,二;三\\四\n五") == "一\\,二\\;三\\\\四\\n五"
    line = folded("SUMMARY:" + "汉" * 60)
    assert line.replace("\r\n ", "") == "SUMMARY:" + "汉" * 60
    assert max(len(part.encode()) for part in line.split("\r\n")) <= 75


def test_wrong_parameters_are_said_and_ignored(ten, get):
    page = get("/deadlines/?kind=x&unit=y&doc=z&until=明天&year=twenty&when=never")
    assert page.count("已忽略") == 6
