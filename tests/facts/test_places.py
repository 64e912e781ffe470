"""Every fact stands where it says, whatever the text; nothing crashes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.ingest.facts import completion_deadline, extract_facts, read_interpreter, read_validity
from tests.corpora import laws_dir

_PIECES = st.sampled_from(
    [
        "最高",
        "不超过",
        "给予",
        "分别",
        "奖励",
        "补助",
        "的",
        "、",
        "，",
        "。",
        "；",
        "：",
        "（",
        "）",
        "(",
        ")",
        "《",
        "》",
        "〔2020〕",
        "18号",
        "第三条",
        "前款",
        "第（二）项",
        "500",
        "万",
        "亿",
        "元",
        "%",
        "百分之",
        "五",
        "十",
        "百",
        "千",
        "年",
        "月",
        "日",
        "底",
        "前",
        "2021",
        "二〇二一",
        "至",
        "—",
        "~",
        "1:1",
        "平方米",
        "每人每月",
        "国家级",
        "省级",
        "以上",
        "以下",
        "个",
        "工作日",
        "半",
        "自印发之日起",
        "施行",
        "有效期",
        "由市科技局负责解释",
        "美元",
        "/亩",
        "\n",
        "到",
        "本法",
        "企业",
        "对",
        "力争",
        ".",
        ",",
        "％",
        "０",
        "５",
        "零",
        "两",
        "〇",
        "比",
        "第",
        "条",
        "款",
    ]
)
_TEXT = st.one_of(st.lists(_PIECES, max_size=40).map("".join), st.text(max_size=60))


@settings(max_examples=300, deadline=None)
@given(heading=_TEXT, text=_TEXT)
def test_every_fact_stands_where_it_says(heading, text):
    facts = extract_facts(heading, text)
    words = {"heading": heading, "text": text}
    for found in (facts.amounts, facts.deadlines, facts.durations, facts.citations, facts.references):
        for fact in found:
            assert words[fact.field][fact.start : fact.end] == fact.surface != ""
        places = [(fact.field == "text", fact.start) for fact in found]
        assert places == sorted(places)
    read_validity([text])
    read_interpreter([text])
    completion_deadline(text)


@settings(max_examples=100, deadline=None)
@given(text=_TEXT)
def test_reading_twice_gives_the_same(text):
    assert extract_facts("", text) == extract_facts("", text)


@pytest.mark.slow
def test_no_law_crashes_the_extraction():
    read = 0
    for path in sorted(laws_dir().rglob("*.md")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            facts = extract_facts("", line)
            for fact in [*facts.amounts, *facts.deadlines, *facts.durations, *facts.citations, *facts.references]:
                assert line[fact.start : fact.end] == fact.surface
            read += 1
    assert read > 100_000
