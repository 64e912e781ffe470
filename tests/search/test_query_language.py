"""The small language: parts, phrases, exclusions, alternatives, conditions; never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import tuning
from search.query import parse


def read(text):
    query = parse(text)
    groups = [[f'"{part.text}"' if part.quoted else part.text for part in group] for group in query.groups]
    return (
        groups,
        [part.text for part in query.without],
        [(item.name, item.operator, item.value) for item in query.conditions],
    )


EXAMPLES = [
    ("科技 创新", ([["科技"], ["创新"]], [], [])),
    ("科技　创新", ([["科技"], ["创新"]], [], [])),
    ("“揭榜 挂帅” 机制", ([['"揭榜 挂帅"'], ["机制"]], [], [])),
    ("贷款 -小微", ([["贷款"]], ["小微"], [])),
    ('贷款 -"小微 企业"', ([["贷款"]], ["小微 企业"], [])),
    ("贷款 OR 贴息 企业", ([["贷款", "贴息"], ["企业"]], [], [])),
    ("单位:市科技局", ([], [], [("unit", "=", "市科技局")])),
    ("责任单位：市科技局 贷款", ([["贷款"]], [], [("unit", "=", "市科技局")])),
    ("金额>=100万", ([], [], [("amount", ">=", "100万")])),
    ("金额:>=100万", ([], [], [("amount", ">=", "100万")])),
    ("金额≤50万元", ([], [], [("amount", "<=", "50万元")])),
    ("截止:2021-06", ([], [], [("deadline", "=", "2021-06")])),
    ("状态:现行", ([], [], [("status", "=", "现行")])),
    ('文件:"营商 环境" 登记', ([["登记"]], [], [("document", "=", "营商 环境")])),
    ("unit:市科技局", ([], [], [("unit", "=", "市科技局")])),
    ("50 万元 补助", ([["50万元"], ["补助"]], [], [])),
    ("国发 〔2020〕 18 号", ([["国发〔2020〕18号"]], [], [])),
    ("民法典 第 五十四 条", ([["民法典"], ["第五十四条"]], [], [])),
    ("a:b", ([["a:b"]], [], [])),
    ("AND", ([["AND"]], [], [])),
    ("OR", ([["OR"]], [], [])),
    ("税 费 税", ([["税"], ["费"]], [], [])),
    ("税 AND 费", ([["税"], ["费"]], [], [])),
    ("单位:", ([["单位:"]], [], [])),
    ("*", ([], [], [])),
    ("(", ([], [], [])),
]


@pytest.mark.parametrize(("typed", "expected"), EXAMPLES)
def test_reading(typed, expected):
    assert read(typed) == expected


def test_an_unbalanced_quote_is_text_and_said():
    query = parse('"揭榜 挂帅')
    assert [part.text for part in query.parts] == ["揭榜", "挂帅"]
    assert query.notes == ['引号 " 没有成对，按普通文字读']


def test_a_long_query_is_cut_and_said():
    query = parse("税" * 5000)
    assert len(query.parts[0].text) == tuning.QUERY_LIMIT
    assert query.notes == ["只读取前 200 个字"]


@given(st.text(max_size=400))
def test_nothing_is_an_error(text):
    query = parse(text)
    assert all(part.letters for part in query.parts)


@given(st.lists(st.sampled_from(list('"“”-:：>=<ORAND|()*税务 单位金额:《》\0\n')), max_size=40).map("".join))
def test_no_heap_of_operators_is_an_error(text):
    parse(text)
