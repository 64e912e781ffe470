"""The data the project ships, loaded into tables that are still empty: never over what is there."""

from django.core.management import call_command

from policies.models import Alias, Audience, Collection, Organization

#: Fixture → the table that must be empty.
FIRST_DATA = {"organizations": Organization, "audiences": Audience, "aliases": Alias, "collections": Collection}


def load_first_data() -> list[str]:
    """Load the fixtures whose table is empty; returns their names. Units must be known before documents name them."""
    loaded = [name for name, model in FIRST_DATA.items() if not model.objects.exists()]
    if loaded:
        call_command("loaddata", *loaded, verbosity=0)
    return loaded
