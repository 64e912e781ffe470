"""Word documents made by the test: paragraphs, automatic numbers, tables, alignment."""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from policies.ingest import parse_bytes
from policies.ingest.parsed import walk


def _saved(document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _add_numbering(document) -> None:
    root = document.part.numbering_part.element
    root.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
        ),
    )
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _numbered(document, text: str, level: int) -> None:
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    numbered = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", level), ("w:numId", 77)):
        element = OxmlElement(name)
        element.set(qn("w:val"), str(value))
        numbered.append(element)
    properties.append(numbered)


def test_paragraphs_tables_and_signature():
    document = Document()
    document.add_paragraph("某市人民政府关于支持企业发展的若干意见").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("某政发〔2021〕3号").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("　　为支持企业发展，促进产业升级，提出以下意见。")
    document.add_paragraph("一、支持创新")
    document.add_paragraph("（一）支持研发。给予最高100万元补助。（责任单位：市科技局、财政局）")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("等级", "金额", "一级", "100万元"), strict=True
    ):
        cell.text = text
    document.add_paragraph("某市人民政府").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph("二〇二一年三月五日").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    parsed = parse_bytes(_saved(document), "意见.docx")[0]
    assert parsed.title == "某市人民政府关于支持企业发展的若干意见"
    assert (parsed.document_number, parsed.dates.signed) == ("某政发〔2021〕3号", "2021-03-05")
    assert [p.path for p in walk(parsed.provisions)] == ["一", "一/（一）"]
    assert parsed.provisions[0].children[0].responsible_units == ["市科技局", "市财政局"]
    assert parsed.tables[0].after_path == "一/（一）"
    assert parsed.tables[0].rows == [["等级", "金额"], ["一级", "100万元"]]


def test_automatic_numbers():
    document = Document()
    _add_numbering(document)
    document.add_paragraph("某市支持企业发展若干措施")
    document.add_paragraph("为支持企业发展，促进产业升级，结合本市实际，制定以下措施。")
    for text, level in (("支持创新", 0), ("支持研发", 1), ("支持转化", 1), ("支持人才", 0), ("支持引进", 1)):
        _numbered(document, text, level)
        if level:
            document.add_paragraph("给予补助。")
    parsed = parse_bytes(_saved(document), "措施.docx")[0]
    assert [p.path for p in walk(parsed.provisions)] == ["一", "一/（一）", "一/（二）", "二", "二/（一）"]
    assert parsed.provisions[1].children[0].heading == "支持引进"
