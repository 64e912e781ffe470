"""What stands before and after the units: preamble, closing, signature, imprint, annexes, notices."""

import pytest

from tests.ingest.documents import find, paths, read


def test_a_notice_that_wraps_a_document_is_one_document():
    document = read(
        "晋江市人民政府关于印发晋江市促进制造业发展若干措施的通知\n晋政文〔2022〕15号\n各镇人民政府、街道办事处：\n"
        "《晋江市促进制造业发展若干措施》已经市政府研究通过，现印发给你们。\n晋江市人民政府\n"
        "二〇二二年三月五日\n（此件主动公开）\n晋江市促进制造业发展若干措施\n"
        "为深入实施创新驱动发展战略，制定如下措施。\n一、支持技改\n给予补助。\n二、支持创新\n给予奖励。\n"
        "本措施自2022年4月1日起施行。\n抄送：市委办公室。\n"
        "晋江市人民政府办公室 2022年3月6日印发"
    )
    assert document.title == "晋江市人民政府关于印发晋江市促进制造业发展若干措施的通知"
    assert (document.document_number, document.kind) == ("晋政文〔2022〕15号", "通知")
    assert document.issuing_bodies == ["晋江市人民政府"]
    assert paths(document) == ["一", "二"]
    assert [paragraph.text for paragraph in document.closing] == ["本措施自2022年4月1日起施行。"]
    assert (document.dates.signed, document.dates.printed) == ("2022-03-05", "2022-03-06")
    assert document.preamble.text.splitlines()[-1] == "为深入实施创新驱动发展战略，制定如下措施。"


def test_the_wrapped_text_may_be_printed_as_the_first_annex():
    document = read(
        "某市人民政府关于印发某市若干措施的通知\n各县人民政府：\n"
        "现将《某市若干措施》印发给你们，请认真贯彻执行。\n附件：1.某市若干措施\n2.任务分解表\n某市人民政府\n"
        "2022年3月5日\n"
        "附件1\n某市若干措施\n一、支持技改\n给予补助。\n二、支持创新\n给予奖励。\n附件2\n任务分解表\n"
        "一、支持技改\n市工信局"
    )
    assert paths(document) == ["一", "二", "附件2", "附件2/一"]
    assert find(document, "附件2").heading == "任务分解表"
    assert find(document, "附件2").kind == "annex"


def test_annexes_keep_their_numbers_apart():
    document = read(
        "某市公安局操作规范\n第一条 为了规范执勤执法行为，根据有关法律，制定本规范。\n"
        "第二条 本规范自公布之日起施行。\n附件1：查处酒后驾驶操作规程\n一、应当配备检测仪。\n二、应当记录。\n"
        "附件2：查处超速操作规程\n一、应当使用测速仪。"
    )
    assert paths(document) == ["第一条", "第二条", "附件1", "附件1/一", "附件1/二", "附件2", "附件2/一"]


def test_a_paragraph_after_run_in_units_closes_the_document():
    document = read(
        "国务院关于挂钩问题的通知\n国发〔1981〕88号\n各省、自治区人民政府：\n现将几个问题通知如下：\n"
        "一、关于基数问题。应按规定尽快落实。\n二、关于价格问题。一律按统购价执行。\n"
        "挂钩是一项政策性很强的工作，各部门必须密切配合。\n国务院\n一九八一年五月二十三日"
    )
    assert [paragraph.text for paragraph in document.closing] == ["挂钩是一项政策性很强的工作，各部门必须密切配合。"]
    assert document.dates.signed == "1981-05-23"
    assert find(document, "二").heading == "关于价格问题"


def test_paragraphs_of_the_last_unit_stay_with_it():
    document = read(
        "某市公安局关于落户便利化的通知\n为深化户籍制度改革，现制定如下措施：\n一、施行自由办\n"
        "有房产人员可以落户。\n先进人物可以落户。\n二、践行便捷办\n材料齐全的当场办结。\n"
        "本人无法申报的可以委托。"
    )
    assert find(document, "二").text == "材料齐全的当场办结。\n本人无法申报的可以委托。"
    assert document.closing == []


def test_the_publishing_line_names_the_body():
    document = read(
        "罗湖区支持人工智能若干措施（试行）\n罗科工〔2026〕7号\n"
        "为有效承接上级计划，制定本措施，推动产业发展。\n第一条 空间支持\n提供空间支持。\n第二条 其他\n"
        "自发布之日起施行。\n"
        "罗湖区科技和工业信息化局（乡村振兴和协作交流局）2026年4月24日发布。"
    )
    assert document.issuing_bodies == ["罗湖区科技和工业信息化局"]
    assert document.dates.published == "2026-04-24"
    assert (document.title, document.kind) == ("罗湖区支持人工智能若干措施（试行）", "措施")


def test_a_title_on_three_lines():
    document = read(
        "加快重点产业实施意见\n中共柳河县委 柳河县人民政府\n关于支持重点产业加快发展的实施意见\n"
        "(2023年2月8日)\n为抢抓国家新一轮东北振兴战略机遇，制定如下实施意见。\n一、政策支持\n设立引导资金。"
    )
    assert document.title == "中共柳河县委 柳河县人民政府关于支持重点产业加快发展的实施意见"
    assert document.issuing_bodies == ["中共柳河县委", "柳河县人民政府"]
    assert document.dates.signed == "2023-02-08"


def test_a_paragraph_after_items_of_one_long_sentence_closes_the_document():
    items = "，经县人民政府常务会议研究并报请上级机关同意后继续有效，由原制定机关负责组织实施。"
    document = read(
        f"关于文件清理结果的决定\n各乡镇：\n现公布如下：\n一、关于储备粮管理的七件文件{items}\n"
        f"二、关于土地流转管理的两件文件{items}\n上述文件由各主管部门负责解释并定期评估。\n各乡镇要重视文件管理。"
    )
    assert [one.text for one in document.closing] == [
        "上述文件由各主管部门负责解释并定期评估。",
        "各乡镇要重视文件管理。",
    ]


def test_a_paragraph_after_items_of_one_short_sentence_stays_with_the_last():
    document = read("关于加强管理的意见\n现提出如下意见：\n一、加强领导。\n二、明确责任。\n各乡镇要明确责任人。")
    assert document.closing == []
    assert find(document, "二").text == "明确责任。\n各乡镇要明确责任人。"


def test_how_to_answer_a_notice_that_asks_for_opinions_is_no_unit():
    document = read(
        "澜江县发展和改革委员会关于公开征求《澜江县支持民营经济若干措施（征求意见稿）》意见的通知\n"
        "现面向社会公开征求意见，请于5月6日前通过以下途径反馈：\n1、电子邮箱：a@example.com\n2、联系电话：0123-4567\n"
        "3、通讯地址：澜江县北街5号\n附件：1.《澜江县支持民营经济若干措施（征求意见稿）》\n2.起草说明\n澜江县发展和改革委员会\n"
        "2025年4月6日\n澜江县支持民营经济若干措施\n（征求意见稿）\n为激发活力，制定以下措施。\n一、支持创新\n给予奖励。\n"
        "二、支持转型\n给予补助。"
    )
    assert paths(document) == ["一", "二"]
    assert document.preamble.text.splitlines()[-1] == "为激发活力，制定以下措施。"
    assert "1、电子邮箱：a@example.com" in document.preamble.text
    assert (document.issuing_bodies, document.dates.signed) == (["澜江县发展和改革委员会"], "2025-04-06")


@pytest.mark.parametrize("heading", ["（施行日期）", "附 则", "【施行日期】"])
def test_the_last_article_has_the_text_below_its_heading(heading):
    document = read(
        "澜江市公共停车场管理办法\n第一条 适用范围\n本市行政区域内的公共停车场适用本办法。\n"
        f"第二条 {heading}\n本办法自2024年1月1日起施行。"
    )
    assert find(document, "第二条").text == "本办法自2024年1月1日起施行。"
    assert document.closing == []
    assert document.validity.from_ == "2024-01-01"


def test_a_term_below_items_that_have_no_text_of_their_own_closes_the_document():
    document = read(
        "澜江开发区招商引资优惠办法\n一、土地政策\n工业用地按基准价的70%出让，仓储用地按基准价的80%出让。\n"
        "二、服务政策\n（1）全程代办\n（2）一事一议\n本办法自公布之日起执行。"
    )
    assert [paragraph.text for paragraph in document.closing] == ["本办法自公布之日起执行。"]
    assert find(document, "二/（2）").text == "一事一议"


def test_the_term_of_a_standard_closes_it():
    document = read(
        "澜江市公共租赁住房租金标准\n根据有关规定，现将租金标准公布如下：\n（一）一类地段：每平方米12元；\n"
        "（二）其他地段：每平方米8元。\n本标准自2024年3月1日起执行。"
    )
    assert [paragraph.text for paragraph in document.closing] == ["本标准自2024年3月1日起执行。"]


@pytest.mark.parametrize("label", ["附表：", "附图：", "附录：", "附件", "附表"])
def test_a_list_of_forms_below_the_last_unit_gives_no_units(label):
    document = read(
        "澜江市见习办法\n为做好见习工作，结合本市实际，制定本办法，请遵照执行。\n一、补贴\n（一）生活补贴。每月1000元。\n"
        f"（二）管理补贴。每月200元。\n{label}\n1.见习申请表\n2.见习花名册\n3.补贴汇总表"
    )
    assert paths(document) == ["一", "一/（一）", "一/（二）"]


def test_an_annex_without_a_colon_keeps_its_provisions():
    document = read(
        "澜江市见习办法\n为做好见习工作，结合本市实际，制定本办法，请遵照执行。\n一、补贴\n每月1000元。\n二、其他\n按规定执行。\n"
        "附件\n1.见习单位应当具备场所。\n2.见习人员应当按时到岗。\n3.补贴按月发放。"
    )
    assert [path for path in paths(document) if path.startswith("附件/")] == ["附件/1", "附件/2", "附件/3"]
