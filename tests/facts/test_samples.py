"""evaluate_facts --sample: facts drawn at random from documents, each in its place, to be read by eye."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

POLICY = """# 澜江市支持企业创新若干措施

为支持企业创新，制定本措施。

第一条 对新认定的平台，按下列标准给予奖励：

（一）国家级的，100万元；

（二）省级的，30~50万元。

第二条 各区应在2026年6月底前制定细则，每人每月补贴800元。
"""


def sample(*paths, size=9, seed=1):
    out, err = StringIO(), StringIO()
    call_command("evaluate_facts", *map(str, paths), sample=size, seed=seed, stdout=out, stderr=err)
    return out.getvalue().splitlines(), err.getvalue()


def test_facts_are_read_as_import_reads_them_and_shown_in_their_place(tmp_path):
    (tmp_path / "措施.md").write_text(POLICY, encoding="utf-8")
    rows, _ = sample(tmp_path)
    assert sorted(row.partition(" | ")[2] for row in rows) == [
        "100万元 = 1e+06 元 exact benefit | …国家级的，【100万元】；…",
        "2026年6月底 = 2026-06 completion | …各区应在【2026年6月底】前制定细则，每人每月补贴800元。…",
        "30~50万元 = 300000–500000 元 range benefit | …省级的，【30~50万元】。…",
        "800元 = 800 元/人月 exact benefit | …各区应在2026年6月底前制定细则，每人每月补贴【800元】。…",
    ]
    assert sample(tmp_path) == (rows, "")
    assert len(sample(tmp_path, size=1)[0]) == 2


def test_a_file_that_is_no_policy_is_named_and_left_out(tmp_path):
    (tmp_path / "措施.md").write_text(POLICY, encoding="utf-8")
    (tmp_path / "readme.md").write_text("# About\n\nnothing here", encoding="utf-8")
    rows, errors = sample(tmp_path)
    assert len(rows) == 4
    assert "readme.md：" in errors


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"无\.md"):
        sample(tmp_path / "无.md")
