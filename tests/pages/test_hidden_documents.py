"""Drafts are in no page; what was withdrawn answers 410 and names what replaced it; former addresses redirect."""

import pytest

from policies.models import Document, FormerAddress, Organization, Provision

PAGES = [
    "/", "/policies/", "/units/", "/amounts/", "/deadlines/", "/deadlines.ics", "/search/", "/search/?q=科技创新券",
    "/compare/", "/eligibility/?who=gao-xin-ji-shu-qi-ye", "/about/", "/feeds/documents.atom", "/feeds/changes.atom",
    "/sitemap-documents.xml", "/sitemap-provisions.xml", "/policies.xlsx", "/search/suggest/?q=科技创新",
]  # fmt: skip


@pytest.fixture
def draft(ten):
    """Document 2 taken back to a draft, as an editor would."""
    document = ten[2]
    document.state = Document.State.DRAFT
    document.save()
    from policies.models import queue_documents
    from search import directory, indexing

    queue_documents([document.pk])
    indexing.drain()
    directory.forget()
    return document


@pytest.mark.parametrize("address", PAGES)
def test_a_draft_is_on_no_page(draft, client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert draft.slug not in response.content.decode(errors="ignore")
    assert draft.title not in response.content.decode(errors="ignore")


def test_a_draft_has_no_page_of_its_own(draft, get):
    get(draft.get_absolute_url(), 404)
    get(f"{draft.get_absolute_url()}1/", 404)
    get(f"/print/{draft.slug}/", 404)
    assert "没有这份文件" in get(f"/compare/?left={draft.slug}")


def test_a_relation_to_a_draft_is_not_shown(ten, get):
    from policies.models import Relation

    Relation.objects.create(verb="related", from_document=ten[3], to_document=ten[2], reason="机密理由")
    assert "机密理由" in get(ten[3].get_absolute_url())
    Document.objects.filter(pk=ten[2].pk).update(state="draft")
    assert "机密理由" not in get(ten[3].get_absolute_url())


def test_a_withdrawn_document_is_gone_and_names_what_replaced_it(ten, get):
    document = ten[7]
    document.state, document.replaced_by = Document.State.WITHDRAWN, ten[3]
    document.save()
    page = get(document.get_absolute_url(), 410)
    assert "已撤下" in page
    assert ten[3].get_absolute_url() in page
    assert ten[3].get_absolute_url() in get(f"{document.get_absolute_url()}1/", 410)


def test_what_replaced_it_is_not_named_while_it_is_a_draft(ten, get):
    document = ten[7]
    document.state, document.replaced_by = Document.State.WITHDRAWN, ten[3]
    document.save()
    Document.objects.filter(pk=ten[3].pk).update(state="draft")
    assert ten[3].title not in get(document.get_absolute_url(), 410)


def test_a_provision_taken_out_of_the_text_is_gone(ten, get):
    Provision.objects.filter(document=ten[2], path="3").update(withdrawn=True)
    assert "已从文本中删去" in get(f"{ten[2].get_absolute_url()}3/", 410)
    assert "鼓励企业建设科技创新平台" not in get(ten[2].get_absolute_url()).replace("<wbr>", "")


def test_a_former_address_leads_to_where_the_provision_is_now(ten, client):
    FormerAddress.objects.create(document=ten[2], path="99", provision=ten[2].provisions.get(path="3"))
    response = client.get(f"{ten[2].get_absolute_url()}99/")
    assert (response.status_code, response["Location"]) == (301, f"{ten[2].get_absolute_url()}3/")


def test_a_former_address_of_a_provision_taken_out_since_is_gone(ten, get, client):
    third = ten[2].provisions.get(path="3")
    FormerAddress.objects.create(document=ten[2], path="99", provision=third)
    address = ten[2].get_absolute_url()
    moved = client.get(f"{address}99.json")
    assert (moved.status_code, moved["Location"]) == (301, f"{address}3.json")
    Provision.objects.filter(pk=third.pk).update(withdrawn=True)
    assert "已从文本中删去" in get(f"{address}99/", 410)
    assert client.get(f"{address}99.json").status_code == client.get(f"{address}3.txt").status_code == 410
    get(f"{address}98/", 404)
    get(f"{address}98.json", 404)


def test_a_merged_unit_leads_to_what_it_became(ten, client):
    old, new = Organization.objects.filter(responsibilities__provision__document=ten[2]).distinct()[:2]
    Organization.objects.filter(pk=old.pk).update(merged_into=new)
    response = client.get(old.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, new.get_absolute_url())


def test_a_stub_that_only_a_draft_cites_has_no_page(ten, get):
    stub = Document.everything.filter(state="stub").first()
    citing = set(stub.cited_in.values_list("provision__document_id", flat=True))
    get(stub.get_absolute_url())
    Document.objects.filter(pk__in=citing).update(state="draft")
    get(stub.get_absolute_url(), 404)
