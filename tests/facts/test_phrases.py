"""The phrase shown with an amount: never without its qualifier, never the opposite of it, no bracket cut."""
# ruff: noqa: E501 - an example stays on one line

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.ingest.facts import extract_facts


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("自留的建筑面积占工业建筑面积比例不得低于40%。", ["建筑面积占工业建筑面积比例不得低于40%"]),
        ("对平台年交易规模超过5亿元（含）、10亿元（含）、30亿元（含）的", ["平台年交易规模超过5亿元（含）", "平台年交易规模超过5亿元（含）、10亿元（含）", "平台年交易规模超过5亿元（含）、10亿元（含）、30亿元（含）"]),
        ("年加工产值500万元（含）以上或加工费200万元（含）以上", ["年加工产值500万元（含）以上", "加工费200万元（含）以上"]),
        ("力争新增超10亿元、超30亿元产业龙头企业", ["新增超10亿元", "超30亿元"]),
        ("产值超百亿元民营企业达10家以上", ["产值超百亿元"]),
        ("按新建100元/平方米、改扩建50元/平方米的标准给予补助", ["按新建100元/平方米", "改扩建50元/平方米"]),
        ("分别给予最高50万元、25万元的项目后补助", ["分别给予最高50万元", "分别给予最高50万元、25万元的项目后补助"]),
        ("按其实际发生额的30%予以后补助", ["按其实际发生额的30%予以后补助"]),
        ("单家企业最高不超过200万元", ["单家企业最高不超过200万元"]),
        ("在5%代偿率内产生风险的", ["在5%代偿率内"]),
        ("给予每人每月600元至800元安居补助", ["给予每人每月600元至800元安居补助"]),
        ("注册资本100万元、200万元以上的", ["注册资本100万元、200万元以上", "200万元以上"]),
        ("目录内费用给予全额报支、目录外报支40%", ["目录外报支40%"]),
    ],
)  # fmt: skip
def test_the_phrase(text, phrases):
    assert [one.text for one in extract_facts("", text).amounts] == phrases


_WORDS = st.sampled_from(
    [
        "不得低于",
        "不超过",
        "最高",
        "不少于",
        "超过",
        "超",
        "不高于",
        "低于",
        "达到",
        "",
        "给予",
        "比例",
        "的",
        "企业",
        "（含）",
        "，",
        "、",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(_WORDS, _WORDS, st.sampled_from(["40%", "100万元", "5亿元（含）"])), min_size=1, max_size=4))
def test_a_phrase_keeps_the_word_before_its_amount_and_closes_its_brackets(parts):
    text = "".join(before + word + surface for before, word, surface in parts)
    for one in extract_facts("", text).amounts:
        assert one.surface in one.text
        assert one.text in text
        assert one.text.count("（") == one.text.count("）")
        if text[: one.start].endswith("不得低于"):
            assert "不得低于" + one.surface in one.text
