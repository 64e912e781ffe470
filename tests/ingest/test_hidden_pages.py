"""Hidden parts of saved pages: copies, menus and boxes stay out; a page that a script shows only later is read."""

import pytest

from policies.ingest import parse_bytes
from policies.ingest.parsed import walk

UNITS = "".join(
    f"<p>{number}、支持企业开展第{number}项技术改造，对符合条件的给予补助，具体办法由市工信局另行制定。</p>"
    for number in "一二三四五"
)
TEXT = f"<p>青江市支持技术改造若干措施</p><p>为推动产业升级，结合本市实际，制定本措施。</p>{UNITS}"
PATHS = ["一", "二", "三", "四", "五"]


def read_page(page: str):
    documents = parse_bytes(page.encode(), "page.html")
    assert len(documents) == 1
    return documents[0]


@pytest.mark.parametrize("hiding", ["visibility: hidden", "visibility:hidden;", "display:none", "DISPLAY : NONE"])
@pytest.mark.parametrize(
    "page",
    [
        "<html><body style='{hiding}'>{text}</body></html>",
        "<html style='{hiding}'><body>{text}</body></html>",
        "<html><body><div id='wrap' style='{hiding}'><div class='article'>{text}</div></div></body></html>",
        "<html><body><a>首页</a><article style='{hiding}'>{text}</article><p>主办：青江市人民政府</p></body></html>",
        "<html><head><style>#app{{{hiding}}}</style></head><body><div id='app'>{text}</div></body></html>",
        "<html style='{hiding}'><body style='{hiding}'>{text}</body></html>",
    ],
)
def test_what_holds_nearly_all_text_is_read_though_it_is_hidden(hiding, page):
    document = read_page(page.format(hiding=hiding, text=TEXT))
    assert document.title == "青江市支持技术改造若干措施"
    assert [provision.path for provision in walk(document.provisions)] == PATHS


@pytest.mark.parametrize(
    "hidden",
    [
        # a copy for print with its own small differences
        f"<div style='display:none'>{TEXT.replace('青江市', '青江')}</div>",
        "<div style='visibility:hidden'><p>六、隐藏的一条，不应当读出来，也没有人看得见。</p></div>",
        # the terms of use of a site are longer than a short notice
        f"<div class='login-box modal' style='display:none'>{'<p>用户应当遵守使用条款，不得违法。</p>' * 60}</div>",
        f"<div role='dialog' hidden>{'<p>本网站收集必要的个人信息，用于登录。</p>' * 60}</div>",
    ],
)
@pytest.mark.parametrize("body", ["<body>", "<body style='visibility:hidden'>"])
def test_a_part_that_no_reader_sees_stays_out(hidden, body):
    document = read_page(f"<html>{body}{hidden}<div>{TEXT}</div></body></html>")
    assert [provision.path for provision in walk(document.provisions)] == PATHS
    assert document.preamble.text == "为推动产业升级，结合本市实际，制定本措施。"


def test_deep_hidden_nesting_costs_little():
    opening = "<div style='display:none'>" * 200
    document = read_page(f"<html><body>{opening}{TEXT}</body></html>")
    assert [provision.path for provision in walk(document.provisions)] == PATHS
