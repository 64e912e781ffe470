"""The index follows what is committed: edits, roll-backs, drafts, deletions, renamed units, big imports."""

import pytest
from django.db import transaction

from policies.models import (
    Document,
    IndexTask,
    Organization,
    Provision,
    Responsibility,
    queue_documents,
    queue_organizations,
    queue_provisions,
    queue_subtree,
)
from search import indexing
from search.engines.generations import Busy
from search.tree import Contains, OneOf
from tests.search.bases import add_below, add_document


@pytest.fixture
def base(empty_base):
    add_document("措施", [("一、", "旧标题", "旧正文在此。"), ("二、", "", "另一条。")], slug="a")
    add_document("条例", [("第一条", "", "下列情形：")], slug="b")
    add_below(Provision.objects.get(number="第一条"), "（一）", "旧项目；")
    indexing.rebuild()
    return empty_base


def count(backend, words):
    return backend.count(Contains(words))


def test_an_edit_is_found_by_its_new_words_and_not_by_its_old_ones(base):
    with transaction.atomic():
        Provision.objects.filter(number="一、").update(text="新正文在此。")
        queue_subtree(Provision.objects.get(number="一、"))
    assert (count(base, "新正文"), count(base, "旧正文")) == (1, 0)
    assert indexing.check().clean


def test_a_save_that_rolls_back_is_not(base):
    with pytest.raises(RuntimeError), transaction.atomic():
        Provision.objects.filter(number="一、").update(text="新正文在此。")
        queue_provisions(Provision.objects.filter(number="一、").values_list("pk", flat=True))
        raise RuntimeError
    assert (count(base, "新正文"), count(base, "旧正文")) == (0, 1)
    assert IndexTask.objects.count() == 0


def test_an_item_is_found_in_its_article(base):
    item = Provision.objects.get(number="（一）")
    with transaction.atomic():
        Provision.objects.filter(pk=item.pk).update(text="新项目；")
        queue_subtree(item)
    assert (count(base, "新项目"), count(base, "旧项目")) == (1, 0)
    assert indexing.check().clean


def test_an_item_queued_alone_renews_its_article(base):
    item = Provision.objects.get(number="（一）")
    with transaction.atomic():
        Provision.objects.filter(pk=item.pk).update(text="新项目；")
        queue_provisions([item.pk])
    assert count(base, "新项目") == 1


def test_a_document_taken_back_to_draft_is_gone(base):
    document = Document.objects.get(slug="a")
    with transaction.atomic():
        Document.objects.filter(pk=document.pk).update(state=Document.State.DRAFT)
        queue_documents([document.pk])
    assert count(base, "另一条") == 0
    with transaction.atomic():
        Document.objects.filter(pk=document.pk).update(state=Document.State.PUBLISHED)
        queue_documents([document.pk])
    assert count(base, "另一条") == 1


def test_a_deleted_provision_is_gone(base):
    provision = Provision.objects.get(number="二、")
    with transaction.atomic():
        queue_subtree(provision)
        provision.delete()
    assert count(base, "另一条") == 0
    assert indexing.check().clean


def test_merged_organizations_are_one_value(base):
    old = Organization.objects.create(name="旧局", slug="old")
    new = Organization.objects.create(name="新局", slug="new")
    with transaction.atomic():
        Responsibility.objects.create(provision=Provision.objects.get(number="一、"), organization=old)
        queue_organizations([old.pk])
    assert base.count(OneOf("responsible_unit", ("old",))) == 1
    with transaction.atomic():
        Organization.objects.filter(pk=old.pk).update(merged_into=new)
        queue_organizations([old.pk])
    assert base.count(OneOf("responsible_unit", ("old",))) == 0
    assert base.count(OneOf("responsible_unit", ("new",))) == 1


def test_who_does_not_hold_the_writer_leaves_the_queue_to_the_holder(base):
    with base.generations.lock("writer"):
        with transaction.atomic():
            Provision.objects.filter(number="一、").update(text="新正文在此。")
            queue_provisions(Provision.objects.filter(number="一、").values_list("pk", flat=True))
        assert IndexTask.objects.count() == 1
        with pytest.raises(Busy), base.generations.lock("writer", wait=False):
            pass
    assert indexing.drain() == 1
    assert count(base, "新正文") == 1


def test_every_process_drains_at_start(base):
    with base.generations.lock("writer"), transaction.atomic():
        Provision.objects.filter(number="一、").update(text="新正文在此。")
        IndexTask.objects.create(provision_id=Provision.objects.get(number="一、").pk)
    indexing._started.clear()
    indexing.start()
    assert count(base, "新正文") == 1


def test_what_is_queued_during_a_rebuild_is_in_the_new_generation(base):
    """An edit while the rows are read: drained into the old generation and noted for the new one."""

    def edit_midway(rows):
        for number, row in enumerate(rows):
            if number == 1:
                with transaction.atomic():
                    Provision.objects.filter(number="一、").update(text="新正文在此。")
                    queue_provisions(Provision.objects.filter(number="一、").values_list("pk", flat=True))
                assert count(base, "新正文") == 1, "the old generation is searched meanwhile"
            yield row

    before = base.generations.current()
    indexing.rebuild(edit_midway)
    assert base.generations.current() != before
    assert (count(base, "新正文"), count(base, "旧正文")) == (1, 0)
    assert indexing.check().clean


def test_a_rebuild_that_fails_leaves_the_old_generation(base):
    def fail(rows):
        yield next(rows)
        raise RuntimeError("power cut")

    before = base.generations.current()
    with pytest.raises(RuntimeError):
        indexing.rebuild(fail)
    assert base.generations.current() == before
    assert count(base, "旧正文") == 1
    assert indexing.rebuild() == 3


def test_another_version_of_the_analysis_means_a_rebuild(base, monkeypatch):
    monkeypatch.setattr("search.analysis.ANALYSIS_VERSION", 99)
    assert not base.ready()
    indexing._started.clear()
    indexing.start()
    assert base.ready()
    assert count(base, "旧正文") == 1


def test_many_queued_rows_make_a_rebuild(base, monkeypatch):
    monkeypatch.setattr(indexing, "MANY", 2)
    before = base.generations.current()
    with transaction.atomic():
        Provision.objects.update(text="新正文在此。")
        queue_provisions(Provision.objects.values_list("pk", flat=True))
    assert base.generations.current() != before
    assert IndexTask.objects.count() == 0
    assert indexing.check().clean


def test_check_finds_and_repair_mends(base):
    Provision.objects.filter(number="一、").update(text="悄悄改动。")
    Provision.objects.filter(number="二、").update(withdrawn=True)
    document = Document.objects.get(slug="b")
    place = {"printed_path": "第二条", "path": "2", "position": 9, "last": 9}
    Provision.objects.bulk_create([Provision(document=document, kind="article", number="第二条", text="新条", **place)])
    found = indexing.check()
    assert (len(found.missing), len(found.extra), len(found.stale)) == (1, 1, 1)
    indexing.repair(found)
    assert indexing.check().clean


def test_a_hundred_edits_leave_few_files(base):
    """Small segments are joined as they come; the index does not fall to pieces."""
    for number in range(40):
        with transaction.atomic():
            Provision.objects.filter(number="一、").update(text=f"第{number}次正文。")
            queue_provisions(Provision.objects.filter(number="一、").values_list("pk", flat=True))
    assert count(base, "39次正文") == 1
    assert count(base, "次正文") == 1
    assert len(list(base.generations.current().iterdir())) < 120
    assert indexing.check().clean
