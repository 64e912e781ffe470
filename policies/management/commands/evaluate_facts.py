"""manage.py evaluate_facts GOLD…: precision, recall and F1 of the extraction per field."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from policies.evaluation import Tally, UnknownGold, evaluate, format_table


class Command(BaseCommand):
    help = "Read the texts of gold files again and print precision, recall and F1 of the facts found, per field."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("gold", nargs="+", help="a document with its facts, or a list of sentences with theirs")
        parser.add_argument("--errors", action="store_true", help="list every difference on stderr")
        parser.add_argument("--json", action="store_true", help="print the table as JSON")

    def handle(self, *args, **options):
        tally = Tally()
        for name in options["gold"]:
            try:
                evaluate(json.loads(Path(name).read_text(encoding="utf-8")), tally)
            except (OSError, UnicodeDecodeError, json.JSONDecodeError, UnknownGold, KeyError, TypeError) as error:
                raise CommandError(f"{name}：无法读取标注（{error}）") from error
        table = tally.table()
        self.stdout.write(json.dumps(table, ensure_ascii=False) if options["json"] else format_table(table))
        if options["errors"]:
            for error in tally.errors:
                self.stderr.write(" | ".join(str(part) for part in error))
