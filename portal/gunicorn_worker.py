"""gunicorn's threaded worker, which answers an address that is too long with a page that helps."""

import socket

from django.conf import settings
from django.http import HttpRequest
from gunicorn.http.errors import LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker

#: How much of an over-long request is read and thrown away, so that the client gets to read the answer.
DRAINED_BYTES = 1 << 20


class Worker(ThreadWorker):
    def handle_error(self, req, client, addr, exc):
        if not isinstance(exc, LimitRequestLine):
            return super().handle_error(req, client, addr, exc)
        try:
            client.settimeout(2)
            client.sendall(too_long_answer())
            client.shutdown(socket.SHUT_WR)
            left = DRAINED_BYTES
            while left > 0 and (read := client.recv(65536)):
                left -= len(read)
        except OSError:
            self.log.debug("client of an over-long address went away")


def too_long_answer() -> bytes:
    """The whole HTTP answer: 414 and the site's help page."""
    from portal.views import error_page  # needs the settings, which gunicorn loads after its workers' module

    request = HttpRequest()
    host = next(iter(settings.ALLOWED_HOSTS), "localhost").lstrip(".").replace("*", "localhost")
    request.META = {"SERVER_NAME": host, "SERVER_PORT": "443" if settings.SECURE else "80"}
    page = error_page(request, 414).content
    head = (
        "HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'\r\n"
        f"X-Content-Type-Options: nosniff\r\nContent-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page
