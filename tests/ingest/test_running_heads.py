"""Running heads of a printed text: dropped with a warning, and the sentence that they cut is whole again."""

import pytest

from tests.ingest.documents import find, paths, read

LINES = {
    "two lines": "澜江县促进\n对外贸易发展的若干意见（试行）",
    "one line": "澜江县促进对外贸易发展的若干意见（试行）",
}
BODY = (
    "为推动外贸发展，制定本意见。\n一、支持企业\n"
    "第一条 对首次出口的企业，奖励1万元；规模较大的，奖励2万元，每家累计不超过\n{head}\n5万元。\n"
    "第二条 支持参展，每个展位补助5000元，境外展\n位每个补助1万元。\n二、支持平台\n第三条 对平台给予奖励。"
)


@pytest.mark.parametrize("printed", LINES)
def test_a_head_inside_a_sentence(printed):
    head = LINES[printed]
    document = read(f"{head}\n{BODY.format(head=head)}")
    assert paths(document) == ["一", "一/第一条", "一/第二条", "二", "二/第三条"]
    assert find(document, "一/第一条").text.endswith("每家累计不超过5万元。")
    # The text was copied page by page: a page's end without a head cuts sentences too.
    assert find(document, "一/第二条").text == "支持参展，每个展位补助5000元，境外展位每个补助1万元。"
    lines = "第6行、第7行" if "\n" in head else "第5行"
    assert document.warnings == [f"{lines}：是又一次印出的本文件标题（页眉等），没有重复收入"]
    assert document.head_lines[-head.count("\n") - 1 :] == head.split("\n")


def test_a_head_between_whole_paragraphs():
    head = LINES["two lines"]
    document = read(
        f"{head}\n为推动外贸发展，制定本意见。\n一、支持企业。给予奖励1万元。\n{head}\n二、支持平台。给予奖励2万元。"
    )
    assert paths(document) == ["一", "二"]
    assert find(document, "一").text == "给予奖励1万元。"


def test_one_line_of_a_title_alone_is_text():
    document = read(
        f"{LINES['two lines']}\n为推动外贸发展，制定本意见。\n一、支持企业\n澜江县促进\n对企业给予奖励。\n"
        "二、其他事项。按规定执行。"
    )
    assert find(document, "一").text == "澜江县促进\n对企业给予奖励。"
    assert document.warnings == []
