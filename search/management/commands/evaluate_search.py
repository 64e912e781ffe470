"""Recall, MRR and latency of the search for a file of questions with their answers."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from search.evaluation import evaluate
from search.results import SearchRequest
from search.service import search


class Command(BaseCommand):
    help = "Measure recall@1/5/10/100, MRR@10 and latency for a question file (ARCHITECTURE.md gives its form)."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--limit", type=int, default=200, metavar="HITS", help="hits read for each question")
        parser.add_argument("--questions", type=int, metavar="N", help="only the first N questions")

    def handle(self, *args, **options):
        try:
            questions = json.loads(options["file"].read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CommandError(f"{options['file']}: {error}") from None
        questions = questions[: options["questions"]] if options["questions"] else questions
        if not questions:
            raise CommandError("no questions")

        def ask(text):
            hits = search(SearchRequest(q=text, limit=options["limit"])).hits
            return [(hit.document, hit.numbers, hit.path) for hit in hits]

        self.stdout.write(json.dumps(evaluate(questions, ask), ensure_ascii=False, indent=1))
