"""Paragraphs that open with 上述 or 以上 belong to the owner of the list of which they speak."""

import pytest

from tests.ingest.documents import find, paths, read

HEAD = "澜江市人才补贴细则\n为做好人才工作，结合本市实际，制定本细则，请认真组织实施。\n"
CLASSES = (
    "一、对象\n（一）单位。在本市登记。\n（二）个人。按业绩分类：\n1、甲类人才\n（1）院士；\n（2）首席专家。\n2、乙类人才\n"
    "（1）博士；\n（2）技师。\n"
)
REST = "\n二、标准\n（一）租房补贴。每月1000元。\n（二）购房补贴。一次性5万元。"


@pytest.mark.parametrize(
    ("paragraph", "path"),
    [
        ("上述人才须在本市缴纳社会保险。", "一/（二）/第二款"),
        ("对上述各类人才，优先安排子女入学。", "一/（二）/第二款"),
        ("上述技师须持有证书。", "一/（二）/2/第二款"),
    ],
)
def test_after_a_nested_list(paragraph, path):
    document = read(HEAD + CLASSES + paragraph + REST)
    assert paragraph in find(document, path).text


def test_what_follows_such_a_paragraph_stands_behind_it():
    document = read(f"{HEAD}{CLASSES}上述人才须在本市工作。\n层次变动的，可重新申报。{REST}")
    assert find(document, "一/（二）/第三款").text == "层次变动的，可重新申报。"


@pytest.mark.parametrize(
    ("paragraph", "path"),
    [
        ("以上材料一式三份，加盖公章。", "一/第二款"),
        ("上述第1、3项材料须验原件。", "一/第二款"),
        ("以上均须提供原件。", "一/第二款"),
        ("逾期不予受理。", "一/3"),
    ],
)
def test_after_a_list_of_whole_sentences(paragraph, path):
    document = read(
        f"{HEAD}一、材料\n1.申请表由单位填写。\n2.身份证由本人提供。\n3.合同由单位盖章。\n{paragraph}\n二、其他事项。按规定执行。"
    )
    assert paragraph in find(document, path).text


def test_sections_and_one_of_several():
    text = f"{HEAD}一、补贴\n（一）租房补贴。每月1000元。\n（二）购房补贴。一次性5万元。\n{{}}\n二、其他。按规定执行。"
    assert find(read(text.format("上述补贴不重复享受。")), "一/第二款").text == "上述补贴不重复享受。"
    one = read(text.format("上述购房补贴分两年发放。"))
    assert paths(one) == ["一", "一/（一）", "一/（二）", "二"]
    assert find(one, "一/（二）").text.endswith("上述购房补贴分两年发放。")


def test_each_of_several_sections_whose_owner_names_what_is_meant():
    text = (
        f"{HEAD}一、支持\n（一）资金奖励。\n1.星级评定。补5万元。\n2.经营业绩。补3万元。\n{{}}\n二、其他。按规定执行。"
    )
    paragraph = "以上所列各项资金奖励，就高不重复享受。（市文旅局负责）"
    document = read(text.format(paragraph))
    assert find(document, "一/（一）/第二款").text == "以上所列各项资金奖励，就高不重复享受。"
    assert find(document, "一/（一）").responsible_units + find(document, "一/（一）/第二款").responsible_units == [
        "市文旅局"
    ]
    # without 各项 it speaks of the last
    assert find(read(text.format("以上资金奖励须次年申报。")), "一/（一）/2").text.endswith("以上资金奖励须次年申报。")


def test_words_on_the_whole_document_close_it():
    document = read(
        f"{HEAD}一、补贴。每月1000元。\n二、奖励\n1.甲类5万元。\n2.乙类3万元。\n以上措施由市人社局负责解释。"
    )
    assert [paragraph.text for paragraph in document.closing] == ["以上措施由市人社局负责解释。"]


def test_a_paragraph_after_the_list_of_an_article_stays_with_the_article():
    document = read(
        f"{HEAD}第一条 制定本细则。\n第二条 提交下列材料：\n（一）表格；\n（二）证明：\n1.学历证明；\n2.业绩证明。\n"
        "上述证明须公证。\n第三条 本细则自公布之日起施行。"
    )
    assert find(document, "第二条/第二款").text == "上述证明须公证。"
