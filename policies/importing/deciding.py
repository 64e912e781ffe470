"""What the file says now against what a person wrote: equal to the last reading, replaced, or kept for decision."""

from datetime import date

from django.db import models

from policies.models.text import ReadByMachine, as_read


def take_reading(row: ReadByMachine, values: dict[str, object]) -> tuple[list[str], list[str]]:
    """Bring a new reading to a row, unsaved; returns the fields that changed and those that wait for a decision.

    Equal to what was read before: the person's value stays. Changed, and nobody edited the field: replaced. Changed
    and edited: the person's value stays, the new reading is kept in `conflicts` beside what was read before.
    """
    changed, conflicting = [], []
    for name, value in values.items():
        now, current = as_read(value), as_read(getattr(row, name))
        if now == current:
            row.conflicts.pop(name, None)
        elif name in row.machine and now == row.machine[name]:
            continue
        elif current == row.machine.get(name, _empty(row, name)):
            setattr(row, name, value)
            changed.append(name)
        else:
            row.conflicts[name] = {"before": row.machine.get(name, ""), "now": now}
            conflicting.append(name)
        row.machine[name] = now
    return changed, conflicting


def accept(row: ReadByMachine, names: list[str] | None = None) -> list[str]:
    """Take the new reading of fields that wait for a decision, unsaved; returns the fields that changed."""
    changed = []
    for name in names or list(row.conflicts):
        now = row.conflicts.pop(name)["now"]
        if name in {field.name for field in row._meta.concrete_fields}:
            setattr(row, name, _python_value(row, name, now))
        changed.append(name)
    return changed


def keep(row: ReadByMachine, names: list[str] | None = None) -> list[str]:
    """Keep the person's value of fields that wait for a decision, unsaved; returns their names."""
    return [name for name in names or list(row.conflicts) if row.conflicts.pop(name, None) is not None]


def _empty(row: ReadByMachine, name: str) -> object:
    return row._meta.get_field(name).get_default()


def _python_value(row: ReadByMachine, name: str, value):
    if isinstance(row._meta.get_field(name), models.DateField):
        return date.fromisoformat(value) if value else None
    return value
