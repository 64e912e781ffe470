"""What an amount is for; every cue of the table finds its own printed example."""
# ruff: noqa: E501 - an example stays on one line

import re

import pytest

from policies.ingest.facts import extract_facts
from policies.ingest.facts.amounts import scan_amounts
from policies.ingest.facts.role_cues import CUES
from policies.ingest.facts.roles import surroundings


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: f"{cue.role}-{cue.side}-{cue.example}")
def test_each_cue_finds_its_example(cue):
    sides = []
    for amount in scan_amounts(cue.example):
        earlier, before, after, later = surroundings(cue.example, amount.start, amount.end)
        whole = f"{earlier}，{before}{after}，{later}"
        sides.append(
            {"earlier": earlier, "before": before, "after": after, "later": later, "sentence": whole}[cue.side]
        )
    assert any(re.search(cue.words, side) for side in sides), sides


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对外商投资企业外方当年实际到资不少于500万美元的，按年实际利用外资金额的1.5%给予最高1000万元奖励", ["threshold", "rate", "benefit"]),
        ("到2025年，民营经济增加值突破1.2万亿元", ["target"]),
        ("设立总规模2亿元的知识产权运营基金", ["other"]),
        ("对工程投资额在100万元以下（含100万元，原要求30万）的工程", ["threshold", "threshold", "other"]),
        ("政府性融资担保机构净资产低于注册资本的90%时，本级政府应完成资本金补充", ["threshold"]),
        ("为符合条件的人才提供最高50万元创业担保贷款", ["other"]),
        ("处五万元以上五十万元以下罚款", ["other", "other"]),
        ("所需经费由市、县两级财政按3:7比例承担", ["rate"]),
        ("目录外医疗费用按90%报支", ["rate"]),
        ("占企业年度销售收入30%以上的，给予补助", ["threshold"]),
        ("力争小微企业信用类贷款增长20%以上", ["target"]),
        ("补贴标准由每人每月200元提高到300元", ["other", "benefit"]),
        ("单家企业最高不超过5000元", ["benefit"]),
        ("注册资本不低于1000万元，资产总额不超过5000万元", ["threshold", "threshold"]),
        ("对获得国家级工业设计研究院的企业，一次性给予300万元和100万元的奖励", ["benefit", "benefit"]),
    ],
)  # fmt: skip
def test_roles_of_whole_sentences(text, expected):
    assert [amount.role for amount in extract_facts("", text).amounts] == expected
