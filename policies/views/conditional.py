"""Pages that are asked for again answer 304 when nothing they show has changed.

The tag is made of the page itself. What a page shows depends on the day (a status), on texts, facts, names and
settings; a tag made of the result can miss none of them. There is no Last-Modified on purpose: a status that
changes overnight has no row whose date would tell.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import conditional_page, require_safe

View = Callable[..., HttpResponse]


def public_page(view: View) -> View:
    """GET and HEAD only; may be kept by browsers and proxies, who must ask each time whether it still holds."""

    @require_safe
    @conditional_page
    @wraps(view)
    def page(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "public, no-cache")
        return response

    return page
