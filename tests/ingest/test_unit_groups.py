"""Groups among units: levels written together, zones, those explained in a bracket, 党委 with 政府, units with 和."""

import pytest

from policies.ingest.units.unit_names import unit_names


@pytest.mark.parametrize(
    ("printed", "units"),
    [
        ("省商务厅，各市州、县市区人民政府", ["省商务厅", "各市州、县市区人民政府"]),
        ("省商务厅，各盟市、旗县区政府", ["省商务厅", "各盟市、旗县区政府"]),
        ("省商务厅，各区县、园区管委会", ["省商务厅", "各区县、园区管委会"]),
        ("省商务厅，各县（市、区）、开发区管委会", ["省商务厅", "各县（市、区）、开发区管委会"]),
        # a group that is whole ends the one before
        ("省商务厅，各区县人民政府、园区管委会", ["省商务厅", "各区县人民政府", "园区管委会"]),
        ("省商务厅，各区县、省财政厅", ["省商务厅", "各区县", "省财政厅"]),
    ],
)
def test_levels_written_together_are_one(printed, units):
    assert unit_names(printed, "省") == units


@pytest.mark.parametrize(
    ("printed", "units"),
    [
        ("各区人民政府〈含开发区、湖滨风景区管委会，下同〉、市财政局", ["各区人民政府", "市财政局"]),
        ("各区政府（含高新区、经开区管委会）", ["各区政府"]),
        ("各区政府（不包括湖滨区）、市财政局", ["各区政府", "市财政局"]),
        ("市政务服务管理局（以下简称市政务局）", ["市政务服务管理局"]),
        # other brackets belong to the name
        ("市委组织部（人才办）", ["市委组织部（人才办）"]),
        ("各县（市、区）人民政府", ["各县（市、区）人民政府"]),
    ],
)
def test_who_else_is_meant_is_no_part_of_the_name(printed, units):
    assert unit_names(printed, "市") == units


@pytest.mark.parametrize(
    ("printed", "units"),
    [
        ("滨江新区等相关区政府", ["滨江新区等相关区政府"]),
        ("市财政局，青山县等县（市、区）人民政府", ["市财政局", "青山县等县（市、区）人民政府"]),
        ("市财政局、教育局等部门", ["市财政局", "市教育局"]),
        ("市财政局等有关单位", ["市财政局"]),
    ],
)
def test_others_like_those_before_等(printed, units):
    assert unit_names(printed, "市") == units


@pytest.mark.parametrize(
    ("printed", "units"),
    [
        ("各级党委和政府", ["各级党委", "各级政府"]),
        ("市科技局和财政局", ["市科技局", "市财政局"]),
        ("市科技局、教育局与民政局", ["市科技局", "市教育局", "市民政局"]),
        # 和 inside a name
        ("市发展和改革委员会、工业和信息化局", ["市发展和改革委员会", "市工业和信息化局"]),
        ("市文化和旅游局", ["市文化和旅游局"]),
    ],
)
def test_units_joined_by_和(printed, units):
    assert unit_names(printed, "市") == units


@pytest.mark.parametrize(
    ("printed", "units"),
    [
        ("云江经开区、滨海商务区管委会", ["云江经开区管委会", "滨海商务区管委会"]),
        ("湖东科学城、湖西片区管委会", ["湖东科学城管委会", "湖西片区管委会"]),
        ("市科技局、滨海商务区管委会", ["市科技局", "滨海商务区管委会"]),
        ("市科技局｜市财政局|教育局", ["市科技局", "市财政局", "市教育局"]),
    ],
)
def test_zones_and_other_marks_of_a_list(printed, units):
    assert unit_names(printed, "市") == units
