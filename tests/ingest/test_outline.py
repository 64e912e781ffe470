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


def test_outside_articles_the_list_stays_and_the_paragraph_behind_it_is_a_node():
    document = read(
        "某市人才补助办法\n\n为做好人才工作，制定本办法。\n\n一、补助标准\n\n（一）生活补助。按下列标准发放：\n\n"
        "1.博士；\n\n2.硕士；\n\n3.学士。\n\n以上均指全日制毕业生，由市人社局认定。\n\n（二）交通补助。每人每月100元。\n\n"
        "二、申报\n\n由市人社局受理。\n"
    )
    item = "一/（一）"
    assert paths(document)[1:6] == [item, f"{item}/1", f"{item}/2", f"{item}/3", f"{item}/第二款"]
    assert find(document, f"{item}/第二款").text == "以上均指全日制毕业生，由市人社局认定。"


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


def test_decimal_numbers_without_spaces():
    document = read(
        "某市债务风险应急预案\n1总则\n1.1编制目的\n建立健全工作机制，防范化解风险，保障经济社会平稳健康发展。\n"
        "1.2工作原则\n1.2.1分级负责\n各区人民政府各负其责。\n1.2.2为及时应对，加强监测预警。\n"
        "2组织机构\n2.1应急领导小组\n由市长任组长。\n3附则\n本预案自发布之日起实施。\n"
    )
    assert paths(document) == ["1", "1/1.1", "1/1.2", "1/1.2/1.2.1", "1/1.2/1.2.2", "2", "2/2.1", "3"]
    assert find(document, "1/1.2/1.2.1").heading == "分级负责"


def test_a_notice_with_numbers_of_its_own_before_its_signature():
    document = read(
        "某区人民政府办公室关于印发2023年目标任务责任分解方案的通知\n各街道办事处：\n"
        "现将《2023年目标任务责任分解方案》印发给你们，并就有关事项通知如下：\n一、各责任单位要高度重视，制订工作方案。\n"
        "二、区绩效考评机构要加强考核。\n某区人民政府办公室\n2023年1月3日\n2023年目标任务责任分解方案\n"
        "一、主要预期目标\n（一）地区生产总值增长7%以上\n责任单位：区发展和改革局\n（二）工业增加值增长12%以上\n"
        "责任单位：区科技和经信局"
    )
    assert paths(document) == ["一", "一/（一）", "一/（二）"]
    assert find(document, "一/（二）").responsible_units == ["区科技和经信局"]
    assert document.preamble.text.endswith("二、区绩效考评机构要加强考核。")
    assert document.warnings == []


def test_one_chapter_numbered_like_a_policy_stands_above_its_articles():
    document = read(
        f"某市补助费使用管理暂行办法\n{LONG}\n一、总 则\n第一条 为了加强管理，制定本办法。\n第二条 补助费专款专用。"
    )
    assert paths(document) == ["一", "一/第一条", "一/第二条"]
    assert find(document, "一").heading == "总则"


@pytest.mark.parametrize(("mark"), [",", "，"])
def test_numbers_with_a_comma_count_on(mark):
    document = read(
        f"某局关于检发票证式样的通知\n{LONG}\n一{mark}各地都使用统一式样的票证。\n二{mark}票证尺寸由各地自定。\n三{mark}编号由各地自定。"
    )
    assert paths(document) == ["一", "二", "三"]
    alone = read(f"某局关于检发票证式样的通知\n{LONG}\n一{mark}二线城市以外的各地都使用统一式样的票证。")
    assert paths(alone) == ["p1", "p2"]


def test_an_item_may_begin_with_a_year():
    document = read(
        f"某区招生工作方案\n{LONG}\n一、招生对象\n1.2020年6月11日前，户籍在我区的适龄儿童；\n"
        "2.2020年6月11日前，在我区购买住宅的；\n3.具有居住证的随迁子女；\n4.500万元以上投资者的子女。"
    )
    assert paths(document) == ["一", "一/1", "一/2", "一/3", "一/4"]


def test_unnumbered_headings_over_numbers_that_count_on():
    document = read(
        f"某省重点工作实施意见\n{LONG}\n扛牢粮食安全责任\n（一）稳定面积。落实责任。\n（二）扩大油料。开发冬闲田。\n"
        "提升治理水平\n（三）完善机制。健全组织体系。\n强化保障\n（四）加大投入。各级财政优先保障。"
    )
    assert paths(document) == [
        "扛牢粮食安全责任",
        "扛牢粮食安全责任/（一）",
        "扛牢粮食安全责任/（二）",
        "提升治理水平",
        "提升治理水平/（三）",
        "强化保障",
        "强化保障/（四）",
    ]
    assert document.preamble.text == LONG


def test_an_excerpt_may_begin_with_a_later_decimal_number():
    document = read(f"某厅应急预案编制要求\n{LONG}\n7 专项应急预案内容\n7.1 适用范围\n说明范围。\n7.2 职责\n明确职责。")
    assert paths(document) == ["7", "7/7.1", "7/7.2"]


def test_a_table_of_contents_may_count_in_other_numerals_and_lack_what_a_cut_text_lacks():
    document = read(
        f"某县禁烧区划定方案\n目录\n第1章 总论\n1.1 背景\n1.2 目的\n第2章 管控要求\n附图 范围图\n第一章 总论\n{LONG}\n"
        "第二章 管控要求\n各乡镇按照属地原则落实管控要求，严禁露天焚烧秸秆。"
    )
    assert paths(document) == ["第一章", "第二章"]
    assert document.warnings == ["第2至7行：是本文件的目录，各标题在正文中另有，没有重复收入"]


def test_articles_whose_white_space_was_lost():
    document = read(
        "某区支持大学生实习若干措施\n分享\n第一条鼓励就业\n招用毕业生的，给予用人单位补贴1000元。\nPresented by：QH\n"
        "第二条提供实习体验\n每年提供实习岗位500个。\n第三条加强保障\n各部门按职责落实。"
    )
    assert [(p.path, p.heading) for p in document.provisions] == [
        ("第一条", "鼓励就业"),
        ("第二条", "提供实习体验"),
        ("第三条", "加强保障"),
    ]


def test_a_number_without_white_space_among_articles_with_it_is_running_text():
    document = read(
        "某市供水条例\n第一条 为了加强供水管理，制定本条例。\n第二条 本条例适用于本市。\n第三条 违反下列规定的，依照\n"
        "第二条规定处罚。\n第四条 本条例自公布之日起施行。"
    )
    assert paths(document) == ["第一条", "第二条", "第三条", "第四条"]
    assert document.provisions[2].text.endswith("第二条规定处罚。")


def test_the_last_of_items_with_a_title_and_a_paragraph_has_its_paragraph():
    document = read(
        "某市文明工地管理规定\n第一条 工作由以下机构负责。\n一、领导机构。\n市领导小组负责领导评选工作。\n"
        "二、工作机构。\n按照专业不同，分为：\n（一）土建组；\n（二）市政组。\n第二条 本规定自发布之日起施行。"
    )
    assert paths(document) == ["第一条", "第一条/一", "第一条/二", "第一条/二/（一）", "第一条/二/（二）", "第二条"]


def test_parts_stand_above_numbers_in_words():
    document = read(
        "澜江市医疗保障待遇清单\n第一部分 基本制度\n一、职工医保\n（一）住院待遇。支付90%。\n"
        "（二）门诊待遇。限额3000元。\n第二部分：筹资政策\n一、职工医保\n单位缴费8%。\n第二部分所称缴费，是指年度缴费。"
    )
    assert paths(document) == [
        "第一部分",
        "第一部分/一",
        "第一部分/一/（一）",
        "第一部分/一/（二）",
        "第二部分",
        "第二部分/一",
    ]
    assert find(document, "第二部分").heading == "筹资政策"
