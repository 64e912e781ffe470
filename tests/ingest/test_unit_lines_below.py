"""Lines of units: more of them on the next line, behind a number, and those that no provision owns."""

import pytest

from policies.ingest.parsed import walk
from tests.ingest.documents import find, read

HEAD = "澜江市若干措施\n为贯彻落实上级决策部署，结合本市实际，制定本措施，请认真组织实施。\n"


def units(document):
    return [unit for provision in walk(document.provisions) for unit in provision.responsible_units]


def test_a_line_below_that_is_nothing_but_units_goes_on():
    document = read(
        f"{HEAD}一、补助。给予补助。\n责任单位：市科技局\n市财政局、各区人民政府\n县林业局\n二、其他。按规定执行。"
    )
    one = find(document, "一")
    assert one.responsible_units == ["市科技局", "市财政局", "各区人民政府", "县林业局"]
    assert one.text == "给予补助。"


@pytest.mark.parametrize("below", ["市财政局按月拨付资金。", "各区可以另行补助。", "区级资金由区财政局承担"])
def test_a_sentence_below_a_line_of_units_is_text(below):
    document = read(f"{HEAD}一、补助。给予补助。\n责任单位：市科技局\n{below}\n二、其他。按规定执行。")
    assert units(document) == ["市科技局"]


def test_a_signature_below_a_line_of_units_is_one():
    document = read(f"{HEAD}一、补助。给予补助。\n二、奖励。给予奖励。\n责任单位：市财政局\n市科技局\n2024年3月1日")
    assert find(document, "二").responsible_units == ["市财政局"]


def test_a_line_of_units_behind_a_number():
    document = read(
        f"{HEAD}一、补助\n1.补助标准：每家30万元。\n2.申报时间：每年三月。\n3.责任单位：市科技局、财政局\n二、其他。按规定执行。"
    )
    three = find(document, "一/3")
    assert (three.text, three.responsible_units) == ("", ["市科技局", "市财政局"])


def test_a_label_of_words_behind_a_number_stays_text():
    document = read(f"{HEAD}一、补助\n1.补助标准：每家30万元。\n2.责任单位：由各区另行确定。\n二、其他。按规定执行。")
    assert (find(document, "一/2").text, units(document)) == ("责任单位：由各区另行确定。", [])


FOOT = "主办单位：澜江市人民政府办公室\n承办单位：澜江市大数据中心\n"


@pytest.mark.parametrize(
    "closing",
    [
        "",
        "本措施自2024年3月1日起施行，有效期3年。\n",
        "附件：1.申请表\n2.承诺书\n",
        "（此件公开发布）\n",
    ],
)
def test_who_runs_the_site_is_responsible_for_nothing(closing):
    document = read(f"{HEAD}一、补助。给予补助。\n二、奖励。给予奖励。\n{closing}{FOOT}")
    assert units(document) == []


def test_no_line_below_the_term_of_the_document_belongs_to_a_provision():
    document = read(
        f"{HEAD}一、补助。给予补助。\n责任单位：市科技局\n二、奖励。给予奖励。\n责任单位：市财政局\n"
        "本措施自2024年3月1日起施行，有效期3年。\n责任单位：市大数据中心"
    )
    assert units(document) == ["市科技局", "市财政局"]


def test_主办单位_of_provisions_is_theirs():
    each = read(f"{HEAD}一、展会。办好展会。\n主办单位：市商务局\n二、比赛。办好比赛。\n主办单位：市体育局\n")
    assert units(each) == ["市商务局", "市体育局"]
    bare = read(f"{HEAD}一、展会。办好展会。\n二、组织单位\n主办单位：市商务局\n承办单位：市会展中心\n")
    assert find(bare, "二").responsible_units == ["市商务局", "市会展中心"]
