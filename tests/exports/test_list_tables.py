"""Every list can be taken away as Excel exactly as filtered."""

import io
from urllib.parse import quote

import openpyxl
import pytest

from policies.models import Organization
from search import directory, indexing
from tests.search import bases


@pytest.fixture
def searchable(seed, tmp_path):
    with bases.engine_in("whoosh", tmp_path):
        directory.forget()
        indexing.start()
        yield


def rows_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    rows = list(openpyxl.load_workbook(io.BytesIO(response.content)).worksheets[0].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_amounts_as_filtered(client, seed):
    rows = rows_of(client, "/amounts.xlsx?min=" + quote("500万"))
    benefits = [row for row in rows if row["类别"] == "奖补"]
    assert {row["金额或比例"] for row in benefits} >= {5_000_000, 10_000_000}
    assert any(row["责任单位"].startswith("泉州市商务局") and row["原文"] == "1000万元" for row in benefits)
    assert all(row["链接"].startswith("http://testserver/policies/") for row in rows)


def test_deadlines_as_filtered(client, seed):
    unit = Organization.objects.get(name="泉州市发展和改革委员会")
    rows = rows_of(client, f"/deadlines.xlsx?unit={unit.slug}&until=2021-06&kind=completion")
    assert rows
    assert all(row["日期"] <= "2021-06" and row["类别"] == "任务" for row in rows)
    assert all("泉州市发展和改革委员会" in row["责任单位"] for row in rows)


def test_units_and_the_duties_of_one(client, seed):
    rows = rows_of(client, "/units.xlsx")
    assert rows[0]["条款数"] >= rows[-1]["条款数"]
    unit = Organization.objects.get(name="泉州市工业和信息化局")
    duties = rows_of(client, f"/units/{unit.slug}.xlsx")
    assert all("泉州市工业和信息化局" in row["责任单位"] for row in duties)


def test_search_results_in_the_order_of_the_hits(client, searchable):
    rows = rows_of(client, "/search.xlsx?q=" + quote("交地即交证"))
    assert {(row["编号"], row["路径"]) for row in rows} == {("六、", "6"), ("四、", "4"), ("（十二）", "5.12")}
    assert len(rows_of(client, "/search.xlsx")) == 175
    filtered = rows_of(client, "/search.xlsx?has=amount&q=" + quote("科技创新券"))
    assert len(filtered) == 2


def test_a_unit_without_duties_has_no_table(client, db):
    Organization.objects.create(name="某局", slug="some-office")
    assert client.get("/units/some-office.xlsx").status_code == 404
