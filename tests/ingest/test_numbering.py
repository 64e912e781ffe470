"""Printed numbers: each style of the table with its printed example, and what only looks like a number."""

import pytest

from policies.ingest.numbering import NUMBER_STYLES, read_printed_number
from tests.ingest.documents import find, paths, read


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


def test_an_article_may_have_its_title_in_brackets_right_behind_its_number():
    document = read(
        "澜江高新区促进产业发展办法\n第一条【目的】 为促进产业发展，制定本办法。\n"
        "第二条【落户奖励】 对新落户企业给予奖励：\n（一）甲类50万元；\n（二）乙类30万元。\n"
        "第三条【租金补贴】 按租金的50%补贴。"
    )
    assert paths(document) == ["第一条", "第二条", "第二条/（一）", "第二条/（二）", "第三条"]
    assert find(document, "第三条").heading == "【租金补贴】"


def test_decimals_count_on_under_numbers_in_words():
    document = read(
        "澜江区扶持软件产业若干政策\n为加快软件产业发展，结合本区实际，制定本政策。\n一、支持研发\n1.1对购买软件的，补助30%。\n"
        "1.2对开发软件的，补助20%。\n二、支持人才\n2.1每人每月补贴3000元。\n2.2购房补贴20万元。\n三、附则\n3.1本政策自发布之日起施行。"
    )
    assert paths(document) == ["一", "一/1.1", "一/1.2", "二", "二/2.1", "二/2.2", "三", "三/3.1"]
