"""The front page, what the site says of itself, whether it is well, and pages for what went wrong."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from policies.views.conditional import public_page
from portal.front import front_page
from portal.quality import about_page


@public_page
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/home.html", front_page())


@public_page
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/about.html", about_page() | {"section": "about"})


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, 503 when not; for the operator and the load balancer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": False}, status=503)
    response = JsonResponse({"status": "ok", "database": True})
    response["Cache-Control"] = "no-store"
    return response


def error_page(request: HttpRequest, status: int) -> HttpResponse:
    """What happened, in words, with a search field; needs no database."""
    response = render(request, f"errors/{status}.html", status=status)
    response["Cache-Control"] = "no-store"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page(request, 500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(request, 403)


def too_many_sign_ins(request: HttpRequest, response: HttpResponse | None, credentials: dict) -> HttpResponse:
    """After AXES_FAILURE_LIMIT wrong passwords; whether the last one was right is not said."""
    page = render(request, "errors/429_sign_in.html", status=429)
    page["Retry-After"] = str(int(settings.AXES_COOLOFF_TIME.total_seconds()))
    page["Cache-Control"] = "no-store"
    return page
