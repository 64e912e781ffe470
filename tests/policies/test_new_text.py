"""A new text of a document: ids, addresses and what people wrote stay; conflicts wait for a decision."""

import pytest

from policies.importing.decisions import accept_new_text, keep_own_text
from policies.models import Amount, Document, FormerAddress, Organization, Provision, Responsibility
from tests.policies.texts import MEASURES, imported, policy, run_import, write

pytestmark = pytest.mark.django_db

NEW_TWO = "鼓励线上办展。对参加云展会的企业，按不超过展位费的60%给予补助，单家企业最高不超过8000元。"


def at(document: Document, number: str) -> Provision:
    return Provision.objects.get(document=document, printed_path=number, withdrawn=False)


@pytest.fixture
def document(tmp_path):
    return imported(tmp_path, policy())


def test_changed_words_are_replaced_and_told(document, tmp_path):
    ids = dict(document.provisions.values_list("printed_path", "pk"))
    code, out, _ = run_import(write(tmp_path, policy({**MEASURES, "二": NEW_TWO})))
    assert code == 0 and "换新文本 1 篇" in out and "修改 1 处（二）" in out
    assert Document.objects.get().pk == document.pk
    assert dict(document.provisions.values_list("printed_path", "pk")) == ids
    assert "60%" in at(document, "二").text
    surfaces = Amount.objects.filter(provision=at(document, "二")).order_by("start")
    assert list(surfaces.values_list("surface", flat=True)) == ["60%", "8000元"]


def test_the_change_is_in_the_history_with_what_was_there_before(document, tmp_path):
    imported(tmp_path, policy({**MEASURES, "二": NEW_TWO}))
    texts = [row.text for row in at(document, "二").history.order_by("history_date", "history_id")]
    assert len(texts) == 2 and "50%" in texts[0] and "60%" in texts[1]
    assert not at(document, "一").history.exists()


def test_a_persons_words_stay_when_the_file_did_not_change_there(document, tmp_path):
    mine = at(document, "一")
    mine.text = "对参加境外展会的企业，按每标准展位给予2万元补助。"
    mine.save()
    imported(tmp_path, policy({**MEASURES, "二": NEW_TWO}))
    mine.refresh_from_db()
    assert mine.text == "对参加境外展会的企业，按每标准展位给予2万元补助。"
    assert mine.conflicts == {} and mine.edited_fields() == ["text"]


def test_edited_and_changed_is_kept_for_decision(document, tmp_path):
    mine = at(document, "二")
    mine.text = "我改过的办展补助办法。"
    mine.save()
    _, out, _ = run_import(write(tmp_path, policy({**MEASURES, "二": NEW_TWO})))
    mine.refresh_from_db()
    assert mine.text == "我改过的办展补助办法。"
    assert "60%" in mine.conflicts["text"]["now"] and "50%" in mine.conflicts["text"]["before"]
    assert "请在管理后台决定" in out and "二：正文" in out

    # The same file again asks nothing new.
    run_import(tmp_path, again=True)
    mine.refresh_from_db()
    assert list(mine.conflicts) == ["text"]

    keep_own_text(mine)
    mine.refresh_from_db()
    assert mine.conflicts == {} and mine.text == "我改过的办展补助办法。"
    run_import(tmp_path, again=True)
    mine.refresh_from_db()
    assert mine.conflicts == {}


def test_the_new_text_can_be_accepted(document, tmp_path):
    mine = at(document, "二")
    mine.text = "我改过的办展补助办法。"
    mine.save()
    imported(tmp_path, policy({**MEASURES, "二": NEW_TWO}))
    mine.refresh_from_db()
    accept_new_text(mine)
    mine.refresh_from_db()
    assert "60%" in mine.text and mine.conflicts == {} and mine.edited_fields() == []
    assert set(Amount.objects.filter(provision=mine).values_list("surface", flat=True)) >= {"60%", "8000元"}


def test_a_provision_that_is_gone_is_withdrawn_and_comes_back(document, tmp_path):
    gone = at(document, "三")
    _, out, _ = run_import(write(tmp_path, policy({number: MEASURES[number] for number in "一二"})))
    gone.refresh_from_db()
    assert gone.withdrawn and "删去 1 处（三）" in out
    assert not Provision.objects.public().filter(pk=gone.pk).exists()
    imported(tmp_path, policy())
    gone.refresh_from_db()
    assert not gone.withdrawn and at(document, "三").pk == gone.pk


def test_a_renumbered_provision_keeps_its_id_and_its_old_address_leads_to_it(document, tmp_path):
    two, three = at(document, "二"), at(document, "三")
    inserted = "设立展会专项资金。每年安排专项资金用于支持企业开拓国际市场，具体办法另行制定。"
    renumbered = {"一": MEASURES["一"], "二": inserted, "三": MEASURES["二"], "四": MEASURES["三"]}
    _, out, _ = run_import(write(tmp_path, policy(renumbered)))
    assert "新增 1 处（二）" in out and "改号 2 处（三、四）" in out
    two.refresh_from_db()
    three.refresh_from_db()
    assert (two.printed_path, two.path, two.number) == ("三", "3", "三、")
    assert (three.printed_path, three.path) == ("四", "4")
    assert FormerAddress.objects.get(document=document, path="2").provision == two
    assert at(document, "二").pk not in {two.pk, three.pk}
    assert set(Amount.objects.filter(provision=two).values_list("surface", flat=True)) == {"50%", "5000元"}


def test_removing_the_first_moves_the_others_up(document, tmp_path):
    one, two, three = (at(document, number) for number in "一二三")
    imported(tmp_path, policy({"一": MEASURES["二"], "二": MEASURES["三"]}))
    for row in (one, two, three):
        row.refresh_from_db()
    assert one.withdrawn and one.path not in {"1", "2"}
    assert (two.path, three.path) == ("1", "2")
    assert FormerAddress.objects.get(document=document, path="3").provision == three


def test_units_follow_the_file_unless_a_person_changed_them(document, tmp_path):
    one, two = at(document, "一"), at(document, "二")
    added = Organization.objects.get(name="泉州市教育局")
    Responsibility.objects.create(provision=two, organization=added, printed_name="市教育局", by_person=True)
    imported(tmp_path, policy(units="市商务局、工信局"))

    def names(row):
        return list(row.responsibilities.order_by("order").values_list("organization__name", flat=True))

    assert names(one) == ["泉州市商务局", "泉州市工业和信息化局"]
    two.refresh_from_db()
    assert set(names(two)) == {"泉州市商务局", "泉州市财政局", "泉州市教育局"}
    assert [unit[0] for unit in two.conflicts["responsible_units"]["now"]] == ["市商务局", "市工信局"]
    accept_new_text(two)
    assert names(two) == ["泉州市商务局", "泉州市工业和信息化局"]


def test_a_persons_title_stays(document, tmp_path):
    document.title = "泉州市支持企业参展若干措施（全文）"
    document.save()
    slug = document.slug
    imported(tmp_path, policy({**MEASURES, "二": NEW_TWO}))
    document.refresh_from_db()
    assert (document.title, document.slug) == ("泉州市支持企业参展若干措施（全文）", slug)
    assert Document.objects.count() == 1


def test_what_a_person_decided_on_facts_survives_a_new_text(document, tmp_path, django_user_model):
    from policies.publishing import decide

    user = django_user_model.objects.create(username="editor")
    facts = {fact.surface: fact for fact in Amount.objects.filter(provision=at(document, "二"))}
    decide([facts["5000元"]], "rejected", user)
    decide([facts["50%"]], "confirmed", user)
    imported(tmp_path, policy({**MEASURES, "二": "特别鼓励" + MEASURES["二"]}))
    facts["5000元"].refresh_from_db()
    facts["50%"].refresh_from_db()
    assert (facts["5000元"].state, facts["50%"].state) == ("rejected", "confirmed")
    text = at(document, "二").heading + at(document, "二").text
    assert "5000元" in text
    for fact in facts.values():
        assert getattr(at(document, "二"), fact.field)[fact.start : fact.end] == fact.surface
    assert Amount.objects.filter(provision=at(document, "二")).count() == 2


def test_a_draft_stays_a_draft_and_a_withdrawn_document_stays_withdrawn(tmp_path):
    document = imported(tmp_path, policy(), draft=True)
    imported(tmp_path, policy({**MEASURES, "二": NEW_TWO}))
    document.refresh_from_db()
    assert document.state == "draft"
