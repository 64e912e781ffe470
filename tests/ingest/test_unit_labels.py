"""Labels of units: of two kinds, in other brackets, with persons; what they say beside the units."""

import pytest

from policies.ingest.units.unit_fields import without_persons
from policies.ingest.units.unit_lines import label_role
from tests.ingest.documents import find, read

HEAD = "澜江市若干措施\n为贯彻落实上级决策部署，结合本市实际，制定本措施，请认真组织实施。\n"


@pytest.mark.parametrize(
    "line",
    [
        "责任单位和部门：市科技局、市财政局",
        "责任单位/部门：市科技局、市财政局",
        "属地责任单位：市科技局、市财政局",
        "县区责任单位：市科技局、市财政局",
        "[责任单位]市科技局、市财政局",
        "［责任单位］市科技局、市财政局",
        "[牵头单位]市科技局[配合单位]市财政局",
        "责任单位及责任人：市科技局 张三、市财政局（李某某）",
        "责任单位、联系人：市科技局张三，市财政局李四",
        "责任单位：市科技局、市财政局 政策依据：云政发〔2023〕1号；云府〔2022〕3号",
        "责任单位：市科技局、市财政局 适用范围：全市",
    ],
)
def test_lines(line):
    document = read(f"{HEAD}一、补助。给予补助。\n{line}\n二、其他。按规定执行。")
    one = find(document, "一")
    assert (one.text, one.responsible_units) == ("给予补助。", ["市科技局", "市财政局"])


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("责任（牵头）单位：", "lead"),
        ("牵头（责任）单位：", "lead"),
        ("责任（配合）单位：", "support"),
        ("协管单位：", "support"),
        ("牵头单位及责任人：", "lead"),
        ("责任单位及责任人：", ""),
        ("责任人：", "person"),
        ("分管领导：", "person"),
    ],
)
def test_roles(label, role):
    assert label_role(label) == role


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("市科技局 张三、市财政局 李四", "市科技局、市财政局"),
        ("市科技局（张三）", "市科技局"),
        # what ends as a name of a unit does is one
        ("市委宣传部、市政府办公室", "市委宣传部、市政府办公室"),
        ("市教育局人事科", "市教育局人事科"),
    ],
)
def test_persons_behind_units(text, units):
    assert without_persons(text) == units


def test_an_item_that_names_persons_alone_has_no_units():
    document = read(f"{HEAD}一、补助。给予补助。\n责任人：张三\n二、其他。按规定执行。")
    assert find(document, "一").responsible_units == []


def test_a_label_in_a_bracket_before_a_name_with_one():
    document = read(f"{HEAD}一、补助。给予补助。\n[责任单位]市科技局、市委组织部（人才办）\n二、其他。按规定执行。")
    assert find(document, "一").responsible_units == ["市科技局", "市委组织部（人才办）"]
