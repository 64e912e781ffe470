"""One search as JSON; --explain adds how it was planned and what made each score."""

import dataclasses
import json

from django.core.management.base import BaseCommand
from django.utils import timezone

from search import indexing, planning, service
from search.directory import directory
from search.query import parse
from search.results import FACETS, SearchRequest


class Command(BaseCommand):
    help = "Search the provisions and print the result as JSON."

    def add_arguments(self, parser):
        parser.add_argument("query")
        parser.add_argument("--limit", type=int, default=20)
        parser.add_argument("--page", type=int, default=1)
        parser.add_argument("--sort", default="relevance")
        parser.add_argument("--filter", action="append", default=[], metavar="FACET=VALUE", help=", ".join(FACETS))
        parser.add_argument("--plain", action="store_true", help="without aliases")
        parser.add_argument("--explain", action="store_true", help="the query tree, and the parts of each score")

    def handle(self, *args, **options):
        filters: dict[str, list[str]] = {}
        for item in options["filter"]:
            name, _, value = item.partition("=")
            filters.setdefault(name, []).append(value)
        request = SearchRequest(
            q=options["query"],
            filters=filters,
            sort=options["sort"],
            page=options["page"],
            limit=options["limit"],
            plain=options["plain"],
        )
        result = service.search(request)
        printed = result.as_json()
        if options["explain"]:
            printed["explain"] = self._explain(request, result)
        self.stdout.write(json.dumps(printed, ensure_ascii=False, indent=1))

    def _explain(self, request: SearchRequest, result) -> dict:
        names = directory()
        reading = planning.read(parse(request.q), names, service.term_values, timezone.localdate(), request.plain)
        plan = reading.exact if result.understood.step == "all" else reading.partial or reading.exact
        parts = indexing.backend().explain(plan, [hit.provision_id for hit in result.hits])
        return {
            "engine": indexing.backend().engine,
            "match": _tree(plan.match),
            "scores": [dataclasses.asdict(score) for score in plan.scores],
            "hits": [
                {
                    "url": hit.url,
                    "score": round(hit.score, 4),
                    "parts": dict(sorted(parts[hit.provision_id].items(), key=lambda item: -item[1])),
                }
                for hit in result.hits
            ],
        }


def _tree(node) -> dict | list | str:
    """The query tree as JSON: {"Contains": {"characters": "科技创新券"}}."""
    if isinstance(node, tuple):
        return [_tree(item) for item in node]
    if not dataclasses.is_dataclass(node):
        return node
    values = {item.name: _tree(getattr(node, item.name)) for item in dataclasses.fields(node)}
    return {type(node).__name__: values.get("nodes", values)}
