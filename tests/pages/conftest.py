"""Fixtures of the page tests: the ten documents, imported once per module and gone at its end; a browser's client."""

import pytest
from django.core.cache import cache
from django.db import transaction

from policies.models import Document
from search import directory, indexing
from tests.search import bases


class _RollBack(Exception):
    pass


@pytest.fixture(scope="module")
def ten_documents(django_db_setup, django_db_blocker, tmp_path_factory):
    """The ten documents, searchable; rows live in a transaction that is rolled back at the end of the module."""
    with django_db_blocker.unblock():
        try:
            with transaction.atomic(), bases.engine_in("whoosh", tmp_path_factory.mktemp("index")):
                bases.import_ten_documents()
                directory.forget()
                indexing.start()
                yield
                raise _RollBack
        except _RollBack:
            pass


@pytest.fixture
def ten(ten_documents, db) -> dict[int, Document]:
    """The documents by their place in the volume, 1 to 10; changes of a test are undone after it."""
    directory.forget()
    cache.clear()
    return {document.position: document for document in Document.objects.public()}


@pytest.fixture
def get(client):
    """get("/policies/") → the response's text; the status must be 200 unless another is named."""

    def ask(address: str, status: int = 200, **headers) -> str:
        response = client.get(address, headers=headers)
        assert response.status_code == status, (address, response.status_code)
        return response.content.decode() if not response.streaming else ""

    return ask
