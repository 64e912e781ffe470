"""Lengths of time, and what only looks like one."""
# ruff: noqa: E501 - an example stays on one line

import pytest

from policies.ingest.facts import extract_facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两项补助最多发放24个月", [(24, "月")]), ("由5个工作日缩减为4个工作日", [(5, "工作日"), (4, "工作日")]),
        ("办理房屋备案登记满两年的", [(2, "年")]), ("时间超过半年的", [(0.5, "年")]), ("24小时自助服务区", [(24, "小时")]),
        ("离校5年内高校毕业生", [(5, "年")]), ("给予最长三年租金支持", [(3, "年")]), ("一年半", [(1.5, "年")]), ("一年期贷款", [(1, "年")]),
        ("参加3—12个月的就业见习", [(12, "月")]), ("印发之日起30日内", [(30, "日")]), ("应当自收到之日起十五日内答复", [(15, "日")]),
        ("前2年给予80%，后3年给予50%", [(2, "年"), (3, "年")]), ("两周内反馈", [(2, "周")]), ("实现“一天办结”", [(1, "日")]),
        ("审批时限压缩至3个工作日", [(3, "工作日")]), ("近三届展览，近三年", [(3, "年")]), ("有效期2年", [(2, "年")]),
    ],
)  # fmt: skip
def test_reads_every_printed_length(text, expected):
    assert [(one.value, one.unit) for one in extract_facts("", text).durations] == expected


@pytest.mark.parametrize(
    "text",
    [
        "年龄35周岁以下", "第一年奖励5万元", "2021年6月", "上一年度", "每年", "举办未满五届", "成立五周年", "一年级学生", "2021年6月15日前",
        "“十四五”期间", "3月底", "第三年", "国民经济和社会发展第十四个五年规划", "二十世纪九十年代", "承上启下的关键一年",
    ],
)  # fmt: skip
def test_ages_ordinals_and_calendar_years_are_none(text):
    assert extract_facts("", text).durations == []
