"""What is marked in a hit is what made it one: the reader's words; single words only where they were enough."""

from search.results import SearchRequest
from search.service import search


def first(query: str, title: str):
    return next(hit for hit in search(SearchRequest(q=query)).hits if title in hit.document)


def test_the_heading_of_a_found_phrase_is_not_marked_for_a_part_of_it(ten):
    hit = first("科技创新券", "支持企业科技创新")
    assert "<mark>科技创新券</mark>" in hit.snippet
    assert hit.heading_html == "支持企业加大创新投入"


def test_the_heading_is_marked_where_it_holds_the_part(ten):
    hit = first("创新投入", "支持企业科技创新")
    assert hit.heading_html == "支持企业加大<mark>创新投入</mark>"


def test_single_words_are_marked_in_the_second_step(ten):
    found = search(SearchRequest(q="企业怎样申请领取科技创新券补助？"))
    assert found.understood.step == "some"
    assert any("<mark>" in hit.snippet for hit in found.hits)
