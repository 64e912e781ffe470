"""Upload in the back office: a draft with what the machine read, or in plain Chinese why not."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document as Word

from policies.models import Amount, Document, Responsibility
from tests.policies.texts import policy

ADDRESS = "/admin/policies/document/upload/"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def stored(tmp_path):
    """The files kept."""
    return lambda: sorted(path for path in tmp_path.rglob("*") if path.is_file())


def upload(client, name: str, data: bytes):
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, data)}, follow=True)


def word(text: str) -> bytes:
    document, buffer = Word(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()


FILES = {
    "展会.txt": lambda: policy().encode("utf-8"),
    "展会（国标）.txt": lambda: policy().encode("gb18030"),
    "展会.md": lambda: ("# " + policy()).encode(),
    "展会.html": lambda: (
        f"<html><body>{''.join(f'<p>{line}</p>' for line in policy().splitlines())}</body></html>".encode()
    ),
    "展会.docx": lambda: word(policy()),
}


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_becomes_a_draft_and_is_kept(editor, stored, name):
    data = FILES[name]()
    answer = upload(editor, name, data)
    document = Document.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("admin:policies_document_change", args=[document.pk])
    assert (document.state, document.title, document.place) == ("draft", "泉州市支持企业参加展会的若干措施", "泉州市")
    assert list(document.provisions.exclude(kind="preamble").values_list("path", flat=True)) == ["1", "2", "3"]
    assert Amount.objects.filter(provision__document=document, surface="50万元").exists()
    assert Responsibility.objects.filter(provision__document=document, organization__place="泉州市").count() == 6
    assert [path.read_bytes() for path in stored()] == [data]
    source = editor.get(reverse("admin:policies_document_source", args=[document.pk]))
    assert source["Content-Disposition"].startswith("attachment") and b"".join(source.streaming_content) == data


BAD = {
    "empty": ("空.txt", b"", "文件是空的"),
    "blank": ("空白.txt", b" \r\n\t", "文件是空的"),
    "binary": ("图.txt", bytes(range(256)) * 50, "读不了这个文件"),
    "broken pdf": ("坏.pdf", b"%PDF-1.7\n1 0 obj\n<<" + b"\xff\x00" * 300, "读不了这个文件"),
    "cut pdf": ("断.pdf", b"%PDF-1.4\n", "读不了这个文件"),
    "broken word": ("坏.docx", b"PK\x03\x04" + b"broken" * 60, "读不了这个文件"),
    "word inside out": ("假.docx", "这不是一个压缩文件".encode() * 20, "读不了这个文件"),
    "no policy": ("英文.txt", b"The quick brown fox jumps over the lazy dog. " * 20, "读不了这个文件"),
    "old word": ("旧.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "不能读“.doc”文件"),
    "program": ("程序.exe", b"MZ" + b"\x00" * 99, "不能读“.exe”文件"),
    "no ending": ("文件", policy().encode(), "不能读“没有扩展名”文件"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_read_is_said_and_leaves_nothing(editor, stored, case):
    name, data, reason = BAD[case]
    answer = upload(editor, name, data)
    assert answer.status_code == 200 and reason in answer.content.decode()
    assert not Document.everything.exists() and stored() == []


def test_a_reader_that_breaks_is_no_error_page(editor, stored, monkeypatch):
    from policies.admin import upload as module

    def breaks(*_):
        raise RecursionError("deep")

    monkeypatch.setattr(module, "import_upload", breaks)
    answer = upload(editor, "展会.txt", policy().encode())
    assert answer.status_code == 200 and "程序出了错" in answer.content.decode()
    assert not Document.objects.exists() and stored() == []


def test_the_same_file_again_leads_to_what_is_there(editor, stored):
    upload(editor, "展会.txt", policy().encode())
    answer = upload(editor, "改名.txt", policy().encode())
    assert (
        "这个文件已在库中" in answer.content.decode()
        and "泉州市支持企业参加展会的若干措施</a>" in answer.content.decode()
    )
    assert Document.objects.count() == 1 and len(stored()) == 1


def test_a_file_name_cannot_leave_the_folder(editor, stored, tmp_path):
    upload(editor, "../../../etc/展会.txt", policy().encode())
    assert [path.parent.name for path in stored()] == ["sources"]
    assert Document.objects.get().source_path == "展会.txt"


def test_an_uploaded_page_runs_nowhere(editor):
    upload(editor, "展会.html", FILES["展会.html"]() + b"<script>alert(1)</script>")
    document = Document.objects.get()
    assert (
        "<script>alert"
        not in editor.get(reverse("admin:policies_document_change", args=[document.pk])).content.decode()
    )
    source = editor.get(reverse("admin:policies_document_source", args=[document.pk]))
    assert source["Content-Type"] == "application/octet-stream" and source["X-Content-Type-Options"] == "nosniff"


def test_a_visitor_uploads_nothing(visitor):
    assert upload(visitor, "展会.txt", policy().encode()).redirect_chain[-1][0].startswith("/admin/login/")
    assert not Document.objects.exists()
