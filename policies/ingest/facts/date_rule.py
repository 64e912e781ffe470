"""One line of the table that says which dates are deadlines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateRule:
    """One line of the table: which dates it speaks of, the kind they get (None: no deadline), a printed example."""

    name: str
    kind: str | None
    before: str
    after: str
    example: str
    #: The precisions it holds for (`dates.precision`); none named: all.
    only: tuple[str, ...] = ()
