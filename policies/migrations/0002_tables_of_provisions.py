"""A table belongs to the provision it stands after: there it is read, found and taken away with its words."""

from django.db import migrations, models

import policies.models.text


def place(tables, rows):
    """Each table onto the row of its path, or the first; returns the rows that have one now. `rows` in printed order."""
    by_path = {row.printed_path: row for row in reversed(rows)}
    changed = {}
    for table in tables if rows else []:
        row = by_path.get(table["after_path"], rows[0])
        row.tables = [*row.tables, table["rows"]]
        row.machine["tables"] = row.tables
        changed[row.pk] = row
    return list(changed.values())


def to_provisions(apps, schema_editor):
    documents, provisions = apps.get_model("policies", "Document"), apps.get_model("policies", "Provision")
    for document in documents._base_manager.exclude(tables=[]).iterator():
        rows = list(provisions._base_manager.filter(document=document, withdrawn=False).order_by("position"))
        provisions._base_manager.bulk_update(place(document.tables, rows), ["tables", "machine"])


class Migration(migrations.Migration):
    dependencies = [("policies", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="provision",
            name="tables",
            field=models.JSONField(
                "表格", default=list, blank=True, encoder=policies.models.text.PlainTextEncoder,
                help_text="正文之后的表格，逐行的单元格",
            ),
        ),
        migrations.RunPython(to_provisions, migrations.RunPython.noop),
    ]  # fmt: skip
