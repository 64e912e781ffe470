"""Measures of a ranking: recall@k and MRR@10 over questions whose answering articles are known."""

import re
import statistics
import time
from collections.abc import Callable, Iterable

#: (title of the document, printed numbers from the root, path)
Answered = tuple[str, list[str], str]
ARTICLE = re.compile(r"第.+条")
CUTS = (1, 5, 10, 100)
_BLANK = re.compile(r"\s+")


def _close(title: str) -> str:
    return _BLANK.sub("", title)


def articles(hits: Iterable[Answered]) -> list[tuple[str, list[str]]]:
    """Hits of the same title and article are one, at the first, also across versions of a text."""
    seen, found = set(), []
    for title, numbers, path in hits:
        title = _close(title)
        article = next((number for number in numbers if ARTICLE.match(number)), path)
        if (title, article) not in seen:
            seen.add((title, article))
            found.append((title, numbers))
    return found


def places(relevant: list[list[dict]], found: list[tuple[str, list[str]]]) -> list[int | None]:
    """For each entry of a question the place (from 1) of the first article that answers it."""
    result = []
    for alternatives in relevant:
        wanted = [(_close(item["document"]), item["provision"]) for item in alternatives]
        result.append(
            next(
                (
                    place
                    for place, (title, numbers) in enumerate(found, 1)
                    if any(title.startswith(document) and provision in numbers for document, provision in wanted)
                ),
                None,
            )
        )
    return result


def evaluate(questions: list[dict], ask: Callable[[str], list[Answered]]) -> dict:
    """`ask(text)` gives the hits of a question in their order; latency in milliseconds is that of `ask`."""
    recall = {cut: 0.0 for cut in CUTS}
    reciprocal, times = 0.0, []
    for question in questions:
        began = time.perf_counter()
        hits = ask(question["query"])
        times.append((time.perf_counter() - began) * 1000)
        found = places(question["relevant"], articles(hits))
        for cut in CUTS:
            recall[cut] += sum(place is not None and place <= cut for place in found) / len(found)
        first = min((place for place in found if place is not None), default=None)
        if first is not None and first <= 10:
            reciprocal += 1 / first
    count = len(questions)
    return {
        "questions": count,
        **{f"recall@{cut}": round(recall[cut] / count, 4) for cut in CUTS},
        "mrr@10": round(reciprocal / count, 4),
        "latency_ms": {
            "median": round(statistics.median(times), 2),
            "p95": round(sorted(times)[int(0.95 * (count - 1))], 2),
            "worst": round(max(times), 2),
        },
    }
