"""The search page: hits by document with their marks, facets that keep what was chosen, help when nothing is found."""

import re
from urllib.parse import quote

import pytest


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html.replace("<wbr>", "")))


def test_hits_stand_under_their_document_with_status_and_marks(ten, get):
    page = get("/search/?q=科技创新券")
    assert page.count('<article class="hit">') == 2
    assert "<mark>科技创新券</mark>" in page
    assert '<span class="badge expired">按文本推算已到期</span>' in page
    assert f"{ten[2].get_absolute_url()}1/?q={quote('科技创新券')}" in page


def test_added_words_are_said_and_can_be_left_out(ten, get):
    page = get("/search/?q=补助")
    assert "补助也找了补贴、奖补" in words(page)
    assert "只按原词查了" in get("/search/?q=补助&plain=1")


def test_an_empty_query_browses_everything(ten, get):
    page = get("/search/")
    total = int(re.search(r'<h2 class="small">(\d+) 条', page)[1])
    assert total >= 158
    assert 'name="responsible_unit"' in page


def test_a_facet_narrows_and_its_chip_takes_it_away(ten, get):
    page = get(f"/search/?q=补助&document={ten[2].slug}")
    assert f'name="document" value="{ten[2].slug}" checked' in page
    chip = re.search(r'<a class="chip off" href="(\?[^"]*)">', page)[1]
    assert "document=" not in chip
    assert page.count('<section aria-labelledby="d') == 1


def test_facets_name_units_shortly(ten, get):
    page = get("/search/?q=补助")
    facets = page[page.index('class="facets"') : page.index('class="hits"')]
    assert "市科技局" in facets
    assert "科学技术局" not in facets


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "(",
        "AND",
        "*",
        "a:b",
        "<script>alert(1)</script>",
        "单位:",
        "金额>=",
        "-",
        "OR OR",
        "\x00",
        "%",
        "'; --",
        "𠀀",
        "​",
    ],
)
def test_anything_typed_gives_a_page(ten, get, query):
    page = get(f"/search/?q={quote(query)}")
    assert "<script>alert" not in page


def test_ten_thousand_characters_get_the_page_that_says_too_long(ten, get):
    assert "查询太长" in get("/search/?q=" + "税" * 10_000, 414)


@pytest.mark.parametrize("wrong", ["page=abc", "page=-1", "page=99999999999999", "limit=x", "sort=colour", "status=x"])
def test_wrong_parameters_never_break_it(ten, get, wrong):
    get(f"/search/?q=企业&{wrong}")


def test_nothing_found_helps(ten, get):
    page = get("/search/?q=" + quote('"月球基地" 补助'))
    assert "没有找到" in page
    assert "月球基地" in words(page)
    assert "去掉“月球基地”" in words(page)


def test_partial_matches_are_said_to_be_partial(ten, get):
    page = get("/search/?q=" + quote("高新技术企业认定后可以拿多少钱的奖励"))
    assert "没有完全匹配，以下包含部分词语" in page


def test_direct_answers_stand_above_the_hits(ten, get):
    page = get("/search/?q=" + quote("泉州市科学技术局"))
    assert page.index('class="direct"') < page.index('class="hits-head"')


def test_suggestions_are_links_with_the_typed_words_in_bold(ten, get):
    page = get("/search/suggest/?q=" + quote("科技"))
    assert "<b>科技</b>" in page
    assert page.count("<a href=") >= 3
    assert get("/search/suggest/?q=").strip() == ""
    assert "科技" in words(get("/search/suggest/?q=kejiju"))


def test_excel_takes_the_same_search(ten, get, client):
    page = get("/search/?q=科技创新券&sort=amount")
    address = re.search(r'href="(/search\.xlsx\?[^"]+)"', page)[1].replace("&amp;", "&")
    assert client.get(address).status_code == 200


def test_a_broken_index_gives_a_page_that_says_so(ten, get, monkeypatch):
    def broken(request):
        raise OSError("no index")

    monkeypatch.setattr("search.views.search", broken)
    assert "暂时不能搜索" in get("/search/?q=企业", 503)
