"""Saved web pages: menus, hidden copies and furniture stay out; the table of data is the document's data."""

import pytest

from policies.ingest import parse_bytes
from policies.ingest.parsed import walk

PAGE = """<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>四川省人民政府关于印发《若干政策措施》的通知 - 四川省人民政府</title><meta name="Url" content="http://www.sc.example/a.html">
<style>.phone-copy{{display:none}} @media print{{.main{{display:none}}}}</style>
<script>var a="一、脚本里的字";</script></head><body>
<form id="aspnetForm"><div id="top"><a href="/">网站首页</a> | <a>政务公开</a></div>
<table class="xxgk"><tr><td>索 引 号</td><td>008282882/2020-00123</td></tr><tr><td>发布机构</td>
<td>四川省人民政府</td><td>成文日期</td><td>2020-06-12</td></tr><tr><td>文　　号</td><td>川府发〔2020〕12号</td>
<td>发布日期</td><td>2020-06-20</td></tr></table>
<div style="display:none"><p>一、隐藏的副本，不应当读出来。</p></div>
<div class="main"><p>发布时间：2020-06-20　来源：省政府办公厅　字体：[大 中 小]　[打印]　[关闭]</p>
<div class="article"><p align="center">四川省人民政府<br>关于印发《四川省民营经济健康<br>发展若干政策措施》的通知</p>
<p>各市（州）人民政府，省政府各部门：</p><p>　　现将《若干政策措施》印发给你们，请认真贯彻执行。</p>
<p align=right>四川省人民政府</p><p align=right>2020年6月12日</p>
<p align=center>四川省民营经济健康发展<br>若 干 政 策 措 施</p><p>　　为贯彻落实决策部署，制定以下政策措施。</p>
<p>　　一、降低企业负担。对月销售额10万元以下的，免征增值税。（责任单位：省税务局、财政厅）</p>
<p>　　二、降低用地成本。按以下标准：</p>
<table><tr><td>等级</td><td>标准</td></tr><tr><td>一级</td><td>70%</td></tr></table>
<p>　　三、强化支持<br>　　（一）扩大信贷投放。确保增速。<br>　　（二）缓解融资难。设立基金。</p>
<p>　　本政策措施自发布之日起施行，有效期5年。</p></div>
<div class="phone-copy"><p>一、降低企业负担。对月销售额10万元以下的，免征增值税。</p></div></div>
<ul><li><a>一图读懂四川省若干政策措施</a></li></ul><div class="share">分享到：<a>微信</a></div>
<p>主办单位：四川省人民政府办公室 蜀ICP备13001288号</p></form></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_whole_page(charset):
    data = PAGE.format(charset=charset).encode("utf-8" if charset == "utf-8" else "gb18030")
    document = parse_bytes(data, "page.html")[0]
    assert document.title == "四川省人民政府关于印发《四川省民营经济健康发展若干政策措施》的通知"
    assert document.document_number == "川府发〔2020〕12号"
    assert document.issuing_bodies == ["四川省人民政府"]
    assert (document.dates.signed, document.dates.published) == ("2020-06-12", "2020-06-20")
    assert document.source_url == "http://www.sc.example/a.html"
    assert [p.path for p in walk(document.provisions)] == ["一", "二", "三", "三/（一）", "三/（二）"]
    assert document.provisions[0].responsible_units == ["省税务局", "省财政厅"]
    assert document.provisions[2].responsible_units == []
    assert [p.text for p in document.closing] == ["本政策措施自发布之日起施行，有效期5年。"]
    assert [(t.after_path, t.rows) for t in document.tables] == [("二", [["等级", "标准"], ["一级", "70%"]])]
    everything = document.preamble.text + "".join(p.heading + p.text for p in walk(document.provisions))
    for outside in ("隐藏", "脚本", "首页", "ICP", "一图读懂", "分享"):
        assert outside not in everything


def test_a_copy_of_the_whole_text_is_read_once():
    body = "<p>一、支持创新。给予最高一百万元补助，具体办法另行制定并公布。</p>" * 1 + "".join(
        f"<p>{n}、支持事项{n}。对符合条件的企业给予奖励，具体办法另行制定并公布。</p>" for n in "二三四五六"
    )
    page = f"<html><body><h1>某市支持企业发展若干措施</h1><div>{body}</div><div>{body}</div></body></html>"
    document = parse_bytes(page.encode(), "page.html")[0]
    assert [p.path for p in document.provisions] == ["一", "二", "三", "四", "五", "六"]
    assert document.warnings == []


def test_numbers_of_an_ordered_list_are_printed_by_the_browser():
    page = (
        "<html><body><p>某市若干措施</p><p>为支持企业发展，促进产业升级，结合实际制定本措施。</p><p>一、支持事项</p>"
        "<ol><li>给予补助。</li><li>给予奖励。</li></ol></body></html>"
    )
    document = parse_bytes(page.encode(), "page.html")[0]
    assert [p.path for p in walk(document.provisions)] == ["一", "一/1", "一/2"]


def test_deep_nesting_and_broken_markup_do_no_harm():
    page = (
        "<div>" * 3000
        + "<p>某市支持企业发展若干措施</p><p>一、支持企业技术改造，给予最高一百万元补助，由市财政承担。"
        + "<table><tr>" * 300
    )
    try:
        assert parse_bytes(page.encode(), "page.html")
    except ValueError as refused:
        assert str(refused)


def test_a_framed_box_is_a_table_and_opens_no_units():
    page = (
        "<html><body><p>国务院关于印发就业促进规划的通知</p><p>现将规划印发给你们，请认真贯彻执行，并抓好落实。</p>"
        "<p>（一）扩大就业容量。实施产业政策。</p>"
        "<table><tr><td>专栏1 重点工程</td></tr><tr><td>一、实施提升行动。</td></tr></table>"
        "<p>（二）优化创业环境。持续降低门槛。</p></body></html>"
    )
    document = parse_bytes(page.encode(), "page.html")[0]
    assert [p.path for p in walk(document.provisions)] == ["（一）", "（二）"]
    assert document.tables[0].rows == [["专栏1 重点工程"], ["一、实施提升行动。"]]


def test_the_table_of_a_law_site():
    table = (
        "<table><tr><td>【制定机关】</td><td>澜江县人民政府</td><td>【发布文号】</td><td>澜政发〔2020〕5号</td></tr>"
        "<tr><td>【时效性】</td><td>现行有效</td><td>【失效日期】</td><td></td></tr></table>"
    )
    units = "<p>一、加强领导。各乡镇要高度重视。</p>"
    text = f"<h1>关于加强河道管理的通知</h1><p>各乡镇人民政府：</p><p>现将有关事项通知如下：</p>{units}"
    document = parse_bytes(f"<html><body>{table}{text}</body></html>".encode(), "page.html")[0]
    assert (document.title, document.document_number) == ("关于加强河道管理的通知", "澜政发〔2020〕5号")
    assert document.issuing_bodies == ["澜江县人民政府"]


def test_signs_that_were_escaped_twice():
    page = (
        "<html><body><h1>某市若干措施</h1><p>为落实&amp;ldquo;三稳&amp;rdquo;要求，结合实际，制定本措施&amp;mdash;&amp;mdash;"
        "适用于本市企业。</p><p>一、支持。给予奖励。</p><p>二、执行。&amp;lt;除外&amp;gt;。</p></body></html>"
    )
    document = parse_bytes(page.encode(), "page.html")[0]
    assert document.preamble.text.startswith("为落实“三稳”要求，结合实际，制定本措施——")


def test_a_numbered_list_of_data_has_no_numbers():
    items = "".join(
        f"<li>{item}</li>"
        for item in ("[主题分类]", "[联合发文单位] 某局;某委", "[发文字号] 岚建发〔2023〕4号", "[成文日期] 2023-12-14")
    )
    text = "<p>各有关单位：</p><p>现就有关事项通知如下：</p><p>一、标准。按规定执行。</p><p>二、其他。照旧。</p>"
    page = (
        f"<html><body><div><h2>岚川市建设局关于调整标准的通知</h2><ol>{items}</ol><div>{text}</div></div></body></html>"
    )
    document = parse_bytes(page.encode(), "page.html")[0]
    assert document.document_number == "岚建发〔2023〕4号"
    assert [p.path for p in walk(document.provisions)] == ["一", "二"]
