"""Settings, all from environment variables with safe defaults (ARCHITECTURE.md lists them)."""

from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from portal import environment

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = environment.folder("DATA_DIR", BASE_DIR / "var")
DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.read_secret_key(DATA_DIR)
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")

SITE_NAME = environment.text("SITE_NAME") or "泉州政策知识库"
SITE_OWNER = environment.text("SITE_OWNER")
SITE_CONTACT = environment.text("SITE_CONTACT")
SITE_ICP = environment.text("SITE_ICP")
SITE_POLICE_ICP = environment.text("SITE_POLICE_ICP")
SITE_CODE = environment.text("SITE_CODE")

INSTALLED_APPS = [
    "portal.backoffice.BackOfficeConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "import_export",
    "simple_history",
    "portal",
    "policies",
    # Before haystack: its clear_index, rebuild_index and update_index are replaced by ours.
    "search",
    "haystack",
]

MIDDLEWARE = [
    "portal.proxy.visitor_address",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "portal.large_bodies.refuse_large_bodies",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.site",
            ],
        },
    }
]

# Database: SQLite in DATA_DIR unless DATABASE_URL names another (PostgreSQL).
try:
    _database = dj_database_url.parse(
        environment.text("DATABASE_URL") or f"sqlite:///{DATA_DIR / 'portal.sqlite3'}", conn_max_age=60
    )
except Exception as error:
    raise ImproperlyConfigured(f"DATABASE_URL: {error}") from None
if _database["ENGINE"].endswith("sqlite3"):
    _database["ENGINE"] = "portal.sqlite"
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DATABASES = {"default": _database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Search: haystack with one of our engines.
SEARCH_ENGINE = environment.choice("SEARCH_ENGINE", "whoosh", ("whoosh", "tantivy", "opensearch"))
OPENSEARCH_URL = environment.address("OPENSEARCH_URL", "http://127.0.0.1:9200")
if SEARCH_ENGINE == "opensearch":
    raise ImproperlyConfigured("SEARCH_ENGINE=opensearch: not built yet; choose whoosh or tantivy")
HAYSTACK_CONNECTIONS = {
    "default": {
        "ENGINE": {
            "whoosh": "search.engines.whoosh.WhooshEngine",
            "tantivy": "search.engines.tantivy.TantivyEngine",
        }[SEARCH_ENGINE],
        "PATH": str(DATA_DIR / "index" / SEARCH_ENGINE),
    }
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "uploads"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.storage.StaticStorage"},
}
LARGEST_BODY = 24 * 1024 * 1024  # a file of 20 MB (policies/admin/upload.py) and its form
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a law of 1,000 provisions is edited inside its document

# Safety. HTTPS is the proxy's work; behind one set SECURE=1.
SECURE = environment.flag("SECURE")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
LOGIN_REDIRECT_URL = "/admin/"
CSRF_FAILURE_VIEW = "portal.views.csrf_failed"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Guessing passwords: so many wrong ones for one name from one address, then nothing for a while.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "portal.views.too_many_sign_ins"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

IMPORT_EXPORT_USE_TRANSACTIONS = True
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
