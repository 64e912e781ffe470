"""Markdown as crawlers write it: data of the page in bold, in lists, in tables, in front matter, beside the head."""

import pytest

from policies.ingest import parse_bytes
from policies.ingest.frame.data_lines import read_data_line
from tests.ingest.documents import find, paths, read

TITLE = "岚川市人民政府办公室关于印发《岚川市支持基础研究 增强创新动能若干措施》的通知"
NUMBER = "岚府办规〔2025〕5号"
ADDRESS = "http://kjj.lanchuan.example/zwgk/" + "c774d4f8" * 12 + ".html"
TEXT = "\n\n".join(
    (
        "各区人民政府，市政府各委、办、局：",
        "　　《岚川市支持基础研究 增强创新动能若干措施》已经市政府同意，现印发给你们，请认真按照执行。",
        "　　岚川市人民政府办公室",
        "2025年7月23日",
        "**岚川市支持基础研究 增强创新动能若干措施**",
        "　　为加强基础研究，制定本措施。",
        "　　一、支持企业。政府、企业共同投入1000万元。",
        "　　二、支持院校。给予补助。",
        "　　本措施自2025年8月1日起施行，有效期至2030年7月31日。",
    )
)
BOLD = f"""# {TITLE}

**发布日期**: 2025-08-07
**发布机构**: 岚川市科学技术局
**原文链接**: [{ADDRESS}]({ADDRESS})
**检索时间**: 2026-02-02 15:25:09
**检索关键词**: 人工智能, 北斗

---

{NUMBER}

{TEXT}

【原文下载】
- [若干措施.pdf]({ADDRESS})
"""
LISTED = f"""# {TITLE}

- **发文机关**：岚川市人民政府办公室
- **发文字号**：{NUMBER}
- **来源链接**：<{ADDRESS}>

## 政策全文

{TEXT}

## 附件

- [若干措施.pdf]({ADDRESS})

**更新时间**: 2026-01-26 11:25:32
"""
TABLE = f"""# {TITLE}

| 字段 | 内容 |
| --- | --- |
| 发文机关 | 岚川市人民政府办公室 |
| 发文字号 | {NUMBER} |

{TEXT}
"""
FRONT = f"""---
title: "{TITLE}"
date: 2025-08-07
source_url: {ADDRESS}
---

# {TITLE}

> 来源：岚川市科技局 | 时间：2025-08-07

**{NUMBER}**

{TEXT}
"""
READER = f"""Title: {TITLE}

URL Source: {ADDRESS}

Published Time: 2025-08-07T10:12:00+08:00

Markdown Content:
*   [首页](http://lanchuan.example/)
*   [政务公开](http://lanchuan.example/zwgk)

{TITLE}
-------

{NUMBER}

{TEXT}

[打印](javascript:window.print()) [关闭](javascript:window.close())
"""


@pytest.mark.parametrize("name", ["page.md", "page.txt"])
@pytest.mark.parametrize("text", [BOLD, LISTED, TABLE, READER, FRONT])
def test_the_data_of_the_page_are_none_of_the_text(text, name):
    if text is FRONT and name == "page.txt":
        text = text.split("---\n", 2)[2]
    document = parse_bytes(text.encode(), name)[0]
    assert (document.title.replace(" ", ""), document.document_number) == (TITLE.replace(" ", ""), NUMBER)
    assert document.issuing_bodies == ["岚川市人民政府办公室"]
    assert document.dates.signed == "2025-07-23"
    assert document.preamble.text.startswith("各区人民政府")
    assert paths(document) == ["一", "二"]
    assert [one.text for one in document.closing] == ["本措施自2025年8月1日起施行，有效期至2030年7月31日。"]


@pytest.mark.parametrize("text", [BOLD, LISTED, READER])
def test_where_the_page_was(text):
    assert parse_bytes(text.encode(), "page.md")[0].source_url == ADDRESS


def test_a_heading_below_other_lines_of_a_text_file():
    document = read(f"来源：岚川市科技局\n# {TITLE}\n{NUMBER}\n{TEXT}")
    assert (document.title.replace(" ", ""), document.document_number) == (TITLE.replace(" ", ""), NUMBER)
    assert document.preamble.text.startswith("各区人民政府")


def test_an_addressee_marked_as_a_heading():
    document = read(f"{TITLE}\n{NUMBER}\n### {TEXT}")
    assert document.preamble.text.startswith("各区人民政府")
    assert paths(document) == ["一", "二"]


def test_front_matter():
    document = parse_bytes(FRONT.encode(), "page.md")[0]
    assert (document.dates.published, document.source_url) == ("2025-08-07", ADDRESS)


def test_a_heading_of_a_law_stays_as_it_is():
    text = "# 岚川市公园条例\n\n（2020年1月2日通过）\n\n<!-- INFO END -->\n\n第一条 为加强管理，制定本条例。"
    document = parse_bytes(f"{text}\n\n第二条 本市公园适用本条例，自公布之日起施行。".encode(), "law.md")[0]
    assert (document.title, paths(document)) == ("岚川市公园条例", ["第一条", "第二条"])


def test_marks_of_links_images_quotations_and_escapes():
    document = parse_bytes(
        "# 岚川市若干措施\n\n![图](a.png)\n\n> 为支持发展，依据[《条例》](http://a.example/b_(1).html)制定本措施。\n\n"
        "1\\. 支持企业。给予奖励。\n\n2\\. 支持人才。给予补贴。".encode(),
        "page.md",
    )[0]
    assert document.preamble.text == "为支持发展，依据《条例》制定本措施。"
    assert paths(document) == ["1", "2"]


def test_a_figure_below_its_sentence():
    text = "# 岚川市若干措施\n\n为支持发展，制定本措施。\n\n一、奖励。给予最高奖励\n2000万元。\n\n二、其他。执行。"
    assert find(parse_bytes(text.encode(), "page.md")[0], "一").text == "给予最高奖励2000万元。"


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("Title: 岚川市公园办法", ("标题", "岚川市公园办法")),
        ("URL Source: https://a.example/b", ("原文链接", "https://a.example/b")),
        ("备注/文号：岚政规〔2022〕3号", ("文号", "岚政规〔2022〕3号")),
        ("文号/编号：岚政规〔2022〕3号", ("文号", "岚政规〔2022〕3号")),
    ],
)
def test_labels_in_english_and_of_two_words(line, pair):
    assert read_data_line(line) == [pair]


def test_an_english_word_with_a_colon_is_text():
    assert read_data_line("Notice: 本文仅供参考") == []
    document = read(
        "岚川市若干措施\nAPP：岚川通上线。\n为支持发展，制定本措施。\n一、支持企业。奖励。\n二、其他。执行。"
    )
    assert document.preamble.text.startswith("APP")
