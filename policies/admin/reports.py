"""What readers report, and the queue of the index (to look at only)."""

import re

from django.contrib import admin
from django.utils.html import format_html

from policies.models import ErrorReport, IndexTask


@admin.register(ErrorReport)
class ErrorReportAdmin(admin.ModelAdmin):
    list_display = ("created_at", "address", "short_message", "state", "handled_by")
    list_filter = ("state", "created_at")
    search_fields = ("address", "message", "answer")
    readonly_fields = ("page", "message", "contact", "created_at", "handled_by")
    fields = ("page", "message", "contact", "created_at", "state", "answer", "handled_by")

    @admin.display(description="页面")
    def page(self, report):
        # Readers type what they like: only a path of this site becomes a link.
        if not re.match(r"/(?![/\\])", report.address):
            return report.address or "没有写"
        return format_html('<a href="{0}">{0}</a>', report.address)

    @admin.display(description="内容")
    def short_message(self, report):
        return report.message[:60]

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        if form.changed_data:
            obj.handled_by = request.user
        super().save_model(request, obj, form, change)


@admin.register(IndexTask)
class IndexTaskAdmin(admin.ModelAdmin):
    """Rows here are normally gone within seconds; many that stay mean the index is not being renewed."""

    list_display = ("provision", "queued_at")
    ordering = ("-pk",)
    show_full_result_count = False
    fields = ("provision", "queued_at")

    @admin.display(description="条款", ordering="provision_id")
    def provision(self, task):
        return f"条款 {task.provision_id}"

    @admin.display(description="排队时间", ordering="created_at")
    def queued_at(self, task):
        return task.created_at

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
