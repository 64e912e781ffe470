"""Facts in the back office: confirm, correct, reject, add; who decided and when is kept."""

from django import forms
from django.contrib import admin, messages
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from policies.admin.fact_forms import AmountForm, DeadlineForm, DurationForm, FactForm
from policies.admin.filters import UnitOfAmount
from policies.models import Amount, Citation, Deadline, Document, Duration, Fact
from policies.presentation.facts import fact_line, money
from policies.publishing import decide

State = Fact.State


def stamp(fact: Fact, form: FactForm, user) -> None:
    """An editor who changed what a fact says has checked it; so has one who set its state."""
    if not fact.pk or set(form.changed_data) - {"state", "seen", "audiences"}:
        fact.state = State.EDITED if fact.state != State.REJECTED else State.REJECTED
        fact.rule = fact.rule or "人工填写"
    elif "audiences" in form.changed_data and fact.state == State.AUTO:
        fact.state = State.EDITED
    if fact.state in {State.CONFIRMED, State.EDITED, State.REJECTED}:
        fact.decided_by, fact.decided_at = user, timezone.now()
    else:
        fact.decided_by = fact.decided_at = None


class FactInline(admin.TabularInline):
    """Facts below their provision; a wrong one is rejected, not deleted, so that it stays away."""

    form = FactForm
    extra = 0
    can_delete = False
    show_change_link = True
    readonly_fields = ("decided_by",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("decided_by", "provision")


class AmountInline(FactInline):
    model = Amount
    form = AmountForm
    fields = (
        "surface", "state", "value", "value_max", "unit", "per", "qualifier", "role", "beneficiary", "decided_by",
    )  # fmt: skip


class DeadlineInline(FactInline):
    model = Deadline
    form = DeadlineForm
    fields = ("surface", "state", "date", "kind", "decided_by")


class DurationInline(FactInline):
    model = Duration
    form = DurationForm
    fields = ("surface", "state", "value", "unit", "decided_by")


class CitationInline(FactInline):
    model = Citation
    fk_name = "provision"
    fields = ("surface", "state", "kind", "title", "document_number", "decided_by")


FACT_INLINES = (AmountInline, DeadlineInline, DurationInline, CitationInline)


class FactAdmin(admin.ModelAdmin):
    """One kind of fact over all documents. A new one is added where its words stand: on the page of its provision."""

    form = FactForm
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("surface", "provision__document__title", "provision__heading")
    search_help_text = "按原文、文件标题或条款标题查找；机器漏读的，请到条款页面添加"
    list_select_related = ("provision__document", "decided_by")
    readonly_fields = ("provision_link", "context", "decided_by", "decided_at")
    exclude = ("provision", "field", "start", "end", "rule")
    actions = ("confirm", "reject", "hand_back")
    list_filter = (
        "state",
        ("decided_by", admin.RelatedOnlyFieldListFilter),
        ("provision__document__state", admin.ChoicesFieldListFilter),
    )

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and obj is not None and obj.provision.document.state == Document.State.DRAFT

    def get_fields(self, request, obj=None):
        names = super().get_fields(request, obj)
        return [*self.readonly_fields[:2], *(name for name in names if name not in self.readonly_fields[:2])]

    @admin.display(description="文件与条款")
    def place(self, fact):
        return f"{fact.provision.document.title[:24]} {fact.provision.number or fact.provision}"

    @admin.display(description="条款")
    def provision_link(self, fact):
        address = reverse("admin:policies_provision_change", args=[fact.provision_id])
        return format_html('<a href="{}">{} {}</a>', address, fact.provision.document, fact.provision)

    @admin.display(description="原句")
    def sentence(self, fact):
        return fact_line(fact, fact.provision).piece if fact.end else "原文已不在条款中"

    @admin.display(description="上下文")
    def context(self, fact):
        if not fact.end:
            return "原文已不在条款中"
        words = getattr(fact.provision, fact.field)
        return f"…{words[max(0, fact.start - 60) : fact.start]}【{fact.surface}】{words[fact.end : fact.end + 60]}…"

    def save_model(self, request, obj, form, change):
        if form.changed_data or not change:
            stamp(obj, form, request.user)
            obj.save()

    @admin.action(description="标为已核对", permissions=["change"])
    def confirm(self, request, queryset):
        count, total = decide(queryset, State.CONFIRMED, request.user), queryset.count()
        self.message_user(request, f"{count} 条已核对。", messages.SUCCESS)
        if count < total:
            self.message_user(
                request, f"{total - count} 条的原文已不在条款中，不能标为已核对，请改正或否定。", messages.WARNING
            )

    @admin.action(description="标为不是事实（不再显示，重新识别也不恢复）", permissions=["change"])
    def reject(self, request, queryset):
        self.message_user(request, f"{decide(queryset, State.REJECTED, request.user)} 条已否定。", messages.SUCCESS)

    @admin.action(description="退回机器识别", permissions=["change"])
    def hand_back(self, request, queryset):
        chosen = list(queryset)
        count = decide([fact for fact in chosen if fact.end], State.AUTO, request.user)
        self.message_user(request, f"{count} 条已退回机器识别，下次识别时按机器读数更新。", messages.SUCCESS)
        if count < len(chosen):
            self.message_user(request, f"{len(chosen) - count} 条的原文已不在条款中，没有退回。", messages.WARNING)


@admin.register(Amount)
class AmountAdmin(FactAdmin):
    form = AmountForm
    list_display = ("surface", "reading", "sentence", "place", "role", "state", "decided_by")
    list_filter = ("state", "role", "qualifier", UnitOfAmount, "unparsed", "audiences", *FactAdmin.list_filter[1:])

    def formfield_for_manytomany(self, db_field, request, **options):
        # Twenty audiences fit on the page; Django's two boxes speak English.
        return super().formfield_for_manytomany(db_field, request, widget=forms.CheckboxSelectMultiple, **options)

    @admin.display(description="读作", ordering="value")
    def reading(self, amount):
        values = [amount.value, amount.value_max] if amount.value_max is not None else [amount.value]
        if amount.unit == "元":
            said = "至".join(money(value) for value in values)
        elif amount.unit == "ratio":
            said = ":".join(f"{value.normalize():f}" for value in values)
        else:
            said = "至".join(f"{value.normalize():f}" for value in values) + amount.unit
        qualifier = "" if len(values) == 2 or amount.qualifier == "exact" else amount.get_qualifier_display()
        return f"{qualifier}{said}{f'/{amount.per}' if amount.per else ''}"


@admin.register(Deadline)
class DeadlineAdmin(FactAdmin):
    form = DeadlineForm
    list_display = ("surface", "date", "sentence", "place", "kind", "state", "decided_by")
    list_filter = ("state", "kind", *FactAdmin.list_filter[1:])


@admin.register(Duration)
class DurationAdmin(FactAdmin):
    form = DurationForm
    list_display = ("surface", "reading", "sentence", "place", "state", "decided_by")
    list_filter = ("state", "unit", *FactAdmin.list_filter[1:])

    @admin.display(description="读作", ordering="value")
    def reading(self, duration):
        return f"{duration.value.normalize():f}{duration.unit}"


@admin.register(Citation)
class CitationAdmin(FactAdmin):
    exclude = (*FactAdmin.exclude, "target")
    list_display = ("surface", "place", "kind", "target_document", "state", "decided_by")
    list_filter = ("state", "kind", *FactAdmin.list_filter[1:])
    list_select_related = ("provision__document", "target_document", "decided_by")
    autocomplete_fields = ("target_document", "target_provision")
