"""One contract for all engines: the same rows, the same plans, the same sets of hits, counts and orders."""

import json

import pytest

from policies.models import (
    Amount,
    Deadline,
    Document,
    DocumentBody,
    Organization,
    Provision,
    Responsibility,
)
from search import indexing
from search.engines.base import KEYWORDS
from search.tree import All, Any, Between, Canonical, Contains, Everything, Not, OneOf, Plan, Score, Words
from tests.search.bases import add_below, add_document


@pytest.fixture
def base(empty_base):
    office = Organization.objects.create(name="泉州市科学技术局", slug="kjj")
    bank = Organization.objects.create(name="泉州市金融监管局", slug="jrj")
    first = add_document(
        "泉州市科技若干措施",
        [
            ("", "", "为支持科技创新，制定本措施。", "preamble"),
            ("一、", "支持创新", "实施科技创新券制度，最高补助50万元。"),
            ("二、", "加强金融服务", "对小微企业贷款贴息，税费减免。"),
        ],
        slug="keji",
        kind="措施",
    )
    DocumentBody.objects.create(document=first, organization=office)
    second = add_document(
        "示范法",
        [("第一章", "总则", "", "chapter"), ("第一条", "", "本法所称科技，包括下列：")],
        slug="fa",
        kind="法",
        published_on="2020-01-02",
        expires_on="2021-01-01",
    )
    article = Provision.objects.get(document=second, number="第一条")
    add_below(article, "（一）", "五十万元以上的贷款；")
    add_below(article, "（二）", "ＯＰＣ社区建设。")
    add_document("草稿", [("一、", "", "科技创新券草稿")], state=Document.State.DRAFT)
    innovation = Provision.objects.get(document=first, number="一、")
    finance = Provision.objects.get(document=first, number="二、")
    Responsibility.objects.create(provision=innovation, organization=office)
    Responsibility.objects.create(provision=finance, organization=office)
    Responsibility.objects.create(provision=finance, organization=bank)
    place = {"field": "text", "start": 0, "end": 1, "surface": "50万元"}
    Amount.objects.create(provision=innovation, value=500000, unit="元", **place)
    Amount.objects.create(provision=innovation, value=900000, unit="元", state="rejected", **place)
    Amount.objects.create(provision=article, value=2000, value_max=3000, unit="元", **place)
    Deadline.objects.create(provision=finance, date="2021-06", **place | {"surface": "2021年6月"})
    indexing.rebuild()
    return empty_base


def names(backend, match=None, **plan):
    found = backend.find(Plan(match=match or Everything(), **plan), 0, 100)
    rows = [json.loads(stored) for _, stored in found.hits]
    assert found.total == len(rows)
    return [row["slug"] + "/" + row["path"] for row in rows]


MATCHES = [
    (Everything(), {"keji/1", "keji/2", "keji/3", "fa/1", "fa/2"}),
    (Contains("科"), {"keji/1", "keji/2", "fa/2"}),
    (Contains("科技"), {"keji/1", "keji/2", "fa/2"}),
    (Contains("科技创新"), {"keji/1", "keji/2"}),
    (Contains("创新实施"), set()),  # heading and text are two passages
    (Contains("下列五十"), set()),  # so are an article and its item
    (Contains("opc社区"), {"fa/2"}),
    (Contains("pc"), {"fa/2"}),
    (Contains("万"), {"keji/2", "fa/2"}),
    (Contains(""), set()),
    (Canonical("¥500000"), {"keji/2", "fa/2"}),
    (Canonical("第1条"), {"fa/2"}),
    (Words(("科技", "贷款", "没有的词"), 2), {"fa/2", "keji/3"}),
    (Words((), 1), set()),
    (OneOf("responsible_unit", ("kjj",)), {"keji/2", "keji/3"}),
    (OneOf("responsible_unit", ("jrj", "kjj")), {"keji/2", "keji/3"}),
    (OneOf("document", ()), set()),
    (OneOf("has", ("amount",)), {"keji/2", "fa/2"}),
    (OneOf("year", ("none",)), {"keji/1", "keji/2", "keji/3"}),
    (Between("amounts", 500_000, None), {"keji/2"}),
    (Between("amounts", 600_000, None), set()),
    (Between("amounts", 2_500, 3_500), {"fa/2"}),
    (Between("amounts", None, 499_999), {"fa/2"}),
    (Between("deadlines", 20210601, 20210630), {"keji/3"}),
    (All((Contains("科技"), Not(Contains("创新")))), {"fa/2"}),
    (Not(Contains("科技")), {"keji/3", "fa/1"}),
    (All((Not(Contains("科技")), Not(Contains("税")))), {"fa/1"}),
    (Any((Contains("税费"), Contains("总则"))), {"keji/3", "fa/1"}),
    (Any(()), set()),
]


def test_matches(base):
    for node, expected in MATCHES:
        assert set(names(base, node)) == expected, node
        assert base.count(node) == len(expected), node
        assert len(base.provisions(node)) == len(set(base.provisions(node))) == len(expected), node


def test_facets_are_counted_over_all_matches(base):
    found = base.find(Plan(facets=KEYWORDS), 0, 1)
    assert len(found.hits) == 1
    assert dict(found.facets["document"]) == {"keji": 3, "fa": 2}
    assert dict(found.facets["responsible_unit"]) == {"kjj": 2, "jrj": 1}
    assert dict(found.facets["has"]) == {"amount": 2, "deadline": 1}
    assert dict(found.facets["year"]) == {"none": 3, "2020": 2}
    assert dict(found.facets["amount_band"]) == {"0-100000": 1, "500000-1000000": 1}
    assert sum(count for _, count in found.facets["terms"]) == 5


def test_a_facet_is_counted_without_its_own_filter(base):
    filters = (("document", OneOf("document", ("keji",))), ("has", OneOf("has", ("amount",))))
    found = base.find(Plan(filters=filters, facets=("document", "has", "responsible_unit")), 0, 10)
    assert found.total == 1
    assert dict(found.facets["document"]) == {"keji": 1, "fa": 1}
    assert dict(found.facets["has"]) == {"amount": 1, "deadline": 1}
    assert dict(found.facets["responsible_unit"]) == {"kjj": 1}


def test_sorts_put_rows_without_a_value_last_both_ways(base):
    assert names(base, sort="amount")[:2] == ["keji/2", "fa/2"]
    assert names(base, sort="amount_asc")[:2] == ["fa/2", "keji/2"]
    assert names(base, sort="deadline")[0] == names(base, sort="deadline_desc")[0] == "keji/3"
    assert set(names(base, sort="date")[:2]) == set(names(base, sort="date_asc")[:2]) == {"fa/1", "fa/2"}


def test_scores_rank_and_decide_nothing(base):
    plan = {
        "scores": (Score("words", "贴息", 1.0), Score("heading", "创新", 5.0)),
        "phrases": ((Contains("税费减免"), 2.0),),
    }
    assert set(names(base, **plan)) == set(names(base))
    assert set(names(base, **plan)[:2]) == {"keji/2", "keji/3"}


def test_what_has_lapsed_comes_behind_its_equals(base):
    lapsed = OneOf("document", ("keji",))
    score = (Score("words", "科技", 1.0),)
    assert names(base, Contains("科技"), scores=score, behind=lapsed)[0] == "fa/2"


def test_pages_follow_each_other(base):
    whole = names(base, sort="amount")
    pages = [base.find(Plan(sort="amount"), start, start + 2) for start in (0, 2, 4, 6)]
    rows = [json.loads(stored) for page in pages for _, stored in page.hits]
    assert [row["slug"] + "/" + row["path"] for row in rows] == whole


def test_explain_names_the_parts_of_a_score(base):
    plan = Plan(match=Contains("科技"), scores=(Score("words", "科技", 1.0),), phrases=((Contains("科技"), 1.0),))
    found = base.find(plan, 0, 10)
    score, stored = found.hits[0]
    key = json.loads(stored)["provision"]
    parts = base.explain(plan, [key])[key]
    assert set(parts) == {"words 科技", "phrase 科技"}
    assert sum(parts.values()) == pytest.approx(score, abs=0.01)


def test_every_value_of_a_keyword_field(base):
    assert base.values("document") == ["fa", "keji"]
