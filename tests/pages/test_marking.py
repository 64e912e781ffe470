"""Facts and hits are marked in the text, escaped, each character once, in its order."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from policies.models import Amount, Citation, Provision
from policies.presentation.facts import fact_line
from policies.presentation.marking import mark, paragraphs, standing

TEXT = "对企业给予<50万元>奖励，见《办法》。\n第二段20%。"


def line(model, surface, text=TEXT, **values):
    start = text.index(surface)
    provision = Provision(text=text)
    fact = model(pk=start + 1, field="text", start=start, end=start + len(surface), surface=surface, **values)
    return fact_line(fact, provision)


def facts(text=TEXT):
    return [
        line(Amount, "50万元", value=500_000, unit="元", role="benefit", qualifier="max"),
        line(Citation, "《办法》", kind="title", title="办法"),
        line(Amount, "20%", value=20, unit="%", role="rate"),
    ]


def test_paragraphs_keep_their_facts():
    first, second = paragraphs(TEXT, facts())
    assert '&lt;<a class="f sum gain" href="#am7" data-k="奖补，最高">50万元</a>&gt;' in first.html
    assert 'data-k="引文，库中没有">《办法》</a>' in first.html
    assert second.html == '第二段<a class="f sum" href="#am27" data-k="比例">20%</a>。' or "20%</a>。" in second.html


def test_a_hit_may_begin_inside_a_fact():
    start = TEXT.index("万元>奖励")
    html = mark(TEXT, 0, len(TEXT), standing(facts(), "text", TEXT), [(start, start + 5)])
    assert "50<mark>万元</mark></a><mark>&gt;奖励</mark>" in html


def test_facts_whose_words_are_gone_are_not_marked():
    gone = line(Amount, "50万元", value=1, unit="元", state="unverified")
    assert standing([gone], "text", TEXT) == []
    moved = line(Amount, "50万元", value=1, unit="元")
    assert standing([moved], "text", "别的文字，长度也够了吧") == []


def test_of_two_that_overlap_the_longer_stays():
    longer, shorter = line(Citation, "见《办法》", kind="title"), line(Citation, "《办法》", kind="title")
    assert standing([shorter, longer], "text", TEXT) == [longer]


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 8)), max_size=5))
def test_marking_changes_no_character(spans):
    hits = sorted((start, min(start + length, len(TEXT))) for start, length in spans)
    html = mark(TEXT, 0, len(TEXT), standing(facts(), "text", TEXT), hits)
    assert unescape(re.sub(r"</?(?:a|mark)\b[^>]*>", "", html)) == TEXT
