"""Corrections in any order: the tree stays sound, no public address is lost, no word vanishes, import keeps it all."""

import random

import pytest

from policies.corrections import (
    PLACES,
    StructureError,
    add_provision,
    merge_into_previous,
    move_provision,
    split_places,
    split_provision,
)
from policies.models import FormerAddress, Provision
from tests.policies.test_structure import TEXT, assert_sound
from tests.policies.texts import everything, imported, run_import

pytestmark = pytest.mark.django_db


def correct_somehow(document, choose: random.Random) -> None:
    rows = list(document.provisions.filter(withdrawn=False).order_by("position"))
    row, other = choose.choice(rows), choose.choice(rows)
    match choose.randrange(4):
        case 0:
            number = choose.choice(["（二）", "三、", "1.", "第九条", "㈣", "", "a/b"])
            add_provision(row, choose.choice(list(PLACES)), "item", number, "", "补上的一条，最高奖励3万元。")
        case 1:
            split_provision(row, choose.choice(split_places(row.text) or [1]), "item", choose.choice(["（五）", ""]))
        case 2:
            merge_into_previous(row, choose.random() < 0.5)
        case 3:
            move_provision(row, other, choose.choice(list(PLACES)))


def characters(document) -> list[str]:
    rows = document.provisions.filter(withdrawn=False).values_list("number", "heading", "text")
    return sorted("".join(part for row in rows for part in row).replace("\n", "").replace("。", ""))


@pytest.mark.parametrize("state", ["published", "draft"])
@pytest.mark.parametrize("seed", range(4))
def test_any_corrections_in_any_order(tmp_path, seed, state):
    document = imported(tmp_path, TEXT, draft=state == "draft")
    choose = random.Random(seed)
    public: set[str] = set()
    for _ in range(12):
        public |= set(document.provisions.filter(withdrawn=False).values_list("path", flat=True))
        before, count = characters(document), document.provisions.filter(withdrawn=False).count()
        try:
            correct_somehow(document, choose)
        except StructureError:
            assert characters(document) == before
        added = document.provisions.filter(withdrawn=False).count() > count
        assert len(characters(document)) >= len(before) and (added or characters(document) == before)
        assert_sound(document.pk)
    if state == "published":
        live = set(document.provisions.filter(withdrawn=False).values_list("path", flat=True))
        leading = FormerAddress.objects.filter(document=document, provision__withdrawn=False)
        assert public <= live | set(leading.values_list("path", flat=True))
    words = list(Provision.objects.filter(withdrawn=False).order_by("position").values_list("path", "number", "text"))
    assert run_import(tmp_path, again=True)[0] == 0
    assert_sound(document.pk)
    kept = list(Provision.objects.filter(withdrawn=False).order_by("position").values_list("path", "number", "text"))
    assert kept == words
    now = everything()
    run_import(tmp_path, again=True)
    assert everything() == now
