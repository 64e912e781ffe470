"""Facts as ingest reads them → unsaved rows of the fact models."""

from collections.abc import Iterator
from decimal import Decimal

from policies.ingest import parsed
from policies.models import Amount, Citation, Deadline, Duration, Fact, Provision

#: A printed number beyond this is a slip of the print or of the reading; it fits no column and no purpose.
LARGEST = Decimal(10) ** 19


def fact_rows(provision: Provision, facts: parsed.Facts) -> list[Fact]:
    """One unsaved row for each fact, of all four models, in the order read."""
    rows = []
    for model, read in _read(facts):
        values = _values(read)
        if any(isinstance(value, Decimal) and abs(value) > LARGEST for value in values.values()):
            continue
        rows.append(
            model(
                provision=provision,
                field=read.field,
                start=read.start,
                end=read.end,
                surface=read.surface,
                rule=read.rule[:60],
                machine={name: plain(value) for name, value in values.items()},
                **values,
            )
        )
    return rows


def plain(value):
    """A fact's value as JSON keeps it: decimals as text with four places, so that 50 and 50.0000 are the same."""
    return f"{Decimal(value):.4f}" if isinstance(value, Decimal | float) else value


def values_of(fact: Fact) -> dict[str, object]:
    """What a row says, in the form of its `machine`."""
    return {name: plain(getattr(fact, name)) for name in fact.VALUES}


def _read(facts: parsed.Facts) -> Iterator[tuple[type[Fact], object]]:
    yield from ((Amount, read) for read in facts.amounts)
    yield from ((Deadline, read) for read in facts.deadlines)
    yield from ((Duration, read) for read in facts.durations)
    yield from ((Citation, read) for read in facts.citations)
    yield from ((Citation, read) for read in facts.references)


def _values(read) -> dict[str, object]:
    match read:
        case parsed.Amount():
            return {
                "value": Decimal(str(read.value)),
                "value_max": None if read.value_max is None else Decimal(str(read.value_max)),
                "unit": read.unit[:10],
                "per": (read.per or "")[:20],
                "qualifier": read.qualifier,
                "role": read.role,
                "condition": read.condition,
                "beneficiary": read.beneficiary,
                "group": read.group,
                "unparsed": read.unparsed,
                "phrase": read.text,
            }
        case parsed.Deadline():
            return {"date": read.date or "", "kind": read.kind}
        case parsed.Duration():
            return {"value": Decimal(str(read.value)), "unit": read.unit[:4]}
        case parsed.Citation():
            number = read.document_number or ""
            return {"kind": "title", "title": read.title[:500], "document_number": number[:100], "target": []}
        case parsed.Reference():
            number = read.target[0] if read.kind == "document_number" and read.target else ""
            return {"kind": read.kind, "title": "", "document_number": number[:100], "target": list(read.target)}
    raise TypeError(f"no fact: {read!r}")
