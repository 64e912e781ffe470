"""The ranking against plain BM25 (k1 1.2, b 0.75) over the cut_for_search words of the article text, in one run.

What was learned from the very questions asked flatters: `learn_related --folds` measures that out of sample.
"""

import json
import sys
import tempfile
from pathlib import Path

from search.bench import tools


def main(file: str) -> dict:
    tools.start()
    from search import learned
    from search.evaluation import evaluate
    from search.results import SearchRequest
    from search.service import search

    questions = json.loads(Path(file).read_text(encoding="utf-8"))

    def ours(text):
        return [
            (hit.document, hit.numbers, hit.path) for hit in search(SearchRequest(q=text, limit=200, facets=False)).hits
        ]

    with tempfile.TemporaryDirectory() as folder:
        plain = evaluate(questions, Plain(Path(folder)).ask)
    measured = evaluate(questions, ours)
    kept, learned.table = learned.table, dict
    unlearned = evaluate(questions, ours)
    learned.table = kept
    return {
        "ours": measured,
        "without_learned": unlearned,
        "bm25": plain,
        "ratio": ratios(measured, plain),
        "ratio_without_learned": ratios(unlearned, plain),
    }


def ratios(measured: dict, plain: dict) -> dict[str, float]:
    return {name: round(measured[name] / plain[name], 3) for name in plain if name.startswith(("recall", "mrr"))}


class Plain:
    """tantivy's BM25 over one field: the words of each article."""

    def __init__(self, folder: Path):
        import tantivy

        from search.analysis import text_words
        from search.engines.tantivy import ANALYZER, _register
        from search.rows import public_documents, rows_of

        self.tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("words", tokenizer_name=ANALYZER, index_option="freq")
        builder.add_text_field("hit", stored=True, tokenizer_name="raw", index_option="basic")
        self.schema = builder.build()
        index = _register(tantivy.Index(self.schema, str(folder)))
        writer = index.writer(128_000_000, 1)
        for row in rows_of(public_documents()):
            if not row.stored["text"] and not row.stored["items"]:
                continue
            document = tantivy.Document()
            document.add_text("words", " ".join(word for text in row.passages for word in text_words(text)))
            hit = [row.stored["document"], row.stored["numbers"], row.stored["path"]]
            document.add_text("hit", json.dumps(hit, ensure_ascii=False))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()

    def ask(self, text: str):
        from search.analysis import query_words

        query, occur = self.tantivy.Query, self.tantivy.Occur
        terms = [query.term_query(self.schema, "words", word, "freq") for word in dict.fromkeys(query_words(text))]
        if not terms:
            return []
        hits = self.searcher.search(query.boolean_query([(occur.Should, term) for term in terms]), limit=200).hits
        return [tuple(json.loads(self.searcher.doc(address)["hit"][0])) for _, address in hits]


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1]), ensure_ascii=False))
