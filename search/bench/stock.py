"""Against haystack's stock Whoosh backend with jieba's ChineseAnalyzer, on the first 20,000 articles in path order.

The stock index takes minutes to build; it and its build time are kept between runs by the hash of its input.
"""

import hashlib
import json
import os
import shutil
import tempfile
import time

from search.bench import bases, tools

COUNT = int(os.environ.get("BENCH_ARTICLES", "20000"))
QUERIES = 100


def main() -> dict:
    tools.start()
    rows = first_articles(COUNT)
    stock = Stock(rows)
    asked = [query for query in tools.short_queries(400, seed=77) if stock.total(query)][:QUERIES]
    result = {
        "articles": len(rows),
        "stock": {"build_s": stock.build_seconds, "query_ms": tools.spread([stock.milliseconds(q) for q in asked])},
        "queries": len(asked),
    }
    for name in ("whoosh", "tantivy"):
        result[name] = ours(name, rows, asked)
        result[name]["build_ratio"] = round(stock.build_seconds / result[name]["build_s"], 1)
        result[name]["query_ratio"] = round(
            result["stock"]["query_ms"]["median"] / result[name]["query_ms"]["median"], 1
        )
    return result


def first_articles(count: int) -> list:
    """Rows of articles with text, in the order of their documents' paths."""
    from policies.models import Document
    from search.rows import rows_of

    rows = []
    for document_id in Document.objects.public().order_by("source_path", "pk").values_list("pk", flat=True):
        rows += [row for row in rows_of([document_id]) if row.stored["kind"] == "article" and row.passages]
        if len(rows) >= count:
            break
    return rows[:count]


def ours(name: str, rows: list, queries: list[str]) -> dict:
    import haystack
    from django.conf import settings

    from search import indexing
    from search.results import SearchRequest
    from search.service import search

    with tempfile.TemporaryDirectory() as folder:
        engine = f"search.engines.{name}.{name.capitalize()}Engine"
        settings.HAYSTACK_CONNECTIONS = haystack.connections.connections_info = {
            "default": {"ENGINE": engine, "PATH": folder}
        }
        haystack.connections.thread_local.__dict__.clear()
        backend = indexing.backend()
        began = time.perf_counter()
        generation = backend.generations.create()
        backend.create(generation)
        backend.write(generation, rows)
        backend.generations.publish(generation)
        built = time.perf_counter() - began
        indexing._started.add((backend.engine, str(backend.folder)))
        search(SearchRequest(q="企业"))
        times = [tools.milliseconds(search, SearchRequest(q=query)) for query in queries]
    return {"build_s": round(built, 2), "query_ms": tools.spread(times)}


class Stock:
    """haystack.backends.whoosh_backend as it comes, its analyzer replaced by jieba's as is usual."""

    def __init__(self, rows: list):
        from haystack.backends import whoosh_backend
        from jieba.analyse import ChineseAnalyzer

        whoosh_backend.StemmingAnalyzer = ChineseAnalyzer
        text = json.dumps([row.passages for row in rows], ensure_ascii=False)
        folder = bases.KEPT / f"stock-{hashlib.blake2b(text.encode(), digest_size=6).hexdigest()}"
        self.index = self._search_index(rows)
        self.backend = whoosh_backend.WhooshSearchBackend("default", PATH=str(folder / "index"), SILENTLY_FAIL=False)
        self._prepare()
        if not (folder / "seconds").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            bases.say("building the stock index (minutes; kept for the next run)")
            began = time.perf_counter()
            self._within(lambda: self._build(rows))
            (folder / "seconds").write_text(f"{time.perf_counter() - began:.2f}", encoding="ascii")
        self.build_seconds = float((folder / "seconds").read_text(encoding="ascii"))
        self._within(self.backend.setup)

    def _search_index(self, rows: list):
        from haystack import indexes

        from policies.models import Provision

        by_key = {row.provision_id: row for row in rows}

        class StockIndex(indexes.SearchIndex):
            text = indexes.CharField(document=True)
            document = indexes.CharField(faceted=True)
            kind = indexes.CharField(faceted=True)
            year = indexes.CharField(faceted=True)

            def get_model(self):
                return Provision

            def prepare(self, item):
                self.prepared_data = super().prepare(item)
                row = by_key[item.pk]
                self.prepared_data |= {
                    "text": "\n".join(row.passages),
                    "document": row.facets["document"][0],
                    "kind": (row.facets["kind"] or ["none"])[0],
                    "year": row.facets["year"][0],
                }
                return self.prepared_data

            def prepare_text(self, item):
                return ""

            prepare_document = prepare_kind = prepare_year = prepare_text

        return StockIndex()

    def _prepare(self):
        from haystack.utils.loading import UnifiedIndex

        self.unified = UnifiedIndex()
        self.unified.build(indexes=[self.index])

    def _within(self, function):
        """Run with the stock index as the one haystack knows of."""
        import haystack

        engine = haystack.connections["default"]
        before, engine._index = engine._index, self.unified
        try:
            return function()
        finally:
            engine._index = before

    def _build(self, rows: list):
        from policies.models import Provision

        keys = [row.provision_id for row in rows]
        for start in range(0, len(keys), 1000):
            self.backend.update(self.index, list(Provision.objects.filter(pk__in=keys[start : start + 1000])))

    def _search(self, query: str) -> dict:
        """What a page asks: 20 hits with snippets and three facets."""
        words = " ".join(f"({word})" for word in query.split())
        facets = {"document_exact": {}, "kind_exact": {}, "year_exact": {}}
        return self.backend.search(words, end_offset=20, highlight=True, facets=facets, models=None)

    def total(self, query: str) -> int:
        return self._within(lambda: self._search(query)["hits"])

    def milliseconds(self, query: str) -> float:
        return self._within(lambda: tools.milliseconds(self._search, query))


if __name__ == "__main__":
    print(json.dumps(main()))
