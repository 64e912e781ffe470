"""A document in other forms: clause table, JSON, Akoma Ntoso, Word, plain text; drafts in none of them."""

import io
import json

import docx
import openpyxl
import pytest
from lxml import etree

from policies.models import Amount, Document, Provision, Relation

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
pytestmark = pytest.mark.usefixtures("seed")


@pytest.fixture
def document():
    return Document.objects.get(position=2, collection__isnull=False)


def fetch(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response


def sheet_of(response):
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_the_clause_table_equals_the_database(client, document):
    rows = sheet_of(fetch(client, f"/policies/{document.slug}.xlsx"))
    provisions = list(document.provisions.order_by("position"))
    assert [(row["文件"], row["路径"], row["标题"] or "", row["正文"] or "") for row in rows] == [
        (document.slug, provision.path, provision.heading, provision.text) for provision in provisions
    ]
    first = rows[1]
    assert first["文件标题"] == document.title
    assert first["编号"] == "一、"
    assert first["责任单位"].startswith("泉州市科学技术局、泉州市教育局、泉州市财政局、")
    assert first["最高奖补（元）"] == 500000
    assert first["奖补原文"] == "最高50万元"
    assert first["效力"] == "按文本推算已到期"
    assert first["链接"] == f"http://testserver/policies/{document.slug}/1/"
    assert first["期限"] == "2025"  # a partial date is text
    assert first["核对"] == "机器识别"


def test_the_file_has_the_name_of_the_document(client, document):
    named = fetch(client, f"/policies/{document.slug}.xlsx")["Content-Disposition"]
    assert named.startswith("attachment; filename*=utf-8''%E6%B3%89%E5%B7%9E%E5%B8%82")
    assert named.endswith(".xlsx")


def test_json_gives_words_place_facts_and_status(client, document):
    data = json.loads(fetch(client, f"/policies/{document.slug}.json").content)
    assert data["title"] == document.title
    assert data["issuing_bodies"] == ["泉州市人民政府"]
    assert data["status"]["code"] == "expired"
    assert data["status"]["sentence"] == "本实施意见自发布之日起实施，有效期至2023年12月31日"
    first = data["provisions"][1]
    assert (first["number"], first["heading"]) == ("一、", "支持企业加大创新投入")
    cap = next(amount for amount in first["amounts"] if amount["surface"] == "50万元")
    assert (cap["value"], cap["unit"], cap["qualifier"], cap["role"]) == (500000, "元", "max", "benefit")
    assert first[cap["field"]][cap["start"] : cap["end"]] == "50万元"


def test_one_provision_with_what_is_below_it(client):
    document = Document.objects.get(position=5, collection__isnull=False)
    data = json.loads(fetch(client, f"/policies/{document.slug}/1.2.json").content)
    assert [node["printed_path"] for node in data["provisions"]] == ["一/（二）"]
    assert [node["path"] for node in data["provisions"][0]["children"]] == ["1.2.1", "1.2.2", "1.2.3", "1.2.4"]
    fetch(client, f"/policies/{document.slug}/9.9.json", status=404)


def test_akoma_ntoso_holds_the_tree_and_all_its_words(client):
    document = Document.objects.get(position=5, collection__isnull=False)
    root = etree.fromstring(fetch(client, f"/policies/{document.slug}.xml").content)
    points = root.findall(f".//{AKN}body/{AKN}article/{AKN}point")
    assert [point.find(f"{AKN}num").text for point in points[:2]] == ["（一）", "（二）"]
    assert points[0].get("eId") == "point_1.1"
    words = "".join(root.find(f"{AKN}act").itertext())
    for provision in document.provisions.all():
        assert provision.heading in words
        assert provision.text.replace("\n", "") in words.replace("\n", "").replace(" ", "") or provision.text in words


def test_word_prints_every_paragraph_with_units_and_source(client, document):
    content = fetch(client, f"/policies/{document.slug}.docx").content
    file = docx.Document(io.BytesIO(content))
    lines = [paragraph.text for paragraph in file.paragraphs]
    assert lines[:2] == ["泉州市人民政府", document.title]
    assert "一、支持企业加大创新投入" in lines
    assert any(line.startswith("责任单位：市科技局、教育局、财政局，市税务局，") for line in lines)
    assert f"/policies/{document.slug}/" in file.sections[0].footer.paragraphs[0].text


def test_plain_text_says_where_it_is_from(client, document):
    text = fetch(client, f"/policies/{document.slug}.txt").content.decode()
    assert text.startswith(document.title)
    assert "（以官方发布文本为准。出处：http://testserver/policies/" in text


@pytest.mark.parametrize("form", ["xlsx", "csv", "json", "xml", "docx", "txt"])
def test_a_draft_has_no_form_and_a_withdrawn_text_is_gone(client, document, form):
    Document.objects.filter(pk=document.pk).update(state="draft")
    fetch(client, f"/policies/{document.slug}.{form}", status=404)
    fetch(client, f"/policies/{document.slug}/1.{form}", status=404)
    Document.objects.filter(pk=document.pk).update(state="withdrawn")
    fetch(client, f"/policies/{document.slug}.{form}", status=410)


def test_a_rejected_fact_is_in_no_table_and_a_confirmed_one_is_said(client, document):
    provision = document.provisions.get(path="1")
    cap = Amount.objects.get(provision=provision, surface="50万元")
    Amount.objects.filter(provision=provision).exclude(pk=cap.pk).update(state="confirmed")
    Amount.objects.filter(pk=cap.pk).update(state="rejected")
    row = sheet_of(fetch(client, f"/policies/{document.slug}.xlsx"))[1]
    assert row["最高奖补（元）"] is None
    assert row["核对"] == "部分已核对"
    data = json.loads(fetch(client, f"/policies/{document.slug}.json").content)
    assert "50万元" not in [amount["surface"] for amount in data["provisions"][1]["amounts"]]


def test_the_status_of_a_repeal_shows_in_the_table(client, document):
    newer = Document.objects.get(position=3, collection__isnull=False)
    Relation.objects.create(verb="repeals", from_document=newer, to_document=document)
    assert sheet_of(fetch(client, f"/policies/{document.slug}.xlsx"))[0]["效力"] == "已废止"


def test_the_number_of_queries_does_not_grow_with_the_document(client, django_assert_max_num_queries):
    short = Document.objects.get(position=10, collection__isnull=False)
    long = Document.objects.get(position=5, collection__isnull=False)
    assert Provision.objects.filter(document=long).count() > 5 * short.provisions.count()
    for document in (short, long):
        with django_assert_max_num_queries(14):
            fetch(client, f"/policies/{document.slug}.xlsx")
