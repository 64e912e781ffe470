"""What ingest makes of a file: dataclasses that mirror the JSON form printed by `parse_documents`.

Offsets are Python string indices into `heading` or `text` of the provision that holds the fact;
`getattr(provision, fact.field)[fact.start:fact.end] == fact.surface` holds for every fact.
"""

from __future__ import annotations

from dataclasses import dataclass, field

#: Kinds of a provision, outermost first; preamble and closing stand outside the numbered tree.
PROVISION_KINDS = (
    "part", "subpart", "chapter", "section", "article", "clause", "item", "subitem", "annex", "preamble", "closing",
)  # fmt: skip


@dataclass(slots=True)
class Amount:
    """Money, percentage, ratio or area. `value` is in the base unit of `unit` (元, 美元, %, ratio, 平方米, 亩)."""

    surface: str
    start: int
    end: int
    value: float
    unit: str
    text: str = ""
    field: str = "text"
    value_max: float | None = None
    per: str | None = None
    qualifier: str = "exact"  # exact max min range approx
    role: str = "other"  # benefit rate threshold target other
    condition: str = ""
    beneficiary: str = ""
    group: int | None = None
    unparsed: bool = False  # a ladder whose two lists differ in length
    rule: str = ""


@dataclass(slots=True)
class Deadline:
    """A date something is to be done by; `date` ISO with the printed precision, None where no year is printed."""

    surface: str
    start: int
    end: int
    date: str | None
    kind: str = "other"  # target completion other
    field: str = "text"
    rule: str = ""


@dataclass(slots=True)
class Duration:
    """A printed length of time; `unit` one of 年 月 周 日 工作日 小时."""

    surface: str
    start: int
    end: int
    value: float
    unit: str
    field: str = "text"
    rule: str = ""


@dataclass(slots=True)
class Citation:
    """《title》(number) as printed (`surface`); `title` without the marks, `document_number` with 〔〕 or None."""

    surface: str
    start: int
    end: int
    title: str
    document_number: str | None = None
    field: str = "text"
    rule: str = ""


@dataclass(slots=True)
class Reference:
    """A bare document number (kind `document_number`) or an inner reference (kind `inner`: 本措施第三条, 前款).

    `target` is the normalised document number, or the path elements meant (["第三条", "（二）"]), as printed order.
    """

    surface: str
    start: int
    end: int
    kind: str
    target: list[str] = field(default_factory=list)
    field: str = "text"
    rule: str = ""


@dataclass(slots=True)
class Facts:
    """All facts of one provision, each list in the order of the text (heading first)."""

    amounts: list[Amount] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    durations: list[Duration] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


@dataclass(slots=True)
class Validity:
    """When a document holds. `from_` is 发布之日, 印发之日 or an ISO date; `until` ISO; `period` like 3年."""

    text: str | None = None
    from_: str | None = None
    until: str | None = None
    period: str | None = None


@dataclass(slots=True)
class Dates:
    """The five dates of a document, ISO or None: 成文 印发 发布 施行 失效."""

    signed: str | None = None
    printed: str | None = None
    published: str | None = None
    effective: str | None = None
    expires: str | None = None


@dataclass(slots=True)
class ParsedProvision:
    """One node of the tree. `path` in printed numbers (二/（三）/1); `line` the first source line, from 1."""

    kind: str
    number: str
    path: str
    heading: str = ""
    text: str = ""
    paragraphs: int = 0
    responsible_units_line: str = ""
    responsible_units: list[str] = field(default_factory=list)
    lead_units: list[str] = field(default_factory=list)
    support_units: list[str] = field(default_factory=list)
    completion: str | None = None
    #: The completion line as printed after 完成时间：, for the lossless test and for readers.
    completion_line: str = ""
    facts: Facts = field(default_factory=Facts)
    children: list[ParsedProvision] = field(default_factory=list)
    line: int | None = None


@dataclass(slots=True)
class Table:
    """A table of the source: cells row by row, after the provision at `after_path`."""

    after_path: str
    rows: list[list[str]]


@dataclass(slots=True)
class ParsedDocument:
    """One policy document. `preamble` and `closing` are provisions of these kinds (one per closing paragraph)."""

    title: str
    document_number: str | None = None
    issuing_bodies: list[str] = field(default_factory=list)
    kind: str = ""
    dates: Dates = field(default_factory=Dates)
    validity: Validity = field(default_factory=Validity)
    interpreter: list[str] = field(default_factory=list)
    preamble: ParsedProvision | None = None
    closing: list[ParsedProvision] = field(default_factory=list)
    provisions: list[ParsedProvision] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    #: What could not be placed: one sentence each, naming the source line.
    warnings: list[str] = field(default_factory=list)
    #: First printed page in the compilation's table of contents, when the file is one.
    page: int | None = None
    #: Where the page itself says it came from (a saved web page's canonical address), when it does.
    source_url: str = ""
    #: Lines of the source that are no text of the document, in printed order: above the text (dates, adoption,
    #: signature of a notice) and below it (signature, imprint).
    head_lines: list[str] = field(default_factory=list)
    tail_lines: list[str] = field(default_factory=list)


class UnreadableDocument(ValueError):
    """The file is empty, binary or no policy text; the message says why, in one line of Chinese."""


def walk(provisions: list[ParsedProvision]):
    """Every node of a forest, parents first, in printed order."""
    for provision in provisions:
        yield provision
        yield from walk(provision.children)
