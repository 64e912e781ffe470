"""A text printed below signature and date without a 附件 line: the annex's title, then its own numbering."""

import pytest

from tests.ingest.documents import find, paths, read

HEAD = "澜江市商务局 澜江市财政局关于做好生活物资收储的通知\n澜商发〔2022〕7号\n各县（市、区）商务局、财政局：\n"
TEXT = "一、扩大生产。各地要抓紧组织。\n二、加强监管。严格质量标准。\n各地要提高认识，全力保障供应。\n"
SIGNED = "澜江市商务局\n澜江市财政局\n2022年3月1日\n"
GOODS = "1、大米\n2、食用油\n3、饮用水"


def test_a_title_of_the_list_of_annexes_below_the_signature():
    document = read(f"{HEAD}{TEXT}附件：生活物资收储目录（第一批）\n{SIGNED}生活物资收储目录（第一批）\n{GOODS}")
    root = "生活物资收储目录（第一批）"
    assert paths(document) == ["一", "二", root, f"{root}/1", f"{root}/2", f"{root}/3"]
    assert find(document, root).kind == "annex"
    assert document.dates.signed == "2022-03-01"
    assert document.issuing_bodies == ["澜江市商务局", "澜江市财政局"]
    assert [paragraph.text[:5] for paragraph in document.closing] == ["各地要提高", "附件：生活"]


def test_a_title_that_no_list_names_and_chinese_numbers():
    document = read(f"{HEAD}{TEXT}{SIGNED}生活物资\n收储目录\n一、大米\n二、食用油")
    assert paths(document)[:3] == ["一", "二", "生活物资收储目录"]
    assert [path[-1] for path in paths(document)[3:]] == ["一", "二"]


def test_two_titles_of_the_list():
    document = read(
        f"{HEAD}{TEXT}附件：1.收储目录\n2.企业名单\n{SIGNED}收储目录\n{GOODS}\n企业名单\n1.澜江粮油公司\n2.临江水厂"
    )
    assert paths(document)[2:] == [
        "收储目录",
        *(f"收储目录/{i}" for i in (1, 2, 3)),
        *["企业名单", "企业名单/1", "企业名单/2"],
    ]


@pytest.mark.parametrize(
    "below",
    [
        # a sentence, a list that goes on, a name of a body, the imprint
        "联系电话见目录。\n1、大米",
        "澜江市商务局办公室\n2022年3月2日印发",
        "抄送：市政府办公室。",
        "收储目录另发",
    ],
)
def test_other_lines_below_the_signature_are_no_annex(below):
    document = read(f"{HEAD}{TEXT}{SIGNED}{below}")
    assert all(provision.kind != "annex" for provision in document.provisions)


def test_what_a_notice_brings_is_no_annex():
    document = read(
        f"澜江市商务局关于印发生活物资收储办法的通知\n各县商务局：\n现印发给你们，请遵照执行。\n{SIGNED}生活物资收储办法\n"
        "第一条 制定本办法。\n第二条 自公布之日起施行。"
    )
    assert paths(document) == ["第一条", "第二条"]


@pytest.mark.parametrize("spread", ["财  政  部", "财 政 部", "财　　政　　部"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_signer_spread_to_the_width_of_the_others(spread, gap):
    signers = gap.join(["国家发展改革委", spread, "工业和信息化部", "2020年4月9日"])
    document = read(f"关于增加口粮储备的通知\n各省发展改革委：\n{TEXT}附件：储备目录{gap}{signers}")
    assert document.issuing_bodies == ["国家发展改革委", "财政部", "工业和信息化部"]
    assert document.dates.signed == "2020-04-09"
    assert [paragraph.text for paragraph in document.closing][1:] == ["附件：储备目录"]


def test_spread_letters_above_a_date_that_name_no_body():
    document = read(f"澜江市商务局通知\n各县商务局：\n{TEXT}三、时间。按下列时间办理：\n甲 乙 丙\n2020年4月9日")
    assert "甲 乙 丙" in find(document, "三").text or "甲乙丙" in find(document, "三").text
