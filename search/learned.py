"""What questions and the articles that answer them taught: a question's words → words of articles, with weights.

The table is made by `manage.py learn_related` and ranks whole questions only; what is found is not changed by it.
"""

from collections import Counter
from functools import cache
from pathlib import Path

from search import tuning

FILE = Path(__file__).with_name("learned.txt")


@cache
def table() -> dict[str, dict[str, float]]:
    """Word of a question → words of the texts with their weights."""
    return read(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def read(text: str) -> dict[str, dict[str, float]]:
    """From lines like `房东: 出租人 0.21 租赁 0.08`."""
    lines = (line.split(": ") for line in text.splitlines() if line and not line.startswith("#"))
    held = ((word, others.split()) for word, others in lines)
    return {word: dict(zip(others[::2], map(float, others[1::2]), strict=True)) for word, others in held}


def written(learned: dict[str, dict[str, float]]) -> str:
    """The lines that `read` reads, in the order of the words, the heaviest first."""
    ranked = {word: sorted(others.items(), key=lambda item: (-item[1], item[0])) for word, others in learned.items()}
    return "".join(
        f"{word}: {' '.join(f'{other} {weight:.2f}' for other, weight in ranked[word])}\n" for word in sorted(ranked)
    )


def weights(words: list[str]) -> dict[str, float]:
    """Words of the texts for the words of a question, the heaviest; what several words speak for adds up."""
    total: Counter[str] = Counter()
    for word in words:
        total.update(table().get(word, {}))
    return dict(total.most_common(tuning.LEARNED_WORDS))
