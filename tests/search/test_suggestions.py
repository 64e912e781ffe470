"""Suggestions while typing: by characters, pinyin or initials; never a draft."""

import pytest

from search.suggestions import initials, near, pinyin, suggest


def titles(text, limit=10):
    return [suggestion.title for suggestion in suggest(text, limit)]


def test_pinyin():
    assert (pinyin("科技局"), initials("科技局")) == ("kejiju", "kjj")


@pytest.mark.parametrize("typed", ["营商环境", "yingshanghuanjing", "yshj", "營商環境"])
def test_a_title(ten, typed):
    assert any("优化营商环境" in title for title in titles(typed))


@pytest.mark.parametrize("typed", ["市科技局", "kjj", "科学技术局", "kexuejishu"])
def test_a_unit(ten, typed):
    assert "泉州市科学技术局" in titles(typed, 20)


def test_a_heading_with_its_document(ten):
    found = [suggestion for suggestion in suggest("优化纳税") if suggestion.kind == "provision"]
    assert found[0].title == "优化纳税服务"
    assert found[0].url.endswith("/5/")
    assert "营商环境" in found[0].note


def test_an_alias(ten):
    assert "高企" in titles("高企")


@pytest.mark.parametrize("typed", ["", " ", "“”", "😀", "龘龘"])
def test_nothing(ten, typed):
    assert suggest(typed) == []


def test_as_many_as_asked_for(ten):
    assert len(suggest("企业", 3)) == 3


def test_near_spellings(ten):
    assert "优化纳税服务" in near("优化呐税服务")
