"""Queries over the ten documents with the provisions they must find."""

import pytest

from search.results import SearchRequest
from search.service import search

TITLES = {
    1: "中共泉州市委 泉州市人民政府关于创新发展",
    2: "泉州市人民政府关于进一步支持企业科技创新",
    3: "泉州市进一步优化营商环境",
    8: "泉州市自然资源和规划局",
    9: "泉州市商务局",
    10: "泉州市中级人民法院",
}


def hits(query, **options):
    return [
        (next((key for key, title in TITLES.items() if hit.document.startswith(title)), 0), "".join(hit.numbers))
        for hit in search(SearchRequest(q=query, limit=50, **options)).hits
    ]


def test_innovation_voucher(ten):
    assert set(hits("科技创新券")[:2]) == {(2, "一、"), (1, "二、（一）")}


def test_title_deed_with_the_land(ten):
    assert set(hits("交地即交证")) == {(3, "六、"), (8, "四、"), (1, "五、（十二）")}
    assert hits("交地即交证")[0] == (3, "六、")


def test_open_call_quoted(ten):
    assert set(hits('"揭榜挂帅"')) == {(1, "二、（二）"), (2, "七、")}


def test_bankruptcy_first(ten):
    assert hits("破产")[0] == (10, "五、")


def test_the_higher_support_once(ten):
    assert hits("就高不重复") == [(9, "结尾")]


@pytest.mark.parametrize("query", ["税", "300万元"])
def test_what_contains_it(ten, query):
    result = search(SearchRequest(q=query, limit=50))
    assert result.total == len(result.hits) > 3
    assert all(query in hit.snippet.replace("<mark>", "").replace("</mark>", "") for hit in result.hits)
    assert all(f"<mark>{query}" in hit.snippet for hit in result.hits)


def test_an_empty_query_browses_everything(ten):
    from policies.models import Provision

    result = search(SearchRequest(q=""))
    assert result.total == Provision.objects.public().count()
    assert len(result.hits) == 20


def test_traditional_and_wide_input(ten):
    assert hits("科技創新券") == hits("科技创新券") != []
    assert hits("３００万元") == hits("300万元")
    assert hits("三百万元") == hits("300万元") or set(hits("三百万元")) >= set(hits("300万元"))
