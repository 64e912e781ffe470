"""What a person wrote against what the file says now: shown side by side, decided by two actions."""

from django.contrib import admin, messages
from django.db import transaction
from django.utils.html import format_html, format_html_join

from policies.importing.decisions import accept_new_text, keep_own_text
from policies.models.text import as_read

LISTS = {"issuing_bodies": "发文单位", "interpreter": "解释单位", "responsible_units": "责任单位"}


class ConflictsMixin:
    """For admins of rows with `conflicts`: a read-only field and the actions 采用新文本 and 保留人工内容."""

    actions = ("accept_new_text", "keep_own_text")

    @admin.display(description="与新文本的冲突")
    def conflict_table(self, row):
        if not row or not row.conflicts:
            return "没有"
        lines = [
            (self._label(row, name), _shown(as_read(getattr(row, name, "（见下方列表）"))), _shown(read["now"]))
            for name, read in row.conflicts.items()
        ]
        return format_html(
            "<table><thead><tr><th>字段</th><th>现在的内容（人工）</th><th>文件的新内容</th></tr></thead>{}</table>"
            "<p>在列表页选中后用“采用文件的新内容”或“保留人工内容”决定。</p>",
            format_html_join("", "<tr><th>{}</th><td>{}</td><td>{}</td></tr>", lines),
        )

    @staticmethod
    def _label(row, name: str) -> str:
        return LISTS.get(name) or str(row._meta.get_field(name).verbose_name)

    @admin.display(description="冲突")
    def has_conflicts(self, row):
        return f"{len(row.conflicts)} 处" if row.conflicts else ""

    @admin.action(description="采用文件的新内容（有冲突的条目）", permissions=["change"])
    def accept_new_text(self, request, queryset):
        self._decide(request, queryset, accept_new_text, "采用了文件的新内容")

    @admin.action(description="保留人工内容（有冲突的条目）", permissions=["change"])
    def keep_own_text(self, request, queryset):
        self._decide(request, queryset, keep_own_text, "保留了人工内容")

    def _decide(self, request, queryset, decision, done: str):
        with transaction.atomic():
            rows = list(queryset.exclude(conflicts={}))
            for row in rows:
                decision(row)
        if rows:
            self.message_user(request, f"{len(rows)} 条{done}。", messages.SUCCESS)
        else:
            self.message_user(request, "选中的条目没有冲突。", messages.WARNING)


def _shown(value) -> str:
    if isinstance(value, list):
        return "、".join(entry if isinstance(entry, str) else entry[0] for entry in value) or "（空）"
    return str(value or "（空）")
