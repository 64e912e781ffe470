"""When not everything is found together, rows with some of the words are shown, and the page says so."""

from search.results import SearchRequest
from search.service import search


def test_words_that_stand_apart(ten):
    result = search(SearchRequest(q="企业购买科技服务费用补助"))
    assert result.understood.step == "some"
    assert result.hits[0].heading in {"强化民营企业创新主体作用", "支持企业加大创新投入"}


def test_a_short_part_that_is_found_stays_exact(ten):
    assert search(SearchRequest(q="科技创新券")).understood.step == "all"


def test_what_is_quoted_is_never_loosened(ten):
    result = search(SearchRequest(q='"没有这样的话在库里"'))
    assert (result.total, result.understood.step) == (0, "all")


def test_what_is_excluded_stays_excluded(ten):
    result = search(SearchRequest(q="企业购买科技服务费用补助 -高校", limit=100))
    assert result.understood.step == "some"
    from policies.models import Provision

    held = Provision.objects.filter(pk__in=[hit.provision_id for hit in result.hits])
    assert held and not any("高校" in provision.text + provision.heading for provision in held)


def test_filters_hold_in_both_steps(ten):
    filters = {"has": ["amount"]}
    result = search(SearchRequest(q="企业购买科技服务费用补助", filters=filters, limit=100))
    assert result.understood.step == "some"
    assert all(hit.amounts for hit in result.hits)


def test_fewer_matches_than_any_word_gives(ten):
    some = search(SearchRequest(q="民营企业如何申请银行贷款贴息资金补助政策支持")).total
    assert 0 < some < 175


def test_help_when_nothing_is_found(ten):
    result = search(SearchRequest(q='"交地即交证" "揭榜挂帅"'))
    assert result.total == 0
    assert dict(result.help.without) == {"交地即交证": 2, "揭榜挂帅": 3}
    assert result.help.missing == []
    missing = search(SearchRequest(q='"创新" "龘龘龘"'))
    assert missing.help.missing == ["龘龘龘"]
