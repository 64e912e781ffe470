"""Facts of a provision: text in, amounts, deadlines, durations, citations and references out, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policies.ingest.facts.amounts import scan_amounts
from policies.ingest.facts.citations import find_citations, find_references
from policies.ingest.facts.dates import DATE, find_deadlines, read_date, scan_dates
from policies.ingest.facts.durations import find_durations
from policies.ingest.facts.numbers import Runs, number_runs
from policies.ingest.facts.particulars import read_particulars
from policies.ingest.facts.punctuation import even_punctuation, join_lists
from policies.ingest.facts.qualifiers import qualify
from policies.ingest.facts.roles import surroundings, weigh_roles
from policies.ingest.facts.spans import Spans
from policies.ingest.facts.validity import read_interpreter, read_validity, validity_spans
from policies.ingest.parsed import Amount, Deadline, Facts

__all__ = ["add_facts", "completion_deadline", "extract_facts", "read_interpreter", "read_validity"]


def extract_facts(heading: str, text: str, kind: str = "", year: int | None = None, lead: str = "") -> Facts:
    """All facts of one provision, the heading's before the text's; `field[start:end] == surface` for each.

    `kind` is the provision's kind ("closing", "article", …); `year` the year its document speaks from, when it is known
    (`paper_year`): earlier years are told of, later ones are planned; `lead` what opens the list that the
    provision is an item of (`leads.lead_below`).
    """
    facts = Facts()
    add_facts(facts, heading, text, year, lead)
    return facts


def add_facts(facts: Facts, heading: str, text: str, year: int | None = None, lead: str = "") -> None:
    """As `extract_facts`, into the facts of a provision that has none yet."""
    groups = [0]
    if heading:
        _extract(heading, "heading", facts, Context(groups, "", year, lead))
    if text:
        _extract(text, "text", facts, Context(groups, heading, year, lead))


@dataclass(slots=True)
class Context:
    """What is known round a text: the last group number given, its heading, the year, what opens its list."""

    groups: list[int]
    heading: str = ""
    year: int | None = None
    lead: str = ""


def _extract(printed: str, field: str, facts: Facts, context: Context) -> None:
    words = even_punctuation(printed)
    citations = find_citations(printed)
    found = [(citations, facts.citations), (find_references(printed, citations), facts.references)]
    if (runs := number_runs(words)) or "年底" in words or "年末" in words:
        titles = [(citation.start, citation.end) for citation in citations]
        dates = scan_dates(words, runs)
        found.append((_amounts(words, titles, runs, context), facts.amounts))
        if dates:
            found.append(
                (find_deadlines(words, [*titles, *validity_spans(words)], dates, context.year), facts.deadlines)
            )
            titles += [(start, end) for start, end, _ in dates]
        found.append((find_durations(words, titles, runs), facts.durations))
    as_printed = field == "text" and words is printed
    for some, into in found:
        if some:
            for fact in some if not as_printed else ():
                fact.field = field
                fact.surface = printed[fact.start : fact.end]
            into += some


def _amounts(text: str, titles: list[tuple[int, int]], runs: Runs, context: Context) -> list[Amount]:
    """The amounts of one text; an item of a list is read behind the words that open the list."""
    if not context.lead:
        return find_amounts(text, titles, runs, context)
    opening = even_punctuation(context.lead) + "："
    shift = len(opening)
    moved = [[(start + shift, end + shift) for start, end in spans] for spans in (titles, runs)]
    amounts = find_amounts(opening + text, *moved, context)
    for amount in amounts:
        amount.start -= shift
        amount.end -= shift
    return amounts


def find_amounts(
    text: str, titles: Sequence[tuple[int, int]] = (), runs: Runs | None = None, context: Context | None = None
) -> list[Amount]:
    """Amounts of one text in order, with qualifier, role and particulars; none inside a span of `titles`."""
    context = context or Context([0])
    amounts = scan_amounts(text, runs)
    if titles and amounts:
        inside = Spans(titles)
        amounts = [amount for amount in amounts if amount.start not in inside]
    if amounts:
        text = join_lists(text)
        qualify(text, amounts)
        around = [surroundings(text, amount.start, amount.end) for amount in amounts]
        weigh_roles(text, amounts, around, context.heading, context.year, context.lead)
        read_particulars(text, amounts, context.groups, around)
    return amounts


def completion_deadline(line: str) -> Deadline | None:
    """The date of a 完成时间 line: 2021年6月 → 2021-06, kind completion; None where the line names no date.

    Offsets count in `line`.
    """
    found = None
    for match in DATE.finditer(line):
        found = Deadline(match[0], match.start(), match.end(), read_date(match), "completion", rule="completion line")
        if found.date:
            return found
    return found
