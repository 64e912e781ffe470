"""The history of a row begins with the first change: import writes none, so that 225,000 rows stay 225,000."""

from collections.abc import Iterable

from django.db import models
from django.utils import timezone
from simple_history.utils import get_history_manager_for_model


def keep_first_state(model: type[models.Model], ids: Iterable[int]) -> None:
    """Write the present state of rows without history into it, before they are changed."""
    history = get_history_manager_for_model(model)
    ids = list(ids)
    known = set(history.filter(id__in=ids).values_list("id", flat=True))
    for row in model._base_manager.filter(pk__in=[pk for pk in ids if pk not in known]):
        written = getattr(row, "updated_at", None) or timezone.now()
        history.bulk_history_create([row], default_change_reason="改动之前", default_date=written)


def record_changes(rows: Iterable[models.Model], reason: str) -> None:
    """Write the state of rows that were changed in bulk into their history."""
    rows = list(rows)
    if rows:
        get_history_manager_for_model(type(rows[0])).bulk_history_create(
            rows, update=True, default_change_reason=reason
        )
