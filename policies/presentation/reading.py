"""A document as it is read: blocks under headings, with their lines, notes on their facts, and the contents."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from policies.models import Provision
from policies.presentation.facts import FactLine
from policies.presentation.hits import hit_spans
from policies.presentation.marking import Paragraph, mark, paragraphs, standing
from policies.presentation.records import KIND_NAMES, ProvisionRecord
from search.snippets import Marks

#: Longer contents show the outermost headings only.
LONGEST_CONTENTS = 120
LOWEST_HEADING = 6


@dataclass(slots=True)
class Line:
    """One provision inside a block: its number before its first paragraph."""

    record: ProvisionRecord
    paragraphs: list[Paragraph]

    @property
    def provision(self) -> Provision:
        return self.record.provision


@dataclass(slots=True)
class Block:
    """A heading (or an article without one) with all that stands under it up to the next."""

    record: ProvisionRecord
    heading: SafeString | str
    level: int
    lines: list[Line] = field(default_factory=list)

    @property
    def provision(self) -> Provision:
        return self.record.provision

    @property
    def notes(self) -> list[FactLine]:
        return [fact for line in self.lines for fact in line.record.facts if fact.state != "unverified"]

    @property
    def count_words(self) -> str:
        """5 处金额，1 个期限"""
        kinds = [fact.kind for fact in self.notes]
        words = (("amount", "处金额"), ("deadline", "个期限"), ("duration", "个时长"), ("citation", "处引用"))
        return "，".join(f"{kinds.count(kind)} {word}" for kind, word in words if kind in kinds)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    number: str
    heading: str
    anchor: str
    level: int


def anchor_of(provision: Provision) -> str:
    return provision.path


def blocks(records: Sequence[ProvisionRecord], marks: Marks | None = None) -> list[Block]:
    """The records of one document, in order, as blocks; `marks` are what a query marks."""
    result: list[Block] = []
    for record in records:
        provision = record.provision
        if not result or _begins_block(record):
            level = 2 + sum(bool(above.heading) for above in record.ancestors)
            result.append(Block(record, _heading(record, marks), min(level, LOWEST_HEADING)))
        body = paragraphs(provision.text, record.facts, hit_spans(provision.text, marks))
        result[-1].lines.append(Line(record, body))
    return result


def _begins_block(record: ProvisionRecord) -> bool:
    provision = record.provision
    return bool(provision.heading) or provision.depth == 0 or provision.kind in ("article", *KIND_NAMES)


def _heading(record: ProvisionRecord, marks: Marks | None) -> SafeString | str:
    """The heading with its marks; "" leaves the template to break it between words."""
    text = record.provision.heading
    hits = hit_spans(text, marks)
    facts = standing(record.facts, "heading", text)
    return mark(text, 0, len(text), facts, hits) if hits or facts else ""


def contents(document_blocks: Sequence[Block]) -> list[Entry]:
    """Headings of the two outermost levels; without any heading, the outermost numbers."""
    headed = [block for block in document_blocks if block.provision.heading]
    if not headed:
        headed = [block for block in document_blocks if block.provision.number]
    shown = [block for block in headed if block.level <= 3]
    if len(shown) > LONGEST_CONTENTS:
        shown = [block for block in headed if block.level == 2][: LONGEST_CONTENTS * 3]
    return [
        Entry(block.provision.number, block.provision.heading, anchor_of(block.provision), block.level)
        for block in shown
    ]
