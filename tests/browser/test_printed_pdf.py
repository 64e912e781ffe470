"""A document that a browser prints as PDF is read again with the same tree, words, units and amounts."""

import html
from pathlib import Path

import pytest

from policies.ingest import parse_bytes, parse_file
from policies.ingest.parsed import ParsedDocument, walk

pytestmark = pytest.mark.browser

SEED = Path(__file__).resolve().parents[2] / "fixtures" / "quanzhou-1+N+N-2021.txt"
STYLE = (
    '<meta charset="utf-8"><style>body{font:16pt/28pt "Noto Serif CJK SC"}h1{text-align:center;font-size:22pt}'
    "p{text-indent:2em;margin:0;text-align:justify}table{width:100%;border-collapse:collapse}td{border:1px solid}"
    "</style>"
)
TABLE = [["类别", "每架次（元）", "每年（万元）"], ["小型", "10", "20"], ["中型", "30", "60"]]


def paragraphs(document: ParsedDocument) -> list[str]:
    lines = document.preamble.text.split("\n") if document.preamble else []
    for provision in walk(document.provisions):
        stop = "。" if provision.heading and provision.text else ""
        lines += f"{provision.number}{provision.heading}{stop}{provision.text}".split("\n")
        lines += [f"责任单位：{units}" for units in provision.responsible_units_line.split("\n") if units]
    return lines + [line.text for line in document.closing]


def read_of(document: ParsedDocument) -> list[tuple]:
    return [
        (
            provision.path, provision.heading, provision.text, provision.responsible_units,
            [(amount.surface, amount.role) for amount in provision.facts.amounts],
        )
        for provision in walk(document.provisions)
    ]  # fmt: skip


def printed(browser, body: str, tmp_path) -> bytes:
    page = browser.new_page()
    page.set_content(STYLE + body)
    page.pdf(
        path=tmp_path / "printed.pdf", format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "3cm")
    )
    page.close()
    return (tmp_path / "printed.pdf").read_bytes()


@pytest.mark.parametrize("place", [2, 4, 9])
def test_a_printed_document_is_read_again(browser, tmp_path, place):
    document = parse_file(SEED)[place - 1]
    body = "".join(f"<p>{html.escape(line)}</p>" for line in paragraphs(document))
    again = parse_bytes(printed(browser, f"<h1>{document.title}</h1>{body}", tmp_path), "printed.pdf")
    assert len(again) == 1 and again[0].title == document.title
    assert read_of(again[0]) == read_of(document)


def test_a_printed_table_keeps_its_cells(browser, tmp_path):
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    body = (
        "<h1>安平市支持低空经济发展若干措施</h1><p>一、支持落户。对新落户的企业给予补助，每户最高50万元，由市级财政安排。</p>"
        f"<p>二、支持航线。对新开通的航线按下列标准给予补贴：</p><table>{rows}</table><p>责任单位：市交通运输局</p>"
    )
    document = parse_bytes(printed(browser, body, tmp_path), "printed.pdf")[0]
    assert [(table.after_path, table.rows) for table in document.tables] == [("二", TABLE)]
    assert [provision.heading for provision in document.provisions] == ["支持落户", "支持航线"]
    assert document.provisions[1].responsible_units == ["市交通运输局"]
