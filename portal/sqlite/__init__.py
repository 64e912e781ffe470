"""Django's SQLite backend with one thing more (see base)."""
