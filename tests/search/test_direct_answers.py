"""A title, a document number, an article and a unit by name are answered above the hits."""

import pytest

from policies.models import Organization, OrganizationName
from search import directory, indexing
from search.results import SearchRequest
from search.service import search
from tests.search.bases import add_document


@pytest.fixture
def base(empty_base):
    civil = [("第五十四条", "", "自然人从事工商业经营，经依法登记，为个体工商户。"), ("第五十五条", "", "农村承包。")]
    add_document("中华人民共和国民法典 总则", civil, slug="mfd-zongze")
    add_document("中华人民共和国民法典 物权编", [("第二百零五条", "", "本编调整物权关系。")], slug="mfd-wuquan")
    add_document(
        "国务院关于推动创新创业高质量发展的意见",
        [("一、", "总体要求", "推动创新。")],
        slug="guofa-2018-32",
        document_number="国发〔2018〕32号",
    )
    unit = Organization.objects.create(name="泉州市科学技术局", slug="kjj")
    OrganizationName.objects.create(organization=unit, name="市科技局", is_short=True)
    directory.forget()
    indexing.rebuild()
    return empty_base


def direct(query):
    return [(answer.kind, answer.url) for answer in search(SearchRequest(q=query)).direct]


@pytest.mark.parametrize(
    "query",
    [
        "国务院关于推动创新创业高质量发展的意见",
        "《国务院关于推动创新创业高质量发展的意见》",
        "國務院關於推動創新創業高質量發展的意見",
    ],
)
def test_a_full_title(base, query):
    assert direct(query) == [("document", "/policies/guofa-2018-32/")]


@pytest.mark.parametrize(
    "query",
    [
        "国发〔2018〕32号", "国发[2018]32号", "国发（2018）32号", "国发【2018】第32号", "国发 〔2018〕 32 号", 
        "国发2018年32号", "国发2018 32号", "國發〔２０１８〕３２號",
    ],
)  # fmt: skip
def test_a_document_number_in_many_writings(base, query):
    assert direct(query) == [("document", "/policies/guofa-2018-32/")]


@pytest.mark.parametrize(
    "query",
    [
        "民法典第五十四条",
        "民法典第54条",
        "民法典 第54条",
        "《民法典》第五十四条",
        "中华人民共和国民法典第五十四条",
        "民法典 第 五十四 条",
    ],
)
def test_an_article(base, query):
    assert direct(query) == [("provision", "/policies/mfd-zongze/1/")]


@pytest.mark.parametrize("query", ["市科技局", "泉州市科学技术局", "泉州市科學技術局"])
def test_a_unit_by_its_short_and_its_formal_name(base, query):
    assert direct(query) == [("unit", "/units/kjj/")]


def test_a_law_of_several_files_by_its_short_title(base):
    assert {url for _, url in direct("民法典")} == {"/policies/mfd-zongze/", "/policies/mfd-wuquan/"}


@pytest.mark.parametrize("query", ["民法典第九百条", "创新", "", "第五十四条", "国发〔2018〕33号"])
def test_nothing_by_that_name(base, query):
    assert direct(query) == []
