"""What questions taught ranks whole questions, changes nothing that is found, and shows no single question."""

import pytest

from search import learned, learning, tuning
from search.results import SearchRequest
from search.service import search

#: More than ten characters, so it is a question and no term.
QUESTION = "孵化器被认定之后可以拿到什么好处"


def hits(query, **options):
    return [(hit.document, hit.path) for hit in search(SearchRequest(q=query, limit=500, **options)).hits]


@pytest.fixture
def taught(monkeypatch):
    """孵化器 speaks for 奖励, strongly."""
    monkeypatch.setattr(learned, "table", lambda: {"孵化器": {"奖励": 3.0}})


def test_lines_are_read_as_they_were_written():
    table = {"房东": {"出租人": 0.21, "租赁": 0.08}, "一方": {"对方": 0.5}}
    text = learned.written(table)
    assert text == "一方: 对方 0.50\n房东: 出租人 0.21 租赁 0.08\n"
    assert learned.read("# a comment\n" + text) == table


def test_what_several_words_speak_for_adds_up_and_the_heaviest_stay(monkeypatch):
    others = {f"词{number}": 0.1 + number / 100 for number in range(100)}
    monkeypatch.setattr(learned, "table", lambda: {"甲": others, "乙": {"词0": 5.0}})
    weights = learned.weights(["甲", "乙", "丙"])
    assert len(weights) == tuning.LEARNED_WORDS
    assert next(iter(weights.items())) == ("词0", pytest.approx(5.1))


def test_a_question_is_ranked_by_it_and_finds_the_same(ten, taught, monkeypatch):
    ranked = hits(QUESTION)
    scores = [hit.score for hit in search(SearchRequest(q=QUESTION)).hits]
    monkeypatch.setattr(learned, "table", dict)
    assert sorted(ranked) == sorted(hits(QUESTION))
    assert scores != [hit.score for hit in search(SearchRequest(q=QUESTION)).hits]


@pytest.mark.parametrize(("query", "options"), [("孵化器", {}), (QUESTION, {"plain": True}), (f'"{QUESTION}"', {})])
def test_terms_plain_searches_and_quotes_are_not_touched(ten, taught, monkeypatch, query, options):
    before = [hit.score for hit in search(SearchRequest(q=query, **options)).hits]
    monkeypatch.setattr(learned, "table", dict)
    assert before == [hit.score for hit in search(SearchRequest(q=query, **options)).hits]


def example(words, right, wrong):
    """A question with one answer, which stands second, and one other hit."""
    return learning.Example(
        words=words,
        answers=[(right, frozenset(right.split()))],
        scores=[2.0, 1.0],
        right=[False, True],
        hits=[dict.fromkeys(wrong.split(), 1.0), dict.fromkeys(right.split(), 1.0)],
    )


OTHERS = [example(["税"], "税务机关 申报", "税务机关 罚款") for _ in range(20)]


def test_a_word_that_brings_the_answers_up_gets_a_weight():
    table = learning.learn([example(["房东"], f"出租人 维修{number}", "租金 期限") for number in range(4)] + OTHERS)
    assert set(table["房东"]) == {"出租人"}
    assert table["房东"]["出租人"] > 0.05


@pytest.mark.parametrize("questions", [1, 2])
def test_one_or_two_questions_leave_no_trace(questions):
    table = learning.learn(
        [example(["房东"], f"出租人 维修{number}", "租金 期限") for number in range(questions)] + OTHERS
    )
    assert "房东" not in table


def test_many_questions_of_one_article_leave_no_trace():
    table = learning.learn([example(["房东"], "出租人 维修", "租金 期限") for _ in range(5)] + OTHERS)
    assert "房东" not in table


def test_the_file_is_small_and_holds_words_only():
    text = learned.FILE.read_text(encoding="utf-8")
    assert len(text.encode()) < 200_000
    table = learned.read(text)
    assert all(0 < weight < 2 for others in table.values() for weight in others.values())
    assert max(len(word) for word in [*table, *(other for others in table.values() for other in others)]) <= 8
