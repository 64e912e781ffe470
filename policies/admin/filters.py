"""Filters that find broken rows and what waits for an editor."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length

from policies.admin.fact_forms import AMOUNT_UNITS
from policies.models import FACT_MODELS, DocumentBody, Fact, Provision

DATES = ("signed_on", "printed_on", "published_on", "effective_on")
#: A document whose whole text is shorter was probably cut when it was read.
SHORT = 100


def has_facts_to_check(key: str) -> Q:
    """Rows whose key is among `key` of a fact that waits: few facts do, so they are looked up first."""
    found = Q()
    for model in FACT_MODELS:
        found |= Q(pk__in=model.objects.filter(state=Fact.State.UNVERIFIED).values(key))
    return found


class DocumentProblems(admin.SimpleListFilter):
    """缺什么：documents that need a look."""

    title = "待处理"
    parameter_name = "problem"

    def lookups(self, request, model_admin):
        return [
            ("body", "没有发文单位"),
            ("date", "没有任何日期"),
            ("short", f"正文不足{SHORT}字"),
            ("warning", "有读入提示"),
            ("facts", "有待核的事实"),
            ("conflict", "人工改动与新文本冲突"),
        ]

    def queryset(self, request, queryset):
        match self.value():
            case "body":
                issuers = DocumentBody.objects.filter(document=OuterRef("pk"), role=DocumentBody.Role.ISSUER)
                return queryset.filter(~Exists(issuers))
            case "date":
                return queryset.filter(**{f"{name}__isnull": True for name in DATES})
            case "short":
                # One long provision is enough to show that there is a text.
                live = Provision.objects.filter(document=OuterRef("pk"), withdrawn=False)
                long = live.annotate(length=Length("text")).filter(length__gte=SHORT)
                return queryset.filter(~Exists(long))
            case "warning":
                return queryset.exclude(warnings=[])
            case "facts":
                return queryset.filter(has_facts_to_check("provision__document"))
            case "conflict":
                theirs = Provision.objects.exclude(conflicts={}).values("document")
                return queryset.filter(~Q(conflicts={}) | Q(pk__in=theirs))
        return queryset


class ProvisionProblems(admin.SimpleListFilter):
    """Provisions that need a look."""

    title = "待处理"
    parameter_name = "problem"

    def lookups(self, request, model_admin):
        return [
            ("empty", "没有正文也没有标题"),
            ("facts", "有待核的事实"),
            ("conflict", "人工改动与新文本冲突"),
            ("withdrawn", "已从文本中删去"),
        ]

    def queryset(self, request, queryset):
        match self.value():
            case "empty":
                return queryset.filter(heading="", text="")
            case "facts":
                return queryset.filter(has_facts_to_check("provision"))
            case "conflict":
                return queryset.exclude(conflicts={})
            case "withdrawn":
                return queryset.filter(withdrawn=True)
        return queryset


class UnitOfAmount(admin.SimpleListFilter):
    """What an amount counts in, by its Chinese name."""

    title = "单位"
    parameter_name = "unit"

    def lookups(self, request, model_admin):
        return AMOUNT_UNITS

    def queryset(self, request, queryset):
        return queryset.filter(unit=self.value()) if self.value() else queryset
