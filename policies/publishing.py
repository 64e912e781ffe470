"""Publishing and withdrawing documents, merging organizations, deciding on facts: what a person's word does."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from policies.models import (
    Document,
    DocumentBody,
    Fact,
    Organization,
    OrganizationName,
    Responsibility,
    queue_organizations,
)


@transaction.atomic
def publish(documents: Iterable[Document], reason: str = "发布") -> int:
    """Drafts and withdrawn documents become public; returns how many. Their history and the index follow."""
    count = 0
    for document in documents:
        if document.state in {Document.State.DRAFT, Document.State.WITHDRAWN}:
            document.state = Document.State.PUBLISHED
            document.published_at = document.published_at or timezone.now()
            document._change_reason = reason
            document.save()
            count += 1
    return count


@transaction.atomic
def withdraw(documents: Iterable[Document], reason: str = "撤下") -> int:
    """Published documents leave the site; their address answers that they were withdrawn. Returns how many."""
    count = 0
    for document in documents:
        if document.state == Document.State.PUBLISHED:
            document.state = Document.State.WITHDRAWN
            document._change_reason = reason
            document.save()
            count += 1
    return count


@transaction.atomic
def merge_organizations(kept: Organization, merged: Iterable[Organization]) -> int:
    """Give `kept` the duties, documents and names of the others, which stay as signposts to it; returns how many."""
    others = [organization for organization in merged if organization.pk != kept.pk]
    if kept.merged_into_id:
        raise ValueError("保留的单位本身已并入别的单位")
    queue_organizations([kept.pk, *(organization.pk for organization in others)])
    for other in others:
        duties = Responsibility.objects.filter(organization=other)
        duties.filter(provision__in=kept.responsibilities.values("provision")).delete()
        Responsibility.objects.filter(organization=other).update(organization=kept)
        for link in DocumentBody.objects.filter(organization=other):
            same = DocumentBody.objects.filter(document=link.document_id, organization=kept, role=link.role)
            if same.exists():
                link.delete()
            else:
                DocumentBody.objects.filter(pk=link.pk).update(organization=kept)
        known = set(kept.other_names.values_list("name", flat=True)) | {kept.name}
        names = {other.name, *other.other_names.values_list("name", flat=True)} - known
        OrganizationName.objects.bulk_create(OrganizationName(organization=kept, name=name) for name in sorted(names))
        other.other_names.all().delete()
        Organization.objects.filter(merged_into=other).update(merged_into=kept)
        other.merged_into = kept
        other._change_reason = f"并入{kept.name}"
        other.save()
    queue_organizations([kept.pk])
    return len(others)


@transaction.atomic
def decide(facts: Iterable[Fact], state: str, user) -> int:
    """Confirm, reject or hand back facts, with who and when; a fact whose words are gone cannot be confirmed."""
    count = 0
    for fact in facts:
        if state == Fact.State.CONFIRMED and not fact.end:
            continue
        fact.state = state
        by_person = state != Fact.State.AUTO
        fact.decided_by, fact.decided_at = (user, timezone.now()) if by_person else (None, None)
        fact.save(update_fields=["state", "decided_by", "decided_at"])
        count += 1
    return count
