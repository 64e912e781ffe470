"""Who leads: rules that a document states once, marks beside a name, and who supports."""

import pytest

from policies.ingest.units.unit_lines import UnitReader, split_unit_line
from tests.ingest.documents import find, read

WORDS = "为贯彻落实上级部署，结合本市实际，制定本方案，请认真组织实施。"


@pytest.mark.parametrize(
    ("rule", "lead"),
    [
        ("各项任务中列首位的为牵头单位。", "市科技局"),
        ("责任单位中，排名第一的单位为该项工作的牵头单位。", "市科技局"),
        ("逗号前的为牵头单位。", "市科技局"),
        ("加“★”的为牵头单位。", ""),
        # of other things
        ("列首位的企业优先支持，牵头单位另行确定。", ""),
        ("由市科技局牵头，首位联系人负责。", ""),
    ],
)
def test_a_rule_in_the_preamble_or_below_the_last_unit(rule, lead):
    one = "一、推广。扩大应用。\n责任单位：市科技局，市财政局\n二、培训。扩大规模。\n责任单位：市教育局，市民政局\n"
    end = "本方案自2024年3月1日起施行。"
    for text in (f"{WORDS}{rule}\n{one}{end}", f"{WORDS}\n{one}{end}{rule}"):
        document = read(f"澜江市工作方案\n{text}")
        assert find(document, "一").lead_units == ([lead] if lead else [])


@pytest.mark.parametrize(
    ("line", "lead", "support"),
    [
        ("市科技局、★市财政局、市教育局（★为牵头单位）", ["市财政局"], ["市科技局", "市教育局"]),
        ("市科技局*、市财政局；加*的单位为牵头单位", ["市科技局"], ["市财政局"]),
        ("市科技局、市财政局（配合）", ["市科技局"], ["市财政局"]),
        ("市科技局（主办）、市财政局（协办）、市教育局（协办）", ["市科技局"], ["市财政局", "市教育局"]),
        ("市科技局（总牵头）、市财政局", ["市科技局"], ["市财政局"]),
        # a mark that no rule speaks of is none of the name
        ("★市科技局、市财政局", [], []),
        # a mark before a duty states no rule
        ("★市科技局为牵头单位，市财政局为配合单位", ["市科技局"], ["市财政局"]),
    ],
)
def test_marks_beside_a_name(line, lead, support):
    label, text, _ = split_unit_line(f"责任单位：{line}")
    reading = UnitReader("市").read([(label, text, True)])
    assert (reading.lead, reading.support) == (lead, support)
    assert "市科技局" in reading.units and not any("★" in name or "（" in name for name in reading.units)


def test_a_mark_holds_for_the_lines_after_the_rule():
    reader = UnitReader("市")
    reader.read([("", "★市科技局、市财政局（加★的为牵头单位，下同）", False)])
    reading = reader.read([("", "市人社局、市民政局★", False)])
    assert (reading.lead, reading.support) == (["市民政局"], ["市人社局"])


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("各省级人民政府负责", ["各省级人民政府"]),
        ("教育部、各省级人民政府", ["教育部"]),
        ("各地区、各部门", []),
        ("各有关部门", []),
    ],
)
def test_a_lone_collective_leads_where_the_first_does(line, lead):
    reader = UnitReader("", first_unit=True)
    assert reader.read([("", line, False)]).lead == lead
