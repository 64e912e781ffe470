"""Who adopted a statute, from the line under its title: the body alone, without the verb before it or its session."""

import pytest

from policies.ingest.frame.bodies import find_issuing_bodies
from policies.ingest.readers.source import PageData


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("（2010年12月29日经人力资源和社会保障部第56次部务会议审议通过）", "人力资源和社会保障部"),
        ("（2009年6月26日市十四届人大常委会第12次会议通过）", "市人大常委会"),
        ("（2001年4月6日山东省九届人民代表大会常务委员会第20次会议通过）", "山东省人民代表大会常务委员会"),
        ("2021年10月23日 第十三届全国人民代表大会常务委员会第三十一次会议通过", "全国人民代表大会常务委员会"),
    ],
)
def test_the_body_is_named_alone(line, body):
    assert find_issuing_bodies("某市某条例", [], [line], PageData()) == [body]
