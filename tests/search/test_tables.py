"""A table of the source is read, found, shown and taken away with the provision it stands after."""

import importlib
import io
import json

import docx
import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from policies.corrections import add_provision, merge_into_previous, split_provision
from policies.models import IndexTask
from search import indexing
from search.results import SearchRequest
from search.service import search
from tests.policies.texts import imported, run_import, write

ROWS = [["航线类别", "每架次（元）", "每年最高（万元）"], ["轻型无人机", "10", "20"], ["重型无人机", "30", "60"]]
DEARER = [*ROWS[:2], ["重型无人机", "30", "90"]]
TEXT = """泉州市支持低空物流航线的若干措施

为发展低空经济，结合我市实际，制定以下措施：

一、支持落户。对新落户的企业给予每户最高50万元补助，由市级财政安排。

二、支持航线。对新开通的航线按下列标准给予补贴。每年评审一次：

{table}

责任单位：市交通运输局
"""


def text(rows=ROWS) -> str:
    return TEXT.format(table="\n".join("\t".join(row) for row in rows))


@pytest.fixture
def document(empty_base, tmp_path):
    document = imported(tmp_path, text(), "航线.txt")
    indexing.rebuild()
    return document


def at(document, printed_path):
    return document.provisions.get(printed_path=printed_path)


def cells(page: str) -> list[list[str]]:
    return [[cell.text for cell in row(["th", "td"])] for row in BeautifulSoup(page, "lxml").select(".frame tr")]


def test_it_belongs_to_the_provision_it_stands_after(document):
    assert at(document, "二").tables == [ROWS] and at(document, "一").tables == []


def test_its_words_are_found_and_nothing_is_lost(document):
    for words in ("轻型无人机", "无人机", "架次", "重型"):
        result = search(SearchRequest(q=words))
        assert [hit.path for hit in result.hits] == ["2"], words
    assert "<mark>轻型无人机</mark> 10 20" in search(SearchRequest(q="轻型无人机")).hits[0].snippet
    assert indexing.check().clean


def test_pages_show_it_where_it_stands(document, client, editor):
    for address in (document.get_absolute_url(), at(document, "二").get_absolute_url(), f"/print/{document.slug}/"):
        assert cells(client.get(address).content.decode()) == ROWS, address
    assert cells(client.get(at(document, "一").get_absolute_url()).content.decode()) == []
    form = editor.get(reverse("admin:policies_provision_change", args=[at(document, "二").pk])).content.decode()
    assert cells(form) == ROWS


def test_every_form_of_the_document_holds_it(document, client):
    base = document.get_absolute_url().rstrip("/")
    data = json.loads(client.get(f"{base}.json").content)
    assert data["tables"] == [{"after_path": "二", "rows": ROWS}] and data["provisions"][2]["tables"] == [ROWS]
    assert "轻型无人机\t10\t20\n重型无人机\t30\t60\n责任单位：" in client.get(f"{base}.txt").content.decode()
    table = docx.Document(io.BytesIO(client.get(f"{base}.docx").content)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == ROWS
    assert "<td>\n" in (xml := client.get(f"{base}.xml").content.decode()) and "<p>轻型无人机</p>" in xml


def test_a_new_text_brings_its_table_and_queues_the_provision(document, tmp_path):
    IndexTask.objects.all().delete()
    write(tmp_path, text(DEARER), "航线.txt")
    run_import(tmp_path)
    assert at(document, "二").tables == [DEARER] and at(document, "二").conflicts == {}
    assert "30 90" in search(SearchRequest(q="重型无人机")).hits[0].snippet


def test_it_goes_along_when_provisions_are_split_and_merged(document):
    row = at(document, "二")
    new = split_provision(row, row.text.index("每年评审"), "article", "三、")
    row.refresh_from_db()
    assert (row.tables, new.tables) == ([], [ROWS])
    assert merge_into_previous(new).tables == [ROWS]


def test_tables_of_documents_move_to_their_provisions(document):
    """What the migration does to a base of the form before."""
    row = at(document, "二")
    row.tables, row.machine = [], {name: value for name, value in row.machine.items() if name != "tables"}
    row.save()
    before = [{"after_path": "二", "rows": ROWS}, {"after_path": "", "rows": [["甲", "乙"], ["丙", "丁"]]}]
    migration = importlib.import_module("policies.migrations.0002_tables_of_provisions")
    provisions = list(document.provisions.order_by("position"))
    migration.place(before, provisions)
    assert [each.tables for each in provisions] == [[[["甲", "乙"], ["丙", "丁"]]], [], [ROWS]]


def test_a_document_whose_structure_a_person_corrected_keeps_its_tables_and_takes_new_ones(document, tmp_path):
    add_provision(at(document, "一"), "after", "article", "一之一、", "", "补上的一条。")
    write(tmp_path, text() + "\n三、本措施由市发改委解释。\n", "航线.txt")
    run_import(tmp_path)
    assert at(document, "二").tables == [ROWS]
    write(tmp_path, text(DEARER), "航线.txt")
    run_import(tmp_path)
    assert at(document, "二").tables == [DEARER]


def test_a_table_that_went_along_and_changed_in_the_file_waits_for_a_decision(document, tmp_path, editor):
    new = split_provision(row := at(document, "二"), row.text.index("每年评审"), "article", "三、")
    write(tmp_path, text(DEARER), "航线.txt")
    run_import(tmp_path)
    new.refresh_from_db()
    assert new.tables == [ROWS] and at(document, "二").conflicts["tables"]["now"] == [DEARER]
    shown = editor.get(reverse("admin:policies_document_conflicts", args=[document.pk])).content.decode()
    assert "重型无人机 30 90" in BeautifulSoup(shown, "lxml").text
