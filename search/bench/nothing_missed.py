"""Substrings of 2–8 characters drawn from the base, asked in quotes: none lost, none false."""

import json
import random

from search.bench import tools

COUNT = 20_000


def main(count: int = COUNT) -> dict:
    tools.start()
    from search import indexing
    from search.characters import letters
    from search.rows import public_documents, rows_of
    from search.tree import Contains

    chance = random.Random(8)
    rows = [(row.provision_id, [letters(passage) for passage in row.passages]) for row in rows_of(public_documents())]
    passages = [passage for _, held in rows for passage in held if len(passage) >= 2]
    wanted: set[str] = set()
    while len(wanted) < count and passages:
        passage = chance.choice(passages)
        length = chance.randint(2, min(8, len(passage)))
        start = chance.randrange(len(passage) - length + 1)
        wanted.add(passage[start : start + length])
        if len(wanted) >= sum(map(len, passages)):
            break
    held: dict[str, set[int]] = {piece: set() for piece in wanted}
    for key, texts in rows:
        for text in texts:
            for length in range(2, 9):
                for start in range(len(text) - length + 1):
                    piece = text[start : start + length]
                    if piece in held:
                        held[piece].add(key)
    engine = indexing.backend()
    lost = false = 0
    for piece, keys in held.items():
        found = set(engine.provisions(Contains(piece)))
        lost += bool(keys - found)
        false += bool(found - keys)
    return {"engine": engine.engine, "rows": len(rows), "substrings": len(held), "lost": lost, "false": false}


if __name__ == "__main__":
    print(json.dumps(main()))
