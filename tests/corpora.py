"""Where the large corpora are: named by environment variables, skipped with a plain word when they are not."""

import os
from pathlib import Path

import pytest


def _path(variable: str, what: str) -> Path:
    value = os.environ.get(variable)
    if not value:
        pytest.skip(f"{variable} is not set: this test needs {what}")
    return Path(value)


def gold_dir() -> Path:
    return _path("POLICY_GOLD", "the folder of gold files (doc03.json, score.py, …)")


def samples_dir() -> Path:
    return _path("POLICY_SAMPLES", "the folder of annotated policies of other places")


def laws_dir() -> Path:
    return _path("POLICY_LAWS", "the folder of unpacked laws")


def questions_file() -> Path:
    return _path("POLICY_QUESTIONS", "the file of lay questions")
