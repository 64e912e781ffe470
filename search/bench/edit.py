"""One edited provision becomes searchable: what that costs at 1,000, 10,000 and all rows, for each engine."""

import json
import tempfile
import time
from itertools import islice
from pathlib import Path

from search.bench import tools

SIZES = {"tantivy": (1_000, 10_000, 200_000), "whoosh": (1_000, 10_000)}
EDITS = 30


def main() -> dict:
    tools.start()
    return {engine: [measure(engine, size) for size in sizes] for engine, sizes in SIZES.items()}


def measure(engine: str, size: int) -> dict:
    from search.engines.generations import Generations
    from search.engines.tantivy import TantivyBackend
    from search.engines.whoosh import WhooshBackend
    from search.rows import public_documents, rows_of
    from search.tree import Contains

    kind = {"tantivy": TantivyBackend, "whoosh": WhooshBackend}[engine]
    with tempfile.TemporaryDirectory() as folder:
        backend = kind("default", PATH=folder)
        generation = Generations(Path(folder)).create()
        backend.create(generation)
        count = backend.write(generation, islice(rows_of(public_documents()), size))
        backend.generations.publish(generation)
        edited = list(islice(rows_of(public_documents()), EDITS))
        backend.count(Contains("预热"))
        times = []
        for number, row in enumerate(edited):
            row.passages = [*row.passages, f"改动标记{number}号"]
            began = time.perf_counter()
            backend.write(generation, [row], removed=[row.provision_id])
            assert backend.count(Contains(f"改动标记{number}号")) == 1
            times.append((time.perf_counter() - began) * 1000)
    return {"rows": count, "edit_ms": tools.spread(times)}


if __name__ == "__main__":
    print(json.dumps(main()))
