"""The head of a document: the title among the page's lines, its number, and where the text begins."""

import pytest

from policies.ingest.frame.data_lines import read_data_line
from policies.ingest.frame.document_numbers import is_number_line, split_numbered_title, tidy_document_number
from policies.ingest.frame.head_lines import PAGE_LINES, PAGE_MARKS, is_page_line, read_data_rows
from policies.ingest.frame.title_lines import find_titles
from tests.ingest.documents import read

TITLE = "澜江市人民政府关于印发澜江市建设用地管理若干规定的通知"
BODY = (
    "各区人民政府：\n现将有关规定印发给你们，请认真贯彻执行。\n一、适用范围。本市行政区域。\n二、用地标准。按国家规定。"
)


@pytest.mark.parametrize("example", [example for _, example in (*PAGE_LINES, *PAGE_MARKS)])
def test_each_kind_of_page_line(example):
    assert is_page_line(example)


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "转发<国务院关于加快发展的意见>的通知",
        "关于印发<<若干规定>>的通知",
        "关于建设市级电子政务网",
        "关于推进IPv6规模部署的通知",
        "一、登录www.example.cn申报",
    ],
)
def test_titles_and_units_are_no_page_lines(title):
    assert not is_page_line(title)


@pytest.mark.parametrize(
    "above",
    [
        "导航菜单",
        "数据发布",
        "政务服务 互动交流",
        "政策文件库",
        "• 发布时间：",
        "热词：养老 社保",
        "[ 字号：大 中 小 ]",
        "关键词：",
        "新闻详情",
        "不能读取语音阅读器",
        "下载地址: 点击此处下载",
        ">> 走进澜江 >> 投资澜江 >> 投资政策",
        "home 所在的位置: :澜江区政府网站 » 信息公开 » 应急管理",
        "中央政府门户网站 www.gov.cn 2005年08月25日 来源:国务院办公厅",
        "热门站点| 世界资料网 | 专利资料网",
        "沧江省澜江市人民政府",
        "澜江市人民政府",
        "新闻办",
        "服务大厅",
        "A+大A+中A+小",
        "澜江市召开产业大会，市委书记讲话。",
    ],
)
def test_a_line_of_the_page_is_no_part_of_the_title(above):
    document = read(f"{above}\n{TITLE}\n澜政发〔2021〕3号\n{BODY}")
    assert (document.title, document.document_number) == (TITLE, "澜政发〔2021〕3号")
    assert document.issuing_bodies == ["澜江市人民政府"]


def titles(*lines: str) -> list[str]:
    return [found.text for found in find_titles(list(enumerate(lines)))]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("澜江市人民政府办公室", "关于印发澜江市深化新旧动能转换", "分工落实方案的通知"),
         "澜江市人民政府办公室关于印发澜江市深化新旧动能转换分工落实方案的通知"),
        (("省人民政府关于", "进一步优化营商环境的若干意见"), "省人民政府关于进一步优化营商环境的若干意见"),
        (("中共澜江市委", "澜江市人民政府关于乡村振兴的意见"), "中共澜江市委 澜江市人民政府关于乡村振兴的意见"),
        (("澜江市人民政府", "澜江市财政局关于补助资金的通知"), "澜江市财政局关于补助资金的通知"),
        (("澜江市财政局 市水利局", "澜江市财政局、澜江市水利局转发补助办法的通知"),
         "澜江市财政局、澜江市水利局转发补助办法的通知"),
        (("贵州省六盘水市人民政府", "关于印发建设用地管理规定的通知"), "关于印发建设用地管理规定的通知"),
        (("关于转发", "澜江市教育局关于招生的意见的通知"), "关于转发澜江市教育局关于招生的意见的通知"),
        (("沧江省发展和改革", "委员会关于印发项目办法的通知"), "沧江省发展和改革委员会关于印发项目办法的通知"),
        (("澜江市工程建设项目", "审批制度改革实施方案"), "澜江市工程建设项目审批制度改革实施方案"),
        (("五 华 县 人 民 政 府", "通 告"), "五 华 县 人 民 政 府通 告"),
    ],
)  # fmt: skip
def test_which_lines_are_the_title(lines, title):
    assert titles(*lines) == [title]


def test_a_catalogue_names_who_published_between_two_printings_of_the_title():
    title = "关于印发用地规定的通知"
    found = find_titles(list(enumerate([title, title, "沧江省人民政府", title])))
    assert [(one.text, one.publishers) for one in found] == [(title, []), (title, []), (title, [2])]


def test_below_the_heading_of_the_page_the_title_begins_with_its_body():
    title = "关于印发用地规定的通知"
    found = find_titles(list(enumerate([title, "沧江省人民政府", title])))
    assert [one.text for one in found] == [title, f"沧江省人民政府{title}"]
    document = read(f"关于印发用地规定的通知\n沧江省人民政府\n关于印发用地规定的通知\n{BODY}")
    assert (document.title, document.issuing_bodies) == (f"沧江省人民政府{title}", ["沧江省人民政府"])


@pytest.mark.parametrize(
    "line",
    [
        f"澜政发〔2021〕3号{TITLE}",
        f"澜政发〔2021〕3号 {TITLE}",
        f"澜政发〔2021〕3号：{TITLE}",
        f"{TITLE}（澜政发〔2021〕3号）",
        f"{TITLE} 澜政发[2021]3号",
        f"澜政发〔2021〕3号-{TITLE}",
        f"澜政发〔2021〕3号 —— {TITLE}",
        f"澜政发〔2021〕3号－{TITLE}",
        f"{TITLE}——澜政发〔2021〕3号",
        f"{TITLE}： 澜政发〔2021〕3号",
    ],
)
def test_a_number_in_the_line_of_the_title(line):
    assert split_numbered_title(line) == ("澜政发〔2021〕3号", TITLE)
    document = read(f"{line}\n{BODY}")
    assert (document.title, document.document_number) == (TITLE, "澜政发〔2021〕3号")


def test_the_number_of_what_a_title_forwards_is_not_its_own():
    title = "澜江市财政局关于转发《国务院关于就业的意见》（国发〔2018〕39号）的通知"
    assert split_numbered_title(title) == (None, title)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("——浙价费[2001]74号", "浙价费〔2001〕74号"),
        ("〔2019〕第4号", "〔2019〕第4号"),
        ("（郑价费〔2009〕8号）", "郑价费〔2009〕8号"),
        ("(冀政办〔2011〕2号 2011年1月27日)", "冀政办〔2011〕2号"),
    ],
)
def test_a_number_line_with_marks_or_without_prefix(line, number):
    assert is_number_line(line)
    assert tidy_document_number(line) == number


def test_a_body_and_its_notice_on_two_lines_with_a_bare_number():
    document = read(f"澜江市达川区人民政府\n通 告\n〔2019〕第4号\n为维护法制统一，现公布如下：\n{BODY}")
    assert (document.title, document.kind) == ("澜江市达川区人民政府通告", "通告")
    assert document.document_number == "〔2019〕第4号"


def test_a_table_of_data_below_the_title():
    rows = [
        ["索引号", "xz/2021-3740", "公开形式：", "主动公开"],
        ["文号", "澜政办发〔2021〕88号", "成文日期：", "2021年9月28日"],
    ]
    assert read_data_rows(rows)[2:] == ["文号：澜政办发〔2021〕88号", "成文日期：2021年9月28日"]
    assert read_data_rows([["企业", "金额"], ["甲公司", "50"]]) == []


def test_a_first_paragraph_of_broken_lines_is_not_lost():
    document = read(
        "加快推进工业经济高质量发展若干政策\n为贯彻落实新发展理念,念好“两业经”,\n加快推动制造业发展,率先走出腾笼换鸟\n"
        "槃的智造强市之路,特制订如下政策。\n一、支持数字经济\n给予奖励。"
    )
    assert document.title == "加快推进工业经济高质量发展若干政策"
    assert document.preamble.text.startswith("为贯彻落实新发展理念")
    assert "腾笼换鸟" in document.preamble.text


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("• 发文字号：澜政发〔2021〕3号", [("发文字号", "澜政发〔2021〕3号")]),
        ("【发布文号】 澜政发[2021]3号", [("发布文号", "澜政发[2021]3号")]),
        ("发文字号澜政发〔2021〕3号", [("发文字号", "澜政发〔2021〕3号")]),
        ("索 引 号 00/2021-1 发布机构 澜江区政府办公室 公开日 2021-07-04",
         [("索引号", "00/2021-1"), ("发布机构", "澜江区政府办公室"), ("公开日", "2021-07-04")]),
        ("文 号 | 澜政发〔2021〕3号 | 有效性 | |", [("文号", "澜政发〔2021〕3号"), ("有效性", "")]),
        ("名称 | 澜江市森林防火封山令 第4号 |", [("名称", "澜江市森林防火封山令 第4号")]),
        ("时效性现行有效", [("时效性", "现行有效")]),
        ("· 有效性：", [("有效性", "")]),
        ("发布机构：市财政局；文号：澜财规〔2021〕3号；生成日期：2021年7月4日。",
         [("发布机构", "市财政局"), ("文号", "澜财规〔2021〕3号"), ("生成日期", "2021年7月4日")]),
        ("文号：澜财规〔2021〕3号。", []),
        ("发布机构应当及时公开文件", []),
        ("有效期五年", []),
        ("来源广泛的资金可以用于奖励", []),
        ("文号：澜政发〔2021〕3号。本办法同时废止。", []),
        ("生效日期由市人民政府另行规定", []),
    ],
)  # fmt: skip
def test_a_line_of_data(line, pairs):
    assert read_data_line(line) == pairs


@pytest.mark.parametrize(
    "data",
    [
        "• 索引号：\n00/2021-1\n• 发文字号：\n澜政发〔2021〕3号\n• 有效性：",
        "• 索引号：00/2021-1\n• 信息状态：\n• 文号：澜政发〔2021〕3号\n• 分享到：",
        "索引号 | 00/2021-1 | 文号 | 澜政发〔2021〕3号 |\n有效性 | 有效 | ||",
        "【发布文号】 澜政发[2021]3号\n【失效时间】\n【法规来源】",
        "发文机关澜江市人民政府\n发文字号澜政发〔2021〕3号\n时效性现行有效",
        "发文字号\n澜政发〔2021〕3号\n时效性\n有效",
        "文 号 澜政发〔2021〕3号 主题分类 土地管理 失效日期",
        f"{TITLE} 澜政发〔2021〕3号 2021年3月27日 发布机关:澜江市人民政府 |",
        "LJDR—2021—00004 澜政发〔2021〕3号",
        "※ 索引号：1\n※ 文件号：澜政发〔2021〕3号\n※ 备注：",
        "发布机构：澜江市人民政府；文号：澜政发〔2021〕3号；生成日期：2021年7月4日。",
        "索 引 号 1/2021 发文日期 2021-01-03\n文 号 澜政发〔2021〕3号\n分 类 政务公开 有 效 性 有效",
        "发文字号：澜政发〔2021〕3号\n体 裁：通知 有 效 性：有效",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_lines_of_data_round_the_title(data, first):
    head = f"{data}\n{TITLE}" if first else f"{TITLE}\n{data}"
    document = read(f"{head}\n{BODY}")
    assert (document.title, document.document_number) == (TITLE, "澜政发〔2021〕3号")
    assert document.issuing_bodies == ["澜江市人民政府"]
    assert document.preamble.text.startswith("各区人民政府")


def test_the_title_in_a_row_of_data_alone():
    document = read(f"名称 | {TITLE} | ||\n颁布单位 | 155 | 发文文号 | 澜政发〔2021〕3号 |\n{BODY}")
    assert (document.title, document.document_number) == (TITLE, "澜政发〔2021〕3号")


@pytest.mark.parametrize("label", ["发布机构：石桥镇", "制定机关 | 石桥镇 |", "发布机关 石桥镇 有效性 有效"])
def test_a_township_in_a_row_of_data_published_it(label):
    document = read(f"关于加强河道管理的通知\n{label}\n{BODY}")
    assert document.issuing_bodies == ["石桥镇"]


@pytest.mark.parametrize(
    "above",
    [
        "廉洁奉公、 执政为民、 求真务实。",
        "今天是2024年5月6日，欢迎访问澜江市人民政府网站。",
        "您好，请登录，欢迎您！",
        "返回顶部",
        "此文件已于2022年1月1日废止。",
        "2024-03-01 2024-02-28 09:15",
        "12.澜江市建设用地管理若干规定.docx",
    ],
)
def test_a_sentence_of_the_page_above_the_title(above):
    document = read(f"{above}\n{TITLE}\n来源：市政府办公室\n{BODY}")
    assert (document.title, document.issuing_bodies) == (TITLE, ["澜江市人民政府"])
    assert document.preamble.text.startswith("各区人民政府")


def test_a_first_sentence_of_the_text_is_not_one_of_the_page():
    document = read(
        "各区人民政府：\n现将有关办法印发给你们。\n澜江市人民政府\n2021年3月1日\n"
        "关于用地管理的办法\n第一条 为加强管理，制定本办法。\n第二条 本办法适用于本市。",
        "关于印发用地管理办法的通知.txt",
    )
    assert document.preamble.text.startswith("各区人民政府：\n现将有关办法印发给你们。")


@pytest.mark.parametrize(
    ("lines", "title", "publisher"),
    [
        (("铁路用具准运证管理办法", "铁道部", "铁路用具准运证管理办法"), "铁路用具准运证管理办法", [1]),
        (("沧江省人民代表大会常务委员会关于罚款限额的规定", "沧江省人大常委会",
          "沧江省人民代表大会常务委员会关于罚款限额的规定"), "沧江省人民代表大会常务委员会关于罚款限额的规定", [1]),
    ],
)  # fmt: skip
def test_a_body_above_the_second_printing_is_none_of_the_title(lines, title, publisher):
    found = find_titles(list(enumerate(lines)))
    assert [(one.text, one.publishers) for one in found] == [(title, []), (title, publisher)]


@pytest.mark.parametrize(
    ("bracket", "title"),
    [
        ("（试行）", f"{TITLE}（试行）"),
        ("（2021—2025年）", f"{TITLE}（2021—2025年）"),
        ("（公开征求意见稿）", f"{TITLE}（公开征求意见稿）"),
        ("（资料图片）", TITLE),
        ("（2021年1月1日市政府会议通过）", TITLE),
        ("（记者 李四 通讯员 王五）", TITLE),
    ],
)
def test_a_bracket_below_the_title(bracket, title):
    assert read(f"{TITLE}\n{bracket}\n{BODY}").title == title


def test_of_several_numbers_that_beside_the_title():
    other = "澜江市人民政府关于做好春耕生产的通知\n2021-01-02\n澜政发〔2021〕1号\n更多\n"
    assert read(f"{other}{TITLE}\n发文字号：澜政发〔2021〕3号\n{BODY}").document_number == "澜政发〔2021〕3号"
    assert read(f"{other}澜政发〔2021〕3号\n{TITLE}\n{BODY}").document_number == "澜政发〔2021〕3号"
