"""The tables are with the provisions now; a migration of its own, for PostgreSQL changes no table with rows in flight."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("policies", "0002_tables_of_provisions")]
    operations = [
        migrations.RemoveField(model_name="document", name="tables"),
        migrations.RemoveField(model_name="historicaldocument", name="tables"),
    ]
