"""Orders (令): the heading names who orders, the text below it gives the title, the signature the day."""

import pytest

from policies.ingest.frame.endings import read_signer
from policies.ingest.frame.orders import bodies_of_order, is_order_title
from tests.ingest.documents import paths, read

RULE = "沧江省电梯安全管理办法"
TEXT = (
    "第一章 总 则\n第一条 为规范电梯管理，保障公众安全，根据有关法律，制定本办法。\n第二条 本办法适用于本省。\n"
    "第三条 本办法自公布之日起施行。"
)
WORDS = f"《{RULE}》已经2019年3月4日省人民政府第8次常务会议通过，现予公布，自公布之日起施行。"


@pytest.mark.parametrize(
    ("heading", "bodies"),
    [
        ("沧江省人民政府令", ["沧江省人民政府"]),
        ("沧江省人民政府令（第258号）", ["沧江省人民政府"]),
        ("沧 江 省 人 民 政 府 令", ["沧江省人民政府"]),
        ("财政部、商务部令2010年第4号", ["财政部", "商务部"]),
        ("国家发展和改革委员会 财 政 部 令", ["国家发展和改革委员会", "财政部"]),
        ("中华人民共和国国务院令 第746号", ["国务院"]),
        ("财政部 海关总署公告2020年第6号", ["财政部", "海关总署"]),
        ("中华人民共和国主席令", []),
        ("市人民政府令第129号", []),
    ],
)
def test_whose_order_it_is(heading, bodies):
    assert is_order_title(heading)
    assert bodies_of_order(heading) == bodies


@pytest.mark.parametrize(
    "line", ["澜江县封山令", "澜江县人民政府禁火令", "通知公告", "关于发布目录的公告", "澜江市人民政府命令", "令"]
)
def test_what_is_no_heading_of_an_order(line):
    assert not is_order_title(line)
    assert bodies_of_order(line) == []


@pytest.mark.parametrize(
    ("line", "signer"),
    [
        ("部 长 李四", ("", "部长")),
        ("市 长：温 青", ("", "市长")),
        ("财 政 部 部 长 李四", ("财政部", "部长")),
        ("国家互联网信息办公室主任 王五", ("国家互联网信息办公室", "主任")),
        ("中华人民共和国主席 张三", ("", "主席")),
        ("请各部门主任 张三", None),
        ("部长办公会议决定", None),
    ],
)
def test_a_signer_with_letters_set_apart(line, signer):
    assert read_signer(line) == signer


@pytest.mark.parametrize(
    ("heading", "bodies"),
    [
        ("沧江省人民政府令\n第258号", ["沧江省人民政府"]),
        ("沧江省人民政府令第258号", ["沧江省人民政府"]),
        ("中华人民共和国交通运输部令\n2019 年 第 4 号", ["中华人民共和国交通运输部"]),
        ("财政部 商务部令\n2019年第12号", ["财政部", "商务部"]),
        ("财政部、商务部、国家税务总局令\n2019年第12号", ["财政部", "商务部", "国家税务总局"]),
        ("国家发展和改革委员会\n财 政 部\n商务部\n令\n第 12 号", ["国家发展和改革委员会", "财政部", "商务部"]),
        ("沧江省人民政府\n沧 江 省 人 民 政 府 令\n第258号", ["沧江省人民政府"]),
    ],
)
@pytest.mark.parametrize("signers", ["省 长 张三", "市长：张三", "省长", "财 政 部 部 长 李四\n商务部部长 王五"])
def test_an_order_names_its_bodies_and_its_text_the_title(heading, bodies, signers):
    document = read(f"{heading}\n{WORDS}\n{signers}\n二○一九年三月二十日\n{RULE}\n{TEXT}")
    assert (document.title, document.kind, document.document_number) == (RULE, "办法", None)
    assert document.issuing_bodies == bodies
    assert (document.dates.signed, document.dates.effective) == ("2019-03-20", "2019-03-20")
    assert document.preamble.text == WORDS
    assert paths(document) == ["第一章", "第一章/第一条", "第一章/第二条", "第一章/第三条"]
    for line in heading.split("\n") + signers.split("\n"):
        assert line.replace(" ", "") in [printed.replace(" ", "") for printed in document.head_lines]


@pytest.mark.parametrize("below", ["", "\n公开方式：主动公开"])
def test_who_printed_an_order_is_not_who_issued_it(below):
    printed = "沧江省人民政府办公厅 2019年3月27日印发"
    document = read(f"沧江省人民政府令\n第258号\n{WORDS}\n省长 张三\n2019年3月20日\n{RULE}\n{TEXT}{below}\n{printed}")
    assert document.issuing_bodies == ["沧江省人民政府"]
    assert (document.dates.signed, document.dates.printed) == ("2019-03-20", "2019-03-27")


def test_who_printed_a_text_is_named_where_nothing_else_names_a_body():
    document = read(f"{RULE}\n{TEXT}\n沧江省人民政府办公厅 2019年3月27日印发")
    assert document.issuing_bodies == ["沧江省人民政府办公厅"]


def test_the_publisher_of_the_page_did_not_give_the_order():
    document = read(
        f"{RULE}\n发布机构：沧江省人民政府办公厅\n发布日期：2021-01-01\n沧江省人民政府令\n（第258号）\n{WORDS}\n"
        f"省长 张三\n2019年3月20日\n{RULE}\n{TEXT}"
    )
    assert (document.title, document.issuing_bodies) == (RULE, ["沧江省人民政府"])
    assert document.dates.effective == "2019-03-20"


def test_the_name_of_a_body_in_a_catalogue_is_not_a_second_body():
    document = read(f"沧江省澜江市人民政府\n澜江市人民政府令\n第8号\n{WORDS}\n市长 张三\n2019年3月20日\n{RULE}\n{TEXT}")
    assert document.issuing_bodies == ["澜江市人民政府"]


def test_a_signature_of_bodies_counts_more_than_the_heading():
    document = read(
        f"沧江省第八届人民代表大会常务委员会公告\n（第21号）\n《{RULE}》已通过，现予公布，自2020年1月1日起施行。\n"
        f"沧江省人民代表大会常务委员会\n2019年12月9日\n{RULE}\n{TEXT}"
    )
    assert document.issuing_bodies == ["沧江省人民代表大会常务委员会"]
    document = read(
        f"沧江省第八届人民代表大会常务委员会公告\n（第21号）\n《{RULE}》已通过，现予公布，自2020年1月1日起施行。\n"
        f"2019年12月9日\n{RULE}\n{TEXT}"
    )
    assert document.issuing_bodies == ["沧江省人民代表大会常务委员会"]


def test_bodies_that_adopted_a_rule_together():
    document = read(f"{RULE}\n（2019年3月20日财政部、商务部令2019年第8号公布）\n{TEXT}")
    assert document.issuing_bodies == ["财政部", "商务部"]
    assert document.dates.published == "2019-03-20"


def test_the_number_of_a_public_notice_is_no_text():
    document = read(
        "关于进口物资免税政策的公告\n财政部 海关总署公告2020年第6号\n为支持防控工作，现公告如下：\n一、免征关税。\n"
        "二、予以退税。\n财政部 海关总署\n2020年2月1日"
    )
    assert document.title == "关于进口物资免税政策的公告"
    assert document.preamble.text == "为支持防控工作，现公告如下："
    assert document.issuing_bodies == ["财政部", "海关总署"]
