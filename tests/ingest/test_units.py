"""Lines of responsible units: single units, lead and support, the provision they belong to."""

import pytest

from policies.ingest.unit_lines import UnitReader, split_unit_line, take_trailing_brackets
from policies.ingest.unit_names import unit_names
from tests.ingest.documents import find, read

LONG = "为贯彻落实党中央、国务院决策部署，结合本市实际，制定本措施，请认真组织实施。"


@pytest.mark.parametrize(
    ("printed", "level", "units"),
    [
        ("市科技局、教育局、财政局，市税务局", "市", ["市科技局", "市教育局", "市财政局", "市税务局"]),
        ("市金融监管局、市场监管局", "市", ["市金融监管局", "市市场监管局"]),
        ("市委宣传部、人才办，市发改委", "市", ["市委宣传部", "市委人才办", "市发改委"]),
        ("市委组织部、教育局", "市", ["市委组织部", "市教育局"]),
        ("市商务局，泉州海关、税务局", "市", ["市商务局", "泉州海关", "市税务局"]),
        ("泉州开发区、泉州台商投资区管委会", "市", ["泉州开发区管委会", "泉州台商投资区管委会"]),
        ("各县（市、区）人民政府", "市", ["各县（市、区）人民政府"]),
        ("各市、县（区）人民政府", "省", ["各市、县（区）人民政府"]),
        ("各省、自治区、直辖市人民政府", "", ["各省、自治区、直辖市人民政府"]),
        ("广州、深圳市政府，横琴粤澳深度合作区执委会", "省", ["广州市政府", "深圳市政府", "横琴粤澳深度合作区执委会"]),
        ("人力资源社会保障部、财政部、教育部等有关部门和单位负责", "", ["人力资源社会保障部", "财政部", "教育部"]),
        ("民政部、财政部等部门及各省级人民政府按职责分工负责", "", ["民政部", "财政部", "各省级人民政府"]),
        ("区委组织部（人才办）、区科技经信局", "区", ["区委组织部（人才办）", "区科技经信局"]),
        ("市科技局、市科技局、财政局", "市", ["市科技局", "市财政局"]),
        ("市财政局、民航鹤江安全监管局", "市", ["市财政局", "民航鹤江安全监管局"]),
        ("市财政局、金融监管总局津阳监管分局", "市", ["市财政局", "金融监管总局津阳监管分局"]),
        ("市财政局、国开行云川分行、邮储银行云川分行", "市", ["市财政局", "国开行云川分行", "邮储银行云川分行"]),
        ("市财政局、南方电网云川供电局、长江航道局", "市", ["市财政局", "南方电网云川供电局", "长江航道局"]),
        ("市财政局、云川海关、海事局、国网云川供电公司", "市", ["市财政局", "云川海关", "海事局", "国网云川供电公司"]),
        ("市科技局、华侨大学、社会主义学院", "市", ["市科技局", "华侨大学", "市社会主义学院"]),
        ("省自然资源厅、住房城乡建设厅", "省", ["省自然资源厅", "省住房城乡建设厅"]),
        ("市文旅局、文化市场综合执法支队", "市", ["市文旅局", "市文化市场综合执法支队"]),
        ("市总工会机关、团市委机关、妇联", "市", ["市总工会机关", "团市委机关", "市妇联"]),
    ],
)
def test_single_units(printed, level, units):
    assert unit_names(printed, level) == units


@pytest.mark.parametrize(
    ("line", "lead", "support"),
    [
        ("牵头单位：市工信局；配合单位：市财政局、科技局", ["市工信局"], ["市财政局", "市科技局"]),
        ("市科技局牵头，市财政局、教育局配合", ["市科技局"], ["市财政局", "市教育局"]),
        ("市科技局（牵头）、市财政局", ["市科技局"], ["市财政局"]),
        ("省发展改革委牵头负责，省财政厅配合", ["省发展改革委"], ["省财政厅"]),
        ("市科技局负责，市财政局配合", ["市科技局"], ["市财政局"]),
        ("责任单位：市科技局、财政局", [], []),
        ("市科技局、市财政局按职责分工负责", [], []),
        ("市科技局，市财政局；第一个逗号前为牵头单位，下同", ["市科技局"], ["市财政局"]),
        ("市发改委、财政局。列首位的为牵头单位，下同", ["市发改委"], ["市财政局"]),
        ("人力资源社会保障部、财政部负责。列第一位者为牵头单位，下同", ["人力资源社会保障部"], ["财政部"]),
    ],
)
def test_lead_and_support(line, lead, support):
    label, text, _ = split_unit_line(line)
    reading = UnitReader("市").read([(label, text, True)])
    assert (reading.lead, reading.support) == (lead, support)


def test_a_rule_stated_once_holds_for_the_lines_after_it():
    reader = UnitReader("市")
    reader.read([("", "市科技局，市财政局；第一个逗号前为牵头单位，下同", False)])
    assert reader.read([("", "市人社局，市教育局", False)]).lead == ["市人社局"]


@pytest.mark.parametrize(
    ("paragraph", "text", "lines"),
    [
        ("给予补助。（责任单位：市科技局、财政局）", "给予补助。", [("责任单位：", "市科技局、财政局")]),
        ("给予补助（责任单位：市科技局）。", "给予补助。", [("责任单位：", "市科技局")]),
        ("给予补助。〔牵头单位：区委组织部（人才办）〕", "给予补助。", [("牵头单位：", "区委组织部（人才办）")]),
        ("给予补助。（省科技厅、财政厅，各市人民政府）", "给予补助。", [("", "省科技厅、财政厅，各市人民政府")]),
        ("给予补助。（市科技局、市财政局负责）", "给予补助。", [("", "市科技局、市财政局负责")]),
        ("给予补助。责任单位：市科技局、财政局", "给予补助。", [("责任单位：", "市科技局、财政局")]),
        ("对获评国家级的企业（平台）", "对获评国家级的企业（平台）", []),
        ("不含台湾、香港、澳门。（含20%）", "不含台湾、香港、澳门。（含20%）", []),
        ("由上述支持措施责任单位制定工作指引。", "由上述支持措施责任单位制定工作指引。", []),
    ],
)
def test_units_at_the_end_of_a_paragraph(paragraph, text, lines):
    assert take_trailing_brackets(paragraph)[:2] == (text, lines)


@pytest.mark.parametrize(
    ("paragraph", "units", "completion"),
    [
        ("组织岗前培训。（市人社局、市教育局负责，2027年底前完成）", ["市人社局", "市教育局"], "2027"),
        ("组织岗前培训。（2025年6月底前完成，市人社局牵头）", ["市人社局"], "2025-06"),
        ("组织岗前培训。（责任单位：市人社局；长期坚持）", ["市人社局"], None),
        ("组织岗前培训。（责任单位：市人社局，6月底前完成）", ["市人社局"], None),
        ("组织岗前培训。（2025年6月底前完成）", [], "2025-06"),
    ],
)
def test_a_time_in_a_bracket_of_units_is_the_completion(paragraph, units, completion):
    document = read(f"某市若干措施\n{LONG}\n一、{paragraph}\n二、其他事项。按规定执行。")
    one = find(document, "一")
    assert (one.responsible_units, one.completion) == (units, completion)
    assert one.text + one.heading == "组织岗前培训。"


def test_a_line_after_the_last_of_several_children_speaks_for_the_parent():
    document = read(
        f"某市若干措施\n{LONG}\n一、降低成本\n（一）降低税费。\n（二）降低租金。\n完成时间：2021年6月\n"
        "责任单位：市财政局、税务局\n二、优化服务\n（一）减材料。\n责任单位：市发改委\n"
        "（二）减时限。\n责任单位：市公安局"
    )
    assert find(document, "一").responsible_units == ["市财政局", "市税务局"]
    assert find(document, "一").completion == "2021-06"
    assert find(document, "一/（二）").responsible_units == []
    assert find(document, "二").responsible_units == []
    assert find(document, "二/（二）").responsible_units == ["市公安局"]


def test_raw_lines_are_kept_without_their_label():
    document = read(
        f"某市若干措施\n{LONG}\n一、降低成本\n降低企业成本。\n牵头单位：市财政局\n配合单位：市税务局、商务局\n"
        "二、其他\n按规定执行。"
    )
    one = find(document, "一")
    assert one.responsible_units_line == "市财政局\n市税务局、商务局"
    assert (one.lead_units, one.support_units) == (["市财政局"], ["市税务局", "市商务局"])
