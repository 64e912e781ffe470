"""The two forms of the clause table that the back office gives and takes: Excel and CSV, safe to open."""

import csv
import datetime
import io

import tablib
from import_export.formats.base_formats import CSV, XLSX
from openpyxl import load_workbook

from policies.exports.cells import unguard_formula
from policies.exports.clauses import COLUMNS
from policies.exports.sheet import Column, csv_text, xlsx

_COLUMNS = {column.name: column for column in COLUMNS}


class ClauseXlsx(XLSX):
    """Text cells typed as text, so a leading = is no formula; read back as text, dates in ISO."""

    def get_title(self):
        return "xlsx"  # the page guesses the format by the ending of the file

    def export_data(self, dataset, **options):
        return xlsx("条款", _columns(dataset), dataset)

    def create_dataset(self, in_stream, **options):
        # Without read_only openpyxl trusts the cells, not the dimension that some programs write wrongly.
        sheet = load_workbook(io.BytesIO(in_stream), data_only=True).worksheets[0]
        rows = [[cell_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]
        return _dataset(rows)


class ClauseCsv(CSV):
    """UTF-8 with a byte order mark; the ' that keeps a cell from running as a formula is taken off again."""

    def get_title(self):
        return "csv"

    def export_data(self, dataset, **options):
        return csv_text(_columns(dataset), dataset)

    def is_binary(self):
        # The bytes come here undecoded: Excel on Chinese Windows writes GB18030.
        return True

    def get_read_mode(self):
        return "rb"

    def create_dataset(self, in_stream, **options):
        data = in_stream.encode() if isinstance(in_stream, str) else in_stream
        rows = csv.reader(io.StringIO(decode(data), newline=""))
        return _dataset([[unguard_formula(cell) for cell in row] for row in rows])


def decode(data: bytes) -> str:
    """UTF-8 with or without a mark, else GB18030, which Excel writes on Chinese Windows."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("认不出这个 CSV 文件的编码，请另存为 UTF-8。")


def cell_text(value) -> str:
    """What a cell says, as text: 2.0 typed by hand is 2, a date is ISO."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _columns(dataset) -> list[Column]:
    return [_COLUMNS.get(name, Column(name)) for name in dataset.headers]


def _dataset(rows: list[list[str]]) -> tablib.Dataset:
    head, *body = rows or [[]]
    while head and not head[-1]:
        head = head[:-1]
    dataset = tablib.Dataset(headers=[name.strip() for name in head])
    for row in body:
        dataset.append((row + [""] * len(head))[: len(head)])
    return dataset
