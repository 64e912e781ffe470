"""A button pressed twice does what it says once: upload, corrections of the tree, publishing."""

import pytest
from django.urls import reverse

from policies.admin import upload as upload_page
from policies.importing import import_upload
from policies.models import Document, Provision
from tests.policies.test_admin_editing import errors, form_data
from tests.policies.test_upload import upload
from tests.policies.texts import policy


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_file_sent_twice_at_once_is_kept_once(editor, seed, monkeypatch):
    data, read = policy().encode(), upload_page.parse_apart

    def meanwhile(data, name):
        parsed = read(data, name)
        import_upload(read(data, name), data, name)
        return parsed

    monkeypatch.setattr(upload_page, "parse_apart", meanwhile)
    monkeypatch.setattr(upload_page, "_same_title", lambda parsed: [])
    answer = upload(editor, "展会.txt", data)
    assert "这个文件已在库中" in errors(answer)
    assert Document.objects.filter(source_path="展会.txt").count() == 1


@pytest.mark.parametrize("name", ["add", "split", "merge", "move", "remove"])
def test_a_correction_sent_twice_is_done_once(editor, seed, name):
    row = Provision.objects.get(document__position=4, printed_path="四")
    Provision.objects.filter(pk=row.pk).update(text="第一段。\n第二段。", paragraphs=2)
    address = reverse("admin:policies_provision_structure", args=[row.pk, name])
    data = form_data(editor, address) | {"number": "四之一、", "heading": "新的一条"}
    data |= {"add": {}, "split": {"start": "5"}, "merge": {}, "move": {}, "remove": {}}[name]
    if name == "move":
        data["beside"] = str(Provision.objects.get(document__position=4, printed_path="一").pk)
    assert editor.post(address, data).status_code == 302
    rows = list(Provision.objects.filter(document=row.document_id).order_by("pk").values_list("pk", "path", "position"))
    editor.post(address, data)
    assert (
        list(Provision.objects.filter(document=row.document_id).order_by("pk").values_list("pk", "path", "position"))
        == rows
    )
