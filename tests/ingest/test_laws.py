"""All laws: how many documents and articles they are, and that every path is unique."""

import hashlib
from collections import Counter

import pytest

from policies.ingest import parse_bytes
from policies.ingest.parsed import walk
from tests.corpora import laws_dir


@pytest.mark.slow
def test_all_laws(monkeypatch):
    seen: set[str] = set()
    documents = articles = 0
    repeated = []
    for path in sorted(laws_dir().rglob("*.md")):
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        if digest in seen:
            continue
        seen.add(digest)
        for document in parse_bytes(data, path.name):
            documents += 1
            paths = [provision.path for provision in walk(document.provisions)]
            repeated += [(path.name, key) for key, count in Counter(paths).items() if count > 1]
            articles += sum(1 for p in walk(document.provisions) if p.kind == "article" and p.number.startswith("第"))
    assert repeated == []
    assert (documents, articles) == (3230, 138923)
