"""Editing in the back office: provisions on their own and inside their document, facts, publishing, merging."""

import re

import pytest
from django.urls import reverse

from policies.models import Amount, Document, IndexTask, Organization, Provision
from tests import people

WORDS = "推行“自贸通”便利服务，给予每家企业最高66万元补助。"


def form_data(client, address: str) -> dict:
    """Every field of the page's form as a browser would send it back."""
    from bs4 import BeautifulSoup

    page = BeautifulSoup(client.get(address).content, "lxml")
    form = next(form for form in page.find_all("form") if form.get("id", "").endswith("_form"))
    data: dict = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = field.get("name"), field.get("type")
        if not name or kind in {"submit", "file"} or field.has_attr("disabled"):
            continue
        if field.name == "select":
            chosen = [option["value"] for option in field.find_all("option") if option.has_attr("selected")]
            if field.has_attr("multiple"):
                data[name] = chosen
            else:
                data[name] = chosen[0] if chosen else ""
        elif field.name == "textarea":
            # A browser drops the first line break of a text area and sends the others as CRLF.
            data[name] = field.text.removeprefix("\n").replace("\n", "\r\n")
        elif kind == "checkbox" and field.has_attr("checked"):
            data[name] = [*data.get(name, []), field.get("value", "on")]
        elif kind not in {"checkbox", "radio"} or field.has_attr("checked"):
            data[name] = field.get("value", "")
    return data


def change(model, pk, query="") -> str:
    return reverse(f"admin:policies_{model}_change", args=[pk]) + query


@pytest.fixture
def provision(seed):
    return Provision.objects.select_related("document").get(document__position=3, printed_path="六")


def test_a_provision_is_edited_on_its_own(editor, provision):
    IndexTask.objects.all().delete()
    address = change("provision", provision.pk)
    answer = editor.post(address, form_data(editor, address) | {"text": WORDS})
    assert answer.status_code == 302, errors(answer)
    provision.refresh_from_db()
    assert provision.text == WORDS and provision.edited_fields() == ["text"]
    assert Amount.objects.filter(provision=provision, surface="66万元").exists()
    assert provision.pk in set(IndexTask.objects.values_list("provision_id", flat=True))
    first, second = provision.history.order_by("history_id")
    assert "招拍挂" in first.text and second.text == WORDS and second.history_user.username == "editor"


def test_a_provision_is_edited_inside_its_document(editor, provision):
    address = change("document", provision.document_id)
    data = form_data(editor, address)
    key = next(
        name for name, value in data.items() if re.fullmatch(r"provisions-\d+-id", name) and value == str(provision.pk)
    )
    data[key.replace("-id", "-text")] = WORDS
    others = dict(Provision.objects.exclude(pk=provision.pk).values_list("pk", "updated_at"))
    document_updated = Document.objects.get(pk=provision.document_id).updated_at
    answer = editor.post(address, data)
    assert answer.status_code == 302, errors(answer)
    provision.refresh_from_db()
    assert provision.text == WORDS
    assert dict(Provision.objects.exclude(pk=provision.pk).values_list("pk", "updated_at")) == others
    assert Document.objects.get(pk=provision.document_id).updated_at == document_updated


def test_saving_a_page_unchanged_changes_nothing(editor, provision):
    for model, pk in (("provision", provision.pk), ("document", provision.document_id)):
        before = list(Provision.objects.order_by("pk").values()), list(Document.objects.order_by("pk").values())
        facts = list(Amount.objects.order_by("pk").values())
        IndexTask.objects.all().delete()
        address = change(model, pk)
        answer = editor.post(address, form_data(editor, address))
        assert answer.status_code == 302, errors(answer)
        assert (
            list(Provision.objects.order_by("pk").values()),
            list(Document.objects.order_by("pk").values()),
        ) == before
        assert list(Amount.objects.order_by("pk").values()) == facts
        assert not IndexTask.objects.exists()


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(editor, provision):
    other = people.signed_in(people.staff("second", "编辑"))
    address = change("provision", provision.pk)
    mine, theirs = form_data(editor, address), form_data(other, address)
    assert other.post(address, theirs | {"text": "第二个人先保存。"}).status_code == 302
    answer = editor.post(address, mine | {"text": WORDS})
    assert answer.status_code == 200
    assert "已被second改过" in errors(answer) and "您的修改没有保存" in errors(answer)
    provision.refresh_from_db()
    assert provision.text == "第二个人先保存。"


def test_two_editors_of_different_provisions_of_one_document_do_not_meet(editor, provision):
    other = people.signed_in(people.staff("second", "编辑"))
    address = change("document", provision.document_id)
    mine, theirs = form_data(editor, address), form_data(other, address)
    keys = [name for name in mine if re.fullmatch(r"provisions-\d+-text", name)]
    assert other.post(address, theirs | {keys[2]: "甲改的条款正文。"}).status_code == 302
    answer = editor.post(address, mine | {keys[3]: "乙改的条款正文。"})
    assert answer.status_code == 302, errors(answer)
    texts = set(Provision.objects.filter(document=provision.document).values_list("text", flat=True))
    assert {"甲改的条款正文。", "乙改的条款正文。"} <= texts


def test_publishing_and_withdrawing(editor, publisher, seed):
    document = Document.objects.get(position=5)
    address, listing = change("document", document.pk), reverse("admin:policies_document_changelist")
    data = {"action": "withdraw_documents", "_selected_action": [document.pk]}
    editor.post(listing, data)
    document.refresh_from_db()
    assert document.state == "published"
    answer = editor.post(address, form_data(editor, address) | {"_withdraw": "1"})
    assert answer.status_code == 302, errors(answer)
    document.refresh_from_db()
    assert document.state == "published"

    IndexTask.objects.all().delete()
    publisher.post(listing, data)
    document.refresh_from_db()
    assert document.state == "withdrawn"
    assert IndexTask.objects.count() == document.provisions.count()
    answer = publisher.post(address, form_data(publisher, address) | {"_publish": "1"})
    assert answer.status_code == 302, errors(answer)
    document.refresh_from_db()
    assert document.state == "published"
    assert [row.state for row in document.history.all()][:3] == ["published", "withdrawn", "published"]


def test_facts_are_confirmed_and_rejected_with_who_and_when(editor, seed):
    first, second = Amount.objects.order_by("pk")[:2]
    listing = reverse("admin:policies_amount_changelist")
    editor.post(listing, {"action": "confirm", "_selected_action": [first.pk]})
    editor.post(listing, {"action": "reject", "_selected_action": [second.pk]})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, first.decided_by.username) == ("confirmed", "editor") and first.decided_at
    assert second.state == "rejected" and not Amount.objects.public().filter(pk=second.pk).exists()


def test_a_fact_an_editor_corrects_is_theirs(editor, seed):
    fact = Amount.objects.filter(role="benefit", value_max=None).first()
    address = change("amount", fact.pk)
    answer = editor.post(address, form_data(editor, address) | {"value": "123456"})
    assert answer.status_code == 302, errors(answer)
    fact.refresh_from_db()
    assert (fact.state, fact.value, fact.decided_by.username) == ("edited", 123456, "editor")
    assert fact.machine["value"] != "123456.0000"


def test_a_fact_added_by_hand_finds_its_words(editor, provision):
    address = change("provision", provision.pk)
    data = form_data(editor, address)
    data |= {
        "durations-TOTAL_FORMS": "1", "durations-0-surface": "土地出让价款缴清", "durations-0-state": "auto",
        "durations-0-value": "1", "durations-0-unit": "日", "durations-0-provision": str(provision.pk),
    }  # fmt: skip
    answer = editor.post(address, data)
    assert answer.status_code == 302, errors(answer)
    fact = provision.durations.get()
    assert getattr(provision, fact.field)[fact.start : fact.end] == fact.surface
    assert fact.state == "edited" and fact.decided_by.username == "editor"

    data["durations-0-surface"] = "没有这几个字"
    data["durations-INITIAL_FORMS"] = "0"
    assert "请照抄原文" in errors(editor.post(address, data))


def test_units_are_merged_from_the_list(editor, seed):
    kept, merged = Organization.objects.get(name="泉州市科学技术局"), Organization.objects.get(name="泉州市教育局")
    listing = reverse("admin:policies_organization_changelist")
    data = {"action": "merge", "_selected_action": [kept.pk, merged.pk]}
    assert "保留哪一个" in editor.post(listing, data).content.decode()
    editor.post(listing, data | {"kept": kept.pk})
    merged.refresh_from_db()
    assert merged.merged_into == kept


def test_conflicts_are_shown_and_decided_in_the_list(editor, provision):
    provision.text = "我改过的。"
    provision.conflicts = {"text": {"before": "原来的正文", "now": "文件的新正文，最高奖励88万元。"}}
    provision.save()
    assert "文件的新正文" in editor.get(change("provision", provision.pk)).content.decode()
    listing = reverse("admin:policies_provision_changelist")
    found = editor.get(listing, {"problem": "conflict"})
    assert [row.pk for row in found.context["cl"].result_list] == [provision.pk]
    editor.post(listing, {"action": "accept_new_text", "_selected_action": [provision.pk]})
    provision.refresh_from_db()
    assert provision.text == "文件的新正文，最高奖励88万元。" and provision.conflicts == {}
    assert Amount.objects.filter(provision=provision, surface="88万元").exists()


@pytest.mark.parametrize("problem", ["body", "date", "short", "warning", "facts", "conflict"])
def test_filters_of_broken_documents(editor, seed, problem):
    answer = editor.get(reverse("admin:policies_document_changelist"), {"problem": problem})
    assert answer.status_code == 200
    if problem == "body":
        positions = {row.position for row in answer.context["cl"].result_list}
        assert positions == {3, 4, 5, 6}


def errors(answer) -> str:
    """What the page says is wrong."""
    from bs4 import BeautifulSoup

    if answer.status_code != 200:
        return f"{answer.status_code}"
    page = BeautifulSoup(answer.content, "lxml")
    return " ".join(entry.get_text(" ") for entry in page.select(".errorlist, .errornote, .messagelist"))


def test_fields_are_as_wide_as_the_page_and_as_tall_as_their_text(editor, provision):
    from bs4 import BeautifulSoup

    page = BeautifulSoup(editor.get(change("provision", provision.pk)).content, "lxml")
    assert page.find("textarea", {"name": "heading"})["rows"] == "1"
    assert "backoffice.css" in str(page.head)
    heights = {}
    for text in ("短。", "句子。" * 100, "段落\n" * 40):
        Provision.objects.filter(pk=provision.pk).update(text=text)
        page = BeautifulSoup(editor.get(change("provision", provision.pk)).content, "lxml")
        heights[text[:2]] = int(page.find("textarea", {"name": "text"})["rows"])
    assert heights == {"短。": 3, "句子": 6, "段落": 12}
    page = BeautifulSoup(editor.get(change("document", provision.document_id)).content, "lxml")
    assert page.find("input", {"name": "title"})["class"] == ["vLargeTextField"]


def test_a_document_without_conflicts_says_so(editor, seed):
    page = editor.get(reverse("admin:policies_document_changelist")).content.decode()
    assert page.count('<td class="field-has_conflicts">无</td>') == 10 and "icon-unknown" not in page
