"""The front page says what the base holds and opens every way in."""

import re

from policies.models import Document


def test_tally_counts_what_is_published(ten, get):
    page = get("/")
    assert "十份政策文件" in re.sub("<wbr>", "", page)
    assert "<b>10</b>份文件" in page
    assert "<b>158</b>个条款" in page


def test_the_decision_stands_in_the_middle_of_its_nine_measures(ten, get):
    page = get("/")
    assert "一个决定，九份文件" in page
    picture = page[page.index('<figure class="wheel">') : page.index("</figure>", page.index('class="wheel"'))]
    for position, document in ten.items():
        assert f'href="{document.get_absolute_url()}"' in picture, position
    assert picture.count('<circle class="dot ') == 9 + picture.count('<circle class="dot unverified" cx="7"')


def test_the_picture_and_the_table_say_the_same_numbers(ten, get):
    page = get("/")
    assert 'aria-label="营商环境：20 个条款，' in page
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    rows = re.findall(r'<td class="n hide-narrow">(\d+)</td>', table)[::2]
    assert rows == ["27", "12", "20", "13", "39", "8", "8", "11", "15", "5"]


def test_examples_lead_to_searches(ten, get):
    page = get("/")
    addresses = re.findall(r'<li><a href="(/search/\?q=[^"]+)">', page)
    assert len(addresses) >= 5
    for address in addresses:
        found = get(address.replace("&amp;", "&"))
        assert 'class="hit"' in found, address


def test_a_draft_is_not_counted(ten, get):
    Document.objects.filter(pk=ten[7].pk).update(state="draft")
    page = get("/")
    assert "<b>9</b>份文件" in page
    assert ten[7].get_absolute_url() not in page
