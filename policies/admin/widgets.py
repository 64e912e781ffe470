"""Form fields of the back office."""

from django import forms

from policies.admin.forms import PlainTextField


def words_field(label: str, rows: int) -> PlainTextField:
    """A text of a provision: as many lines as it is given, as wide as the page."""
    return PlainTextField(label=label, widget=forms.Textarea(attrs={"rows": rows, "class": "vLargeTextField"}))
