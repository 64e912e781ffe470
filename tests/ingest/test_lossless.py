"""Invariant 1: what is read reproduces the characters of the source, in its order."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from policies.ingest import parse_file
from policies.ingest.parsed import walk
from tests.corpora import laws_dir
from tests.ingest.losslessness import letters, printed

SEED = Path(__file__).parents[2] / "fixtures" / "quanzhou-1+N+N-2021.txt"


def test_the_ten_documents_lose_nothing():
    source = SEED.read_text(encoding="utf-8")
    body = source[source.index("(54)") + 4 :]
    wanted = letters(body)
    got = ""
    for document in parse_file(SEED):
        got += letters(document.title)
        # A unit line that speaks for the parent is printed after the children: compare without place.
        got += letters(printed(document))
    assert Counter(got) == Counter(wanted)


def test_the_ten_documents_keep_printed_order():
    """Without unit and completion lines, which stand with the provision they speak for, the order is the print's."""
    source = SEED.read_text(encoding="utf-8")
    position = source.index("(54)")
    folded = letters(source[position:])
    start = 0
    for document in parse_file(SEED):
        for provision in walk(document.provisions):
            words = letters(provision.number + provision.heading + provision.text)
            found = folded.find(words, start)
            assert found >= 0, (document.title, provision.path, words[:30])
            start = found + len(words)


def _law_body(text: str) -> str:
    body = text.partition("<!-- INFO END -->")[2] or text
    body = re.sub(r"<!--.*?-->", "", body, flags=re.S)
    return "\n".join(line for line in body.split("\n") if not line.strip().startswith("|"))


def test_three_hundred_laws_lose_nothing():
    files = sorted(laws_dir().rglob("*.md"))
    chosen = random.Random(20210101).sample(files, 300)
    lossy = []
    for path in chosen:
        document = parse_file(path)[0]
        wanted = letters(_law_body(path.read_text(encoding="utf-8")))
        got = letters(printed(document))
        if got == wanted:
            continue
        # What is left out is a table of contents or a foot, and a warning or the tail names it.
        outside = letters("".join(document.head_lines) + "".join(document.tail_lines))
        missing = Counter(wanted) - Counter(got)
        if Counter(got) - Counter(wanted) or missing - Counter(outside):
            lossy.append(path.name)
    assert lossy == []


@pytest.mark.slow
def test_all_laws_lose_nothing_in_order():
    lossy = []
    for path in sorted(laws_dir().rglob("*.md")):
        document = parse_file(path)[0]
        outside = letters("".join(document.head_lines) + "".join(document.tail_lines))
        wanted = Counter(letters(_law_body(path.read_text(encoding="utf-8"))))
        got = Counter(letters(printed(document)))
        if got - wanted or (wanted - got) - Counter(outside):
            lossy.append(path.name)
    assert lossy == []
