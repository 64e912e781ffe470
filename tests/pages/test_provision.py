"""A provision's page: where it stands, its facts with their source, who is responsible, what is beside it."""

import re

import pytest

from policies.models import Citation, Provision


@pytest.fixture
def page_of(ten, get):
    return lambda position, path: get(f"{ten[position].get_absolute_url()}{path}/")


def test_breadcrumb_leads_up_to_the_document(ten, page_of):
    page = page_of(5, "1.1.1")
    crumbs = page[page.index('class="crumbs"') : page.index("</nav>", page.index('class="crumbs"'))]
    base = ten[5].get_absolute_url()
    assert [f'href="{address}"' in crumbs for address in ("/policies/", base, f"{base}1/", f"{base}1.1/")] == [True] * 4


def test_previous_and_next_stay_on_the_level(ten, page_of):
    page = page_of(2, "2")
    base = ten[2].get_absolute_url()
    assert f'<a href="{base}1/" rel="prev">' in page
    assert f'<a href="{base}3/" rel="next">' in page


def test_facts_stand_in_a_table_with_their_words(page_of):
    page = page_of(6, "1")
    table = page[page.index('<table class="cards facts"') : page.index("</table>", page.index("cards facts"))]
    text = re.sub(r"<[^>]+>", " ", table)
    for words in ("800元", "每人每月", "最高600元", "24个月", "3:7", "库中没有", "机器识别"):
        assert words in text, words


def test_units_stated_above_are_inherited_and_the_page_says_where(page_of):
    page = page_of(5, "1.1.1")
    assert "泉州银保监分局" in page or "银行业监督管理" in page or "银保监" in page
    assert "写在上级" in page
    assert "写在本条" in page_of(2, "1")


def test_interpreter_of_the_document_is_named(page_of):
    assert "解释：" in page_of(6, "1")


def test_what_cites_it_is_listed(ten, get):
    target = ten[3].provisions.get(path="1")
    citing = Citation.objects.filter(kind="title").first()
    Citation.objects.filter(pk=citing.pk).update(target_provision=target)
    assert "引用了本条" in get(f"{ten[3].get_absolute_url()}1/")


def test_citation_and_permalink_can_be_copied_by_hand(ten, page_of):
    page = page_of(6, "1")
    assert "《泉州市进一步强化民营经济发展人才支持的若干措施" in page
    assert "“一、实施万名高校毕业生引进工程”</textarea>" in page
    assert f"固定地址 {ten[6].get_absolute_url()}1/" in page


def test_changes_are_listed_by_what_changed(ten, get):
    provision = ten[6].provisions.get(path="1")
    provision.text += "另行规定的除外。"
    provision.save()
    provision.heading = "实施高校毕业生引进工程"
    provision.save()
    page = get(provision.get_absolute_url())
    assert "改了标题" in page


def test_a_whole_chapter_shows_what_is_below_it(page_of):
    page = page_of(5, "1")
    assert 'id="1.1"' in page
    assert "促进信贷资金精准直达" in page.replace("<wbr>", "")


def test_a_wrong_path_is_not_found(ten, get):
    assert "没有这一页" in get(f"{ten[2].get_absolute_url()}77/", 404)


def test_preamble_and_closing_have_pages(ten, get):
    for provision in Provision.objects.filter(document=ten[2], kind__in=["preamble", "closing"]):
        provision.document = ten[2]
        get(provision.get_absolute_url())
