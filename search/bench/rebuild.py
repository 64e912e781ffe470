"""A full rebuild against its three parts measured apart: rows from the database, their analysis, a bare index."""

import json
import tempfile
import time
from pathlib import Path

from search.bench import tools


def main() -> dict:
    tools.start()
    from search import indexing

    parts = measure_parts()
    began = time.perf_counter()
    rows = indexing.rebuild()
    whole = time.perf_counter() - began
    total = sum(parts.values())
    return {
        "engine": indexing.backend().engine,
        "rows": rows,
        "rebuild_s": round(whole, 2),
        "parts_s": {name: round(seconds, 2) for name, seconds in parts.items()},
        "ratio": round(whole / total, 3),
    }


def measure_parts() -> dict[str, float]:
    import tantivy

    from search.engines.base import SCORED
    from search.engines.fields import tokens_of
    from search.engines.tantivy import ANALYZER, LARGE, _register
    from search.rows import public_documents, rows_of

    builder = tantivy.SchemaBuilder()
    for name in SCORED:
        builder.add_text_field(name, tokenizer_name=ANALYZER, index_option="freq")
    builder.add_text_field("chars", tokenizer_name=ANALYZER, index_option="position")
    spent = {"rows": 0.0, "analysis": 0.0, "index": 0.0}
    with tempfile.TemporaryDirectory(dir=Path.cwd() / "var" if (Path.cwd() / "var").is_dir() else None) as folder:
        writer = _register(tantivy.Index(builder.build(), folder)).writer(LARGE, 1)
        rows, clock = rows_of(public_documents()), time.perf_counter
        while True:
            began = clock()
            row = next(rows, None)
            spent["rows"] += clock() - began
            if row is None:
                break
            began = clock()
            tokens = tokens_of(row)
            spent["analysis"] += clock() - began
            began = clock()
            document = tantivy.Document()
            for name in SCORED:
                document.add_text(name, " ".join(getattr(tokens, name)))
            document.add_text("chars", " ".join(tokens.joined))
            writer.add_document(document)
            spent["index"] += clock() - began
        began = clock()
        writer.commit()
        writer.wait_merging_threads()
        spent["index"] += clock() - began
    return spent


if __name__ == "__main__":
    print(json.dumps(main()))
