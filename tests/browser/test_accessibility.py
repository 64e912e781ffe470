"""axe finds nothing on any page type, light and dark, narrow and wide; nothing scrolls sideways at three widths."""

import pytest

from tests.browser.conftest import WIDTHS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(open_page, site, width, dark):
    from axe_playwright_python.sync_playwright import Axe

    axe, found = Axe(), {}
    for name, address in site.pages().items():
        result = axe.run(open_page(address, width, dark))
        if result.violations_count:
            found[name] = [(each["id"], each["nodes"][0]["html"][:120]) for each in result.response["violations"]]
    assert found == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways(open_page, site, width):
    over = {}
    for name, address in site.pages().items():
        page = open_page(address, width)
        more = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if more > 0:
            over[name] = more
    assert over == {}


def test_text_can_be_doubled_without_loss(open_page, site):
    """200 % zoom of a 1280 px window is a window of 640 px."""
    for name, address in site.pages().items():
        page = open_page(address, 640)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, name


def test_targets_are_24_pixels_or_stand_apart(open_page, site):
    """WCAG 2.5.8: buttons, fields and boxes; links in running text are exempt."""
    for name in ("home", "search", "amounts", "eligibility", "report"):
        page = open_page(site.pages()[name], 360)
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, select, summary, input')]
                .filter(e => !['hidden', 'checkbox'].includes(e.type) && e.offsetParent && !e.closest('.trap, .hide'))
                .filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML.slice(0, 80))"""
        )
        assert small == [], name
