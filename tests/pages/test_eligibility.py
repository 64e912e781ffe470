"""我能享受什么: what the clauses say of the reader, with the deciding words; nothing is said that the text does not."""

import pytest

from policies.models import Amount, Audience
from policies.presentation.benefits import Asked, benefits, find
from policies.presentation.eligibility import EXCLUDED, FITS, MAYBE, UNTOUCHED, Answers, judge


@pytest.fixture
def judged(ten):
    def ask(surface: str, document: int, *slugs: str, **answers):
        found, statuses = find(Asked(document=ten[document].slug))
        rows = benefits(found, statuses)
        row = next(row for row in rows if any(step.value == surface for step in row.steps))
        return judge(row, Answers(list(Audience.objects.filter(slug__in=slugs)), **answers))

    return ask


def test_a_clause_that_names_the_reader_fits(judged):
    result = judged("20万元", 2, "gao-xin-ji-shu-qi-ye")
    assert result.verdict == FITS
    assert "高新技术企业" in result.words
    assert "国家高新技术企业给予每家20万元奖励" in result.quote


def test_a_clause_that_pays_somebody_else_for_the_reader_may_concern_them(judged):
    assert judged("5万元", 2, "gao-xin-ji-shu-qi-ye").verdict == MAYBE


def test_a_clause_about_others_is_not_touched(judged):
    assert judged("20万元", 2, "gao-xiao-bi-ye-sheng").verdict == UNTOUCHED


def test_a_threshold_still_to_be_reached_is_named(judged):
    result = judged("1000万元", 9, "wai-zi-qi-ye")
    assert result.verdict == MAYBE
    assert "500万美元" in result.reason


def test_another_field_is_not_touched(judged):
    assert judged("20万元", 2, "gao-xin-ji-shu-qi-ye", field="land").verdict == UNTOUCHED


def test_only_the_text_excludes(ten, judged):
    provision = Amount.objects.get(provision__document=ten[2], surface="20万元").provision
    provision.text = provision.text.replace("市、县两级按1:1比例分摊", "市、县两级按1:1比例分摊，不含晋江市")
    provision.save()
    result = judged("20万元", 2, "gao-xin-ji-shu-qi-ye", county="晋江")
    assert result.verdict == EXCLUDED
    assert result.words == ["不含晋江市"]
    assert judged("20万元", 2, "gao-xin-ji-shu-qi-ye", county="南安").verdict == FITS


def test_the_page_says_from_whom_and_whether_it_still_holds(ten, get):
    page = get("/eligibility/?who=gao-xin-ji-shu-qi-ye").replace("<wbr>", "")
    fits = page[page.index("条件相符") : page.index("可能，")]
    assert "20万元" in fits and "市科技局" in fits and "已到期" in fits
    assert "<mark>" in fits
    assert "以主管部门解释为准" in page


def test_answers_stay_in_the_address(ten, client):
    response = client.get("/eligibility/?who=gao-xiao-bi-ye-sheng&field=talent&county=晋江&live=1")
    assert response.status_code == 200
    assert not response.cookies


def test_wrong_answers_are_said(ten, get):
    assert get("/eligibility/?who=king&field=x").count("已忽略") == 2
