"""Points ① ② above a report and the document's own numbers are the lead of a news page; a medium issues nothing."""

import pytest

from tests.ingest.documents import paths, read

HEADLINE = "澜江县出台青年安居措施 最高补贴8万元\n财经\n2024-03-05 10:20 星期二\n"
MEDIUM = "澜江通讯社\n责编\n小禾\n"
POINTS = "①首次购房的，给予最高8万元补贴；\n②其中，硕士补贴8万元、本科补贴5万元。\n"
REPORT = "澜江通讯社3月5日讯，澜江县人社局出台青年安居措施，每户最高补贴8万元。\n"
TEXT = "1、购房补贴\n给予每户最高8万元补贴。\n2、租房补贴\n给予每月500元补贴。\n3、其他\n由县人社局受理。\n"


@pytest.mark.parametrize("below", ["原文内容：\n", "全文如下：\n", "以下为文件原文：\n"])
@pytest.mark.parametrize("report", [REPORT, ""])
def test_the_points_and_the_report_are_the_lead(report, below):
    document = read(HEADLINE + MEDIUM + POINTS + report + below + TEXT)
    assert paths(document) == ["1", "2", "3"]
    assert (document.issuing_bodies, document.preamble) == ([], None)
    assert "①首次购房的，给予最高8万元补贴；" in document.head_lines
    assert any("是网页的标题和导语" in warning for warning in document.warnings)


def test_a_report_without_the_words_of_the_page_opens_the_text():
    document = read(HEADLINE + MEDIUM + POINTS + REPORT + TEXT)
    assert paths(document) == ["1", "2", "3"]
    assert document.preamble.text == REPORT.strip()


@pytest.mark.parametrize("below", ["", "县人社局负责解释，具体标准另行公布。\n"])
def test_without_a_report_the_points_are_of_the_document(below):
    document = read(f"澜江县青年安居若干措施\n{POINTS}{below}{TEXT}")
    assert paths(document)[:2] == ["①", "②"]


def test_points_below_a_number_stay_there():
    document = read(
        f"澜江县青年安居若干措施\n为支持青年，制定本措施，请认真执行。\n一、补贴\n{POINTS}全文如下：\n{TEXT}"
    )
    assert {"一/①", "一/②"} <= set(paths(document))


@pytest.mark.parametrize(("body", "below"), [("澜江县供销合作社", ""), ("澜江县人力资源和社会保障局", "责编\n小禾\n")])
def test_a_body_that_is_no_medium_still_issues(body, below):
    document = read(f"青年安居若干措施\n2024-03-05 10:20 星期二\n{body}\n{below}{TEXT}")
    assert document.issuing_bodies == [body]
