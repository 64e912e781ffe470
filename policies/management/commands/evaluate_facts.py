"""manage.py evaluate_facts GOLD…: precision, recall and F1 of the facts per field; --sample draws facts to read."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from policies.evaluation import Tally, UnknownGold, draw_sample, evaluate, format_table
from policies.ingest import UnreadableDocument, parse_file


class Command(BaseCommand):
    help = "Read the texts of gold files again and print precision, recall and F1 of the facts found, per field."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("gold", nargs="+", help="a document with its facts, or a list of sentences with theirs")
        parser.add_argument("--errors", action="store_true", help="list every difference on stderr")
        parser.add_argument("--json", action="store_true", help="print the table as JSON")
        parser.add_argument(
            "--sample",
            type=int,
            metavar="N",
            help="print N amounts and N dates drawn at random from documents, read as import reads them",
        )
        parser.add_argument("--seed", type=int, default=0, help="of the random draw")

    def handle(self, *args, **options):
        paths = [Path(name) for name in options["gold"]]
        if options["sample"]:
            self._sample(paths, options["sample"], options["seed"])
            return
        tally = Tally()
        for path in paths:
            try:
                evaluate(json.loads(path.read_text(encoding="utf-8")), tally)
            except (OSError, UnicodeDecodeError, json.JSONDecodeError, UnknownGold, KeyError, TypeError) as error:
                raise CommandError(f"{path}：无法读取标注（{error}）") from error
        table = tally.table()
        self.stdout.write(json.dumps(table, ensure_ascii=False) if options["json"] else format_table(table))
        if options["errors"]:
            for error in tally.errors:
                self.stderr.write(" | ".join(str(part) for part in error))

    def _sample(self, paths: list[Path], size: int, seed: int) -> None:
        files = sorted(file for path in paths for file in (path.rglob("*.md") if path.is_dir() else [path]))
        try:
            amounts, dates = draw_sample(self._documents(files), size, seed)
        except OSError as error:
            raise CommandError(f"无法读取（{error}）") from error
        for number, row in enumerate([*amounts, *dates], 1):
            self.stdout.write(f"{number} | {row}")

    def _documents(self, files: list[Path]):
        for file in files:
            try:
                yield from parse_file(file)
            except UnreadableDocument as error:
                self.stderr.write(f"{file}：{error}")
