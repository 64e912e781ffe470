"""For every piece of a heading or text asked in quotes: all that hold it, and no other."""

import random
from collections import defaultdict

import pytest

from policies.models import Provision
from search.characters import letters
from search.query import parse
from search.results import SearchRequest
from search.rows import public_documents, rows_of
from search.service import search
from search.tree import Contains, Plan


def pieces(lengths):
    """Letters of each piece → provisions whose row holds it, and the piece as printed."""
    held, printed = defaultdict(set), {}
    for row in rows_of(public_documents()):
        for passage in row.passages:
            for length in lengths:
                for start in range(len(passage) - length + 1):
                    piece = passage[start : start + length]
                    key = letters(piece)
                    if key:
                        printed.setdefault(key, piece)
            folded = letters(passage)
            for size in range(1, 2 * max(lengths) + 1):
                for start in range(len(folded) - size + 1):
                    held[folded[start : start + size]].add(row.provision_id)
    return held, printed


def found(backend, key):
    hits = backend.find(Plan(match=Contains(key)), 0, 1000).hits
    import json

    return {json.loads(stored)["provision"] for _, stored in hits}


def check(backend, held, keys):
    lost, false = [], []
    for key in keys:
        got = found(backend, key)
        lost += [key] if held[key] - got else []
        false += [key] if got - held[key] else []
    assert (lost, false) == ([], [])


def test_pieces_of_one_to_four_characters(ten):
    held, printed = pieces((1, 2, 3, 4))
    keys = sorted(printed)
    single = [key for key in keys if len(key) == 1]
    check(ten, held, single + random.Random(1).sample(keys, 1500))


@pytest.mark.slow
def test_every_piece_of_one_to_four_characters(ten):
    held, printed = pieces((1, 2, 3, 4))
    check(ten, held, printed)


def test_the_same_through_the_whole_search(ten):
    """The language and the service lose nothing on the way."""
    held, printed = pieces((1, 2, 3, 4))
    for key in random.Random(2).sample(sorted(printed), 150):
        piece = printed[key].replace('"', "")
        if parse(f'"{piece}"').parts == [] or letters(piece) != key:
            continue
        result = search(SearchRequest(q=f'"{piece}"', limit=1000, facets=False))
        assert {hit.provision_id for hit in result.hits} == held[key], piece
        assert result.total == len(held[key])
        assert result.understood.step == "all"


def test_no_phrase_runs_from_the_heading_into_the_text(ten):
    provision = Provision.objects.exclude(heading="").exclude(text="").first()
    across = letters(provision.heading)[-2:] + letters(provision.text)[:2]
    assert provision.pk not in found(ten, across)
