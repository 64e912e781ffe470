"""When a document holds and who interprets it."""
# ruff: noqa: E501 - an example stays on one line

import re
from itertools import product

import pytest

from policies.ingest.facts import extract_facts, read_interpreter, read_validity
from policies.ingest.parsed import Validity


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
        ("自本办法实施之日起申领、补办的优待证设置2年有效期。", None, None, None),
        ("具备本条例规定条件的，准予延续，延续注册有效期为5年。", None, None, None),
        ("本通知规定的最低生活保障标准均从2025年1月1日起执行。", None, None, None),
        ("2009年缴费年度，缴费下限暂不调整，自2009年4月1日起执行。", None, None, None),
        ("本措施的有效期为三年。", None, None, "3年"),
        ("本政策执行期暂定为自政策发布之日起三个月。", "发布之日", None, "3个月"),
        ("执行期限自政策发布之日起至2020年6月30日。", "发布之日", "2020-06-30", None),
        ("本规定实行年限为2016年至2020年。", "2016", "2020-12-31", None),
        ("本通告自通告之日起施行，有效期两年。", "发布之日", None, "2年"),
        ("本公告自公告之日起生效，有效期至2027年6月30日止。", "发布之日", "2027-06-30", None),
        ("本意见自下文之日起执行。", "印发之日", None, None),
        ("本规定自签发之日起试行。", "印发之日", None, None),
        ("本方案自本通知下达之日起实施。", "印发之日", None, None),
        ("本规定从即日起执行，有效期1年。", "发布之日", None, "1年"),
        ("本细则自公开之日起施行。", "发布之日", None, None),
        ("本通告有效期自2025年3月1日起，至2025年10月31日止。", "2025-03-01", "2025-10-31", None),
        ("本规定自公布之日起六十日后施行，有效期自施行之日起三年。", "发布之日", None, "3年"),
        ("新的供水价格标准自2022年4月1日起执行。", "2022-04-01", None, None),
        ("上述宣布失效的文件，自本决定公布之日起不再执行。", None, None, None),
        ("上述办法自本文印发之日起停止执行。", None, None, None),
        ("上述单位自通告之日起十五日内自行整改，逾期依法强制执行。", None, None, None),
        ("自本通告公布之日起，凡违反规定捕捞的，依法处罚，其有效证件予以收回。", None, None, None),
        ("本通知有效期五年，自印发之日起计算。", "印发之日", None, "5年"),
        ("本次公示的名单，自公告之日起7个工作日内提出异议有效。", None, None, None),
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


def test_day_and_term_may_stand_in_two_provisions():
    start, term = "本办法自2017年5月1日起施行，《旧办法》同时废止。", "本办法有效期至2020年12月31日。"
    for texts in ([start, term], [term, start], [term, "其他规定从其规定。", start]):
        found = read_validity(texts)
        assert (found.from_, found.until) == ("2017-05-01", "2020-12-31")
        assert found.text == "本办法自2017年5月1日起施行\n本办法有效期至2020年12月31日"
    far = read_validity([term, *["第九条 申请人应当如实申报。"] * 5, start])
    assert (far.from_, far.until) == (None, "2020-12-31")


def test_the_term_of_one_measure_is_a_deadline_of_its_provision():
    text = "对首次购房的给予2万元补贴。本条政策措施的有效期至2026年12月31日。"
    assert read_validity([text]) == Validity()
    assert [(one.date, one.kind) for one in extract_facts("", text).deadlines] == [("2026-12-31", "target")]
    assert read_validity(["本条例有效期至2026年12月31日。"]).until == "2026-12-31"


def test_the_other_clauses_hold_until():
    found = read_validity(["本措施自印发之日起施行，第三条有效期至2024年6月30日；其余条款有效期至2026年12月31日。"])
    assert (found.from_, found.until) == ("印发之日", "2026-12-31")
    found = read_validity(["以上措施自印发之日起施行；第四条待市政府批准后执行，其余条款有效期至2026年12月31日。"])
    assert (found.from_, found.until) == ("印发之日", "2026-12-31")


def test_texts_that_say_nothing():
    assert read_validity([""]).from_ is None


_OPENINGS = ("本办法", "该通知", "上述政策", "", "《旧办法》", "新标准", "有效期", "试行期限为")
_DATES = (
    "2024年5月1日", "2024年5月", "2024年", "2024年底", "2024年第一季度", "5月1日", "9月14日", "3月底", "每年3月1日", "次年6月底",
    "2024-2026年", "2024年1月1日至12月31日", "2024年1—6月", "1月1日至3月31日", "〇年", "印发之日", "二〇二四年五月一日", "2024年13月40日",
)  # fmt: skip
_VERBS = ("起施行", "起执行", "开始实施", "后30日施行", "起至2026年12月31日止", "起，至6月底止", "起有效", "")
_ENDS = ("。", "，有效期2年。", "，有效期至2026年12月31日。", "，试行一年", "，有效期至6月底。", "，执行至2025年。")


def test_a_sentence_on_validity_in_any_form_is_read_without_failing():
    """A day without a year (自9月14日起施行) once stopped the import of its document."""
    known = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?|[发印][布发]之日")
    for parts in product(_OPENINGS, ("自", "从", "于", "至", ""), _DATES, _VERBS, _ENDS):
        found = read_validity(["".join(parts)])
        assert found.from_ is None or known.fullmatch(found.from_), parts
        assert found.until is None or known.fullmatch(found.until), parts


def test_a_day_without_a_year_begins_no_term():
    assert read_validity(["该通知自9月14日起施行。"]) == Validity()
    found = read_validity(["本办法自9月14日起施行，有效期2年。"])
    assert (found.from_, found.until, found.period) == (None, None, "2年")


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
