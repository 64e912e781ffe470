"""Responses that a browser saves under a Chinese name."""

import re

from django.http import HttpResponse
from django.utils.http import content_disposition_header

#: Characters that Windows, macOS or Linux forbid in a file name.
FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def download(content: bytes | str, name: str, content_type: str) -> HttpResponse:
    """`name` with its ending; RFC 6266 gives it in UTF-8 to every browser, quotes and slashes replaced."""
    stem, dot, ending = FORBIDDEN_IN_NAMES.sub("_", name).rpartition(".")
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, f"{stem[:80].strip()}{dot}{ending}")
    response["X-Content-Type-Options"] = "nosniff"
    return response
