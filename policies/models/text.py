"""What Document and Provision share: which of their words a person wrote, and which the machine read."""

import datetime
import json

from django.db import models


class PlainTextEncoder(json.JSONEncoder):
    """JSON that keeps Chinese as it is: half the size of \\uXXXX, and readable in the database."""

    def __init__(self, **options):
        super().__init__(**{**options, "ensure_ascii": False})


def as_read(value):
    """A field's value as `machine` and `conflicts` keep it: dates in ISO, the rest unchanged."""
    return value.isoformat() if isinstance(value, datetime.date) else value


class ReadByMachine(models.Model):
    """Beside each field a person can edit stands the value the machine read last.

    `machine[field] == as_read(getattr(self, field))` means nobody has edited it. Import writes `machine` and, where
    the person's value differs and the file has changed too, leaves the new reading in `conflicts` for decision.
    """

    machine = models.JSONField("机器读到的值", default=dict, blank=True, editable=False, encoder=PlainTextEncoder)
    conflicts = models.JSONField("待决定的新读数", default=dict, blank=True, editable=False, encoder=PlainTextEncoder)
    updated_at = models.DateTimeField("更新时间", auto_now=True, db_index=True)

    class Meta:
        abstract = True

    def edited_fields(self) -> list[str]:
        """Names of the fields whose value a person wrote."""
        return [
            name for name, read in self.machine.items() if hasattr(self, name) and as_read(getattr(self, name)) != read
        ]
