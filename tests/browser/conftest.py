"""A real browser over the production server with the ten documents in a folder of its own."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDTHS = (360, 768, 1440)


def chromium() -> str:
    """The browser's path; without one the tests skip, but fail where CI says that it must be there."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail("no chromium on this machine: CI must install Debian's chromium")
    pytest.skip("no chromium on this machine: install Debian's chromium or set CHROMIUM")


@dataclass(frozen=True)
class Site:
    """Where the server listens, and the addresses of the documents by their place in the volume."""

    base: str
    documents: dict[int, str]

    def pages(self) -> dict[str, str]:
        """One address of every page type."""
        second, fifth = self.documents[2], self.documents[5]
        slugs = {place: address.split("/")[2] for place, address in self.documents.items()}
        return {
            "home": "/",
            "documents": "/policies/",
            "document": f"{second}?q=科技创新券",
            "document with chapters": fifth,
            "provision": f"{second}3/",
            "chapter": f"{fifth}1/",
            "units": "/units/",
            "unit": "/units/quan-zhou-shi-ke-xue-ji-shu-ju/",
            "amounts": "/amounts/",
            "amounts, wrong parameters": "/amounts/?min=x&page=99",
            "deadlines": "/deadlines/",
            "search": "/search/?q=补助",
            "search, nothing found": "/search/?q=%22月球基地%22 补助",
            "compare documents": f"/compare/?left={slugs[1]}&right={slugs[2]}",
            "compare words": f"/compare/?left={slugs[1]}&right={slugs[2]}&q=高新技术企业",
            "eligibility": "/eligibility/?who=gao-xin-ji-shu-qi-ye",
            "about": "/about/",
            "report": "/report/",
            "print": f"/print/{slugs[2]}/?p=3",
            "stub": "/policies/guo-fa-2020-18-hao/",
            "not found": "/nope/",
        }


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Site:
    chromium()
    folder = tmp_path_factory.mktemp("site")
    environment = {**os.environ, "DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings"}
    for command in (
        ["migrate", "-v0"],
        ["import_documents", "fixtures/quanzhou-1+N+N-2021.txt"],
        ["collectstatic", "--noinput", "-v0"],
    ):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True, capture_output=True
        )
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "portal/gunicorn.py", "portal.wsgi"],
        cwd=ROOT, env=environment | {"PORT": str(port)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(f"http://127.0.0.1:{port}/health/")
        yield Site(f"http://127.0.0.1:{port}", _documents(folder / "portal.sqlite3"))
    finally:
        server.terminate()
        server.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not start")


def _documents(database: Path) -> dict[int, str]:
    with sqlite3.connect(database) as connection:
        rows = connection.execute(
            "SELECT position, slug FROM policies_document WHERE state = 'published' AND position > 0"
        )
        return {position: f"/policies/{slug}/" for position, slug in rows}


@pytest.fixture(scope="session")
def browser(site):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser, site):
    """open_page("/", width=360, dark=True, scripts=False) → a page; problems it reports are in `page.problems`."""
    contexts = []

    def opened(address: str, width: int = 1440, dark: bool = False, scripts: bool = True):
        context = browser.new_context(
            viewport={"width": width, "height": 1000}, color_scheme="dark" if dark else "light",
            java_script_enabled=scripts, base_url=site.base, accept_downloads=True,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.problems, page.requests = [], []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("console", lambda said: page.problems.append(said.text) if said.type == "error" else None)
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
