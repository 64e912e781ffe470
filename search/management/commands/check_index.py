"""Does the index hold exactly what is published? Exit 1 when it does not and --repair is not given."""

from django.core.management.base import BaseCommand, CommandError

from search import indexing


class Command(BaseCommand):
    help = "Compare the search index with the database, row by row."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="mend what differs")

    def handle(self, *args, **options):
        # What is queued is no error: it is applied first, as any process does at start.
        indexing.drain(wait=True) if indexing.backend().ready() else None
        found = indexing.check()
        self._say(found)
        if found.clean:
            return
        if not options["repair"]:
            raise CommandError("the index differs from the database; --repair mends it")
        indexing.repair(found)
        again = indexing.check()
        self.stdout.write("after the repair:")
        self._say(again)
        if not again.clean:
            raise CommandError("the index still differs")

    def _say(self, found: indexing.Check) -> None:
        if found.problem:
            self.stdout.write(found.problem)
            return
        self.stdout.write(
            f"{found.rows} rows: {len(found.missing)} missing, {len(found.extra)} too many, {len(found.stale)} stale, "
            f"{found.queued} queued"
        )
        for name in ("missing", "extra", "stale"):
            keys = getattr(found, name)
            if keys:
                self.stdout.write(f"  {name}: {', '.join(map(str, keys[:20]))}{' …' if len(keys) > 20 else ''}")
