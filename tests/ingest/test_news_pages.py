"""Saved pages: the document a news page quotes is the document; lines of the page stay out, with a warning."""

import pytest

from policies.ingest.frame.page_lines import TRAILER_LINES, drop_trailer
from policies.ingest.readers.source import Block
from tests.ingest.documents import paths, read

NOTICE = (
    "梧川区人民政府办公室关于印发梧川区促进消费扩容提质十条措施的通知\n{number}各镇人民政府、街道办事处：\n"
    "《梧川区促进消费扩容提质十条措施》已经区政府同意，现印发给你们，请认真贯彻执行。\n梧川区人民政府办公室\n"
    "2023年4月10日\n梧川区促进消费扩容提质十条措施\n为进一步恢复和扩大消费，激发市场活力，制定本措施。\n"
    "一、支持发放消费券。安排3000万元资金。\n二、促进汽车消费。每辆补贴2000元。\n"
    "以上措施自发布之日起实施，至2023年12月31日止。\n"
)
HEADLINE = "最高奖励200万元！梧川区出台促消费十条措施\n"
SOURCE = "2023-04-12 16:40:08　来源：梧川发布　作者：融媒体记者\n"
LEAD = "日前，梧川区印发《十条措施》，安排3000万元资金发放消费券，对直播基地最高奖励200万元。"
TITLE = "梧川区人民政府办公室关于印发梧川区促进消费扩容提质十条措施的通知"
NUMBER = "梧政办发〔2023〕22号"


@pytest.mark.parametrize(
    ("above", "number"),
    [
        (HEADLINE + SOURCE + LEAD + "全文如下：\n", NUMBER),
        (HEADLINE + SOURCE + LEAD + "全文如下：\n", None),
        (HEADLINE + SOURCE + LEAD + "\n", NUMBER),
        (HEADLINE + SOURCE, NUMBER),
        (TITLE + "\n" + SOURCE + LEAD + "通知内容如下。\n", NUMBER),
        ("", NUMBER),
    ],
)
def test_the_quoted_notice_wins_over_the_headline(above, number):
    document = read(above + NOTICE.format(number=f"{number}\n" if number else ""))
    assert (document.title, document.document_number, document.kind) == (TITLE, number, "通知")
    assert document.issuing_bodies == ["梧川区人民政府办公室"]
    assert document.dates.signed == "2023-04-10"
    assert document.dates.published == ("2023-04-12" if above else None)
    assert paths(document) == ["一", "二"]
    assert "全文如下" not in document.preamble.text


def test_lead_and_headline_are_left_out_with_a_warning():
    document = read(HEADLINE + SOURCE + LEAD + "全文如下：\n" + NOTICE.format(number=NUMBER + "\n"))
    assert document.warnings == ["第1至3行：是网页的标题和导语，没有收入"]
    assert document.head_lines[0] == HEADLINE.strip()


def test_a_notice_that_brings_a_numbered_document_keeps_its_own_title():
    document = read(
        "某市人民政府转发国务院关于做好就业工作若干意见的通知\n各县人民政府：\n现将意见转发给你们，内容如下：\n"
        "国务院关于做好当前和今后一个时期促进就业工作的若干意见\n国发〔2018〕39号\n"
        "一、支持企业稳定发展。落实各项政策，稳定岗位。\n二、鼓励就业创业。给予创业补贴。"
    )
    assert document.title == "某市人民政府转发国务院关于做好就业工作若干意见的通知"


def test_what_stands_under_the_document_is_left_out_with_a_warning():
    document = read(
        NOTICE.format(number=NUMBER + "\n")
        + "责任编辑：小禾　审核：阿棠\n附件下载：十条措施.pdf\n扫一扫在手机打开当前页\n分享到：微信\n"
        "上一篇：关于调整征地补偿标准的公告\n相关阅读：\n梧川区“五一”假期接待游客同比增长120%"
    )
    assert [paragraph.text for paragraph in document.closing] == ["以上措施自发布之日起实施，至2023年12月31日止。"]
    assert document.warnings == ["第12至18行：是网页的页脚（责任编辑、相关阅读等），没有收入"]
    assert document.tail_lines[-1].endswith("同比增长120%")


def test_units_in_the_last_lines_of_a_document_are_no_trailer():
    blocks = [Block(text, line) for line, text in enumerate(["一、支持创新", "给予奖励", "主办单位：市科技局"], 1)]
    assert drop_trailer(blocks) == (blocks, [])


@pytest.mark.parametrize("example", [example for _, example in TRAILER_LINES])
def test_each_kind_of_trailer(example):
    blocks = [Block("一、支持创新。给予奖励。", 1), Block(example, 2)]
    assert drop_trailer(blocks) == (blocks[:1], blocks[1:])
