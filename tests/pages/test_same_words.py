"""Beside a provision stand those of its package that say the same, above all the paragraph of the decision."""

import pytest

from policies.models import Document, Relation
from policies.presentation.alike import same_words


@pytest.fixture
def beside(ten):
    def find(position: int, path: str):
        document = Document.objects.select_related("collection").get(pk=ten[position].pk)
        return [
            (found.provision.document.position, found.provision.path, found.phrase, found.leads)
            for found in same_words(document, document.provisions.get(path=path))
        ]

    return find


def test_the_voucher_leads_to_the_paragraph_of_the_decision(beside, ten, get):
    assert beside(2, "1") == [(1, "2.1", "购买本市高校、科技创新平台等机构科技服务的费用，按其实…", True)]
    page = get(f"{ten[2].get_absolute_url()}1/")
    assert "牵头文件，同样写到“购买本市高校、科技创新平台等机构科技服务的费用，按其实…”" in page


def test_the_decision_leads_to_what_carries_it_out(beside):
    found = beside(1, "2.1")
    assert [(position, path) for position, path, _, _ in found] == [(2, "1"), (2, "2")]
    assert not any(leads for *_, leads in found)


def test_quotes_within_the_words_are_single_and_closed(beside):
    assert (3, "6", "国有建设用地公开出让项目‘交地即交证’", False) in beside(1, "5.12") + beside(8, "4")


def test_sums_of_money_and_formal_sentences_are_no_likeness(beside):
    """自印发之日起施行，有效期 and 最高不超过100万元 stand everywhere."""
    assert beside(4, "closing") == []
    assert all("100万元" not in phrase for *_, phrase, _ in beside(4, "13"))


def test_neighbours_are_of_the_collection_or_related(beside, ten):
    Document.objects.filter(pk=ten[2].pk).update(collection=None)
    assert [(position, path, leads) for position, path, _, leads in beside(2, "1")] == [(1, "2.1", False)]
    Relation.objects.filter(from_document=ten[2]).delete()
    assert beside(2, "1") == []


def test_a_withdrawn_document_is_not_shown(beside, ten):
    Document.objects.filter(pk=ten[1].pk).update(state=Document.State.WITHDRAWN)
    assert all(position != 1 for position, *_ in beside(2, "1"))
