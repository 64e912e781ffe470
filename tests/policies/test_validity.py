"""The eight statuses, computed from what the text says and what is known of its dates."""

import datetime

import pytest

from policies.models import Document, Relation
from policies.validity import status_of

TODAY = datetime.date(2026, 11, 22)


def make(**fields):
    number = Document.objects.count() + 1
    return Document.objects.create(title=f"文件{number}", slug=f"document-{number}", state="published", **fields)


CASES = [
    # 泉州…实施意见: 自发布之日起实施，有效期至2023年12月31日
    ("expired", {"validity_from": "发布之日", "expires_on": datetime.date(2023, 12, 31)}),
    # 泉州…若干措施: 自印发之日起施行，试行2年; no day of printing is known
    ("unverified", {"validity_from": "印发之日", "validity_period": "2年"}),
    ("unstated", {}),
    # 自2021年1月1日起施行: the end is not stated, so nothing says it holds today
    ("unstated", {"effective_on": datetime.date(2021, 1, 1)}),
    ("not_yet", {"effective_on": datetime.date(2027, 1, 1)}),
    ("in_force", {"expires_on": datetime.date(2027, 12, 31)}),
    ("expiring", {"expires_on": datetime.date(2026, 12, 31)}),
    ("expiring", {"expires_on": TODAY}),
    ("expired", {"expires_on": TODAY - datetime.timedelta(days=1)}),
    # the day of printing is known, so the term can be counted: until 2026-04-30
    ("expired", {"validity_from": "印发之日", "validity_period": "5年", "printed_on": datetime.date(2021, 5, 1)}),
    ("in_force", {"validity_from": "2025-03-01", "validity_period": "3年"}),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "fields"), CASES)
def test_status_is_computed_from_the_terms(code, fields):
    assert status_of(make(**fields), TODAY).code == code


@pytest.mark.django_db
def test_the_last_day_of_a_counted_term():
    document = make(validity_from="2021-01-31", validity_period="1个月")
    assert status_of(document, TODAY).until == datetime.date(2021, 2, 28)
    document = make(validity_from="2021-05-01", validity_period="2年")
    assert status_of(document, TODAY).until == datetime.date(2023, 4, 30)


@pytest.mark.django_db
def test_the_status_rests_on_the_sentence_of_the_text():
    sentence = "本实施意见自发布之日起实施，有效期至2023年12月31日。"
    status = status_of(make(validity_text=sentence, expires_on=datetime.date(2023, 12, 31)), TODAY)
    assert (status.label, status.explanation, status.sentence) == (
        "按文本推算已到期",
        "有效期到2023年12月31日",
        sentence,
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("verb", "code"), [("repeals", "repealed"), ("replaces", "repealed"), ("amends", "amended"), ("cites", "unstated")]
)
def test_a_relation_ends_or_amends(verb, code):
    old, new = make(), make()
    Relation.objects.create(verb=verb, from_document=new, to_document=old)
    assert status_of(old, TODAY).code == code


@pytest.mark.django_db
def test_a_draft_ends_nothing_and_a_later_repeal_not_yet():
    old, new = make(), make()
    relation = Relation.objects.create(verb="repeals", from_document=new, to_document=old)
    Document.objects.filter(pk=new.pk).update(state="draft")
    assert status_of(old, TODAY).code == "unstated"
    Document.objects.filter(pk=new.pk).update(state="published")
    relation.since = datetime.date(2027, 1, 1)
    relation.save()
    assert status_of(old, TODAY).code == "unstated"
    assert status_of(old, datetime.date(2027, 1, 1)).code == "repealed"
