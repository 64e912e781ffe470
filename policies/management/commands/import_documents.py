"""Files and folders into the base and the index."""

import sys

from django.conf import settings
from django.core.management.base import BaseCommand
from tqdm import tqdm

from policies.first_data import prepare_database
from policies.importing import import_files


class Command(BaseCommand):
    help = "把文件或文件夹中的政策文件读入知识库（同一文件不会重复读入）"

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="文件或文件夹")
        parser.add_argument("--dry-run", action="store_true", help="只试读，什么也不写入")
        parser.add_argument("--draft", action="store_true", help="存为草稿，不发布")
        parser.add_argument("--again", action="store_true", help="内容没有变的文件也重新读（程序升级以后用）")

    def handle(self, paths, dry_run, draft, again, verbosity, **options):
        if prepare_database() and verbosity:
            self.stdout.write(f"还没有数据库，已在 {settings.DATA_DIR} 建好。")
        report = import_files(
            paths,
            publish=not draft,
            dry_run=dry_run,
            again=again,
            progress=lambda files: tqdm(files, unit="个", desc="读入", file=sys.stderr, disable=verbosity == 0 or None),
        )
        if verbosity:
            for line in report.lines(every=verbosity > 1):
                self.stdout.write(line)
        for name, reason in report.failed:
            self.stderr.write(f"失败：{name}：{reason}")
        if report.failed:
            sys.exit(1)
