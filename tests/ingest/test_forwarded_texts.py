"""A body forwards what another wrote: the first issues the notice, whoever signs the text below."""

import pytest

from tests.ingest.documents import read

HEAD = "澜江市人民政府办公室转发市教育局关于扩大办学规模意见的通知\n澜政办发〔1997〕12号\n各县人民政府：\n"
ORDER = "市教育局《关于扩大办学规模的意见》已经市政府同意，现转发给你们，请遵照执行。\n"
TEXT = (
    "关于扩大办学规模的意见\n市人民政府：\n现提出如下意见：\n一、加强领导。各县要加强领导。\n二、抓好落实。各县要抓好落实。\n"
    "以上意见如无不妥，请批转各县执行。\n市教育局\n一九九七年三月五日"
)


@pytest.mark.parametrize(
    ("outer", "signed"),
    [
        ("澜江市人民政府办公室\n一九九七年四月八日\n", "1997-04-08"),
        ("澜江市人民政府办公室&sp;\n一九九七年四月八日\n", "1997-04-08"),
        ("澜江市人民政府办公室 &nbsp\n一九九七年四月八日\n", "1997-04-08"),
        ("澜江市人民政府办公室（章）\n一九九七年四月八日\n", "1997-04-08"),
        ("一九九七年四月八日\n", "1997-04-08"),
        ("", None),
    ],
)
def test_who_forwards_a_text_issues_it(outer, signed):
    document = read(HEAD + ORDER + outer + TEXT)
    assert document.issuing_bodies == ["澜江市人民政府办公室"]
    assert document.dates.signed == signed
    assert [provision.path for provision in document.provisions] == ["一", "二"]
    assert "&" not in document.preamble.text and "（章）" not in document.preamble.text


@pytest.mark.parametrize(
    ("title", "signer"),
    [
        # it brings its own text, and a text that is forwarded with another's number is signed by who forwards it
        ("澜江市教育局关于印发扩大办学规模意见的通知", "澜江市教育局"),
        ("澜江市教育局转发省教育厅关于扩大办学规模的通知", "澜江市教育局"),
        ("澜江市教育局 澜江市财政局转发关于扩大办学规模的通知", "澜江市教育局"),
    ],
)
def test_other_signatures_count(title, signer):
    document = read(f"{title}\n各县：\n一、加强领导。要加强领导。\n二、抓好落实。要落实。\n{signer}\n1997年3月5日")
    assert document.issuing_bodies == [signer]
    assert document.dates.signed == "1997-03-05"
