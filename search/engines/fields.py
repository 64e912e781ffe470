"""The tokens of a row, field by field: the same for every engine."""

from dataclasses import dataclass

from search import analysis, canonical, tuning
from search.characters import letters
from search.rows import Row

#: Stands for no word; makes a row as long as it should be in the eyes of BM25.
FILLER = "·"


@dataclass(slots=True)
class Tokens:
    words: list[str]
    bigrams: list[str]
    heading: list[str]
    context: list[str]
    canonical: list[str]
    passages: list[str]  # letters only, one string per passage

    fillers: int = 0  # to be added to the characters, too, where these are scored

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
    length = tuning.SHORTEST_ROW if row.has_text else tuning.BARE_HEADING
    return Tokens(
        words=_at_least(words, length),
        bigrams=_at_least(bigrams, length),
        heading=heading,
        context=context,
        canonical=list(dict.fromkeys([*numbers, own] if own else numbers)),
        passages=passages,
        fillers=max(0, length - sum(map(len, passages))),
    )


def _at_least(tokens: list[str], length: int) -> list[str]:
    missing = length - len(tokens)
    return tokens + [FILLER] * missing if missing > 0 else tokens
