"""The bases the benchmarks run on: a corpus imported into a folder of its own, kept between runs by its hash."""

import hashlib
import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TEN_DOCUMENTS = ROOT / "fixtures" / "quanzhou-1+N+N-2021.txt"
KEPT = Path(os.environ.get("BENCH_DIR") or ROOT / "var" / "bench")
#: Left out for the quality of the ranking: the questions are answered by national texts.
LOCAL = "地方性法规"


def unpacked(corpus: Path) -> Path:
    """The folder (or single text) of a corpus; an archive is unpacked once."""
    if corpus.is_dir() or not tarfile.is_tarfile(corpus):
        return corpus
    folder = KEPT / f"corpus-{fingerprint(corpus)}"
    if not folder.exists():
        unfinished = folder.with_suffix(".unfinished")
        with tarfile.open(corpus) as archive:
            archive.extractall(unfinished, filter="data")
        unfinished.rename(folder)
    return folder


def fingerprint(corpus: Path) -> str:
    """Changes when a file's name or size does."""
    files = sorted(corpus.rglob("*")) if corpus.is_dir() else [corpus]
    text = "\n".join(f"{file.relative_to(corpus)} {file.stat().st_size}" for file in files if file.is_file())
    return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


def files_of(corpus: Path, local: bool) -> list[str]:
    """What to import: all, or all but the folders of local regulations."""
    folder = unpacked(corpus)
    if local or not folder.is_dir():
        return [str(folder)]
    top = [path for path in folder.rglob("*") if path.is_dir() and path.name == LOCAL]
    if not top:
        return [str(folder)]
    return [str(path) for path in sorted(top[0].parent.iterdir()) if path.name != LOCAL]


def environment(corpus: Path, engine: str = "tantivy", local: bool = True) -> dict[str, str]:
    """Environment of a process whose base holds the corpus; imported on first use."""
    name = f"{'all' if local else 'national'}-{fingerprint(corpus)}"
    folder = KEPT / name
    values = {
        **os.environ,
        "DATA_DIR": str(folder),
        "SEARCH_ENGINE": engine,
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    if not (folder / "imported").exists():
        folder.mkdir(parents=True, exist_ok=True)
        say(f"importing the corpus ({name})")
        manage(values, "migrate", "-v0")
        manage(values, "import_documents", *files_of(corpus, local), accept=(0, 1))
        (folder / "imported").touch()
    return values


def manage(values: dict[str, str], *arguments: str, accept: tuple[int, ...] = (0,)) -> None:
    done = subprocess.run([sys.executable, str(ROOT / "manage.py"), *arguments], env=values, stdout=subprocess.DEVNULL)
    if done.returncode not in accept:
        raise SystemExit(f"manage.py {arguments[0]} failed")


def measure(values: dict[str, str], module: str, *arguments: str) -> dict:
    """Run a benchmark module in a process of its own; it prints one JSON object."""
    say(module.rpartition(".")[2].replace("_", " "))
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], env=values, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout)


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
