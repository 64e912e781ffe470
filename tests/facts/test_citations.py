"""《title》(number) as printed, bare document numbers, inner references."""
# ruff: noqa: E501 - an example stays on one line

import pytest

from policies.ingest.facts import extract_facts


@pytest.mark.parametrize(
    ("text", "surface", "number"),
    [
        ("贯彻落实《国务院关于实施动产和权利担保统一登记的决定》(国发〔2020〕18号)，支持", "《国务院关于实施动产和权利担保统一登记的决定》(国发〔2020〕18号)", "国发〔2020〕18号"),
        ("按《尽职免责暂行管理办法的通知》（闽金融办〔2019〕10号）有关规定", "《尽职免责暂行管理办法的通知》（闽金融办〔2019〕10号）", "闽金融办〔2019〕10号"),
        ("依据《实施细则》（国务院令第588号）制定", "《实施细则》（国务院令第588号）", "国务院令第588号"),
        ("《国务院关于印发《中国制造2025》的通知》(国发[2015] 28号)", "《国务院关于印发《中国制造2025》的通知》(国发[2015] 28号)", "国发〔2015〕28号"),
        ("《意见》（国发〔2020〕18号，以下简称《决定》）", "《意见》", "国发〔2020〕18号"),
        ("符合《泉州市高校毕业生产业急需专业目录》的毕业生", "《泉州市高校毕业生产业急需专业目录》", None),
    ],
)  # fmt: skip
def test_citation_as_printed_with_its_number(text, surface, number):
    first = extract_facts("", text).citations[0]
    assert (first.surface, first.document_number) == (surface, number)


def test_the_document_itself_is_no_citation():
    assert extract_facts("", "本《若干措施》自印发之日起施行，有效期2年。").citations == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按照国发〔2020〕18号文件执行", [("国发〔2020〕18号", "document_number", ["国发〔2020〕18号"])]),
        ("粤发改高技[2026]78号", [("粤发改高技[2026]78号", "document_number", ["粤发改高技〔2026〕78号"])]),
        ("符合本措施第三条规定的", [("本措施第三条", "inner", ["第三条"])]),
        ("依照前款第二项和第（二）项处理", [("前款第二项", "inner", ["前款", "第二项"]), ("第（二）项", "inner", ["第（二）项"])]),
        ("前两款规定的", [("前两款", "inner", ["前两款"])]),
        ("本条第一款所称", [("本条第一款", "inner", ["本条", "第一款"])]),
        ("按第2、3条执行", [("第2、3条", "inner", ["第2、3条"])]),
        ("依照《公司法》第三条第二款", []),
        ("依照刑法第三百条、第三百零一条的规定", []),
        ("第一项目部", []),
    ],
)  # fmt: skip
def test_references(text, expected):
    assert [(one.surface, one.kind, one.target) for one in extract_facts("", text).references] == expected
