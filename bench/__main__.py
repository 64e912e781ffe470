"""make bench: `python -m bench [--corpus FOLDER] [--questions FILE] [--only NAME …]`; figures as JSON on stdout."""

import argparse
import json
import os
import platform
from pathlib import Path

from bench import bases

SEED = bases.ROOT / "fixtures" / "quanzhou-1+N+N-2021.txt"
#: name → (module, does it need the questions, local texts too)
BENCHES = {
    "quality": ("bench.quality", True, False),
    "nothing_missed": ("bench.nothing_missed", False, True),
    "speed": ("bench.speed", True, True),
    "rebuild": ("bench.rebuild", False, True),
    "edit": ("bench.edit", False, True),
    "stock": ("bench.stock", False, True),
    "memory": ("bench.memory", False, True),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=SEED, help="a folder or archive of texts")
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
