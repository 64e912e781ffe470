"""A body larger than any form takes is refused unread, with a page that helps; nobody needs to be signed in to try."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import Client


@pytest.fixture
def kept(monkeypatch):
    """Names of the files that reached an upload handler."""
    names, new_file = [], TemporaryFileUploadHandler.new_file

    def noted(self, *given, **more):
        names.append(given[1])
        return new_file(self, *given, **more)

    monkeypatch.setattr(TemporaryFileUploadHandler, "new_file", noted)
    return names


@pytest.mark.parametrize("address", ["/report/", "/admin/login/", "/admin/policies/document/upload/", "/没有/"])
def test_a_body_that_no_form_takes_is_refused_unread(db, settings, kept, address):
    settings.LARGEST_BODY = 4 * 1024 * 1024
    file = SimpleUploadedFile("大.pdf", b"%PDF-" + bytes(5 * 1024 * 1024))
    answer = Client(enforce_csrf_checks=True).post(address, {"file": file})
    assert answer.status_code == 413 and "文件太大" in answer.content.decode()
    assert "default-src" in answer["Content-Security-Policy"] and not kept


def test_what_a_form_takes_is_read(editor, settings, kept):
    settings.LARGEST_BODY = 4 * 1024 * 1024
    file = SimpleUploadedFile("坏.pdf", b"%PDF-" + bytes(3 * 1024 * 1024))
    answer = editor.post("/admin/policies/document/upload/", {"file": file})
    assert answer.status_code == 200 and "读不了这个文件" in answer.content.decode() and kept == ["坏.pdf"]


def test_a_length_that_is_no_number_is_left_to_the_server(client, db):
    assert client.get("/", CONTENT_LENGTH="-5").status_code == 200
