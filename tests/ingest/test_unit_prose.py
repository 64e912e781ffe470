"""Units named in a sentence, without the colon of a label; a sentence about units or applicants stays text."""

import pytest

from policies.ingest.units.unit_prose import are_units, read_prose
from tests.ingest.documents import find, read

HEAD = "澜江市若干措施\n为贯彻落实上级决策部署，结合本市实际，制定本措施，请认真组织实施。\n"


def read_one(paragraph):
    return find(read(f"{HEAD}一、重点工作。{paragraph}\n二、其他事项。按规定执行。"), "一")


@pytest.mark.parametrize(
    ("paragraph", "units", "lead"),
    [
        ("扩建车站。责任单位为市交通局、财政局。", ["市交通局", "市财政局"], []),
        (
            "扩建车站。牵头单位为市交通局，配合单位为市财政局、各区人民政府。",
            ["市交通局", "市财政局", "各区人民政府"],
            ["市交通局"],
        ),
        ("扩建车站。牵头单位市交通局；责任单位市财政局", ["市交通局", "市财政局"], ["市交通局"]),
        ("扩建车站。（牵头单位为市交通局）", ["市交通局"], ["市交通局"]),
        ("扩建车站。\n责任部门是市交通局、市财政局。", ["市交通局", "市财政局"], []),
    ],
)
def test_units_of_a_sentence(paragraph, units, lead):
    one = read_one(paragraph)
    assert (one.text, one.responsible_units, one.lead_units) == ("扩建车站。", units, lead)


@pytest.mark.parametrize(
    "paragraph",
    [
        "扩建车站。责任单位为项目所在地的主管部门。",
        "扩建车站。实施单位为市属国有企业。",
        "扩建车站。责任单位应当按月报送进度。",
        "扩建车站。责任单位由市交通局确定。",
        "扩建车站。责任单位为市交通局的，按程序报批。",
        "扩建车站，责任单位为市交通局，按月报送进度。",
    ],
)
def test_a_sentence_about_units_stays_text(paragraph):
    one = read_one(paragraph)
    assert (one.text, one.responsible_units) == (paragraph, [])


@pytest.mark.parametrize("units", ["市科技局", "教育部、财政部", "各县（市、区）人民政府", "中国气象局", "税务总局"])
def test_nothing_but_units(units):
    assert are_units(units)


@pytest.mark.parametrize("text", ["企业、高校", "市科技局另行规定", "市级机关的部门", "业务部、财务部", ""])
def test_no_units(text):
    assert not are_units(text)


def test_long_text_is_none():
    assert read_prose("责任单位为" + "市科技局、" * 100) == []


@pytest.mark.parametrize("duty", ["中国气象局牵头，交通运输部、税务总局参与", "教育部牵头，财政部配合"])
def test_ministries_in_a_bracket_at_the_head_of_a_paragraph(duty):
    document = read(f"{HEAD}一、重点工作\n（{duty}）开展培训，扩大规模。（水利部牵头）\n二、其他事项。按规定执行。")
    one = find(document, "一")
    assert one.text == "开展培训，扩大规模。"
    assert one.lead_units == [duty.partition("牵头")[0], "水利部"]


def test_a_bracket_of_departments_of_a_firm_stays_text():
    assert read_one("分级审批（业务部牵头、财务部配合）后公示。").responsible_units == []
