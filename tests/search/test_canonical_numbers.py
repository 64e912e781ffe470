"""Numbers are one thing however written."""

import pytest

from search import canonical

SAME = [
    ("¥500000", ["50万元", "50万", "五十万元", "500000元", "500,000元", "５０万元", "人民币50万元", "伍拾万元"]),
    ("¥3000000", ["300万元", "三百万元", "3百万元", "300 万元"]),
    ("¥3000", ["3千元", "三千元", "3,000元", "3000元"]),
    ("¥120000000", ["1.2亿元", "1.2亿", "12000万元"]),
    ("%50", ["50%", "５０％", "百分之五十", "50 %"]),
    (
        "文国发2020-18",
        [
            "国发〔2020〕18号", "国发[2020]18号", "国发（2020）18号", "国发【2020】第18号", "国发〔2020〕第18号",
            "国发2020年18号", "國發〔2020〕18號", "国发 〔２０２０〕 18 号", "国发〔2020〕018号",
        ],
    ),
    ("第12条", ["第十二条", "第12条", "第 十二 条", "第１２条"]),
    ("第12条之1", ["第十二条之一", "第12条之1"]),
]  # fmt: skip


@pytest.mark.parametrize(("token", "spelling"), [(token, text) for token, texts in SAME for text in texts])
def test_one_token(token, spelling):
    assert canonical.whole(spelling) == token
    assert token in canonical.tokens(f"按照{spelling}，执行。") or token.startswith("文")


@pytest.mark.parametrize(
    "text", ["科技", "50", "2021年", "奖励50万元", "50万人", "万元", "号", "", "第", "30~50万元", "一"]
)
def test_no_number(text):
    assert canonical.whole(text) == ""


def test_places_in_running_text():
    text = "最高给予30~50万元补助，不超过百分之二十五；根据国发〔2020〕18号第三条，覆盖50万人，投入100万以上"
    tokens = canonical.tokens(text)
    assert {"¥300000", "¥500000", "%25", "文国发2020-18", "文2020-18", "第3条", "¥1000000"} <= set(tokens)
    places = {token: text[start:end] for token, start, end in canonical.places(text)}
    assert places["¥500000"] == "50万元"
    assert places["文国发2020-18"] == "国发〔2020〕18号"
