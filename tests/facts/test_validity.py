"""When a document holds and who interprets it."""
# ruff: noqa: E501 - an example stays on one line

import pytest

from policies.ingest.facts import read_interpreter, read_validity


@pytest.mark.parametrize(
    ("text", "from_", "until", "period"),
    [
        ("本实施意见自发布之日起实施，有效期至2023年12月31日。", "发布之日", "2023-12-31", None),
        ("本若干措施自印发之日起施行，试行2年，由泉州市人力资源和社会保障局负责解释。", "印发之日", None, "2年"),
        ("本《若干措施》自印发之日起施行，有效期2年。", "印发之日", None, "2年"),
        ("本政策自发布之日起施行，暂定三年有效期。此前出台的政策同时废止。", "发布之日", None, "3年"),
        ("本办法自2023年9月8日起施行，有效期3年。本办法有效期满而相关扶持资金应当支付的，应继续执行。", "2023-09-08", None, "3年"),
        ("本文件有效期2年，自2026年7月31日起施行。", "2026-07-31", None, "2年"),
        ("本通知自2021年1月1日起至2023年12月31日止执行。", "2021-01-01", "2023-12-31", None),
        ("有效期自2024年5月1日至2027年4月30日。", "2024-05-01", "2027-04-30", None),
        ("本措施执行期限为2024年1月1日至2024年12月31日。", "2024-01-01", "2024-12-31", None),
        ("以上政策自发文之日起实施，暂定执行至2022年12月31日。", "印发之日", "2022-12-31", None),
        ("本意见有效期至2025年底。", None, "2025-12-31", None),
        ("本条例自二〇二〇年一月一日起施行。", "2020-01-01", None, None),
        ("调整后的城市低保标准自2023年7月1日起执行。", "2023-07-01", None, None),
        ("调整后的失业保险金标准自2023年7月1日起执行，差额于9月底前补发。", None, None, None),
        ("县城供水提价20%。调整后的水价标准自2023年7月1日起执行。", None, None, None),
        ("许可证有效期五年。", None, None, None),
        ("本意见自2022年6月1日起施行,有效期三年。", "2022-06-01", None, "3年"),
        ("《某省条例》自2020年1月1日起施行，现就有关问题通知如下。", None, None, None),
        ("从2019年1月1日起，实施三年百万青年见习计划", None, None, None),
        ("临时变更建筑使用功能实行5年过渡期政策，期满后按程序办理用途变更。", None, None, None),
    ],
)  # fmt: skip
def test_reads_day_end_and_term(text, from_, until, period):
    found = read_validity([text])
    assert (found.from_, found.until, found.period) == (from_, until, period)
    assert (found.text is None) == (from_ is until is period is None)


def test_rests_on_the_words_themselves():
    text = "以上措施自发布之日起施行，有效期1年，由市商务局、市财政局负责解释，我市之前发布的政策不一致的，按“就高不重复”原则处理。"
    assert read_validity([text]).text == "以上措施自发布之日起施行，有效期1年"


def test_takes_the_likeliest_text_that_says_so():
    texts = ["本办法由市科技局负责解释。", "本办法自2023年9月8日起施行，有效期3年。", "本意见有效期至2025年底。"]
    assert read_validity(texts).period == "3年"
    assert read_validity([]).text is None
    assert read_validity([""]).from_ is None


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("由泉州市工业和信息化局负责解释。", ["泉州市工业和信息化局"]),
        ("有效期1年，由市商务局、市财政局负责解释，我市之前发布的", ["市商务局", "市财政局"]),
        ("由市商务局、财政局负责解释", ["市商务局", "市财政局"]),
        ("本措施由区科技和工业信息化局会同相关措施责任单位解释；", ["区科技和工业信息化局", "相关措施责任单位"]),
        ("解释权归区商务局、区财政局所有。", ["区商务局", "区财政局"]),
        ("本办法由市人民政府负责解释", ["市人民政府"]),
        ("对政策作出解释说明", []),
        ("本办法由省林业、渔业行政主管部门负责解释。", ["省林业行政主管部门", "渔业行政主管部门"]),
        ("本办法由国务院卫生行政部门和劳动部门负责解释。", ["国务院卫生行政部门", "劳动部门"]),
    ],
)
def test_reads_the_interpreter(text, bodies):
    assert read_interpreter([text]) == bodies
