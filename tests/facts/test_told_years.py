"""What a document says of years before its own is told, of its own and later ones planned, when its year is known."""

import pytest

from policies.ingest import parse_bytes
from policies.ingest.facts import extract_facts
from policies.ingest.paper_year import paper_year


def read(text, year):
    facts = extract_facts("", text, year=year)
    return [(one.date, one.kind) for one in facts.deadlines], [one.role for one in facts.amounts]


@pytest.mark.parametrize(
    ("text", "deadlines", "roles"),
    [
        ("2003年全市污水处理率达到42%。", [], ["other"]),
        ("2002年某钢投资4800万元，实现效益900万元。", [], ["other", "other"]),
        ("2003年新增用户30万户，2006年达到60%。", [("2006", "target")], ["target"]),
        ("到2006年，节水率达到30%。", [("2006", "target")], ["target"]),
        ("2003年底前完成改造的，给予10万元补助。", [("2003", "completion")], ["benefit"]),
        ("2003年度有出口业绩的企业，给予1万元补助。", [("2003", "other")], ["benefit"]),
        ("2005年，选取部分城市开展试点。", [("2005", "target")], []),
        ("2006年要开展专项检查。", [("2006", "target")], []),
        ("2005年继续对不裁员的企业返还50%的保费。", [("2005", "target")], ["rate"]),
        ("2004年，选取了部分城市开展试点。", [], []),
        ("2005年是承上启下的一年。", [], []),
    ],
)
def test_earlier_years_are_told_of_and_later_ones_planned(text, deadlines, roles):
    assert read(text, 2005) == (deadlines, roles)


def test_where_the_year_is_not_known_a_plan_stays_a_plan():
    assert read("2003年全市污水处理率达到42%。", None) == ([("2003", "target")], ["target"])


@pytest.mark.parametrize(
    ("title", "number", "days", "year"),
    [
        ("某市节水办法", "某政〔2005〕8号", [None, None], 2005),
        ("某市节水办法", "某政〔2005〕8号", ["2006-01-04"], 2006),
        ("某市2023年工作要点", None, [], 2023),
        ("某市行动计划（2026—2028年）", None, [None], 2026),
        ("某市节水办法", None, [], None),
        ("某市2050人口规划", None, [], None),
    ],
)
def test_the_year_a_document_speaks_from(title, number, days, year):
    assert paper_year(title, number, *days) == year


def test_the_signature_tells_the_year():
    text = (
        "云川市人民政府关于节约用水情况的报告\n市人大常委会：\n现将有关情况报告如下：\n"
        "一、基本情况。2003年全市污水处理率达到42%。\n二、下一步打算。2006年，启动管网改造。\n"
        "云川市人民政府\n2005年3月3日\n"
    )
    first, second = parse_bytes(text.encode(), "报告.txt")[0].provisions
    assert [one.role for one in first.facts.amounts] == ["other"]
    assert first.facts.deadlines == []
    assert [one.date for one in second.facts.deadlines] == ["2006"]
