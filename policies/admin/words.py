"""Lists that editors keep: 同义词, 适用对象, relations and collections."""

from django.contrib import admin

from policies.models import Alias, Audience, Collection, Relation


@admin.register(Alias)
class AliasAdmin(admin.ModelAdmin):
    list_display = ("word", "means", "both_ways")
    list_editable = ("both_ways",)
    search_fields = ("word", "means")
    list_per_page = 100


@admin.register(Audience)
class AudienceAdmin(admin.ModelAdmin):
    list_display = ("name", "slug", "order", "word_list")
    search_fields = ("name", "words")

    @admin.display(description="识别词")
    def word_list(self, audience):
        return "、".join(audience.words.split())


@admin.register(Relation)
class RelationAdmin(admin.ModelAdmin):
    list_display = ("from_document", "verb", "to_document", "since", "written_by")
    list_filter = ("verb", "by_person")
    search_fields = ("from_document__title", "to_document__title", "reason")
    autocomplete_fields = ("from_document", "from_provision", "to_document", "to_provision")
    list_select_related = ("from_document", "to_document")
    list_per_page = 50

    @admin.display(description="谁填写", ordering="by_person")
    def written_by(self, relation):
        return "人工" if relation.by_person else "机器"

    def save_model(self, request, obj, form, change):
        obj.by_person = True
        super().save_model(request, obj, form, change)


@admin.register(Collection)
class CollectionAdmin(admin.ModelAdmin):
    list_display = ("title", "slug", "lead_document", "source_path")
    search_fields = ("title",)
    autocomplete_fields = ("lead_document",)
    list_select_related = ("lead_document",)
