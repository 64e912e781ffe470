"""Plain text of whole pages: menus above the head and feet below the text stay out, however long they are."""

import pytest

from policies.ingest.frame.data_lines import is_label_alone
from policies.ingest.frame.page_feet import FOOT_LINES, find_foot
from policies.ingest.frame.page_menus import BEGINNINGS, find_head
from policies.ingest.frame.titles import is_explanation
from policies.ingest.readers.source import Block
from tests.ingest.documents import paths, read

TITLE = "岚川市人民政府办公室关于印发岚川市支持汽车产业发展若干措施的通知"
NUMBER = "岚政办规〔2025〕9号"
TEXT = (
    "各县（市、区）人民政府，市政府各部门：\n《岚川市支持汽车产业发展若干措施》已经市政府同意，现印发给你们，请认真贯彻执行。\n"
    "岚川市人民政府办公室\n2025年3月6日\n岚川市支持汽车产业发展若干措施\n为加快发展汽车产业，结合我市实际，制定本措施。\n"
    "一、支持整车研发。对新获批的车型，给予最高500万元奖励。（责任单位：市工信局）\n"
    "二、支持道路测试。每公里补助2万元。（责任单位：市交通运输局）\n本措施自2025年4月1日起施行，有效期3年。"
)
TERM = "本措施自2025年4月1日起施行，有效期3年。"
MENU = [
    *(
        "首页",
        "市情概览",
        "走进岚川",
        "新闻中心",
        "岚川要闻",
        "部门动态",
        "县区动态",
        "视频岚川",
        "政务公开",
        "领导之窗",
    ),
    *(
        "机构职能",
        "政策文件",
        "财政信息",
        "统计数据",
        "政务服务",
        "个人服务",
        "法人服务",
        "服务大厅",
        "好差评",
        "互动交流",
    ),
    *("市长信箱", "意见征集", "网上调查", "在线访谈", "数据开放", "专题专栏", "营商环境", "图说岚川", "旅游", "新闻办"),
]


def is_right(document, number: str | None = NUMBER) -> bool:
    assert (document.title, document.document_number) == (TITLE, number)
    assert document.issuing_bodies == ["岚川市人民政府办公室"]
    assert document.dates.signed == "2025-03-06"
    assert document.preamble.text.startswith("各县（市、区）人民政府")
    assert paths(document) == ["一", "二"]
    return [one.text for one in document.closing] == [TERM]


@pytest.mark.parametrize("times", [0, 1, 2, 5])
@pytest.mark.parametrize(
    "above",
    [
        f"首页\n>\n政策文件\n{TITLE}\n发布时间：\n2025-03-08\n来源：\n市政府办\n次\n字号：\n大\n中\n小\n{NUMBER}",
        f"热搜词：\n社保\n{TITLE}\n20\n2025-03-07\n26212\n索引号：\nLC01/2025\n发文字号：\n{NUMBER}\n成文日期：\n2025-03-06",
        f"索引号：\nLC01/2025\n分类：\n工业\\其他 通知\n文号：\n{NUMBER}\n名称：\n{TITLE}\n{TITLE}\n累计次数：\n次",
        f"规范性文件编号：\nLCD01-2025-0002\n文件编号：\n{NUMBER}\n办文单位：\n综合科\n{TITLE}",
        f"相关新闻\n【政策解读】《岚川市支持汽车产业发展若干措施》的政策解读\n2025-03-09\n{NUMBER}\n{TITLE}",
        "岚川市人民政府关于做好春耕生产工作的通知\n2025-03-02\n岚政发〔2025〕1号\n更多\n政策检索\n"
        f"{TITLE}\n字体：【大】【中】【小】\n发文字号：{NUMBER}",
        f"无障碍浏览\n{NUMBER}\n岚川市人民政府办公室\n关于印发岚川市支持汽车产业发展\n若干措施的通知",
    ],
)
def test_how_much_stands_above_the_head_does_not_matter(above, times):
    assert is_right(read("\n".join([*MENU * times, above, TEXT])))


def test_menus_are_told_of_with_their_lines():
    document = read("\n".join([*MENU, NUMBER, TITLE, TEXT]))
    assert document.warnings == ["第1至30行：是网页的菜单和链接，没有收入"]
    assert document.head_lines[:3] == ["首页", "市情概览", "走进岚川"]


@pytest.mark.parametrize("example", [example for _, example in BEGINNINGS])
def test_each_sentence_with_which_documents_begin(example):
    lines = [*MENU, TITLE, example, "一、支持创新。给予奖励。"]
    assert find_head([Block(text, line) for line, text in enumerate(lines, 1)]) == (len(MENU), len(MENU) + 1)


def test_the_text_of_a_document_is_no_menu():
    lines = [
        "总则",
        "目标",
        "任务",
        "措施",
        "附则",
        "为加强管理，制定本规定。",
        "要求：",
        "按时报送。",
        "做好宣传。",
        TITLE,
    ]
    assert find_head([Block(text, 1) for text in [*lines, "各县人民政府：", "请执行。"]]) == (0, 0)


@pytest.mark.parametrize("text", ["热搜词：", "分类：", "发文字号：", "规范性文件编号：", "累计次数:", "主办："])
def test_labels_alone_on_a_line(text):
    assert is_label_alone(text)


@pytest.mark.parametrize(
    "text",
    ["各区人民政府：", "各有关单位：", "局属单位：", "市直机关：", "同志们：", "附件：", "通知如下：", "一、目标："],
)
def test_an_addressee_is_no_label(text):
    assert not is_label_alone(text)


@pytest.mark.parametrize(
    "below",
    [
        "【 打印 】\n【 扫一扫 】\n岚川微信公众号\n附件：\n若干措施.pdf\n相关解读\n【图解】汽车措施\n2025-03-18",
        "扫一扫在手机打开当前页\n有效\n{title}\n2025-03-08\n来源：\n分享到\n-\n次\n·市委组织部\n·市教育局\n×\n+\n{copy}",
        "岚政办规〔2025〕9号.pdf\n图解：点击查看\n解读：点击查看\n视频解读：点击查看",
        "【原文下载】\n- [若干措施.pdf]",
        "相关链接：\n1.《岚川市支持汽车产业发展若干措施》问答\n2.汽车产业若干措施（图解）\n最近新闻",
        "文件下载\n相关解读\n岚川出台汽车新政\n2025-03-19\n打印\n收藏\n其他\n主办单位：岚川市人民政府办公室\n承办单位：岚川市大数据局\n备案号：沧ICP备1号",
        "附件：\n重点任务分工表.pdf\n手机阅读\n下载、打印\n您访问的链接即将离开“岚川市”网站，是否继续？\n放弃",
        "附件：\n综合司\n机场司\n市教育局\n市科技局\n市公安局\n市财政局\n市民政局\n市水利局\n市统计局\n版权所有：岚川市\n网站地图",
        "以上就是小编为您整理的内容，欢迎咨询。\n相关阅读\n岚川市汽车管理规定\n岚川市道路测试办法",
    ],
)
def test_the_foot_of_a_page_stays_out(below):
    copy = TEXT.replace("\n", "")
    document = read(f"{NUMBER}\n{TITLE}\n{TEXT}\n" + below.replace("{title}", TITLE).replace("{copy}", copy))
    assert is_right(document)
    assert document.provisions[-1].responsible_units == ["市交通运输局"]
    assert all("市大数据局" not in line for line in document.tail_lines[:3])


@pytest.mark.parametrize("example", [example for _, example in FOOT_LINES])
def test_each_kind_of_line_that_opens_a_foot(example):
    lines = ["一、支持创新。给予奖励。", example, "网站地图"]
    assert find_foot([Block(text, line) for line, text in enumerate(lines, 1)]) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["一、支持创新", "给予奖励", "主办单位：市科技局"],
        ["一、任务。做好宣传。", "附件", "任务分工表", "1", "加强政策解读", "市司法局", "2", "普法宣传", "市教育局"],
        ["一、任务。做好宣传。", "打印", "二、要求。抓好落实。"],
        ["一、任务。做好宣传。", "（一）政策解读", "市司法局", "（二）普法", "市教育局"],
        ["一、任务。做好宣传。", "相关政策", "责任单位：市司法局"],
    ],
)
def test_the_end_of_a_document_is_no_foot(lines):
    assert find_foot([Block(text, line) for line, text in enumerate(lines, 1)]) == len(lines)


@pytest.mark.parametrize(
    "text", ["【政策解读】《若干措施》的解读", "《若干措施》政策解读", "一图读懂若干措施", "【图解】若干措施"]
)
def test_links_to_explanations(text):
    assert is_explanation(text)


def test_an_explanation_that_is_the_document_keeps_its_title():
    document = read("《岚川市公园办法》政策解读\n现将有关内容解读如下：\n一、背景。公园增多。\n二、内容。共三章。")
    assert document.title == "《岚川市公园办法》政策解读"
