"""What programs read beside pages: feeds, site maps, the search description, robots; all of public texts only."""

import xml.etree.ElementTree as ElementTree

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_feed_of_documents(ten, get):
    feed = ElementTree.fromstring(get("/feeds/documents.atom"))
    titles = {entry.findtext("a:title", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)}
    assert titles == {document.title for document in ten.values()}
    summaries = [entry.findtext("a:summary", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert any("按文本推算已到期：有效期到2023年12月31日" in summary for summary in summaries)


def test_feed_of_changes_begins_with_the_last_change(ten, get):
    provision = ten[6].provisions.get(path="3")
    provision.text += "。"
    provision.save()
    feed = ElementTree.fromstring(get("/feeds/changes.atom"))
    assert provision.heading in feed.find("a:entry", ATOM).findtext("a:title", namespaces=ATOM)


def test_site_map_names_every_document_and_provision(ten, get):
    index = ElementTree.fromstring(get("/sitemap.xml"))
    addresses = [place.text for place in index.iterfind(".//s:loc", SITEMAP)]
    assert len(addresses) == 4
    page = get("/sitemap-documents.xml")
    assert all(document.get_absolute_url() in page for document in ten.values())
    assert f"{ten[2].get_absolute_url()}3/" in get("/sitemap-provisions.xml")


def test_browsers_can_add_the_search(db, get):
    page = get("/opensearch.xml")
    assert 'template="http://testserver/search/?q={searchTerms}"' in page
    ElementTree.fromstring(page)


def test_robots_are_told_where_the_site_map_is(db, get):
    assert "Sitemap: http://testserver/sitemap.xml" in get("/robots.txt")
