"""Unnumbered headings of lists under one number: no 款, and the list below has them in its path."""

import pytest

from policies.ingest.parsed import walk
from tests.ingest.documents import find, paths, read

HEAD = "澜江市支持企业发展若干措施\n为支持企业发展，结合本市实际，制定本措施，请认真组织实施。\n"


def _below(document) -> list[str]:
    return [path for path in paths(document) if "/" in path]


@pytest.mark.parametrize("end", ["；", "。"])
@pytest.mark.parametrize(
    ("first", "second"),
    [("◆通用材料", "◆分类材料（按类别提供）"), ("●企业", "●个人"), ("企业：", "个人："), ("★企业：", "★个人：")],
)
def test_the_headings_of_two_lists_hold_them(first, second, end):
    document = read(
        f"{HEAD}一、提交材料\n{first}\n1．登记表{end}\n2．执照{end}\n{second}\n1．合同{end}\n2．发票。\n二、其他\n由市商务局受理。"
    )
    names = [text.lstrip("◆●★").rstrip("：") for text in (first, second)]
    assert _below(document) == [path for name in names for path in (f"一/{name}", f"一/{name}/1", f"一/{name}/2")]
    assert [find(document, f"一/{name}").heading for name in names] == [first, second]
    assert find(document, "一").heading == "提交材料"


def test_lists_of_another_style_stand_below_the_second_heading():
    document = read(
        f"{HEAD}一、提交材料\n◆通用材料\n1.登记表；\n2.执照。\n◆分类材料\n（一）总部\n1.合同；\n2.发票。\n（二）平台\n1.方案；\n"
        "2.总结。\n二、其他\n由市商务局受理。"
    )
    assert _below(document)[3:] == [
        "一/分类材料",
        "一/分类材料/（一）",
        "一/分类材料/（一）/1",
        "一/分类材料/（一）/2",
        "一/分类材料/（二）",
        "一/分类材料/（二）/1",
        "一/分类材料/（二）/2",
    ]


def test_a_lone_heading_above_the_only_list_is_text():
    document = read(f"{HEAD}一、提交材料\n●分类材料\n1.合同；\n2.发票。\n二、其他\n由市商务局受理。")
    assert _below(document) == ["一/1", "一/2"]
    assert find(document, "一").text == "●分类材料"


@pytest.mark.parametrize(
    "second",
    [
        "个人申请的，应符合下列条件：",
        "个人应提供：",
        "◆对个人给予奖励，标准如下：",
        "除上述材料外，个人另行提供下列材料：",
    ],
)
def test_a_sentence_above_a_second_list_is_a_paragraph(second):
    document = read(
        f"{HEAD}一、提交材料\n1.登记表；\n2.执照；\n{second}\n1.合同；\n2.发票。\n二、其他\n由市商务局受理。"
    )
    assert "一/第二款/1" in paths(document)


def test_in_an_article_the_paragraph_stays_one():
    document = read(
        "澜江市公园管理办法\n第一条 为了加强公园管理，制定本办法。\n"
        "第二条 下列人员可以申请：\n（一）居民；\n（二）职工。\n"
        "其他人员：\n（一）学生；\n（二）游客。\n第三条 本办法自2021年1月1日起施行。"
    )
    assert "第二条/第二款/（一）" in paths(document)
    assert not any(provision.kind == "section" for provision in walk(document.provisions))


def test_signed_points_that_head_no_list_stay_text():
    document = read(f"{HEAD}一、支持方向\n◆绿色制造\n◆数字转型\n（一）标准\n1.甲；\n2.乙。\n二、其他\n由市商务局受理。")
    assert find(document, "一").text == "◆绿色制造\n◆数字转型"
