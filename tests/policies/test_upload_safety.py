"""What somebody sends can neither fill nor stop the server, nor be fetched from it by others."""

import io
import time
import zipfile

import pytest
from django.conf import settings as site
from django.core.files.uploadedfile import SimpleUploadedFile

from policies.importing import apart
from policies.ingest.parsed import UnreadableDocument
from policies.models import Document
from tests.policies.test_upload import ADDRESS, upload, word
from tests.policies.texts import policy


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def refused(client, folder, name: str, data: bytes) -> str:
    """What the page says; nothing was written or kept."""
    answer = upload(client, name, data)
    assert answer.status_code == 200
    assert not Document.everything.exists() and not [path for path in folder.rglob("*") if path.is_file()]
    return answer.content.decode()


def bomb(parts: dict[str, int]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, size in parts.items():
            archive.writestr(name, b"0" * size)
    return buffer.getvalue()


def test_a_word_file_that_unpacks_to_very_much_is_refused(editor, folder):
    data = bomb({"word/document.xml": 80 * 1024 * 1024})
    assert len(data) < 200_000
    assert "解压后过大" in refused(editor, folder, "炸弹.docx", data)
    many = bomb({"word/document.xml": 100} | {f"word/media/{number}.bin": 1024 * 1024 for number in range(60)})
    assert "解压后过大" in refused(editor, folder, "炸弹.docx", many)


def test_more_than_20_megabytes_is_refused(editor, folder):
    said = refused(editor, folder, "大.txt", (policy() + "政" * 7_100_000).encode())
    assert "MB，超过 20 MB" in said


@pytest.mark.parametrize(
    ("name", "data"),
    [("展会.txt", word(policy())), ("展会.html", b"%PDF-1.7 " + policy().encode()), ("展会.pdf", word(policy()))],
)
def test_an_ending_that_is_not_what_the_file_is_is_refused(editor, folder, name, data):
    assert "请改成对的扩展名" in refused(editor, folder, name, data)


def test_a_file_that_takes_too_long_is_given_up(editor, folder, monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 1)
    monkeypatch.setattr(apart, "_READ", "import time\ntime.sleep(60)")
    start = time.monotonic()
    assert "读了1秒还没有读完，已经停止" in refused(editor, folder, "慢.txt", policy().encode())
    assert time.monotonic() - start < 10


def test_a_file_that_takes_too_much_memory_or_breaks_the_reader_is_given_up(editor, folder, monkeypatch):
    limits = apart._READ.partition("from policies.ingest")[0]
    monkeypatch.setattr(apart, "_READ", limits + "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    assert "时间或内存太多" in refused(editor, folder, "多.txt", policy().encode())
    monkeypatch.setattr(apart, "_READ", limits + "'x' * 8 * 1024 ** 3 * len(name)")
    assert "程序出了错" in refused(editor, folder, "多.txt", policy().encode())


def test_reading_apart_gives_what_reading_here_gives():
    from policies.ingest import parse_bytes

    assert apart.parse_apart(policy().encode(), "展会.txt") == parse_bytes(policy().encode(), "展会.txt")
    with pytest.raises(UnreadableDocument, match="文件是空的"):
        apart.parse_apart(b" ", "空.txt")


def test_a_name_says_nothing_about_where_or_how_it_is_kept(editor, folder):
    for number, name in enumerate(("..\\..\\secret_key.txt", "a\x00b\r\nc.TXT", "政" * 300 + ".txt", "-rf.txt")):
        text = policy(title=f"泉州市支持企业参加第{number + 1}次展会的若干措施")
        editor.post(ADDRESS, {"file": SimpleUploadedFile(name, text.encode())})
    kept = [path for path in folder.rglob("*") if path.is_file()]
    assert len(kept) == Document.objects.count() >= 3
    for path in kept:
        assert path.parent == folder / "sources" and path.suffix == ".txt" and path.stem.isalnum()
        assert len(path.stem) == 12
    for document in Document.objects.all():
        assert not set("/\\\x00\r\n") & set(document.source_path)


def test_uploads_have_no_address_of_their_own(editor, visitor, folder):
    upload(editor, "展会.txt", policy().encode())
    stored = Document.objects.get().source_file.name
    assert not site.MEDIA_URL.strip("/")
    for address in (
        f"/{stored}",
        f"/media/{stored}",
        f"/uploads/{stored}",
        f"/static/{stored}",
        f"/static/../{stored}",
    ):
        for client in (visitor, editor):
            assert client.get(address).status_code == 404
    assert site.MEDIA_ROOT and not str(folder).startswith(str(site.STATIC_ROOT))
    source = f"/admin/policies/document/{Document.objects.get().pk}/source/"
    assert visitor.get(source).status_code == 302 and editor.get(source).status_code == 200
