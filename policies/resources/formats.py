"""The two forms of the clause table that the back office gives and takes: Excel and CSV, safe to open."""

import csv
import datetime
import io
import zipfile

import tablib
from import_export.formats.base_formats import CSV, XLSX
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from policies.exports.cells import unguard_formula
from policies.exports.clauses import COLUMNS
from policies.exports.sheet import Column, csv_text, xlsx

_COLUMNS = {column.name: column for column in COLUMNS}
#: Bytes that a workbook may unpack to; the clause table of all laws has 100 million.
LARGEST_UNPACKED = 300 * 1024 * 1024


class UnreadableTable(ValueError):
    """The file is no such table; the message says why, in Chinese."""


class ClauseXlsx(XLSX):
    """Text cells typed as text, so a leading = is no formula; read back as text, dates in ISO."""

    def get_title(self):
        return "xlsx"  # the page guesses the format by the ending of the file

    def export_data(self, dataset, **options):
        return xlsx("条款", _columns(dataset), dataset)

    def create_dataset(self, in_stream, **options):
        try:
            with zipfile.ZipFile(io.BytesIO(in_stream)) as archive:
                unpacked = sum(part.file_size for part in archive.infolist())
            if unpacked > LARGEST_UNPACKED:
                raise UnreadableTable("表格解压后过大。")
            # Without read_only openpyxl trusts the cells, not the dimension that some programs write wrongly.
            sheet = load_workbook(io.BytesIO(in_stream), data_only=True).worksheets[0]
        except (zipfile.BadZipFile, InvalidFileException, KeyError, IndexError) as error:
            raise UnreadableTable("这不是 Excel（.xlsx）文件，或者文件已损坏。请看所选的格式对不对。") from error
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
        if b"\0" in data:
            raise UnreadableTable("这不是 CSV 文件。请看所选的格式对不对。")
        rows = csv.reader(io.StringIO(decode(data), newline=""))
        return _dataset([[unguard_formula(cell) for cell in row] for row in rows])


def decode(data: bytes) -> str:
    """UTF-8 with or without a mark, else GB18030, which Excel writes on Chinese Windows."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableTable("认不出这个 CSV 文件的编码，请另存为 UTF-8。")


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
    if len(rows) < 2:
        raise UnreadableTable("表格里没有数据：第一行是列名，下面至少要有一行。")
    head, *body = rows
    while head and not head[-1]:
        head = head[:-1]
    dataset = tablib.Dataset(headers=[name.strip() for name in head])
    for row in body:
        dataset.append((row + [""] * len(head))[: len(head)])
    return dataset
