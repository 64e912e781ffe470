"""Who may do what: visitor, editor, publisher."""

import pytest
from django.apps import apps
from django.urls import reverse

from policies.models import Amount, Document, ErrorReport, IndexTask, Organization, Provision

LISTS = (
    "document", "provision", "organization", "amount", "deadline", "duration", "citation", "audience", "alias",
    "relation", "collection", "errorreport", "indextask",
)  # fmt: skip


@pytest.fixture
def draft(seed):
    document = Document.objects.get(position=10)
    document.state, document.published_at = "draft", None
    document.save()
    return document


@pytest.mark.parametrize("name", LISTS)
def test_every_list_opens_for_staff_and_not_for_visitors(visitor, editor, publisher, seed, name):
    address = reverse(f"admin:policies_{name}_changelist")
    assert visitor.get(address).status_code == 302
    assert editor.get(address).status_code == 200
    assert publisher.get(address).status_code == 200
    assert editor.get(address, {"q": "企业"}).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_every_form_opens(editor, seed, name):
    ErrorReport.objects.create(address="/d/1/", message="第三条的金额抄错了")
    row = apps.get_model("policies", name)._base_manager.first()
    assert editor.get(reverse(f"admin:policies_{name}_change", args=[row.pk])).status_code == 200
    history = {"document", "provision", "organization"}
    if name in history:
        assert editor.get(reverse(f"admin:policies_{name}_history", args=[row.pk])).status_code == 200


def delete(client, model: str, pk) -> int:
    return client.post(reverse(f"admin:policies_{model}_delete", args=[pk]), {"post": "yes"}).status_code


def test_nothing_published_is_deleted(publisher, seed):
    document, provision, amount = Document.objects.first(), Provision.objects.first(), Amount.objects.first()
    assert delete(publisher, "document", document.pk) == 403
    assert delete(publisher, "provision", provision.pk) == 403
    assert delete(publisher, "amount", amount.pk) == 403
    assert delete(publisher, "organization", Organization.objects.get(name="泉州市财政局").pk) == 403
    data = {"action": "delete_selected", "_selected_action": [document.pk], "post": "yes"}
    publisher.post(reverse("admin:policies_document_changelist"), data)
    assert Document.objects.filter(pk=document.pk).exists()


def test_a_draft_is_deleted_by_a_publisher_and_not_by_an_editor(editor, publisher, draft):
    provisions = set(draft.provisions.values_list("pk", flat=True))
    assert delete(editor, "document", draft.pk) == 403
    IndexTask.objects.all().delete()
    assert delete(publisher, "document", draft.pk) == 302
    assert not Document.objects.filter(pk=draft.pk).exists()
    assert set(IndexTask.objects.values_list("provision_id", flat=True)) >= provisions


def test_a_document_that_was_once_public_is_not_deleted_as_a_draft(publisher, seed):
    document = Document.objects.get(position=10)
    document.state = "draft"
    document.save()
    assert delete(publisher, "document", document.pk) == 403


def test_the_queue_is_to_look_at(publisher, seed):
    task = IndexTask.objects.first()
    assert delete(publisher, "indextask", task.pk) == 403
    assert publisher.get(reverse("admin:policies_indextask_add")).status_code == 403


def test_only_staff_upload_import_and_export(visitor, editor, seed):
    for name in ("document_upload", "provision_import", "provision_export"):
        address = reverse(f"admin:policies_{name}")
        assert visitor.get(address).status_code == 302
        assert editor.get(address).status_code == 200


def test_staff_without_a_group_see_nothing(seed):
    from tests import people

    nobody = people.signed_in(people.staff("nobody"))
    for name in ("document_changelist", "document_upload", "provision_import", "provision_export"):
        assert nobody.get(reverse(f"admin:policies_{name}")).status_code == 403
