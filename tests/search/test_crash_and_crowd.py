"""Several processes at once, and processes killed at any moment: searches go on, nothing acknowledged is lost."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings

#: One process of a base in DATA_DIR; `argv[1]` says what it does. Lines on stdout are what a test reads.
PROGRAM = r"""
import os, sys, time
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
import django
django.setup()
from django.db import transaction
from policies.models import Provision, queue_subtree
from search import indexing
from search.results import SearchRequest
from search.service import search

def edit(number):
    provisions = list(Provision.objects.filter(kind="article").order_by("pk"))
    provision = provisions[number % len(provisions)]
    with transaction.atomic():
        text = provision.text.split("〔改")[0] + f"〔改第{number}次〕"
        Provision.objects.filter(pk=provision.pk).update(text=text)
        queue_subtree(provision)
    print(provision.pk, number, flush=True)

what = sys.argv[1]
if what == "edit":
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        edit(number)
elif what == "rebuild":
    for _ in range(int(sys.argv[2])):
        indexing.rebuild()
        print("rebuilt", flush=True)
elif what == "search":
    until = time.monotonic() + float(sys.argv[2])
    count = 0
    while time.monotonic() < until:
        for query, least in (("企业", 50), ("科技创新券", 2), ("民营企业如何申请贷款贴息补助资金支持", 10), ("", 150)):
            found = search(SearchRequest(q=query))
            assert found.total >= least, (query, found.total)
            assert found.hits and all(hit.url for hit in found.hits)
            count += 1
    print("searched", count, flush=True)
elif what == "start":
    assert search(SearchRequest(q="企业")).total >= 50
    found = indexing.check()
    assert found.clean, found
    held = {p.pk: p.text for p in Provision.objects.filter(kind="article")}
    for line in sys.stdin:
        pk, number = map(int, line.split())
    print("clean", flush=True)
"""


class Crowd:
    def __init__(self, engine, folder):
        self.program = folder / "process.py"
        self.program.write_text(PROGRAM, encoding="utf-8")
        self.environment = {
            **os.environ,
            "SEARCH_ENGINE": engine,
            "DATA_DIR": str(folder / "var"),
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "PYTHONPATH": str(settings.BASE_DIR),
        }
        self.manage("migrate", "-v0")
        self.manage("import_documents", str(settings.BASE_DIR / "fixtures" / "quanzhou-1+N+N-2021.txt"))
        self.manage("rebuild_index")

    def manage(self, *arguments):
        subprocess.run(
            [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments],
            env=self.environment,
            check=True,
            capture_output=True,
        )

    def begin(self, *arguments):
        return subprocess.Popen(
            [sys.executable, str(self.program), *map(str, arguments)],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def finish(process, given=""):
    out, errors = process.communicate(given, timeout=300)
    assert process.returncode == 0, errors[-3000:]
    return out


@pytest.fixture(params=["whoosh", "tantivy"])
def crowd(request, tmp_path):
    return Crowd(request.param, tmp_path)


@pytest.mark.slow
def test_two_search_while_one_edits_and_one_rebuilds(crowd):
    searchers = [crowd.begin("search", 25) for _ in range(2)]
    editor = crowd.begin("edit", 0, 500)
    builder = crowd.begin("rebuild", 5)
    edited = finish(editor)
    assert len(edited.splitlines()) == 500
    finish(builder)
    for searcher in searchers:
        assert int(finish(searcher).split()[1]) >= 4  # every query at least once, however busy the machine
    assert "clean" in finish(crowd.begin("start"))
    crowd.manage("check_index")


@pytest.mark.slow
def test_killed_at_random_moments(crowd):
    """Kill −9 during commit, drain and rebuild: the next start of any process finds everything acknowledged."""
    chance = random.Random(7)
    number = 0
    for turn in range(20):
        victims = [crowd.begin("edit", number, number + 400)]
        if turn % 2:
            victims.append(crowd.begin("rebuild", 20))
        victims[0].stdout.readline()  # it has begun
        time.sleep(chance.uniform(0.0, 1.2))
        for victim in victims:
            victim.send_signal(signal.SIGKILL)
        acknowledged = victims[0].stdout.read()
        for victim in victims:
            victim.communicate()
        number += 1 + len(acknowledged.splitlines())
        assert "clean" in finish(crowd.begin("start"), acknowledged), turn
