"""An earlier version is shown beside the present one and its words come back; nothing else of that day does."""

from django.urls import reverse

from policies.corrections import add_provision
from policies.models import Amount, Document, Organization, Provision
from policies.publishing import withdraw
from tests.policies.test_admin_editing import change, form_data


def version(row, place: int) -> str:
    """The page of a version, 0 the oldest."""
    found = list(row.history.order_by("history_id"))[place]
    return reverse(f"admin:policies_{row._meta.model_name}_simple_history", args=[row.pk, found.history_id])


def test_an_editor_cannot_publish_again_by_the_history(editor, seed):
    document = Document.objects.get(position=5)
    withdraw([document])
    address = version(document, 0)
    form = form_data(editor, change("document", document.pk)) | {"_save": "1"}
    for data in ({}, {"_save": "1"}, form, form | {"title": "改了的标题"}):
        editor.post(address, data)
        document.refresh_from_db()
        assert document.state == "withdrawn"


def test_words_come_back_with_their_facts_and_the_tree_stays(editor, seed):
    row = Provision.objects.get(document__position=4, printed_path="四")
    before, amounts = row.text, set(Amount.objects.filter(provision=row).values_list("surface", "value"))
    address = change("provision", row.pk)
    editor.post(address, form_data(editor, address) | {"text": "给予每家企业最高66万元补助。\n另行规定。"})
    first = Provision.objects.get(document__position=4, printed_path="一")
    add_provision(first, "after", "article", "一之一、", "新的", "")
    now = Provision.objects.get(pk=row.pk)
    assert now.text.startswith("给予每家") and now.position == row.position + 1
    page = editor.get(version(row, 0)).content.decode()
    assert "恢复那时的内容" in page and "<ins>" in page and "Revert" not in page
    assert editor.post(version(row, 0), {}).status_code == 302
    restored = Provision.objects.get(pk=row.pk)
    assert (restored.text, restored.paragraphs) == (before, row.paragraphs)
    assert (restored.position, restored.last, restored.path) == (now.position, now.last, now.path)
    found = set(Amount.objects.filter(provision=row).exclude(state="unverified").values_list("surface", "value"))
    assert found == amounts
    assert row.history.first().history_user.username == "editor"


def test_a_unit_merged_since_stays_merged_and_a_name_taken_since_is_told(editor, seed):
    one, other = Organization.objects.order_by("pk")[:2]
    name = one.name
    one.name = "改了名的单位"
    one.save()
    one.name = name
    one.save()
    editor.post(version(one, 0), {})
    one.refresh_from_db()
    assert one.name == "改了名的单位"
    Organization.objects.filter(pk=other.pk).update(name=name)
    answer = editor.post(version(one, 1), {})
    assert answer.status_code == 200 and "没有恢复" in answer.content.decode()
    one.refresh_from_db()
    assert one.name == "改了名的单位"


def test_who_may_not_see_the_row_sees_no_version(visitor, editor, seed):
    document = Document.objects.get(position=5)
    withdraw([document])
    assert visitor.get(version(document, 0)).status_code == 302
    address = version(document, 0).replace(f"/{document.pk}/", "/999999/")
    assert editor.get(address).status_code == 404
