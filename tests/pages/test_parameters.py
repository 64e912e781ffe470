"""What stands after the ? of an address is read with care: nothing breaks a page, what is ignored is said."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from policies.views.parameters import Parameters


def read(query: str) -> Parameters:
    return Parameters(QueryDict(query))


@pytest.mark.parametrize(
    ("typed", "value"),
    [("500万元", 5_000_000), ("500万", 5_000_000), ("五百万元", 5_000_000), ("1.5亿", 150_000_000), ("", None)],
)
def test_money(typed, value):
    asked = Parameters({"min": typed})
    assert asked.money("min", "金额") == value
    assert asked.notes == []


@pytest.mark.parametrize("typed", ["很多", "-5", "9" * 30, "1e5", "NaN", "inf"])
def test_money_that_is_none(typed):
    asked = Parameters({"min": typed})
    assert asked.money("min", "金额") is None
    assert len(asked.notes) == 1


@given(st.text(max_size=300))
def test_no_text_breaks_it(text):
    asked = Parameters({"v": text, "page": text})
    asked.text("v", 50)
    asked.choice("v", {"a": 1}, "项")
    asked.money("v", "金额")
    assert asked.page(range(500), 50).number in range(1, 11)


def test_the_nearest_page_is_shown():
    asked = read("page=99")
    assert asked.page(range(120), 50).number == 3
    assert asked.notes == ["没有第“99”页，共 3 页。"]
    assert read("page=0").page(range(120), 50).number == 1
