"""Titles and numbers that a page prints outside the block of its text, and <title> elements left from another page."""

import pytest

from policies.ingest import parse_bytes

UNITS = "".join(
    f"<p>　　{number}、支持事项。对符合条件的企业给予奖励，具体办法由主管部门另行制定并公布。</p>"
    for number in "一二三四五六"
)
NOTICE = (
    "<p>各县（市、区）人民政府：</p><p>现将《青江省老旧小区改造试点方案》印发给你们，请认真贯彻执行。</p>"
    "<p style='text-align:right'>青江省人民政府</p><p style='text-align:right'>2021年6月3日</p>"
    f"<p style='text-align:center'>青江省老旧小区改造试点方案</p><p>为改善居住条件，制定本方案。</p>{UNITS}"
)
TITLE = "青江省人民政府关于印发青江省老旧小区改造试点方案的通知"


def read_page(body: str, head: str = ""):
    return parse_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "某页.html")[0]


@pytest.mark.parametrize(
    "above",
    [
        "<h2>青江省人民政府<br>关于印发青江省老旧小区<br>改造试点方案的通知</h2><h4><span>青政〔2021〕9号</span></h4>",
        "<h2>青江省人民政府</h2><h3>关于印发青江省老旧小区改造试点方案的通知</h3><span>青政〔2021〕9号</span>",
        f"<p>青政〔2021〕9号</p><p class='art-title'>{TITLE}</p><p>来源：省政府办公厅 发布时间：2021-06-05</p>",
        f"<div><div>首页 &gt; 通知公告</div><div><h1>{TITLE}</h1></div></div><p>青政〔2021〕9号</p>",
        f"<h3>通知公告</h3><center>{TITLE}</center><center>青政〔2021〕9号</center><p><a>打印</a> <a>关闭</a></p>",
    ],
)
@pytest.mark.parametrize("page", ["<div class='main'>{above}<div id='c'>{text}</div></div>",
                                  "<div>{above}</div><div><div><div id='c'>{text}</div></div></div>"])  # fmt: skip
def test_the_title_and_number_above_the_block_of_the_text(above, page):
    document = read_page(page.format(above=above, text=NOTICE))
    assert (document.title, document.document_number) == (TITLE, "青政〔2021〕9号")
    assert document.issuing_bodies == ["青江省人民政府"]
    assert document.dates.signed == "2021-06-03"
    assert document.preamble.text.startswith("各县（市、区）人民政府")


OPINION = f"<div id='c'><p>为稳定住房价格，促进市场健康发展，现提出以下意见：</p>{UNITS}</div>"


@pytest.mark.parametrize("title", ["市中院发布十大案例 明日起公开", "青江宝鼎担保公司", "关于开展春季绿化的通知", ""])
@pytest.mark.parametrize(
    "above",
    [
        "<div><h3>关于完善住房供应体系的意见</h3><p>来源： 发布时间：2015-5-18 点击率：90</p></div>",
        "<div style='text-align:center'>关于完善住房供应体系的意见</div><div>来源：某网 发布时间:2015-5-18</div>",
    ],
)
def test_a_heading_above_the_text_counts_more_than_the_title_of_another_page(title, above):
    document = read_page(f"<div>{above}{OPINION}</div>", f"<title>{title}</title>")
    assert document.title == "关于完善住房供应体系的意见"
    assert document.warnings == []


@pytest.mark.parametrize(
    ("head", "above", "title"),
    [
        # a column of the site, links to other documents and a menu are no titles
        ("关于开展春季绿化的通知", "<h3>通知公告</h3>", "关于开展春季绿化的通知"),
        ("关于开展春季绿化的通知", "<ul><li><a>关于森林防火的通知</a></li></ul>", "关于开展春季绿化的通知"),
        ("关于开展春季绿化的通知", "<h2><a>关于森林防火的通知</a></h2>", "关于开展春季绿化的通知"),
        ("关于开展春季绿化的通知", "<div>政府信息公开目录</div>", "关于开展春季绿化的通知"),
        # printed again by the page, <title> is its own
        ("关于开展春季绿化的通知", "<p>关于开展春季绿化的通知</p><h3>青江市绿化条例</h3>", "关于开展春季绿化的通知"),
        ("青江市政务网", "<h2>政策法规</h2>", "某页"),
        ("青江担保公司", "", "某页"),
    ],
)  # fmt: skip
def test_what_is_no_title_beside_the_text(head, above, title):
    assert read_page(f"{above}{OPINION}", f"<title>{head}</title>").title == title


def test_a_title_that_the_data_of_the_page_name_comes_first():
    head = "<title>青江市政务网</title><meta name='ArticleTitle' content='关于完善住房供应体系的意见'>"
    document = read_page(f"<div><h3>关于开展春季绿化的通知</h3>{OPINION}</div>", head)
    assert document.title == "关于完善住房供应体系的意见"


@pytest.mark.parametrize(
    ("data", "number"),
    [
        ("<div><h1>文件编号：</h1><p>青住建〔2023〕36号</p></div>", "青住建〔2023〕36号"),
        ("<div><h1>编号：</h1><p>BCXD16-2023-0002</p></div><p>发文字号：青住建〔2023〕36号</p>", "青住建〔2023〕36号"),
        # A number without its label may be that of another text.
        ("<div><p>青住建〔2022〕8号</p></div>", None),
    ],
)
def test_a_number_above_the_part_that_holds_title_and_text(data, number):
    page = (
        f"<div class='a'>{data}</div><div class='b'><h1>{TITLE}</h1><p>2023-04-24</p><div id='c'>{NOTICE}</div></div>"
    )
    document = read_page(f"<div>{page}</div>", f"<title>{TITLE}</title>")
    assert (document.title, document.document_number) == (TITLE, number)


def test_a_number_under_the_title_above_many_boxes():
    boxes = "<div>" * 6 + f"<div id='c'>{NOTICE}</div>" + "</div>" * 6
    page = (
        f"<div class='t'>{TITLE}</div><div class='s'><font>青政规〔2022〕3号</font></div><div>来源：某局</div>{boxes}"
    )
    assert read_page(f"<div>{page}</div>", f"<title>{TITLE}</title>").document_number == "青政规〔2022〕3号"


def test_data_with_composed_labels():
    items = "<li>索 引 号：SM1</li><li>备注/文号：青政规〔2022〕3号</li><li>发布机构：青江省人民政府</li>"
    document = read_page(f"<ul>{items}</ul><h1>{TITLE}</h1><div id='c'>{NOTICE}</div>")
    assert document.document_number == "青政规〔2022〕3号"


def test_a_line_break_in_the_data_of_a_title():
    meta = f'<meta name="ArticleTitle" content="{TITLE[:12]}&lt;br/&gt;{TITLE[12:]}">'
    assert read_page(f"<div id='c'>{NOTICE}</div>", meta).title == TITLE
