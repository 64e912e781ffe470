"""A query as read → plans for the engine: what must match in each of the two steps, what ranks, what was added."""

import datetime
import math
from collections.abc import Callable
from dataclasses import dataclass, field

from policies.validity import LABELS, LAPSED, SHORT_LABELS
from search import analysis, canonical, dates, learned, terms, tuning
from search.characters import letters
from search.directory import Directory
from search.query import Condition, Part, Query
from search.related import related
from search.rows import LARGEST
from search.tree import All, Any, Between, Canonical, Contains, Everything, Node, Not, OneOf, Plan, Score, Words

#: Ways a part may be spelled by aliases, at most.
SPELLINGS = 8
#: A phrase longer than this ranks by its words: it is rarely found as it stands.
LONGEST_PHRASE = 40
WORD_FOR_STATUS = {
    "现行": ("in_force", "expiring", "amended"), "有效": ("in_force", "expiring", "amended"),
    "失效": ("expired", "repealed"), "到期": ("expired",), "废止": ("repealed",),
}  # fmt: skip


@dataclass(slots=True)
class Spelling:
    """Another way to write a part: 高企认定 → 高新技术企业认定."""

    letters: str
    word: str
    means: str


@dataclass(slots=True)
class Reading:
    """Everything the engine and the page need of one query."""

    exact: Plan
    partial: Plan | None  # the second step; None when there are no words for it
    partial_at_once: bool  # a long part: the second step runs although the first may find something
    added: list[dict[str, str]] = field(default_factory=list)
    conditions: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)  # letters to mark, found as they stand
    tokens: list[str] = field(default_factory=list)  # canonical tokens to mark
    words: list[str] = field(default_factory=list)  # words to mark
    loosened: list[dict[str, str]] = field(default_factory=list)  # what the second step added


def read(
    query: Query,
    names: Directory,
    term_values: Callable[[], list[str]],
    today: datetime.date,
    plain: bool = False,
    learn: bool = True,
) -> Reading:
    """Plans for a query. `term_values()` gives the validity terms that occur in the index; `learn` uses learned.txt."""
    reading = Reading(Plan(), None, False)
    scores: dict[tuple[str, str], float] = {}
    phrases: list[tuple[Contains, float]] = []
    groups = []
    for group in query.groups:
        groups.append(Any(tuple(_part(part, names, plain, reading, scores, phrases) for part in group)))
    sentences = [part.text for part in query.parts if not part.quoted and len(part.letters) > tuning.LONG_PART]
    if learn and not plain:
        _add_learned(scores, sentences)
    required = [group.nodes[0] if len(group.nodes) == 1 else group for group in groups]
    barred = [Not(Contains(part.letters)) for part in query.without]
    conditions = [_condition(item, names, term_values, today, reading) for item in query.conditions]
    limits = tuple(("", node) for node in conditions if node is not None)
    exact = _all([*required, *barred])
    reading.exact = Plan(
        match=exact,
        filters=limits,
        scores=tuple(Score(name, token, weight) for (name, token), weight in scores.items()),
        phrases=tuple(phrases),
    )
    _second_step(query, reading, barred, plain)
    reading.notes = [*query.notes, *reading.notes]
    return reading


def _all(nodes: list[Node]) -> Node:
    if not nodes:
        return Everything()
    return nodes[0] if len(nodes) == 1 and not isinstance(nodes[0], Not) else All(tuple(nodes))


def _part(part: Part, names: Directory, plain: bool, reading: Reading, scores: dict, phrases: list) -> Node:
    ways: list[Node] = [Contains(part.letters)]
    reading.marks.append(part.letters)
    _add_scores(scores, part.text, part.letters, 1.0)
    if len(part.letters) <= LONGEST_PHRASE:
        phrases.append((Contains(part.letters), tuning.PHRASE_WEIGHT))
    if part.quoted:
        return ways[0]
    token = canonical.whole(part.text)
    if token:
        ways.append(Canonical(token))
        reading.tokens.append(token)
        scores[("canonical", token)] = tuning.CANONICAL_WEIGHT
    if plain:
        return ways[0] if len(ways) == 1 else Any(tuple(ways))
    for _, meaning in related(part.text):
        _add_words(scores, meaning, tuning.RELATED_WEIGHT)
    for spelling in spellings(part.letters, names):
        ways.append(Contains(spelling.letters))
        reading.marks.append(spelling.letters)
        added = {"word": spelling.word, "means": spelling.means}
        if added not in reading.added:
            reading.added.append(added)
        _add_scores(scores, spelling.letters, spelling.letters, tuning.ALIAS_WEIGHT)
        phrases.append((Contains(spelling.letters), tuning.PHRASE_WEIGHT * tuning.ALIAS_WEIGHT))
    return ways[0] if len(ways) == 1 else Any(tuple(ways))


def _add_scores(scores: dict, text: str, row: str, share: float) -> None:
    _add_words(scores, text, share, whole=True)
    for pair in analysis.bigrams(row):
        if pair not in tuning.STOP_WORDS:
            scores[("bigrams", pair)] = max(scores.get(("bigrams", pair), 0.0), tuning.BIGRAM_WEIGHT * share)


def _add_words(scores: dict, text: str, share: float, whole: bool = False) -> None:
    """`whole` leaves out of the text what stands inside a longer word: the bigrams count that already."""
    weights = [("words", tuning.WORD_WEIGHT), ("heading", tuning.HEADING_WEIGHT), ("context", tuning.CONTEXT_WEIGHT)]
    words = [word for word in analysis.query_words(text) if word not in tuning.STOP_WORDS]
    for word in words:
        inside = whole and any(word != other and word in other for other in words)
        for name, weight in weights[inside:]:
            scores[(name, word)] = max(scores.get((name, word), 0.0), weight * share)


def _add_learned(scores: dict, sentences: list[str]) -> None:
    """What was learned comes on top of what the reader's words weigh."""
    words = dict.fromkeys(word for text in sentences for word in analysis.query_words(text))
    for other, weight in learned.weights([word for word in words if word not in tuning.STOP_WORDS]).items():
        scores[("words", other)] = scores.get(("words", other), 0.0) + weight


def spellings(row: str, names: Directory) -> list[Spelling]:
    """Other ways to write a part, one alias at a time, at word boundaries: the longest words first."""
    found: list[Spelling] = []
    at_boundary: set[int] | None = None
    for length in (length for length in names.alias_lengths if length <= len(row)):
        for start in range(len(row) - length + 1):
            meanings = names.aliases.get(row[start : start + length])
            if not meanings:
                continue
            if length < len(row):
                at_boundary = analysis.boundaries(row) if at_boundary is None else at_boundary
                if not {start, start + length} <= at_boundary:
                    continue
            for word, means in meanings:
                spelled = row[:start] + letters(means) + row[start + length :]
                if spelled != row and all(spelled != other.letters for other in found):
                    found.append(Spelling(spelled, word, means))
        if length == len(row) and found:
            break
    return found[:SPELLINGS]


def _second_step(query: Query, reading: Reading, barred: list[Node], plain: bool) -> None:
    """Rows with some of the words; what is quoted or excluded still holds."""
    loose = [part for part in query.parts if not part.quoted]
    near = [] if plain else [pair for part in loose for pair in related(part.text)]
    words = list(dict.fromkeys(word for part in loose for word in analysis.query_words(part.text)))
    telling = [word for word in words if word not in tuning.STOP_WORDS] or words
    if not telling:
        return
    others = list(dict.fromkeys(other for _, means in near for other in analysis.query_words(means)))
    reading.words = telling + others
    reading.loosened = [{"word": word, "means": means} for word, means in dict.fromkeys(near)]
    at_least = max(1, math.ceil(len(telling) * tuning.SHARE_OF_WORDS))
    quoted = [_all([Contains(part.letters)]) for part in query.parts if part.quoted]
    some: Node = Words(tuple(dict.fromkeys(telling + others)), at_least)
    tokens = [Canonical(token) for token in reading.tokens]
    if tokens:
        some = Any((some, *tokens))
    reading.partial_at_once = any(len(part.letters) > tuning.LONG_PART for part in loose)
    match = Any((reading.exact.match, some)) if reading.partial_at_once and not barred and not quoted else some
    reading.partial = reading.exact.with_match(_all([match, *quoted, *barred]))


def _condition(
    item: Condition, names: Directory, term_values: Callable[[], list[str]], today: datetime.date, reading: Reading
) -> Node | None:
    """The node of a condition; None, with a note, when its value says nothing."""
    maker = {"amount": _amount, "deadline": _deadline}.get(item.name)
    if maker:
        made = maker(item)
    elif item.name == "status":
        made = status_node(_status_codes(item.value), term_values(), today)
    else:
        made = _keyword(item, names)
    if made is None or (isinstance(made, OneOf) and not made.values):
        reading.notes.append(f"“{item.typed}”没有对应的内容")
        made = made or OneOf("document", ())
    reading.conditions.append({"name": item.name, "operator": item.operator, "value": item.value, "typed": item.typed})
    return made


def _span(operator: str, low: int, high: int, name: str) -> Between:
    bounds = {"=": (low, high), ">=": (low, None), ">": (high + 1, None), "<=": (None, high), "<": (None, low - 1)}
    return Between(name, *bounds[operator])


def _amount(item: Condition) -> Node | None:
    token = canonical.whole(item.value) or canonical.whole(item.value + "元")
    if not token.startswith("¥"):
        return None
    value = min(int(float(token[1:])), LARGEST)
    return _span(item.operator, value, value, "amounts")


def _deadline(item: Condition) -> Node | None:
    found = dates.span(item.value)
    return _span(item.operator, *found, "deadlines") if found else None


def _keyword(item: Condition, names: Directory) -> Node | None:
    wanted = letters(item.value)
    if item.name in ("unit", "body"):
        found = names.unit_names.get(wanted) or [
            name for spelling, held in names.unit_names.items() if wanted in spelling for name in held
        ]
        field_name = "responsible_unit" if item.name == "unit" else "issuing_body"
        return OneOf(field_name, tuple(sorted({name.slug for name in found})))
    if item.name == "document":
        token = canonical.whole(item.value)
        found = names.numbers.get(token) if token else None
        if not found:
            found = [name for name in names.documents.values() if wanted in letters(name.title)]
        return OneOf("document", tuple(sorted({name.slug for name in found})))
    if item.name == "year":
        return OneOf("year", ("none",) if item.value == "未标明" else (item.value.rstrip("年"),))
    return OneOf("kind", (item.value,))


def _status_codes(value: str) -> tuple[str, ...]:
    exact = tuple(code for code in LABELS if value in (code, LABELS[code], SHORT_LABELS[code]))
    if exact:
        return exact
    for word, codes in WORD_FOR_STATUS.items():
        if word in value:
            return codes
    return tuple(code for code, label in LABELS.items() if value in label)


def status_node(codes, term_values: list[str], today: datetime.date) -> OneOf:
    """Rows whose document has one of these statuses today."""
    return OneOf("terms", tuple(value for value in term_values if terms.status(value, today).code in codes))


def lapsed_node(term_values: list[str], today: datetime.date) -> OneOf | None:
    """Rows of documents that have lapsed; None when there are none."""
    node = status_node(LAPSED, term_values, today)
    return node if node.values else None
