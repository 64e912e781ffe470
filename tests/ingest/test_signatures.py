"""Signatures: bodies printed together, persons who sign orders, dates not filled in, and what the page prints below."""

import pytest

from policies.ingest.dates import is_date_line
from policies.ingest.frame.endings import is_office_name, read_signer, split_signature
from policies.ingest.frame.titles import bodies_of_title, split_bodies
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
        ("澜江县人民政府森林防火封山令", ["澜江县人民政府"]),
        ("澜江县森林防火指挥部办公室禁火令", ["澜江县森林防火指挥部办公室"]),
        ("澜江县森林防火戒严令", []),
        ("澜江市财政局等四部门关于印发补助办法的通知", ["澜江市财政局"]),
        ("澜江市民政局等单位关于养老服务的意见", ["澜江市民政局"]),
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


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("澜江市人民政府 2019年1月21日", ("澜江市人民政府", "2019年1月21日")),
        ("澜江市人民政府2019年1月21日", ("澜江市人民政府", "2019年1月21日")),
        ("澜江市财政局 澜江市教育局 2019年1月21日", ("澜江市财政局 澜江市教育局", "2019年1月21日")),
        ("澜江市人民政府（盖章） 二〇一九年一月二十一日", ("澜江市人民政府（盖章）", "二〇一九年一月二十一日")),
        ("实施时间2019年1月21日", None),
        ("澜江市人民政府于2019年1月21日", None),
        ("澜江市人民政府办公室 2019年1月21日印发", None),
        ("2019年1月21日", None),
    ],
)
def test_a_signature_on_one_line(line, parts):
    assert split_signature(line) == parts


@pytest.mark.parametrize(
    "line", ["澜江市教育局 2015年8月25日", "澜江市教育局2015年8月25日", "澜江市教育局（盖章） 2015年8月25日"]
)
def test_a_document_signed_on_one_line(line):
    document = read(f"关于支持企业发展的意见\n{BODY}此告\n{line}")
    assert (document.issuing_bodies, document.dates.signed) == (["澜江市教育局"], "2015-08-25")
    assert [paragraph.text for paragraph in document.closing] == ["此告"]
    assert document.provisions[-1].facts.deadlines == []


@pytest.mark.parametrize("last", ["各地要按时完成任务。", "特此通知", "此复"])
def test_a_body_under_the_last_sentence_signs_without_a_date(last):
    document = read(
        f"省政府办公厅关于住房工作的通知\n各市人民政府：\n各地要按照工作部署，抓好落实。\n{last}\n沧江省人民政府办公厅"
    )
    assert document.issuing_bodies == ["沧江省人民政府办公厅"]
    assert document.provisions[-1].text == last


def test_bodies_in_a_list_at_the_end_sign_nothing():
    document = read(
        "关于成员单位的通知\n成员单位如下，请各单位按照职责做好工作。\n一、成员单位\n澜江市教育局\n澜江市财政局"
    )
    assert document.issuing_bodies == []
    assert document.provisions[-1].text == "澜江市教育局\n澜江市财政局"


@pytest.mark.parametrize(
    "below",
    [
        "部门解读：\n关于支持企业发展的意见的政策解读\n媒体视角：\n【企业】关于支持企业发展的意见问答",
        "特别声明：以上内容为用户上传并发布，本平台仅提供信息存储服务。\nNotice: The content is uploaded by a user.",
        "分享：\n微信扫一扫\n打印\n关闭",
        "是否有效：是\n废止时间：",
        "【关闭窗口】【打印本页】\n政策咨询\n互动交流\n智能问答",
        "主 办：澜江县人民政府 承 办：澜江县数据局\n网站标识码：1234\n澜公网安备 12345号\n联系电话：0123-456\n"
        "建议使用1024*768分辨率浏览",
        "下载地址: 点击此处下载\n企业调查报告\n近年来，企业数量呈上升趋势。\n一、基本情况\n（一）数量较多。",
    ],
)
def test_from_a_known_line_on_all_below_a_signature_is_of_the_page(below):
    document = read(f"关于支持企业发展的意见\n{BODY}澜江市教育局\n2015年8月25日\n（此件公开发布）\n{below}")
    assert (document.issuing_bodies, document.dates.signed) == (["澜江市教育局"], "2015-08-25")
    assert [provision.path for provision in document.provisions] == ["一", "二"]
    assert (document.provisions[-1].text, document.closing) == ("给予补助。", [])


def test_what_a_notice_brings_below_its_signature_is_not_of_the_page():
    document = read(
        "关于印发支持企业发展意见的通知\n各县区：\n现印发给你们，请认真执行。\n澜江市教育局\n2015年8月25日\n分享：\n"
        f"支持企业发展意见\n{BODY}"
    )
    assert [provision.path for provision in document.provisions] == ["一", "二"]


def test_a_text_behind_the_file_of_an_annex_is_kept():
    document = read(
        f"关于支持企业发展的意见\n{BODY}澜江市教育局\n2015年8月25日\n附件：名单.docx\n名单\n1.甲公司\n2.乙公司"
    )
    assert "甲公司" in "".join(p.text + p.heading for one in document.provisions for p in [one, *one.children])


@pytest.mark.parametrize(
    "below",
    [
        "下一篇：没有了\n建议使用IE9以上浏览器\n回到首页",
        "【打印】 【关闭】\n政务微信\n您是第 12345 位访客",
        "责任编辑：小禾\n邮编：100000\n公安备案号 123456",
        "返回顶部\n联系电话：12345",
        "关闭\n打印\n关于支持企业发展的意见的解读",
        "关于支持企业发展的意见的解读\n政策图解",
    ],
)
def test_lines_of_the_page_below_a_text_without_a_signature(below):
    document = read(f"关于支持企业发展的意见\n{BODY}{below}")
    assert (document.provisions[-1].text, document.closing, document.issuing_bodies) == ("给予补助。", [], [])


def test_lines_between_page_furniture_and_no_text_above_are_kept():
    document = read(
        "关于支持企业发展的意见\n【打印】 【关闭】\n对新认定的高新技术企业给予奖励\n对新设立的研发机构给予补助奖励资金"
    )
    assert [provision.text for provision in document.provisions][-1] == "对新设立的研发机构给予补助奖励资金"


def test_labels_of_the_page_right_below_a_signature():
    document = read(f"关于支持企业发展的意见\n{BODY}澜江市教育局\n2015年8月25日\n标签: 企业 创新\n联系电话：12345")
    assert (document.issuing_bodies, document.closing) == (["澜江市教育局"], [])


@pytest.mark.parametrize("office", ["矿业权审批司", "综合处", "直属第三支队", "办事组", "规划与信息化科"])
@pytest.mark.parametrize("last", ["给予补助。", "邮箱：a@example.com", "特此函告"])
def test_an_office_above_the_date_signs(office, last):
    document = read(
        f"关于支持企业发展的函\n各有关企业：\n现将有关事项函告如下，请认真执行。\n{last}\n{office}\n2020年2月13日"
    )
    assert (document.issuing_bodies, document.dates.signed) == ([office], "2020-02-13")
    assert document.provisions[-1].text == last


@pytest.mark.parametrize(
    ("lines", "bodies"),
    [("就业促进司\n失业保险司\n2020年2月13日", ["就业促进司", "失业保险司"]), ("综合处 2020年2月13日", ["综合处"])],
)
def test_two_offices_and_an_office_beside_the_date(lines, bodies):
    document = read(f"关于支持企业发展的意见\n{BODY}{lines}")
    assert document.issuing_bodies == bodies
    assert document.provisions[-1].text == "给予补助。"


@pytest.mark.parametrize(
    "line", ["请将材料送交我处", "特此函告各有关处", "由市局负责受理处", "材料请送至该所", "3号楼办事处"]
)
def test_a_sentence_above_the_date_is_no_office(line):
    assert not is_office_name(line)
    document = read(f"关于支持企业发展的函\n各有关企业：\n现将有关事项函告如下，请认真执行。\n{line}\n2020年2月13日")
    assert (document.issuing_bodies, document.provisions[-1].text) == ([], line)


def test_an_office_that_no_date_follows_is_text():
    document = read("关于成员单位的意见\n成员单位如下，请按照职责做好工作。\n一、成员单位\n失业保险司\n综合处")
    assert (document.issuing_bodies, document.provisions[-1].text) == ([], "失业保险司\n综合处")


IMPRINT = "澜江市人民政府办公室 2015年8月27日印发"
FURNITURE = "85%的人还看了\n你可能也爱看\n附近热门楼盘\n加载中...\n火热\n招募中\n城市\n下载某某APP\n小土"


@pytest.mark.parametrize("signature", ["", "澜江市人民政府\n2015年8月25日\n（此件公开发布）\n"])
def test_below_the_imprint_stands_nothing_of_the_document(signature):
    document = read(f"关于支持企业发展的意见\n{BODY}{signature}{IMPRINT}\n{FURNITURE}")
    assert (document.provisions[-1].text, document.closing) == ("给予补助。", [])
    assert document.dates.printed == "2015-08-27"
    assert document.tail_lines[-1] == "小土"
    assert any("没有收入" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    "below", ["附件1\n申请表\n姓名：甲", "附件：申请表", "三、支持出口。给予奖励。", "对出口企业，给予奖励，另行规定。"]
)
def test_what_may_be_of_the_document_stays_below_an_imprint(below):
    document = read(f"关于支持企业发展的意见\n{BODY}{IMPRINT}\n{below}")
    everything = [p.number + p.heading + p.text for one in document.provisions for p in [one, *one.children]]
    assert not any("没有收入" in warning for warning in document.warnings)
    assert below[-3:] in "".join(everything) + "".join(one.text for one in document.closing)
