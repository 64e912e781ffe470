"""PDF files made by the test: lines of the layout joined to paragraphs; scans and locked files refused."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from policies.ingest import UnreadableDocument, parse_bytes
from policies.ingest.parsed import walk
from tests.ingest.pdf_files import pdf_of

LINES = [
    "某市支持企业创新发展若干措施",
    "为贯彻落实党中央国务院决策部署，支持企业创新发展，结合本",
    "市实际，制定以下措施。",
    "一、支持企业创新",
    "（一）支持研发投入。对研发投入增长的企业，按照增量部分的",
    "百分之五十给予补助，最高不超过一百万元，由市县两级财政按照",
    "比例分担。",
    "责任单位：市科技局、财政局",
    "（二）支持平台建设。对新认定的平台给予奖励。",
    "二、支持企业引进人才",
    "对新引进的人才给予每人每月六百元补助，最多发放二十四个月。",
    "本措施自印发之日起施行。",
    "— 1 —",
]


def test_lines_are_joined_to_paragraphs():
    document = parse_bytes(pdf_of(LINES), "措施.pdf")[0]
    assert document.title == "某市支持企业创新发展若干措施"
    assert [p.path for p in walk(document.provisions)] == ["一", "一/（一）", "一/（二）", "二"]
    first = document.provisions[0].children[0]
    assert first.text.endswith("最高不超过一百万元，由市县两级财政按照比例分担。")
    assert first.responsible_units == ["市科技局", "市财政局"]
    assert document.preamble.text.endswith("结合本市实际，制定以下措施。")


def test_a_scan_is_refused():
    with pytest.raises(UnreadableDocument, match="扫描图片"):
        parse_bytes(pdf_of([""]), "扫描.pdf")


def test_a_locked_file_is_refused():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(LINES))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(UnreadableDocument, match="有密码"):
        parse_bytes(locked.getvalue(), "加密.pdf")


STANDARDS = [["航线类别", "每架次（元）", "每年最高（万元）"], ["小型", "10", "20"], ["中型", "30", "60"]]


def lines_and(*tables: list[list[str]]) -> list:
    return [*LINES[:10], "对新开通的航线按下列标准给予补贴：", *tables]


def test_a_ruled_table_keeps_its_cells_apart():
    document = parse_bytes(pdf_of([*lines_and(STANDARDS), "责任单位：市交通运输局"]), "措施.pdf")[0]
    assert [(table.after_path, table.rows) for table in document.tables] == [("二", STANDARDS)]
    last = document.provisions[-1]
    assert last.text.endswith("按下列标准给予补贴：") and last.responsible_units == ["市交通运输局"]


def test_a_table_that_a_page_cuts_is_one():
    more = [STANDARDS[0], ["大型", "80", "100"]]
    document = parse_bytes(pdf_of([*lines_and(STANDARDS), "3"], [more, LINES[-2]]), "措施.pdf")[0]
    assert [table.rows for table in document.tables] == [[*STANDARDS, ["大型", "80", "100"]]]


def test_a_frame_round_a_text_is_no_table():
    document = parse_bytes(pdf_of([*LINES[:10], [["专栏：本措施所称企业是指在本市登记的企业。"]]]), "措施.pdf")[0]
    assert document.tables == [] and document.provisions[-1].text.endswith("专栏：本措施所称企业是指在本市登记的企业。")


def test_page_numbers_and_head_lines_of_each_page_are_left_out():
    head = "某市人民政府公报"
    pages = [[head, *LINES[start : start + 3], str(page)] for page, start in enumerate(range(0, 12, 3), 1)]
    document = parse_bytes(pdf_of(*pages), "措施.pdf")[0]
    assert document.title == LINES[0] and [p.path for p in walk(document.provisions)] == [
        "一",
        "一/（一）",
        "一/（二）",
        "二",
    ]
    words = "".join(p.heading + p.text for p in walk(document.provisions))
    assert head not in words and not any(character.isdigit() for character in words)


def test_an_indented_line_begins_a_paragraph_although_the_line_above_is_full():
    full = "为鼓励企业创新发展，加快形成新质生产力，结合本市实际，制定本措施，请照此办理。"
    items = [f"　　{number}、{full}" for number in "一二三四"]
    lines = ["某市支持企业创新发展若干措施", *items[:3], "　　" + full, "　　" + full, items[3]]
    document = parse_bytes(pdf_of(lines), "措施.pdf")[0]
    assert [p.text.count("\n") + 1 for p in document.provisions] == [1, 1, 3, 1]


def test_a_broken_file_is_refused():
    whole = pdf_of(LINES)
    for data in (whole[:300], whole.replace(b"endobj", b""), b"%PDF-1.7\n" + bytes(range(256)) * 20):
        with pytest.raises(UnreadableDocument):
            parse_bytes(data, "坏.pdf")
