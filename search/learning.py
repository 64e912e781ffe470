"""Learning which words of articles answer which words of questions, from questions with known answers.

Pairs of words that several questions and several articles share get a weight each, so that the answering articles rise
over what the search finds beside them (the loss is that of a softmax over the first hits, with a quadratic price).
"""

import itertools
import json
import math
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from django.utils import timezone

from search import analysis, indexing, planning, tuning
from search.directory import directory
from search.engines.fields import tokens_of
from search.evaluation import Answered, articles, places
from search.query import parse
from search.rows import public_documents, rows_of

#: A pair counts when so many questions have both words and so many of their articles the second: no single question
#: leaves a trace.
QUESTIONS, ARTICLES = 3, 2
#: How much likelier than chance (log-likelihood ratio), and pairs of one word at most.
LIKELIER, PAIRS = 3.0, 40
#: Hits a question is learned from; how sharp the softmax is; price of a weight; steps.
HITS, SHARPNESS, PRICE, STEPS = 250, 0.3, 0.01, 40
#: Weights below this are dropped.
LEAST = 0.02


@dataclass
class Example:
    """One question: its words, its answers' words, the first hits with the scores that they have unlearned."""

    words: list[str]
    answers: list[tuple[str, frozenset[str]]]  # (title and article, its words)
    scores: list[float]
    right: list[bool]
    hits: list[dict[str, float]]  # word → BM25 in the hit


def examples(questions: list[dict]) -> list[Example]:
    """What can be learned from; the base must hold the answering articles."""
    rows = {
        row.provision_id: ((row.stored["document"], row.stored["numbers"], row.stored["path"]), words)
        for row in rows_of(public_documents())
        for words in [[sys.intern(word) for word in tokens_of(row).words]]
    }
    frequency = Counter(word for _, words in rows.values() for word in set(words))
    average = sum(len(words) for _, words in rows.values()) / len(rows)
    named = defaultdict(list)
    for place, words in rows.values():
        for number in place[1]:
            named[number].append((place, words))

    @cache
    def scored(provision: int) -> dict[str, float]:
        words = rows[provision][1]
        room = tuning.K1 * (1 - tuning.B + tuning.B * len(words) / average)
        return {
            word: math.log(1 + (len(rows) - frequency[word] + 0.5) / (frequency[word] + 0.5))
            * (tuning.K1 + 1) * count / (count + room)
            for word, count in Counter(words).items()
            if telling(word)
        }  # fmt: skip

    made = []
    for question in questions:
        query, relevant = parse(question["query"]), question["relevant"]
        reading = planning.read(query, directory(), lambda: [], timezone.localdate(), learn=False)
        found = indexing.backend().find(reading.partial or reading.exact, 0, HITS).hits
        hits = [json.loads(row)["provision"] for _, row in found]
        answers = {
            (item["document"], item["provision"]): frozenset(filter(telling, words))
            for item in itertools.chain.from_iterable(relevant)
            for place, words in named[item["provision"]]
            if answered([[item]], place)
        }
        own = dict.fromkeys(word for part in query.parts for word in analysis.query_words(part.text))
        made.append(
            Example(
                [word for word in own if word not in tuning.STOP_WORDS],
                list(answers.items()),
                [score for score, _ in found],
                [answered(relevant, rows[hit][0]) for hit in hits],
                [scored(hit) for hit in hits],
            )
        )
    return made


def telling(word: str) -> bool:
    return len(word) > 1 and not word.isascii() and word not in tuning.STOP_WORDS


def answered(relevant: list[list[dict]], hit: Answered) -> bool:
    return any(places(relevant, articles([hit])))


def pairs(examples: list[Example]) -> dict[str, list[str]]:
    """Words of questions with the words of articles that come with them more often than chance."""
    here, there, both = Counter(), Counter(), Counter()
    for example in examples:
        held = set().union(*(words for _, words in example.answers))
        here.update(example.words)
        there.update(held)
        both.update((word, other) for word in example.words for other in held if word != other)
    answering = defaultdict(dict)
    for example in examples:
        for word in example.words:
            answering[word].update(example.answers)
    found = defaultdict(list)
    for (word, other), count in both.items():
        if count >= QUESTIONS and count * len(examples) > here[word] * there[other]:
            ratio = likelihood_ratio(count, here[word], there[other], len(examples))
            if ratio >= LIKELIER and sum(other in words for words in answering[word].values()) >= ARTICLES:
                found[word].append((ratio, other))
    return {word: [other for _, other in sorted(others, reverse=True)[:PAIRS]] for word, others in found.items()}


def likelihood_ratio(both: int, first: int, second: int, count: int) -> float:
    """Dunning's G² of two words that `both` of `count` questions have together."""

    def weighed(*cells: int) -> float:
        return sum(cell * math.log(cell) for cell in cells if cell)

    cells = (both, first - both, second - both, count - first - second + both)
    return 2 * (weighed(*cells) - weighed(first, count - first, second, count - second) + weighed(count))


def learn(examples: list[Example]) -> dict[str, dict[str, float]]:
    """Weights of the pairs of these examples: gradient steps, a rate for each (AdaGrad), none below 0."""
    examples = [example for example in examples if any(example.right)]
    held = pairs(examples)
    weight = {(word, other): 0.0 for word, others in held.items() for other in others}
    seen = dict.fromkeys(weight, 0.0)
    prepared = [_columns(example, held) for example in examples]
    for _ in range(STEPS):
        slope = {pair: 2 * PRICE * value for pair, value in weight.items()}
        for example, columns in zip(examples, prepared, strict=True):
            scores = list(example.scores)
            for speaking, cells in columns:
                total = sum(weight[pair] for pair in speaking)
                if total:
                    for at, value in cells:
                        scores[at] += total * value
            off = _off(scores, example.right)
            for speaking, cells in columns:
                change = sum(off[at] * value for at, value in cells) / len(examples)
                for pair in speaking:
                    slope[pair] += change
        for pair, value in slope.items():
            seen[pair] += value * value
            if seen[pair]:
                weight[pair] = max(0.0, weight[pair] - 0.05 * value / math.sqrt(seen[pair]))
    kept = defaultdict(dict)
    for (word, other), value in weight.items():
        if value >= LEAST:
            kept[word][other] = round(value, 2)
    return dict(kept)


def _columns(example: Example, held: dict[str, list[str]]) -> list[tuple[list[tuple[str, str]], list]]:
    """For each word of the texts: the pairs that speak for it, and (hit, BM25) where it stands."""
    speaking = defaultdict(list)
    for word in example.words:
        for other in held.get(word, ()):
            speaking[other].append((word, other))
    columns = []
    for other, spoken in speaking.items():
        cells = [(at, hit[other]) for at, hit in enumerate(example.hits) if other in hit]
        if cells:
            columns.append((spoken, cells))
    return columns


def _off(scores: list[float], right: list[bool]) -> list[float]:
    """Slope of the loss at each hit: its share of all less, for a right one, its share of the right ones."""
    highest = max(scores)
    shares = [math.exp(SHARPNESS * (score - highest)) for score in scores]
    every = sum(shares)
    answers = sum(share for share, is_right in zip(shares, right, strict=True) if is_right) or 1e-300
    return [
        SHARPNESS * (share / every - (share / answers if is_right else 0.0))
        for share, is_right in zip(shares, right, strict=True)
    ]
