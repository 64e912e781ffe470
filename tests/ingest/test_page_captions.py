"""What pages print round a head: dates beside numbers, rows of data, the title twice, the title as a page header."""

import pytest

from policies.ingest import parse_bytes
from tests.ingest.documents import find, paths, read

TEXT = "各县人民政府：\n现将有关事项通知如下。\n一、提高标准。标准调整为每月800元。\n二、加强检查。每年检查两次。"
TITLE = "澜江市人民政府关于调整垃圾处理费标准的通知"


@pytest.mark.parametrize(
    "line",
    [
        "2012年3月9日 澜政发〔2012〕21号",
        "澜政发〔2012〕21号 2012年3月9日",
        "二〇一二年三月九日 澜政发[2012]21号",
        "（2012-03-09 澜政发〔2012〕21号）",
    ],
)
def test_a_date_beside_the_number_is_that_of_the_signature(line):
    document = read(f"{TITLE}\n\n{line}\n\n{TEXT}")
    assert (document.title, document.document_number) == (TITLE, "澜政发〔2012〕21号")
    assert document.dates.signed == "2012-03-09"


def test_a_signature_counts_more_than_the_date_beside_the_number():
    document = read(f"{TITLE}\n2012年3月20日 澜政发〔2012〕21号\n{TEXT}\n澜江市人民政府\n2012年3月9日")
    assert document.dates.signed == "2012-03-09"


def test_a_row_of_date_body_number_and_place():
    document = read(f"标题:   {TITLE}\n2012-04-01 澜江市人民政府 澜政发〔2012〕21号    云岭省\n{TEXT}")
    assert (document.title, document.document_number) == (TITLE, "澜政发〔2012〕21号")
    assert document.issuing_bodies == ["澜江市人民政府"]
    assert document.dates.signed is None
    assert paths(document) == ["一", "二"]


def test_a_row_of_data_names_the_body_of_a_title_without_one():
    document = read(f"澜江市垃圾处理费管理办法\n2012-04-01 澜江市人民政府 澜政发〔2012〕21号 云岭省\n{TEXT}")
    assert (document.title, document.issuing_bodies) == ("澜江市垃圾处理费管理办法", ["澜江市人民政府"])


def test_a_sentence_with_a_number_is_no_row_of_data():
    document = read(f"{TITLE}\n依照澜政发〔2010〕3号 文件执行\n{TEXT}")
    assert document.document_number is None


@pytest.mark.parametrize(
    "title",
    [TITLE, "澜江市人民政府关于印发〈澜江市垃圾处理费管理办法〉的通知", "澜江市垃圾处理费管理办法"],
)
def test_a_title_in_brackets_on_adjacent_lines_is_one_title(title):
    document = read(f"澜政发〔2012〕21号《{title}》\n《{title}》\n澜政发〔2012〕21号\n{TEXT}")
    assert (document.title, document.document_number) == (title, "澜政发〔2012〕21号")


def test_brackets_in_the_middle_of_a_wrapped_title_stay():
    document = read(f"澜江市人民政府关于印发\n《澜江市垃圾处理费管理办法》\n的通知\n{TEXT}")
    assert document.title == "澜江市人民政府关于印发《澜江市垃圾处理费管理办法》的通知"


def test_the_title_printed_again_in_the_text_is_a_page_header():
    title = "澜江市外贸奖励办法"
    data = (
        f"{title}\n\n为推动外贸发展，制定本办法。\n\n{title}\n\n一、支持企业。给予奖励1万元。\n\n"
        f"（一）首次出口的，奖励2万元。\n\n{title}{title}\n\n二、支持平台。给予奖励3万元。"
    )
    document = parse_bytes(data.encode(), "page.txt")[0]
    assert paths(document) == ["一", "一/（一）", "二"]
    assert document.preamble.text == "为推动外贸发展，制定本办法。"
    assert find(document, "一/（一）").text == "首次出口的，奖励2万元。"
    assert document.warnings == ["第5行、第11行：是又一次印出的本文件标题（页眉等），没有重复收入"]
    assert document.head_lines == [title, title * 2]


def test_the_title_of_the_text_that_a_notice_brings_is_no_page_header():
    document = read(
        "澜江市人民政府关于印发《澜江市外贸奖励办法》的通知\n各县人民政府：\n现将《澜江市外贸奖励办法》印发给你们。\n"
        "澜江市人民政府\n2012年3月9日\n澜江市外贸奖励办法\n第一条 为推动外贸发展，制定本办法。\n第二条 奖励1万元。"
    )
    assert paths(document) == ["第一条", "第二条"]
    assert document.warnings == []


ORDER = (
    "您的位置: 首页 » 法律法规 »\n\n澜江市公园管理办法\n\n时间:2024-05-18 02:00:56 来源: 资料网\n\n"
    "澜江市公园管理办法\n\n云岭省澜江市人民政府\n\n澜江市公园管理办法\n\n市人民政府令第129号\n\n"
    "《澜江市公园管理办法》已经2011年8月8日市人民政府第73次常务会议通过,现予公布,自2011年10月1日起施行。\n\n"
    "市长 赵青\n二O一一年八月十日\n\n第一章 总 则\n第一条 为了加强公园建设和管理,制定本办法。\n"
    "第二条 本市公园的规划、建设,适用本办法。\n"
)


def test_an_order_on_a_page_put_up_years_later():
    document = read(ORDER)
    assert document.title == "澜江市公园管理办法"
    assert document.issuing_bodies == ["澜江市人民政府"]
    assert (document.dates.signed, document.dates.published) == ("2011-08-10", None)
    assert document.dates.effective == "2011-10-01"
    assert paths(document) == ["第一章", "第一章/第一条", "第一章/第二条"]


def test_a_page_put_up_soon_after_the_signature_published_it():
    document = read(ORDER.replace("2024-05-18", "2011-08-18"))
    assert (document.dates.signed, document.dates.published) == ("2011-08-10", "2011-08-18")


PLAN = "澜江市水污染防治2018年行动计划"
PLAN_TEXT = "为改善水环境质量，结合本市实际，制定本行动计划。\n一、目标。达到25%。\n二、任务。全面提标改造。"


@pytest.mark.parametrize("headline", [f"澜江市政府印发{PLAN}", f"《澜江市政府印发{PLAN}》", f"澜江市出台《{PLAN}》"])
@pytest.mark.parametrize("mark", ["", "• ", "●", "· "])
def test_the_headline_of_a_site_is_not_the_title_below_it(headline, mark):
    document = read(
        f"{headline}\n• 来源专题:水体污染治理\n• 编译者: 小禾\n• 发布时间:2018-09-03\n{mark}{PLAN}\n{PLAN_TEXT}"
    )
    assert (document.title, document.kind, document.issuing_bodies) == (PLAN, "计划", [])
    assert document.preamble.text.startswith("为改善水环境质量")


@pytest.mark.parametrize(
    "title", [f"澜江市政府印发{PLAN}", f"澜江市人民政府关于印发{PLAN}的通知", f"澜江市人民政府关于印发《{PLAN}》的通知"]
)
def test_a_title_that_names_what_it_brings_stays_where_that_is_not_printed_above_the_text(title):
    assert read(f"{title}\n{PLAN_TEXT}").title == title


def test_of_two_printings_of_a_title_the_one_with_brackets():
    bare = f"澜江市人民政府关于印发{PLAN}的通知"
    full = f"澜江市人民政府关于印发《{PLAN}》的通知"
    for above in (f"澜政发〔2018〕3号\n{full}\n澜政发〔2018〕3号{bare}", f"{bare}\n澜政发〔2018〕3号\n{full}"):
        document = read(f"{above}\n{TEXT}")
        assert (document.title, document.document_number) == (full, "澜政发〔2018〕3号")
