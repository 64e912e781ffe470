"""Titles break between words, documents have short names, facts are quoted in the clause that says them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policies.presentation.words import clause_round, elided, numbered, piece_round, title_html, topic

CHARACTERS = st.text(alphabet="泉州市政策的，。；、（）“”关于<>&\n 123", max_size=60)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("泉州市人民政府关于进一步支持企业科技创新促进高质量发展的实施意见", "企业科技创新"),
        ("泉州市进一步优化营商环境的若干措施", "营商环境"),
        ("泉州市进一步强化民营经济发展人才支持的若干措施（试行）", "民营经济发展人才支持"),
        ("泉州市公安局关于全面推行落户便利化若干措施的通知", "落户便利化"),
        ("泉州市自然资源和规划局关于强化用地保障推动民营经济高质量发展的若干措施", "用地保障"),
        ("泉州市商务局 泉州市财政局关于推动民营企业扩大开放合作若干措施", "民营企业扩大开放合作"),
        ("国务院关于印发《优化营商环境条例》的通知", "营商环境条例"),
        ("中华人民共和国民法典 物权编", "民法典 物权编"),
        ("市场主体登记管理条例", "市场主体登记管理条例"),
        ("中华人民共和国宪法", "中华人民共和国宪法"),
    ],
)
def test_short_names(title, short):
    assert topic(title) == short


def test_a_title_breaks_between_words_and_is_escaped():
    assert title_html("进一步优化营商环境的若干措施") == "进一步<wbr>优化<wbr>营商<wbr>环境的<wbr>若干<wbr>措施"
    assert "“晋江经验”" in title_html("创新发展“晋江经验”加快创建")
    assert "<b>" not in title_html("<b>")


@given(CHARACTERS)
def test_a_title_loses_nothing(text):
    from html import unescape

    assert unescape(title_html(text).replace("<wbr>", "")) == text


@given(CHARACTERS)
def test_a_short_name_is_short_and_not_empty_for_a_title(text):
    assert len(topic(text)) <= 16


@given(CHARACTERS, st.integers(0, 60), st.integers(0, 10), st.integers(10, 80))
@example("111，111111111111", 11, 0, 10)
@example("对企业给予，一二三四1234567890元奖励，再给予补贴", 10, 10, 10)
def test_a_quotation_holds_its_fact_and_is_no_longer_than_asked(text, start, length, longest):
    start, end = min(start, len(text)), min(start + length, len(text))
    quoted = clause_round(text, start, end, longest)
    assert text[start:end].strip() in quoted or "\n" in text[start:end]
    assert len(quoted) <= max(longest, length) + 4


@given(CHARACTERS, st.integers(0, 60), st.integers(0, 10))
def test_a_piece_never_fails(text, start, length):
    piece_round(text, min(start, len(text)), min(start + length, len(text)))


def test_a_clause_ends_where_the_sentence_does():
    text = "对甲奖励10万元；对乙奖励20万元，按1:1分摊。其他不奖。"
    start = text.index("20万元")
    assert clause_round(text, start, start + 4) == "对乙奖励20万元，按1:1分摊"
    assert piece_round(text, start, start + 4) == "对乙奖励20万元"


@pytest.mark.parametrize(
    ("name", "line", "parts"),
    [
        ("市教育局", "市科技局、教育局、财政局", ("市", "教育局", "")),
        ("泉州开发区管委会", "泉州开发区、泉州台商投资区管委会", ("", "泉州开发区", "管委会")),
        ("市科技局", "市科技局、教育局", ("", "市科技局", "")),
        ("市水利局", "", ("", "市水利局", "")),
        ("税务总局", "完全无关", ("", "税务总局", "")),
    ],
)
def test_what_print_left_out_of_a_name(name, line, parts):
    assert elided(name, line) == parts


def test_numbers_without_a_mark_are_set_apart():
    assert numbered("一、", "总则") == "一、总则"
    assert numbered("第一章", "总则") == "第一章 总则"
    assert numbered("", "附则") == "附则"
