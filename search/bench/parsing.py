"""Reading files with all facts against jieba cutting the same text: the best of fifteen, three of each in turn.

Pure Python on both sides; the dictionary is loaded before the clock starts.
"""

import json
import random
import sys
import time
from pathlib import Path

FILES, ROUNDS, IN_A_ROW, SEED = 200, 5, 3, 20260101


def main(corpus: str) -> dict:
    import jieba

    from policies.ingest import parse_bytes
    from search.bench.bases import TEN_DOCUMENTS, unpacked

    jieba.setLogLevel("WARNING")
    jieba.initialize()
    folder = unpacked(Path(corpus))
    files = sorted(path for path in folder.rglob("*.md")) if folder.is_dir() else []
    sets = {"ten documents": [TEN_DOCUMENTS]}
    if files:
        sets[f"{min(FILES, len(files))} texts drawn from the corpus"] = random.Random(SEED).sample(
            files, min(FILES, len(files))
        )
    result = {}
    for name, chosen in sets.items():
        texts = [(path.read_bytes(), path.name) for path in chosen]
        decoded = [data.decode("utf-8") for data, _ in texts]
        parse, cut = [], []
        for _ in range(ROUNDS):  # in turns, so that what else the machine does weighs on both
            # Several in a row: the first of either finds the processor's caches full of the other.
            for _ in range(IN_A_ROW):
                forget()
                parse.append(seconds(lambda texts=texts: [parse_bytes(*text) for text in texts]))
            for _ in range(IN_A_ROW):
                cut.append(seconds(lambda decoded=decoded: [sum(1 for _ in jieba.cut(text)) for text in decoded]))
        result[name] = {
            "characters": sum(map(len, decoded)),
            "parse_s": round(min(parse), 3),
            "jieba_s": round(min(cut), 3),
            "ratio": round(min(parse) / min(cut), 3),
        }
    return result


def forget() -> None:
    """Empties what the reader remembers from line to line: a file is read once, not five times."""
    for name, module in list(sys.modules.items()):
        if name.startswith("policies.ingest"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def seconds(work) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
