"""Guessing a password: after eight wrong ones nothing is let in from there, and others go on as before."""

import pytest
from axes.models import AccessAttempt
from django.test import Client

from tests import people

pytestmark = pytest.mark.django_db
WRONG = 8


def sign_in(password: str, address: str = "203.0.113.5", name: str = "editor", **headers):
    return Client().post(
        "/admin/login/", {"username": name, "password": password}, REMOTE_ADDR=address, headers=headers
    )


@pytest.fixture(autouse=True)
def guessed():
    people.staff("editor", "编辑")
    people.staff("publisher", "发布")
    for _ in range(WRONG - 1):
        assert sign_in("123456").status_code == 200
    assert sign_in("123456").status_code == 429


def test_the_right_password_comes_too_late():
    answer = sign_in(people.PASSWORD)
    assert answer.status_code == 429
    assert answer["Retry-After"] == "900"
    assert "登录尝试太多" in answer.content.decode()


def test_the_same_person_elsewhere_and_others_here_are_let_in():
    assert sign_in(people.PASSWORD, address="203.0.113.6").status_code == 302
    assert sign_in(people.PASSWORD, name="publisher").status_code == 302


def test_what_was_typed_as_a_password_is_not_kept():
    assert "123456" not in str(AccessAttempt.objects.values())


def test_behind_a_proxy_visitors_are_told_apart(settings):
    settings.SECURE = True
    proxy = {"x-forwarded-proto": "https"}
    for _ in range(WRONG):
        last = sign_in("123456", "127.0.0.1", **proxy, **{"x-forwarded-for": "10.9.9.9, 198.51.100.7"})
    assert last.status_code == 429
    elsewhere = {"x-forwarded-for": "198.51.100.8"}
    assert sign_in(people.PASSWORD, "127.0.0.1", **proxy, **elsewhere).status_code == 302
    # What a visitor writes into the line himself stands before what the proxy adds.
    forged = {"x-forwarded-for": "198.51.100.8, 198.51.100.7"}
    assert sign_in(people.PASSWORD, "127.0.0.1", **proxy, **forged).status_code == 429


def test_without_a_proxy_the_line_says_nothing():
    assert sign_in(people.PASSWORD, **{"x-forwarded-for": "198.51.100.8"}).status_code == 429
