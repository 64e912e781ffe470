"""Pages of the back office: what waits stands first, no English words, what cannot be done is told before."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.urls import reverse

from policies.models import Amount, Document, ErrorReport, Organization, Provision
from tests import people
from tests.policies.test_admin_editing import change

INDEX = "/admin/"
#: Names that are the same in every language, addresses, and the account's own.
FOREIGN = re.compile(r"Word|PDF|MB|docx|html|txt|md|xlsx|csv|Excel|editor|quanzhou-1|preamble|[a-z]+(?:-[a-z]+)+")


def page(client, address: str, **query) -> BeautifulSoup:
    answer = client.get(address, query)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.content, "lxml")


def test_what_waits_stands_on_the_first_page(editor, seed):
    assert "没有等着处理的事" in page(editor, INDEX).select_one(".waiting").text
    Document.objects.filter(position=3).update(state="draft")
    Document.objects.filter(position=4).update(conflicts={"title": {"before": "", "now": "新"}})
    Provision.objects.filter(document__position=5).update(conflicts={"text": {"before": "", "now": "新"}})
    ErrorReport.objects.create(address="/policies/", message="错了")
    Amount.objects.filter(pk=Amount.objects.first().pk).update(state="unverified", start=0, end=0)
    lines = page(editor, INDEX).select(".waiting li a")
    assert [re.sub(r"\s+", "", line.text) for line in lines] == [
        "1份草稿等着核对和发布", "2份文件的人工改动与新文本冲突，等着决定", "1条读者报错没有处理",
        "1条金额与比例待核（原文改过）",
    ]  # fmt: skip
    for line in lines:
        count = int(line.strong.text)
        assert editor.get(line["href"]).context["cl"].result_count == count


def test_the_first_page_shows_only_what_one_may_see(seed):
    nobody = people.signed_in(people.staff("nobody"))
    ErrorReport.objects.create(address="/policies/", message="错了")
    found = page(nobody, INDEX)
    assert "报错" not in found.text and "上传文件" not in found.text
    assert "没有查看或修改任何内容的权限" in found.text


def test_lists_stand_in_the_order_of_the_work(editor, seed):
    names = [row.text.strip() for row in page(editor, INDEX).select("#content-main th[scope=row]")]
    assert names[:4] == ["政策文件", "条款", "报错", "金额与比例"] and names[-1] == "待索引条款"


def addresses() -> list[str]:
    provision = Provision.objects.get(document__position=4, printed_path="四")
    preamble = Provision.objects.get(document__position=4, kind="preamble")
    lists = [
        "document", "provision", "errorreport", "amount", "deadline", "duration", "citation", "organization",
        "relation", "collection", "audience", "alias", "indextask",
    ]  # fmt: skip
    corrections = ["add", "split", "merge", "move", "remove"]
    return [
        INDEX, *(reverse(f"admin:policies_{name}_changelist") for name in lists),
        reverse("admin:policies_document_upload"), change("document", provision.document_id),
        change("provision", provision.pk), change("provision", preamble.pk),
        change("amount", provision.amounts.first().pk), change("organization", Organization.objects.first().pk),
        *(reverse("admin:policies_provision_structure", args=[provision.pk, name]) for name in corrections),
        reverse("admin:policies_provision_export"), reverse("admin:policies_provision_import"),
        reverse("admin:policies_document_history", args=[provision.document_id]), "/admin/password_change/",
    ]  # fmt: skip


def test_no_word_of_a_page_is_english(editor, seed):
    for address in addresses():
        found = page(editor, address)
        for gone in found(["script", "style", "textarea"]):
            gone.decompose()
        words = found.get_text(" ") + " ".join(image.get("alt", "") for image in found("img"))
        left = FOREIGN.sub("", words)
        assert not re.findall(r"[A-Za-z]*[a-z]{2,}", left), address


@pytest.mark.parametrize(
    ("written", "link"),
    [("/policies/x/3/", "/policies/x/3/"), ("//evil.example/", None), ("/\\evil.example", None),
     ("javascript:alert(1)", None), ("第3页", None)],
)  # fmt: skip
def test_the_page_a_reader_reports_is_a_link_when_it_is_of_this_site(editor, db, written, link):
    report = ErrorReport.objects.create(address=written, message="错了")
    shown = page(editor, change("errorreport", report.pk)).select_one(".field-page .readonly")
    assert shown.text == written and [each["href"] for each in shown("a")] == ([link] if link else [])


def test_units_to_be_merged_are_told_apart_by_what_hangs_on_them(editor, seed):
    rows = [Organization.objects.get(name=name) for name in ("泉州市财政局", "泉州市商务局")]
    chosen = {"action": "merge", "_selected_action": [row.pk for row in rows]}
    found = editor.post(reverse("admin:policies_organization_changelist"), chosen).content.decode()
    for row in rows:
        duties, issued = row.responsibilities.count(), row.body_links.count()
        assert duties and f"{row.name}（责任条款 {duties}，发文 {issued}）" in found


def test_an_export_is_excel_unless_another_form_is_chosen(editor, seed):
    found = page(editor, reverse("admin:policies_provision_export"))
    assert [option["value"] for option in found.select("select[name=format] option")] == ["0", "1"]
    answer = editor.post(reverse("admin:policies_provision_export"), {"format": "0", "resource": ""})
    assert answer.content[:2] == b"PK"


@pytest.mark.parametrize("words", ["泉州市商务局", "泉州市支持"])
def test_documents_are_found_by_who_issued_them(editor, seed, words):
    found = editor.get(reverse("admin:policies_document_changelist"), {"q": words})
    assert found.context["cl"].result_count == (1 if words.endswith("局") else 0)


@pytest.mark.parametrize(
    "address",
    ["document/?machine__contains=x", "document/99999999999999999999999999/change/", "amount/?id=9" + "9" * 30],
)
def test_an_address_the_database_cannot_take_is_not_found(editor, seed, address):
    answer = editor.get(f"/admin/policies/{address}")
    # PostgreSQL looks for the key and the admin says on its first page that there is none; SQLite refuses the number.
    assert answer.status_code in {200, 404} or (connection.vendor == "postgresql" and answer["Location"] == "/admin/")


def test_signing_in_leads_to_the_back_office_and_nowhere_else(client, db):
    people.staff("editor", "编辑")
    for elsewhere in ("//evil.example/", "https://evil.example/", "javascript:alert(1)", ""):
        answer = client.post("/admin/login/", {"username": "editor", "password": people.PASSWORD, "next": elsewhere})
        assert (answer.status_code, answer["Location"]) == (302, "/admin/")
        client.logout()
