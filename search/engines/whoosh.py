"""The default engine: haystack's Whoosh backend with our schema, writer, queries and facets. Pure Python."""

import json
import threading
from collections import Counter
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from haystack.backends import BaseEngine
from haystack.backends.whoosh_backend import WhooshSearchBackend
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from whoosh import index, query, scoring, writing
from whoosh.analysis import IDAnalyzer
from whoosh.codec.whoosh3 import W3Codec
from whoosh.fields import ID as KEY
from whoosh.fields import STORED, FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Existence
from whoosh.reading import SegmentReader

from search import tuning
from search.engines.base import (
    KEYWORDS,
    SCORED,
    SORTS,
    WHOLE,
    Found,
    PlanQuery,
    ProvisionBackend,
    write_version,
)
from search.engines.fields import tokens_of
from search.engines.whoosh_columns import columns_of
from search.engines.whoosh_queries import compile_tree
from search.rows import Row
from search.tree import Node, Plan

#: Segments of fewer rows than this are joined when there are more than MANY of them; larger ones are left alone, so
#: that an edit costs the same however large the base is.
SMALL, MANY = 500, 8


class Tokens(FieldType):
    """A list of ready tokens; BM25 reads how often each stands there."""

    def __init__(self, scorable: bool = False):
        super().__init__(Existence(), IDAnalyzer(), scorable=scorable)

    def index(self, value, **options):
        return ((token.encode(), count, float(count), b"") for token, count in Counter(value).items())


class PlainCodec(W3Codec):
    """Whoosh's codec without the shortest and longest row of each term, which only a search that skips rows reads.

    We rank all that match. Finding the lengths posting by posting took a third of a build.
    """

    length_stats = False


def _merge_small(writer, segments):
    small = [segment for segment in segments if segment.doc_count_all() < SMALL]
    if len(small) <= MANY:
        return segments
    for segment in small:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in segments if segment not in small]


class WhooshBackend(ProvisionBackend, WhooshSearchBackend):
    engine = "whoosh"
    _open: dict[str, tuple[int, index.Index]] = {}
    _opening = threading.Lock()

    @property
    def folder(self) -> str:
        return self.path

    def build_schema(self, fields=None):
        """haystack's hook: our fields, whatever the search index declares."""
        schema = {ID: KEY(stored=True, unique=True), DJANGO_CT: STORED(), DJANGO_ID: STORED()}
        schema |= {name: Tokens(scorable=True) for name in SCORED}
        schema |= {name: Tokens() for name in ("chars", *KEYWORDS)}
        schema |= {"row": STORED(), "columns": STORED(), "fingerprint": STORED()}
        return "words", Schema(**schema)

    def create(self, folder: Path) -> None:
        FileStorage(str(folder)).create_index(self.build_schema()[1])
        write_version(folder)

    def write(self, folder: Path, rows, removed=()) -> int:
        opened = FileStorage(str(folder)).open_index()
        fresh = opened.is_empty()
        writer = opened.writer(limitmb=256, timeout=10, codec=PlainCodec())
        try:
            count = 0
            for provision_id in removed:
                writer.delete_by_term(ID, _key(provision_id))
            for row in rows:
                if not fresh:
                    writer.delete_by_term(ID, _key(row.provision_id))
                writer.add_document(**_document(row))
                count += 1
            writer.commit(mergetype=writing.NO_MERGE if fresh else _merge_small)
        except BaseException:
            if not writer.is_closed:
                writer.cancel()
            raise
        return count

    def stamp(self) -> tuple[str, int]:
        folder = self.generations.current()
        if folder is None:
            raise FileNotFoundError("no index yet")
        return str(folder), folder.stat().st_mtime_ns

    @contextmanager
    def _searcher(self):
        """A searcher of the generation in use as it is now; columns of its segments are shared by all threads."""
        folder, changed = self.stamp()
        searcher = self._index(folder, changed).searcher(weighting=scoring.BM25F(B=tuning.B, K1=tuning.K1))
        try:
            yield searcher, folder
        finally:
            searcher.close()

    def _index(self, folder: str, changed: int):
        with self._opening:
            known = self._open.get(folder)
            if known is None or known[0] != changed:
                for other in [name for name in self._open if Path(name).parent == Path(folder).parent]:
                    del self._open[other]
                known = self._open[folder] = (changed, FileStorage(folder).open_index())
            return known[1]

    def find(self, plan: Plan, start: int, end: int) -> Found:
        with self._searcher() as (searcher, folder):
            numbers = self._numbers(searcher, compile_tree(plan.required(), folder))
            facets = self._facets(searcher, folder, plan, numbers)
            ranked = self._ranked(searcher, folder, plan, numbers, end)
            hits = [(score, searcher.stored_fields(number)["row"]) for score, number in ranked[start:end]]
            return Found(len(numbers), hits, facets)

    def _numbers(self, searcher, compiled) -> list[int]:
        """Documents that match, ascending; segment by segment, as our own queries need it."""
        if compiled is query.NullQuery:
            return []
        numbers = []
        for leaf, offset in searcher.leaf_searchers():
            numbers += sorted({number + offset for number in compiled.docs(leaf)})
        return numbers

    def _columns(self, searcher, folder: str):
        """(columns, first number, one past the last) of each segment."""
        for leaf, offset in searcher.leaf_searchers():
            yield columns_of(folder, leaf.reader()), offset, offset + leaf.reader().doc_count_all()

    def _column(self, searcher, folder: str, name: str, numbers: list[int]) -> list:
        """The values of one column for these documents, in their order (ascending)."""
        parts, values, at = list(self._columns(searcher, folder)), [], 0
        for columns, first, past in parts:
            column = columns.keywords.get(name) if name in KEYWORDS else getattr(columns, name)
            begin = at
            while at < len(numbers) and numbers[at] < past:
                at += 1
            values += [column[number - first] for number in numbers[begin:at]]
        return values

    def _facets(self, searcher, folder: str, plan: Plan, numbers: list[int]) -> dict[str, list[tuple[str, int]]]:
        own = {name for name, _ in plan.filters}
        facets = {}
        for name in plan.facets:
            counted = numbers
            if name in own:
                counted = self._numbers(searcher, compile_tree(plan.required(without=name), folder))
            counts = Counter()
            for values, count in Counter(self._column(searcher, folder, name, counted)).items():
                for value in values:
                    counts[value] += count
            shown = None if name in WHOLE else tuning.FACET_VALUES
            facets[name] = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:shown]
        return facets

    def _ranked(self, searcher, folder: str, plan: Plan, numbers: list[int], end: int) -> list[tuple[float, int]]:
        if plan.sort in SORTS:
            return self._sorted(searcher, folder, plan.sort, numbers)
        if not plan.scores and not plan.phrases:
            return [(0.0, number) for number in numbers]
        allowed, scores = set(numbers), {}
        if plan.scores:
            terms = [query.Term(score.field, score.token, boost=score.weight) for score in plan.scores]
            results = searcher.search(query.Or(terms), limit=None, filter=allowed)
            scores = {number: score for score, number in results.top_n}
        for phrase, weight in plan.phrases:
            for number in allowed.intersection(self._numbers(searcher, compile_tree(phrase, folder))):
                scores[number] = scores.get(number, 0.0) + weight * self._phrase_score(searcher, phrase)
        if plan.behind is not None:
            for number in allowed.intersection(self._numbers(searcher, compile_tree(plan.behind, folder))):
                scores[number] = scores.get(number, 0.0) - tuning.LAPSED_PENALTY
        return sorted(((scores.get(number, 0.0), number) for number in numbers), key=lambda hit: (-hit[0], hit[1]))

    def _phrase_score(self, searcher, phrase) -> float:
        """A phrase weighs as its rarest two letters do."""
        pairs = [phrase.characters[at : at + 2] for at in range(len(phrase.characters) - 1)]
        if not pairs:
            return searcher.idf("chars", phrase.characters)
        return max(searcher.idf("bigrams", pair) for pair in pairs)

    def _sorted(self, searcher, folder: str, sort: str, numbers: list[int]) -> list[tuple[float, int]]:
        name, highest_first = SORTS[sort]
        column = {"amount_most": "amounts", "deadline_first": "deadlines", "date": "date"}[name]
        pick = {"amount_most": max, "deadline_first": min}.get(name)
        keyed, without = [], []
        for number, value in zip(numbers, self._column(searcher, folder, column, numbers), strict=True):
            if pick:
                value = pick(value) if value else None
            if value is None:
                without.append((0.0, number))
            else:
                keyed.append((-value if highest_first else value, number))
        return [(0.0, number) for _, number in sorted(keyed)] + without

    def count(self, node: Node) -> int:
        with self._searcher() as (searcher, folder):
            return len(self._numbers(searcher, compile_tree(node, folder)))

    def provisions(self, node: Node) -> list[int]:
        with self._searcher() as (searcher, folder):
            numbers = self._numbers(searcher, compile_tree(node, folder))
            return self._column(searcher, folder, "provision", numbers)

    def values(self, field: str) -> list[str]:
        with self._searcher() as (searcher, folder):
            columns = [columns.keywords[field] for columns, _, _ in self._columns(searcher, folder)]
            return sorted(set(chain.from_iterable(chain.from_iterable(columns))))

    def fingerprints(self) -> dict[int, str]:
        found = {}
        with self._searcher() as (searcher, _):
            for fields in searcher.reader().all_stored_fields():
                key = int(fields[DJANGO_ID])
                if key in found:
                    raise ValueError(f"provision {key} stands in the index twice")
                found[key] = fields["fingerprint"]
        return found

    def explain(self, plan: Plan, provision_ids: list[int]) -> dict[int, dict[str, float]]:
        parts = {pk: {} for pk in provision_ids}
        with self._searcher() as (searcher, folder):
            for score in plan.scores:
                results = searcher.search(query.Term(score.field, score.token, boost=score.weight), limit=None)
                for value, number in results.top_n:
                    key = int(searcher.stored_fields(number)[DJANGO_ID])
                    if key in parts:
                        parts[key][f"{score.field} {score.token}"] = round(value, 3)
            for phrase, weight in plan.phrases:
                for number in self._numbers(searcher, compile_tree(phrase, folder)):
                    key = int(searcher.stored_fields(number)[DJANGO_ID])
                    if key in parts:
                        value = weight * self._phrase_score(searcher, phrase)
                        parts[key][f"phrase {phrase.characters}"] = round(value, 3)
        return parts


def _key(provision_id: int) -> str:
    return f"policies.provision.{provision_id}"


def _document(row: Row) -> dict:
    tokens = tokens_of(row)
    held = {
        "letters": tokens.joined,
        "provision": row.provision_id,
        "keywords": row.facets,
        "amounts": row.amounts,
        "deadlines": row.deadlines,
        "date": row.date,
    }
    return {
        ID: _key(row.provision_id),
        DJANGO_CT: "policies.provision",
        DJANGO_ID: str(row.provision_id),
        "chars": set("".join(tokens.passages)),
        "row": json.dumps(row.stored, ensure_ascii=False),
        "columns": json.dumps(held, ensure_ascii=False),
        "fingerprint": row.fingerprint(),
        **{name: getattr(tokens, name) for name in SCORED},
        **{name: row.facets.get(name, []) for name in KEYWORDS},
    }


class WhooshEngine(BaseEngine):
    backend = WhooshBackend
    query = PlanQuery
