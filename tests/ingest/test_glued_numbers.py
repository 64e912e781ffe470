"""List numbers whose text begins with a figure (2.3人户), and decimals at the start of a line that stay text."""

import pytest

from tests.ingest.documents import find, paths, read

HEAD = "澜江市若干措施\n为贯彻落实上级决策部署，结合本市实际，制定本措施，请认真组织实施。\n"


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        ("（一）户型分为：\n1.2人户；\n2.4人户；\n3.5人户及以上。",
         {"一/（一）/1": "2人户；", "一/（一）/2": "4人户；", "一/（一）/3": "5人户及以上。"}),
        ("1.扩建校舍。\n2.95%以上的村卫生室完成改造。\n3.更新设备。", {"一/2": "95%以上的村卫生室完成改造。"}),
        ("1.扩建校舍。\n2.更新设备。\n3.100%的乡镇建成服务站。", {"一/3": "100%的乡镇建成服务站。"}),
        ("1.扩建校舍。\n2.12333热线延长服务时间。\n3.5G信号覆盖所有行政村。",
         {"一/2": "12333热线延长服务时间。", "一/3": "5G信号覆盖所有行政村。"}),
        ("1.新建校舍。\n2.1.5万平方米厂房交付使用。\n3.0.8万亩农田完成改造。",
         {"一/2": "1.5万平方米厂房交付使用。", "一/3": "0.8万亩农田完成改造。"}),
        ("按下列比例奖励：\n1.5万元以下的，奖励3%；\n2.20万元以下的，奖励4%；\n3.50万元以下的，奖励5%。",
         {"一/1": "5万元以下的，奖励3%；", "一/3": "50万元以下的，奖励5%。"}),
    ],
)  # fmt: skip
def test_a_number_before_a_figure_counts_on(lines, texts):
    document = read(f"{HEAD}一、重点工作\n{lines}\n二、其他事项。按规定执行。")
    for path, text in texts.items():
        provision = find(document, path)
        assert provision.heading + provision.text == text


@pytest.mark.parametrize(
    "lines",
    [
        "1.首次认定的给予奖励。\n2.5万元以上的部分另行商定。",
        "首次认定的，给予\n1.5万元奖励；复评的，给予\n2.5万元奖励。",
        "标准如下：\n一星\n1.5万元\n二星\n2.5万元\n三星\n3.5万元",
        "3.5万元以上的设备，按照规定补助。",
        "本期项目于2.15公里处开工。\n1.05万人参加。",
    ],
)
def test_a_decimal_at_the_start_of_a_line_stays_text(lines):
    document = read(f"{HEAD}一、奖励标准\n{lines}\n二、其他事项。按规定执行。")
    assert [path for path in paths(document) if path not in ("一", "一/1", "二")] == []


def test_decimals_that_count_on_are_no_list_of_figures():
    document = read(
        "澜江市自然灾害应急预案\n1总则\n1.1编制目的\n建立健全工作机制，防范化解风险，保障发展。\n1.2人员范围\n全市干部职工。\n"
        "2组织机构\n2.1日常管理\n由办公室负责。\n2.2家庭自救\n储备物资。"
    )
    assert paths(document) == ["1", "1/1.1", "1/1.2", "2", "2/2.1", "2/2.2"]
