"""The tests of import, admin, pages and the queue pass on PostgreSQL too: a server of its own, gone afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHOSEN = (
    "tests/policies/test_import_documents.py", "tests/policies/test_new_text.py", "tests/policies/test_structure.py",
    "tests/policies/test_admin_editing.py", "tests/policies/test_admin_pages.py", "tests/pages/test_every_page.py",
    "tests/pages/test_amounts.py", "tests/search/test_queue.py", "tests/search/test_commands.py",
)  # fmt: skip


def programs() -> Path:
    """The folder of initdb and pg_ctl; without it the test skips, but fails where CI says that it must be there."""
    found = shutil.which("initdb") or max(map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")), default="")
    if found:
        return Path(found).parent
    if os.environ.get("CI") == "true":
        pytest.fail("no PostgreSQL on this machine: CI must install Debian's postgresql")
    pytest.skip("no PostgreSQL on this machine: install Debian's postgresql")


@pytest.fixture(scope="module")
def server():
    """The DATABASE_URL of a server on 127.0.0.1 that runs while the tests of this file do."""
    bin_folder, folder = programs(), Path(tempfile.mkdtemp(prefix="policy-postgresql-"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    owner = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        owner = ["runuser", "-u", "postgres", "--"]
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    data, log = folder / "data", folder / "log"
    started = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"

    def run(name: str, *arguments: str) -> None:
        subprocess.run(
            [*owner, bin_folder / name, *arguments], check=True, cwd="/", stdout=subprocess.DEVNULL, timeout=120
        )

    run("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
    run("pg_ctl", "-D", str(data), "-l", str(log), "-o", started, "-w", "start")
    try:
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "fast", "-w", "stop")
        shutil.rmtree(folder)


@pytest.mark.slow
def test_import_admin_pages_and_queue_on_postgresql(server):
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "-p", "no:cacheprovider", *CHOSEN]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "DATABASE_URL": server}, capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0, done.stdout[-6000:]
    assert " passed" in done.stdout
