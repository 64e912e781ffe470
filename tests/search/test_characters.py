"""Normalisation maps one character to a fixed string, whatever its neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.characters import aligned, letters, readable

FOLDED = [
    ("泉州市科學技術局", "泉州市科学技术局"),
    ("ＯＰＣ 社区", "opc社区"),
    ("５００万元", "500万元"),
    ("“揭榜挂帅”", "揭榜挂帅"),
    ("30㎡", "30m2"),
    ("著作权", "著作权"),
    ("覆盖、借藉", "覆盖借藉"),
    ("於後", "于后"),
    ("⼈⺠政府落⼾", "人民政府落户"),
]


@pytest.mark.parametrize(("typed", "folded"), FOLDED)
def test_letters(typed, folded):
    assert letters(typed) == folded


def test_punctuation_stays_readable():
    assert readable("（一）支持５Ｇ\n网络") == "(一)支持5g 网络"


@given(st.text(), st.text())
def test_neighbours_change_nothing(left, right):
    assert letters(left + right) == letters(left) + letters(right)
    assert readable(left + right) == readable(left) + readable(right)


@given(st.text())
def test_aligned_keeps_every_place(text):
    assert len(aligned(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert letters(letters(text)) == letters(text)
