"""Facts follow an edit of the text; extraction again keeps what a person decided."""

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policies.extraction import extract_again, follow_edit
from policies.extraction.following import move
from policies.models import FACT_MODELS, Amount, Deadline, Document, IndexTask, Provision
from policies.publishing import decide
from tests.policies.texts import imported


@pytest.fixture
def provision(seed):
    """Document 4, 四: 支持企业技术创新, with ten amounts."""
    return Provision.objects.select_related("document").get(document__position=4, printed_path="四")


@pytest.fixture
def user(django_user_model, db):
    return django_user_model.objects.create(username="editor")


def amounts(provision):
    return list(Amount.objects.filter(provision=provision).order_by("start"))


def edit(provision, old, new):
    before = {"heading": provision.heading, "text": provision.text}
    assert old in provision.text
    provision.text = provision.text.replace(old, new, 1)
    provision.save()
    return follow_edit(provision, before)


def assert_in_place(provision):
    for model in FACT_MODELS:
        for fact in model.objects.filter(provision=provision):
            if fact.end:
                assert getattr(provision, fact.field)[fact.start : fact.end] == fact.surface
            else:
                assert fact.state in {"unverified", "rejected"}


def test_facts_move_with_the_words_round_them(provision):
    before = amounts(provision)
    edit(provision, "支持龙头企业联合高校", "为促进产业升级，大力支持行业龙头企业联合高校")
    after = amounts(provision)
    assert [(fact.pk, fact.surface, fact.value) for fact in after] == [
        (fact.pk, fact.surface, fact.value) for fact in before
    ]
    assert {new.start - old.start for new, old in zip(after, before, strict=True)} == {12}
    assert_in_place(provision)


def test_a_fact_whose_words_are_gone_keeps_its_values_and_waits(provision):
    gone = Amount.objects.get(provision=provision, surface="100万元")
    counts = edit(provision, "给予不超过100万元补助", "给予适当补助")
    gone.refresh_from_db()
    assert (gone.state, gone.start, gone.end) == ("unverified", 0, 0)
    assert (gone.surface, gone.value, gone.qualifier) == ("100万元", 1000000, "max")
    assert counts["待核"] == 1
    assert_in_place(provision)


def test_what_the_new_words_say_is_read_beside_it(provision):
    edit(provision, "不超过100万元", "不超过120万元")
    found = {fact.surface: fact.state for fact in amounts(provision)}
    assert found["100万元"] == "unverified" and found["120万元"] == "auto"


def test_a_sentence_that_moves_takes_a_confirmed_fact_along(provision, user):
    first = "对新认定的国家级、省级制造业创新中心分别给予500万元、200万元的一次性奖励。"
    confirmed = Amount.objects.get(provision=provision, surface="500万元")
    decide([confirmed], "confirmed", user)
    assert first.rstrip("。") in provision.text
    before = {"heading": provision.heading, "text": provision.text}
    provision.text = provision.text.replace(first, "") + first
    provision.save()
    follow_edit(provision, before)
    confirmed.refresh_from_db()
    assert confirmed.state == "confirmed" and confirmed.start > len(provision.text) - len(first)
    assert_in_place(provision)


def test_a_new_qualifier_changes_what_the_machine_read_but_not_what_a_person_confirmed(provision, user):
    fact = Amount.objects.get(provision=provision, surface="100万元")
    assert fact.qualifier == "max"
    edit(provision, "不超过100万元", "不少于100万元")
    fact.refresh_from_db()
    assert (fact.state, fact.qualifier) == ("auto", "min")
    decide([fact], "confirmed", user)
    edit(provision, "不少于100万元", "不超过100万元")
    fact.refresh_from_db()
    assert (fact.state, fact.qualifier) == ("confirmed", "min")


def test_words_that_come_back_take_the_fact_back(provision):
    gone = Amount.objects.get(provision=provision, surface="100万元")
    edit(provision, "给予不超过100万元补助", "给予适当补助")
    edit(provision, "给予适当补助", "给予不超过100万元补助")
    gone.refresh_from_db()
    assert gone.state == "auto" and gone.end
    assert Amount.objects.filter(provision=provision, surface="100万元").count() == 1


def test_an_edit_that_changes_no_words_does_nothing(provision):
    IndexTask.objects.all().delete()
    assert follow_edit(provision, {"heading": provision.heading, "text": provision.text}) == {
        "移动": 0, "待核": 0, "新增": 0,
    }  # fmt: skip
    assert not IndexTask.objects.exists()


def test_rejected_edited_and_confirmed_facts_survive_extraction(seed, user):
    rejected, edited, confirmed = Amount.objects.filter(provision__document__position=9).order_by("pk")[:3]
    decide([rejected], "rejected", user)
    decide([confirmed], "confirmed", user)
    edited.value, edited.state, edited.decided_by, edited.decided_at = 7, "edited", user, timezone.now()
    edited.save()
    call_command("extract_facts", verbosity=0)
    for fact, state in ((rejected, "rejected"), (edited, "edited"), (confirmed, "confirmed")):
        fact.refresh_from_db()
        assert fact.state == state and fact.decided_by == user
    assert edited.value == 7 and edited.machine["value"] != "7.0000"
    same = Amount.objects.filter(
        provision=rejected.provision, field=rejected.field, start=rejected.start, surface=rejected.surface
    )
    assert same.count() == 1


def test_extraction_again_changes_nothing_by_itself(seed):
    before = {model: list(model.objects.order_by("pk").values()) for model in FACT_MODELS}
    through = set(Amount.audiences.through.objects.values_list("amount_id", "audience_id"))
    IndexTask.objects.all().delete()
    call_command("extract_facts", verbosity=0)
    assert {model: list(model.objects.order_by("pk").values()) for model in FACT_MODELS} == before
    assert set(Amount.audiences.through.objects.values_list("amount_id", "audience_id")) == through
    assert not IndexTask.objects.exists()


def test_extraction_restores_what_was_lost_and_drops_what_is_no_more_read(seed):
    document = Document.objects.get(position=4)
    lost = Deadline.objects.filter(provision__document=document).first()
    slip = Amount.objects.filter(provision__document=document).first()
    lost.delete()
    slip.pk, slip.start, slip.end, slip.surface = None, 0, 2, "支持"
    slip.save()
    call_command("extract_facts", document.slug, verbosity=0)
    assert Deadline.objects.filter(provision=lost.provision, start=lost.start, surface=lost.surface).count() == 1
    assert not Amount.objects.filter(pk=slip.pk).exists()


def test_an_unknown_document_is_said(seed):
    from django.core.management import CommandError

    with pytest.raises(CommandError, match="没有这些文件：nichts"):
        call_command("extract_facts", "nichts", verbosity=0)


def test_what_graduates_get_each_month_by_filter_alone(seed):
    found = Amount.objects.public().filter(audiences__name="高校毕业生", role="benefit", per="人月")
    assert sorted({int(fact.value_max or fact.value) for fact in found}) == [600, 800]


def test_extraction_reads_audiences_by_the_words_nearest(seed):
    fact = Amount.objects.get(provision__document__position=4, surface="10万元", provision__printed_path="七")
    assert "企业" in set(fact.audiences.values_list("name", flat=True))
    assert "高校毕业生" not in set(fact.audiences.values_list("name", flat=True))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cut=st.tuples(st.integers(0, 60), st.integers(0, 60)),
    insert=st.text(alphabet="奖补50万元，。的企业最高", max_size=12),
    seeded=st.integers(0, 3),
)
def test_moved_facts_always_stand_on_their_words(cut, insert, seeded):
    text = "对新认定的企业最高给予50万元奖励，对省级企业给予50万元、20万元奖励。到2023年，力争达到10亿元。" * 2
    from policies.extraction.rows import fact_rows
    from policies.ingest.facts import extract_facts

    first, last = sorted(cut)
    after = text[:first] + insert + text[last:]
    rows = fact_rows(Provision(pk=1, text=text), extract_facts("", text, "article"))
    assert rows
    move(rows, {"heading": "", "text": text}, {"heading": "", "text": after})
    places = [(type(row), row.field, row.start) for row in rows if row.end]
    assert len(places) == len(set(places))
    for row in rows:
        assert not row.end or after[row.start : row.end] == row.surface


def test_extract_again_of_nothing(db):
    assert extract_again([]) == {"新增": 0, "改变": 0, "删去": 0, "保留人工": 0}


def test_extraction_again_knows_the_year_of_the_document_as_import_did(db, tmp_path):
    text = (
        "云川市人民政府关于节约用水的意见\n云政〔2005〕8号\n\n一、现状。2003年全市污水处理率达到42%。\n\n"
        "二、要求。2006年，启动管网改造，投资2亿元。\n"
    )
    document = imported(tmp_path, text)
    rows = Provision.objects.filter(document=document)
    told, planned = rows.order_by("position")
    assert [(one.role, one.value) for one in amounts(told)] == [("other", 42)]
    assert [one.date for one in Deadline.objects.filter(provision=planned)] == ["2006"]
    assert not Deadline.objects.filter(provision=told)
    counts = extract_again(rows)
    assert (counts["新增"], counts["改变"], counts["删去"]) == (0, 0, 0)


def test_extraction_again_knows_what_opens_the_list_of_an_item(db, tmp_path):
    text = (
        "云川市支持企业创新若干措施\n\n第一条 对新认定的研发平台，按下列标准给予一次性奖励：\n\n"
        "（一）国家级的，100万元；\n\n（二）省级的，50万元。\n\n第二条 本措施由市科技局负责解释。\n"
    )
    rows = Provision.objects.filter(document=imported(tmp_path, text))
    roles = Amount.objects.filter(provision__in=rows).order_by("provision__position").values_list("role", "condition")
    assert list(roles) == [("benefit", "对新认定的研发平台，国家级的"), ("benefit", "对新认定的研发平台，省级的")]
    counts = extract_again(rows)
    assert (counts["新增"], counts["改变"], counts["删去"]) == (0, 0, 0)


def test_the_items_of_a_list_are_read_again_when_its_opening_words_change(db, tmp_path, user):
    text = (
        "云川市支持企业创新若干措施\n\n第一条 研发平台的投资规模如下：\n\n"
        "（一）国家级的，100万元；\n\n（二）省级的，50万元。\n\n第二条 本措施由市科技局负责解释。\n"
    )
    rows = Provision.objects.filter(document=imported(tmp_path, text))
    first, second = Amount.objects.filter(provision__in=rows).order_by("provision__position")
    assert "benefit" not in (first.role, second.role)
    decide([second], Amount.State.CONFIRMED, user)
    printed = second.role
    edit(rows.get(printed_path="第一条"), "研发平台的投资规模如下：", "对新认定的研发平台，按下列标准给予一次性奖励：")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.role, first.condition) == ("benefit", "对新认定的研发平台，国家级的")
    assert (second.state, second.role, second.machine["role"]) == ("confirmed", printed, "benefit")
