"""import_documents: files that fail, drafts, dry runs, which document is which, one signal to the index."""

import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from policies.importing import run
from policies.models import Document, IndexTask, Provision
from tests.policies.texts import MEASURES, everything, imported, policy, run_import, write


@pytest.mark.django_db
def test_bad_files_are_named_with_the_reason_and_the_others_are_kept(tmp_path):
    write(tmp_path, "", "空.txt")
    write(tmp_path, "Hello, this is a shopping list with nothing of policy in it.", "英文.txt")
    (tmp_path / "图.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4\n" + b"\x00broken" * 50)
    write(tmp_path, policy(), "好.txt")
    code, _, err = run_import(tmp_path)
    assert code == 1
    for name in ("空.txt", "英文.txt", "图.txt", "坏.pdf"):
        assert [line for line in err.splitlines() if line.startswith(f"失败：{name}：") and len(line) > len(name) + 6]
    assert "好.txt" not in err.replace("读入", "")
    assert [document.source_path for document in Document.objects.all()] == ["好.txt"]


@pytest.mark.django_db
def test_a_path_that_is_not_there(tmp_path):
    code, _, err = run_import(tmp_path / "没有")
    assert code == 1 and "没有这个文件或文件夹" in err


@pytest.mark.django_db
def test_a_write_that_breaks_leaves_nothing_of_its_file(tmp_path, monkeypatch):
    write(tmp_path, policy(title="泉州市第一若干措施"), "一.txt")
    write(tmp_path, policy(title="泉州市第二若干措施"), "二.txt")
    real = run.create_documents

    def breaks_on_the_second(incoming, batch):
        documents = real(incoming, batch)
        if any(entry.source_path == "二.txt" for entry in incoming):
            raise RuntimeError("disk full")
        return documents

    monkeypatch.setattr(run, "create_documents", breaks_on_the_second)
    code, _, err = run_import(tmp_path)
    assert code == 1 and "二.txt" in err and "disk full" in err
    assert [document.title for document in Document.objects.all()] == ["泉州市第一若干措施"]
    assert set(Provision.objects.values_list("document__title", flat=True)) == {"泉州市第一若干措施"}


@pytest.mark.django_db
def test_dry_run_says_what_it_would_do_and_writes_nothing(tmp_path):
    before = everything()
    code, out, _ = run_import(write(tmp_path, policy()), dry_run=True)
    assert code == 0 and "新增 1 篇" in out and "什么也没有写入" in out
    assert everything() == before and not IndexTask.objects.exists()


@pytest.mark.django_db
def test_draft_is_not_published(tmp_path):
    document = imported(tmp_path, policy(), draft=True)
    assert document.state == "draft" and document.published_at is None


@pytest.mark.django_db
def test_a_byte_copy_under_another_name_is_skipped_and_said(tmp_path):
    write(tmp_path, policy(), "甲.txt")
    write(tmp_path, policy(), "乙.txt")
    _, out, _ = run_import(tmp_path)
    assert Document.objects.count() == 1
    assert "与 乙.txt 相同" in out or "与 甲.txt 相同" in out


@pytest.mark.django_db
def test_the_same_title_under_another_path_is_another_document(tmp_path):
    imported(tmp_path, policy(), "2020/措施.txt".replace("/", "-"))
    imported(tmp_path, policy({**MEASURES, "三": "加强保障。各部门要落实责任，及时兑现政策。"}), "2021-措施.txt")
    slugs = list(Document.objects.order_by("pk").values_list("slug", flat=True))
    assert slugs == [
        "quan-zhou-shi-zhi-chi-qi-ye-can-jia-zhan-hui-de-ruo-gan-cuo",
        "quan-zhou-shi-zhi-chi-qi-ye-can-jia-zhan-hui-de-ruo-gan-2",
    ]
    assert all(len(slug) <= 60 and slug.isascii() for slug in slugs)


@pytest.mark.django_db
def test_the_path_is_taken_below_the_imported_folder(tmp_path):
    folder = tmp_path / "法规" / "商务"
    folder.mkdir(parents=True)
    write(folder, policy(), "展会.txt")
    write(folder, "{}", "真值.json")
    write(tmp_path / "法规", policy(title="泉州市隐藏文件若干措施"), ".草稿.txt")
    _, out, _ = run_import(tmp_path / "法规")
    document = Document.objects.get()
    assert document.source_path == "商务/展会.txt"
    assert document.source_sha256 == hashlib.sha256((folder / "展会.txt").read_bytes()).hexdigest()
    assert "1 个其他类型的文件" in out


@pytest.mark.django_db(transaction=True)
def test_a_big_import_tells_the_index_once(tmp_path, monkeypatch):
    from policies.models import index_queued

    monkeypatch.setattr(run, "FILES_PER_BATCH", 1)
    for number in "甲乙丙":
        write(tmp_path, policy(title=f"泉州市{number}若干措施"), f"{number}.txt")
    told = []

    def listener(**_):
        told.append(IndexTask.objects.count())

    receivers, index_queued.receivers = index_queued.receivers, []
    index_queued.connect(listener, weak=False)
    try:
        run_import(tmp_path)
    finally:
        index_queued.receivers = receivers
        index_queued.sender_receivers_cache.clear()
    assert len(told) == 1 and told[0] >= Provision.objects.count() > 3


@pytest.mark.django_db
def test_a_file_read_again_from_another_folder_is_the_same_document(tmp_path):
    below = tmp_path / "措施"
    below.mkdir()
    write(below, policy())
    run_import(tmp_path)
    code, out, _ = run_import(below, again=True)
    assert code == 0 and "换新文本 1 篇" in out
    assert [document.source_path for document in Document.objects.all()] == ["措施/展会.txt"]


@pytest.mark.django_db
def test_the_database_counts_its_tables_after_the_last_row_came_in(tmp_path):
    write(tmp_path, policy())
    with CaptureQueriesContext(connection) as captured:
        run_import(tmp_path)
    said = [query["sql"].split()[0] for query in captured]
    assert "ANALYZE" in said and "INSERT" not in said[said.index("ANALYZE") :]
