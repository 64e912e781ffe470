"""The tokens of a row, field by field: the same for every engine."""

from dataclasses import dataclass

from search import analysis, canonical, tuning
from search.characters import letters
from search.rows import Row

#: Stands for no word; makes a short row as long as SHORTEST_ROW in the eyes of BM25.
FILLER = "·"


@dataclass(slots=True)
class Tokens:
    words: list[str]
    bigrams: list[str]
    heading: list[str]
    context: list[str]
    canonical: list[str]
    passages: list[str]  # letters only, one string per passage

    @property
    def joined(self) -> str:
        return analysis.GAP.join(self.passages)


def tokens_of(row: Row) -> Tokens:
    """All tokens of a row."""
    passages = [letters(passage) for passage in row.passages]
    words = [word for passage in row.passages for word in analysis.text_words(passage)]
    bigrams = [pair for passage in passages for pair in analysis.bigrams(passage)]
    heading = analysis.text_words(row.heading) if row.heading else []
    context = [word for title in row.context for word in analysis.text_words(title)]
    numbers = [token for passage in row.passages for token in canonical.tokens(passage)]
    own = canonical.ordinal(row.number)
    return Tokens(
        words=_at_least(words),
        bigrams=_at_least(bigrams),
        heading=heading,
        context=context,
        canonical=list(dict.fromkeys([*numbers, own] if own else numbers)),
        passages=passages,
    )


def _at_least(tokens: list[str]) -> list[str]:
    missing = tuning.SHORTEST_ROW - len(tokens)
    return tokens + [FILLER] * missing if missing > 0 else tokens
