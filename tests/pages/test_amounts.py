"""能拿多少 answers by filter alone: from whom at least so much, what a unit pays, what somebody gets each month."""

import re

import pytest

from policies.models import Organization


def rows(page: str) -> list[str]:
    """The words of each row of the table, tags taken out."""
    if '<table class="cards benefits"' not in page:
        return []
    table = page[page.index('<table class="cards benefits"') :]
    table = table[table.index("<tbody") : table.index("</table>\n      \n") if "</table>\n      \n" in table else None]
    found = re.split(r'<tr role="row" id="', table)[1:]
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row.replace("<wbr>", ""))) for row in found]


def test_benefits_of_at_least_five_million_and_from_whom(ten, get):
    found = rows(get("/amounts/?min=500万元"))
    assert len(found) >= 5
    assert "1000万元" in found[0] and "市商务局" in found[0]
    assert any("500万元" in row and "新型研发机构" in row and "市科技局" in row for row in found)
    assert any("市工信局" in row for row in found)


@pytest.mark.parametrize("typed", ["500万元", "500万", "5000000", "五百万元", "500 万元"])
def test_money_however_written(ten, get, typed):
    assert len(rows(get(f"/amounts/?min={typed}"))) == len(rows(get("/amounts/?min=5000000")))


def test_what_a_unit_pays_for(ten, get):
    unit = Organization.objects.get(name="泉州市工业和信息化局")
    page = get(f"/amounts/?unit={unit.slug}&lead=1")
    found = rows(page)
    assert len(found) > 20
    assert all("市工信局" in row for row in found)


def test_what_a_graduate_gets_each_month(ten, get):
    found = rows(get("/amounts/?audience=gao-xiao-bi-ye-sheng&per=month"))
    assert any(("800元" in row and "600元" in row) or "800元" in row for row in found)
    assert all("每月" in row for row in found)
    assert any("人才支持" in row for row in found)


def test_ladders_are_small_tables(ten, get):
    page = get("/amounts/?min=500万元")
    assert '<table class="ladder">' in page
    assert re.search(r"国家级[^<]*</th><td class=\"n\">(?:<small>[^<]*</small> )?<b>500万元</b>", page)


def test_sorted_by_amount_both_ways(ten, get):
    def tops(address):
        page = get(address)
        return [
            float(n) for n in re.findall(r'<span class="sumof">(?:<small>[^<]+</small> )?([\d.]+)万元</span>', page)
        ]

    falling, rising = tops("/amounts/"), tops("/amounts/?sort=lowest")
    assert falling == sorted(falling, reverse=True)
    assert rising == sorted(rising)


def test_status_and_document_filters(ten, get):
    assert all("已到期" in row for row in rows(get("/amounts/?status=expired")))
    assert all("扩大开放合作" in row for row in rows(get(f"/amounts/?doc={ten[9].slug}")))
    assert rows(get(f"/amounts/?doc={ten[10].slug}")) == []
    assert rows(get("/amounts/?status=repealed")) == []


def test_picture_and_table_say_the_same(ten, get):
    page = get("/amounts/")
    figure = page[page.index("<figure>") : page.index("</figure>")]
    drawn = re.findall(r'<text class="val"[^>]*>([^<]+)</text>', figure)
    listed = re.findall(r'</a></td><td class="n">([^<]+)</td>', figure)
    assert drawn == listed
    assert len(drawn) > 20
    assert "style=" not in figure


def test_what_cannot_be_understood_is_said_and_ignored(ten, get):
    page = get("/amounts/?min=很多&unit=nobody&per=week&role=x&sort=y&status=z&audience=a&doc=d&page=x")
    assert page.count("已忽略") == 8
    assert len(rows(page)) == len(rows(get("/amounts/")))


def test_pages_keep_the_filter(ten, get):
    page = get("/amounts/?role=benefit")
    assert 'href="?role=benefit&amp;page=2"' in page
    assert "第 2 页" in get("/amounts/?role=benefit&page=2")


def test_excel_has_the_same_filter(ten, get, client):
    page = get("/amounts/?min=500万元")
    address = re.search(r'href="(/amounts\.xlsx[^"]*)"', page)[1].replace("&amp;", "&")
    assert "min=" in address
    assert client.get(address).status_code == 200
