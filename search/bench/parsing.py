"""Reading files with all facts against jieba cutting the same text, and ten times the text against once; best of five.

Pure Python on both sides; the dictionary is loaded before the clock starts.
"""

import json
import random
import sys
import time
from pathlib import Path

FILES, ROUNDS, SEED = 200, 5, 20260101


def main(corpus: str) -> dict:
    import jieba

    from policies.ingest import parse_bytes
    from policies.ingest.numbering import read_printed_number
    from policies.ingest.unit_names import _unit_names
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
            read_printed_number.cache_clear()  # a file is read once, not five times
            _unit_names.cache_clear()
            parse.append(seconds(lambda texts=texts: [parse_bytes(*text) for text in texts]))
            cut.append(seconds(lambda decoded=decoded: [sum(1 for _ in jieba.cut(text)) for text in decoded]))
        result[name] = {
            "characters": sum(map(len, decoded)),
            "parse_s": round(min(parse), 3),
            "jieba_s": round(min(cut), 3),
            "ratio": round(min(parse) / min(cut), 3),
        }
    return result


def seconds(work) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
