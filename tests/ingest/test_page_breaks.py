"""Paragraphs: what a page break tore is one paragraph again, and what was printed as two stays two."""

import pytest

from tests.ingest.documents import find, read
from tests.ingest.test_seed import documents, provision  # noqa: F401

HEAD = "某市支持低空经济发展若干措施\n\n为抢抓低空经济发展机遇，打造先行区，结合实际，制定如下措施。\n\n"


def test_a_list_of_words_torn_by_a_page_break(documents):  # noqa: F811
    seven = provision(documents[7], "七")
    assert seven.text.startswith("园区工业用地可采用租赁、先租后让、租让结合等多种方式供地，允许中小民营企业")
    assert seven.paragraphs == 1


def test_a_paragraph_does_not_end_in_a_semicolon(documents):  # noqa: F811
    seven = provision(documents[8], "五/（七）")
    assert "给予最高不超过30万元补助；鼓励有条件的跨境电子商务企业布局海外仓" in seven.text
    assert seven.paragraphs == 1


def test_a_list_whose_paragraphs_end_in_semicolons_stays_a_list():
    document = read(
        HEAD + "一、支持对象\n\n申报企业应当符合下列条件：\n\n在本市登记注册。未被列入失信名单；\n\n"
        "年度营业收入500万元以上。依法纳税；\n\n法律法规规定的其他条件。\n\n二、其他\n\n按规定执行。"
    )
    assert find(document, "一").paragraphs == 4


def test_a_paragraph_that_ends_in_a_bracket_of_units_is_complete():
    document = read(
        HEAD + "一、引育专业人才。对培训机构每培养1名驾驶员，补助800元。（责任单位：市人社局、教育局）\n\n"
        "本措施自2025年7月1日起实施，有效期2年，由市发改委负责解释。"
    )
    assert find(document, "一").text == "对培训机构每培养1名驾驶员，补助800元。"
    assert find(document, "一").responsible_units == ["市人社局", "市教育局"]
    assert [paragraph.text for paragraph in document.closing] == [
        "本措施自2025年7月1日起实施，有效期2年，由市发改委负责解释。"
    ]
    assert document.validity.text == "本措施自2025年7月1日起实施，有效期2年"


def test_a_break_right_after_an_opening_bracket():
    document = read(
        HEAD
        + "一、用能保障。优先保障用能指标，有序用电时不参与错避峰。（\n责任单位：市发改委）\n二、其他。按规定执行。"
    )
    assert find(document, "一").text == "优先保障用能指标，有序用电时不参与错避峰。"
    assert find(document, "一").responsible_units == ["市发改委"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("一、奖励。对重大项目根据贡献给予奖励，最高奖励", "2000万元。对其他项目另行规定。"),
        ("一、补助。每家补助不超过", "300万元。"),
        ("一、补助。按投资额给予补助，最高补助300", "万元。"),
        ("一、比例。不低于投资额的20", "%。"),
        ("一、期限。政策执行至2027", "年底。"),
    ],
)
def test_a_figure_parted_from_its_sentence(above, below):
    document = read(f"{HEAD}{above}\n{below}\n\n二、其他。按规定执行。")
    provision = find(document, "一")
    assert (f"{above}{below}").endswith(provision.text)
    assert provision.paragraphs == 1


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("一、奖励标准", "2000万元以上的项目，奖励50万元。"),
        ("一、奖励。按下列标准执行：", "2000万元以上的，奖励50万元。"),
        ("一、名单。见附件1", "个人申报的除外。"),
    ],
)
def test_a_paragraph_that_begins_with_a_figure_stays_one(heading, text):
    document = read(f"{HEAD}{heading}\n{text}\n\n二、其他。按规定执行。")
    assert find(document, "一").text.endswith(text)
    assert not find(document, "一").text.endswith(f"{heading[2:]}{text}")
