"""Home and search cost at most 8 requests and 120 KB over the wire; the style sheets stay under 40 KB."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

MOST_REQUESTS, MOST_BYTES = 8, 120_000


@pytest.mark.parametrize("address", ["/", "/search/?q=补助", "/search/"])
def test_pages_are_light(browser, site, address):
    context = browser.new_context(base_url=site.base)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    context.close()
    assert 1 < len(sizes) <= MOST_REQUESTS
    assert sum(sizes) <= MOST_BYTES


def test_style_sheets_are_small():
    static = Path(__file__).resolve().parents[2] / "static"
    assert sum(sheet.stat().st_size for sheet in static.glob("*.css")) < 40_000
