"""Drafts to provisions: headings, paths that are unique, units and completion dates."""

from __future__ import annotations

from policies.ingest.parsed import ParsedProvision
from policies.ingest.tree.clauses import hang_lists
from policies.ingest.tree.draft import Draft, walk_drafts
from policies.ingest.tree.headings import set_headings
from policies.ingest.tree.kinds import set_kinds
from policies.ingest.units.completions import read_completion
from policies.ingest.units.unit_brackets import has_inner_bracket, take_inner_brackets, take_trailing_brackets
from policies.ingest.units.unit_labels import is_unit_line
from policies.ingest.units.unit_lines import UnitReader, move_lines_up, split_unit_line
from policies.ingest.units.unit_offices import prints_every_prefix
from policies.ingest.units.unit_prose import are_units, take_prose


def to_provisions(root: Draft, reader: UnitReader, warnings: list[str]) -> list[ParsedProvision]:
    """The forest under `root` as provisions. What is out of order is told in `warnings`."""
    lists: list[str] = []
    for draft in walk_drafts(root.children):
        _take_brackets(draft)
        if draft.unit_lines:
            lists += [text for _, text, _ in draft.unit_lines]
    reader.prints_all = len(lists) > 1 and prints_every_prefix(lists)
    for draft in root.children:
        move_lines_up(draft)
    set_headings(root.children)
    set_kinds(root.children)
    hang_lists(root)
    return _convert(root.children, "", reader, warnings)


def _take_brackets(draft: Draft) -> None:
    """Brackets of units at the end of a paragraph are lines of the provision the paragraph belongs to."""
    if draft.style == "annex":
        return
    if draft.first and "位" in draft.first[:16] and is_unit_line(draft.first):
        # （3）责任单位：市科技局
        label, units, completion = split_unit_line(draft.first)
        if are_units(units):
            draft.unit_lines.append((label, units, False))
            draft.completion_lines += [completion] if completion else []
            draft.first = ""
    if draft.first:
        draft.first = _without_brackets(draft, draft.first)
    for index, entry in enumerate(draft.entries):
        if isinstance(entry, str):
            draft.entries[index] = _without_brackets(draft, entry)
    if "" in draft.entries:
        draft.entries = [entry for entry in draft.entries if entry != ""]


def _without_brackets(draft: Draft, text: str) -> str:
    lines: list[tuple[str, str]] = []
    completions: list[str] = []
    if text[-1:] in "）)〕】]］。；;" or "单位" in text or "部门" in text or "科室" in text or "处室" in text:
        text, lines, completions = take_trailing_brackets(text)
        if not lines and ("单位" in text or "部门" in text):
            text, lines = take_prose(text)
    if has_inner_bracket(text):
        text, inner, inner_completions = take_inner_brackets(text)
        lines, completions = inner + lines, inner_completions + completions
    draft.unit_lines += [(label, units, False) for label, units in lines]
    draft.completion_lines += completions
    return text


def _convert(drafts: list[Draft], parent: str, reader: UnitReader, warnings: list[str]) -> list[ParsedProvision]:
    provisions = []
    seen: dict[str, int] = {}
    for draft in drafts:
        path = f"{parent}/{draft.element}" if parent else draft.element
        count = seen[path] = seen.get(path, 0) + 1
        if count > 1:
            while f"{path}~{count}" in seen:
                count += 1
            warnings.append(
                f"第{draft.line or '?'}行：编号“{draft.number or draft.element}”在同一处出现第{count}次，"
                f"路径记作 {path}~{count}"
            )
            path = f"{path}~{count}"
            seen[path] = 1
        draft.path = path
        provisions.append(_provision(draft, path, reader))
        provisions[-1].children = _convert(draft.children, path, reader, warnings)
    return provisions


def _provision(draft: Draft, path: str, reader: UnitReader) -> ParsedProvision:
    paragraphs = ([draft.first] if draft.first else []) + draft.paragraphs
    provision = ParsedProvision(
        draft.kind,
        draft.number,
        path,
        heading=draft.heading,
        text="\n".join(paragraphs),
        paragraphs=len(paragraphs),
        line=draft.line,
    )
    if draft.unit_lines:
        reading = reader.read(draft.unit_lines)
        provision.responsible_units_line = reading.line
        provision.responsible_units = reading.units
        provision.lead_units, provision.support_units = reading.lead, reading.support
    if draft.completion_lines:
        provision.completion_line = "\n".join(draft.completion_lines)
        provision.completion = read_completion(draft.completion_lines[-1])
    return provision
