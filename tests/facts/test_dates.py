"""Deadlines: date, precision, kind; what is a date and no deadline. Every rule decides its own printed example."""
# ruff: noqa: E501 - an example stays on one line

import pytest

from policies.ingest.facts import completion_deadline, extract_facts
from policies.ingest.facts.date_rules import RULES
from policies.ingest.facts.dates import find_deadlines


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}-{rule.example}")
def test_each_rule_decides_its_example(rule):
    found = find_deadlines(rule.example)
    kinds = [one.kind for one in found if one.rule == rule.name]
    assert kinds[:1] == ([rule.kind] if rule.kind else []), found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，民营经济增加值突破1.2万亿元", [("2025年", "2025", "target")]),
        ("力争至2021年末，贷款增速不低于40%", [("2021年末", "2021", "target")]),
        ("在2021年6月底前梳理集成套餐130项", [("2021年6月底", "2021-06", "completion")]),
        ("3月底在鲤城区实现自助办理", [("3月底", None, "completion")]),
        ("本级政府应于次年6月底前完成资本金补充工作", [("次年6月底", None, "completion")]),
        ("每年6月底前公布", [("每年6月底", None, "completion")]),
        ("二〇二一年六月底前完成", [("二〇二一年六月底", "2021-06", "completion")]),
        ("各地应于六月底前报国家农委备案", [("六月底", None, "completion")]),
        ("2021年新增报批工业用地项目75宗", [("2021年", "2021", "target")]),
        ("2026年，先行培育10个生态社区", [("2026年", "2026", "target")]),
        ("对企业参加境外展会且2020年度有自营出口业绩的企业", [("2020年度", "2020", "other")]),
        ("2019年1月1日至12月31日，对困难企业返还", [("2019年1月1日至12月31日", "2019-12-31", "other")]),
        ("2019年1月1日至2020年12月31日，放宽条件", [("2019年1月1日至2020年12月31日", "2020-12-31", "other")]),
        ("从2019年1月1日起，实施三年百万青年见习计划", [("2019年1月1日", "2019-01-01", "other")]),
        ("2021—2023年每年新增10家", [("2021—2023年", "2023", "other")]),
        ("2025年12月31日前完成", [("2025年12月31日", "2025-12-31", "completion")]),
        ("2022年6月完成方案制定，2023年3月底前完工", [("2022年6月", "2022-06", "completion"), ("2023年3月底", "2023-03", "completion")]),
        ("2022年1—6月缓缴的", [("2022年1—6月", "2022-06", "other")]),
        ("完成时限：2022年12月底。", [("2022年12月底", "2022-12", "completion")]),
        ("阶段性降低费率政策延续实施至2024年底。", [("2024年底", "2024", "other")]),
        ("2021年1月1日至2021年12月31日期间签订合同的", [("2021年1月1日至2021年12月31日", "2021-12-31", "other")]),
        ("2021年度完成建设任务的，给予奖励", [("2021年度", "2021", "other")]),
        ("2021年上半年完成", [("2021年上半年", "2021-06", "target")]),
        ("2024年、2025年，规模以上工业增加值分别增长7.5%、8%。", [("2024年", "2024", "target"), ("2025年", "2025", "target")]),
        ("比重逐年提高，2025年不低于30%，2027年达到60%以上。", [("2025年", "2025", "target"), ("2027年", "2027", "target")]),
        ("申报材料由企业于每年4月1日至4月30日通过平台提交", [("每年4月1日至4月30日", None, "other")]),
        ("在每年的2月底以前确定本年度组织旅游的人数安排总量", [("2月底", None, "completion")]),
        ("侵权行为发生在２００１年７月１日以前的", [("２００１年７月１日", "2001-07-01", "other")]),
        ("2022年建成并经认定的示范站，给予30%的补贴", [("2022年", "2022", "other")]),
        ("对2007年底前核准的贷款项目仍按原政策执行", [("2007年底", "2007", "other")]),
        ("对申请日在2009年10月1日前（不含该日）的实用新型专利", [("2009年10月1日", "2009-10-01", "other")]),
        ("各镇应于2024年5月10日下班前将通过初审的名单报区农业农村局", [("2024年5月10日", "2024-05-10", "completion")]),
        ("请于2024年5月10日17:00前将通过专家评审的项目清单报市科技局", [("2024年5月10日", "2024-05-10", "completion")]),
        ("2026—2028年全市新增技改投资3000万元", [("2026—2028年", "2028", "target")]),
        ("到2015年，总产值达到161亿元（2010年87.5亿元），培育企业20家", [("2015年", "2015", "target")]),
        ("围绕2030年发展目标，打造开放平台", [("2030年", "2030", "target")]),
    ],
)  # fmt: skip
def test_reads_date_and_kind(text, expected):
    assert [(one.surface, one.date, one.kind) for one in extract_facts("", text).deadlines] == expected


@pytest.mark.parametrize(
    "text",
    [
        "一九八〇年九月一日国务院批转国家农委的情况报告", "按国务院一九八〇年223号文件规定的基数", "《行动方案（2026—2028年）》已经省政府同意",
        "1998年8月29日第九届全国人民代表大会常务委员会第四次会议通过", "本办法自2023年9月8日起施行，有效期3年。", "有效期至2027年12月31日；",
        "1998年公布的《条例》同时废止", "每年3月5日为志愿者日", "（2023年2月8日）", "2023年8月9日", "力争“十四五”期间建成", "5年内",
        "单位工业增加值能耗较2020年下降18%", "与2020年相比，提高3个百分点", "农民人均纯收入比2011年实现倍增", "已于2006年给予奖励", "一九八六年十月日内瓦国际红十字大会第二十五次会议通过的原则",
        "2001年12月5日市人大常委会通过，", "2024年5月10日通过的决议", "2019年3月2日经市政府常务会议审议通过", "2011年4月8日全体代表一致通过",
        "落实2022年主要目标和下半年工作安排", "1980-1985年住宅设计图集",
        "2018年6月，党中央、国务院发布《意见》", "2020年，全市生产总值同比增长3%", "2022年6月1日起施行,有效期三年",
    ],
)  # fmt: skip
def test_dates_that_are_no_deadlines(text):
    assert extract_facts("", text).deadlines == []


@pytest.mark.parametrize("text", ["2023年2月30日前完成", "2023年13月前完成"])
def test_a_date_that_does_not_exist_is_read_no_finer_than_it_holds(text):
    for one in find_deadlines(text):
        assert one.date in ("2023-02", "2023")


def test_completion_lines():
    assert completion_deadline("2021年6月").date == "2021-06"
    assert completion_deadline("2021年6月").kind == "completion"
    assert completion_deadline("2021年底").date == "2021"
    assert completion_deadline("二〇二一年六月").date == "2021-06"
    assert completion_deadline("长期坚持") is None
    assert completion_deadline("") is None
