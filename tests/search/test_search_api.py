"""GET /api/v1/search: the form of ARCHITECTURE.md, bounds, hostile input."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

KEYS = ["q", "understood", "direct", "total", "page", "limit", "notes", "hits", "facets"]
HIT_KEYS = ["document", "document_url", "numbers", "path", "heading", "snippet", "score", "status", "url"]
HOSTILE = [
    '"', "“", "(", ")", "AND", "OR", "NOT", "*", "?", "a:b", "-", "--", "+", "\\", "/", "~", "^2", "[1 TO 2]", "{", "}",
    '""', '"" ""', '"a', "a OR", "OR a", "-a", '-"', "单位:", '单位:"', "金额>=", "金额>=abc",
    "截止:9999-99-99", "截止:0000",
    "😀", "👨‍👩‍👧", "\u202e税", "\u200b", "\x00", "\x07税\x1b[31m", "' OR 1=1 --", "'; DROP TABLE x; --",
    "<script>alert(1)</script>", "%00", "%E4%B8", "${jndi:ldap://x}", "{{7*7}}", "../../etc/passwd", "\ud7ff", "ﷺ" * 50,
    "a" * 5000, "税 " * 3000, "\n\t", "第" * 300, "1" * 200, "万亿" * 90, "〔2020〕" * 30,
    "é" * 100, "İ", "ß", "ﬁ", "𠀀",
    "1,000,000,000,000,000,000,000,000元", "金额>=99999999999999999999999亿元", "金额<=0元", "年份:99999999999",
]  # fmt: skip


def ask(client, **parameters):
    response = client.get("/api/v1/search", parameters)
    assert response.status_code == 200
    return json.loads(response.content)


def test_form(ten, client):
    result = ask(client, q="科技创新券", limit=5)
    assert list(result) == KEYS
    assert list(result["understood"]) == ["text", "parts", "filters", "added", "step"]
    assert [list(hit) for hit in result["hits"]] == [HIT_KEYS] * 2
    hit = result["hits"][0]
    assert hit["numbers"] == ["二、", "（一）"]
    assert hit["url"].startswith(hit["document_url"])
    assert "<mark>科技创新券</mark>" in hit["snippet"]
    assert hit["status"] == "unstated"
    assert list(result["facets"]["document"][0]) == ["value", "label", "count", "selected"]


@pytest.mark.parametrize(
    ("asked", "page", "limit", "noted"),
    [
        ({"limit": "5"}, 1, 5, 0),
        ({"limit": "2000"}, 1, 1000, 1),
        ({"limit": "0"}, 1, 1, 1),
        ({"limit": "-3"}, 1, 1, 1),
        ({"limit": "abc"}, 1, 20, 1),
        ({"page": "99999999999999999999"}, 500, 20, 1),
        ({"page": "0"}, 1, 20, 1),
        ({"page": "11", "limit": "1000"}, 10, 1000, 1),
        ({"page": "", "limit": ""}, 1, 20, 0),
        ({"page": "一"}, 1, 20, 1),
    ],
)
def test_bounds_are_cut_and_named(ten, client, asked, page, limit, noted):
    result = ask(client, **asked)
    assert (result["page"], result["limit"], len(result["notes"])) == (page, limit, noted)


def test_pages_hold_everything_once(ten, client):
    urls = [hit["url"] for page in range(1, 10) for hit in ask(client, q="企业", limit=20, page=page)["hits"]]
    assert len(urls) == len(set(urls)) == ask(client, q="企业")["total"]


def test_filters_in_the_address(ten, client):
    result = ask(client, q="企业", has=["amount", "deadline"], kind="决定")
    selected = {
        name: [value["value"] for value in values if value["selected"]] for name, values in result["facets"].items()
    }
    assert sorted(selected["has"]) == ["amount", "deadline"]
    assert selected["kind"] == ["决定"]


def safe(html):
    return not re.search(r"<(?!/?mark>)", html)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_input(ten, client, text):
    for name in ("q", "page", "limit", "sort", "document", "status", "in"):
        result = ask(client, **{name: text})
        assert all(safe(hit["snippet"]) for hit in result["hits"])
    assert client.get("/api/v1/suggest", {"q": text}).status_code == 200


@given(text=st.text(max_size=120))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text(ten, client, text):
    result = ask(client, q=text)
    assert result["total"] >= len(result["hits"])
    assert all(safe(hit["snippet"]) for hit in result["hits"])


def test_100_kilobytes(ten, client):
    result = ask(client, q="税务 " * 34_000)
    assert len(result["q"]) == 200
    assert "只读取前 200 个字" in result["notes"]


def test_posting_is_refused(ten, client):
    assert client.post("/api/v1/search").status_code == 405


def test_the_number_of_database_queries_does_not_grow(ten, client, django_assert_max_num_queries):
    ask(client, q="企业")
    for limit in (5, 100):
        with django_assert_max_num_queries(3):
            ask(client, q="企业", limit=limit)
