"""An editor corrects the tree through the back office: add, split, merge, move, remove; nothing else moves."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from policies.models import FACT_MODELS, Document, FormerAddress, IndexTask, Organization, Provision, Responsibility
from policies.publishing import decide
from policies.structure import renumber
from tests import people
from tests.policies.test_admin_editing import errors, form_data
from tests.policies.texts import imported

TEXT = """泉州市支持企业参加展会的若干措施

为推动民营企业扩大开放合作，结合我市实际，制定以下措施：

一、支持企业参展

（一）补助展位。对参加境外展会的企业，按每标准展位给予1万元补助。

（二）鼓励线上办展。对参加云展会的企业，按不超过展位费的50%给予补助。
（叁）减免费用。对中小企业2021年12月底前的展位费，给予最高5000元减免。
1.小微企业全免。
2.中型企业减半。

责任单位：市商务局、财政局

二、加强组织保障

各有关部门要制定实施细则，落实工作责任，做好宣传工作。
"""


@pytest.fixture
def published(db, tmp_path):
    return imported(tmp_path, TEXT)


@pytest.fixture
def draft(db, tmp_path):
    return imported(tmp_path, TEXT, draft=True)


def at(document: Document, printed_path: str) -> Provision:
    return document.provisions.get(printed_path=printed_path, withdrawn=False)


def tree(document: Document) -> list[str]:
    rows = document.provisions.filter(withdrawn=False).order_by("position")
    return [f"{row.printed_path} {row.path}" for row in rows]


def correct(client, row: Provision, name: str, **data):
    """Send the form of one correction as a browser would; the row it leads to."""
    IndexTask.objects.all().delete()
    address = reverse("admin:policies_provision_structure", args=[row.pk, name])
    answer = client.post(address, form_data(client, address) | data)
    assert answer.status_code == 302, errors(answer)
    assert_sound(row.document_id)
    key = answer["Location"].split("/")[-3]
    return Provision.objects.get(pk=key) if "/provision/" in answer["Location"] else None


def assert_sound(document: int) -> None:
    """Intervals and depths fit the parents; every fact stands where it says."""
    rows = list(Provision.objects.filter(document_id=document).order_by("position"))
    assert [row.position for row in rows] == list(range(len(rows)))
    by_pk = {row.pk: row for row in rows}
    for row in rows:
        below = [each for each in rows if row.position < each.position <= row.last]
        assert all(each.depth > row.depth and not each.withdrawn for each in below)
        if row.parent_id:
            parent = by_pk[row.parent_id]
            assert row.depth == parent.depth + 1 and parent.position < row.position <= row.last <= parent.last
        else:
            assert row.depth == 0
    for model in FACT_MODELS:
        for fact in model.objects.filter(provision__document_id=document, end__gt=0).select_related("provision"):
            assert getattr(fact.provision, fact.field)[fact.start : fact.end] == fact.surface


def queued() -> set[int]:
    return set(IndexTask.objects.values_list("provision_id", flat=True))


BEFORE = [
    "preamble preamble",
    "一 1",
    "一/（一） 1.1",
    "一/（二） 1.2",
    "一/（二）/1 1.2.1",
    "一/（二）/2 1.2.2",
    "二 2",
]


def test_the_text_is_read_as_the_tests_below_expect(published):
    assert tree(published) == BEFORE


def test_a_missing_provision_is_added_after_another(editor, published):
    data = {"kind": "item", "number": "（三）", "heading": "奖励组展", "text": "每场最高奖励30万元。"}
    new = correct(editor, at(published, "一/（二）"), "add", place="after", **data)
    assert tree(published) == [*BEFORE[:6], "一/（三） 1.3", "二 2"]
    assert (new.parent.printed_path, new.depth, new.paragraphs) == ("一", 1, 1)
    assert [fact.surface for fact in new.amounts.all()] == ["30万元"]
    assert new.history.get().history_user.username == "editor"
    assert {new.pk, at(published, "一").pk} <= queued() and at(published, "二").pk not in queued()
    assert editor.get(f"/policies/{published.slug}/1.3/").status_code == 200


def test_a_provision_is_added_below_and_a_taken_number_gets_its_own_address(editor, published):
    new = correct(editor, at(published, "一"), "add", place="first", kind="item", number="(一)", text="先办的事项。")
    assert tree(published)[2:4] == ["一/（一）~2 1.1~2", "一/（一） 1.1"]
    assert new.parent == at(published, "一")


def test_nothing_is_added_without_words(editor, published):
    address = reverse("admin:policies_provision_structure", args=[at(published, "一").pk, "add"])
    answer = editor.post(address, {"place": "after", "kind": "item"})
    assert answer.status_code == 200 and "至少写一样" in errors(answer)
    assert tree(published) == BEFORE


def test_a_text_is_split_and_facts_units_and_items_go_with_the_words(editor, published):
    row = at(published, "一/（二）")
    assert "（叁）" in row.text
    organization = Organization.objects.get(name="泉州市教育局")
    Responsibility.objects.create(provision=row, organization=organization, printed_name="市教育局", by_person=True)
    fact = row.amounts.get(surface="5000元")
    decide([fact], "confirmed", people.staff("editor", "编辑"))
    new = correct(editor, row, "split", start=str(row.text.index("\n") + 1), number="（叁）")
    row.refresh_from_db()
    fact.refresh_from_db()
    assert row.text == "对参加云展会的企业，按不超过展位费的50%给予补助。" and row.paragraphs == 1
    assert new.text.startswith("减免费用。对中小企业") and new.number == "（叁）"
    assert (fact.provision, fact.state) == (new, "confirmed")
    assert [fact.surface for fact in row.amounts.all()] == ["50%"]
    assert [fact.surface for fact in new.amounts.all()] == ["5000元"]
    assert [fact.date for fact in new.deadlines.all()] == ["2021-12"]
    assert [duty.organization for duty in new.responsibilities.all()] == [organization]
    assert tree(published)[3:7] == ["一/（二） 1.2", f"一/（叁） {new.path}", f"一/（叁）/1 {new.path}.1",
                                    f"一/（叁）/2 {new.path}.2"]  # fmt: skip
    moved = editor.get(f"/policies/{published.slug}/1.2.1/")
    assert moved.status_code == 301 and moved["Location"] == at(published, "一/（叁）/1").get_absolute_url()
    assert {row.pk, new.pk, at(published, "一/（叁）/1").pk} <= queued()
    texts = [each.text for each in row.history.order_by("history_id")]
    assert "（叁）" in texts[0] and "（叁）" not in texts[-1]


def test_the_number_at_the_head_of_the_paragraph_serves_when_none_is_given(editor, draft):
    row = at(draft, "二")
    row.text = "制定实施细则。\n三、做好宣传。各媒体要宣传。"
    Provision.objects.filter(pk=row.pk).update(text=row.text)
    new = correct(editor, row, "split", start=str(row.text.index("\n") + 1))
    assert (new.number, new.printed_path, new.path, new.text) == ("三、", "三", "3", "做好宣传。各媒体要宣传。")


def test_a_paragraph_is_split_where_a_sentence_begins(editor, draft):
    row = at(draft, "二")
    row.text = "制定实施细则（含“申报指南。”）。对参展企业最高奖励3万元；对组展单位奖励5万元。"
    row.save()
    address = reverse("admin:policies_provision_structure", args=[row.pk, "split"])
    shown = editor.get(address).content.decode()
    assert "同段：对参展企业最高奖励3万元" in shown and "同段：对组展单位" in shown and "同段：”）。" not in shown
    new = correct(editor, row, "split", start=str(row.text.index("对组展")), number="三、")
    row.refresh_from_db()
    assert row.text == "制定实施细则（含“申报指南。”）。对参展企业最高奖励3万元；"
    assert (new.number, new.text) == ("三、", "对组展单位奖励5万元。")
    assert [[fact.surface for fact in each.amounts.all()] for each in (row, new)] == [["3万元"], ["5万元"]]


def test_one_sentence_cannot_be_split_nor_a_text_within_a_sentence(editor, published):
    row = at(published, "二")
    address = reverse("admin:policies_provision_structure", args=[row.pk, "split"])
    assert "正文只有一句" in editor.get(address).content.decode()
    for start in ("2", "0", str(len(row.text)), "x"):
        assert editor.post(address, {"start": start, "kind": "item"}).status_code == 200
    assert tree(published) == BEFORE


def test_a_provision_is_merged_into_the_one_before_and_its_address_leads_there(editor, published):
    row, target = at(published, "一/（二）"), at(published, "一/（一）")
    fact = row.amounts.get(surface="5000元")
    decide([fact], "rejected", people.staff("editor", "编辑"))
    whole = f"（二）鼓励线上办展。{row.text}"
    assert correct(editor, row, "merge") == target
    target.refresh_from_db()
    fact.refresh_from_db()
    row.refresh_from_db()
    assert target.text.endswith("\n" + whole) and target.paragraphs == 3
    assert (fact.provision, fact.state) == (target, "rejected")
    assert [each.surface for each in target.amounts.order_by("start")] == ["1万元", "50%", "5000元"]
    assert row.withdrawn and tree(published)[2:5] == ["一/（一） 1.1", "一/（一）/1 1.1.1", "一/（一）/2 1.1.2"]
    for old, new in (("1.2", "1.1"), ("1.2.1", "1.1.1")):
        answer = editor.get(f"/policies/{published.slug}/{old}/")
        assert (answer.status_code, answer["Location"]) == (301, f"/policies/{published.slug}/{new}/")
    assert {row.pk, target.pk} <= queued()
    assert row.history.first().withdrawn and row.history.first().history_change_reason == "并入（一）补助展位"


def test_in_a_draft_what_is_merged_is_gone(editor, draft):
    row, target = at(draft, "一/（二）/1"), at(draft, "一/（二）")
    correct(editor, row, "merge", same_paragraph="on")
    target.refresh_from_db()
    assert target.text.endswith("减免。1.小微企业全免。") and not FormerAddress.objects.exists()
    assert not Provision.objects.filter(pk=row.pk).exists() and row.pk in queued()


def test_the_first_provision_cannot_be_merged(editor, published):
    address = reverse("admin:policies_provision_structure", args=[at(published, "preamble").pk, "merge"])
    assert "前面没有可以并入的条款" in errors(editor.post(address, {}))


def test_a_provision_moves_with_what_is_below_it_and_its_addresses_lead_on(editor, published):
    row, target = at(published, "一/（二）"), at(published, "二")
    correct(editor, row, "move", beside=str(target.pk), place="last")
    assert tree(published) == [
        "preamble preamble", "一 1", "一/（一） 1.1", "二 2", "二/（二） 2.2", "二/（二）/1 2.2.1", "二/（二）/2 2.2.2",
    ]  # fmt: skip
    former = dict(FormerAddress.objects.values_list("path", "provision__path"))
    assert former == {"1.2": "2.2", "1.2.1": "2.2.1", "1.2.2": "2.2.2"}
    assert {row.pk, target.pk, at(published, "一").pk, at(published, "二/（二）/1").pk} <= queued()
    # And back: the old addresses are its own again.
    correct(editor, row, "move", beside=str(at(published, "一/（一）").pk), place="after")
    assert tree(published) == BEFORE
    assert "1.2" not in dict(FormerAddress.objects.values_list("path", "provision__path"))
    paths = [each.printed_path for each in row.history.order_by("history_id")]
    assert paths == ["一/（二）", "二/（二）", "一/（二）"]


def test_a_provision_cannot_move_below_itself(editor, published):
    from policies.corrections import StructureError, move_provision

    row, below = at(published, "一"), at(published, "一/（二）")
    address = reverse("admin:policies_provision_structure", args=[row.pk, "move"])
    assert editor.post(address, {"beside": below.pk, "place": "last"}).status_code == 200
    with pytest.raises(StructureError, match="下级之下"):
        move_provision(row, below, "last")
    assert tree(published) == BEFORE


def test_what_is_removed_is_withdrawn_once_public_and_deleted_in_a_draft(editor, published, tmp_path):
    row = at(published, "一/（二）")
    correct(editor, row, "remove")
    assert tree(published) == [*BEFORE[:3], "二 2"]
    assert published.provisions.filter(withdrawn=True).count() == 3
    assert editor.get(f"/policies/{published.slug}/1.2/").status_code == 410 and row.pk in queued()

    draft = imported(tmp_path, TEXT.replace("参加展会", "参加博览会"), "博览会.txt", draft=True)
    row = at(draft, "一/（二）")
    correct(editor, row, "remove")
    assert tree(draft) == [*BEFORE[:3], "二 2"] and draft.provisions.count() == 4
    assert Provision.history.filter(id=row.pk, history_type="-").get().history_user.username == "editor"


def test_who_may_correct(visitor, editor, publisher, published):
    row = at(published, "二")
    nobody = people.signed_in(people.staff("nobody"))
    for name in ("add", "split", "merge", "move", "remove"):
        address = reverse("admin:policies_provision_structure", args=[row.pk, name])
        assert visitor.get(address).status_code == 302 and nobody.get(address).status_code == 403
        assert editor.get(address).status_code == publisher.get(address).status_code == 200
        assert address in editor.get(reverse("admin:policies_provision_change", args=[row.pk])).content.decode()
        assert nobody.post(address, {}).status_code == 403
    missing = reverse("admin:policies_provision_structure", args=[row.pk, "burn"])
    assert editor.get(missing).status_code == 404
    assert tree(published) == BEFORE


def test_who_looked_at_another_state_changes_nothing(editor, published):
    row = at(published, "一/（二）")
    address = reverse("admin:policies_provision_structure", args=[row.pk, "split"])
    data = form_data(editor, address) | {"start": str(row.text.index("\n") + 1)}
    row.text = "另一个人改过。\n两段。"
    row.save()
    assert "已被改过" in errors(editor.post(address, data))
    assert tree(published) == BEFORE


def test_a_provision_that_left_the_text_is_corrected_no_more(editor, published):
    row = at(published, "二")
    correct(editor, row, "remove")
    address = reverse("admin:policies_provision_structure", args=[row.pk, "remove"])
    assert "已不在文本里" in editor.post(address, {}, follow=True).content.decode()


def test_renumbering_costs_the_same_for_ten_and_for_a_thousand(published, tmp_path):
    lines = "\n\n".join(f"第{number}条 各部门应当做好第{number}项工作，落实工作责任。" for number in range(1, 1001))
    long = imported(tmp_path, f"泉州市工作责任落实办法\n\n{lines}\n", "长.txt")
    counts = []
    for document in (published, long):
        first = document.provisions.order_by("position").first()
        Provision.objects.filter(pk=first.pk).update(position=10_000)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            renumber(document)
        counts.append(len(queries))
        assert_sound(document.pk)
    assert document.provisions.count() >= 1000 and counts[0] >= counts[1] and counts[1] <= 8
