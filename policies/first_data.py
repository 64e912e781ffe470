"""A base that is not there yet, and the data the project ships, loaded into tables that are still empty."""

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from policies.models import Alias, Audience, Collection, Document, Organization

#: Fixture → the table that must be empty.
FIRST_DATA = {"organizations": Organization, "audiences": Audience, "aliases": Alias, "collections": Collection}


def prepare_database() -> bool:
    """Make the tables where there are none, so that a command works before `make run`; returns whether it did.

    A base of an older version is left to `manage.py prepare`.
    """
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    if Document._meta.db_table in connection.introspection.table_names():
        return False
    call_command("migrate", verbosity=0, interactive=False)
    load_first_data()
    return True


def load_first_data() -> list[str]:
    """Load the fixtures whose table is empty; returns their names. Units must be known before documents name them."""
    loaded = [name for name, model in FIRST_DATA.items() if not model.objects.exists()]
    if loaded:
        call_command("loaddata", *loaded, verbosity=0)
    return loaded
