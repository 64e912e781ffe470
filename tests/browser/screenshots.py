"""Pictures of every page type: python -m tests.browser.screenshots FOLDER --base http://127.0.0.1:8000

With --components: the parts that docs/design-system.md shows.
"""

import argparse
import itertools
import sqlite3
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS, WIDTHS, Site, chromium


def take(folder: Path, site: Site) -> list[Path]:
    """Every page type at every width, light and dark, whole: to be looked at before a release."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for width, scheme in itertools.product(WIDTHS, ("light", "dark")):
            page = browser.new_page(viewport={"width": width, "height": 1000}, color_scheme=scheme)
            for name, address in site.pages().items():
                page.goto(site.base + address)
                target = folder / f"{name.replace(', ', '-').replace(' ', '-')}-{width}-{scheme}.png"
                page.screenshot(path=target, full_page=True)
                made.append(target)
            page.close()
        browser.close()
    return made


#: Parts that docs/design-system.md shows: name → page type, selector.
COMPONENTS = {
    "search-field": ("home", ".find.large"),
    "specimen": ("home", ".specimen"),
    "tally": ("home", ".tally"),
    "package": ("home", ".wheel"),
    "ways": ("home", ".ways"),
    "red-head": ("document", ".red-head"),
    "verdict": ("document", ".verdict"),
    "meta": ("document", ".meta"),
    "marks": ("document", ".marks"),
    "provision": ("document", ".prov.beside >> nth=1"),
    "contents": ("document", ".toc"),
    "facts-table": ("provision", ".facts"),
    "facets": ("search", ".facets"),
    "hit": ("search", ".hit >> nth=0"),
    "filters": ("amounts", ".filters"),
    "ladder": ("amounts", "tr:has(.ladder) >> nth=0"),
    "timeline": ("deadlines", "figure"),
    "compare": ("compare words", ".sides >> nth=1"),
}


def take_components(folder: Path, site: Site) -> list[Path]:
    """One small picture per component."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1320, "height": 900})
        for name, (kind, selector) in COMPONENTS.items():
            page.goto(site.base + site.pages()[kind])
            target = folder / f"{name}.png"
            page.locator(selector).first.screenshot(path=target)
            made.append(target)
        browser.close()
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", default="http://127.0.0.1:8000", help="where the site listens")
    parser.add_argument(
        "--database", type=Path, default=Path("var/portal.sqlite3"), help="for the documents' addresses"
    )
    parser.add_argument("--components", action="store_true", help="the parts that docs/design-system.md shows")
    options = parser.parse_args()
    with sqlite3.connect(options.database) as connection:
        rows = connection.execute("SELECT position, slug FROM policies_document WHERE state = 'published'")
        documents = {position: f"/policies/{slug}/" for position, slug in rows}
    site = Site(options.base, documents)
    made = take_components(options.folder, site) if options.components else take(options.folder, site)
    for path in made:
        print(path)


if __name__ == "__main__":
    main()
