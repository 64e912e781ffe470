"""Settings refuse a bad value at start, with its name; the secret key is written once, for the owner only."""

import os
import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal import environment


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("on", True), ("No", False), ("", False)])
def test_a_flag(monkeypatch, value, expected):
    monkeypatch.setenv("DEBUG", value)
    assert environment.flag("DEBUG") is expected


def test_a_flag_that_is_neither_is_refused(monkeypatch):
    monkeypatch.setenv("DEBUG", "maybe")
    with pytest.raises(ImproperlyConfigured, match="DEBUG='maybe'"):
        environment.flag("DEBUG")


def test_an_unknown_engine_is_refused(monkeypatch):
    monkeypatch.setenv("SEARCH_ENGINE", "lucene")
    with pytest.raises(ImproperlyConfigured, match="SEARCH_ENGINE='lucene': expected one of whoosh, tantivy"):
        environment.choice("SEARCH_ENGINE", "whoosh", ("whoosh", "tantivy"))


def test_an_address_without_a_scheme_is_refused(monkeypatch):
    monkeypatch.setenv("OPENSEARCH_URL", "localhost:9200")
    with pytest.raises(ImproperlyConfigured, match="OPENSEARCH_URL"):
        environment.address("OPENSEARCH_URL")


def test_a_data_folder_that_is_a_file_is_refused(monkeypatch, tmp_path):
    (tmp_path / "var").write_text("x")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "var"))
    with pytest.raises(ImproperlyConfigured, match="is a file"):
        environment.folder("DATA_DIR", tmp_path)


def test_the_secret_key_is_written_once_for_the_owner_only(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    environment.write_secret_key(tmp_path)
    key = environment.read_secret_key(tmp_path)
    environment.write_secret_key(tmp_path)
    assert len(key) >= 50
    assert environment.read_secret_key(tmp_path) == key
    assert stat.S_IMODE(os.stat(tmp_path / "secret_key").st_mode) == 0o600


def test_reading_the_key_writes_nothing(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    assert environment.read_secret_key(tmp_path)
    assert list(tmp_path.iterdir()) == []
