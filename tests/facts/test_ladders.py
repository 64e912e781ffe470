"""Ladders pair conditions with amounts; a rate and its cap share a group; who gets it, per what."""
# ruff: noqa: E501 - an example stays on one line

import pytest

from policies.ingest.facts import extract_facts
from policies.ingest.facts.particulars import PER_BEFORE


def amounts(text):
    return extract_facts("", text).amounts


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "对认定为国家级、省级科技企业孵化器的，分别给予100万元、50万元奖励。",
            [("国家级科技企业孵化器", 1e6), ("省级科技企业孵化器", 5e5)],
        ),
        (
            "对平台年交易规模超过5亿元（含）、10亿元（含）、30亿元（含）的供应链管理平台运营主体，一次性分别给予15万元、30万元、90万元的奖励。",
            [
                ("年交易规模超过5亿元（含）", 150000),
                ("年交易规模超过10亿元（含）", 300000),
                ("年交易规模超过30亿元（含）", 900000),
            ],
        ),
        (
            "对首次获评国家“AAAAA”“AAAA”“AAA”级物流企业，一次性分别给予50万元、30万元、10万元的奖励。",
            [("“AAAAA”级物流企业", 500000), ("“AAAA”级物流企业", 300000), ("“AAA”级物流企业", 100000)],
        ),
        (
            "对获得国家级一、二、三等奖的，分别给予最高不超过25万元、10万元、3万元一次性后补助",
            [("一等奖", 250000), ("二等奖", 100000), ("三等奖", 30000)],
        ),
        (
            "分别给予总额500万元（达到A类）、200万元（达到B类）、60万元（达到C类）资助",
            [("达到A类", 5e6), ("达到B类", 2e6), ("达到C类", 600000)],
        ),
        (
            "对国家级工业遗产项目、省级工业旅游示范基地，一次性分别给予50万元、30万元奖励。",
            [("国家级工业遗产项目", 500000), ("省级工业旅游示范基地", 300000)],
        ),
    ],
)  # fmt: skip
def test_a_ladder_pairs_each_condition_with_its_amount(text, pairs):
    ladder = [one for one in amounts(text) if one.role == "benefit"]
    assert [(one.condition, one.value) for one in ladder] == pairs
    assert len({one.group for one in ladder}) == 1 and ladder[0].group is not None
    assert not any(one.unparsed for one in ladder)


def test_lists_of_unequal_length_are_marked_unparsed():
    found = amounts("对认定为国家级、省级、市级科技企业孵化器的，分别给予100万元、50万元奖励。")
    assert [(one.surface, one.unparsed) for one in found] == [("100万元", True), ("50万元", True)]


def test_a_rate_and_its_cap_share_a_group():
    rate, cap = amounts("对获评省级新型研发机构的，按设备购置经费的12.5%，最高给予500万元后补助。")
    assert (rate.role, cap.role) == ("rate", "benefit")
    assert rate.group == cap.group is not None


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "支持制造业企业实施技术改造，市级财政按投资额不高于7%的比例给予补助，明星梯队企业补助标准提高10%，单家企业最高不超过200万元，市级产业龙头企业和明星梯队企业补助金额最高不超过250万元。",
            [1, 1, 1, 1],
        ),
        ("企业购买科技成果的，按其实际支付技术交易额给予6%奖励，单个项目最高奖励100万元，每家企业每年最高奖励300万元。", [1, 1, 1]),
        ("对认定为众创空间的孵化用房，按新建100元/平方米、改扩建50元/平方米的标准给予补助，新建最高补助100万元，改扩建最高补助50万元。", [1, 1, 1, 1]),
        ("对规上企业按投资额的5%给予补助，最高50万元；对其他企业按投资额的3%给予补助，最高20万元。", [1, 1, 2, 2]),
        ("对新开业的企业给予10万元奖励，对新上市的企业最高奖励50万元。", [None, None]),
        ("自认定次年起按40%、30%、30%的比例分三年拨付。", [1, 1, 1]),
    ],
)  # fmt: skip
def test_a_rate_and_all_its_caps_share_a_group(text, groups):
    assert [one.group for one in amounts(text) if one.role in ("benefit", "rate")] == groups


def test_instalments_are_no_ladder():
    found = amounts("对营业收入超过1亿元、2亿元的，分别奖励10万元、20万元，按60%、40%的比例分两年拨付。")
    assert [one.condition for one in found if one.unit == "%"] != ["营业收入超过1亿元", "营业收入超过2亿元"]
    assert not any(one.unparsed for one in found)


def test_groups_count_through_heading_and_text():
    facts = extract_facts("按投资额的10%给予补助，最高50万元", "按投资额的20%给予补助，最高80万元。")
    assert [one.group for one in facts.amounts] == [1, 1, 2, 2]
    assert [one.field for one in facts.amounts] == ["heading", "heading", "text", "text"]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("给予每人每月800元补助", "人月"), ("给予每人每年3000元交通补贴", "人年"), ("按新建100元/平方米的标准给予补助", "平方米"),
        ("给予企业100元/亩奖励", "亩"), ("按每标准展位给予1万元补助", "标准展位"), ("给予每引进1人1000元奖励补贴", "人"),
        ("给予300元/人·月补贴", "人月"), ("每招收1名博士后科研人员，给予一次性3万元资助", "人"),
        ("对孵化器每培育一家国家高新技术企业，奖励运营单位5万元", "家"), ("对符合条件的项目每亩奖励150万元", "亩"), ("单家企业年最高补助50万元", None), ("每个展会最高不超过40万元", None),
        ("每台不超过200元补贴", "台"), ("每个最高5000元补贴", "个"), ("按20元/人天标准奖励", "人天"), ("按30元/人次补助", "人次"), ("低保标准为月人均500元", "人月"),
        ("停车每天封顶最高不超过20元", "天"),
    ],
)  # fmt: skip
def test_what_an_amount_is_counted_per(text, per):
    assert [one.per for one in amounts(text)] == [per]


@pytest.mark.parametrize(("per", "example"), [(per, example) for per, _, example in PER_BEFORE])
def test_each_line_of_the_table_reads_its_example(per, example):
    assert amounts(example + "给予补助")[-1].per == per


@pytest.mark.parametrize(
    ("text", "pers"),
    [
        ("低保标准由每人每月380元提高到420元；两县政府所在镇由330元提高到365元；其他乡镇由310元提高到345元。", ["人月"] * 6),
        ("前三年每年0.35元/千瓦时，后两年每年0.20元/千瓦时。", ["千瓦时", "千瓦时"]),
        ("租金补助标准为每月9元/平方米。", ["平方米月"]),
        ("每个产品分别给予1万元、2万元的一次性奖励。", ["产品", "产品"]),
        ("每分钟补助1000元；每部补助50万元。", ["分钟", "部"]),
        ("每出口1美元奖励人民币0.2元。", [None, "美元"]),
        ("每开设1家，奖励金融机构总部10万元。", ["家"]),
        ("每户每年最高60万元。", [None]),
    ],
)  # fmt: skip
def test_per_of_lists_and_of_new_figures(text, pers):
    assert [one.per for one in amounts(text)] == pers


@pytest.mark.parametrize(
    ("text", "beneficiary"),
    [
        ("对符合条件的项目，给予项目业主最高不超过10万元奖励", "项目业主"),
        ("对市级众创空间每培育一家国家高新技术企业，奖励运营单位5万元", "运营单位"),
        ("对重新认定的国家高新技术企业给予20万元奖励", "国家高新技术企业"),
        ("对到我市就业创业的高层次人才，给予50万元补助", "高层次人才"),
    ],
)
def test_who_gets_it(text, beneficiary):
    assert amounts(text)[-1].beneficiary == beneficiary


def test_the_condition_is_the_texts_own_words():
    text = "对当年度支付国际物流费用达200万元以上的企业，给予最高不超过30万元补助；对其他企业不予补助"
    assert amounts(text)[-1].condition == "对当年度支付国际物流费用达200万元以上的企业"
    assert amounts("给予最高不超过30万元补助")[0].text == "给予最高不超过30万元补助"
