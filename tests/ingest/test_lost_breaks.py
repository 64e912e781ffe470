"""Lost line breaks: a number behind 。 opens a unit only where the series lacks it; indents part a text in one line."""

import pytest

from policies.ingest.lines.lost_breaks import break_at_indents
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


LONG = (
    "各县（市、区）人民政府和市直有关部门要把这项工作摆上议事日程，明确分工，落实责任，定期检查，确保按时完成各项任务。"
)
ONE_LINE = (
    "澜江市人民政府关于加强湿地保护的决定澜政发〔1996〕21号（一九九六年八月九日）　　湿地是重要的自然资源。"
    f"为加强保护，特作如下决定：　　一、明确保护范围　　{LONG}　　{LONG}　　二、严格征占管理　　{LONG}"
    f"　　三、本决定自公布之日起施行。{'　' * 20}澜江市人民政府"
)


def test_a_document_in_one_line_is_broken_at_its_indents():
    document = read(ONE_LINE)
    assert document.title == "澜江市人民政府关于加强湿地保护的决定"
    assert document.document_number == "澜政发〔1996〕21号"
    assert document.dates.signed == "1996-08-09"
    assert document.issuing_bodies == ["澜江市人民政府"]
    assert paths(document) == ["一", "二", "三"]
    assert (find(document, "一").heading, find(document, "一").paragraphs) == ("明确保护范围", 2)
    assert find(document, "三").text == "本决定自公布之日起施行。"


def test_the_body_alone_in_one_line():
    head, body = ONE_LINE.split("）　　", 1)
    assert paths(read(f"{head}）\n{body}")) == ["一", "二", "三"]


def test_number_and_date_run_on_without_the_title():
    head, number = ONE_LINE[:18], ONE_LINE[18:].partition("　　")[0]
    document = read(f"{head}\n{number}\n现决定如下：\n一、明确范围。\n二、严格管理。")
    assert (document.title, document.document_number) == (head, "澜政发〔1996〕21号")
    assert document.dates.signed == "1996-08-09"


def test_a_bracket_with_a_date_behind_another_number_is_none_of_the_head():
    title = "澜江市人民政府关于废止《澜江市湿地办法》的决定（第21号）"
    document = read(f"{title}\n现决定如下：\n一、废止办法。\n二、另行制定。")
    assert document.title == title


@pytest.mark.parametrize(
    "line",
    [
        # blanks behind the number of an article and between the letters of a name
        f"第一条　　{LONG}{LONG}{LONG}{LONG}",
        # cells of a table, parted by such blanks
        "　　".join(f"第{i}组{'澜江市湿地保护站' * 2}" for i in range(1, 14)),
        # one pair of blanks behind a sentence
        f"{LONG}{LONG}　　{LONG}{LONG}",
    ],
)
def test_blanks_that_are_no_indents(line):
    assert len(break_at_indents(line)) == 1


def test_numbers_and_spaced_letters_keep_what_follows_them():
    line = f"第一条　　{LONG}　　第二条　　{LONG}　　第三条　　{LONG}{LONG}　　局　　长　　王　　五"
    assert [piece[:3] for piece in break_at_indents(line)] == ["第一条", "第二条", "第三条", "局　长"]


def test_a_copy_of_the_document_in_one_line_below_it_stays_a_copy():
    parted = ONE_LINE.replace("　" * 20, "\n").replace("　　", "\n").replace("决定澜", "决定\n澜")
    menu = "\n".join(
        ["【打印】", "扫一扫在手机打开当前页", "网站地图", "联系我们", "市教育局", "市科技局", "市财政局", "市民政局"]
    )
    document = read(f"{parted}\n{menu}\n" + ONE_LINE.replace("　　二、", "二、").replace("　" * 20, ""))
    assert paths(document) == ["一", "二", "三"]
