"""Bodies with the place in brackets inside their name: 中国（海州）自由贸易试验区管理委员会."""

import pytest

from policies.ingest.frame.endings import is_body_name
from tests.ingest.documents import read

NAME = "中国（海州）自由贸易试验区澜港片区管理委员会"


@pytest.mark.parametrize(
    ("text", "is_body"),
    [
        (NAME, True),
        (NAME.replace("（", "(").replace("）", ")"), True),
        (f"{NAME} 澜江市财政局", True),
        (f"澜江市财政局 {NAME}", True),
        ("澜江市商务局（澜江市口岸办公室）", True),
        ("中国（海州）自由贸易试验区", False),
        ("中国（海州）自由贸易试验区管理办法", False),
        ("扶持对象（含在建）由各片区报管理委员会", False),
        ("第一（海州）自由贸易试验区。管理委员会", False),
    ],
)
def test_the_bracket_is_part_of_the_name(text, is_body):
    assert is_body_name(text) is is_body


def test_such_a_body_signs_a_notice():
    document = read(
        "关于印发《澜港片区扶持办法》的通知\n各有关单位：\n《澜港片区扶持办法》已经审议通过，现印发给你们。\n"
        f"{NAME}\n2023年4月19日\n澜港片区扶持办法\n第一条 为支持企业发展，制定本办法。\n第二条 本办法由管委会解释。"
    )
    assert document.issuing_bodies == [NAME]
    assert document.preamble.text == "各有关单位：\n《澜港片区扶持办法》已经审议通过，现印发给你们。"


TEXT = "# 澜港片区扶持办法\n\n第一条 为支持企业发展，结合本片区实际，制定本办法。\n\n第二条 本办法由管委会负责解释。\n"


@pytest.mark.parametrize(
    ("above", "name"),
    [
        (f"---\ntitle: 澜港片区扶持办法\n发布单位: {NAME}\n---\n\n", "document.md"),
        (f"澜港片区扶持办法\n文号：海澜规〔2023〕4号\n发布机构：{NAME}\n", "document.txt"),
    ],
)
def test_the_data_of_a_page_name_it(above, name):
    text = TEXT if name.endswith("md") else TEXT.split("\n", 2)[2]
    assert read(above + text, name).issuing_bodies == [NAME]
