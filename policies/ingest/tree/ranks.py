"""Which style of number stands above which in this document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

#: The usual order, outermost first; where articles stand among 一、 and （一） is read from the document.
_USUAL = (
    "annex", "part", "subpart", "chapter", "section", "comma", "paren",
    "decimal1", "decimal2", "decimal3", "decimal4", "decimal5", "digit", "digit_paren", "circle", "letter",
)  # fmt: skip


def rank_styles(numbers: Sequence[tuple[str, float, bool]]) -> dict[str, int]:
    """Rank by style. `numbers` are (style, value, marked as a heading) in printed order.

    Articles stand below 一、 or （一） where those count on over the articles between them (二、 第2条 三、 第3条),
    and above where those are lists within one article. 1. may stand above （一） in the same way.
    """
    order = list(_USUAL)
    styles = {style for style, _, _ in numbers}
    if "article" in styles:
        below = 0
        for style in ("comma", "paren"):
            if style in styles and _counts_over(numbers, style, "article"):
                below = order.index(style) + 1
        order.insert(below or order.index("section") + 1, "article")
    for upper, lower in (("paren", "digit"), ("paren", "digit_paren"), ("digit", "digit_paren"), ("comma", "digit")):
        if upper in styles and lower in styles and _is_inverted(numbers, upper, lower):
            order.remove(lower)
            order.insert(order.index(upper), lower)
    if _are_prefixes(numbers):
        order.remove("digit")
        order.insert(order.index("decimal1"), "digit")
    ranks = {style: rank for rank, style in enumerate(order)}
    ranks["title"] = -1
    return ranks


def _counts_over(numbers: Sequence[tuple[str, float, bool]], outer: str, inner: str) -> bool:
    """Whether `outer` counts on (k, then k+1) with `inner` numbers in between, more often than without."""
    over = within = 0
    last: float | None = None
    seen_inner = False
    first_outer_marked = any(marked for style, _, marked in numbers if style == outer)
    for style, value, _ in numbers:
        if style == inner:
            seen_inner = True
        elif style == outer:
            if last is not None and value == last + 1:
                over, within = (over + 1, within) if seen_inner else (over, within + 1)
            last, seen_inner = value, False
    if first_outer_marked:
        return outer == "comma"
    if over == within:
        # One chapter alone: 一、总则 and then 第一条.
        both = [(style, value) for style, value, _ in numbers if style in (outer, inner)]
        return both[:2] == [(outer, 1), (inner, 1)]
    return over > within


def _are_prefixes(numbers: Sequence[tuple[str, float, bool]]) -> bool:
    """Whether 1. stands above 1.1: the first decimal after a number begins with that number."""
    firsts = [
        int(value) == before
        for (style_before, before, _), (style, value, _) in pairwise(numbers)
        if style_before == "digit" and style == "decimal2"
    ]
    return sum(firsts) * 2 > len(firsts)


def _is_inverted(numbers: Sequence[tuple[str, float, bool]], upper: str, lower: str) -> bool:
    """Whether `lower` counts on while `upper` begins again at one under each: 1. （一）（二） 2. （一）（二）."""
    restarts = counts_on = 0
    last_lower: float | None = None
    first_upper: float | None = None
    for style, value, _ in numbers:
        if style == lower:
            if last_lower is not None and value == last_lower + 1 and first_upper is not None:
                if first_upper == 1:
                    restarts += 1
                else:
                    counts_on += 1
            elif last_lower is not None and value == 1 and first_upper is not None:
                counts_on += 1
            last_lower, first_upper = value, None
        elif style == upper and first_upper is None:
            first_upper = value
        elif style in ("comma", "article", "chapter") and style not in (upper, lower):
            last_lower = first_upper = None
    return restarts > counts_on
