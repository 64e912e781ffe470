"""The ten documents in the base: how many, their tree, facts, package; the same import again changes nothing."""

from policies.models import FACT_MODELS, Collection, Document, IndexTask, Provision, Relation
from tests.conftest import SEED
from tests.policies.texts import everything, run_import


def test_ten_documents_of_the_seed(seed):
    counts = [
        document.provisions.exclude(kind__in=["preamble", "closing"]).count()
        for document in Document.objects.order_by("position")
    ]
    assert counts == [27, 12, 20, 13, 39, 8, 8, 11, 15, 5]
    assert set(Document.objects.values_list("state", flat=True)) == {"published"}
    assert set(Document.objects.values_list("place", flat=True)) == {"泉州市"}


def test_tree_positions_enclose_what_is_below(seed):
    for provision in Provision.objects.select_related("parent", "document"):
        below = Provision.objects.subtree(provision).exclude(pk=provision.pk)
        assert below.count() == provision.last - provision.position
        if provision.parent:
            assert provision.parent.position < provision.position <= provision.parent.last
            assert provision.depth == provision.parent.depth + 1


def test_facts_stand_where_they_say(seed):
    for model in FACT_MODELS:
        for fact in model.objects.select_related("provision"):
            assert getattr(fact.provision, fact.field)[fact.start : fact.end] == fact.surface


def test_the_package_is_led_by_its_decision_and_carried_out_by_the_nine(seed):
    package = Collection.objects.get()
    assert package.title.startswith("泉州市支持民营经济发展“1+N+N”")
    assert package.lead_document.kind == "决定"
    carried = Relation.objects.filter(verb="carries_out", to_document=package.lead_document)
    assert sorted(carried.values_list("from_document__position", flat=True)) == list(range(2, 11))


def test_importing_twice_changes_nothing(seed):
    before, queued = everything(), IndexTask.objects.count()
    code, out, _ = run_import(SEED)
    assert code == 0
    assert "新增 0 篇" in out and "跳过 1 个" in out
    assert everything() == before
    assert IndexTask.objects.count() == queued


def test_reading_an_unchanged_file_again_changes_nothing(seed):
    before = everything()
    IndexTask.objects.all().delete()
    code, out, _ = run_import(SEED, again=True)
    assert code == 0 and "换新文本 10 篇" in out
    assert everything() == before and not Document.history.exists()
    assert not IndexTask.objects.exists()


def test_everything_imported_is_queued_for_the_index(seed):
    queued = set(IndexTask.objects.values_list("provision_id", flat=True))
    assert queued >= set(Provision.objects.values_list("pk", flat=True))
