"""The five dates of a document: from rows of data, date lines, signatures, and the sentence on validity."""

import pytest

from policies.ingest.document_dates import DATE_LABELS, find_dates
from policies.ingest.parsed import Validity
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
