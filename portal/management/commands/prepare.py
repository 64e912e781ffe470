"""Make DATA_DIR ready to serve: key, database, first documents, index, static files, first account.

Run by `make run` before the server starts. Every step looks first whether its work is done, so a second run takes
seconds and changes nothing that is there.
"""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from policies.first_data import load_first_data
from policies.models import Document
from portal.environment import write_secret_key
from search import indexing

FIRST_DOCUMENTS = settings.BASE_DIR / "fixtures" / "quanzhou-1+N+N-2021.txt"


class Command(BaseCommand):
    help = "Prepare the data folder: database, first documents, index, static files, first account"

    def handle(self, *args, **options):
        write_secret_key(settings.DATA_DIR)
        self.migrate()
        load_first_data()
        if not Document.objects.exists():
            self.stdout.write("库里还没有文件，导入泉州市 2021 年的十份政策文件……")
            call_command("import_documents", str(FIRST_DOCUMENTS))
        self.prepare_index()
        self.collect_static()
        self.create_first_account()

    def migrate(self):
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("准备数据库……")
            call_command("migrate", verbosity=0, interactive=False)

    def prepare_index(self):
        """Build the index where there is none or it is of another version; apply what is still queued."""
        self.stdout.write("检查全文索引……")
        indexing.start()
        indexing.drain(wait=True)

    def collect_static(self):
        """collectstatic compares dates itself, but hashing takes seconds: skip it while no source file is newer."""
        manifest = settings.STATIC_ROOT / "staticfiles.json"
        sources = [*settings.BASE_DIR.glob("static/**/*"), settings.BASE_DIR / "requirements.txt"]
        if manifest.exists() and manifest.stat().st_mtime > max(path.stat().st_mtime for path in sources):
            return
        call_command("collectstatic", interactive=False, verbosity=0)

    def create_first_account(self):
        users = get_user_model().objects
        if users.exists():
            return
        password = secrets.token_urlsafe(12)
        users.create_superuser("admin", password=password)
        self.stdout.write(f"\n管理账号：admin\n密　　码：{password}\n（只显示这一次；可在管理后台右上角修改）\n")
