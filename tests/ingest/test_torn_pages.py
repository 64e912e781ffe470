"""The visible text of a page, one text node a line: broken entries, columns before a title, the site's own lines."""

import pytest

from tests.ingest.documents import find, paths, read

MENU = (
    "信息公开\n首页\n走进澜江\n政务公开\n政务服务\n数据开放\n您的位置：\n首页\n>\n信息公开\n>\n住房政策\n索\n引\n号：\n00321/202407-3\n"
    "信息分类：\n住房政策\n发布机构：\n澜江市住房局\n发布日期：\n2024-07-10\n信息来源：\n澜江市住房局\n"
)
TITLE = "关于印发《进一步优化住房供给若干措施》的通知"
NOTICE = (
    "各县人民政府：\n现将《进一步优化住房供给若干措施》印发给你们，请认真执行。\n澜江市住房工作联席会议\n2024年5月23日\n"
    "进一步优化住房供给若干措施\n一、发放补贴。每套补贴2万元。\n二、加大供应。增加用地。\n本措施自印发之日起施行。\n"
)


@pytest.mark.parametrize("column", ["【市级政策】", "【市级相关政策】 "])
def test_the_column_of_a_site_is_no_part_of_the_title(column):
    document = read(f"{MENU}{column}{TITLE}\n发布时间：2024-07-10 18:06\n{NOTICE}")
    assert document.title == TITLE
    assert document.issuing_bodies == ["澜江市住房工作联席会议"]
    assert document.dates.signed == "2024-05-23"
    assert paths(document) == ["一", "二"]


def test_what_explains_a_document_is_not_its_title():
    document = read(f"{MENU}【政策解读】关于进一步优化住房供给措施的通知\n{TITLE}\n{NOTICE}")
    assert document.title == TITLE


def test_a_place_on_the_way_to_the_page_is_no_title():
    document = read(f"首页\n要闻\n公开\n服务\n互动\n>\n政务公开\n>\n住房保障政策\n{TITLE}\n{NOTICE}")
    assert document.title == TITLE


@pytest.mark.parametrize("body", ["专项工作联席会议", "重点项目工作专班", "工作领导小组", "防汛抗旱指挥部"])
def test_conferences_and_groups_sign(body):
    document = read(
        f"关于做好保障工作的通知\n各县：\n一、加强领导。要重视。\n二、抓好落实。要检查。\n澜江市{body}\n2024年5月3日"
    )
    assert document.issuing_bodies == [f"澜江市{body}"]


@pytest.mark.parametrize(
    "entries",
    [
        "1.老旧货车淘汰补贴标\n准\n2.申请表\n3.委托书",
        "1.补贴标准\n2.申请表（样\n表）\n3.委托书",
    ],
)
def test_an_entry_of_the_list_of_annexes_that_is_broken(entries):
    document = read(
        f"澜江市淘汰货车方案\n一、要求\n（一）加强领导。要重视。\n（二）强化引导。要宣传。\n本方案自印发之日起施行。\n附件：{entries}"
    )
    assert paths(document) == ["一", "一/（一）", "一/（二）"]
    assert document.closing[0].text == "本方案自印发之日起施行。"


def test_a_number_below_another_line_is_no_entry_of_the_list():
    document = read(
        "澜江市淘汰货车方案\n一、要求\n附件：1.补贴标准\n经办单位应当按下列顺序办理，不得遗漏：\n2.审核材料。\n3.发放补贴。\n二、其他。略。"
    )
    assert paths(document) == ["一", "一/2", "一/3", "二"]


CHAT = "扫一扫\n网站地图\n联系我们\n主办：澜江市政府办\n皖ICP备05000号\n网站标识码：34000\n专门为您提供服务！\n"


def test_a_robot_below_the_imprint_of_the_site_is_of_the_page():
    document = read(f"{TITLE}\n{NOTICE}{CHAT}我是澜小答，请问您有什么需要？\n记得来杯下午茶。\n养老保险\n发送")
    assert [paragraph.text for paragraph in document.closing] == ["本措施自印发之日起施行。"]
    assert "发送" in document.tail_lines


def test_a_numbered_text_below_such_a_line_is_of_the_document():
    document = read(f"{TITLE}\n{NOTICE}网站标识码：3400000000\n三、加强监管。严格检查。")
    assert find(document, "三").text == "严格检查。"


def test_the_column_in_the_title_that_a_page_tells_of_itself():
    page = f"<html><head><title>【市级政策】{TITLE}</title></head><body><h1>【市级政策】{TITLE}</h1><p>"
    document = read(page + NOTICE.replace("\n", "</p><p>") + "</p></body></html>", "page.html")
    assert document.title == TITLE
