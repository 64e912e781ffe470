"""Apply what is queued to the index; with --all-rows compare everything and renew what differs."""

from django.core.management.base import BaseCommand

from policies.models import IndexTask
from search import indexing


class Command(BaseCommand):
    help = "Apply queued changes to the search index."

    def add_arguments(self, parser):
        parser.add_argument("--all-rows", action="store_true", help="compare every row with the database and mend it")

    def handle(self, *args, **options):
        queued = IndexTask.objects.count()
        indexing.start()
        indexing.drain(wait=True)
        self.stdout.write(f"{queued} queued changes applied")
        if options["all_rows"]:
            found = indexing.check()
            if not found.clean:
                indexing.repair(found)
            self.stdout.write(f"{len(found.missing) + len(found.extra) + len(found.stale)} rows mended")
