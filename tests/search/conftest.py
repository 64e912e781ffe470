"""Fixtures of the search tests. `ten` is a base of the ten documents, built once per module and engine."""

import pytest
from django.db import transaction

from search import directory, indexing
from tests.search import bases


class _RollBack(Exception):
    pass


@pytest.fixture(scope="module", params=list(bases.ENGINES))
def ten_documents(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """The ten documents, searchable with each engine in turn; gone at the end of the module."""
    with django_db_blocker.unblock():
        try:
            with transaction.atomic(), bases.engine_in(request.param, tmp_path_factory.mktemp("index")) as backend:
                bases.import_ten_documents()
                directory.forget()
                indexing.start()
                yield backend
                raise _RollBack
        except _RollBack:
            pass


@pytest.fixture
def ten(ten_documents, db):
    """The backend over the ten documents, inside a transaction of the test."""
    directory.forget()
    return ten_documents


@pytest.fixture(params=list(bases.ENGINES))
def empty_base(request, transactional_db, tmp_path):
    """An engine over an empty base whose transactions really commit; the test adds its own rows."""
    with bases.engine_in(request.param, tmp_path) as backend:
        yield backend
