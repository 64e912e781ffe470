"""Reading with scripts: suggestions, notes, copying, the printed sheet; no page reports a problem."""

import pytest

pytestmark = pytest.mark.browser


def test_no_page_reports_a_problem_or_asks_another_site(open_page, site):
    for name, address in site.pages().items():
        page = open_page(address)
        problems = [each for each in page.problems if not (name == "not found" and "404" in each)]
        assert problems == [], name
        assert [url for url in page.requests if not url.startswith((site.base, "data:"))] == [], name


def test_suggestions_appear_while_typing(open_page):
    page = open_page("/")
    page.locator("#q").press_sequentially("科技", delay=20)
    page.wait_for_selector("#suggest a")
    assert "科技" in page.locator("#suggest a").first.inner_text()
    page.locator("#q").fill("kejichuangxin")
    page.wait_for_function("document.querySelector('#suggest').innerText.includes('科技创新')")


def test_a_fact_opens_its_folded_note_on_a_narrow_screen(open_page, site):
    page = open_page(site.documents[2], 360)
    note = page.locator(".note details").first
    assert note.get_attribute("open") is None
    page.locator(".prose .f.gain").first.click()
    assert page.locator(".note li:target").is_visible()


def test_citation_is_copied(open_page, site):
    page = open_page(f"{site.documents[6]}1/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-copy]").first.click()
    page.wait_for_selector("text=已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("《泉州市进一步强化民营经济发展人才支持的若干措施")


def test_contents_lead_to_the_headings(open_page, site):
    page = open_page(site.documents[2])
    page.locator(".toc a", has_text="培育壮大").click()
    assert page.locator("section:target h2").inner_text().startswith("二、")


def test_paper_has_the_head_and_the_code_but_no_navigation(open_page, site, tmp_path):
    page = open_page(site.documents[2])
    page.emulate_media(media="print")
    assert page.locator(".code-of svg").is_visible()
    for hidden in (".site-head", ".site-foot", ".toc", ".note >> nth=0", ".marks", ".chips >> nth=0"):
        assert not page.locator(hidden).is_visible(), hidden
    assert page.locator(".printed").first.is_visible()
    sheet = tmp_path / "sheet.pdf"
    page.pdf(path=sheet, prefer_css_page_size=True)
    from pypdf import PdfReader

    pages = PdfReader(sheet).pages
    assert round(float(pages[0].mediabox.width)) == 595 and round(float(pages[0].mediabox.height)) == 842
    assert 3 <= len(pages) <= 16
    assert "责任单位" in "".join(each.extract_text() for each in pages)


def test_chosen_provisions_are_printed_alone(open_page, site):
    page = open_page(site.documents[2])
    page.locator("text=选条打印").click()
    page.locator('input[name="p"][value="3"]').check()
    page.locator("text=只看选中的").click()
    assert page.locator(".sheet .prov").count() == 1
    assert "摘印 1 条，不是全文" in page.locator(".sheet").inner_text()
    assert page.locator("[data-print]").is_visible()


def test_an_address_too_long_is_answered_with_the_help_page(open_page):
    page = open_page("/search/?q=" + "税" * 10_000)
    assert page.locator("h1").inner_text() == "查询太长"
    page.fill("#q", "税")
    page.click(".find.large button")
    assert page.locator(".hit").count() > 0
