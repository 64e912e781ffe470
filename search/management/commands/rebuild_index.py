"""Build the index anew beside the one in use and swap it in; searches go on meanwhile."""

import sys
import time

from django.core.management.base import BaseCommand
from tqdm import tqdm

from policies.models import Provision
from search import indexing


class Command(BaseCommand):
    help = "Build the search index anew beside the one in use, then swap it in."

    def add_arguments(self, parser):
        parser.add_argument(
            "--noinput", action="store_true", help="accepted as haystack's command does; nothing is asked"
        )

    def handle(self, *args, **options):
        def bar(rows):
            total = Provision.objects.public().count()
            return tqdm(rows, total=total, unit="条", file=sys.stderr, disable=not sys.stderr.isatty())

        began = time.perf_counter()
        written = indexing.rebuild(bar)
        self.stdout.write(f"{written} rows in {time.perf_counter() - began:.1f} s ({indexing.backend().engine})")
