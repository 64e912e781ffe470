"""The files an import reads: found below the paths given, each known by its path below the imported folder."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

#: What the readers of policies/ingest understand; other files of a folder are passed over and counted.
EXTENSIONS = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".docx", ".pdf"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read and the path it is known by: below the imported folder, or its bare name."""

    file: Path
    source_path: str


def find_files(paths: Iterable[str | Path]) -> tuple[list[SourceFile], int, list[str]]:
    """The files in path order, how many of a folder's files are of no known type, and paths that do not exist."""
    found: dict[Path, SourceFile] = {}
    passed_over, missing = 0, []
    for given in map(Path, paths):
        if given.is_dir():
            for file in sorted(given.rglob("*")):
                below = file.relative_to(given)
                if not file.is_file() or any(part.startswith(".") for part in below.parts):
                    continue
                if file.suffix.lower() in EXTENSIONS:
                    found.setdefault(file.resolve(), SourceFile(file, below.as_posix()))
                else:
                    passed_over += 1
        elif given.is_file():
            found.setdefault(given.resolve(), SourceFile(given, given.name))
        else:
            missing.append(str(given))
    return list(found.values()), passed_over, missing


def checksum(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
