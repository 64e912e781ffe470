"""Form fields of the back office."""

from django import forms

from policies.admin.forms import PlainTextField

#: Characters on one line of a field as wide as the page.
LINE = 60


class FittingTextarea(forms.Textarea):
    """As tall as its text, from three lines up to `rows`."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        lines = sum(1 + len(line) // LINE for line in (context["widget"]["value"] or "").split("\n"))
        context["widget"]["attrs"]["rows"] = min(max(lines, 3), int(self.attrs["rows"]))
        return context


def words_field(label: str, rows: int) -> PlainTextField:
    """A text of a provision: as wide as the page, as tall as the text, `rows` lines at most."""
    return PlainTextField(label=label, widget=FittingTextarea(attrs={"rows": rows, "class": "vLargeTextField"}))
