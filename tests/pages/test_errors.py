"""What went wrong is said in words, with a search field, and without the database."""

import pytest
from django.test import RequestFactory

from portal import views


@pytest.mark.parametrize(
    ("view", "status", "words"),
    [
        (lambda request: views.bad_request(request, ValueError()), 400, "请求看不懂"),
        (lambda request: views.forbidden(request, PermissionError()), 403, "不能这样提交"),
        (lambda request: views.not_found(request, ValueError()), 404, "没有这一页"),
        (views.server_error, 500, "本站出错了"),
        (lambda request: views.error_page(request, 414), 414, "查询太长"),
        (lambda request: views.error_page(request, 429), 429, "提交得太多"),
        (lambda request: views.error_page(request, 503), 503, "暂时不能搜索"),
    ],
)
def test_error_pages_need_no_database(view, status, words):
    response = view(RequestFactory().get("/x/"))
    page = response.content.decode()
    assert response.status_code == status
    assert words in page
    assert 'role="search"' in page


def test_an_error_is_not_shown_to_readers(db, client, monkeypatch):
    def broken(*args):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("portal.views.front_page", broken)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert "本站出错了" in response.content.decode()
    assert "secret" not in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/nope/", "/policies/不存在/", "/policies/x/1/", "/units/x/", "/%00/", "/policies//"]
)
def test_unknown_addresses(db, client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "没有这一页" in response.content.decode()


def test_health(db, client, monkeypatch):
    assert client.get("/health/").json() == {"status": "ok", "database": True}
