"""Units with their names; merging instead of deleting."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import Count
from django.template.response import TemplateResponse

from policies.admin.versions import VersionsAdmin
from policies.models import Organization, OrganizationName
from policies.publishing import merge_organizations


class OrganizationNameInline(admin.TabularInline):
    model = OrganizationName
    fields = ("name", "is_short")
    extra = 1


class OrganizationChoice(forms.ModelChoiceField):
    """Tells units apart by what hangs on them; the rows carry the counts of `OrganizationAdmin.get_queryset`."""

    def label_from_instance(self, organization):
        return f"{organization}（责任条款 {organization.duty_count}，发文 {organization.issued_count}）"


class MergeForm(forms.Form):
    kept = OrganizationChoice(
        Organization.objects.none(), label="保留哪一个", widget=forms.RadioSelect, empty_label=None
    )


@admin.register(Organization)
class OrganizationAdmin(VersionsAdmin):
    inlines = (OrganizationNameInline,)
    list_display = ("name", "names", "place", "level", "kind", "duties", "issued", "merged_into")
    list_filter = ("level", "kind", ("merged_into", admin.EmptyFieldListFilter), "place")
    search_fields = ("name", "other_names__name", "place")
    autocomplete_fields = ("merged_into",)
    readonly_fields = ("merged_into",)
    list_per_page = 50
    actions = ("merge",)

    def get_queryset(self, request):
        rows = super().get_queryset(request).prefetch_related("other_names")
        return rows.annotate(
            duty_count=Count("responsibilities", distinct=True), issued_count=Count("body_links", distinct=True)
        )

    def get_readonly_fields(self, request, obj=None):
        # Its address is public from the first document that names it.
        return (*self.readonly_fields, "slug") if obj else self.readonly_fields

    def get_prepopulated_fields(self, request, obj=None):
        return {}

    def get_changeform_initial_data(self, request):
        return {"slug": "danwei", **super().get_changeform_initial_data(request)}

    @admin.display(description="简称与别名")
    def names(self, organization):
        return "、".join(name.name for name in organization.other_names.all())

    @admin.display(description="责任条款", ordering="duty_count")
    def duties(self, organization):
        return organization.duty_count

    @admin.display(description="发文", ordering="issued_count")
    def issued(self, organization):
        return organization.issued_count

    def has_delete_permission(self, request, obj=None):
        # What a document names is merged; only a slip that nothing names may go.
        allowed = super().has_delete_permission(request, obj)
        return allowed and obj is not None and not (obj.responsibilities.exists() or obj.body_links.exists())

    @admin.action(description="合并选中的单位", permissions=["change"])
    def merge(self, request, queryset):
        chosen = self.get_queryset(request).filter(pk__in=queryset.values("pk"))
        if chosen.count() < 2:
            self.message_user(request, "请选中至少两个单位再合并。", messages.WARNING)
            return None
        form = MergeForm(request.POST if "kept" in request.POST else None)
        form.fields["kept"].queryset = chosen
        if form.is_bound and form.is_valid():
            kept = form.cleaned_data["kept"]
            try:
                count = merge_organizations(kept, chosen)
            except ValueError as error:
                self.message_user(request, f"没有合并：{error}。", messages.ERROR)
                return None
            self.message_user(request, f"{count} 个单位已并入“{kept}”，它们的名称成为别名。", messages.SUCCESS)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "合并单位",
            "form": form,
            "chosen": chosen,
            "opts": self.model._meta,
            "action_checkbox_name": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/policies/organization/merge.html", context)
