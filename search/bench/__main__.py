"""make bench: python -m search.bench [--corpus FOLDER] [--questions FILE] [--only NAME …]; JSON on stdout."""

import argparse
import json
import os
import platform
from pathlib import Path

from search.bench import bases

#: name → (module, does it need the questions, local texts too)
BENCHES = {
    "parsing": ("search.bench.parsing", False, True),
    "quality": ("search.bench.quality", True, False),
    "nothing_missed": ("search.bench.nothing_missed", False, True),
    "speed": ("search.bench.speed", True, True),
    "rebuild": ("search.bench.rebuild", False, True),
    "edit": ("search.bench.edit", False, True),
    "stock": ("search.bench.stock", False, True),
    "memory": ("search.bench.memory", False, True),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=bases.TEN_DOCUMENTS, help="a folder or archive of texts")
    parser.add_argument("--questions", type=Path, help="a question file")
    parser.add_argument("--only", nargs="*", choices=list(BENCHES))
    options = parser.parse_args()
    result = {"machine": machine()}
    for name, (module, wants_questions, local) in BENCHES.items():
        if options.only and name not in options.only:
            continue
        if wants_questions and not options.questions:
            result[name] = "left out: --questions names no file"
            continue
        if name == "parsing":  # reads the files themselves: no base is needed
            result[name] = bases.measure(dict(os.environ), module, str(options.corpus.absolute()))
            continue
        values = bases.environment(options.corpus.absolute(), local=local)
        arguments = [str(options.questions.absolute())] if wants_questions else []
        result[name] = bases.measure(values, module, *arguments)
    print(json.dumps(result, ensure_ascii=False, indent=1))


def machine() -> dict:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processors": os.cpu_count(),
        "architecture": platform.machine(),
        "memory_gib": round(memory, 1),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 2),
    }


if __name__ == "__main__":
    main()
