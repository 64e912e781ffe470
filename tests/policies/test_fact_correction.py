"""An editor corrects facts: confirms, edits, rejects, adds; words that are gone; reading again keeps all of it."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from policies.extraction import follow_edit
from policies.models import Amount, Audience, Deadline, Duration, Fact, Provision
from tests.conftest import SEED
from tests.policies.test_admin_editing import change, errors, form_data


@pytest.fixture
def provision(seed):
    """Document 4, 四: 支持企业技术创新, with ten amounts."""
    return Provision.objects.select_related("document").get(document__position=4, printed_path="四")


@pytest.fixture
def gone(provision):
    """An amount whose words an editor has struck out of the text."""
    before = {"heading": provision.heading, "text": provision.text}
    provision.text = provision.text.replace("给予不超过100万元补助", "给予适当补助")
    provision.save()
    follow_edit(provision, before)
    return Amount.objects.get(provision=provision, surface="100万元")


def test_a_provision_with_a_fact_whose_words_are_gone_can_still_be_saved(editor, provision, gone):
    address = change("provision", provision.pk)
    answer = editor.post(address, form_data(editor, address) | {"number": "四之一、"})
    assert answer.status_code == 302, errors(answer)
    gone.refresh_from_db()
    assert (gone.state, gone.end) == (Fact.State.UNVERIFIED, 0)


def test_a_fact_whose_words_are_gone_is_rejected_in_its_form_or_given_other_words(editor, provision, gone):
    address = change("amount", gone.pk)
    answer = editor.post(address, form_data(editor, address) | {"state": "confirmed"})
    assert "条款里已没有这几个字" in errors(answer)
    answer = editor.post(address, form_data(editor, address) | {"state": "rejected"})
    assert answer.status_code == 302, errors(answer)
    gone.refresh_from_db()
    assert (gone.state, gone.decided_by.username) == ("rejected", "editor")
    answer = editor.post(address, form_data(editor, address) | {"state": "confirmed", "surface": "适当补助"})
    assert answer.status_code == 302, errors(answer)
    gone.refresh_from_db()
    assert provision.text[gone.start : gone.end] == "适当补助" and gone.state == "edited"


def test_pages_that_name_a_date_whose_words_are_gone_say_so(client, provision):
    due = Deadline.objects.filter(provision=provision).first()
    before = {"heading": provision.heading, "text": provision.text}
    provision.text = provision.text.replace(due.surface, "今后")
    provision.save()
    follow_edit(provision, before)
    page = client.get("/deadlines/", {"doc": provision.document.slug}).content.decode()
    assert f"{due.surface}（原文已改，待核）" in page
    for address in ("/amounts/", "/deadlines.ics", "/deadlines.xlsx", provision.get_absolute_url()):
        assert client.get(address).status_code == 200
    fact = client.get(provision.get_absolute_url().rstrip("/") + ".json").json()["provisions"][0]["deadlines"][0]
    assert (fact["surface"], fact["start"], fact["end"], fact["state"]) == (due.surface, 0, 0, "unverified")


def test_an_amount_whose_words_are_gone_keeps_its_audiences(provision):
    fact = Amount.objects.get(provision=provision, surface="100万元")
    fact.audiences.set(Audience.objects.filter(name="高校毕业生"))
    before = {"heading": provision.heading, "text": provision.text}
    provision.text = provision.text.replace("给予不超过100万元补助", "给予适当补助")
    provision.save()
    follow_edit(provision, before)
    assert [audience.name for audience in fact.audiences.all()] == ["高校毕业生"]


def rows_of(data: dict, kind: str, provision) -> dict[str, str]:
    """Surface → prefix of its row in the form of a provision."""
    model = {"amounts": Amount, "deadlines": Deadline}[kind]
    ids = {str(fact.pk): fact.surface for fact in model.objects.filter(provision=provision)}
    return {ids[value]: name.removesuffix("-id") for name, value in data.items()
            if name.startswith(kind) and name.endswith("-id") and value in ids}  # fmt: skip


def test_what_an_editor_did_in_the_page_of_a_provision_stays(editor, provision, tmp_path):
    """Confirm, edit, reject, add; then read again, edit the text round it, import the volume again with a new text."""
    address = change("provision", provision.pk)
    data = form_data(editor, address)
    amounts, deadlines = rows_of(data, "amounts", provision), rows_of(data, "deadlines", provision)
    new = f"amounts-{data['amounts-TOTAL_FORMS']}"
    data |= {
        f"{amounts['500万元']}-state": "confirmed",
        f"{amounts['200万元']}-value": "220万元",
        f"{amounts['150万元']}-state": "rejected",
        f"{deadlines['2023年']}-date": "2023年6月",
        "amounts-TOTAL_FORMS": str(int(data["amounts-TOTAL_FORMS"]) + 1),
        f"{new}-surface": "2家以上", f"{new}-state": "auto", f"{new}-value": "二", f"{new}-unit": "元",
        f"{new}-qualifier": "min", f"{new}-role": "target", f"{new}-provision": str(provision.pk),
    }  # fmt: skip
    answer = editor.post(address, data)
    assert answer.status_code == 302, errors(answer)

    def said():
        facts = Amount.objects.filter(provision=provision, surface__in=["500万元", "200万元", "150万元", "2家以上"])
        due = Deadline.objects.get(provision=provision)
        return sorted([(fact.surface, fact.state, int(fact.value), str(fact.decided_by)) for fact in facts]
                      + [(due.surface, due.state, due.date, str(due.decided_by))])  # fmt: skip

    expected = [
        ("150万元", "rejected", 1500000, "editor"),
        ("200万元", "edited", 2200000, "editor"),
        ("2023年", "edited", "2023-06", "editor"),
        ("2家以上", "edited", 2, "editor"),
        ("500万元", "confirmed", 5000000, "editor"),
    ]
    assert said() == expected
    listing = reverse("admin:policies_provision_changelist")
    editor.post(listing, {"action": "read_facts_again", "_selected_action": [provision.pk]})
    call_command("extract_facts", verbosity=0)
    assert said() == expected
    volume = tmp_path / SEED.name
    words = SEED.read_text(encoding="utf-8")
    assert "支持龙头企业联合高校" in words
    volume.write_text(words.replace("支持龙头企业联合高校", "大力支持龙头企业联合高校"), encoding="utf-8")
    call_command("import_documents", str(volume), verbosity=0)
    provision.refresh_from_db()
    assert provision.text.startswith("大力支持")
    assert said() == expected


@pytest.mark.parametrize(
    ("kind", "field", "typed", "told"),
    [
        ("amounts", "value", "一大笔", "看不懂这个数"),
        ("amounts", "value", "-5", "看不懂这个数"),
        ("amounts", "value_max", "1万", "上限值比数值小"),
        ("deadlines", "date", "明年", "不是日期"),
        ("deadlines", "date", "2023-02-30", "不是日期"),
    ],
)
def test_what_is_no_value_is_told_and_nothing_is_saved(editor, provision, kind, field, typed, told):
    address = change("provision", provision.pk)
    data = form_data(editor, address)
    prefix = next(iter(rows_of(data, kind, provision).values()))
    before = list(Amount.objects.values()), list(Deadline.objects.values())
    assert told in errors(editor.post(address, data | {f"{prefix}-{field}": typed}))
    assert (list(Amount.objects.values()), list(Deadline.objects.values())) == before


def test_a_value_is_shown_short_and_unchanged_is_no_change(editor, provision):
    data = form_data(editor, change("provision", provision.pk))
    prefix = rows_of(data, "amounts", provision)["500万元"]
    assert data[f"{prefix}-value"] == "5000000"
    listed = editor.get(reverse("admin:policies_amount_changelist"), {"q": "营商环境"}).content.decode()
    assert ".0000" not in listed and ">ratio<" not in listed


def test_the_same_words_again_find_the_next_free_place(editor, provision):
    first, second = "支持", provision.text.find("支持", provision.text.find("支持") + 1)
    for start in (provision.text.find(first), second):
        address = change("provision", provision.pk)
        data = form_data(editor, address)
        row = f"durations-{data['durations-TOTAL_FORMS']}"
        data |= {
            "durations-TOTAL_FORMS": str(int(data["durations-TOTAL_FORMS"]) + 1), f"{row}-surface": "支持",
            f"{row}-state": "auto", f"{row}-value": "1", f"{row}-unit": "日", f"{row}-provision": str(provision.pk),
        }  # fmt: skip
        answer = editor.post(address, data)
        assert answer.status_code == 302, errors(answer)
        assert Duration.objects.filter(provision=provision, start=start, surface="支持").exists()


def test_a_fact_cannot_be_carried_to_another_provision(editor, provision):
    fact = Amount.objects.filter(provision=provision).first()
    other = Provision.objects.exclude(pk=provision.pk).first()
    address = change("amount", fact.pk)
    editor.post(address, form_data(editor, address) | {"provision": str(other.pk), "value": "7"})
    fact.refresh_from_db()
    assert (fact.provision_id, fact.value) == (provision.pk, 7)
