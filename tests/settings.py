"""Settings for the tests: a data folder of their own that goes with the process, and a quick password hasher."""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="policy-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["DATA_DIR"] = _folder

from portal.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405 WhiteNoise warns of a folder that is not there
if os.environ.get("PYTEST_XDIST_WORKER") and DATABASES["default"]["ENGINE"] == "portal.sqlite":  # noqa: F405
    # pytest-django knows only Django's own SQLite and would put "test_" before the path of the file.
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder}/test.sqlite3"}  # noqa: F405
