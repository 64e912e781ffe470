"""A base without documents answers on every page and says so."""

import pytest

PAGES = {
    "/": "还没有文件",
    "/policies/": "没有符合的文件",
    "/units/": "没有符合的单位",
    "/amounts/": "没有符合这些条件的",
    "/deadlines/": "没有符合这些条件的期限",
    "/compare/": "对照",
    "/eligibility/": "我能享受什么",
    "/about/": "收录与质量",
    "/feeds/documents.atom": "feed",
    "/sitemap.xml": "sitemap",
}


@pytest.mark.parametrize("address", PAGES)
def test_page_of_an_empty_base(db, client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert PAGES[address] in response.content.decode()
