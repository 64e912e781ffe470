"""Recall and MRR as ARCHITECTURE.md defines them."""

from search.evaluation import articles, evaluate, places

HITS = [
    ("中华人民共和国民法典 总则", ["第二章", "第五十四条"], "2.54"),
    ("中华人民共和国民法典总则", ["第二章", "第五十四条"], "x"),  # the same article in another version
    ("条例", ["第一章"], "1"),
    ("条例", ["第一章", "第二条"], "1.2"),
    ("条例", ["第一章", "第二条", "（一）"], "1.2.1"),  # an item of the same article
]


def test_hits_of_one_article_are_one():
    assert articles(HITS) == [
        ("中华人民共和国民法典总则", ["第二章", "第五十四条"]),
        ("条例", ["第一章"]),
        ("条例", ["第一章", "第二条"]),
    ]


def test_an_entry_is_answered_by_any_alternative():
    relevant = [
        [{"document": "别的法", "provision": "第一条"}, {"document": "条例", "provision": "第二条"}],
        [{"document": "中华人民共和国民法典", "provision": "第五十四条"}],
        [{"document": "条例", "provision": "第三条"}],
    ]
    assert places(relevant, articles(HITS)) == [3, 1, None]


def test_measures():
    def question(document, provision):
        return {"id": 1, "query": "问", "relevant": [[{"document": document, "provision": provision}]]}

    questions = [question("中华人民共和国民法典", "第五十四条"), question("条例", "第二条"), question("无", "第一条")]
    measured = evaluate(questions, lambda text: HITS)
    assert measured["questions"] == 3
    assert measured["recall@1"] == round(1 / 3, 4)
    assert measured["recall@5"] == measured["recall@10"] == measured["recall@100"] == round(2 / 3, 4)
    assert measured["mrr@10"] == round((1 + 1 / 3) / 3, 4)
    assert set(measured["latency_ms"]) == {"median", "p95", "worst"}
