"""Invariant 1: what is read reproduces the characters of the source, in its order."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from policies.ingest import parse_file
from policies.ingest.parsed import walk
from tests.corpora import laws_dir
from tests.ingest.documents import read
from tests.ingest.losslessness import letters, printed

SEED = Path(__file__).parents[2] / "fixtures" / "quanzhou-1+N+N-2021.txt"


def test_the_ten_documents_lose_nothing():
    source = SEED.read_text(encoding="utf-8")
    body = source[source.index("(54)") + 4 :]
    wanted = letters(body)
    got = ""
    for document in parse_file(SEED):
        got += letters(document.title)
        # A unit line that speaks for the parent is printed after the children: compare without place.
        got += letters(printed(document))
    assert Counter(got) == Counter(wanted)


def test_the_ten_documents_keep_printed_order():
    """Without unit and completion lines, which stand with the provision they speak for, the order is the print's."""
    source = SEED.read_text(encoding="utf-8")
    position = source.index("(54)")
    folded = letters(source[position:])
    start = 0
    for document in parse_file(SEED):
        for provision in walk(document.provisions):
            words = letters(provision.number + provision.heading + provision.text)
            found = folded.find(words, start)
            assert found >= 0, (document.title, provision.path, words[:30])
            start = found + len(words)


def _law_body(text: str) -> str:
    body = text.partition("<!-- INFO END -->")[2] or text
    body = re.sub(r"<!--.*?-->", "", body, flags=re.S)
    return "\n".join(line for line in body.split("\n") if not line.strip().startswith("|"))


def test_three_hundred_laws_lose_nothing():
    files = sorted(laws_dir().rglob("*.md"))
    chosen = random.Random(20210101).sample(files, 300)
    lossy = []
    for path in chosen:
        document = parse_file(path)[0]
        wanted = letters(_law_body(path.read_text(encoding="utf-8")))
        got = letters(printed(document))
        if got == wanted:
            continue
        # What is left out is a table of contents or a foot, and a warning or the tail names it.
        outside = letters("".join(document.head_lines) + "".join(document.tail_lines))
        missing = Counter(wanted) - Counter(got)
        if Counter(got) - Counter(wanted) or missing - Counter(outside):
            lossy.append(path.name)
    assert lossy == []


@pytest.mark.slow
def test_all_laws_lose_nothing_in_order():
    lossy = []
    for path in sorted(laws_dir().rglob("*.md")):
        document = parse_file(path)[0]
        outside = letters("".join(document.head_lines) + "".join(document.tail_lines))
        wanted = Counter(letters(_law_body(path.read_text(encoding="utf-8"))))
        got = Counter(letters(printed(document)))
        if got - wanted or (wanted - got) - Counter(outside):
            lossy.append(path.name)
    assert lossy == []


NOTICE = "关于加强城市管理的通知"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("一次性补助标准", "一次性补助标准"),
        ("县教育局、县财政局《关于简化补助发放流程的通知》（澜教发〔2023〕44号）",
         "县教育局、县财政局《关于简化补助发放流程的通知》（澜教发〔2023〕44号）"),
        ("适用范围\n本县城镇居民", "适用范围\n本县城镇居民"),
        ("来源：县政府办公室\n补助对象", "补助对象"),
    ],
)  # fmt: skip
def test_a_line_below_the_title_that_is_none_of_the_head_is_text(lines, text):
    document = read(
        f"{NOTICE}\n{lines}\n各地按照规定执行，不得降低标准。\n一、加强领导。明确责任。\n二、严格考核。定期通报。"
    )
    assert document.title == NOTICE
    assert document.preamble.text == f"{text}\n各地按照规定执行，不得降低标准。"
    assert document.warnings == []


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (f"政务微信\n{NOTICE}\n各地要认真执行。", "第1行：不是正文，没有收入：政务微信"),
        (f"{NOTICE}\n城市之窗\n发布时间：2021-03-04\n各地要认真执行。", "第2行：不是正文，没有收入：城市之窗"),
        ("澜江市人民政府办公室转发市民政局关于养老服务的意见的通知\n各县区：\n现转发给你们，请认真执行。\n2010年5月12日\n"
         "关于养老服务的意见\n（市民政局 二○一○年五月）", "第6行：不是正文，没有收入：（市民政局 二○一○年五月）"),
    ],
)  # fmt: skip
def test_what_the_head_neither_uses_nor_knows_is_named_in_a_warning(text, warning):
    document = read(f"{text}\n一、加强领导。明确责任。\n二、严格考核。定期通报。")
    assert document.warnings == [warning]
