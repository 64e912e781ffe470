"""Printed numbers: each style of the table with its printed example, and what only looks like a number."""

import pytest

from policies.ingest.tree.numbering import NUMBER_STYLES, read_printed_number
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


@pytest.mark.parametrize(
    ("text", "printed", "element", "rest"),
    [
        ("2·补助标准", "2·", "2", "补助标准"),
        ("１．申报条件", "１．", "1", "申报条件"),
        ("（b）其他情形", "（b）", "（b）", "其他情形"),
        ("第二条、支持研发", "第二条、", "第二条", "支持研发"),
    ],
)
def test_marks_and_signs_of_older_prints(text, printed, element, rest):
    number = read_printed_number(text)
    assert (number.printed, number.element, number.rest) == (printed, element, rest)


@pytest.mark.parametrize(
    "line",
    [
        "第二条、第三条规定的企业，加倍补助。",
        "第二条、三条规定的企业，加倍补助。",
        "第二条、本条规定的企业，加倍补助。",
    ],
)
def test_articles_named_one_after_another_open_none(line):
    document = read(
        "澜江市补助办法\n第一条 为支持企业，制定本办法。\n第二条 给予补助。\n第三条 给予奖励。\n第四条 符合条件的，按\n"
        f"{line}\n第五条 按规定执行。"
    )
    assert paths(document)[:5] == ["第一条", "第二条", "第三条", "第四条", "第五条"]


def test_a_decimal_behind_a_middle_dot_is_none():
    assert read_printed_number("3·15晚会") is None


def test_letters_in_brackets_are_items_where_they_begin_at_a():
    head = "澜江市认定办法\n为做好认定工作，结合本市实际，制定本办法。\n一、情形\n1.下列情形之一：\n"
    assert paths(read(f"{head}（a）有场所；\n（b）有人员。"))[2:] == ["一/1/（a）", "一/1/（b）"]
    assert paths(read(f"{head}（C）类企业除外。")) == ["一", "一/1"]


ARTICLES = (
    "澜江市检测办法\n第一条　为检测制定。\n第二条　检测应当公开。\n{}\n第{}条　检测免费。\n第{}条　自公布之日施行。"
)


@pytest.mark.parametrize("glued", ["第三条检测机构应当定期检查。", "第三条各级主管部门对检测机构进行监督。"])
def test_a_glued_article_that_fills_a_gap(glued):
    document = read(ARTICLES.format(glued, "四", "五"))
    assert paths(document) == ["第一条", "第二条", "第三条", "第四条", "第五条"]
    assert find(document, "第三条").text == glued[3:]


def test_two_glued_articles_in_one_gap():
    document = read(ARTICLES.format("第三条检测机构应当检查。\n第四条检测人员应当培训。", "五", "六"))
    assert paths(document) == [f"第{number}条" for number in "一二三四五六"]


@pytest.mark.parametrize(
    ("line", "fourth"),
    [
        # no gap; a number that fits no gap; a sentence that goes on; a gap of which only a part is there
        ("第三条检测机构应当检查。", "三"),
        ("第七条检测机构应当检查。", "四"),
        ("第三条规定的机构应当检查。", "四"),
        ("第三条检测机构应当检查。", "五"),
    ],
)
def test_a_glued_number_that_fills_no_gap_opens_no_article(line, fourth):
    document = read(ARTICLES.format(line, fourth, "六"))
    assert paths(document) == ["第一条", "第二条", f"第{fourth}条", "第六条"]
    assert find(document, "第二条").text.endswith(line)
