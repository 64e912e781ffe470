"""The clause table out and in again: unchanged it reports no change, one changed cell changes one cell."""

import csv
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl.cell.cell import TYPE_STRING

from policies.models import Amount, Document, IndexTask, Provision
from policies.resources import ClauseResource, formats
from policies.resources.formats import ClauseCsv, ClauseXlsx

FORMATS = {"xlsx": ClauseXlsx(), "csv": ClauseCsv()}


def sheet(form: str, queryset=None) -> bytes:
    data = FORMATS[form].export_data(ClauseResource().export(queryset or Provision.objects.all()))
    return data if isinstance(data, bytes) else data.encode()


def rows_of(form: str, data: bytes) -> list[list]:
    if form == "csv":
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return [list(row) for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True)]


def written(form: str, rows: list[list]) -> bytes:
    if form == "csv":
        buffer = io.StringIO()
        csv.writer(buffer).writerows(rows)
        return b"\xef\xbb\xbf" + buffer.getvalue().encode()
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(buffer)
    return buffer.getvalue()


def imported(form: str, data: bytes, dry_run: bool = False):
    return ClauseResource().import_data(FORMATS[form].create_dataset(data), dry_run=dry_run)


def totals(result) -> dict:
    return {name: count for name, count in result.totals.items() if count}


def messages(result) -> str:
    found = [str(error.error) for line in result.row_errors() for error in line[1]]
    return " ".join(
        [*found, *(str(row.error) for row in result.invalid_rows), *(str(e.error) for e in result.base_errors)]
    )


@pytest.fixture
def state(seed):
    def of_base():
        return list(Provision.objects.order_by("pk").values()), list(Amount.objects.order_by("pk").values())

    return of_base


@pytest.mark.parametrize("form", FORMATS)
def test_the_sheet_is_the_database(seed, form):
    head, *rows = rows_of(form, sheet(form))
    assert head == ["文件标题", "文件", "路径", "编号", "标题", "正文", "责任单位", "完成时间", "链接"]
    assert len(rows) == Provision.objects.count() == 175
    for row in rows:
        provision = Provision.objects.get(document__slug=row[1], path=row[2])
        assert [cell or "" for cell in row[3:6]] == [provision.number, provision.heading, provision.text]


@pytest.mark.parametrize("form", FORMATS)
def test_imported_back_unchanged_nothing_changes(state, form):
    before = state()
    IndexTask.objects.all().delete()
    result = imported(form, sheet(form))
    assert totals(result) == {"skip": 175}
    assert state() == before and not IndexTask.objects.exists()


def test_the_public_sheet_imported_back_unchanged_changes_nothing(state):
    from policies.exports.clauses import COLUMNS, clause_rows
    from policies.exports.sheet import csv_text, xlsx

    provisions = Provision.objects.public().select_related("document").order_by("document_id", "position")
    before, rows = state(), list(clause_rows(provisions, lambda address: f"https://example.org{address}"))
    assert totals(imported("xlsx", xlsx("条款", COLUMNS, rows, "说明"))) == {"skip": 175}
    assert totals(imported("csv", csv_text(COLUMNS, rows).encode())) == {"skip": 175}
    assert state() == before


@pytest.mark.parametrize("form", FORMATS)
def test_one_changed_cell_changes_that_cell(state, form):
    before, _ = state()
    rows = rows_of(form, sheet(form))
    line = next(row for row in rows if row[4] == "优化纳税服务")
    line[5] = "在市行政服务中心增设窗口，给予每家企业最高77万元补助。"
    result = imported(form, written(form, rows))
    assert totals(result) == {"update": 1, "skip": 174}
    after, _ = state()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    old, new = changed[0]
    assert {name for name in old if old[name] != new[name]} == {"text", "updated_at"}
    provision = Provision.objects.get(pk=new["id"])
    assert Amount.objects.filter(provision=provision, surface="77万元").exists()
    assert [row.history_change_reason for row in provision.history.order_by("history_id")] == ["改动之前", "导入表格"]
    assert provision.pk in set(IndexTask.objects.values_list("provision_id", flat=True))


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_cell_leaves_and_a_marked_one_empties(seed, form):
    rows = rows_of(form, sheet(form))
    provision = Provision.objects.get(heading="优化纳税服务")
    line = next(row for row in rows if row[4] == "优化纳税服务")
    line[4], line[5], line[7] = "", "（空）", "2021-05"
    assert totals(imported(form, written(form, [rows[0], line]))) == {"update": 1}
    provision.refresh_from_db()
    assert (provision.heading, provision.text, provision.completion) == ("优化纳税服务", "", "2021-05")


def test_a_missing_row_deletes_nothing(state):
    before = state()
    rows = rows_of("csv", sheet("csv"))
    assert totals(imported("csv", written("csv", rows[:5]))) == {"skip": 4}
    assert state() == before


@pytest.mark.parametrize("form", FORMATS)
def test_an_unknown_key_is_an_error_with_its_row_and_nothing_is_written(state, form):
    before = state()
    rows = rows_of(form, sheet(form))
    rows[3][5] = "改过的正文"
    rows[7][2] = "99"
    result = imported(form, written(form, rows))
    assert "第8行：没有“文件”为" in messages(result) and "“路径”为“99”的条款" in messages(result)
    assert result.has_errors() or result.has_validation_errors()
    assert state() == before


def test_other_wrong_sheets_are_said(state):
    before = state()
    rows = rows_of("csv", sheet("csv"))
    assert "缺少“文件”“路径”列" in messages(imported("csv", written("csv", [["标题"], ["甲"]])))
    twice = imported("csv", written("csv", [rows[0], rows[1], rows[1]]))
    assert "第3行：与第2行是同一个条款" in messages(twice)
    bad = [*rows[1]]
    bad[7] = "明年夏天"
    assert "完成时间“明年夏天”不是" in messages(imported("csv", written("csv", [rows[0], bad])))
    assert state() == before


def test_blank_lines_are_passed_over(state):
    rows = rows_of("csv", sheet("csv"))
    assert totals(imported("csv", written("csv", [*rows[:3], [""] * 9, *rows[3:6]]))) == {"skip": 6}


FORMULAS = ["=1+1", "+86 595 12345", "-3%", "@SUM(A1)", "'=已加撇号", "\t=制表", "'引号开头", "＝1＋1"]


@pytest.mark.parametrize("form", FORMATS)
def test_text_that_looks_like_a_formula_is_text_and_comes_back_as_it_was(seed, form):
    provisions = list(Provision.objects.order_by("pk")[: len(FORMULAS)])
    for provision, text in zip(provisions, FORMULAS, strict=True):
        Provision.objects.filter(pk=provision.pk).update(text=text)
    data = sheet(form, Provision.objects.filter(pk__in=[row.pk for row in provisions]))
    if form == "csv":
        assert all(row[5][0] not in "=+-@\t" for row in rows_of(form, data)[1:])
    else:
        cells = [row[5] for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(min_row=2)]
        assert {cell.data_type for cell in cells} == {TYPE_STRING}
    assert totals(imported(form, data)) == {"skip": len(FORMULAS)}


def test_paths_typed_as_numbers_are_found(seed):
    rows = rows_of("xlsx", sheet("xlsx"))
    line = next(row for row in rows if row[4] == "优化纳税服务")
    line[2], line[5] = 5, "改过的正文。"
    assert totals(imported("xlsx", written("xlsx", [rows[0], line]))) == {"update": 1}


def test_units_are_changed_by_their_names(seed):
    provision = Provision.objects.get(heading="优化纳税服务")
    rows = rows_of("csv", sheet("csv"))
    line = next(row for row in rows if row[4] == "优化纳税服务")
    line[6] = "市税务局、各县（市、区）人民政府、市财政局"
    assert totals(imported("csv", written("csv", [rows[0], line]))) == {"update": 1}
    assert list(provision.responsibilities.values_list("organization__name", "by_person")) == [
        ("国家税务总局泉州市税务局", True),
        ("泉州市各县（市、区）人民政府", True),
        ("泉州市财政局", True),
    ]


def test_a_dry_run_shows_the_change_and_writes_nothing(state):
    before = state()
    rows = rows_of("csv", sheet("csv"))
    rows[3][5] = "改过的正文"
    assert totals(imported("csv", written("csv", rows), dry_run=True)) == {"update": 1, "skip": 174}
    assert state() == before


@pytest.mark.parametrize(("form", "index"), [("xlsx", "0"), ("csv", "1")])
def test_through_the_pages_of_the_back_office(editor, seed, form, index):
    rows = rows_of(form, sheet(form))
    next(row for row in rows if row[4] == "优化纳税服务")[5] = "从页面导入的正文。"
    upload = io.BytesIO(written(form, rows))
    upload.name = f"条款.{form}"
    address = reverse("admin:policies_provision_import")
    shown = editor.post(address, {"import_file": upload, "format": index, "resource": "0"})
    assert shown.status_code == 200 and "从页面导入的正文" in shown.content.decode(), shown.content.decode()[-3000:]
    assert not Provision.objects.filter(text="从页面导入的正文。").exists()
    confirm = shown.context["confirm_form"].initial
    done = editor.post(reverse("admin:policies_provision_process_import"), confirm, follow=True)
    assert done.status_code == 200
    assert Provision.objects.get(text="从页面导入的正文。").history.first().history_user.username == "editor"


def test_export_page_gives_a_sheet(editor, seed):
    document = Document.objects.get(position=3)
    address = reverse("admin:policies_provision_export") + f"?document__id__exact={document.pk}"
    answer = editor.post(
        address,
        {"format": "0", "resource": "0", **{f"clauseresource_{name}": "on" for name in ClauseResource._meta.fields}},
    )
    assert answer["Content-Type"].startswith("application/vnd.openxmlformats")
    assert len(rows_of("xlsx", answer.content)) > 20


@pytest.mark.parametrize(
    ("index", "name", "data", "told"),
    [
        ("0", "条款.xlsx", b"hello", "这不是 Excel（.xlsx）文件，或者文件已损坏"),
        ("0", "条款.xlsx", b"PK\x03\x04 broken", "这不是 Excel（.xlsx）文件，或者文件已损坏"),
        ("1", "条款.csv", b"PK\x03\x04\x00\x00", "这不是 CSV 文件"),
        ("1", "条款.csv", b"\xff\xfe\xfa\x80", "认不出这个 CSV 文件的编码"),
        ("1", "条款.csv", "文件,路径\n".encode(), "表格里没有数据"),
        ("1", "条款.csv", "甲,乙\n1,2\n".encode(), "表格缺少“文件”“路径”列"),
    ],
)
def test_a_file_that_is_no_such_table_is_told_in_chinese(editor, state, index, name, data, told):
    before = state()
    file = SimpleUploadedFile(name, data)
    answer = editor.post(reverse("admin:policies_provision_import"), {"import_file": file, "format": index})
    page = answer.content.decode()
    assert answer.status_code == 200 and told in page
    assert "encountered" not in page and "Traceback" not in page and "_rows" not in page and "[&#x27;" not in page
    assert state() == before


def test_a_workbook_that_unpacks_to_very_much_is_refused(monkeypatch):
    monkeypatch.setattr(formats, "LARGEST_UNPACKED", 1000)
    with pytest.raises(formats.UnreadableTable, match="解压后过大"):
        FORMATS["xlsx"].create_dataset(written("xlsx", [["文件", "路径"], ["甲", "1"]]))
