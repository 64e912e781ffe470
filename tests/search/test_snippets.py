"""A snippet shows the densest real match, escaped first and marked after."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.snippets import Marks, mark, snippet


def plain(html):
    return re.sub(r"</?mark>", "", html)


def test_the_phrase_is_marked_across_punctuation():
    assert mark("推行“交地、即交证”服务", Marks(phrases=("交地即交证",))) == "推行“<mark>交地、即交证</mark>”服务"


def test_words_are_marked_where_the_phrase_is_not():
    assert mark("科技和创新", Marks(phrases=("科技创新",), words=("科技", "创新"))) == (
        "<mark>科技</mark>和<mark>创新</mark>"
    )


def test_a_number_written_otherwise_is_marked():
    assert mark("最高补助五十万元。", Marks(tokens=("¥500000",))) == "最高补助<mark>五十万元</mark>。"


def test_wide_and_traditional_text_is_marked():
    assert mark("ＯＰＣ社區", Marks(phrases=("opc社区",))) == "<mark>ＯＰＣ社區</mark>"


def test_the_densest_place_of_a_long_text():
    text = "科技。" + "无关文字，" * 80 + "科技创新券与科技创新平台。" + "无关文字，" * 80
    html, _ = snippet([("", text)], Marks(phrases=("科技创新",)))
    assert html.startswith("…") and html.endswith("…")
    assert html.count("<mark>科技创新</mark>") == 2


def test_the_item_that_matches_is_named():
    html, name = snippet([("", "下列情形："), ("1.2", "（二）破产清算")], Marks(phrases=("破产",)))
    assert (html, name) == ("（二）<mark>破产</mark>清算", "1.2")


def test_without_a_match_the_beginning():
    assert snippet([("", "甲" * 500)], Marks())[0] == "甲" * 120 + "…"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>科技", "科技&amp;<b>", '科技" onmouseover="'])
def test_html_is_escaped(text):
    html = mark(text, Marks(phrases=("科技",)))
    assert "<mark>科技</mark>" in html
    assert not re.search(r"<(?!/?mark>)", html)


@given(st.text(max_size=300), st.lists(st.text(min_size=1, max_size=3), max_size=4))
def test_the_only_tag_is_mark(text, words):
    from html import unescape

    from search.characters import letters

    marks = Marks(phrases=tuple(filter(None, map(letters, words))), words=tuple(filter(None, map(letters, words))))
    html = mark(text, marks)
    assert not re.search(r"<(?!/?mark>)", html)
    assert unescape(plain(html)) == text.replace("\n", " ")
    assert html.count("<mark>") == html.count("</mark>")
