"""A parsed document as the JSON form that `parse_documents` prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from policies.ingest.parsed import Amount, Deadline, Duration, Facts, ParsedDocument, ParsedProvision


def to_json(document: ParsedDocument) -> dict[str, Any]:
    """The document with exactly the keys of the format; dates ISO or null."""
    preamble = document.preamble
    return {
        "title": document.title,
        "document_number": document.document_number,
        "issuing_bodies": document.issuing_bodies,
        "kind": document.kind,
        "dates": asdict(document.dates),
        "validity": {
            "text": document.validity.text,
            "from": document.validity.from_,
            "until": document.validity.until,
            "period": document.validity.period,
        },
        "interpreter": document.interpreter,
        "preamble": preamble.text if preamble else "",
        **_prefixed("preamble", [preamble.facts] if preamble else []),
        "closing": [paragraph.text for paragraph in document.closing],
        **_prefixed("closing", [paragraph.facts for paragraph in document.closing]),
        "provisions": [provision_json(provision) for provision in document.provisions],
        "tables": [{"after_path": table.after_path, "rows": table.rows} for table in document.tables],
    }


def provision_json(provision: ParsedProvision) -> dict[str, Any]:
    """One node with its children."""
    return {
        "number": provision.number,
        "path": provision.path,
        "heading": provision.heading,
        "text": provision.text,
        "paragraphs": provision.paragraphs,
        "responsible_units_line": provision.responsible_units_line,
        "responsible_units": provision.responsible_units,
        "lead_units": provision.lead_units,
        "support_units": provision.support_units,
        "completion": provision.completion,
        **facts_json(provision.facts),
        "children": [provision_json(child) for child in provision.children],
    }


def facts_json(facts: Facts) -> dict[str, Any]:
    """amounts, deadlines, durations, citations, references of one text."""
    return {
        "amounts": [_amount(amount) for amount in facts.amounts],
        "deadlines": [_deadline(deadline) for deadline in facts.deadlines],
        "durations": [_duration(duration) for duration in facts.durations],
        "citations": [citation.surface for citation in facts.citations],
        "references": [reference.surface for reference in facts.references],
    }


def _prefixed(name: str, facts: list[Facts]) -> dict[str, Any]:
    """preamble_amounts, closing_deadlines, …: the facts of text outside the tree."""
    merged: dict[str, list[Any]] = {key: [] for key in facts_json(Facts())}
    for one in facts:
        for key, values in facts_json(one).items():
            merged[key] += values
    return {f"{name}_{key}": values for key, values in merged.items()}


def _number(value: float | None) -> float | int | None:
    """500000.0 prints as 500000."""
    return int(value) if value is not None and float(value).is_integer() else value


def _amount(amount: Amount) -> dict[str, Any]:
    return {
        "text": amount.text,
        "surface": amount.surface,
        "field": amount.field,
        "start": amount.start,
        "end": amount.end,
        "value": _number(amount.value),
        "value_max": _number(amount.value_max),
        "unit": amount.unit,
        "per": amount.per,
        "qualifier": amount.qualifier,
        "role": amount.role,
        "condition": amount.condition,
        "beneficiary": amount.beneficiary,
        "group": amount.group,
    }


def _deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "surface": deadline.surface,
        "field": deadline.field,
        "start": deadline.start,
        "end": deadline.end,
        "date": deadline.date,
        "kind": deadline.kind,
    }


def _duration(duration: Duration) -> dict[str, Any]:
    return {"surface": duration.surface, "value": _number(duration.value), "unit": duration.unit}
