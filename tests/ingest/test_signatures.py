"""Signatures: bodies printed together, persons who sign orders, dates not filled in, and what the page prints below."""

import pytest

from policies.ingest.dates import is_date_line
from policies.ingest.endings import read_signer
from policies.ingest.titles import bodies_of_title, split_bodies
from tests.ingest.documents import read

BODY = "为支持企业发展，促进产业升级，结合本县实际，制定本意见。\n一、支持创新。给予奖励。\n二、支持转型。给予补助。\n"


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("中共宿州市委宿州市人民政府", ["中共宿州市委", "宿州市人民政府"]),
        ("中共中央办公厅国务院办公厅", ["中共中央办公厅", "国务院办公厅"]),
        ("中共岳阳市委办公室岳阳市人民政府办公室", ["中共岳阳市委办公室", "岳阳市人民政府办公室"]),
        ("泉州市财政局泉州市教育局", ["泉州市财政局", "泉州市教育局"]),
        ("泉州市泉港区人民政府", ["泉州市泉港区人民政府"]),
        ("吉林省吉林市人民政府", ["吉林省吉林市人民政府"]),
    ],
)
def test_bodies_printed_without_a_space(text, bodies):
    assert split_bodies(text) == bodies


@pytest.mark.parametrize(
    ("title", "bodies"),
    [
        ("达州市达川区人民政府通告", ["达州市达川区人民政府"]),
        ("澜江市促进文旅发展若干措施", []),
        ("澜江仲裁委员会章程", []),
    ],
)
def test_the_body_of_a_title_of_body_and_kind(title, bodies):
    assert bodies_of_title(title) == bodies


@pytest.mark.parametrize(
    ("line", "signer"),
    [
        ("市长: 何 健", ("", "市长")),
        ("住房城乡建设部部长 王蒙徽", ("住房城乡建设部", "部长")),
        ("代省长 李四", ("", "省长")),
        ("局长办公会议研究决定", None),
        ("牵头单位：市科技局", None),
    ],
)
def test_who_signs_an_order(line, signer):
    assert read_signer(line) == signer


@pytest.mark.parametrize("line", ["年 月 日", "2024年 月 日", "××××年×月×日"])
def test_a_date_not_filled_in(line):
    assert is_date_line(line)


@pytest.mark.parametrize(
    "below",
    [
        "- 上一篇:小越镇选拔任用工作方案\n- 下一篇:关于调整收费标准的通知",
        "成为第一个评论者",
        "第 [1] 页 共[2]页\n上面法规内容为部分内容,如果要查看全文请点击此处:查看全文\n【发表评论】 【互动社区】",
        "如果觉得这篇文章对您有用，请随意打赏",
        "发布者：小禾 已读",
    ],
)
@pytest.mark.parametrize("day", ["2015年8月25日", "年 月 日"])
def test_lines_of_the_page_below_the_signature(below, day):
    document = read(f"关于支持企业发展的意见\n{BODY}澜江市发展和改革局\n澜江市教育局\n{day}\n{below}")
    assert document.issuing_bodies == ["澜江市发展和改革局", "澜江市教育局"]
    assert document.closing == []
    assert document.provisions[-1].text == "给予补助。"


def test_a_list_of_annexes_below_the_signature_stays():
    document = read(f"关于支持企业发展的意见\n{BODY}澜江市教育局\n2015年8月25日\n附件：重点任务分工表")
    assert [paragraph.text for paragraph in document.closing] == ["附件：重点任务分工表"]


def test_a_publisher_on_a_line_of_its_own_issued_a_notice_that_names_nobody():
    document = read(f"印发《澜江市贷学金暂行办法》的通知\n澜江市人民政府\n\n各县、区人民政府：\n{BODY}")
    assert document.title == "印发《澜江市贷学金暂行办法》的通知"
    assert document.issuing_bodies == ["澜江市人民政府"]
