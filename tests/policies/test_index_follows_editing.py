"""What is saved is queued in the same transaction and found right after; what rolls back is not."""

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse

from policies.models import Document, IndexTask, Organization, OrganizationName, Provision, Responsibility
from search import indexing
from search.results import SearchRequest
from search.service import search
from tests import people
from tests.policies.test_admin_editing import change, form_data
from tests.policies.texts import policy, write
from tests.search import bases

WORDS = "推行跨境易货便利服务，给予每家企业最高66万元补助。"


@pytest.fixture(params=list(bases.ENGINES))
def base(request, transactional_db, tmp_path):
    """One policy in a base and an index that really commit."""
    call_command("migrate", "policies", verbosity=0)  # a flush took the groups away
    with bases.engine_in(request.param, tmp_path / "index"):
        call_command("import_documents", str(write(tmp_path, policy())), verbosity=0)
        yield Document.objects.get()


def found(words: str) -> list[str]:
    return [hit.path for hit in search(SearchRequest(q=f"“{words}”")).hits]


def superuser():
    user = people.staff("root")
    user.is_superuser = True
    user.save()
    return people.signed_in(user)


def test_an_edited_provision_is_found_by_its_new_words_and_not_by_its_old(base):
    client, provision = superuser(), Provision.objects.get(document=base, printed_path="二")
    assert found("参加云展会的企业") and not found("跨境易货便利")
    address = change("provision", provision.pk)
    assert client.post(address, form_data(client, address) | {"text": WORDS}).status_code == 302
    assert found("跨境易货便利") and not found("参加云展会的企业")
    assert not IndexTask.objects.exists() and indexing.check().clean


def test_a_save_that_rolls_back_is_not_found(base):
    provision = Provision.objects.get(document=base, printed_path="二")
    with pytest.raises(RuntimeError), transaction.atomic():
        provision.text = WORDS
        provision.save()
        raise RuntimeError
    assert not found("跨境易货便利") and found("参加云展会的企业")
    assert not IndexTask.objects.exists() and indexing.check().clean


def test_withdrawing_and_publishing_is_seen_at_once(base):
    client = superuser()
    listing = reverse("admin:policies_document_changelist")
    client.post(listing, {"action": "withdraw_documents", "_selected_action": [base.pk]})
    assert not found("参加云展会的企业")
    client.post(listing, {"action": "publish_documents", "_selected_action": [base.pk]})
    assert found("参加云展会的企业") and indexing.check().clean


def test_every_way_of_writing_keeps_the_index_true(base, tmp_path):
    unit = Organization.objects.get(name="泉州市商务局")
    OrganizationName.objects.create(organization=unit, name="外经贸局")
    assert indexing.check().clean
    unit.name = "泉州市商务和投资局"
    unit.save()
    assert indexing.check().clean
    Responsibility.objects.first().delete()
    assert indexing.check().clean
    base.title = "泉州市支持企业参展的若干措施"
    base.save()
    assert indexing.check().clean
    file = tmp_path / "provisions.json"
    call_command("dumpdata", "policies.provision", output=str(file), verbosity=0)
    Provision.objects.filter(printed_path="一").update(text="直接改库，不经队列。")
    call_command("loaddata", str(file), verbosity=0)
    assert indexing.check().clean
    base.provisions.get(printed_path="三").delete()
    assert indexing.check().clean
