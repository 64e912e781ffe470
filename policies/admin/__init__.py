"""The back office, one file per subject, in Chinese throughout; its first page is in portal/backoffice.py."""

from policies.admin import documents, facts, organizations, provisions, reports, words

__all__ = ["documents", "facts", "organizations", "provisions", "reports", "words"]
