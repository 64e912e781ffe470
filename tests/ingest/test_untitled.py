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
