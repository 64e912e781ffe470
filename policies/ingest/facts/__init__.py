"""Facts of a provision: text in, amounts, deadlines, durations, citations and references out, each with its place."""

from __future__ import annotations

from policies.ingest.parsed import Deadline, Facts, Validity


def extract_facts(heading: str, text: str, kind: str = "") -> Facts:
    """All facts of one provision. `kind` is the provision's kind ("closing", "article", …)."""
    return Facts()


def read_validity(texts: list[str]) -> Validity:
    """When the document holds, from the first of `texts` that says so."""
    return Validity()


def read_interpreter(texts: list[str]) -> list[str]:
    """Bodies named by 由…负责解释, in printed order; [] when none is."""
    return []


def completion_deadline(line: str) -> Deadline | None:
    """The date of a 完成时间 line: 2021年6月 → 2021-06, kind completion. None when the line names no date."""
    return None
