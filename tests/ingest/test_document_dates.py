"""The five dates of a document: from rows of data, date lines, signatures, and the sentence on validity."""

import pytest

from policies.ingest.frame.document_dates import ADOPTION_STEPS, DATE_LABELS, find_dates
from policies.ingest.parsed import Dates, Validity
from policies.ingest.readers.source import PageData
from tests.ingest.documents import read

BODY = "为支持企业发展，促进产业升级，结合本县实际，制定本意见。\n一、支持创新。给予奖励。\n"


@pytest.mark.parametrize(("name", "example"), [(name, example) for _, name, example in DATE_LABELS])
def test_each_label(name, example):
    dates = find_dates([example], [], Validity(), PageData())
    assert getattr(dates, name) == example[-10:]


def test_a_row_of_data_with_two_labels():
    document = read(
        "发布机构：\t澜湾区政府办公室\t成文日期：\t2024-01-26\n文号：\t澜府规〔2024〕2号\t发布日期：\t2024-02-02\n"
        f"澜湾区促进现代服务业高质量发展若干意见\n{BODY}"
    )
    assert (document.dates.signed, document.dates.published) == ("2024-01-26", "2024-02-02")


@pytest.mark.parametrize("note", ["（本文有删减）", "（此件公开发布）", "（信息公开形式：主动公开）", "（附件略）"])
def test_a_note_under_the_signature(note):
    document = read(f"国务院办公厅关于推动托育服务发展的意见\n{BODY}国务院办公厅\n二〇二四年十一月八日\n{note}")
    assert document.dates.signed == "2024-11-08"
    assert document.issuing_bodies == ["国务院办公厅"]
    assert document.closing == []


def test_a_signature_above_the_list_of_annexes():
    document = read(
        f"沧江省人民政府办公厅关于促进民宿发展的意见\n{BODY}本意见自2024年4月1日起施行。\n"
        "沧江省人民政府办公厅\n2024年2月29日\n附件：重点任务分工表"
    )
    assert document.dates.signed == "2024-02-29"
    assert [paragraph.text for paragraph in document.closing] == [
        "本意见自2024年4月1日起施行。",
        "附件：重点任务分工表",
    ]


def test_half_width_stops_read_like_full_width():
    document = read(
        f"云溪县关于促进文旅发展的意见\n{BODY}二、本意见自2022年6月1日起施行,有效期三年,由县文旅局负责解释."
    )
    validity = document.validity
    assert (validity.from_, validity.period) == ("2022-06-01", "3年")
    assert validity.text == "本意见自2022年6月1日起施行,有效期三年"
    assert document.dates.effective == "2022-06-01"
    assert document.interpreter == ["县文旅局"]


def test_a_public_notice_without_numbers_has_a_term():
    document = read(
        "鹤江市公安局关于禁止燃放烟花爆竹的通告\n为加强烟花爆竹安全管理，改善大气环境质量，现将有关事项通告如下：\n"
        "中心城区全域禁止燃放烟花爆竹。\n本通告自2025年1月1日起施行。\n特此通告。\n鹤江市公安局\n2024年12月20日"
    )
    assert (document.validity.from_, document.dates.effective) == ("2025-01-01", "2025-01-01")
    assert len(document.provisions) == 4


@pytest.mark.parametrize(("name", "example"), [(name, example) for _, name, example in ADOPTION_STEPS])
def test_each_step_of_an_adoption(name, example):
    dates = find_dates([f"{example}2020年1月2日印发"], [], Validity(), PageData())
    assert getattr(dates, name) in ("2008-06-30", "2008-07-25", "2008-09-01")


def test_a_bracket_that_tells_every_step_without_spaces():
    document = read(
        "澜江市控制和查处违法建设办法\n(2008年6月30日澜江市人民政府第38次常务会议审议通过2008年7月25日澜江市人民政府令"
        "第189号公布自2008年9月1日起施行)\n第一条 为加强城乡规划管理，营造良好城市环境，制定本办法。\n"
        "第二条 本办法适用于本市。"
    )
    assert document.dates == Dates("2008-06-30", None, "2008-07-25", "2008-09-01", None)
    assert (document.validity.from_, document.validity.text) == ("2008-09-01", "自2008年9月1日起施行")


def test_two_bodies_that_adopted_on_two_days():
    line = "（2018年1月25日由甲法院会议、2018年6月13日由乙检察院会议通过，自2018年10月1日起施行）"
    dates = find_dates([line], [], Validity(), PageData())
    assert (dates.signed, dates.effective) == ("2018-01-25", "2018-10-01")


ORDER = (
    "您的位置: 首页 » 法律法规 »\n澜江市人民政府关于废止部分文件的决定\n"
    "时间:2024-07-07 19:03:16 来源: 法律资料网 作者:小禾 阅读:9489\n澜江市人民政府关于废止部分文件的决定\n"
    "《澜江市人民政府关于废止部分文件的决定》已经2008年9月24日市政府会议通过，现予公布，自公布之日起施行。\n"
    "市长: 何 健\n二○○八年十月十三日\n澜江市人民政府关于废止部分文件的决定\n"
    "根据有关要求，市政府对文件进行了全面清理，决定：\n一、28件文件予以废止。\n二、4件文件宣布失效。\n"
    "本决定自公布之日起生效。"
)


def test_an_order_is_made_public_by_its_signature():
    document = read(ORDER)
    assert document.title == "澜江市人民政府关于废止部分文件的决定"
    assert (document.dates.signed, document.dates.effective) == ("2008-10-13", "2008-10-13")
    assert document.preamble.text.count("澜江市人民政府关于废止部分文件的决定") == 1
    assert document.head_lines[-1] == document.title


def test_the_term_of_a_measure_is_not_that_of_the_document():
    document = read(
        f"澜江市关于稳定就业的意见\n{BODY}二、降低费率\n1.实施阶段性降低用人单位基本医疗保险缴费费率政策，"
        "实施期限至2021年12月31日。\n2.暂免征收残疾人保障金。"
    )
    assert document.validity == Validity()


TERM = f"澜江市关于稳定就业的意见\n{BODY}二、本意见自发布之日起施行。\n"


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("发布时间：2017-10-23 09:24\n", "澜江市人民政府办公室2017年5月27日印发", "2017-05-27"),
        (
            "发布时间：2017-10-23 09:24\n",
            "澜江市人民政府\n2017年5月25日\n澜江市人民政府办公室2017年5月27日印发",
            "2017-05-25",
        ),
        ("发布日期：2017-10-23\n成文日期：2017-05-25\n", "", "2017-05-25"),
        ("发布日期：2017-10-23\n", "澜江市人民政府2017年6月1日发布", "2017-06-01"),
        ("发布时间：2017-10-23 09:24\n", "", "2017-10-23"),
        ("", "", None),
    ],
)
def test_the_day_of_the_page_comes_last(above, below, day):
    document = read(f"{above}{TERM}{below}")
    assert document.validity.from_ == "发布之日"
    assert document.dates.effective == day


def test_a_statute_is_not_made_public_by_its_adoption():
    document = read(
        "澜江市出租汽车条例\n（2009年6月26日市人民代表大会常务委员会第12次会议通过）\n"
        "第一条 为规范管理，制定本条例，适用于本市。\n第二条 本条例自公布之日起施行，原办法同时废止。"
    )
    assert (document.dates.signed, document.dates.effective) == ("2009-06-26", None)


def test_the_printed_signature_counts_more_than_what_the_page_says():
    page = PageData(signed="2022-10-12")
    assert find_dates([], ["澜江市人民政府", "2022年9月27日"], Validity(), page).signed == "2022-09-27"
    assert find_dates(["2022年9月1日"], [], Validity(), page).signed == "2022-10-12"
