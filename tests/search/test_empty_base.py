"""A base without a single provision: every search answers with nothing found, never an error."""

import pytest

from policies.models import Document
from search import indexing
from search.results import SearchRequest
from search.service import search, warm
from tests.search.bases import add_document

QUERIES = ["", "科技创新券", "“揭榜挂帅” -小微", "金额>=100万", "状态:现行", "单位:市科技局", "怎样申请高企奖励？"]


@pytest.mark.parametrize("query", QUERIES)
def test_nothing_was_ever_imported(empty_base, query):
    found = search(SearchRequest(q=query))
    assert (found.total, found.hits) == (0, [])


def test_a_worker_gets_ready_on_an_empty_base(empty_base):
    warm()


@pytest.mark.django_db
def test_the_last_document_was_withdrawn(empty_base):
    document = add_document("泉州市科技若干措施", [("一、", "支持创新", "实施科技创新券制度。")])
    indexing.rebuild()
    assert search(SearchRequest(q="科技创新券")).total == 1
    Document.objects.filter(pk=document.pk).update(state=Document.State.DRAFT)
    indexing.renew(list(document.provisions.values_list("pk", flat=True)))
    for query in QUERIES:
        assert search(SearchRequest(q=query)).total == 0
    indexing.rebuild()
    for query in QUERIES:
        assert search(SearchRequest(q=query)).total == 0
