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
