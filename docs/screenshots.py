"""Make the pictures of the README: start the site on its own port, open pages in Debian's chromium, save them.

`make screenshots` runs this. It uses the data folder as it stands (run `make run` once before).
"""

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PORT = os.environ.get("PORT", "8799")
BASE = f"http://127.0.0.1:{PORT}"
PICTURES = {
    "home-1440": ("/", 1440, 900),
    "search-1440": ("/search/?q=" + quote("科技创新券"), 1440, 900),
    "amounts-1440": ("/amounts/", 1440, 900),
    "home-360": ("/", 360, 780),
}


def wait_until_up(server: subprocess.Popen) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(BASE, timeout=5)
            return
        except OSError:
            if server.poll() is not None:
                sys.exit("the server did not start")
            time.sleep(0.5)
    sys.exit("the server did not answer")


def main() -> None:
    images = ROOT / "docs" / "images"
    images.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "gunicorn", "--config", "portal/gunicorn.py", "portal.wsgi"]
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PORT": PORT})
    try:
        wait_until_up(server)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path="/usr/bin/chromium",
                args=["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            for name, (address, width, height) in PICTURES.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(BASE + address)
                page.screenshot(path=str(images / f"{name}.png"))
                page.close()
            browser.close()
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
