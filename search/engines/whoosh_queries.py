"""The query tree as native Whoosh queries, among them three of our own that Whoosh lacks or answers slowly."""

from collections import Counter

from whoosh import query
from whoosh.matching import ListMatcher, NullMatcher

from search.analysis import bigrams
from search.engines.whoosh_columns import columns_of
from search.tree import All, Any, Between, Canonical, Contains, Everything, Node, Not, OneOf, Words


def _matcher(numbers):
    return ListMatcher(numbers) if numbers else NullMatcher()


class Computed(query.Query):
    """A query that works out the documents of a segment itself. Equal queries have equal `key`s."""

    def __init__(self, folder: str, key):
        self.folder = folder
        self.key = key
        self.boost = 1.0

    def __eq__(self, other):
        return type(self) is type(other) and self.key == other.key

    def __hash__(self):
        return hash((type(self), self.key))

    def __repr__(self):
        return f"{type(self).__name__}({self.key!r})"

    def estimate_size(self, ixreader):
        return ixreader.doc_count_all()

    def matcher(self, searcher, context=None):
        reader = searcher.reader()
        numbers = self.numbers(searcher, columns_of(self.folder, reader))
        if reader.has_deletions():
            numbers = [number for number in numbers if not reader.is_deleted(number)]
        return _matcher(numbers)

    def numbers(self, searcher, columns) -> list[int]:
        raise NotImplementedError


class Phrase(Computed):
    """Letters in a row: the documents that hold all bigrams, checked in the passages.

    Whoosh's own phrase query reads positions of every candidate and is 30 times as slow on common words.
    """

    def numbers(self, searcher, columns):
        terms = [query.Term("bigrams", pair) for pair in dict.fromkeys(bigrams(self.key))]
        candidates = query.And(terms) if len(terms) > 1 else terms[0]
        letters, phrase = columns.letters, self.key
        return [number for number in candidates.docs(searcher) if phrase in letters[number]]


class AtLeast(Computed):
    """At least `key[0]` of the words `key[1]` stand in the row or its context."""

    def numbers(self, searcher, columns):
        at_least, words = self.key
        counts: Counter[int] = Counter()
        for word in words:
            found = set()
            for field in ("words", "context"):
                found.update(query.Term(field, word).docs(searcher))
            counts.update(found)
        return sorted(number for number, count in counts.items() if count >= at_least)


class InRange(Computed):
    """A number field holds a value from low to high; `key` is (field, low, high)."""

    def numbers(self, searcher, columns):
        field, low, high = self.key
        low = low if low is not None else float("-inf")
        high = high if high is not None else float("inf")
        values = getattr(columns, field)
        return [number for number, held in enumerate(values) if any(low <= value <= high for value in held)]


def compile_tree(node: Node, folder: str) -> query.Query:
    """The Whoosh query of a node; never a string, so nothing a user types is syntax."""
    match node:
        case Everything():
            return query.Every()
        case Contains(characters):
            if not characters:
                return query.NullQuery
            return query.Term("chars", characters) if len(characters) == 1 else Phrase(folder, characters)
        case Canonical(token):
            return query.Term("canonical", token)
        case Words(words, at_least):
            return AtLeast(folder, (at_least, words))
        case OneOf(field, values):
            return _any([query.Term(field, value) for value in values])
        case Between(field, low, high):
            return InRange(folder, (field, low, high))
        case All(nodes):
            wanted = [compile_tree(child, folder) for child in nodes if not isinstance(child, Not)]
            barred = [compile_tree(child.node, folder) for child in nodes if isinstance(child, Not)]
            base = query.And(wanted) if len(wanted) > 1 else wanted[0] if wanted else query.Every()
            if query.NullQuery in wanted:
                return query.NullQuery
            barred = [child for child in barred if child is not query.NullQuery]
            return query.AndNot(base, _any(barred)) if barred else base
        case Any(nodes):
            return _any([compile_tree(child, folder) for child in nodes])
        case Not(inner):
            barred = compile_tree(inner, folder)
            return query.Every() if barred is query.NullQuery else query.AndNot(query.Every(), barred)
    raise TypeError(node)


def _any(queries: list[query.Query]) -> query.Query:
    queries = [child for child in queries if child is not query.NullQuery]
    if not queries:
        return query.NullQuery
    return query.Or(queries) if len(queries) > 1 else queries[0]
