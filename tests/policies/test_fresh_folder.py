"""`import_documents` right after a clone, before `make run`: it makes the base itself."""

import os
import subprocess
import sys

from django.conf import settings

from tests.conftest import SEED


def manage(folder, *arguments) -> subprocess.CompletedProcess:
    environment = {**os.environ, "DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings"}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "manage.py", *map(str, arguments)]
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)


def test_import_into_a_folder_that_is_not_there_yet(tmp_path):
    folder = tmp_path / "not" / "yet"
    done = manage(folder, "import_documents", SEED)
    assert done.returncode == 0, done.stderr
    assert "还没有数据库，已在" in done.stdout and "新增 10 篇" in done.stdout
    again = manage(folder, "import_documents", SEED)
    assert again.returncode == 0 and "还没有数据库" not in again.stdout and "跳过 1 个" in again.stdout
    checked = manage(folder, "check_index")
    assert checked.returncode == 0 and "0 missing, 0 too many, 0 stale, 0 queued" in checked.stdout
