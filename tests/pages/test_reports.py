"""报告错误 reaches the editors without an account; it is throttled, trapped, and the only page that sets a cookie."""

import pytest
from django.core.cache import cache

from policies.models import ErrorReport
from policies.views.reports import MOST_REPORTS


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()


def test_a_report_reaches_the_editors(db, client):
    response = client.post("/report/", {"message": "第三条的金额读错了", "address": "/policies/x/3/", "contact": ""})
    assert (response.status_code, response["Location"]) == (302, "/report/?sent=1")
    report = ErrorReport.objects.get()
    assert (report.address, report.message, report.state) == ("/policies/x/3/", "第三条的金额读错了", "open")
    assert "收到了" in client.get("/report/?sent=1").content.decode()


def test_the_page_it_is_about_is_filled_in(db, client):
    assert 'value="/policies/x/3/"' in client.get("/report/?page=/policies/x/3/").content.decode()
    assert "evil.example" not in client.get("/report/?page=https://evil.example/").content.decode()


def test_an_empty_report_is_sent_back_with_a_word(db, client):
    response = client.post("/report/", {"message": " "})
    assert response.status_code == 422
    assert "请写下哪里不对" in response.content.decode()
    assert not ErrorReport.objects.exists()


def test_what_a_program_fills_in_is_dropped(db, client):
    client.post("/report/", {"message": "买药买药买药", "website": "http://spam.example"})
    assert not ErrorReport.objects.exists()


def test_too_many_from_one_place_are_refused(db, client):
    for _ in range(MOST_REPORTS):
        client.post("/report/", {"message": "这里不对，请看看"})
    response = client.post("/report/", {"message": "这里不对，请看看"})
    assert response.status_code == 429
    assert response["Retry-After"]
    assert ErrorReport.objects.count() == MOST_REPORTS
    assert client.post("/report/", {"message": "这里不对，请看看"}, REMOTE_ADDR="10.0.0.9").status_code == 302


def test_a_foreign_form_is_refused(db):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/report/", {"message": "这里不对，请看看"}).status_code == 403
