"""What a saved or deleted row makes stale in the index: one table, whoever saves (admin, loaddata, shell, sheet).

Only the queue is written here, and the first state of a row that is about to change is kept for its history. Bulk
writes send no signals: they call the functions of policies/models/outbox.py themselves.
"""

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save

from policies.history import keep_first_state
from policies.models import (
    FACT_MODELS,
    Document,
    DocumentBody,
    Organization,
    OrganizationName,
    Provision,
    Relation,
    Responsibility,
    queue_documents,
    queue_organizations,
    queue_provisions,
    queue_subtree,
)


def _relation(relation: Relation) -> None:
    queue_documents({relation.from_document_id, relation.to_document_id})


def _subtree_of(row) -> None:
    provision = Provision.objects.filter(pk=row.provision_id).first()
    if provision:
        queue_subtree(provision)


#: Model → how to queue what shows one of its rows.
STALE = {
    Document: lambda document: queue_documents([document.pk]),
    DocumentBody: lambda link: queue_documents([link.document_id]),
    Provision: queue_subtree,
    Organization: lambda organization: queue_organizations([organization.pk]),
    OrganizationName: lambda name: queue_organizations([name.organization_id]),
    Responsibility: _subtree_of,
    Relation: _relation,
    **dict.fromkeys(FACT_MODELS, _subtree_of),
}
#: Models whose rows come in bulk without history and get their first entry when they are first changed.
LATE_HISTORY = (Document, Provision)


def connect() -> None:
    """Called once when the app is ready."""
    for model in STALE:
        post_save.connect(_saved, sender=model, dispatch_uid=f"queue saved {model.__name__}")
        # Before, while the tree and the links can still be read; the drain removes what is gone.
        pre_delete.connect(_saved, sender=model, dispatch_uid=f"queue deleted {model.__name__}")
    for model in LATE_HISTORY:
        pre_save.connect(_about_to_save, sender=model, dispatch_uid=f"first state of {model.__name__}")
    post_delete.connect(_provision_gone, sender=Provision, dispatch_uid="queue gone Provision")


def _saved(sender, instance, created=False, **_) -> None:
    if not (created and sender is Organization):  # nothing can name a unit before it is there
        STALE[sender](instance)


def _provision_gone(sender, instance, **_) -> None:
    # A drain that ran between the two saw the row still there.
    queue_provisions([instance.pk])


def _about_to_save(sender, instance, raw=False, **_) -> None:
    if instance.pk and not raw and not instance._state.adding:
        keep_first_state(sender, [instance.pk])
