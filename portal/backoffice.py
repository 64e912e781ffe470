"""The back office as a whole: its names, the order of its lists, and what waits for an editor on its first page."""

from dataclasses import dataclass
from functools import wraps

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.db import NotSupportedError
from django.http import Http404, HttpRequest
from django.urls import reverse

#: Lists as an editor needs them: texts first, then what is read from them, names, and what runs by itself.
ORDER = (
    "Document", "Provision", "ErrorReport", "Amount", "Deadline", "Duration", "Citation", "Organization", "Relation",
    "Collection", "Audience", "Alias", "IndexTask",
)  # fmt: skip


class BackOfficeConfig(AdminConfig):
    default = False
    default_site = "portal.backoffice.BackOffice"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of 待办: how many, what it is, where to go."""

    count: int
    words: str
    url: str


class BackOffice(AdminSite):
    site_header = "政策知识库 · 管理后台"
    site_title = "政策知识库管理"
    index_title = "内容管理"

    def admin_view(self, view, cacheable=False):
        """An address typed by hand may hold what the database cannot take, a number or a lookup: not found."""

        @wraps(view)
        def careful(request, *args, **kwargs):
            try:
                return view(request, *args, **kwargs)
            except (OverflowError, NotSupportedError) as error:
                raise Http404(str(error)) from None

        return super().admin_view(careful, cacheable)

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: _place(model["object_name"]))
        return apps

    def index(self, request, extra_context=None):
        context = {"waiting": waiting(request), "may_upload": request.user.has_perm("policies.add_document")}
        return super().index(request, {**context, **(extra_context or {})})


def _place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)


def waiting(request: HttpRequest) -> list[Waiting]:
    """What this user may look at and somebody has to; nothing that is done."""
    # The models are not there yet when this file is read with the settings.
    from django.db.models import Q

    from policies.models import FACT_MODELS, Document, ErrorReport, Fact, Provision

    lines = []
    if request.user.has_perm("policies.view_document"):
        documents = reverse("admin:policies_document_changelist")
        drafts = Document.objects.filter(state=Document.State.DRAFT).count()
        torn = Provision.objects.exclude(conflicts={}).values("document")
        conflicts = Document.objects.filter(~Q(conflicts={}) | Q(pk__in=torn)).count()
        lines += [
            Waiting(drafts, "份草稿等着核对和发布", f"{documents}?state__exact=draft"),
            Waiting(conflicts, "份文件的人工改动与新文本冲突，等着决定", f"{documents}?problem=conflict"),
        ]
    if request.user.has_perm("policies.view_errorreport"):
        reports = ErrorReport.objects.filter(state=ErrorReport.State.OPEN).count()
        address = reverse("admin:policies_errorreport_changelist")
        lines.append(Waiting(reports, "条读者报错没有处理", f"{address}?state__exact=open"))
    for model in FACT_MODELS:
        name = model._meta.model_name
        if request.user.has_perm(f"policies.view_{name}"):
            count = model.objects.filter(state=Fact.State.UNVERIFIED).count()
            address = reverse(f"admin:policies_{name}_changelist")
            words = f"条{model._meta.verbose_name}待核（原文改过）"
            lines.append(Waiting(count, words, f"{address}?state__exact=unverified"))
    return [line for line in lines if line.count]
