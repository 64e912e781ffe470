"""The words before the colon of a list speak for its items: their role, condition and beneficiary."""
# ruff: noqa: E501 - an example stays on one line

import pytest

from policies.ingest import parse_bytes
from policies.ingest.facts import extract_facts
from policies.ingest.facts.leads import lead_below
from policies.ingest.parsed import walk

TEXT = """云川市支持企业创新若干措施
第一条 对新认定的研发平台，按下列标准给予一次性奖励：
（一）国家级的，100万元；
（二）省级50万元；
（三）上年度营业收入2000万元以上的，另奖励20万元。
第二条 企业贷款利息按以下比例贴息：
（一）小型企业50%；
（二）中型企业30%，最高100万元。
第三条 申请企业应当符合下列条件：
（一）上年度营业收入2000万元以上；
（二）注册资本500万元。
第四条 到2027年，实现以下目标：
（一）产值1000亿元；
（二）研发投入强度3%。
第五条 停车收费标准如下：
（一）小型车5元；
（二）大型车10元。
第六条 联系方式如下：
（一）年会费100元。
"""


def facts(text, lead=""):
    return [
        (one.surface, one.role, one.condition, one.beneficiary) for one in extract_facts("", text, lead=lead).amounts
    ]


def test_items_below_a_provision_are_read_with_what_it_says_before_its_colon():
    provisions = walk(parse_bytes(TEXT.encode(), "措施.txt")[0].provisions)
    read = [
        (node.path, one.surface, one.role, one.condition, one.beneficiary)
        for node in provisions
        for one in node.facts.amounts
    ]
    platform = "对新认定的研发平台"
    assert read == [
        ("第一条/（一）", "100万元", "benefit", f"{platform}，国家级的", "研发平台"),
        ("第一条/（二）", "50万元", "benefit", f"{platform}，省级", "研发平台"),
        ("第一条/（三）", "2000万元", "threshold", "", ""),
        ("第一条/（三）", "20万元", "benefit", f"{platform}，上年度营业收入2000万元以上的", "研发平台"),
        ("第二条/（一）", "50%", "rate", "企业贷款利息，小型企业", "小型企业"),
        ("第二条/（二）", "30%", "rate", "企业贷款利息，中型企业", "中型企业"),
        ("第二条/（二）", "100万元", "benefit", "企业贷款利息", "企业"),
        ("第三条/（一）", "2000万元", "threshold", "", ""),
        ("第三条/（二）", "500万元", "threshold", "", ""),
        ("第四条/（一）", "1000亿元", "target", "", ""),
        ("第四条/（二）", "3%", "target", "", ""),
        ("第五条/（一）", "5元", "other", "", ""),
        ("第五条/（二）", "10元", "other", "", ""),
        ("第六条/（一）", "100元", "other", "", ""),
    ]


def test_every_fact_keeps_its_place():
    for node in walk(parse_bytes(TEXT.encode(), "措施.txt")[0].provisions):
        for one in node.facts.amounts:
            assert getattr(node, one.field)[one.start : one.end] == one.surface


@pytest.mark.parametrize("joint", ["", "\n"])
def test_a_list_in_one_text_on_one_line_or_on_many(joint):
    text = f"对新认定的平台，按下列标准给予奖励：{joint}国家级的，100万元；{joint}省级的，50万元；{joint}市级20万元。"
    assert facts(text) == [
        ("100万元", "benefit", "对新认定的平台，国家级的", "平台"),
        ("50万元", "benefit", "对新认定的平台，省级的", "平台"),
        ("20万元", "benefit", "对新认定的平台，市级", "平台"),
    ]


def test_the_list_ends_with_its_sentence():
    text = "按下列标准给予奖励：国家级100万元；省级50万元。项目总投资2亿元。"
    assert [role for _, role, _, _ in facts(text)] == ["benefit", "benefit", "other"]


def test_lists_of_fines_pay_nobody():
    text = "逾期不改的，依法给予下列处罚：情节较轻的，1000元；情节严重的，5000元。"
    assert [role for _, role, _, _ in facts(text)] == ["other", "other"]


@pytest.mark.parametrize(
    ("heading", "text", "lead", "below"),
    [
        ("", "对新认定的平台，按下列标准给予奖励：", "", "对新认定的平台，按下列标准给予奖励"),
        ("", "支持创新。对平台按以下标准奖励：", "", "对平台按以下标准奖励"),
        ("补助标准如下：", "", "", "补助标准如下"),
        ("国家级：", "", "对平台给予奖励", ""),
        ("国家级", "", "对平台给予奖励", "对平台给予奖励"),
        ("", "国家级平台的奖励由市财政局于每年第一季度拨付，不得截留挪用，并依法接受审计监督检查", "对平台给予奖励", ""),
        ("", "国家级的，奖励100万元。", "对平台给予奖励", ""),
        ("工作目标", "到2027年，建成产业高地。", "", "工作目标"),
        ("做强产业集群", "核心产业规模达到300亿元，产业生态更加完善，辐射带动作用明显增强。", "工作目标", "工作目标"),
        ("工作目标责任制", "按季度通报。", "", ""),
        ("", "", "", ""),
    ],
)  # fmt: skip
def test_what_opens_the_list_below(heading, text, lead, below):
    assert lead_below(heading, text, lead) == below


GOALS = """关于加快低空经济发展的行动方案

一、工作目标

到2027年，建成产业高地。

（一）做强产业集群。核心产业突破300亿元。每年保持12%以上的增长。

1.关键部件。收入超过20亿元。对首台产品给予5万元奖励。

二、重点任务

（一）支持企业扩产。收入超过20亿元的企业，给予50万元奖励。
"""


def test_a_heading_of_goals_speaks_for_all_below_it():
    found = [
        (node.path, one.surface, one.role, one.condition)
        for node in walk(parse_bytes(GOALS.encode(), "方案.txt")[0].provisions)
        for one in node.facts.amounts
    ]
    assert found == [
        ("一/（一）", "300亿元", "target", ""),
        ("一/（一）", "12%", "target", ""),
        ("一/（一）/1", "20亿元", "target", ""),
        ("一/（一）/1", "5万元", "benefit", "对首台产品"),
        ("二/（一）", "20亿元", "threshold", ""),
        ("二/（一）", "50万元", "benefit", "收入超过20亿元的企业"),
    ]
