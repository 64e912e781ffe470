"""Citations resolved to documents and provisions; stubs for what is not in the base; what 根据 and 废止 say."""

import pytest

from policies.models import Citation, Document, Relation
from policies.relations import relation_verb, title_key
from tests.policies.texts import imported, policy

pytestmark = pytest.mark.django_db

VERBS = [
    ("根据《中华人民共和国消防法》等有关法律、法规，结合本市实际，制定本条例。", "《中华人民共和国消防法》", "basis"),
    ("2001年6月16日国务院公布的《报废汽车回收管理办法》同时废止。", "《报废汽车回收管理办法》", "repeals"),
    ("《甲办法》、《乙规定》和《丙细则》同时废止。", "《甲办法》", "repeals"),
    (
        "贯彻落实《国务院关于实施动产和权利担保统一登记的决定》，支持银行业机构。",
        "《国务院关于实施动产和权利担保统一登记的决定》",
        "carries_out",
    ),
    ("违反《中华人民共和国治安管理处罚法》的，依照有关规定处理。", "《中华人民共和国治安管理处罚法》", ""),
    ("实施《北京市机构改革方案》需要制定、修改、废止地方性法规的，及时提出议案。", "《北京市机构改革方案》", ""),
    ("对依法履行职责的人员实施威胁，违反《治安管理处罚法》的，给予处罚。", "《治安管理处罚法》", ""),
]


@pytest.mark.parametrize(("text", "title", "verb"), VERBS)
def test_what_the_words_round_a_title_say(text, title, verb):
    start = text.index(title)
    assert relation_verb(text, start, start + len(title))[0] == verb


def test_keys_of_titles():
    assert title_key("北京市实施〈中华人民共和国测绘法〉办法") == title_key("北京市实施《中华人民共和国测绘法》办法")
    assert title_key("中华人民共和国刑法（2020年修正）") == "刑法"


LAW = "泉州市展会管理条例"
CITING = {
    "一": f"加强管理。根据《{LAW}》的要求，各有关部门要落实监管责任，做好服务保障。",
    "二": "兑现政策。符合条件的企业，按《国务院关于促进展览业改革发展的若干意见》（国发〔2015〕15号）执行。",
}


def test_a_cited_text_that_is_not_there_is_a_stub_outside_the_base(tmp_path):
    imported(tmp_path, policy(CITING))
    assert Document.objects.count() == 1
    stubs = Document.everything.filter(state="stub").order_by("title")
    assert [(stub.title, stub.document_number) for stub in stubs] == [
        ("国务院关于促进展览业改革发展的若干意见", "国发〔2015〕15号"),
        (LAW, ""),
    ]


def test_a_stub_becomes_the_document_when_it_comes(tmp_path):
    imported(tmp_path, policy(CITING))
    stub = Document.everything.get(title=LAW)
    law = f"{LAW}\n\n第一条 为了规范展会活动，促进会展业发展，制定本条例。\n\n第二条 本市行政区域内的展会适用本条例。\n"
    document = imported(tmp_path, law, "条例.txt")
    assert (document.pk, document.slug, document.state) == (stub.pk, stub.slug, "published")
    assert Citation.objects.get(title=LAW).target_document == document


def test_a_cited_text_in_the_base_is_found_whichever_came_first(tmp_path):
    law = f"{LAW}\n\n第一条 为了规范展会活动，促进会展业发展，制定本条例。\n\n第二条 本市行政区域内的展会适用本条例。\n"
    document = imported(tmp_path, law, "条例.txt")
    citing = imported(tmp_path, policy({**CITING, "三": f"施行。本措施自印发之日起施行，《{LAW}》同时废止。"}))
    assert set(Citation.objects.filter(title=LAW).values_list("target_document", flat=True)) == {document.pk}
    assert Relation.objects.get(from_document=citing, to_document=document).verb == "repeals"
    assert not Relation.objects.get(to_document=document).by_person


def test_a_relation_goes_when_the_words_go(tmp_path):
    last = f"施行。本措施自印发之日起施行，《{LAW}》同时废止。"
    imported(tmp_path, policy({**CITING, "三": last}))
    assert Relation.objects.filter(verb="repeals").count() == 1
    imported(tmp_path, policy({**CITING, "三": "施行。本措施自印发之日起施行，有效期两年，由市商务局负责解释。"}))
    assert not Relation.objects.filter(verb="repeals").exists()
