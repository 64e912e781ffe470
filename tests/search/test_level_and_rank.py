"""A text's level or place does not change its rank unless the query names it; whether it holds does, a little."""

import pytest

from search import directory, indexing
from search.results import SearchRequest
from search.service import search
from tests.search.bases import add_document

BODY = [("第一条", "", "电梯使用单位应当每日巡查，发现隐患立即停止使用。")]


@pytest.fixture
def base(empty_base):
    add_document("中华人民共和国特种设备条例", BODY, slug="national")
    add_document("某某县人民政府特种设备规定", BODY, slug="county")
    add_document("另一特种设备安全试行规定", BODY, slug="lapsed", effective_on="2001-01-01", expires_on="2010-01-01")
    add_document("别的", [("第一条", "", "没有关系的一句话。")] * 1, slug="other")
    directory.forget()
    indexing.rebuild()
    return empty_base


def scores(query):
    return {hit.document_url.split("/")[2]: hit.score for hit in search(SearchRequest(q=query)).hits}


@pytest.mark.parametrize("query", ["电梯隐患", "电梯使用单位应当做什么", "停止使用 隐患"])
def test_equal_words_rank_equal_at_every_level(base, query):
    found = scores(query)
    assert found["national"] == pytest.approx(found["county"])


def test_a_query_that_names_the_place_finds_it_first(base):
    assert next(iter(scores("某某县电梯使用单位巡查隐患"))) == "county"


def test_what_holds_comes_before_what_has_lapsed(base):
    found = scores("电梯使用单位应当做什么")
    assert list(found)[-1] == "lapsed"
    assert found["lapsed"] < found["county"]
