"""parse_documents FILE…: prints what ingest reads out of files as one JSON list. Writes nothing, needs no database."""

from __future__ import annotations

import json
import sys

from django.core.management.base import BaseCommand, CommandParser

#: Why a file cannot be opened, in the words of a user.
_REASONS = {
    FileNotFoundError: "没有这个文件",
    IsADirectoryError: "这是文件夹，不是文件",
    PermissionError: "没有读取的权限",
}


def _reason(error: OSError) -> str:
    return _REASONS.get(type(error), "磁盘或网络出错")


class Command(BaseCommand):
    help = "Print the documents of files as JSON; nothing is stored."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")

    def handle(self, *args, **options) -> None:
        from policies.ingest import UnreadableDocument, parse_file
        from policies.ingest.schema import to_json

        documents = []
        failed = False
        for name in options["files"]:
            try:
                parsed = parse_file(name)
            except UnreadableDocument as error:
                failed = True
                self.stderr.write(f"{name}: {error}")
                continue
            except OSError as error:
                failed = True
                self.stderr.write(f"{name}: 无法打开文件：{_reason(error)}")
                continue
            for document in parsed:
                for warning in document.warnings:
                    self.stderr.write(f"{name}: {warning}")
                documents.append(to_json(document))
        self.stdout.write(json.dumps(documents, ensure_ascii=False, indent=1))
        if failed:
            sys.exit(1)
