"""A document as Akoma Ntoso 3.0 (OASIS, LegalDocML): metadata by FRBR, and the tree with an eId on each provision."""

from collections.abc import Sequence

from lxml import etree

from policies.exports.cells import clean_text
from policies.models import Document, Provision

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: Our kinds → elements of the standard. A 条 is an article, a 款 its paragraph, 项 and 目 points below it.
ELEMENTS = {
    "part": "part", "subpart": "subpart", "chapter": "chapter", "section": "section", "article": "article",
    "clause": "paragraph", "item": "point", "subitem": "indent", "annex": "hcontainer",
}  # fmt: skip


def document_xml(document: Document, provisions: Sequence[Provision], issuers: Sequence[str], base: str) -> bytes:
    """UTF-8 XML. `provisions` in printed order; `base` the site's address without its last slash."""
    root = etree.Element(_name("akomaNtoso"), nsmap={None: NAMESPACE})
    act = etree.SubElement(root, _name("act"), name="policy")
    _meta(act, document, issuers, base)
    preface = etree.SubElement(act, _name("preface"))
    title = etree.SubElement(etree.SubElement(preface, _name("p")), _name("docTitle"))
    title.text = clean_text(document.title)
    if document.document_number:
        number = etree.SubElement(etree.SubElement(preface, _name("p")), _name("docNumber"))
        number.text = document.document_number
    opening = [provision for provision in provisions if provision.kind == "preamble"]
    ending = [provision for provision in provisions if provision.kind == "closing"]
    if opening:
        preamble = etree.SubElement(act, _name("preamble"))
        for provision in opening:
            _paragraphs(preamble, provision.text)
            _tables(preamble, provision.tables)
    body = etree.SubElement(act, _name("body"))
    _tree(body, [p for p in provisions if p.kind not in {"preamble", "closing"}])
    if ending:
        conclusions = etree.SubElement(act, _name("conclusions"))
        for provision in ending:
            _paragraphs(conclusions, provision.text)
            _tables(conclusions, provision.tables)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _meta(act, document: Document, issuers: Sequence[str], base: str) -> None:
    meta = etree.SubElement(act, _name("meta"))
    identification = etree.SubElement(meta, _name("identification"), source="#portal")
    signed = document.signed_on or document.published_on or document.effective_on
    work = f"/akn/cn/act/{signed.isoformat() if signed else 'undated'}/{document.slug}"
    for level, address in (
        ("FRBRWork", work), ("FRBRExpression", f"{work}/zho@"), ("FRBRManifestation", f"{work}/zho@.xml"),
    ):  # fmt: skip
        element = etree.SubElement(identification, _name(level))
        etree.SubElement(
            element, _name("FRBRthis"), value=f"{address}/!main" if level != "FRBRManifestation" else address
        )
        etree.SubElement(element, _name("FRBRuri"), value=address)
        if level == "FRBRManifestation":
            date, meaning = document.updated_at.date(), "generation"
        else:
            date, meaning = signed, "signed" if signed else "unknown"
        # The standard wants a date; the first of all says that none is known.
        etree.SubElement(element, _name("FRBRdate"), date=date.isoformat() if date else "0001-01-01", name=meaning)
        etree.SubElement(element, _name("FRBRauthor"), href="#issuer" if level != "FRBRManifestation" else "#portal")
        if level == "FRBRWork":
            etree.SubElement(element, _name("FRBRcountry"), value="cn")
            if document.document_number:
                etree.SubElement(element, _name("FRBRnumber"), value=document.document_number)
        elif level == "FRBRExpression":
            etree.SubElement(element, _name("FRBRlanguage"), language="zho")
    references = etree.SubElement(meta, _name("references"), source="#portal")
    etree.SubElement(references, _name("TLCOrganization"), eId="portal", href=f"{base}/", showAs="portal")
    etree.SubElement(
        references, _name("TLCOrganization"), eId="issuer", href=f"{base}{document.get_absolute_url()}",
        showAs=clean_text("、".join(issuers)) or "未标明",
    )  # fmt: skip


def _tree(body, provisions: Sequence[Provision]) -> None:
    parents: dict[int | None, etree._Element] = {}
    for provision in provisions:
        parent = parents.get(provision.parent_id, body)
        tag = ELEMENTS[provision.kind]
        element = etree.SubElement(parent, _name(tag), eId=f"{tag}_{provision.path}")
        if tag == "hcontainer":
            element.set("name", "annex")
        parents[provision.pk] = element
        if provision.number:
            etree.SubElement(element, _name("num")).text = provision.number
        if provision.heading:
            etree.SubElement(element, _name("heading")).text = clean_text(provision.heading)
        if provision.text or provision.tables:
            # A provision with others below it holds its own words in an intro, as the standard asks.
            has_children = provision.last > provision.position
            words = etree.SubElement(element, _name("intro" if has_children else "content"))
            _paragraphs(words, provision.text)
            _tables(words, provision.tables)
        elif provision.last == provision.position:
            etree.SubElement(etree.SubElement(element, _name("content")), _name("p"))


def _paragraphs(parent, text: str) -> None:
    for line in text.split("\n"):
        if line.strip():
            etree.SubElement(parent, _name("p")).text = clean_text(line)


def _tables(parent, tables: Sequence[Sequence[Sequence[str]]]) -> None:
    for rows in tables:
        table = etree.SubElement(parent, _name("table"))
        for row in rows:
            line = etree.SubElement(table, _name("tr"))
            for cell in row:
                words = etree.SubElement(etree.SubElement(line, _name("td")), _name("p"))
                words.text = clean_text(cell)
