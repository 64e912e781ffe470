"""What the benchmark modules share: starting Django, timing, the sampled queries, a bare index."""

import random
import statistics
import time

import django


def start() -> None:
    """Django, and a search engine that is ready and warm."""
    django.setup()
    from search import service
    from search.results import SearchRequest

    service.warm()
    service.search(SearchRequest(q="企业"))


def milliseconds(function, *arguments) -> float:
    began = time.perf_counter()
    function(*arguments)
    return (time.perf_counter() - began) * 1000


def spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median": round(statistics.median(ordered), 3),
        "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 3),
        "worst": round(ordered[-1], 3),
    }


def short_queries(count: int, seed: int = 20260101) -> list[str]:
    """One or two words drawn from the articles."""
    from policies.models import Provision
    from search.analysis import text_words

    chance = random.Random(seed)
    keys = list(Provision.objects.public().filter(kind="article").exclude(text="").values_list("pk", flat=True))
    queries = []
    while len(queries) < count:
        text = Provision.objects.get(pk=chance.choice(keys)).text
        words = [word for word in text_words(text) if len(word) > 1]
        if words:
            queries.append(" ".join(chance.sample(words, min(len(words), chance.choice((1, 2))))))
    return queries
