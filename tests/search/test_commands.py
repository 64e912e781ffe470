"""search_policies, evaluate_search, check_index, clear_index, rebuild_index on the command line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from policies.models import Provision


def run(*arguments, **options):
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


def test_search_policies_prints_the_search_as_json(ten):
    result = json.loads(run("search_policies", "科技创新券", "--limit", "1"))
    assert (result["total"], len(result["hits"]), result["limit"]) == (2, 1, 1)
    assert "explain" not in result


def test_explain_adds_up_to_the_score(ten):
    explained = json.loads(run("search_policies", "科技创新券", "--explain"))["explain"]
    for hit in explained["hits"]:
        assert sum(hit["parts"].values()) == pytest.approx(hit["score"], abs=3.1)
    assert "科技创新券" in json.dumps(explained["match"], ensure_ascii=False)


def test_a_query_that_begins_with_a_dash(ten):
    assert json.loads(run("search_policies", "--", "-企业"))["total"] > 0


def test_evaluate_search(ten, tmp_path):
    file = tmp_path / "questions.json"
    wanted = {"document": "泉州市中级人民法院", "provision": "五、"}
    file.write_text(
        json.dumps([{"id": 1, "query": "破产", "relevant": [[wanted]]}], ensure_ascii=False), encoding="utf-8"
    )
    assert json.loads(run("evaluate_search", str(file)))["recall@1"] == 1.0
    with pytest.raises(CommandError):
        run("evaluate_search", str(tmp_path / "none.json"))


def test_clear_index_refuses(ten):
    with pytest.raises(CommandError, match="not emptied"):
        run("clear_index", "--noinput")


def test_check_index(ten):
    assert "0 missing, 0 too many, 0 stale" in run("check_index")
    Provision.objects.filter(pk=Provision.objects.public().last().pk).update(text="悄悄改动")
    with pytest.raises(CommandError, match="--repair"):
        run("check_index")
    assert "1 stale" in run("check_index", "--repair")
    assert "0 stale" in run("check_index")


def test_rebuild_and_update(ten):
    assert f"{Provision.objects.public().count()} rows" in run("rebuild_index", "--noinput")
    assert "0 queued" in run("update_index")
