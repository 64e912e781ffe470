"""Brackets of units inside a sentence, brackets never closed, and what else stands in a line of units."""

import pytest

from policies.ingest.units.unit_fields import FIELDS, without_fields
from policies.ingest.units.unit_labels import UNIT_LABEL, UNIT_LABELS
from tests.ingest.documents import find, read

HEAD = "澜江市若干措施\n为贯彻落实上级决策部署，结合本市实际，制定本措施，请认真组织实施。\n"


def read_one(paragraph):
    document = read(f"{HEAD}一、重点工作。{paragraph}\n二、其他事项。按规定执行。")
    return find(document, "一")


def test_units_inside_a_sentence():
    one = read_one(
        "推广夜间配送（市商务局牵头，市公安局配合）、集中采购（市财政局牵头，市审计局、教育局参与）等做法，降低成本。"
    )
    assert one.text == "推广夜间配送、集中采购等做法，降低成本。"
    assert one.lead_units == ["市商务局", "市财政局"]
    assert one.support_units == ["市公安局", "市审计局", "市教育局"]
    assert one.responsible_units_line == "市商务局牵头，市公安局配合\n市财政局牵头，市审计局、教育局参与"


def test_units_before_the_stop_of_a_sentence_that_is_not_the_last():
    one = read_one("建设冷库（市商务局、各县〔市、区〕人民政府负责）。建设码头，提高效率。")
    assert one.text == "建设冷库。建设码头，提高效率。"
    assert one.responsible_units == ["市商务局", "各县（市、区）人民政府"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "坚持分级管理（政府负责、企业落实）的原则，提高效率。",
        "按程序审核（市政府另有规定的由市财政局负责）后公示。",
        "成立专班（市商务局），研究措施。",
        "建立协调机制（由企业牵头），定期会商。",
        "给予补助。（申报单位：各有关企业）",
    ],
)
def test_brackets_that_stay_text(paragraph):
    one = read_one(paragraph)
    assert (one.text, one.responsible_units) == (paragraph, [])


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("建设冷库。（责任单位：市商务局、市财政局", "建设冷库。"),
        ("建设冷库（责任单位：市商务局、市财政局。", "建设冷库。"),
        ("建设冷库。（牵头单位：市商务局；配合单位：市财政局", "建设冷库。"),
    ],
)
def test_a_bracket_with_a_label_that_is_never_closed_ends_with_its_paragraph(paragraph, text):
    one = read_one(paragraph)
    assert (one.text, one.responsible_units) == (text, ["市商务局", "市财政局"])


def test_an_open_bracket_of_words_stays_text():
    paragraph = "由（责任单位：项目所在地的主管部门另行规定，按月报送。"
    assert read_one(paragraph).text == paragraph


@pytest.mark.parametrize(
    "paragraph",
    [
        "（对接部门：市科技局；联系人：王某；联系电话：0599-8123456）",
        "（联系部门：市科技局，电话8123456）",
        "（受理单位：市科技局（王某，8123456））",
        "（政策咨询部门：市科技局，联系方式：8123456、8123457）",
        "（审批部门：市科技局）",
        "（责任单位：市科技局；适用单位：各县企业）",
        "（市科技局，联系电话：8123456）",
        "\n责任单位：市科技局   联系人：王某   联系电话：0599-8123456",
        "\n答疑部门：市科技局：负责解释",
        "［责任单位：市科技局］",
        "责任单位：市科技局。咨询电话：8123456。",
        "——责任单位：市科技局",
        "——市科技局负责。",
        "（责任单位：1.市科技局）",
        "（不重复享受）（市科技局）",
        "\n责任单位：\n市科技局",
    ],
)
def test_labels_of_units_and_fields_that_name_none(paragraph):
    one = read_one(f"给予补助。{paragraph}")
    kept = "（不重复享受）" if "不重复" in paragraph else ""
    assert (one.text, one.responsible_units) == (f"给予补助。{kept}", ["市科技局"])


@pytest.mark.parametrize(
    ("lines", "lead", "support"),
    [
        ("责任单位（牵头）：市科技局；责任单位（配合）：市财政局", ["市科技局"], ["市财政局"]),
        ("牵头领导：李某    牵头单位：市科技局\n责任单位：市财政局", ["市科技局"], ["市财政局"]),
        ("牵头单位：\n市科技局\n市教育局\n配合单位：\n市财政局", ["市科技局", "市教育局"], ["市财政局"]),
    ],
)
def test_labels_with_a_role_and_units_on_lines_of_their_own(lines, lead, support):
    one = read_one(f"给予补助。\n{lines}")
    assert (one.text, one.lead_units, one.support_units) == ("给予补助。", lead, support)


def test_a_signature_below_a_bare_label_is_none_of_its_units():
    document = read(
        f"{HEAD}一、补助。给予补助。\n二、奖励。给予奖励。\n责任单位：\n市科技局\n澜江市人民政府\n2024年3月1日"
    )
    assert find(document, "二").responsible_units == ["市科技局"]
    assert document.issuing_bodies == ["澜江市人民政府"]


@pytest.mark.parametrize(
    ("line", "heading", "units"),
    [
        ("压缩办理时限（市行政审批局）", "压缩办理时限", ["市行政审批局"]),
        ("推进“一网通办”（市数据局、各县政务服务中心）", "推进“一网通办”", ["市数据局", "各县政务服务中心"]),
        ("开展评比活动（县文明办　县妇联）", "开展评比活动", ["县文明办", "县妇联"]),
        ("强化督查（市委督查室、市信访局）", "强化督查", ["市委督查室", "市信访局"]),
        ("报送主管部门（市工信局）", "报送主管部门（市工信局）", []),
        ("市市场监督管理局（市场监管局）", "市市场监督管理局（市场监管局）", []),
        ("开放便民场所（市民服务中心）", "开放便民场所（市民服务中心）", []),
    ],
)
def test_units_behind_a_heading_without_a_stop(line, heading, units):
    document = read(f"{HEAD}一、{line}\n按月调度，定期通报。\n二、其他事项\n按规定执行。")
    one = find(document, "一")
    assert (one.heading, one.responsible_units) == (heading, units)


def test_a_date_alone_behind_the_units_is_the_completion():
    one = read_one("给予补助。（市科技局，2024年12月底）")
    assert (one.text, one.responsible_units, one.completion) == ("给予补助。", ["市科技局"], "2024-12")
    assert read_one("给予补助。（2024年12月）").text == "给予补助。（2024年12月）"


@pytest.mark.parametrize(("pattern", "example"), FIELDS)
def test_each_field_and_its_example(pattern, example):
    assert without_fields(example) in ("市科技局", "市科技局；市财政局")


def test_whom_to_ask_about_the_whole_document_is_its_closing():
    text = f"{HEAD}一、补助。给予补助。\n二、奖励。给予奖励。\n咨询单位：市科技局，联系电话：8123456"
    document = read(text)
    assert find(document, "二").responsible_units == []
    assert document.closing[0].text == "咨询单位：市科技局，联系电话：8123456"
    each = read(text.replace("\n二、", "\n咨询单位：市财政局\n二、"))
    assert [find(each, path).responsible_units for path in ("一", "二")] == [["市财政局"], ["市科技局"]]


LABELS = (
    "责任 落实 实施 承办 承担 负责 组织实施 推进 执行 督办 督导 监督 指导 兑现 主管 归口 归口管理 业务 业务主管 "
    "审核 审批 办理 经办 政策解释 政策兑现 对接 联系 受理 咨询 政策咨询 答疑 服务 牵头 牵头责任 主办 主责 主要责任 "
    "配合 协办 协管 协同 协作 会办 联办 参与 参加 支持 协助"
)


@pytest.mark.parametrize(
    "sector", ["", "市级", "省级", "区级", "县级", "县区", "市直", "属地", "主要", "具体", "其他", "共同", "相关"]
)
def test_every_label_is_told_by_its_first_character(sector):
    for label in LABELS.split():
        assert UNIT_LABEL.fullmatch(f"{sector}{label}单位："), label
    for person in ("分管领导", "包抓领导", "挂钩领导", "第一责任人", "直接责任人", "牵头人"):
        assert UNIT_LABEL.fullmatch(f"{sector}{person}："), person
    assert all(UNIT_LABEL.match(example) for _, _, example in UNIT_LABELS)
