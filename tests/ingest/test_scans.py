"""Text layers of scans: letters set apart, signs alone on a line, lines of a fixed width in a short text."""

import pytest

from policies.ingest.cleaning import strip_marks
from policies.ingest.lines.lone_signs import join_lone_signs
from policies.ingest.lines.spaced_letters import close_letters
from policies.ingest.readers.source import Block
from tests.ingest.documents import find, paths, read


@pytest.mark.parametrize(
    ("printed", "closed"),
    [
        ("岚 川 市 人 民 政 府", "岚川市人民政府"),
        ("岚 政 规〔2 02 3〕1 6 号", "岚政规〔2023〕16号"),
        ("岚 金 管 委 〔2023 〕 3 号", "岚金管委〔2023〕3号"),
        ("关 于印 发岚 川 市 促 进 就 业", "关于印发岚川市促进就业"),
        ("财 政 部    商 务 部", "财政部 商务部"),
        ("第 三 条 本 办 法 适 用", "第三条 本办法适用"),
        # Words, rows of data, names and signers keep their spaces.
        ("要闻 公开 服务 互动", "要闻 公开 服务 互动"),
        ("[ 字号：大 中 小 ]", "[ 字号：大 中 小 ]"),
        ("分 类 政务公开 有 效 性 有效", "分 类 政务公开 有 效 性 有效"),
        ("索 引 号 ： X1 发 布 机 构 ： 某局", "索 引 号 ： X1 发 布 机 构 ： 某局"),
        ("财 政 部 部 长 李 四", "财 政 部 部 长 李 四"),
    ],
)
def test_letters_set_apart(printed, closed):
    assert close_letters(strip_marks(printed), printed) == closed


HEAD = (
    "岚川市住房公积金管理委员会文件\n岚 金 管 委 〔2023 〕 3 号\n"
    "关 于 优 化 公 积 金 提 取 流 程 的 通 知\n各有关单位：\n"
)


def test_a_number_whose_letters_are_set_apart_is_no_part_of_the_title():
    document = read(f"{HEAD}现将有关事项通知如下：\n一、提高额度。最高80万元。\n二、简化手续。即来即办。")
    assert document.document_number == "岚金管委〔2023〕3号"
    assert document.title == "关于优化公积金提取流程的通知"


@pytest.mark.parametrize("body", ["岚 川 市 人 民 政 府", "岚川市人民政府"])
def test_a_signature_whose_letters_are_set_apart(body):
    document = read(
        "岚川市购房补贴若干措施\n为满足合理住房需求，制定本措施。\n一、补贴标准。每套2万元。\n二、申报。按季申报。\n"
        f"{body}\n2 02 3 年 1 1 月 2 6 日\n岚川市人民政府办公室 2023 年 11 月 27 日印发"
    )
    assert document.issuing_bodies == ["岚川市人民政府"]
    assert (document.dates.signed, document.dates.printed) == ("2023-11-26", "2023-11-27")
    assert find(document, "二").text == "按季申报。"


def joined(*lines: str, spaced: bool = False) -> list[str]:
    return [block.text for block in join_lone_signs([Block(line, i) for i, line in enumerate(lines, 1)], spaced)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("为全面落实", "“", "三稳一保", "”", "要求，制定本办法。"), ["为全面落实“三稳一保”要求，制定本办法。"]),
        (("一", "、贷款政策", "最高70万元。"), ["一、贷款政策", "最高70万元。"]),
        (("补助5万元", "。", "二、其他"), ["补助5万元。", "二、其他"]),
        (("按照", "《", "森林法", "》", "的规定执行。"), ["按照《森林法》的规定执行。"]),
        (
            ("岚川市公园管理办法", "（", "试行", "）", "各区人民政府："),
            ["岚川市公园管理办法（试行）", "各区人民政府："],
        ),
        (("通知如下：", "“", "绿色建筑", "”", "是指节能的建筑。"), ["通知如下：", "“绿色建筑”", "是指节能的建筑。"]),
        (("他说：“可以。", "”", "第二段。"), ["他说：“可以。”", "第二段。"]),
    ],
)
def test_a_sign_alone_on_its_line_joins_its_neighbours(lines, expected):
    assert joined(*lines) == expected


def test_one_is_a_letter_only_where_letters_are_set_apart():
    assert joined("同", "一", "套房屋", spaced=True) == ["同一套房屋"]
    assert joined("总体目标", "一", "基本原则") == ["总体目标", "一", "基本原则"]
    assert joined("通知如下：", "一", "、贷款", spaced=True) == ["通知如下：", "一、贷款"]


SCAN = """岚 金 管 委 〔2023 〕 3 号
关 于 优 化 公 积 金 政 策 的 通 知
各 有 关 单位 ：
为 落 实
“
三 稳 一 保
”
战 略定位 ， 服 务 发 展 大 局 ， 现 就 优 化 有 关 政
策 和 流 程 通 知 如 下 :
一
、 贷 款 政 策
1 、 我 市 公 积 金 最 高 贷 款 额 度 提 高 至 70 万 元 ， 三 孩 职 工
家 庭 公 积 金 最 高 贷 款 额 度 提 高 至80 万 元 。
2 、 职 工 家 庭 购 买 第 二 套 住 房 ， 首 付 款 的 比 例 不 得 低
于 购 房 总价 的 40%。 同
一
套 住 房 只 能 提 取
一
次 。
二 、 提 取 政 策
提 高 租 房 提 取 金 额 。
"""


def test_the_text_layer_of_a_scan():
    document = read(SCAN)
    assert document.preamble.text.endswith("为落实“三稳一保”战略定位，服务发展大局，现就优化有关政策和流程通知如下:")
    assert paths(document) == ["一", "一/1", "一/2", "二"]
    assert find(document, "一").heading == "贷款政策"
    assert find(document, "一/1").text.endswith("三孩职工家庭公积金最高贷款额度提高至80万元。")
    assert (
        find(document, "一/2").text
        == "职工家庭购买第二套住房，首付款的比例不得低于购房总价的40%。同一套住房只能提取一次。"
    )
    assert [amount.qualifier for amount in find(document, "一/2").facts.amounts] == ["min"]


SHORT = (
    "关于优化公积金政策的通知\n各有关单位：\n为全面落实战略定位，推动政策落地见\n效，稳定住房消费，回应群众期盼，现将\n"
    "有关事项通知如下：\n一、贷款政策\n1、最高贷款额度提高至70万元，生育三孩的\n家庭最高贷款额度提高至80万元。\n二、提取政策\n"
)


def test_a_text_too_short_to_measure_its_width():
    document = read(f"{SHORT}提高租房提取金额，首付款比例不得低于购\n房总价的40%。")
    assert document.preamble.paragraphs == 2
    assert find(document, "一/1").text == "最高贷款额度提高至70万元，生育三孩的家庭最高贷款额度提高至80万元。"
    assert find(document, "二").text == "提高租房提取金额，首付款比例不得低于购房总价的40%。"


def test_short_lines_that_are_whole_stay_apart():
    document = read(
        "岚川市招聘公告\n为充实力量，现公告如下：\n一、岗位。见附表。\n二、流程。网上报名。\n优秀等次，奖励5万元\n良好，奖励3万元\n"
        "合格，奖励1万元"
    )
    assert [one.text for one in document.closing] == ["优秀等次，奖励5万元", "良好，奖励3万元", "合格，奖励1万元"]
