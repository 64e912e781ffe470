"""The production server: an over-long address gets the help page, a client gets to read it, the server goes on."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="module")
def server(data):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "DATA_DIR": str(data), "PORT": str(port), "WEB_WORKERS": "1",
                   "DJANGO_SETTINGS_MODULE": "portal.settings"}  # fmt: skip
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    command = [sys.executable, "-m", "gunicorn", "--config", "portal/gunicorn.py", "portal.wsgi"]
    log = data / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=output)
    base = f"http://127.0.0.1:{port}"
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{base}/robots.txt", timeout=5)
            break
        except OSError:
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
    yield base
    process.terminate()
    process.wait(timeout=20)


def test_ten_thousand_characters_get_the_help_page(server):
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{server}/search/?q=" + "%E4%B8%AD" * 10_000, timeout=20)
    assert caught.value.code == 414
    page = caught.value.read().decode()
    assert "查询太长" in page
    assert '<form class="find' in page


def test_the_server_goes_on_and_sends_its_safety_headers(server):
    with urllib.request.urlopen(f"{server}/about/", timeout=20) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in answer.headers


def test_a_request_for_another_host_is_refused_in_words(server):
    request = urllib.request.Request(f"{server}/about/", headers={"Host": "elsewhere.example"})
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request, timeout=20)
    assert caught.value.code == 400
    assert "请求看不懂" in caught.value.read().decode()


def test_a_worker_makes_the_search_ready_before_anyone_asks(server, data):
    for _ in range(300):
        if "搜索已就绪" in (data / "server.log").read_text():
            return
        time.sleep(0.1)
    raise AssertionError((data / "server.log").read_text())
