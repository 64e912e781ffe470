"""The engine for millions of provisions on one machine: a haystack backend over the tantivy wheel, in process."""

import json
import threading
from pathlib import Path

from haystack.backends import BaseEngine, BaseSearchBackend
from tantivy import (
    Document,
    Index,
    Occur,
    Order,
    Query,
    Schema,
    SchemaBuilder,
    TextAnalyzerBuilder,
    Tokenizer,
)

from search import tuning
from search.engines.base import (
    KEYWORDS,
    NUMBERS,
    SCORED,
    SORTS,
    WHOLE,
    Found,
    PlanQuery,
    ProvisionBackend,
    write_version,
)
from search.engines.fields import FILLER, tokens_of
from search.engines.tantivy_queries import compile_tree
from search.rows import Row
from search.tree import Everything, Node, Plan

#: Ready tokens are handed over joined by blanks: eight times as fast as one Python object per token.
ANALYZER = "blanks"
#: Memory of a writer in bytes: for a rebuild, for a few rows.
LARGE, LITTLE = 256_000_000, 15_000_000
#: A facet is counted over all values of a segment before the largest are taken, so that counts are true.
ALL_VALUES = 100_000


def schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_integer_field("provision", stored=True, indexed=True, fast=True)
    for name in SCORED:
        builder.add_text_field(name, tokenizer_name=ANALYZER, index_option="freq")
    builder.add_text_field("chars", tokenizer_name=ANALYZER, index_option="position")
    for name in KEYWORDS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in NUMBERS:
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in sorted({name for name, _ in SORTS.values()}):
        builder.add_integer_field(name, fast=True)
    builder.add_text_field("fingerprint", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("row", stored=True)
    return builder.build()


SCHEMA = schema()


def _register(index: Index) -> Index:
    index.register_tokenizer(ANALYZER, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index


def open_index(folder: Path) -> Index:
    return _register(Index.open(str(folder)))


class TantivyBackend(ProvisionBackend, BaseSearchBackend):
    engine = "tantivy"
    _open: dict[str, tuple[int, Index]] = {}
    _opening = threading.Lock()

    def __init__(self, connection_alias, **options):
        super().__init__(connection_alias, **options)
        self.folder = options["PATH"]

    def create(self, folder: Path) -> None:
        Index(SCHEMA, str(folder))
        write_version(folder)

    def write(self, folder: Path, rows, removed=()) -> int:
        index = open_index(folder)
        fresh = index.searcher().num_docs == 0
        writer = index.writer(LARGE if fresh else LITTLE, 1)
        try:
            # A writer that was killed leaves files under the names that this one is about to use.
            writer.garbage_collect_files()
            count = 0
            for provision_id in removed:
                writer.delete_documents_by_term("provision", provision_id)
            for row in rows:
                if not fresh:
                    writer.delete_documents_by_term("provision", row.provision_id)
                writer.add_document(_document(row))
                count += 1
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()
        return count

    def stamp(self) -> tuple[str, int]:
        folder = self.generations.current()
        if folder is None:
            raise FileNotFoundError("no index yet")
        return str(folder), (folder / "meta.json").stat().st_mtime_ns

    def _searcher(self):
        """A searcher of the generation in use as it is now."""
        name, changed = self.stamp()
        folder = Path(name)
        known = self._open.get(name)
        if known is None or known[0] != changed:
            with self._opening:
                known = self._open.get(name)
                if known is None:
                    for other in [key for key in self._open if Path(key).parent == folder.parent]:
                        del self._open[other]
                    index = open_index(folder)
                    index.config_reader("manual")
                    index.reload()
                    known = self._open[name] = (changed, index)
                elif known[0] != changed:
                    known[1].reload()
                    known = self._open[name] = (changed, known[1])
        return known[1].searcher()

    def find(self, plan: Plan, start: int, end: int) -> Found:
        searcher = self._searcher()
        required = compile_tree(plan.required(), SCHEMA)
        facets, total = self._facets(searcher, plan, required)
        hits = []
        if end > start and start < total:
            hits = [(score, address) for score, address in self._top(searcher, plan, required, start, end)]
        return Found(total, [(_number(score), searcher.doc(address)["row"][0]) for score, address in hits], facets)

    def _top(self, searcher, plan: Plan, required: Query, start: int, end: int):
        if plan.sort in SORTS:
            field, highest_first = SORTS[plan.sort]
            order = Order.Desc if highest_first else Order.Asc
            return searcher.search(
                required, limit=end - start, offset=start, count=False, order_by_field=field, order=order
            ).hits
        return searcher.search(self.ranked(plan, required), limit=end - start, offset=start, count=False).hits

    def ranked(self, plan: Plan, required: Query | None = None) -> Query:
        """The query that ranks: what must match says nothing of the order, the scores do."""
        required = compile_tree(plan.required(), SCHEMA) if required is None else required
        clauses = [(Occur.Should, _score(score)) for score in plan.scores]
        clauses += [
            (Occur.Should, Query.boost_query(compile_tree(phrase, SCHEMA), weight)) for phrase, weight in plan.phrases
        ]
        if plan.behind is not None:
            behind = Query.const_score_query(compile_tree(plan.behind, SCHEMA), -tuning.LAPSED_PENALTY)
            clauses.append((Occur.Should, behind))
        must = Query.const_score_query(required, 0.0)
        return Query.boolean_query([(Occur.Must, must), *clauses]) if clauses else must

    def _facets(self, searcher, plan: Plan, required: Query):
        """One aggregation over the matches, and one more for each facet that is filtered by."""
        own = {name for name, _ in plan.filters}
        shared = {name: _terms(name) for name in plan.facets if name not in own}
        result = searcher.aggregate(required, {**shared, "total": {"value_count": {"field": "provision"}}})
        total = int(result["total"]["value"])
        facets = {name: _counts(result[name]) for name in shared}
        for name in plan.facets:
            if name in own:
                without = compile_tree(plan.required(without=name), SCHEMA)
                facets[name] = _counts(searcher.aggregate(without, {name: _terms(name)})[name])
        return {name: facets[name] for name in plan.facets}, total

    def count(self, node: Node) -> int:
        result = self._searcher().aggregate(
            compile_tree(node, SCHEMA), {"total": {"value_count": {"field": "provision"}}}
        )
        return int(result["total"]["value"])

    def provisions(self, node: Node) -> list[int]:
        searcher = self._searcher()
        query = Query.const_score_query(compile_tree(node, SCHEMA), 1.0)
        count = int(searcher.aggregate(query, {"all": {"value_count": {"field": "provision"}}})["all"]["value"])
        hits = searcher.search(query, limit=count, count=False).hits if count else []
        return searcher.fast_field_values("provision", [address for _, address in hits])

    def values(self, field: str) -> list[str]:
        request = {"terms": {"field": field, "size": ALL_VALUES, "segment_size": ALL_VALUES}}
        return sorted(
            bucket["key"]
            for bucket in self._searcher().aggregate(Query.all_query(), {"all": request})["all"]["buckets"]
        )

    def fingerprints(self) -> dict[int, str]:
        searcher = self._searcher()
        found = {}
        for _, address in searcher.search(compile_tree(Everything(), SCHEMA), limit=max(searcher.num_docs, 1)).hits:
            held = searcher.doc(address)
            key = held["provision"][0]
            if key in found:
                raise ValueError(f"provision {key} stands in the index twice")
            found[key] = held["fingerprint"][0]
        return found

    def explain(self, plan: Plan, provision_ids: list[int]) -> dict[int, dict[str, float]]:
        searcher = self._searcher()
        parts: dict[int, dict[str, float]] = {pk: {} for pk in provision_ids}
        among = Query.const_score_query(Query.term_set_query(SCHEMA, "provision", provision_ids), 0.0)
        named = [(f"{score.field} {score.token}", _score(score)) for score in plan.scores]
        named += [
            (f"phrase {phrase.characters}", Query.boost_query(compile_tree(phrase, SCHEMA), weight))
            for phrase, weight in plan.phrases
        ]
        for name, scored in named:
            both = Query.boolean_query([(Occur.Must, among), (Occur.Must, scored)])
            for value, address in searcher.search(both, limit=max(len(provision_ids), 1)).hits:
                parts[searcher.doc(address)["provision"][0]][name] = round(value, 3)
        return parts


def _score(score) -> Query:
    return Query.boost_query(Query.term_query(SCHEMA, score.field, score.token, "freq"), score.weight)


def _number(score) -> float:
    return float(score) if isinstance(score, float) else 0.0


def _terms(name: str) -> dict:
    size = ALL_VALUES if name in WHOLE else tuning.FACET_VALUES
    return {"terms": {"field": name, "size": size, "segment_size": ALL_VALUES}}


def _counts(result: dict) -> list[tuple[str, int]]:
    counts = [(bucket["key"], bucket["doc_count"]) for bucket in result["buckets"]]
    return sorted(counts, key=lambda item: (-item[1], item[0]))


def _document(row: Row) -> Document:
    tokens = tokens_of(row)
    document = Document()
    document.add_integer("provision", row.provision_id)
    for name in SCORED:
        document.add_text(name, " ".join(getattr(tokens, name)))
    document.add_text("chars", " ".join(tokens.joined + FILLER * tokens.fillers))
    for name in KEYWORDS:
        for value in row.facets.get(name, ()):
            document.add_text(name, value)
    for name in NUMBERS:
        for value in getattr(row, name):
            document.add_integer(name, value)
    if row.amounts:
        document.add_integer("amount_most", max(row.amounts))
    if row.deadlines:
        document.add_integer("deadline_first", min(row.deadlines))
    if row.date:
        document.add_integer("date", row.date)
    document.add_text("fingerprint", row.fingerprint())
    document.add_bytes("row", json.dumps(row.stored, ensure_ascii=False).encode())
    return document


class TantivyEngine(BaseEngine):
    backend = TantivyBackend
    query = PlanQuery
