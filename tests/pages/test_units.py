"""Units and one unit: duties by document, what it pays, by when, with whom; inherited duties are its own too."""

import pytest

from policies.models import Organization, Provision, Responsibility
from policies.presentation.duties import under_unit


@pytest.fixture
def science(ten) -> Organization:
    return Organization.objects.get(name="泉州市科学技术局")


def test_list_counts_provisions_and_first_places(ten, get, science):
    page = get("/units/?name=科技")
    row = page[page.index(science.get_absolute_url()) :]
    named = Responsibility.objects.filter(organization=science).count()
    assert f'<td class="n">{named}</td>' in row
    assert "泉州市科学技术局" in row


def test_list_is_filtered_and_says_what_it_ignored(ten, get):
    assert "没有符合的单位" in get("/units/?name=月球办")
    page = get("/units/?level=galaxy&sort=colour&page=99")
    assert page.count("已忽略") == 2
    assert "没有第“99”页" in page


def test_page_groups_duties_by_document_with_status(ten, get, science):
    page = get(science.get_absolute_url())
    assert ten[2].get_absolute_url() in page
    assert "按文本推算已到期" in page
    assert "又称市科技局" in page
    assert f"/amounts/?unit={science.slug}" in page


def test_one_document_of_a_unit(ten, get, science):
    page = get(f"{science.get_absolute_url()}?doc={ten[2].slug}")
    assert page.count('<article class="hit">') == science.responsibilities.filter(provision__document=ten[2]).count()


def test_a_unit_answers_for_what_is_below_where_it_is_named(ten):
    stating = Provision.objects.get(document=ten[5], path="1.1")
    unit = stating.responsibilities.first().organization
    found = set(Provision.objects.filter(under_unit(unit), document=ten[5]).values_list("path", flat=True))
    assert {"1.1", "1.1.1", "1.1.2"} <= found


def test_a_nearer_line_of_units_takes_the_place_of_one_above(ten):
    stating = Provision.objects.get(document=ten[5], path="1.1")
    above, other = stating.responsibilities.first().organization, Organization.objects.create(name="别的局", slug="bie")
    below = Provision.objects.get(document=ten[5], path="1.1.1")
    Responsibility.objects.create(provision=below, organization=other, printed_name="别的局")
    assert not Provision.objects.filter(under_unit(above), pk=below.pk).exists()
    assert Provision.objects.filter(under_unit(other), pk=below.pk).exists()
    assert Provision.objects.filter(under_unit(above), document=ten[5], path="1.1.2").exists()


def test_a_unit_that_no_public_text_names_has_no_page(ten, get):
    Organization.objects.create(name="无名局", slug="wu-ming")
    get("/units/wu-ming/", 404)
    get("/units/not-there/", 404)
