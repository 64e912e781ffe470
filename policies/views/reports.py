"""报告错误: a form without account or personal data, throttled; the only public page that sets a cookie."""

import hashlib

from django import forms
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from policies.models import ErrorReport
from policies.views.parameters import Parameters

#: So many reports from one address in so many seconds; the address itself is not kept.
MOST_REPORTS, WINDOW = 5, 600


class ReportForm(forms.Form):
    """`website` is a trap: people do not see it, programs fill it in."""

    address = forms.CharField(label="哪一页（可不填）", max_length=300, required=False)
    message = forms.CharField(
        label="哪里不对", max_length=2000, min_length=4, widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "请写下哪里不对。", "min_length": "请多写几个字，让编辑看得懂。"},
    )  # fmt: skip
    contact = forms.CharField(label="联系方式（可不填）", max_length=200, required=False)
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _receive(request)
    page = Parameters(request.GET).text("page", 300)
    done = request.GET.get("sent") == "1"
    form = ReportForm(initial={"address": page if page.startswith("/") else ""})
    return render(request, "pages/report.html", {"form": form, "done": done, "large_find": False})


def _receive(request: HttpRequest) -> HttpResponse:
    if not _allowed(request):
        response = render(request, "errors/429.html", status=429)
        response["Retry-After"] = str(WINDOW)
        return response
    form = ReportForm(request.POST)
    if not form.is_valid():
        return render(request, "pages/report.html", {"form": form, "done": False}, status=422)
    words = form.cleaned_data
    if not words["website"]:
        ErrorReport.objects.create(address=words["address"], message=words["message"], contact=words["contact"])
    return redirect(f"{reverse('report')}?sent=1")


def _allowed(request: HttpRequest) -> bool:
    """Counts by a digest of the sender's address, so that no address is stored."""
    sender = request.META.get("REMOTE_ADDR", "")
    key = "report:" + hashlib.blake2b(sender.encode(), digest_size=12).hexdigest()
    cache.add(key, 0, WINDOW)
    try:
        return cache.incr(key) <= MOST_REPORTS
    except ValueError:  # went out of the cache between the two calls
        return True
