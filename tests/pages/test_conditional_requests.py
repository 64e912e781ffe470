"""Unchanged pages answer 304; a change is seen at the next request; a status that changes with the day is not stale."""

import datetime

import pytest

from policies.models import Amount, Organization

PAGES = ["/", "/policies/", "/units/", "/amounts/", "/deadlines/", "/search/?q=补助", "/about/", "/deadlines.ics"]


@pytest.mark.parametrize("address", PAGES)
def test_an_unchanged_page_is_not_sent_again(ten, client, address):
    first = client.get(address)
    assert first["Cache-Control"] == "public, no-cache"
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_no_last_modified_that_could_hide_a_new_status(ten, client):
    assert "Last-Modified" not in client.get(ten[2].get_absolute_url())


@pytest.mark.parametrize("change", ["text", "title", "amount", "unit"])
def test_a_change_is_seen_at_the_next_request(ten, client, change):
    address = ten[2].get_absolute_url()
    tag = client.get(address)["ETag"]
    if change == "text":
        provision = ten[2].provisions.get(path="1")
        provision.text += "新增一句。"
        provision.save()
    elif change == "title":
        ten[2].title += "（修订）"
        ten[2].save()
    elif change == "amount":
        Amount.objects.filter(provision__document=ten[2]).update(state="confirmed")
    else:
        Organization.objects.filter(name="泉州市科学技术局").update(slug="ke-ji")
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200


def test_a_status_that_changes_overnight_is_seen(ten, client, monkeypatch):
    ten[3].expires_on = datetime.date(2030, 1, 1)
    ten[3].save()
    address = ten[3].get_absolute_url()
    days = iter([datetime.date(2030, 1, 1), datetime.date(2030, 1, 2)])
    today = {"now": next(days)}
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *a, **k: today["now"])
    first = client.get(address)
    assert "badge expiring" in first.content.decode()
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    today["now"] = next(days)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200
    assert "badge expired" in again.content.decode()


def test_pages_are_read_not_written_to(ten, client):
    for address in PAGES:
        assert client.post(address).status_code == 405
