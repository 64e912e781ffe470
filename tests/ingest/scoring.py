"""Runs the acceptance scorers over what ingest reads now."""

import json
import subprocess
import sys
from pathlib import Path

from policies.ingest import parse_file
from policies.ingest.schema import to_json


def parsed_json(path: Path, folder: Path) -> Path:
    """A file with the JSON list that `parse_documents` prints for `path`."""
    target = folder / f"{path.stem}.parsed.json"
    target.write_text(json.dumps([to_json(document) for document in parse_file(path)], ensure_ascii=False))
    return target


def run_scorer(script: Path, arguments: list[str]) -> dict[str, dict[str, float]]:
    """The table a scorer prints with --json: field → n, precision, recall, f1."""
    done = subprocess.run([sys.executable, script, *arguments, "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
