"""The number of database queries of a page does not grow with its content, also with 1,000 provisions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from policies.models import Amount, Deadline, Document, Organization, Provision, Responsibility


@pytest.fixture
def cost(client):
    def ask(address: str) -> int:
        client.get(address)  # what is read once per process is read now
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    return ask


def grow(document: Document, number: int) -> None:
    """`number` more articles with a unit, an amount and a deadline each."""
    unit = Organization.objects.get(name="泉州市财政局")
    start = document.provisions.count() + 1
    text = "对企业给予50万元奖励，至2027年完成。"
    rows = Provision.objects.bulk_create(
        Provision(document=document, kind="article", number=f"第{place}条", printed_path=f"第{place}条",
                  path=f"x{place}", text=text, position=place, last=place, heading=f"标题{place}")
        for place in range(start, start + number)
    )  # fmt: skip
    Responsibility.objects.bulk_create(Responsibility(provision=row, organization=unit) for row in rows)
    Amount.objects.bulk_create(
        Amount(provision=row, start=5, end=9, surface="50万元", value=500_000, unit="元", role="benefit")
        for row in rows
    )
    Deadline.objects.bulk_create(
        Deadline(provision=row, start=13, end=18, surface="2027年", date="2027", kind="target") for row in rows
    )


@pytest.mark.parametrize(
    "page", ["document", "provision", "unit", "amounts", "deadlines", "home", "documents", "units"]
)
def test_cost_is_the_same_with_a_thousand_provisions(ten, cost, page):
    document = ten[10]
    address = {
        "document": document.get_absolute_url(),
        "provision": f"{document.get_absolute_url()}1/",
        "unit": Organization.objects.get(name="泉州市财政局").get_absolute_url(),
        "amounts": "/amounts/", "deadlines": "/deadlines/", "home": "/", "documents": "/policies/", "units": "/units/",
    }[page]  # fmt: skip
    grow(document, 5)
    few = cost(address)
    grow(document, 1000)
    assert cost(address) == few


def test_search_costs_the_same_for_many_hits(ten, cost):
    assert cost("/search/?q=企业&limit=50") == cost("/search/?q=企业&limit=5")


def test_list_of_documents_costs_the_same_for_many(ten, cost):
    few = cost("/policies/")
    Document.objects.bulk_create(
        Document(title=f"文件{number}", slug=f"many-{number}", state="published") for number in range(40)
    )
    assert cost("/policies/") == few
