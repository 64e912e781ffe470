"""A document as a Word file in the look of GB/T 9704: A4, red head, title 22 pt, body 16 pt on a 29 pt line."""

import io
from collections.abc import Sequence

from docx import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from policies.exports.cells import clean_text
from policies.exports.text import NOTICE, is_run_in, provision_lines
from policies.models import Document, Provision

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RED = RGBColor(0xC0, 0x00, 0x00)
#: Chinese fonts by their names in Word; readers without them get their own Song and Hei.
BODY_FONT, HEADING_FONT, TITLE_FONT = "仿宋", "黑体", "宋体"
HEADED_KINDS = frozenset({"part", "subpart", "chapter", "section"})


def document_docx(document: Document, provisions: Sequence[Provision], issuers: Sequence[str], source: str) -> bytes:
    """The file's bytes; `issuers` stand in the red head, `source` (the permalink) in the footer."""
    file = WordFile()
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    file.core_properties.title = clean_text(document.title)
    file.core_properties.author = clean_text("、".join(issuers))
    if issuers:
        _line(file, " ".join(issuers), TITLE_FONT, 26, centred=True, colour=RED, bold=True)
    if document.document_number:
        _line(file, document.document_number, BODY_FONT, 16, centred=True)
    _line(file, document.title, TITLE_FONT, 22, centred=True, bold=True, after=16)
    for provision in provisions:
        _provision(file, provision)
    footer = section.footer.paragraphs[0]
    _run(footer, f"{NOTICE}。出处：{source}", BODY_FONT, 9)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def _provision(file, provision: Provision) -> None:
    headed = bool(provision.heading) and not (provision.text and is_run_in(provision))
    for index, line in enumerate(provision_lines(provision, tables=False)):
        first = index == 0 and headed
        _line(
            file,
            line,
            HEADING_FONT if first else BODY_FONT,
            16,
            centred=first and provision.kind in HEADED_KINDS,
            indented=not (first and provision.kind in HEADED_KINDS),
        )
    for rows in provision.tables:
        _table(file, rows)


def _table(file, rows: list[list[str]]) -> None:
    table = file.add_table(rows=len(rows), cols=max(map(len, rows)), style="Table Grid")
    for line, row in zip(table.rows, rows, strict=True):
        for cell, words in zip(line.cells, row, strict=False):
            _run(cell.paragraphs[0], words, BODY_FONT, 12)


def _line(file, text, font, size, *, centred=False, indented=False, colour=None, bold=False, after=0):
    paragraph = file.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(max(29, size * 1.5))
    paragraph.paragraph_format.space_after = Pt(after)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if indented:
        paragraph.paragraph_format.first_line_indent = Pt(32)  # two characters
    run = _run(paragraph, text, font, size)
    run.font.bold = bold
    if colour is not None:
        run.font.color.rgb = colour


def _run(paragraph, text, font, size):
    run = paragraph.add_run(clean_text(text))
    run.font.name, run.font.size = font, Pt(size)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    return run
