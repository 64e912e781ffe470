"""Cost grows with length and no faster; no input makes a pattern run away."""
# ruff: noqa: E501 - an example stays on one line

import gc
import time
from pathlib import Path

import pytest

from policies.ingest.facts import extract_facts, read_interpreter, read_validity

SEED = Path(__file__).parents[2] / "fixtures" / "quanzhou-1+N+N-2021.txt"
REPEATED = [
    "最高", "、", "（", "(", "500", "万", "，", "《", "》", "《《》", "一", "百", "1,", "1.", "5%—", "万元、", "500万元、", "最高500万元、", "年", "2021年",
    "2021年6月至", "第", "第一条", "本", "前", "以上", "自", "由", "、由", "对", "给予", "分别给予", "的", "1:1", "百分之", "国家级、", "A类、", "“A”",
    "（含）", "每人每月", "个月", "3—", "十", "〔2020〕", "号", "令第", "a", " ", "500 ", "不超过", "不超过的", "力争", "本办法", "自发布之日", "有效期",
    "补助10万，甲为", "一二三四五六七八九十百千万亿", "500万元（含）至", "五万元以上", "1、2、3、",
]  # fmt: skip


def best_of(times, text):
    best = float("inf")
    gc.disable()
    try:
        for _ in range(times):
            start = time.process_time()
            extract_facts("", text)
            read_validity([text])
            read_interpreter([text])
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return best


@pytest.mark.parametrize("piece", REPEATED)
def test_adversarial_repetition_costs_in_proportion(piece):
    """100,000 characters of one piece: at most 20 times the cost of 10,000 (a runaway would be 100 times and more)."""
    short, long = (piece * (length // len(piece)) for length in (10_000, 100_000))
    cost = best_of(3, short)
    assert best_of(1, long) < max(20 * cost, 0.5)


def test_ten_times_the_text_costs_at_most_thirteen_times():
    text = SEED.read_text(encoding="utf-8")[2000:10000].replace("\n", "")
    assert best_of(5, text * 10) < 13 * best_of(5, text)
