"""Fixtures for every test: the ten documents in the base, and the three people.

`seed` is imported once a module, inside a transaction that is rolled back at its end; what a test changes is rolled
back after the test. The index is not touched: nothing commits. A test that wants an empty base stands in another
module.
"""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import settings as hypothesis_settings

from tests import people

# Speed is measured by the benchmarks; a busy machine makes no property false.
hypothesis_settings.register_profile("any_machine", deadline=None)
hypothesis_settings.load_profile("any_machine")

SEED = Path(__file__).resolve().parent.parent / "fixtures" / "quanzhou-1+N+N-2021.txt"


class _RollBack(Exception):
    pass


@pytest.fixture(scope="module")
def seed_of_module(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        try:
            with transaction.atomic():
                call_command("import_documents", str(SEED), verbosity=0)
                yield
                raise _RollBack
        except _RollBack:
            pass


@pytest.fixture
def seed(seed_of_module, db):
    """The ten documents of Quanzhou, published."""


@pytest.fixture
def visitor(db):
    return people.visitor()


@pytest.fixture
def editor(db):
    return people.editor()


@pytest.fixture
def publisher(db):
    return people.publisher()
