"""Brackets of units broken over several lines, and how the words behind a list of units may run."""

import pytest

from tests.ingest.documents import find, read

HEAD = "澜江市若干措施\n为贯彻落实上级决策部署，结合本市实际，制定本措施，请认真组织实施。\n"


def read_one(lines):
    document = read(f"{HEAD}一、发放补贴。\n{lines}\n二、其他事项。按规定执行。")
    return find(document, "一")


@pytest.mark.parametrize(
    "lines",
    [
        "给予2%的补贴。（\n责任\n单位：市住建局、市城管局，\n临江\n区人民政府、\n澜江\n开发区管委会）",
        "给予2%的补贴。\n（责任\n单位：市住建局、市城管局，\n临江\n区人民政府、澜江开发区\n管委会）",
        "给予2%的补贴。（责任单\n位：市住建局、\n市城管局，临江\n区人民政府、澜江开发区管委会\n）",
        "给予2%的补贴。〔\n牵头单位：市住建局；\n配合单位：市城管局，\n临江\n区人民政府、澜江开发区管委会〕",
        "给予2%的补贴。（责任单位：市住建局（\n房管科）、市城管局，\n临江\n区人民政府、澜江开发区管委会）",
    ],
)
def test_an_open_bracket_of_units_runs_on_until_it_is_closed(lines):
    one = read_one(lines)
    assert one.text == "给予2%的补贴。"
    assert [unit.partition("（")[0] for unit in one.responsible_units] == [
        "市住建局",
        "市城管局",
        "临江区人民政府",
        "澜江开发区管委会",
    ]


def test_a_quotation_mark_set_the_wrong_way_round_above_it():
    document = read(
        f"{HEAD}一、补贴。每套2万元。\n二、加大供应。\n结合\n”以旧换新”收购转化，满足需求。（\n责任\n单位：市住建局，\n临江\n"
        "区人民政府）\n本措施由市住建局负责解释。\n本措施自印发之日起施行。"
    )
    assert find(document, "二").text == "结合”以旧换新”收购转化，满足需求。"
    assert find(document, "二").responsible_units == ["市住建局", "临江区人民政府"]
    assert [paragraph.text for paragraph in document.closing] == [
        "本措施由市住建局负责解释。",
        "本措施自印发之日起施行。",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        # never closed before the next number
        "给予2%的补贴（责任\n单位内部考核另行规定，\n按季度公布",
        # a bracket of something else
        "给予2%的补贴（责任\n保险除外，按\n合同执行）。",
        # a sentence ends in it
        "给予2%的补贴（责任\n单位：市住建局。\n另行规定）。",
    ],
)
def test_other_open_brackets_name_no_units(lines):
    assert read_one(lines).responsible_units == []


@pytest.mark.parametrize(
    "duty",
    ["按职责抓好分工落实", "按照职责分工做好落实工作", "根据各自职责抓好组织实施", "按职责分工分别负责", "按职责落实"],
)
def test_words_behind_the_units_stand_in_any_order(duty):
    one = read_one(f"给予2%的补贴。（市教育局、市商务局{duty}）")
    assert one.responsible_units == ["市教育局", "市商务局"]
    one = read_one(f"给予2%的补贴。（市酒店业发展工作小组各成员单位{duty}）")
    assert one.responsible_units == ["市酒店业发展工作小组各成员单位"]


def test_prose_about_duties_is_no_list_of_units():
    one = read_one("给予2%的补贴。（各部门应当按职责抓好分工落实，不得推诿）")
    assert one.responsible_units == []
