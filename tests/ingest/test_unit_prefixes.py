"""The prefix that a name shares with those before it: of each district in its group; names of their own have none."""

import pytest

from policies.ingest.units.unit_names import unit_names
from policies.ingest.units.unit_offices import is_plain_office, prints_every_prefix
from tests.ingest.documents import find, read


@pytest.mark.parametrize(
    ("printed", "level", "units"),
    [
        ("各区文旅局、体育局", "市", ["各区文旅局", "各区体育局"]),
        (
            "市公安局、市民政局，各区民政部门、财政部门、教育部门",
            "市",
            ["市公安局", "市民政局", "各区民政部门", "各区财政部门", "各区教育部门"],
        ),
        ("省民政厅，各市民政局、财政局", "省", ["省民政厅", "各市民政局", "各市财政局"]),
        ("市民政局，各县（市、区）民政局、财政局", "市", ["市民政局", "各县（市、区）民政局", "各县（市、区）财政局"]),
        ("市民政局，县（市、区）民政局、财政局", "市", ["市民政局", "县（市、区）民政局", "县（市、区）财政局"]),
        # the next group begins anew
        ("各区民政局、财政局，市审计局、统计局", "市", ["各区民政局", "各区财政局", "市审计局", "市统计局"]),
        ("市民政局、财政局，各区人民政府", "市", ["市民政局", "市财政局", "各区人民政府"]),
        # a name with a prefix or of its own lacks none
        ("各区民政局、市财政局、审计局", "市", ["各区民政局", "市财政局", "市审计局"]),
        ("各区民政局、云川海关", "市", ["各区民政局", "云川海关"]),
        ("市民政局，各区直属单位、财政局", "市", ["市民政局", "各区直属单位", "市财政局"]),
        ("各乡镇农业服务中心、财政所", "县", ["各乡镇农业服务中心", "各乡镇财政所"]),
    ],
)
def test_an_office_of_each_gives_each_to_those_behind_it(printed, level, units):
    assert unit_names(printed, level) == units


@pytest.mark.parametrize(
    "name", ["财政局", "市场监管局", "住房城乡建设委", "妇联", "总工会", "人社局（就业中心）", "政务服务中心"]
)
def test_plain_offices(name):
    assert is_plain_office(name)


@pytest.mark.parametrize("name", ["青禾医院发展中心", "云创办", "局", "临江国际商务区管委会", "各区财政局", "城投集团"])
def test_names_of_their_own(name):
    assert not is_plain_office(name)


FULL = [
    "市科技局、市财政局、市教育局、市林业局",
    "市民政局、市公安局、青禾医院发展中心",
    "市商务局、市审计局、市统计局、云创办",
]


def test_a_document_that_prints_every_prefix_elides_none():
    assert prints_every_prefix(FULL)
    # one in five is elided; too few to tell
    assert not prints_every_prefix([*FULL, "市科技局、财政局、教育局"])
    assert not prints_every_prefix(FULL[:1])


def _read(lists):
    body = "".join(f"{n}、任务{n}。抓好落实。\n责任单位：{units}\n" for n, units in zip("一二三", lists, strict=True))
    return read(
        f"澜江市行动方案\n为贯彻落实上级部署，结合本市实际，制定本方案，请认真组织实施。\n{body}四、其他。按规定执行。"
    )


def test_a_bare_name_among_full_ones_stays_as_printed():
    document = _read(FULL)
    assert find(document, "二").responsible_units[-1] == "青禾医院发展中心"
    assert find(document, "三").responsible_units[-1] == "云创办"


def test_a_bare_name_among_elided_ones_has_the_prefix():
    document = _read(["市科技局、财政局、教育局", "市民政局、公安局、创业就业办", "市商务局、市审计局、统计局、云创办"])
    assert find(document, "一").responsible_units == ["市科技局", "市财政局", "市教育局"]
    assert find(document, "三").responsible_units[-1] == "市云创办"


def test_a_plain_office_among_full_ones_lacks_its_prefix_all_the_same():
    document = _read([*FULL[:2], "市商务局、市审计局、统计局、市地震局、市林业局、市气象局、市档案局"])
    assert "市统计局" in find(document, "三").responsible_units
