"""The printed volume of ten documents: cut at its table of contents, each with its number of provisions."""

from pathlib import Path

import pytest

from policies.ingest import parse_file
from policies.ingest.parsed import walk

SEED = Path(__file__).parents[2] / "fixtures" / "quanzhou-1+N+N-2021.txt"


@pytest.fixture(scope="module")
def documents():
    return parse_file(SEED)


def provision(document, path):
    return next(node for node in walk(document.provisions) if node.path == path)


def test_ten_documents_with_158_provisions(documents):
    counts = [len(list(walk(document.provisions))) for document in documents]
    assert counts == [27, 12, 20, 13, 39, 8, 8, 11, 15, 5]


def test_titles_broken_over_lines_are_whole(documents):
    assert documents[0].title == ("中共泉州市委 泉州市人民政府关于创新发展“晋江经验”加快创建全国民营经济示范城市的决定")
    assert documents[5].title == "泉州市进一步强化民营经济发展人才支持的若干措施（试行）"
    assert [document.page for document in documents] == [1, 11, 18, 23, 29, 36, 40, 44, 49, 54]


def test_issuing_bodies_and_kinds(documents):
    assert [document.issuing_bodies for document in documents] == [
        ["中共泉州市委", "泉州市人民政府"],
        ["泉州市人民政府"],
        [],
        [],
        [],
        [],
        ["泉州市公安局"],
        ["泉州市自然资源和规划局"],
        ["泉州市商务局", "泉州市财政局"],
        ["泉州市中级人民法院"],
    ]
    kinds = ["决定", "意见", "措施", "措施", "措施", "措施", "通知", "措施", "措施", "通知"]
    assert [document.kind for document in documents] == kinds


def test_chapters_where_the_numbers_below_run_on(documents):
    assert provision(documents[0], "三").kind == "chapter"
    assert provision(documents[0], "三/（四）").kind == "article"
    assert provision(documents[8], "二/（二）").kind == "article"
    assert provision(documents[1], "三").kind == "article"
    assert provision(documents[2], "八/（二）/1").kind == "subitem"


def test_sentences_torn_by_page_breaks_are_whole(documents):
    assert "民营经济增加值突破2.2万亿元" in provision(documents[0], "一").text
    assert provision(documents[2], "十一/（一）").text == (
        "取消收取政府采购投标保证金，鼓励采购人可视投标人信用情况免收或降低履约保证金的收取比例。"
    )
    assert provision(documents[4], "二/（三）/2").text.startswith(
        "推动县（市、区）产业股权投资基金、国有资本与优质投资机构"
    )


def test_a_heading_whose_text_stands_on_the_next_page(documents):
    last = provision(documents[9], "五")
    assert last.heading == "健全破产案件综合审判平台，推进破产案件“网上办”"
    assert last.text.startswith("加快破产审判信息化建设")
    assert documents[9].closing == []


def test_unit_lines_move_to_the_provision_they_speak_for(documents):
    eight = provision(documents[2], "八")
    assert eight.completion == "2021-02"
    assert eight.responsible_units[4:8] == [
        "市燃气公司",
        "市自来水公司",
        "国网泉州供电公司",
        "福建广电网络集团泉州分公司",
    ]
    assert provision(documents[2], "八/（三）").responsible_units == []
    assert provision(documents[2], "十一/（一）").responsible_units == ["市财政局"]
    assert provision(documents[4], "四/（二）").responsible_units[6:8] == ["人民银行泉州市中心支行", "泉州银保监分局"]


def test_what_closes_a_document(documents):
    assert [paragraph.text[:12] for paragraph in documents[5].closing] == [
        "本若干措施与我市其他政策",
        "本若干措施自印发之日起施",
    ]
    assert documents[0].closing[0].text.startswith("加快创建全国民营经济示范城市事关")
