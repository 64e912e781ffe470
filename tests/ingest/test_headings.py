"""Headings: run in before the text, or on a line of their own."""

import pytest

from policies.ingest.tree.headings import can_run_in, first_sentence
from tests.ingest.documents import find, read

LONG = "为贯彻落实党中央、国务院决策部署，结合本市实际，制定本措施，请认真组织实施。"


@pytest.mark.parametrize(
    ("sentence", "style", "can"),
    [
        ("强化民营企业创新主体作用", "paren", True),
        ("深化跨域诉讼服务，推进涉企诉讼事项“跨域办”", "comma", True),
        ("完善鼓励金融业奖励政策，提升资金奖励力度", "digit", False),
        ("奖励标准如下：国家级", "comma", False),
        ("一" * 31, "paren", False),
    ],
)
def test_what_can_be_a_run_in_heading(sentence, style, can):
    assert can_run_in(sentence, style) is can


def test_a_stop_inside_quotes_ends_no_sentence():
    assert first_sentence("做到“不叫不到。随叫随到”的要求。其他") == ("做到“不叫不到。随叫随到”的要求", "其他")


def test_run_in_and_own_line():
    document = read(
        f"某市若干措施\n{LONG}\n一、加强保障。\n（一）加强领导。各部门要密切配合。\n（二）落实责任\n"
        "各单位落实。\n（三）各单位要按照分工，认真落实。\n二、其他事项：\n（一）按规定执行。"
    )
    assert find(document, "一").heading == "加强保障"
    assert (find(document, "一/（一）").heading, find(document, "一/（一）").text) == ("加强领导", "各部门要密切配合。")
    assert (find(document, "一/（二）").heading, find(document, "一/（二）").text) == ("落实责任", "各单位落实。")
    assert (find(document, "一/（三）").heading, find(document, "一/（三）").text) == (
        "",
        "各单位要按照分工，认真落实。",
    )
    assert find(document, "二").heading == "其他事项："


def test_articles_have_run_in_headings_only_where_most_are_written_so():
    law = read(
        "某市条例\n第一条 为了规范管理，制定本条例。\n第二条 本条例适用于本市。本市以外不适用。\n"
        "第三条 市政府负责。\n第四条 违反规定的，处以罚款。\n第五条 本条例自公布之日起施行。"
    )
    assert [provision.heading for provision in law.provisions] == [""] * 5
    policy = read(
        f"某区实施办法\n{LONG}\n第一条 载体建设。给予每家30万元支持。\n第二条 平台服务。每年安排经费。\n"
        "第三条 企业培育。给予奖励。\n第四条 本办法自发布之日起施行，有效期3年。"
    )
    assert [provision.heading for provision in policy.provisions] == ["载体建设", "平台服务", "企业培育", ""]


def test_a_lead_in_of_an_article_is_text():
    document = read(
        "某市处罚规定\n第一条 为了规范处罚行为，根据法律制定本规定。\n第二条 有下列行为之一的，处以罚款：\n"
        "（一）乱倒垃圾；\n（二）乱贴广告。\n第三条 本规定自公布之日起施行。"
    )
    assert (find(document, "第二条").heading, find(document, "第二条").text) == ("", "有下列行为之一的，处以罚款：")


def test_a_heading_in_square_brackets():
    document = read(f"某区政策意见\n{LONG}\n第一条 【空间支持】对入驻企业给予租金减免。\n第二条 【其他】按规定执行。")
    assert find(document, "第一条").heading == "【空间支持】"
    assert find(document, "第一条").text == "对入驻企业给予租金减免。"


def test_one_sentence_followed_by_paragraphs_is_text_where_the_numbers_beside_it_have_no_headings():
    document = read(
        f"某市补贴费标准规定\n{LONG}\n一、补贴标准\n（一）拆迁住宅的，每户700元。\n（二）拆迁厂房的，每平方米80元。\n"
        "（三）面积以权属文件的记载为准。\n设备的迁移费用，按实际标准另行补贴。\n二、其他\n按规定执行。"
    )
    three = find(document, "一/（三）")
    assert (three.heading, three.paragraphs) == ("", 2)


def test_a_short_line_with_only_units_below_it_is_a_heading():
    document = read(
        f"某市工作分工\n{LONG}\n一、主要目标\n（一）地区生产总值增长7%以上\n责任单位：市发改委\n"
        "（二）加强风险防控，保障群众安全\n责任单位：市应急局\n（三）保障供应。\n责任单位：市商务局\n二、其他\n按规定执行。"
    )
    assert find(document, "一/（一）").heading == "地区生产总值增长7%以上"
    assert find(document, "一/（二）").text == "加强风险防控，保障群众安全"
    assert find(document, "一/（三）").text == "保障供应。"


def test_short_sentences_on_lines_of_their_own_with_a_paragraph_each_are_headings():
    document = read(
        f"某市若干措施\n{LONG}\n一、支持研发。\n对研发投入给予补助。\n二、支持人才。\n对人才给予补贴。\n三、支持平台。\n对平台给予奖励。"
    )
    assert [(p.heading.rstrip("。"), p.text) for p in document.provisions] == [
        ("支持研发", "对研发投入给予补助。"),
        ("支持人才", "对人才给予补贴。"),
        ("支持平台", "对平台给予奖励。"),
    ]


ITEMS = "1.领军人才。须有证书。\n2.青年人才。须有合同。\n3.经区政府批准引进的其他人才。\n"


def test_a_paragraph_that_names_the_items_above_leaves_the_last_its_text():
    document = read(
        f"某区公寓办法\n{LONG}\n一、对象\n{ITEMS}领军人才、青年人才可以单独申请公寓。\n二、其他\n按规定执行。"
    )
    three = find(document, "一/3")
    assert (three.heading, three.text.split("\n")[0]) == ("", "经区政府批准引进的其他人才。")


def test_a_paragraph_of_its_own_makes_the_short_sentence_above_it_a_heading():
    document = read(f"某区公寓办法\n{LONG}\n一、对象\n{ITEMS}须由用人单位推荐。\n二、其他\n按规定执行。")
    three = find(document, "一/3")
    assert (three.heading.rstrip("。"), three.text) == ("经区政府批准引进的其他人才", "须由用人单位推荐。")
