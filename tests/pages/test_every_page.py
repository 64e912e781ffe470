"""Every internal link answers; every page has a title of its own, a description, its language, a canonical link."""

import re
from collections import defaultdict
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

HEAVY = (".xlsx", ".docx", ".json", ".xml", ".txt", ".ics", ".atom", ".csv")


def links(address: str, page: str) -> set[str]:
    found = set()
    for href in re.findall(r'<a [^>]*?href="([^"]*)"', page):
        target = urldefrag(urljoin(f"http://testserver{address}", unescape(href)))[0]
        parts = urlsplit(target)
        if parts.netloc == "testserver":
            found.add(parts.path + (f"?{parts.query}" if parts.query else ""))
    return found


def crawl(client, most: int = 1500) -> dict[str, str]:
    """Address → page, over every internal link from the front page; other forms are asked for once per kind."""
    waiting, pages, broken, kinds = ["/"], {}, [], defaultdict(int)
    known = {"/"}
    while waiting and len(pages) < most:
        address = waiting.pop()
        form = address.partition("?")[0].rpartition(".")[2] if address.partition("?")[0].endswith(HEAVY) else ""
        query = address.partition("?")[0] if "?" in address else ""
        kinds[form or query] += 1
        if (form and kinds[form] > 5) or (query and kinds[query] > 40):
            continue
        response = client.get(address)
        if response.status_code != 200:
            broken.append((address, response.status_code))
        elif "text/html" in response["Content-Type"]:
            pages[address] = response.content.decode()
            fresh = links(address, pages[address]) - known
            known |= fresh
            waiting += sorted(fresh)
    assert broken == []
    return pages


def test_whole_site(ten, client):
    pages = crawl(client)
    assert len(pages) > 250
    titles = defaultdict(set)
    for address, page in pages.items():
        assert '<html lang="zh-Hans">' in page, address
        title = re.search(r"<title>\s*(.+?)\s*</title>", page, re.S)[1]
        description = re.search(r'<meta name="description" content="([^"]*)">', page)[1]
        assert len(description) > 8, address
        assert len(re.findall(r"<h1[ >]", page)) == 1, address
        canonical = re.search(r'<link rel="canonical" href="http://testserver([^"]+)">', page)
        assert canonical, address
        titles[title].add(canonical[1])
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids)), (address, [each for each in ids if ids.count(each) > 1][:3])
    assert {title: where for title, where in titles.items() if len(where) > 1} == {}


def test_no_page_sets_a_cookie_or_holds_inline_code(ten, client):
    addresses = ["/", "/policies/", ten[2].get_absolute_url(), f"{ten[2].get_absolute_url()}1/", "/units/", "/amounts/",
                 "/deadlines/", "/search/?q=补助", "/compare/", "/eligibility/", "/about/", "/nope/"]  # fmt: skip
    for address in addresses:
        response = client.get(address)
        page = response.content.decode()
        assert not response.cookies, address
        assert " style=" not in page, address
        assert not re.search(r"<script(?![^>]*\bsrc=)", page), address
        assert not re.search(r'\son\w+="', page), address
        assert not re.search(r'(?:src|href)="(?:https?:)?//(?!testserver)', page), address
        policy = response["Content-Security-Policy"]
        assert "unsafe-inline" not in policy and "unsafe-eval" not in policy


def test_the_form_page_is_the_one_that_sets_a_cookie(ten, client):
    assert "csrftoken" in client.get("/report/").cookies


def test_footer_shows_what_is_set(ten, client, settings):
    assert "主办单位" not in client.get("/about/").content.decode()
    settings.SITE_OWNER, settings.SITE_ICP = "某市政务服务局", "闽ICP备00000000号"
    page = client.get("/about/").content.decode()
    assert "主办单位：某市政务服务局" in page and "闽ICP备00000000号" in page
