"""Facts in the back office: confirm, correct, reject, add; who decided and when is kept."""

from django import forms
from django.contrib import admin, messages
from django.utils import timezone

from policies.models import Amount, Citation, Deadline, Document, Duration, Fact
from policies.publishing import decide

State = Fact.State


class FactForm(forms.ModelForm):
    """The words of a new fact are found in the provision; those of a read one stay where they were read."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if "surface" in self.fields:
            self.fields["surface"].widget = forms.TextInput(attrs={"size": 24})
            self.fields["surface"].disabled = bool(self.instance.pk and self.instance.end)
            self.fields["surface"].help_text = "照抄条款中的原文"
        for name in ("condition", "beneficiary", "phrase"):
            if name in self.fields:
                self.fields[name].widget = forms.Textarea(attrs={"rows": 2, "cols": 40})

    def clean(self):
        cleaned = super().clean()
        surface, fact = cleaned.get("surface"), self.instance
        provision = cleaned.get("provision") or getattr(fact, "provision", None)
        if surface and provision and not (fact.pk and fact.end):
            for field in ("text", "heading"):
                start = getattr(provision, field).find(surface)
                if start >= 0:
                    fact.field, fact.start, fact.end = field, start, start + len(surface)
                    return cleaned
            self.add_error("surface", "条款的标题和正文里没有这几个字，请照抄原文。")
        return cleaned


def stamp(fact: Fact, form: forms.ModelForm, user) -> None:
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
    fields = (
        "surface", "state", "value", "value_max", "unit", "per", "qualifier", "role", "beneficiary", "decided_by",
    )  # fmt: skip


class DeadlineInline(FactInline):
    model = Deadline
    fields = ("surface", "state", "date", "kind", "decided_by")


class DurationInline(FactInline):
    model = Duration
    fields = ("surface", "state", "value", "unit", "decided_by")


class CitationInline(FactInline):
    model = Citation
    fk_name = "provision"
    fields = ("surface", "state", "kind", "title", "document_number", "decided_by")


FACT_INLINES = (AmountInline, DeadlineInline, DurationInline, CitationInline)


class FactAdmin(admin.ModelAdmin):
    """One kind of fact over all documents."""

    form = FactForm
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("surface", "provision__document__title", "provision__heading")
    list_select_related = ("provision__document", "decided_by")
    autocomplete_fields = ("provision",)
    readonly_fields = ("field", "start", "end", "rule", "decided_by", "decided_at", "context")
    actions = ("confirm", "reject", "hand_back")
    list_filter = (
        "state",
        ("decided_by", admin.RelatedOnlyFieldListFilter),
        ("provision__document__state", admin.ChoicesFieldListFilter),
    )

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and obj is not None and obj.provision.document.state == Document.State.DRAFT

    @admin.display(description="文件与条款")
    def place(self, fact):
        return f"{fact.provision.document.title[:24]} {fact.provision.printed_path}"

    @admin.display(description="上下文")
    def context(self, fact):
        if not fact.pk or not fact.end:
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
        count = decide([fact for fact in queryset if fact.end], State.AUTO, request.user)
        self.message_user(request, f"{count} 条已退回机器识别，下次识别时按机器读数更新。", messages.SUCCESS)


@admin.register(Amount)
class AmountAdmin(FactAdmin):
    list_display = ("surface", "place", "role", "qualifier", "value", "unit", "per", "state", "decided_by")
    list_filter = ("state", "role", "qualifier", "unit", "unparsed", "audiences", *FactAdmin.list_filter[1:])
    filter_horizontal = ("audiences",)


@admin.register(Deadline)
class DeadlineAdmin(FactAdmin):
    list_display = ("surface", "place", "date", "kind", "state", "decided_by")
    list_filter = ("state", "kind", *FactAdmin.list_filter[1:])


@admin.register(Duration)
class DurationAdmin(FactAdmin):
    list_display = ("surface", "place", "value", "unit", "state", "decided_by")
    list_filter = ("state", "unit", *FactAdmin.list_filter[1:])


@admin.register(Citation)
class CitationAdmin(FactAdmin):
    list_display = ("surface", "place", "kind", "target_document", "state", "decided_by")
    list_filter = ("state", "kind", *FactAdmin.list_filter[1:])
    list_select_related = ("provision__document", "target_document", "decided_by")
    autocomplete_fields = ("provision", "target_document", "target_provision")
