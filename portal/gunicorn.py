"""How `make run` serves: two processes with threads on 127.0.0.1; a proxy with HTTPS stands in front of it."""

import os
import threading

bind = f"127.0.0.1:{os.environ.get('PORT') or '8000'}"
workers = int(os.environ.get("WEB_WORKERS") or "2")
threads = 4
worker_class = "portal.gunicorn_worker.Worker"
timeout = 60
# Its control socket would stand in the home folder; nothing here uses it.
control_socket_disable = True
accesslog = "-" if os.environ.get("ACCESS_LOG") else None


def when_ready(server):
    server.log.info("打开 http://%s/ 查看网站，http://%s/admin/ 进入管理后台（Ctrl+C 停止）", bind, bind)


def post_worker_init(worker):
    # Beside the serving: a worker answers at once, and its first search does not wait for the dictionary.
    threading.Thread(target=_warm, args=(worker.log,), name="warm", daemon=True).start()


def _warm(log):
    from django.db import connections

    from search.service import warm  # needs the settings, which gunicorn loads with the application

    try:
        warm()
        log.info("搜索已就绪")
    except Exception:
        log.exception("The search could not be made ready; the first search will try again")
    finally:
        connections.close_all()
