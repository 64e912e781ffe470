"""The back office, one file per subject; everything an editor reads is Chinese."""

from django.contrib import admin

from policies.admin import documents, facts, organizations, provisions, reports, words

__all__ = ["documents", "facts", "organizations", "provisions", "reports", "words"]

admin.site.site_header = "政策知识库 · 管理后台"
admin.site.site_title = "政策知识库管理"
admin.site.index_title = "内容管理"
