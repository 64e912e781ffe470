"""The visitor's address behind a proxy: without this every visitor would be the proxy, and limits would hit all."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def visitor_address(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """REMOTE_ADDR becomes what the proxy wrote last into X-Forwarded-For; the rest of that line anybody can write.

    Only with SECURE=1, which says that a proxy stands in front.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        last = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
        if settings.SECURE and last:
            request.META["REMOTE_ADDR"] = last
        return get_response(request)

    return answer
