"""Where each number stands: levels from the style of the number, in the order documents of each sort use."""

import pytest

from tests.ingest.documents import find, paths, read

LONG = "为贯彻落实党中央、国务院决策部署，结合本市实际，制定本措施，请认真组织实施。"


def test_levels_of_a_policy():
    document = read(
        f"某市支持企业发展若干措施\n{LONG}\n一、总体要求\n（一）指导思想。以新时代思想为指导。\n"
        "1．坚持创新。突出企业主体。\n"
        "（1）国家级。\n①第一档。\n②第二档。\n（2）省级。\n2．坚持市场。\n（二）目标\n到2025年实现。\n"
        "二、保障\n各部门落实。"
    )
    assert paths(document) == [
        "一",
        "一/（一）",
        "一/（一）/1",
        "一/（一）/1/（1）",
        "一/（一）/1/（1）/①",
        "一/（一）/1/（1）/②",
        "一/（一）/1/（2）",
        "一/（一）/2",
        "一/（二）",
        "二",
    ]


def test_arabic_articles_run_on_under_chapters_and_headings():
    document = read(
        f"某县支持重点产业实施意见\n{LONG}\n一、政策支持\n第 1 条 设立引导资金。\n二 、支持范围\n"
        "(一)固定资产投资奖励\n第 2 条  对工业项目给予奖励。\n"
        "第 3 条 重大项目一事一议。\n(二)绩效奖励\n第 4 条 给予连续奖励。\n三、 组织保障\n第 1 0 条 成立领导小组。"
    )
    assert paths(document) == [
        "一",
        "一/第1条",
        "二",
        "二/（一）",
        "二/（一）/第2条",
        "二/（一）/第3条",
        "二/（二）",
        "二/（二）/第4条",
        "三",
        "三/第10条",
    ]
    assert find(document, "二").kind == "chapter"
    assert find(document, "二/（一）").kind == "section"
    assert find(document, "二/（一）/第2条").kind == "article"


def test_items_below_articles_of_a_statute():
    document = read(
        "某市档案管理条例\n第一章 总 则\n第一条 为了加强档案管理，制定本条例。\n"
        "第二条 有下列情形之一的，应当归档：\n（一）会议；\n（二）活动：\n"
        "1.庆典；\n2.展览。\n第二章 附则\n第三条 本条例自2021年1月1日起施行。"
    )
    assert paths(document) == [
        "第一章",
        "第一章/第一条",
        "第一章/第二条",
        "第一章/第二条/（一）",
        "第一章/第二条/（二）",
        "第一章/第二条/（二）/1",
        "第一章/第二条/（二）/2",
        "第二章",
        "第二章/第三条",
    ]
    assert find(document, "第一章").heading == "总则"
    assert find(document, "第一章/第二条/（二）/1").kind == "subitem"


def test_a_paragraph_after_a_list_makes_paragraph_nodes():
    document = read(
        "某市物业管理条例\n第一条 为了规范物业管理，维护业主合法权益，制定本条例。\n"
        "第二条 本条例所称业主，是指房屋所有权人。\n"
        "有下列情形之一的，视为业主：\n（一）买受人；\n（二）继承人。\n其他情形由市人民政府规定。\n"
        "有下列情形之一的，不视为业主：\n（一）承租人；\n（二）借用人。\n"
        "第三条 本条例自公布之日起施行。"
    )
    assert paths(document) == [
        "第一条",
        "第二条",
        "第二条/第二款",
        "第二条/第二款/（一）",
        "第二条/第二款/（二）",
        "第二条/第三款",
        "第二条/第四款",
        "第二条/第四款/（一）",
        "第二条/第四款/（二）",
        "第三条",
    ]
    assert find(document, "第二条").text == "本条例所称业主，是指房屋所有权人。"
    assert find(document, "第二条/第三款").text == "其他情形由市人民政府规定。"
    assert find(document, "第二条/第二款").kind == "clause"


def test_a_paragraph_inside_a_list_belongs_to_its_item():
    document = read(
        "某市奖励办法\n第一条 为了鼓励创新创业，根据有关规定，制定本办法。\n第二条 奖励标准如下：\n"
        "（一）落户补贴\n对新落户企业给予补贴。\n（二）租金补贴\n给予租金补贴。\n"
        "第三条 本办法自公布之日起施行，由市科技局负责解释。"
    )
    assert find(document, "第二条/（一）").heading == "落户补贴"
    assert find(document, "第二条/（一）").text == "对新落户企业给予补贴。"
    assert find(document, "第二条").text == "奖励标准如下："


def test_an_unnumbered_heading_with_units_below():
    document = read(
        f"某区支持人工智能若干措施\n{LONG}\n第一条 办公空间支持\n提供不少于一年的空间支持。\n第二条 算力支持\n"
        "给予算力支持。\n附则\n（一）适用范围\n本措施适用于：\n"
        "1.企业；\n2.社区。\n（二）解释权\n由区科技局解释。"
    )
    assert paths(document)[2:] == ["附则", "附则/（一）", "附则/（一）/1", "附则/（一）/2", "附则/（二）"]
    assert find(document, "附则").number == ""


def test_the_same_number_twice_is_told_apart_and_warned_of():
    document = read(f"某市若干措施\n{LONG}\n一、甲事项。\n二、乙事项。\n二、丙事项。\n三、丁事项。")
    assert paths(document) == ["一", "二", "二~2", "三"]
    assert document.warnings == ["第5行：编号“二、”在同一处出现第2次，路径记作 二~2"]


def test_an_article_number_in_running_text_opens_nothing():
    document = read(
        "某市实施办法\n第一条 为了实施条例，结合本市实际情况，制定本办法。\n第二条 违反规定的，依照\n"
        "第五条规定处理，并依法给予处分。\n第三条 本办法自发布之日起施行。"
    )
    assert paths(document) == ["第一条", "第二条", "第三条"]


def test_text_without_numbers_has_one_node_per_paragraph():
    document = read(f"某市人民政府关于表彰先进的通报\n{LONG}\n希望受表彰的单位再接再厉，取得更大成绩。")
    assert paths(document) == ["p1", "p2"]
    assert document.preamble is None


def test_a_table_of_contents_of_the_document_itself_is_left_out():
    document = read(
        "某市献血条例\n目录\n第一章 总则\n第二章 组织\n第三章 附则\n第一章 总则\n"
        "第一条 为了保证临床用血需要和安全，制定本条例。\n第二章 组织\n第二条 市政府领导献血工作。\n"
        "第三章 附则\n第三条 本条例自公布之日起施行。"
    )
    assert paths(document) == ["第一章", "第一章/第一条", "第二章", "第二章/第二条", "第三章", "第三章/第三条"]
    assert document.warnings == ["第2至5行：是本文件的目录，各标题在正文中另有，没有重复收入"]


@pytest.mark.parametrize("bracket", ["（一）", "(一)", "㈠"])
def test_brackets_of_any_width(bracket):
    document = read(f"某市若干措施\n{LONG}\n一、支持事项\n{bracket}给予补助。")
    assert len(paths(document)) == 2
