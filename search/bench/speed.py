"""search() with facets and 20 snippets against the sum of its unavoidable parts, bare in the same process."""

import json
import random
import sys
from pathlib import Path

from search.bench import tools

LAY, SHORT = 300, 200


def main(file: str) -> dict:
    tools.start()
    questions = [question["query"] for question in json.loads(Path(file).read_text(encoding="utf-8"))]
    random.Random(5).shuffle(questions)
    return {"lay": compare(questions[:LAY]), "short": compare(tools.short_queries(SHORT))}


def compare(queries: list[str]) -> dict:
    from search.results import SearchRequest
    from search.service import search

    whole, parts, ratios, against_bare = [], [], [], []
    for query in queries:
        prepared = Bare(query)
        # Alternating, so that what else the machine does falls on both.
        one, first = tools.milliseconds(prepared.run), tools.milliseconds(search, SearchRequest(q=query))
        second, two = tools.milliseconds(search, SearchRequest(q=query)), tools.milliseconds(prepared.run)
        bare_top = min(tools.milliseconds(prepared.top_of_all_tokens), tools.milliseconds(prepared.top_of_all_tokens))
        whole.append(min(first, second))
        parts.append(min(one, two))
        ratios.append(whole[-1] / parts[-1])
        against_bare.append(whole[-1] / bare_top)
    return {
        "queries": len(queries),
        "search_ms": tools.spread(whole),
        "parts_ms": tools.spread(parts),
        "ratio": tools.spread(ratios),
        "ratio_of_medians": round(tools.spread(whole)["median"] / tools.spread(parts)["median"], 3),
        "ratio_to_bare_top_20": tools.spread(against_bare),
    }


class Bare:
    """The parts: the same native query's top 20, one aggregation of the same facets, one query per table."""

    def __init__(self, query: str):
        from django.utils import timezone

        from search import indexing, planning, service
        from search.directory import directory
        from search.engines.tantivy import SCHEMA, _terms
        from search.engines.tantivy_queries import compile_tree
        from search.query import parse
        from search.results import SearchRequest, SearchResult

        engine = indexing.backend()
        reading = planning.read(parse(query), directory(), service.term_values, timezone.localdate())
        request = SearchRequest(q=query)
        exact = service._complete(reading.exact, {}, request, SearchResult(q=query))
        loose = reading.partial and service._complete(reading.partial, {}, request, SearchResult(q=query))
        plan = exact
        if loose and (reading.partial_at_once or not engine.count(exact.required())):
            plan = loose
        self.searcher = engine._searcher()
        self.required = compile_tree(plan.required(), SCHEMA)
        self.ranked = engine.ranked(plan, self.required)
        self.request = {name: _terms(name) for name in plan.facets}
        self.tokens = self._any_token(plan)

    def _any_token(self, plan):
        from tantivy import Occur, Query

        from search.engines.tantivy import SCHEMA

        terms = [Query.term_query(SCHEMA, score.field, score.token, "freq") for score in plan.scores]
        return Query.boolean_query([(Occur.Should, term) for term in terms])

    def top_of_all_tokens(self):
        return self.searcher.search(self.tokens, limit=20, count=False).hits

    def run(self):
        hits = self.searcher.search(self.ranked, limit=20, count=False).hits
        self.searcher.aggregate(self.required, self.request)
        self.read_tables([self.searcher.doc(address)["provision"][0] for _, address in hits])

    def read_tables(self, keys: list[int]):
        """What a page of hits shows, one query per table."""
        from policies.models import Amount, Deadline, Document, Provision, Responsibility

        provisions = list(
            Provision.objects.filter(pk__in=keys).values_list("pk", "document_id", "number", "heading", "text", "path")
        )
        documents = {row[1] for row in provisions}
        list(Document.objects.filter(pk__in=documents).values_list("pk", "title", "slug"))
        list(Amount.objects.filter(provision_id__in=keys).values_list("provision_id", "surface", "value"))
        list(Deadline.objects.filter(provision_id__in=keys).values_list("provision_id", "surface", "date"))
        list(Responsibility.objects.filter(provision_id__in=keys).values_list("provision_id", "organization_id"))


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1]), ensure_ascii=False))
