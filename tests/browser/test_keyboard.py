"""By keyboard alone: search, a hit, its Excel file; focus is seen on the way; the skip link works."""

import pytest

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.matches(%r)"


def tab_to(page, selector: str, most: int = 120) -> None:
    """Press Tab until an element that fits is focused, and see that it shows it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED % selector):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", selector
            return
    pytest.fail(f"{selector} cannot be reached by {most} tabs")


def test_search_to_provision_to_excel(open_page, tmp_path):
    page = open_page("/")
    tab_to(page, "#q", 20)
    page.keyboard.type("科技创新券")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    tab_to(page, ".hit h3 a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/policies/**")
    tab_to(page, 'a[href$=".xlsx"]')
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    target = tmp_path / "clause.xlsx"
    waiting.value.save_as(target)
    from openpyxl import load_workbook

    values = [str(cell) for row in load_workbook(target).active.iter_rows(values_only=True) for cell in row if cell]
    assert any("科技创新券" in value for value in values)


def test_skip_link_is_first_and_leads_to_the_text(open_page):
    page = open_page("/policies/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED % ".skip")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_suggestions_are_reached_and_followed(open_page):
    page = open_page("/")
    tab_to(page, "#q", 20)
    page.keyboard.type("科技创新")
    page.wait_for_selector("#suggest a")
    tab_to(page, "#suggest a", 5)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.rstrip("/").count("/") > 2)
