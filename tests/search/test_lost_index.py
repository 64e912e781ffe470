"""An index that is deleted or damaged is built anew by whoever searches next: the database holds the truth."""

import shutil

import pytest

from search import indexing
from search.results import SearchRequest
from search.service import search
from tests.search.bases import add_document


@pytest.fixture
def base(empty_base):
    add_document("泉州市科技若干措施", [("一、", "支持创新", "实施科技创新券制度。"), ("二、", "", "另一条。")])
    indexing.rebuild()
    assert search(SearchRequest(q="科技创新券")).total == 1
    return empty_base


def next_process():
    indexing._started.clear()


def damage(folder):
    for file in folder.rglob("*"):
        if file.is_file() and file.name != "version":
            file.write_bytes(b"garbage")


def test_the_folder_goes_while_the_site_runs(base):
    shutil.rmtree(base.folder)
    assert search(SearchRequest(q="科技创新券")).total == 1
    assert indexing.check().clean


def test_the_generation_goes_while_the_site_runs(base):
    shutil.rmtree(base.generations.current())
    assert search(SearchRequest(q="科技创新券")).total == 1


def test_damaged_files_are_replaced_at_the_next_start(base):
    before = base.generations.current()
    damage(before)
    next_process()
    assert search(SearchRequest(q="科技创新券")).total == 1
    assert base.generations.current() != before


def test_the_check_says_that_it_is_damaged_and_repairs(base):
    damage(base.generations.current())
    found = indexing.check()
    assert "cannot be read" in found.problem
    indexing.repair(found)
    assert indexing.check().clean
