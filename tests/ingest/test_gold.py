"""The three gold documents and the eight policies of other places, by the acceptance scorers."""

from pathlib import Path

from tests.corpora import gold_dir, samples_dir
from tests.ingest.scoring import parsed_json, run_scorer

SEED = Path(__file__).parents[2] / "fixtures" / "quanzhou-1+N+N-2021.txt"
FIELDS = ("structure", "heading", "text", "preamble", "closing", "units", "completion", "issuing_body", "kind")


def test_the_gold_documents_are_read_without_an_error(tmp_path):
    gold = gold_dir()
    parsed = parsed_json(SEED, tmp_path)
    table = run_scorer(gold / "score.py", [str(parsed), *map(str, sorted(gold.glob("doc*.json")))])
    assert {field: table[field]["f1"] for field in FIELDS} == dict.fromkeys(FIELDS, 1.0)


def test_policies_of_other_places(tmp_path):
    gold, samples = gold_dir(), samples_dir()
    pairs = []
    for truth in sorted(samples.glob("*.json")):
        source = next(path for path in samples.glob(f"{truth.stem}_*") if path.suffix != ".json")
        pairs.append(f"{truth}={parsed_json(source, tmp_path)}")
    table = run_scorer(gold / "score_policies.py", pairs)
    assert table["structure"]["f1"] >= 0.97
    assert table["title"]["f1"] >= 0.97
    assert table["units"]["f1"] >= 0.95
    assert table["lead"]["f1"] >= 0.95
    for field in ("document_number", "issuing_body"):
        assert table[field]["n"] * (1 - table[field]["recall"]) <= 1.01
        assert table[field]["precision"] >= 1 - 1.01 / table[field]["n"]
