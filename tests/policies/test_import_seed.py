"""The ten documents in the base: how many, their tree, facts, package; the same import again changes nothing."""

from policies.models import FACT_MODELS, Collection, Document, IndexTask, Provision, Relation
from policies.validity import status_of
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


def test_what_is_in_force_by_their_own_text(seed):
    found = {document.position: status_of(document) for document in Document.objects.all()}
    assert {position: (status.label, status.sentence) for position, status in found.items()} == {
        2: ("按文本推算已到期", "本实施意见自发布之日起实施，有效期至2023年12月31日"),
        4: ("按文本推算已到期", "本若干措施自印发之日起施行，有效期至2023年12月31日"),
        6: ("待核", "本若干措施自印发之日起施行，试行2年"),
        8: ("待核", "本《若干措施》自印发之日起施行，有效期2年"),
        9: ("待核", "以上措施自发布之日起施行，有效期1年"),
        **{position: ("未标明", "") for position in (1, 3, 5, 7, 10)},
    }


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
