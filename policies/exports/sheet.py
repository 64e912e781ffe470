"""Tables as Excel and CSV, typed: text stays text, numbers are numbers, full dates are dates.

Safe to open: a leading = + - @ is never a formula, control characters are dropped, and a value longer than a cell
can hold is not cut in silence but continued, whole, on a sheet of its own.
"""

import csv
import datetime
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from policies.exports.cells import CELL_LIMIT, LONG_TEXT_MARK, clean_text, full_date, guard_formula

HEAD_FONT = Font(bold=True, color="FFFFFF")
HEAD_FILL = PatternFill("solid", fgColor="7F1510")
WRAPPED = Alignment(wrap_text=True, vertical="top")
LONG_TEXT_SHEET = "长文本"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is text, number, percent-free decimal, date (full dates typed, partial ones text) or link."""

    name: str
    kind: str = "text"
    width: float = 14


def xlsx(title: str, columns: Sequence[Column], rows: Iterable[Sequence], note: str = "") -> bytes:
    """A workbook with one frozen title row and one line per row; `note` goes to a second sheet 说明."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31] or "条款")
    sheet.freeze_panes = "A2"
    for index, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    sheet.append([_head_cell(sheet, column.name) for column in columns])
    long_texts: list[tuple[int, str, str]] = []
    count = 1
    for count, row in enumerate(rows, start=2):
        sheet.append(
            [_cell(sheet, value, column, count, long_texts) for value, column in zip(row, columns, strict=True)]
        )
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"
    if long_texts:
        _write_long_texts(book, long_texts)
    if note:
        explanation = book.create_sheet("说明")
        explanation.column_dimensions["A"].width = 100
        for line in note.splitlines():
            explanation.append([_text_cell(explanation, line)])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def csv_text(columns: Sequence[Column], rows: Iterable[Sequence]) -> str:
    """The same table as CSV with a byte order mark, so that Excel reads it as UTF-8."""
    buffer = io.StringIO()
    buffer.write("\ufeff")
    writer = csv.writer(buffer)
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([_csv_value(value, column) for value, column in zip(row, columns, strict=True)])
    return buffer.getvalue()


def _head_cell(sheet, name: str):
    cell = _text_cell(sheet, name)
    cell.font, cell.fill = HEAD_FONT, HEAD_FILL
    return cell


def _text_cell(sheet, text: str):
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # openpyxl would take a leading = for a formula
    cell.alignment = WRAPPED
    return cell


def _cell(sheet, value, column: Column, line: int, long_texts: list):
    if value is None or value == "":
        return None
    if column.kind == "number":
        cell = WriteOnlyCell(sheet, value=value)
        cell.alignment = Alignment(vertical="top")
        cell.number_format = "#,##0.####"
        return cell
    if column.kind == "date":
        day = value if isinstance(value, datetime.date) else full_date(str(value))
        if day is not None:
            cell = WriteOnlyCell(sheet, value=day)
            cell.number_format = "yyyy-mm-dd"
            cell.alignment = Alignment(vertical="top", horizontal="left")
            return cell
    text = clean_text(str(value))
    if len(text) > CELL_LIMIT:
        long_texts.append((line, column.name, text))
        text = text[: CELL_LIMIT - len(LONG_TEXT_MARK)] + LONG_TEXT_MARK
    cell = _text_cell(sheet, text)
    if column.kind == "link":
        cell.hyperlink = text
    return cell


def _write_long_texts(book, long_texts: list[tuple[int, str, str]]) -> None:
    """Every value that a cell cannot hold, whole, in pieces that one can."""
    sheet = book.create_sheet(LONG_TEXT_SHEET)
    sheet.append([_head_cell(sheet, name) for name in ("行", "列", "第几段", "全文")])
    for line, column, text in long_texts:
        for piece, start in enumerate(range(0, len(text), CELL_LIMIT), start=1):
            sheet.append([line, column, piece, _text_cell(sheet, text[start : start + CELL_LIMIT])])


def _csv_value(value, column: Column):
    if value is None:
        return ""
    if column.kind == "number":
        return value
    if isinstance(value, datetime.date):
        return value.isoformat()
    return guard_formula(clean_text(str(value)))
