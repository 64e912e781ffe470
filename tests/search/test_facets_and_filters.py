"""Facets count truly, filters combine, chips can be shown, wrong values are said and left out."""

from collections import Counter

import pytest

from policies.models import Provision
from policies.validity import status_of
from search.results import FACETS, SearchRequest
from search.service import search


def facet(result, name):
    return {value.value: value.count for value in result.facets[name]}


def test_counts_over_everything(ten):
    result = search(SearchRequest())
    assert set(result.facets) == set(FACETS)
    provisions = Provision.objects.public().select_related("document")
    assert facet(result, "document") == Counter(provision.document.slug for provision in provisions)
    statuses = Counter(status_of(provision.document).code for provision in provisions)
    assert facet(result, "status") == statuses


def test_every_value_leads_to_as_many_hits_as_it_says(ten):
    result = search(SearchRequest(q="企业"))
    for name, values in result.facets.items():
        for value in values[:6]:
            filtered = search(SearchRequest(q="企业", filters={name: [value.value]}))
            assert filtered.total == value.count, (name, value)


def test_several_values_of_one_facet_are_alternatives(ten):
    everything = search(SearchRequest(q="企业"))
    first, second = everything.facets["document"][:2]
    both = search(SearchRequest(q="企业", filters={"document": [first.value, second.value]}))
    assert both.total == first.count + second.count
    assert facet(both, "document") == facet(everything, "document")
    assert [value.value for value in both.facets["document"] if value.selected] == [first.value, second.value]


def test_two_facets_must_both_hold(ten):
    result = search(SearchRequest(filters={"has": ["amount"], "kind": ["决定"]}))
    only = search(SearchRequest(filters={"kind": ["决定"]}))
    assert facet(only, "has")["amount"] == result.total


@pytest.mark.parametrize(
    ("filters", "note"),
    [
        ({"colour": ["red"]}, "没有“colour”这个筛选条件，未使用"),
        ({"status": ["<b>"]}, "效力没有“<b>”这个值，未使用"),
        ({"document": ["none-such"]}, "文件没有“none-such”这个值，未使用"),
    ],
)
def test_a_wrong_filter_is_said_and_left_out(ten, filters, note):
    result = search(SearchRequest(filters=filters))
    assert result.notes == [note]
    assert result.total == search(SearchRequest()).total


def test_a_wrong_sort_is_said(ten):
    assert search(SearchRequest(sort="colour")).notes == ["没有“colour”这种排序，按相关度排列"]


def test_within_one_document(ten):
    slug = search(SearchRequest(q="破产")).hits[0].document_url.strip("/").split("/")[1]
    result = search(SearchRequest(q="企业", document=slug, limit=100))
    assert result.total and {hit.document_url for hit in result.hits} == {f"/policies/{slug}/"}


def test_conditions_in_the_query(ten):
    result = search(SearchRequest(q="金额>=500万", limit=100))
    assert result.total
    assert all(max(value for _, value, unit in hit.amounts if unit == "元") >= 100_000 for hit in result.hits)
    assert search(SearchRequest(q="单位:没有这个单位")).total == 0
    assert search(SearchRequest(q="文种:决定")).total == facet(search(SearchRequest()), "kind")["决定"]
    unstated = search(SearchRequest(q="状态:未标明"))
    assert unstated.total == facet(search(SearchRequest()), "status")["unstated"]


def test_hits_are_grouped_by_document(ten):
    result = search(SearchRequest(q="企业"))
    assert sum(len(group.hits) for group in result.groups) == len(result.hits)
    assert len({group.document_url for group in result.groups}) == len(result.groups)
    assert result.groups[0].hits[0] is result.hits[0]
