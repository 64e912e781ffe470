"""The word that bounds an amount; every rule of the tables reads its own printed example."""

import pytest

from policies.ingest.facts.amounts import scan_amounts
from policies.ingest.facts.qualifiers import AFTER, BEFORE, qualify


def qualifiers(text):
    amounts = scan_amounts(text)
    qualify(text, amounts)
    return [amount.qualifier for amount in amounts]


@pytest.mark.parametrize("rule", [*BEFORE, *AFTER], ids=lambda rule: rule.name)
def test_each_rule_reads_its_example(rule):
    assert qualifiers(rule.example) == [rule.qualifier]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("给予一次性200万元奖励", ["exact"]),
        ("分别给予最高50万元、25万元的项目后补助", ["max", "max"]),
        ("分别给予一次性不超过100万元、50万元奖励", ["max", "max"]),
        ("分别给予最高不超过25万元、10万元、3万元一次性后补助", ["max", "max", "max"]),
        ("对平台年交易规模超过5亿元（含）、10亿元（含）、30亿元（含）的", ["min", "min", "min"]),
        ("产值首次超过10亿元、30亿元、50亿元和100亿元的", ["min", "min", "min", "min"]),
        ("最高给予不超过实际投资额的10%、不超过100万元启动资金", ["max", "max"]),
        ("按年实际利用外资金额的1.5%给予最高1000万元奖励", ["exact", "max"]),
        ("给予500万元（达到A类）、200万元（达到B类）资助", ["exact", "exact"]),
        ("1000万元及以上至5000万元、5000万元以上至1亿元、1亿元以上的", ["min", "max", "min", "max", "min"]),
        ("处五万元以上五十万元以下罚款", ["min", "max"]),
        ("200毫升（含）以下0.1元/只，200毫升以上0.3元/只", ["exact", "exact"]),
        ("60周岁以上每人200元，80周岁以上每人400元", ["exact", "exact"]),
        ("保费按4%的保费率上限及实际投保保费的70%给予补贴", ["max", "exact"]),
        ("补助金额上限为30万元", ["max"]),
        ("主体封顶支付总价的60%", ["exact"]),
        ("每人补助200元，封顶2000元", ["exact", "max"]),
        ("约占名额分配计划的30%，约40%", ["approx", "approx"]),
        ("对于为超过15家企业提供服务的单位，按实际投入金额30%给予补助", ["exact"]),
        ("给予企业超出额0.5%的奖励", ["exact"]),
        ("同比超出部分的20%给予奖励", ["exact"]),
        ("通过1%投资奖励、合作设立子基金", ["exact"]),
        ("在5%代偿率内产生风险", ["max"]),
        ("给予30~50万元支持", ["range"]),
        ("奖励100余万元", ["approx"]),
        ("给予最高达1000万元的资助", ["max"]),
        ("最高一等奖50万元、二等奖30万元", ["max", "max"]),
        ("总额最高不超3万元的补贴", ["max"]),
        ("在线销售达5000万元且同比增长30%的企业", ["min", "min"]),
        ("家庭月人均收入不足：乡镇60元、县镇70元、城市80元", ["max", "max", "max"]),
        ("注册资本最低限额为十亿元", ["min"]),
        ("达产后年产值30亿元", ["exact"]),
        ("电价力争降至0.5元/千瓦时以下，投资强度200万元/亩以上，补助50元/人·天以内", ["max", "min", "max"]),
        ("融资成本低于去年同期0.3个百分点，增速高于全国平均水平2个百分点", ["exact", "exact"]),
        ("高于全省平均水平1个百分点以上，贷款增速不低于3个百分点", ["min", "min"]),
        ("限额以上零售企业奖励10万元", ["exact"]),
        ("在60万元授信额度以内给予贴息，2万元标准之内的据实报销", ["max", "max"]),
        ("按3万元标准给予补助，期限在两年以内", ["exact"]),
        ("最高额度在现行标准基础上再提高8万元", ["exact"]),
        ("贷款额度最高可上浮20%，最高额度为80万元", ["max", "max"]),
        ("首付比例最低可降至15%，最低可调整为10%", ["min", "min"]),
        ("货币出资占比可高至60%，补贴比例可高达40%", ["max", "max"]),
        ("家庭收入高于：乡镇60元、县镇70元", ["min", "min"]),
    ],
)
def test_a_qualifier_governs_its_list_and_no_more(text, expected):
    assert qualifiers(text) == expected


def test_never_reads_a_cap_as_a_floor():
    """Of 33 不超过N元 in the ten documents, all are caps."""
    for words in ("不超过", "最高不超过", "不得超过", "不高于", "不突破"):
        assert qualifiers(f"每家企业补助{words}100万元") == ["max"]
