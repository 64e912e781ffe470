"""Read settings from environment variables; a bad value is refused at start, with its name, never guessed."""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    """1/true/yes/on or 0/false/no/off; anything else raises ImproperlyConfigured."""
    value = os.environ.get(name, str(default)).strip().lower()
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise ImproperlyConfigured(f"{name}={value!r}: expected one of 1, 0, true, false, yes, no, on, off")


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list; blanks around entries and empty entries are dropped."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    value = text(name, default) or default
    if value not in allowed:
        raise ImproperlyConfigured(f"{name}={value!r}: expected one of {', '.join(allowed)}")
    return value


def address(name: str, default: str = "") -> str:
    """An http or https address, or empty."""
    value = text(name, default)
    if value and (urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc):
        raise ImproperlyConfigured(f"{name}={value!r}: expected an address such as http://127.0.0.1:9200")
    return value


def folder(name: str, default: Path) -> Path:
    """A folder, absolute; it need not exist yet but must not be a file."""
    path = Path(text(name) or default).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise ImproperlyConfigured(f"{name}={path}: is a file, expected a folder")
    return path


def read_secret_key(data_dir: Path) -> str:
    """The site's key from SECRET_KEY or DATA_DIR/secret_key; without either, one that lives as long as the process.

    A command such as parse_documents must run where nothing may be written, so reading never writes.
    """
    given = text("SECRET_KEY")
    if given:
        return given
    path = data_dir / "secret_key"
    try:
        return path.read_text(encoding="ascii").strip() or secrets.token_urlsafe(50)
    except FileNotFoundError:
        return secrets.token_urlsafe(50)


def write_secret_key(data_dir: Path) -> None:
    """Write DATA_DIR/secret_key with mode 0600, unless it is there; safe when several processes start at once."""
    data_dir.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(data_dir / "secret_key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
