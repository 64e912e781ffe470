"""Printed numbers: each style of the table with its printed example, and what only looks like a number."""

import pytest

from policies.ingest.numbering import NUMBER_STYLES, read_printed_number


@pytest.mark.parametrize(("style", "example"), [(style, example) for style, _, example in NUMBER_STYLES])
def test_each_style_reads_its_example(style, example):
    assert read_printed_number(example).style.rstrip("12345") == style


@pytest.mark.parametrize(
    ("text", "printed", "value", "rest"),
    [
        ("第一章 总 则", "第一章", 1, "总 则"),
        ("第 1 0 条 鼓励企业标准创制", "第10条", 10, "鼓励企业标准创制"),
        ("第二百二十四条之一 组织、领导", "第二百二十四条之一", 224.001, "组织、领导"),
        ("二 、支持范围", "二、", 2, "支持范围"),
        ("(十二) 创新民营企业用地制度", "（十二）", 12, "创新民营企业用地制度"),
        ("三、一次性创业补贴。", "三、", 3, "一次性创业补贴。"),
        ("五、一线职工优先。", "五、", 5, "一线职工优先。"),
        ("10．抢劫罪", "10．", 10, "抢劫罪"),
        ("(2)国际单位制的辅助单位", "（2）", 2, "国际单位制的辅助单位"),
    ],
)
def test_number_value_and_rest(text, printed, value, rest):
    number = read_printed_number(text)
    assert (number.printed, number.value, number.rest) == (printed, value, rest)


@pytest.mark.parametrize(
    "text",
    [
        "1.2万亿元",
        "2025年底前",
        "一、二线城市",
        "一、二、三等奖各1名",
        "第七节相应改为第八节，第一百二十三条相应改为第一百二十八条。",
        "3 月底",
        "（含20%）",
        "A类人才",
    ],
)
def test_what_is_no_number(text):
    assert read_printed_number(text) is None
