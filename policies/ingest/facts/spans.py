"""Spans of a text that keep facts out (titles, dates, the validity clause), asked in logarithmic time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Spans:
    """`position in spans` is true where any of the spans (start, end) covers the position."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]] = ()):
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends, reach = [], -1
        for _, end in ordered:
            reach = max(reach, end)
            self._ends.append(reach)

    def __contains__(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ends[index]

    def __bool__(self) -> bool:
        return bool(self._starts)


NO_SPANS = Spans()
