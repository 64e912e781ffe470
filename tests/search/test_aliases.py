"""The reader's words reach the text's words; the page says what was added and offers the plain search."""

import pytest

from policies.models import Alias, Organization, OrganizationName
from search import directory, indexing
from search.results import SearchRequest
from search.service import search
from tests.search.bases import add_document


@pytest.fixture
def base(empty_base):
    Alias.objects.create(word="高企", means="高新技术企业")
    Alias.objects.create(word="补贴", means="补助")
    Alias.objects.create(word="补贴", means="奖补")
    Alias.objects.create(word="贷", means="贷款", both_ways=False)
    unit = Organization.objects.create(name="泉州市科学技术局", slug="kjj")
    OrganizationName.objects.create(organization=unit, name="市科技局", is_short=True)
    add_document(
        "措施",
        [
            ("一、", "", "对高新技术企业认定给予支持。"),
            ("二、", "", "对高企认定给予创业补助。"),
            ("三、", "", "创业奖补由泉州市科学技术局发放。"),
            ("四、", "", "创业补贴，提高企业水平。"),
        ],
        slug="a",
    )
    directory.forget()
    indexing.rebuild()
    return empty_base


def paths(query, **options):
    return {hit.path for hit in search(SearchRequest(q=query, **options)).hits}


def test_both_ways(base):
    # 提高企业 holds 高企 too: nothing that has the letters is left out.
    assert paths("高企") == paths("高新技术企业") == {"1", "2", "4"}


def test_inside_a_part(base):
    assert paths("高企认定") == {"1", "2"}
    assert paths("创业补贴") == {"2", "3", "4"}


def test_two_meanings_of_one_word_mean_each_other(base):
    assert paths("创业奖补") == {"2", "3", "4"}


def test_a_unit_by_its_other_names(base):
    assert paths("市科技局") == {"3"}


def test_what_was_added_is_said(base):
    added = search(SearchRequest(q="高企认定")).understood.added
    assert added == [{"word": "高企", "means": "高新技术企业"}]


def test_a_word_that_both_steps_add_is_said_once(base):
    understood = search(SearchRequest(q="创业补贴发放标准")).understood
    assert understood.step == "some"
    assert [item["means"] for item in understood.added if item["word"] == "补贴"] == ["补助", "奖补", "资助"]


def test_the_plain_search_adds_nothing(base):
    result = search(SearchRequest(q="高企认定", plain=True))
    assert {hit.path for hit in result.hits} == {"2"}
    assert result.understood.added == []


def test_a_quoted_part_is_taken_as_it_stands(base):
    assert paths('"创业补贴"') == {"4"}


def test_an_alias_added_later_is_used_at_once(base):
    assert paths("创业红包") == set() or search(SearchRequest(q="创业红包")).understood.step == "some"
    Alias.objects.create(word="创业红包", means="创业奖补")
    assert paths("创业红包") == {"3"}
