"""learn_related QUESTIONS: make search/learned.txt from questions with known answers, or measure out of sample."""

import json
import random
from pathlib import Path

from django.core.management.base import BaseCommand

from search import learned, learning
from search.evaluation import evaluate
from search.results import SearchRequest
from search.service import search

HEAD = """\
# Made by `manage.py learn_related` from {count} questions with known answers; not to be edited.
# A question's word: words of the articles that answer such questions, with weights. Ranks whole questions only.
"""


class Command(BaseCommand):
    help = "从带答案的问题学习词语关联（写入 search/learned.txt），或用 --folds 检验。"

    def add_arguments(self, parser):
        parser.add_argument("questions", type=Path, help="问题文件（JSON）")
        parser.add_argument("--output", type=Path, default=learned.FILE)
        parser.add_argument("--folds", type=int, help="不写文件：每份问题用其余各份所学来回答")

    def handle(self, questions, output, folds, **options):
        asked = json.loads(questions.read_text(encoding="utf-8"))
        examples = learning.examples(asked)
        if not folds:
            output.write_text(HEAD.format(count=len(asked)) + learned.written(learning.learn(examples)), "utf-8")
            return
        order = list(range(len(asked)))
        random.Random(20261122).shuffle(order)
        tables = [
            learning.learn([examples[at] for k, at in enumerate(order) if k % folds != fold]) for fold in range(folds)
        ]
        of = {asked[at]["query"]: tables[k % folds] for k, at in enumerate(order)}
        kept = learned.table

        def ask(text):
            learned.table = lambda: of[text]
            found = search(SearchRequest(q=text, limit=200, facets=False)).hits
            return [(hit.document, hit.numbers, hit.path) for hit in found]

        try:
            self.stdout.write(json.dumps(evaluate(asked, ask), ensure_ascii=False))
        finally:
            learned.table = kept
