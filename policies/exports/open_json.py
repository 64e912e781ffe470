"""A document or a provision as JSON for other programs: the words, the place, the facts, the status."""

from collections.abc import Callable

from policies.models import Amount, Citation, Deadline, Document, Duration
from policies.presentation.facts import FactLine
from policies.presentation.records import ProvisionRecord
from policies.validity import Status


def document_json(document: Document, records: list[ProvisionRecord], status: Status, absolute: Callable) -> dict:
    """The whole document; `records` of all its provisions in printed order."""
    nodes: dict[int, dict] = {}
    roots: list[dict] = []
    for record in records:
        node = provision_json(record, absolute) | {"children": []}
        nodes[record.provision.pk] = node
        parent = nodes.get(record.provision.parent_id)
        (parent["children"] if parent else roots).append(node)
    return document_head_json(document, status, absolute) | {
        "provisions": roots,
        "tables": [
            {"after_path": record.provision.printed_path, "rows": rows}
            for record in records
            for rows in record.provision.tables
        ],
    }


def document_head_json(document: Document, status: Status, absolute: Callable) -> dict:
    links = sorted(document.body_links.all(), key=lambda link: (link.order, link.pk))
    names = {
        role: [link.organization.name for link in links if link.role == role] for role in ("issuer", "interpreter")
    }
    return {
        "title": document.title,
        "url": absolute(document.get_absolute_url()),
        "document": document.slug,
        "document_number": document.document_number or None,
        "kind": document.kind or None,
        "issuing_bodies": names["issuer"],
        "interpreter": names["interpreter"],
        "dates": {
            name: getattr(document, f"{name}_on").isoformat() if getattr(document, f"{name}_on") else None
            for name in ("signed", "printed", "published", "effective", "expires")
        },
        "validity": {
            "text": document.validity_text or None,
            "from": document.validity_from or None,
            "period": document.validity_period or None,
        },
        "status": status_json(status),
        "source_url": document.source_url or None,
        "notice": "以官方发布文本为准",
        "updated_at": document.updated_at.isoformat(),
    }


def status_json(status: Status) -> dict:
    return {
        "code": status.code,
        "label": status.label,
        "explanation": status.explanation,
        "sentence": status.sentence or None,
        "until": status.until.isoformat() if status.until else None,
    }


def provision_json(record: ProvisionRecord, absolute: Callable) -> dict:
    """One provision without what is below it."""
    provision = record.provision
    facts = {kind: [] for kind in ("amounts", "deadlines", "durations", "citations")}
    for line in record.facts:
        facts[f"{line.kind}s"].append(fact_json(line, absolute))
    return {
        "url": absolute(record.url),
        "kind": provision.kind,
        "number": provision.number,
        "numbers": record.numbers,
        "path": provision.path,
        "printed_path": provision.printed_path,
        "heading": provision.heading,
        "text": provision.text,
        "tables": provision.tables,
        "responsible_units": [
            {
                "name": unit.name,
                "printed": unit.short,
                "role": unit.role or None,
                "url": absolute(unit.url),
                "stated_at": unit.stated_at.path,
            }
            for unit in record.units
        ],
        "completion": provision.completion or None,
        **facts,
    }


def fact_json(line: FactLine, absolute: Callable) -> dict:
    fact = line.fact
    common = {
        "surface": fact.surface,
        "field": fact.field,
        "start": fact.start,
        "end": fact.end,
        "state": fact.state,
        "rule": fact.rule,
    }
    return common | _VALUES[type(fact)](line, absolute)


def _amount(line, absolute) -> dict:
    fact: Amount = line.fact
    return {
        "value": float(fact.value),
        "value_max": None if fact.value_max is None else float(fact.value_max),
        "unit": fact.unit,
        "per": fact.per or None,
        "qualifier": fact.qualifier,
        "role": fact.role,
        "condition": fact.condition,
        "beneficiary": fact.beneficiary,
        "group": fact.group,
    }


def _deadline(line, absolute) -> dict:
    fact: Deadline = line.fact
    return {"date": fact.date or None, "kind": fact.kind}


def _duration(line, absolute) -> dict:
    fact: Duration = line.fact
    return {"value": float(fact.value), "unit": fact.unit}


def _citation(line, absolute) -> dict:
    fact: Citation = line.fact
    return {
        "kind": fact.kind,
        "title": fact.title or None,
        "document_number": fact.document_number or None,
        "target": fact.target,
        "url": absolute(line.url) if line.url else None,
    }


_VALUES = {Amount: _amount, Deadline: _deadline, Duration: _duration, Citation: _citation}
