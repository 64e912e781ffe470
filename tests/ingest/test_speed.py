"""The cost of reading grows with length and not faster; no repetition makes a pattern run away."""

import time
from contextlib import suppress

import pytest

from policies.ingest import parse_bytes
from policies.ingest.parsed import UnreadableDocument

HEAD = "某市支持企业发展若干措施\n为贯彻落实党中央、国务院决策部署，结合本市实际，制定本措施，请认真组织实施。\n"
UNIT = (
    "第{n}条 支持企业创新。对新认定的企业，给予最高100万元奖励。\n"
    "（一）国家级的奖励100万元；\n"
    "（二）省级的奖励50万元。\n"
    "其他情形另行规定。（责任单位：市科技局、财政局）\n"
)


def _seconds(text: str) -> float:
    start = time.process_time()
    parse_bytes(text.encode(), "document.txt")
    return time.process_time() - start


def test_ten_times_the_text_takes_at_most_thirteen_times_as_long():
    short = HEAD + "".join(UNIT.format(n=n) for n in range(1, 151))
    long = HEAD + "".join(UNIT.format(n=n) for n in range(1, 1501))
    # In turns, so that what else the machine does weighs on both.
    pairs = [(_seconds(short), _seconds(long)) for _ in range(5)]
    assert min(seconds for _, seconds in pairs) <= 13 * min(seconds for seconds, _ in pairs)


@pytest.mark.parametrize(
    "piece",
    [
        "（",
        "）",
        "（一）",
        "、",
        "一、",
        "《",
        "市科技局、",
        "（责任单位：市科技局、",
        "（市科技局牵头",
        "（市科技局牵头）",
        "联系电话：",
        "；2.",
        "1.有场所；2.有人员；",
        "2.5G。",
        "上述人才须为",
        "（市科技局、",
        "责任单位：",
        "完成时间：",
        "第一条 ",
        "1.",
        "附件",
        "〔2021〕",
        "人民政府",
        "2021年",
        "的" * 50,
        "目录",
        "。 一、",
        "。 1.",
        "人民政府令",
        "部 长 ",
        "分 类 ",
        "综合处",
        "...",
        " ",
        "“",
        "一 ",
        "某 政 ",
        "某 政 规 〔2021",
        "| 甲 ",
        "|",
        "相关链接：",
        "热搜词：",
        "[甲](",
        "·市教育局 ",
        "[责任单位]",
        "（市财政局配合）",
        "（市财政局）",
        "责任单位为市科技局，",
        "。牵头单位市教育局",
        "各区商务局、",
        "各县（",
        "（含",
        "★市科技局、",
        "市财政局和",
        "责任单位及责任人：",
        "主办单位：市局\n",
    ],
)
def test_repetition_does_not_run_away(piece):
    for text in (HEAD + piece * (40_000 // len(piece)), HEAD + "一、" + (piece + "\n") * 3000):
        start = time.process_time()
        with suppress(UnreadableDocument):
            parse_bytes(text.encode(), "document.txt")
        assert time.process_time() - start < 10


def test_a_line_of_labels_does_not_run_away():
    start = time.process_time()
    parse_bytes((HEAD + "一、" + "责任单位：市财政局 | " * 30_000).encode(), "document.txt")
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "piece", ["a", ".a{", ".a{}", "/*", "@media", "@media{", "}", "display:none;", ".a{display:none}", "@media{.a{"]
)
def test_a_style_sheet_does_not_run_away(piece):
    page = f"<style>{piece * (150_000 // len(piece))}</style><p>{HEAD}</p>"
    start = time.process_time()
    with suppress(UnreadableDocument):
        parse_bytes(page.encode(), "page.html")
    assert time.process_time() - start < 10


@pytest.mark.parametrize("piece", ["<!--", "-->", "<!-- -->", "| a ", "# ", "**"])
def test_a_line_of_markdown_does_not_run_away(piece):
    start = time.process_time()
    with suppress(UnreadableDocument):
        parse_bytes((HEAD + piece * (150_000 // len(piece))).encode(), "document.md")
    assert time.process_time() - start < 10
