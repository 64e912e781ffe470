"""A number behind 。 opens a unit only where the series of numbers lacks it."""

import pytest

from tests.ingest.documents import find, paths, read

HEAD = "澜江省民政厅关于救灾款使用问题的通知\n各市民政局：\n"


def test_the_first_number_in_the_line_of_the_preamble():
    document = read(
        f"{HEAD}目前寒冬将至，望抓紧安排，把款发好、用好。 一、严格控制范围，坚持专款专用。\n要用于重灾区，严禁挪用。\n"
        "二、房屋修复要依靠群众。\n三、衣被救济发实物。"
    )
    assert paths(document) == ["一", "二", "三"]
    assert document.preamble.text.endswith("把款发好、用好。")
    assert find(document, "一").text.endswith("要用于重灾区，严禁挪用。")


def test_a_gap_in_the_middle_and_several_numbers_on_one_line():
    document = read(f"{HEAD}现通知如下：\n一、统一思想。 二、用好款项。 三、严格管理。\n四、加强检查。\n五、按时报告。")
    assert paths(document) == ["一", "二", "三", "四", "五"]
    assert [find(document, path).text for path in "二三"] == ["用好款项。", "严格管理。"]


@pytest.mark.parametrize(
    ("first", "second", "third"), [("（一）", "（二）", "（三）"), ("1.", "2.", "3."), ("1、", "2、", "3、")]
)
def test_every_style_of_number(first, second, third):
    document = read(
        f"{HEAD}现通知如下：\n一、工作要求。各地要抓好落实。 {first}统一思想。\n{second}用好款项。\n{third}严格管理。\n"
        "二、其他。"
    )
    assert paths(document) == ["一", *(f"一/{number.rstrip('.、')}" for number in (first, second, third)), "二"]


@pytest.mark.parametrize(
    "line",
    [
        # the series is whole
        "一、统一思想。 二、三两项由各县落实。\n二、用好款项。\n三、严格管理。",
        # nothing counts on from it
        "一、统一思想。各地要做到两点。 三、四季度报告。\n二、用好款项。",
        # the number before it is missing too
        "一、统一思想。 三、用好款项。\n四、严格管理。",
    ],
)
def test_without_a_gap_the_sentence_goes_on(line):
    document = read(f"{HEAD}现通知如下：\n{line}")
    assert paths(document) == [one[0] for one in line.split("\n")]
