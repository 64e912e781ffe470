"""Tables in and out of the back office through django-import-export."""

from policies.resources.clauses import ClauseResource

__all__ = ["ClauseResource"]
