"""A file uploaded for a document that is in the base: a new text of it, by the rules of the command."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from policies.models import Amount, Document, IndexTask
from tests import people
from tests.conftest import SEED
from tests.policies.test_admin_editing import errors, form_data
from tests.policies.test_new_text import NEW_TWO, at
from tests.policies.texts import MEASURES, TITLE, imported, policy

UPLOAD = "/admin/policies/document/upload/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path_factory):
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("uploads")
    return settings.MEDIA_ROOT


@pytest.fixture
def document(db, tmp_path):
    return imported(tmp_path, policy())


def new_text_of(document: Document) -> str:
    return reverse("admin:policies_document_new_text", args=[document.pk])


def send(client, address: str, text: str, name: str = "新文本.txt"):
    return client.post(address, {"file": SimpleUploadedFile(name, text.encode())}, follow=True)


def files(folder) -> list[str]:
    return sorted(path.parent.name for path in folder.rglob("*") if path.is_file())


def test_the_page_of_a_document_offers_it(editor, document):
    page = editor.get(reverse("admin:policies_document_change", args=[document.pk])).content.decode()
    assert new_text_of(document) in page
    assert "已发布，新文本存入后网站上立即是新的" in editor.get(new_text_of(document)).content.decode()


def test_a_new_text_keeps_ids_addresses_and_what_people_wrote(editor, document, folder):
    ids = dict(document.provisions.values_list("path", "pk"))
    mine = at(document, "一")
    mine.text = "我改过的参展补助。"
    mine.save()
    IndexTask.objects.all().delete()
    answer = send(editor, new_text_of(document), policy({**MEASURES, "二": NEW_TWO}))
    said = answer.content.decode()
    assert "已换上新文本" in said and "修改 1 处（二）" in said
    document.refresh_from_db()
    assert Document.objects.get() == document and document.state == "published"
    assert dict(document.provisions.values_list("path", "pk")) == ids
    assert at(document, "一").text == "我改过的参展补助。" and "60%" in at(document, "二").text
    assert Amount.objects.filter(provision=at(document, "二"), surface="8000元").exists()
    assert at(document, "二").pk in set(IndexTask.objects.values_list("provision_id", flat=True))
    assert at(document, "二").history.first().history_user.username == "editor"
    # It is known by the file it came from, and keeps the file it has now.
    assert document.source_path == "展会.txt" and files(folder) == ["sources"]
    assert document.source_file.read().decode() == policy({**MEASURES, "二": NEW_TWO})


def test_conflicts_are_led_to(editor, document):
    mine = at(document, "二")
    mine.text = "我改过的办展补助办法。"
    mine.save()
    answer = send(editor, new_text_of(document), policy({**MEASURES, "二": NEW_TWO}))
    assert answer.redirect_chain[-1][0] == reverse("admin:policies_document_conflicts", args=[document.pk])
    own = BeautifulSoup(answer.content, "lxml").select_one(".words").get_text()
    assert "人工改过而文件也变了" in answer.content.decode() and own == "我改过的办展补助办法。"


def test_a_draft_stays_a_draft(editor, tmp_path):
    draft = imported(tmp_path, policy(), draft=True)
    send(editor, new_text_of(draft), policy({**MEASURES, "二": NEW_TWO}))
    draft.refresh_from_db()
    assert draft.state == "draft" and "60%" in at(draft, "二").text


def test_what_cannot_be_read_changes_nothing(editor, document, folder):
    for text, reason in (
        ("", "文件是空的"),
        ("no policy at all " * 30, "读不了这个文件"),
        (policy(), "这个文件已在库中"),
    ):
        assert reason in send(editor, new_text_of(document), text).content.decode()
    assert files(folder) == [] and "50%" in at(document, "二").text


def test_of_a_volume_the_document_of_the_same_title_is_taken(editor, folder):
    call_command("import_documents", str(SEED), verbosity=0)
    ninth = Document.objects.get(position=9)
    before = {row.pk: row.updated_at for row in Document.objects.exclude(pk=ninth.pk)}
    text = SEED.read_text(encoding="utf-8") + "\n"
    send(editor, new_text_of(ninth), text)
    ninth.refresh_from_db()
    assert ninth.source_file and {row.pk: row.updated_at for row in Document.objects.exclude(pk=ninth.pk)} == before


def test_only_who_may_change_it(visitor, document):
    nobody = people.signed_in(people.staff("nobody"))
    assert visitor.get(new_text_of(document)).status_code == 302
    assert nobody.get(new_text_of(document)).status_code == nobody.post(new_text_of(document)).status_code == 403
    assert nobody.get(reverse("admin:policies_document_conflicts", args=[document.pk])).status_code == 403


def asked(client, document: Document, text: str):
    """The question an upload of the same title leads to, and its form."""
    answer = send(client, UPLOAD, text)
    page = answer.content.decode()
    assert "库里已有同名的文件" in page and f"“{TITLE}”（已发布，展会.txt）的新文本" in page
    assert Document.objects.count() == 1
    return answer, {"waiting": answer.context["form"].initial["waiting"]}


def test_the_same_title_is_asked_about_and_made_a_new_text(editor, document, folder):
    _, data = asked(editor, document, policy({**MEASURES, "二": NEW_TWO}))
    assert files(folder) == ["waiting"] and "50%" in at(document, "二").text
    assert errors(editor.post(UPLOAD, data))  # no answer: asked again
    editor.post(UPLOAD, data | {"answer": str(document.pk)})
    assert Document.objects.get() == document and "60%" in at(document, "二").text
    assert files(folder) == ["sources"]


def test_the_same_title_may_be_another_document(editor, document, folder):
    _, data = asked(editor, document, policy({**MEASURES, "二": NEW_TWO}))
    editor.post(UPLOAD, data | {"answer": "new"})
    other = Document.objects.exclude(pk=document.pk).get()
    assert (other.state, other.source_path) == ("draft", "新文本.txt") and other.slug != document.slug
    assert "50%" in at(document, "二").text and files(folder) == ["sources"]


def test_another_writing_of_the_title_is_the_same_title(editor, document):
    text = policy({**MEASURES, "二": NEW_TWO}, title=f"{TITLE}（2022年修订）")
    assert "库里已有同名的文件" in send(editor, UPLOAD, text).content.decode()


def test_a_made_up_or_stale_answer_does_nothing(editor, document, folder):
    _, data = asked(editor, document, policy({**MEASURES, "二": NEW_TWO}))
    for waiting in ("../../etc/passwd", data["waiting"] + "x", ""):
        answer = editor.post(UPLOAD, {"waiting": waiting, "answer": "new"}, follow=True)
        assert "请重新上传" in answer.content.decode()
    editor.post(UPLOAD, data | {"answer": "999999"})
    assert Document.objects.count() == 1
    editor.post(UPLOAD, data | {"answer": "new"})
    assert "请重新上传" in editor.post(UPLOAD, data | {"answer": "new"}, follow=True).content.decode()
    assert Document.objects.count() == 2


def test_each_field_in_conflict_is_decided_on_its_own(editor, document):
    document.title = "泉州市支持企业参展若干措施（全文）"
    document.save()
    mine = at(document, "二")
    mine.text, mine.heading = "我改过的办展补助办法。", "我的标题"
    mine.save()
    send(editor, new_text_of(document), policy({**MEASURES, "二": NEW_TWO.replace("线上", "网上")}, units="市商务局"))
    address = reverse("admin:policies_document_conflicts", args=[document.pk])
    page = editor.get(address)
    keys = [choice["key"] for choice in page.context["choices"]]
    heading, text = f"provision-{mine.pk}-heading", f"provision-{mine.pk}-text"
    assert sorted(keys) == sorted([heading, text])
    listing = editor.get(reverse("admin:policies_document_changelist")).content.decode()
    assert f'<a href="{address}">1 处</a>' in listing

    stale = form_data(editor, address)
    assert errors(editor.post(address, stale, follow=True)).strip() == "没有选任何一处，什么也没有改。"
    IndexTask.objects.all().delete()
    editor.post(address, stale | {text: "accept"})
    mine.refresh_from_db()
    assert mine.heading == "我的标题" and "60%" in mine.text and list(mine.conflicts) == ["heading"]
    assert Amount.objects.filter(provision=mine, surface="8000元").exists()
    assert mine.pk in set(IndexTask.objects.values_list("provision_id", flat=True))
    assert mine.history.first().history_change_reason == "采用文件的新内容"

    assert "什么也没有做" in editor.post(address, stale | {heading: "accept"}, follow=True).content.decode()
    answer = editor.post(address, form_data(editor, address) | {heading: "keep"})
    assert answer["Location"] == reverse("admin:policies_document_change", args=[document.pk])
    mine.refresh_from_db()
    assert mine.heading == "我的标题" and mine.conflicts == {}
    assert ">无</td>" in editor.get(reverse("admin:policies_document_changelist")).content.decode()
