"""The truth: documents, provisions, organizations, facts and relations, and the queue that keeps the index true."""

from policies.models.document import Collection, Document, DocumentBody, ErrorReport
from policies.models.facts import FACT_MODELS, Amount, Audience, Citation, Deadline, Duration, Fact
from policies.models.organization import Organization, OrganizationName, Responsibility
from policies.models.outbox import (
    IndexTask,
    index_queued,
    queue_documents,
    queue_organizations,
    queue_provisions,
    queue_subtree,
)
from policies.models.provision import KIND_LABELS, FormerAddress, Provision
from policies.models.relation import Alias, Relation

__all__ = [
    "FACT_MODELS",
    "KIND_LABELS",
    "Alias",
    "Amount",
    "Audience",
    "Citation",
    "Collection",
    "Deadline",
    "Document",
    "DocumentBody",
    "Duration",
    "ErrorReport",
    "Fact",
    "FormerAddress",
    "IndexTask",
    "Organization",
    "OrganizationName",
    "Provision",
    "Relation",
    "Responsibility",
    "index_queued",
    "queue_documents",
    "queue_organizations",
    "queue_provisions",
    "queue_subtree",
]
