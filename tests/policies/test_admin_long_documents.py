"""A law of 1,000 articles in the back office: pages of provisions, a constant number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from policies.models import Document, Provision
from tests.policies.test_admin_editing import errors, form_data
from tests.policies.texts import imported

pytestmark = pytest.mark.django_db


def law(folder, articles: int, name: str) -> Document:
    """A law of so many articles of one sentence."""
    lines = [f"泉州市{name}条例", ""]
    for number in range(1, articles + 1):
        lines += [f"第{chinese(number)}条 违反前条规定的，由市城市管理局责令改正，处{number}万元以下罚款。", ""]
    return imported(folder, "\n".join(lines), f"{name}.txt")


def chinese(number: int) -> str:
    digits, units = "零一二三四五六七八九", ("千", "百", "十", "")
    text = "".join(digits[int(d)] + (u if d != "0" else "") for d, u in zip(f"{number:04}", units, strict=True))
    while "零零" in text:
        text = text.replace("零零", "零")
    text = text.strip("零")
    return text.removeprefix("一") if text.startswith("一十") else text


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_form_of_a_long_law_costs_what_a_short_one_costs(editor, tmp_path):
    short, long = law(tmp_path, 40, "短"), law(tmp_path, 1000, "长")
    assert long.provisions.count() == 1000
    address = {document: reverse("admin:policies_document_change", args=[document.pk]) for document in (short, long)}
    assert queries(editor, address[long]) == queries(editor, address[short]) <= 30
    page = editor.get(address[long]).content.decode()
    assert page.count("vLargeTextField") < 60 and "50（" in page
    assert "第二十条" in page and "provisions-20-id" not in page


def test_the_last_page_is_edited_and_stays_open(editor, tmp_path):
    long = law(tmp_path, 1000, "长")
    address = reverse("admin:policies_document_change", args=[long.pk]) + "?provisions=50"
    data = form_data(editor, address)
    key = "provisions-19-text"
    assert "1000万元" in data[key]
    answer = editor.post(address, data | {key: "处2000万元以下罚款。", "_continue": "1"})
    assert answer.status_code == 302 and answer["Location"] == address, errors(answer)
    last = Provision.objects.get(document=long, printed_path="第一千条")
    assert last.text == "处2000万元以下罚款。"


@pytest.mark.parametrize("page", ["0", "-1", "999", "abc", "①", "٣", ""])
def test_an_impossible_page_shows_the_nearest(editor, tmp_path, page):
    short = law(tmp_path, 40, "短")
    answer = editor.get(reverse("admin:policies_document_change", args=[short.pk]), {"provisions": page})
    assert answer.status_code == 200


def test_lists_cost_the_same_with_many_rows(editor, tmp_path):
    law(tmp_path, 30, "短")
    few = {
        name: queries(editor, reverse(f"admin:policies_{name}_changelist"))
        for name in ("provision", "amount", "document")
    }
    law(tmp_path, 300, "长")
    many = {name: queries(editor, reverse(f"admin:policies_{name}_changelist")) for name in few}
    assert many == few
