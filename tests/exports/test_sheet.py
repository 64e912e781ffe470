"""Tables that Excel and CSV readers get: typed, safe, whole."""

import csv
import datetime
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.exports.cells import CELL_LIMIT, LONG_TEXT_MARK, clean_text, guard_formula, unguard_formula
from policies.exports.download import download
from policies.exports.sheet import LONG_TEXT_SHEET, Column, csv_text, xlsx

COLUMNS = [Column("正文", width=60), Column("金额", "number"), Column("完成时间", "date"), Column("链接", "link")]
LINK = "http://127.0.0.1:8000/policies/a/1/"


def first_row(*row):
    book = openpyxl.load_workbook(io.BytesIO(xlsx("条款表", COLUMNS, [row])))
    return book, next(book.worksheets[0].iter_rows(min_row=2, max_row=2))


def test_the_title_row_is_frozen_and_columns_have_widths():
    book, _ = first_row("每家企业每年最高补助50万元", 500000, "2021-06", LINK)
    sheet = book.worksheets[0]
    assert sheet.title == "条款表"
    assert [cell.value for cell in sheet[1]] == ["正文", "金额", "完成时间", "链接"]
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width == 60
    assert sheet.auto_filter.ref == "A1:D2"


def test_numbers_are_numbers_full_dates_are_dates_partial_ones_text():
    _, cells = first_row("x", 500000, "2023-12-31", LINK)
    assert (cells[1].value, cells[1].data_type) == (500000, "n")
    assert cells[2].value == datetime.datetime(2023, 12, 31)
    assert cells[3].hyperlink.target == LINK
    _, cells = first_row("x", None, "2021-06", "")
    assert (cells[1].value, cells[2].value, cells[2].data_type) == (None, "2021-06", "s")


@pytest.mark.parametrize("text", ['=HYPERLINK("http://example.org")', "+86", "-1", "@SUM(A1)", "=1+1"])
def test_a_leading_sign_is_no_formula(text):
    _, cells = first_row(text, None, None, None)
    assert (cells[0].value, cells[0].data_type) == (text, "s")
    line = list(csv.reader(io.StringIO(csv_text(COLUMNS, [(text, None, None, None)]).lstrip("\ufeff"))))[1]
    assert line[0] == "'" + text


def test_control_characters_are_dropped_and_line_breaks_kept():
    _, cells = first_row("一\x00二\x0b\n三\r\n四", None, None, None)
    assert cells[0].value == "一二\n三\n四"


def test_a_text_too_long_for_a_cell_is_whole_on_a_sheet_of_its_own():
    text = "企" * (CELL_LIMIT + 10)
    book, cells = first_row(text, None, None, None)
    assert len(cells[0].value) == CELL_LIMIT
    assert cells[0].value.endswith(LONG_TEXT_MARK)
    pieces = [row for row in book[LONG_TEXT_SHEET].iter_rows(min_row=2, values_only=True)]
    assert [piece[:3] for piece in pieces] == [(2, "正文", 1), (2, "正文", 2)]
    assert "".join(piece[3] for piece in pieces) == text


def test_csv_starts_with_a_byte_order_mark():
    assert csv_text(COLUMNS, []) == "\ufeff正文,金额,完成时间,链接\r\n"


@given(st.text())
def test_the_guard_of_csv_comes_off_again(text):
    assert unguard_formula(guard_formula(text)) == text


@given(st.text(max_size=50))
def test_any_text_survives_the_workbook(text):
    _, cells = first_row(text, None, None, None)
    assert (cells[0].value or "") == clean_text(text)


def test_a_chinese_file_name_is_given_in_utf8():
    response = download("x", "泉州/市：若干措施.xlsx", "text/plain")
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''%E6%B3%89%E5%B7%9E_%E5%B8%82%EF%BC%9A%E8%8B%A5%E5%B9%B2%E6%8E%AA%E6%96%BD.xlsx"
    )
