"""Documents with their provisions, page by page; publish, withdraw, upload."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join

from policies.admin.conflicts import ConflictsMixin, decide_conflicts
from policies.admin.filters import DocumentProblems
from policies.admin.forms import KeepOthersChanges
from policies.admin.paging import pages_of, positions_of_page
from policies.admin.provisions import ProvisionForm, save_words
from policies.admin.upload import upload_document, upload_new_text
from policies.admin.versions import VersionsAdmin
from policies.admin.widgets import FittingTextarea, words_field
from policies.extraction import extract_again
from policies.models import Document, DocumentBody, Provision, Relation
from policies.publishing import publish, withdraw


class DocumentForm(KeepOthersChanges):
    class Meta:
        model = Document
        exclude = ()
        field_classes = {"source_url": partial(forms.URLField, assume_scheme="https")}
        widgets = {
            "title": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "validity_text": FittingTextarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        }


class BodyInline(admin.TabularInline):
    model = DocumentBody
    fields = ("organization", "role", "order", "printed_name")
    autocomplete_fields = ("organization",)
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("organization")


class RelationInline(admin.TabularInline):
    model = Relation
    fk_name = "from_document"
    fields = ("verb", "to_document", "since", "reason")
    autocomplete_fields = ("to_document",)
    extra = 0
    verbose_name_plural = "与其他文件的关系"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("to_document", "from_document")


class ProvisionInlineForm(ProvisionForm):
    heading = words_field("标题", rows=1)
    text = words_field("正文", rows=10)

    class Meta(ProvisionForm.Meta):
        fields = ("number", "heading", "text", "completion")


class ProvisionInline(admin.StackedInline):
    """The provisions of one page of the document; `?provisions=2` is the second."""

    model = Provision
    form = ProvisionInlineForm
    fields = ("seen", ("number", "completion"), "heading", "text")
    extra = 0
    can_delete = False
    show_change_link = True
    verbose_name_plural = "条款"

    def has_add_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        rows = super().get_queryset(request).filter(withdrawn=False).order_by("position").defer("machine")
        document = request.resolver_match.kwargs.get("object_id", "")
        first, last = positions_of_page(request, document)
        return rows.filter(document_id=int(document) if document.isdigit() else None, position__range=(first, last))


@admin.register(Document)
class DocumentAdmin(ConflictsMixin, VersionsAdmin):
    form = DocumentForm
    inlines = (BodyInline, ProvisionInline, RelationInline)
    change_form_template = "admin/policies/document/change_form.html"
    change_list_template = "admin/policies/document/change_list.html"
    list_display = (
        "title", "state", "kind", "document_number", "issuers", "place", "provision_count", "warning_count",
        "has_conflicts", "updated_at",
    )  # fmt: skip
    list_filter = (
        "state",
        DocumentProblems,
        "kind",
        "collection",
    )
    # Of a thousand issuing bodies a list in the side bar would be of no use.
    search_fields = ("title", "document_number", "source_path", "body_links__organization__name")
    search_help_text = "按标题、文号、发文单位或来源路径查找"
    date_hierarchy = "published_on"
    list_per_page = 50
    autocomplete_fields = ("replaced_by",)
    readonly_fields = (
        "state", "published_at", "created_at", "updated_at", "source_path", "source_link", "warning_list",
        "conflict_table", "edited_by_person",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("seen", "title", ("kind", "document_number", "place"), "slug", ("collection", "position"))}),
        ("日期", {"fields": (("signed_on", "printed_on", "published_on"), ("effective_on", "expires_on"))}),
        ("效力", {"fields": ("validity_text", ("validity_from", "validity_period"), "replaced_by")}),
        ("来源", {"fields": ("source_url", "source_path", "source_link")}),
        ("状态", {"fields": ("state", ("published_at", "created_at", "updated_at"))}),
        ("机器读入", {"fields": ("warning_list", "edited_by_person", "conflict_table")}),
    )
    actions = ("publish_documents", "withdraw_documents", "read_facts_again", *ConflictsMixin.actions)

    # What is shown

    def get_queryset(self, request):
        rows = Document.everything.all() if self._wants_stubs(request) else Document.objects.all()
        rows = rows.defer("machine").prefetch_related("body_links__organization")
        # Counted for the rows shown; a join would count the whole base first.
        live = Provision.objects.filter(document=OuterRef("pk"), withdrawn=False).order_by().values("document")
        waiting = live.exclude(conflicts={})
        live, waiting = (Subquery(each.annotate(count=Count("pk")).values("count")) for each in (live, waiting))
        rows = rows.annotate(live_provisions=Coalesce(live, 0), provisions_in_conflict=Coalesce(waiting, 0))
        return rows.order_by(*self.get_ordering(request))

    @staticmethod
    def _wants_stubs(request) -> bool:
        # The list shows the base; a stub shows when asked for, has a form, and is chosen in a relation.
        match = request.resolver_match
        in_list = match and match.url_name == "policies_document_changelist"
        return not in_list or request.GET.get("state__exact") == "stub"

    def get_ordering(self, request):
        return ("-updated_at",)

    def get_readonly_fields(self, request, obj=None):
        return (*self.readonly_fields, "slug") if obj and obj.published_at else self.readonly_fields

    @admin.display(description="发文单位")
    def issuers(self, document):
        return "、".join(
            link.printed_name or link.organization.name for link in document.body_links.all() if link.role == "issuer"
        )

    @admin.display(description="条款", ordering="live_provisions")
    def provision_count(self, document):
        return document.live_provisions

    @admin.display(description="提示")
    def warning_count(self, document):
        return len(document.warnings) or ""

    @admin.display(description="读入提示")
    def warning_list(self, document):
        if not document or not document.warnings:
            return "没有"
        return format_html("<ol>{}</ol>", format_html_join("", "<li>{}</li>", ((line,) for line in document.warnings)))

    @admin.display(description="人工改过的字段")
    def edited_by_person(self, document):
        names = document.edited_fields() if document else []
        return "、".join(str(document._meta.get_field(name).verbose_name) for name in names) or "没有"

    @admin.display(description="来源文件")
    def source_link(self, document):
        if not document or not document.source_file:
            return "没有保存"
        address = reverse("admin:policies_document_source", args=[document.pk])
        return format_html('<a href="{}">下载上传的原件</a>', address)

    # What may be done

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and obj is not None and obj.state == Document.State.DRAFT and obj.published_at is None

    def has_add_permission(self, request):
        # A document comes from a file: 上传文件.
        return False

    def has_upload_permission(self, request) -> bool:
        return request.user.has_perm("policies.add_document")

    def has_publish_permission(self, request) -> bool:
        return request.user.has_perm("policies.publish_document")

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("upload/", view(self.upload_view), name="policies_document_upload"),
            path("<int:pk>/new-text/", view(self.new_text_view), name="policies_document_new_text"),
            path("<int:pk>/conflicts/", view(self.conflicts_view), name="policies_document_conflicts"),
            path("<int:pk>/source/", view(self.source_view), name="policies_document_source"),
            *super().get_urls(),
        ]

    def upload_view(self, request):
        return upload_document(self, request)

    def new_text_view(self, request, pk):
        return upload_new_text(self, request, get_object_or_404(Document, pk=pk))

    def conflicts_view(self, request, pk):
        return decide_conflicts(self, request, get_object_or_404(Document, pk=pk))

    def source_view(self, request, pk):
        document = self.get_object(request, str(pk))
        if document is None or not document.source_file or not self.has_view_permission(request, document):
            raise Http404
        # Always a download: a page that was uploaded must not run as one of ours.
        return FileResponse(document.source_file.open(), as_attachment=True, content_type="application/octet-stream")

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {**(extra_context or {}), "may_upload": self.has_upload_permission(request)}
        )

    def change_view(self, request, object_id, form_url="", extra_context=None):
        row = self.get_object(request, object_id)
        context = {
            "pages": pages_of(request, object_id),
            "may_publish": self.has_publish_permission(request),
            "in_conflict": len(row.conflicts) + row.provisions_in_conflict if row else 0,
        }
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **context})

    # Saving

    def save_model(self, request, obj, form, change):
        if form.changed_data:
            obj.save()

    def save_formset(self, request, form, formset, change):
        if formset.model is not Provision:
            super().save_formset(request, form, formset, change)
            return
        formset.save(commit=False)
        for inline in formset.initial_forms:
            if inline.has_changed():
                save_words(inline.instance, inline)

    def response_change(self, request, obj):
        for button, done in (("_publish", publish), ("_withdraw", withdraw)):
            if button in request.POST and self.has_publish_permission(request):
                done([Document.everything.get(pk=obj.pk)])
                verb = "发布" if done is publish else "撤下"
                self.message_user(request, f"“{obj}”已{verb}。", messages.SUCCESS)
        if {"_publish", "_withdraw", "_continue"} & request.POST.keys():
            # The same page of provisions, not the first.
            request.POST = request.POST.copy()
            request.POST["_continue"] = "1"
            response = super().response_change(request, obj)
            response["Location"] = request.get_full_path()
            return response
        return super().response_change(request, obj)

    @admin.action(description="发布", permissions=["publish"])
    def publish_documents(self, request, queryset):
        count = publish(list(Document.objects.filter(pk__in=queryset.values("pk"))))
        self.message_user(request, f"{count} 个文件已发布。", messages.SUCCESS)

    @admin.action(description="撤下（地址保留，注明已撤下）", permissions=["publish"])
    def withdraw_documents(self, request, queryset):
        count = withdraw(list(Document.objects.filter(pk__in=queryset.values("pk"))))
        self.message_user(request, f"{count} 个文件已撤下。", messages.SUCCESS)

    @admin.action(description="重新识别事实（不动人工核对过的）", permissions=["change"])
    def read_facts_again(self, request, queryset):
        with transaction.atomic():
            rows = Provision.objects.filter(document__in=queryset.values("pk"), withdrawn=False)
            counts = extract_again(rows)
        said = "，".join(f"{name} {count}" for name, count in counts.items())
        self.message_user(request, f"重新识别完成：{said}。", messages.SUCCESS)
