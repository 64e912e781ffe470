"""Memory of a process that searches: with the whole base indexed, and after 10,000 queries."""

import json
import os

from search.bench import tools

QUERIES = 10_000


def resident() -> float:
    """Megabytes."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> dict:
    tools.start()
    from search.results import SearchRequest
    from search.service import search

    queries = tools.short_queries(2_000)
    for query in queries[:500]:
        search(SearchRequest(q=query))
    figures = {"after_500_queries_mb": round(resident(), 1)}
    for number in range(QUERIES):
        search(SearchRequest(q=queries[number % len(queries)] + (" " + queries[-number % 997])[: number % 7]))
        if number + 1 in (QUERIES // 2, QUERIES):
            figures[f"after_{number + 1}_more_mb"] = round(resident(), 1)
    return figures


if __name__ == "__main__":
    print(json.dumps(main()))
