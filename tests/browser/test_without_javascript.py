"""Everything that reads or searches works without JavaScript."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(open_page):
    return lambda address, **how: open_page(address, scripts=False, **how)


def test_search_facets_sort_and_pages(plain):
    page = plain("/")
    page.fill("#q", "补助")
    page.click(".find.large button")
    assert page.locator(".hit").count() == 20
    page.locator('input[name="has"][value="amount"]').check()
    page.click(".facets > details > div > button")
    assert page.locator(".chip.off").inner_text().strip().endswith("有金额")
    page.select_option("#sort", "amount")
    page.click(".hits-head form button")
    assert "sort=amount" in page.url and "has=amount" in page.url
    page.click(".chip.off")
    assert "has=" not in page.url


def test_amounts_are_filtered(plain):
    page = plain("/amounts/")
    page.fill('input[name="min"]', "500万元")
    page.click(".filters button.main")
    assert "1000万元" in page.locator(".benefits tbody tr").first.inner_text()


def test_marks_can_be_turned_off(plain, site):
    page = plain(site.documents[2])
    fact = page.locator(".prose .f.gain").first
    assert "underline" in fact.evaluate("e => getComputedStyle(e).textDecorationLine")
    page.uncheck("#marks")
    assert "underline" not in fact.evaluate("e => getComputedStyle(e).textDecorationLine")


def test_a_fact_leads_to_its_note(plain, site):
    page = plain(site.documents[2])
    page.locator(".prose .f.gain").first.click()
    assert page.locator(".note li:target").is_visible()


def test_buttons_that_need_scripts_are_not_shown(plain, site):
    page = plain(f"{site.documents[2]}3/")
    assert page.locator("[data-copy]:visible").count() == 0
    assert page.locator("textarea.copy").is_visible()


def test_a_report_is_sent(plain):
    page = plain("/report/?page=/amounts/")
    page.fill("#id_message", "第一行的金额看不懂")
    page.click("button.main")
    assert "收到了" in page.locator("[role=status]").inner_text()
