"""Replaces haystack's command of this name: an empty index would answer every search with nothing."""

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Refused: the index is never emptied. rebuild_index builds a new one beside it and swaps."

    def add_arguments(self, parser):
        parser.add_argument("--noinput", action="store_true")

    def handle(self, *args, **options):
        raise CommandError("The index is not emptied: rebuild_index builds a new one beside it and swaps it in.")
