"""Provisions on their own: words, units, facts; the clause table as a sheet, out and in."""

from django.contrib import admin, messages
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import path
from import_export.admin import ImportExportMixin
from import_export.forms import ExportForm

from policies.admin.conflicts import ConflictsMixin
from policies.admin.facts import FACT_INLINES, stamp
from policies.admin.filters import ProvisionProblems
from policies.admin.forms import KeepOthersChanges, PlainTextField
from policies.admin.structure import CORRECTIONS, correct
from policies.admin.versions import VersionsAdmin
from policies.admin.widgets import words_field
from policies.extraction import extract_again, follow_edit
from policies.models import Document, Fact, Provision, Responsibility
from policies.resources import ClauseResource
from policies.resources.formats import ClauseCsv, ClauseXlsx, UnreadableTable

WORDS = ("heading", "text")


class ProvisionForm(KeepOthersChanges):
    heading = words_field("标题", rows=1)
    text = words_field("正文", rows=12)
    completion_line = PlainTextField(label="完成时间原文")
    responsible_units_line = words_field("责任单位原文", rows=2)

    class Meta:
        model = Provision
        fields = ("number", "heading", "text", "completion", "completion_line", "responsible_units_line")


class ClauseExportForm(ExportForm):
    """Excel unless another form is chosen."""

    def __init__(self, formats, resources, **options):
        super().__init__(formats, resources, **options)
        field = self.fields["format"]
        field.choices = [choice for choice in field.choices if choice[0] != ""]
        field.initial = field.choices[0][0]


def paragraphs_of(text: str) -> int:
    return len([line for line in text.split("\n") if line.strip()])


def save_words(provision: Provision, form: KeepOthersChanges) -> None:
    """Save a provision an editor changed; its facts follow the words."""
    if not form.changed_data:
        return
    before = Provision.objects.filter(pk=provision.pk).values(*WORDS).first()
    if "text" in form.changed_data:
        provision.paragraphs = paragraphs_of(provision.text)
    provision.save()
    if before:
        follow_edit(provision, before)


class ResponsibilityInline(admin.TabularInline):
    model = Responsibility
    fields = ("organization", "role", "order", "printed_name")
    autocomplete_fields = ("organization",)
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("organization")


@admin.register(Provision)
class ProvisionAdmin(ConflictsMixin, ImportExportMixin, VersionsAdmin):
    form = ProvisionForm
    inlines = (ResponsibilityInline, *FACT_INLINES)
    list_display = ("__str__", "document_title", "place", "kind", "updated_at", "has_conflicts")
    list_filter = ("kind", ProvisionProblems, ("document__state", admin.ChoicesFieldListFilter))
    list_select_related = ("document",)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("heading", "text", "document__title", "printed_path")
    search_help_text = "按标题、正文、文件标题或路径查找"
    readonly_fields = (
        "document", "kind", "place", "path", "printed_tables", "taken_out", "conflict_table", "updated_at",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("seen", "document", ("kind", "place", "path"), "number", "heading", "text")}),
        ("正文之后的表格", {"fields": ("printed_tables",)}),
        ("责任与完成时间", {"fields": ("responsible_units_line", ("completion", "completion_line"))}),
        ("状态", {"fields": ("taken_out", "conflict_table", "updated_at")}),
    )
    actions = (*ConflictsMixin.actions, "read_facts_again")
    resource_classes = (ClauseResource,)
    import_formats = export_formats = (ClauseXlsx, ClauseCsv)
    export_form_class = ClauseExportForm
    export_template_name = "admin/policies/provision/export.html"
    import_template_name = "admin/policies/provision/import.html"
    change_form_template = "admin/policies/provision/change_form.html"

    def get_queryset(self, request):
        return super().get_queryset(request).defer("machine")

    @admin.display(description="照文件")
    def printed_tables(self, provision):
        return render_to_string("parts/tables.html", {"tables": provision.tables}) if provision.tables else "没有"

    @admin.display(description="文件", ordering="document__title")
    def document_title(self, provision):
        return provision.document.title[:40]

    @admin.display(description="原文路径", ordering="printed_path")
    def place(self, provision):
        return provision.shown_path

    @admin.display(description="已从文本中删去")
    def taken_out(self, provision):
        return "是" if provision.withdrawn else "否"

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and obj is not None and obj.document.state == Document.State.DRAFT

    def has_import_permission(self, request):
        return request.user.has_perm("policies.change_provision")

    def has_export_permission(self, request):
        return request.user.has_perm("policies.view_provision")

    def add_data_read_fail_error_to_form(self, form, e):
        known = isinstance(e, UnreadableTable)
        form.add_error("import_file", str(e) if known else "读不了这个文件。请看所选的格式对不对，或者另存一次再试。")

    def get_urls(self):
        address = path("<int:pk>/structure/<slug:name>/", self.admin_site.admin_view(self.structure_view),
                       name="policies_provision_structure")  # fmt: skip
        return [address, *super().get_urls()]

    def structure_view(self, request, pk, name):
        return correct(self, request, pk, name)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        row = self.get_object(request, object_id)
        may = row is not None and not row.withdrawn and self.has_change_permission(request, row)
        shown = {"corrections": CORRECTIONS.values() if may else ()}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **shown})

    def save_model(self, request, obj, form, change):
        save_words(obj, form)

    def restored(self, row, before):
        if "text" in before:
            Provision.objects.filter(pk=row.pk).update(paragraphs=paragraphs_of(row.text))
        follow_edit(row, {name: before[name] for name in WORDS if name in before})

    def save_formset(self, request, form, formset, change):
        rows = formset.save(commit=False)
        changed = {id(inline.instance): inline for inline in formset.forms}
        for row in rows:
            if isinstance(row, Responsibility):
                row.by_person = True
                row.printed_name = row.printed_name or row.organization.name
            elif isinstance(row, Fact):
                stamp(row, changed[id(row)], request.user)
            row.save()
        for row in formset.deleted_objects:
            row.delete()
        formset.save_m2m()

    @admin.action(description="重新识别事实（不动人工核对过的）", permissions=["change"])
    def read_facts_again(self, request, queryset):
        with transaction.atomic():
            counts = extract_again(list(queryset))
        said = "，".join(f"{name} {count}" for name, count in counts.items())
        self.message_user(request, f"重新识别完成：{said}。", messages.SUCCESS)
