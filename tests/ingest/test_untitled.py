"""Documents that print no title of their own, half of one, or the name of an order."""

import pytest

from policies.ingest import UnreadableDocument, parse_bytes
from tests.ingest.documents import paths, read

BODY = "为加快推进改革，激发市场活力，结合本区实际，制定本方案。\n一、总体要求。坚持改革。\n二、主要任务。压缩时限。\n"
WARNING = "没有本文件自己的标题，用的是它所印发（公布）文件的标题，请核对"


@pytest.mark.parametrize(
    "words",
    [
        "《澜江区工程建设项目审批改革方案（2023-2027年）》已经区政府会议通过，现印发给你们，请认真组织实施。",
        "经区政府同意，现将《澜江区工程建设项目审批改革方案（2023-2027年）》印发给你们，请认真执行。",
    ],
)
@pytest.mark.parametrize(
    "printed", ["澜江区工程建设项目审批改革方案（2023-2027年）", "澜江区工程建设\n项目审批改革方案（2023-2027年）"]
)
def test_the_title_of_what_the_notice_brings(words, printed):
    document = read(
        f"澜府函〔2019〕55 号\n各县(区)人民政府,市直有关部门:\n{words}\n"
        f"澜江区人民政府\n2019年4月29日\n{printed}\n{BODY}"
    )
    assert document.title == "澜江区工程建设项目审批改革方案（2023-2027年）"
    assert (document.document_number, document.kind) == ("澜府函〔2019〕55号", "方案")
    assert document.issuing_bodies == ["澜江区人民政府"]
    assert document.dates.signed == "2019-04-29"
    assert paths(document) == ["一", "二"]
    assert "澜江区人民政府" not in document.preamble.text
    assert document.warnings == [WARNING]


def test_an_order_has_the_title_of_what_it_puts_into_force():
    document = read(
        "澜江市人民政府令\n第48号\n《澜江市公园办法》已经市政府会议通过，现予公布，自2020年1月1日起施行。\n市长 何健\n"
        "2019年10月13日\n澜江市公园办法\n第一条 为加强公园管理，改善人居环境，制定本办法。\n第二条 本办法适用于本市。"
    )
    assert (document.title, document.kind) == ("澜江市公园办法", "办法")
    assert paths(document) == ["第一条", "第二条"]
    assert document.dates.signed == "2019-10-13"


def test_the_whole_title_stands_below_the_order():
    document = read(
        "《房屋建筑工程招标管理办法》的决定\n《建设部关于修改<房屋建筑工程招标管理办法>的决定》已经部常务会议通过，"
        "现予发布，自发布之日起施行。\n建设部部长 王蒙\n2018年9月28日\n"
        "建设部关于修改《房屋建筑工程招标管理办法》的决定\n"
        "为优化营商环境，决定作如下修改：\n一、修改第二条。\n二、删去第三条。"
    )
    assert document.title == "建设部关于修改《房屋建筑工程招标管理办法》的决定"
    assert document.issuing_bodies == ["建设部"]
    assert document.dates.effective == "2018-09-28"


def test_the_name_of_the_file_where_nothing_else_tells():
    text = "各科室，各直属单位：\n根据上级要求，现就加强考勤管理通知如下，请认真执行。\n一、严格考勤。\n二、严格请假。"
    document = read(text, "关于加强考勤管理的通知.txt")
    assert (document.title, document.kind) == ("关于加强考勤管理的通知", "通知")
    assert document.warnings == ["没有找到标题，用的是文件名，请改为文件的标题"]


def test_prose_without_title_and_numbers_stays_refused():
    text = "，".join(["这是一段很长的没有标题的话"] * 12) + "。"
    with pytest.raises(UnreadableDocument):
        parse_bytes(text.encode(), "a.txt")


def test_a_news_lead_without_a_headline():
    title = "澜江区人民政府关于印发若干政策举措（2025年版）的通知"
    document = read(
        f"日前,澜江区人民政府印发若干政策举措的通知。\n文件详情如下:\n{title}\n各乡镇人民政府、街道办事处：\n"
        f"现印发给你们，请执行。\n澜江区人民政府\n2025年4月1日\n若干政策举措\n（2025年版）\n{BODY}"
    )
    assert document.title == title
    assert document.issuing_bodies == ["澜江区人民政府"]


def test_a_notice_without_a_title_that_brings_one_on_two_lines_under_another_name():
    document = read(
        "澜江区人民政府办公室关于印发2020年秋期招生工作方案的通知\n各街道办事处：\n现将方案印发给你们。\n"
        f"澜江区人民政府办公室\n2020年5月25日\n沧江市澜江区2020年秋期义务教育阶段\n招生工作方案\n{BODY}"
    )
    assert document.preamble.text == "各街道办事处：\n现将方案印发给你们。\n" + BODY.split("\n")[0]


def test_a_gazette_and_a_spaced_order_above_the_text_they_bring():
    document = read(
        "澜江市行政许可听证程序规定\n沧江省澜江市人民政府\n澜江市人民政府公报(2004年第7号)\n澜 江 市 人 民 政 府 令\n"
        "第 28 号\n《澜江市行政许可听证程序规定》已经市政府会议通过，现予发布，自2004年7月1日起施行。\n市长 李宏\n"
        "二○○四年六月二十九日\n澜江市行政许可听证程序规定\n第一条 为规范行政许可听证，保障公民权利，制定本规定。\n"
        "第二条 本市行政区域内适用本规定。"
    )
    assert document.title == "澜江市行政许可听证程序规定"
    assert (document.dates.signed, document.validity.from_) == ("2004-06-29", "2004-07-01")
    assert paths(document) == ["第一条", "第二条"]


def test_a_public_notice_of_a_standing_committee_brings_its_regulation():
    document = read(
        "发布时间:2019-12-10\n澜江市第十四届人民代表大会常务委员会公告\n(第21号)\n《澜江市出租汽车条例》于2019年4月26日经"
        "澜江市第十四届人民代表大会常务委员会第十六次会议通过，并于2019年11月28日经省人大常委会批准。现予公布，"
        "自2020年1月1日起施行。\n澜江市人民代表大会常务委员会\n2019年12月9日\n第一条 为规范管理，制定本条例。\n"
        "第二条 本市行政区域内适用本条例。"
    )
    assert (document.title, document.issuing_bodies) == ("澜江市出租汽车条例", ["澜江市人民代表大会常务委员会"])
    assert document.validity.from_ == "2020-01-01"


def test_the_title_among_rows_of_data():
    title = "青江省人民政府关于加快发展体育产业的实施意见"
    document = read(
        f"首页 > 法律法规 >\n发文标题: {title}\n发文文号: 青政[2015]50号\n发文部门: 青江省人民政府\n"
        f"发文时间: 2015-6-1\n法规类型: 财经法规\n各市、自治州人民政府，省政府各部门：\n{BODY}"
    )
    assert (document.title, document.document_number) == (title, "青政〔2015〕50号")
    assert document.issuing_bodies == ["青江省人民政府"]


def test_a_title_run_on_into_the_text():
    document = read(
        "澜江市人民政府办公室关于加快发展体育产业的意见 各县(市、区)人民政府,市政府各部门: 为认真实施体育法，"
        "贯彻落实上级精神，"
        "推进体育强市建设，现就加快发展体育产业，提出如下意见: 一、充分认识重要性 体育产业是国民经济新的增长点，"
        "是现代服务业的重要组成部分，具有产业关联度大、附加值高的特点。"
    )
    assert document.title == "澜江市人民政府办公室关于加快发展体育产业的意见"
    assert document.provisions[0].text.startswith("各县(市、区)人民政府")


@pytest.mark.parametrize("order", ["澜江县人民政府禁火令", "澜江县森林防火封山令", "澜江县森林草原防火戒严令"])
def test_an_order_that_says_what_it_orders_keeps_its_title(order):
    document = read(
        f"{order}\n为预防森林火灾，根据《森林法》、《森林防火条例》等法律法规的规定，特发布如下命令：\n"
        "一、时间。3月20日至4月18日。\n二、范围。全县林地。\n澜江县人民政府\n2016年3月7日"
    )
    assert (document.title, document.issuing_bodies) == (order, ["澜江县人民政府"])
    assert document.warnings == []


@pytest.mark.parametrize(
    ("printed", "title"),
    [("澜江市奖励资金管理办法", "澜江市奖励资金管理办法"), ("澜江市有关政策", "澜江市制造业发展实施方案")],
)
def test_of_several_texts_that_are_brought_the_printed_one_or_the_first(printed, title):
    document = read(
        "各县人民政府：\n《澜江市制造业发展实施方案》《澜江市奖励资金管理办法》《澜江市考核办法》已经市政府同意，"
        f"现印发给你们，请认真执行。\n2020年11月17日\n{printed}\n{BODY}"
    )
    assert document.title == title


def test_an_order_whose_text_is_not_printed_says_when_it_holds():
    document = read(
        "澜江市公园管理办法\n澜江市人民政府令\n第48号\n"
        "《澜江市公园管理办法》已经2019年3月20日市政府会议通过，现予发布，自2019年8月1日起施行。\n"
        "澜江市人民政府\n2019年6月13日\n附件：澜江市公园管理办法"
    )
    assert document.validity.from_ == "2019-08-01"


@pytest.mark.parametrize("above", ["走进澜江", "搜 索", "热词：养老 社保", "政策原文"])
def test_a_line_of_the_page_is_not_the_title_of_a_notice_without_one(above):
    document = read(
        f"{above}\n澜府函〔2019〕55号\n各县区人民政府：\n《澜江区审批改革方案》已经区政府同意，现印发给你们，请认真执行。\n"
        f"澜江区人民政府\n2019年4月29日\n澜江区审批改革方案\n{BODY}"
    )
    assert (document.title, document.document_number) == ("澜江区审批改革方案", "澜府函〔2019〕55号")


AMENDING = "澜江市人大常委会关于修改《澜江市公园条例》的决定"


@pytest.mark.parametrize("printed", [f"{AMENDING}\n", ""])
def test_what_a_title_names_stands_in_its_own_brackets(printed):
    inner = AMENDING.replace("《", "〈").replace("》", "〉")
    document = read(
        f"澜江市人大常委会公告\n（第54号）\n《{inner}》已由2011年11月24日第二十四次会议通过，现予公布，自2012年1月1日起施行。\n"
        f"澜江市人大常委会\n2011年11月24日\n{printed}一、第二条修改为：“限额为三万元。”\n二、增加一条，作为第三条。"
    )
    assert document.title == AMENDING
    assert document.validity.from_ == "2012-01-01"


def test_the_title_printed_with_brackets_below_the_heading_of_a_page():
    document = read(
        "澜江市贯彻“十四五”农机化规划的实施意见\n各区农业农村局：\n现将有关意见印发给你们，请认真执行。\n澜江市农业农村局\n"
        f"2022年5月26日\n澜江市贯彻《“十四五”农机化规划》的实施意见\n{BODY}"
    )
    assert document.title == "澜江市贯彻《“十四五”农机化规划》的实施意见"
