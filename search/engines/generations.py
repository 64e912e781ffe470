"""Where an index lies on disk: generations side by side, a pointer to the one in use, and the locks of its writers.

index/whoosh/current            name of the generation in use
index/whoosh/gen-000007/        its files, and `version` of the analysis that made it
index/whoosh/writer.lock        held while rows are written to the generation in use
index/whoosh/rebuild.lock       held while a new generation is built beside it
index/whoosh/meanwhile          provisions renewed in the old generation while the new one is built
"""

import fcntl
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

#: A generation out of use is kept so long for searches that still read it (seconds).
GRACE = 120


class Busy(Exception):
    """Another process or thread holds the lock."""


class Generations:
    def __init__(self, folder: Path):
        self.folder = Path(folder)
        self.pointer = self.folder / "current"
        self.meanwhile = self.folder / "meanwhile"

    def current(self) -> Path | None:
        """The generation in use, or None before the first build."""
        try:
            return self.folder / self.pointer.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None

    def exist(self) -> bool:
        """The generation in use is there."""
        folder = self.current()
        return folder is not None and folder.is_dir()

    def create(self) -> Path:
        """A new empty folder beside the one in use."""
        self.folder.mkdir(parents=True, exist_ok=True)
        numbers = [int(path.name[4:]) for path in self.folder.glob("gen-*") if path.name[4:].isdigit()]
        folder = self.folder / f"gen-{max(numbers, default=0) + 1:06d}"
        folder.mkdir()
        return folder

    def publish(self, folder: Path) -> None:
        """Put a finished generation into use; a crash leaves the old or the new one."""
        temporary = self.pointer.with_suffix(".new")
        with temporary.open("w", encoding="ascii") as file:
            file.write(folder.name)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, self.pointer)
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def clean(self, keep: Path | None = None) -> None:
        """Delete generations out of use for longer than the grace; call with the rebuild lock held."""
        current = self.current()
        for folder in self.folder.glob("gen-*"):
            if folder not in (current, keep) and time.time() - folder.stat().st_mtime > GRACE:
                shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def lock(self, name: str, wait: bool = True) -> Iterator[None]:
        """Hold `writer` or `rebuild`; without `wait`, Busy when it is held. Goes with the process that dies."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / f"{name}.lock").open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                raise Busy(name) from None
            yield

    def rebuilding(self) -> bool:
        """A living process is building a new generation."""
        try:
            with self.lock("rebuild", wait=False):
                return False
        except Busy:
            return True

    def note_meanwhile(self, provision_ids: Iterable[int]) -> None:
        """Remember what was renewed, for the generation that is being built; call with the writer lock held."""
        with self.meanwhile.open("a", encoding="ascii") as file:
            file.writelines(f"{pk}\n" for pk in provision_ids)
            file.flush()
            os.fsync(file.fileno())

    def read_meanwhile(self) -> list[int]:
        try:
            lines = self.meanwhile.read_text(encoding="ascii").split("\n")
        except FileNotFoundError:
            return []
        return list(dict.fromkeys(int(line) for line in lines[:-1] if line.isdigit()))
