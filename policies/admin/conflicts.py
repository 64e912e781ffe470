"""What a person wrote against what the file says now: shown side by side, decided field by field or row by row."""

import hashlib
import json

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from policies.importing.decisions import BODY_LISTS, accept_new_text, keep_own_text
from policies.models import Document, Provision
from policies.models.text import as_read
from policies.presentation.comparison import marked

LISTS = {"issuing_bodies": "发文单位", "interpreter": "解释单位", "responsible_units": "责任单位"}


class ConflictsMixin:
    """For admins of rows with `conflicts`: a read-only field and the actions 采用新文本 and 保留人工内容."""

    actions = ("accept_new_text", "keep_own_text")

    @admin.display(description="与新文本的冲突")
    def conflict_table(self, row):
        if not row or not row.conflicts:
            return "没有"
        address = reverse("admin:policies_document_conflicts", args=[getattr(row, "document_id", row.pk)])
        lines = [(label_of(row, name), _shown(value_of(row, name)), _shown(read["now"]))
                 for name, read in row.conflicts.items()]  # fmt: skip
        return format_html(
            "<table><thead><tr><th>字段</th><th>现在的内容（人工）</th><th>文件的新内容</th></tr></thead>{}</table>"
            '<p><a href="{}">逐项决定</a></p>',
            format_html_join("", "<tr><th>{}</th><td>{}</td><td>{}</td></tr>", lines),
            address,
        )

    @admin.display(description="冲突")
    def has_conflicts(self, row):
        count = len(row.conflicts) + getattr(row, "provisions_in_conflict", 0)
        if not count:
            return "无"
        address = reverse("admin:policies_document_conflicts", args=[getattr(row, "document_id", row.pk)])
        return format_html('<a href="{}">{} 处</a>', address, count)

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


def decide_conflicts(model_admin, request, document: Document):
    """Every field of a document and its provisions that waits, each with a choice of its own."""
    if not model_admin.has_change_permission(request, document):
        raise PermissionDenied
    with transaction.atomic():
        provisions = Provision.objects.filter(document=document).exclude(conflicts={}).order_by("position")
        rows = [row for row in (document, *provisions) if row.conflicts]
        waiting = json.dumps([[row.pk, row.conflicts] for row in rows], ensure_ascii=False, sort_keys=True)
        state = hashlib.sha256(waiting.encode()).hexdigest()
        if request.method == "POST":
            if request.POST.get("state") != state:
                messages.error(request, "在您打开之后冲突有了变化，什么也没有做。请看了现在的内容再决定。")
            else:
                _decide_fields(request, rows)
            left = any(row.conflicts for row in rows)
            where = "admin:policies_document_conflicts" if left else "admin:policies_document_change"
            return redirect(where, document.pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"与新文本的冲突：{document}",
        "opts": model_admin.model._meta,
        "document": document,
        "state": state,
        "choices": [_choice(row, name) for row in rows for name in row.conflicts],
    }
    return TemplateResponse(request, "admin/policies/document/conflicts.html", context)


def _decide_fields(request, rows: list[Document | Provision]) -> None:
    taken = kept = 0
    for row in rows:
        answers = {name: request.POST.get(_key(row, name)) for name in row.conflicts}
        accepted = [name for name, answer in answers.items() if answer == "accept"]
        own = [name for name, answer in answers.items() if answer == "keep"]
        taken += len(accept_new_text(row, accepted)) if accepted else 0
        kept += len(keep_own_text(row, own)) if own else 0
    if taken or kept:
        messages.success(request, f"{taken} 处采用了文件的新内容，{kept} 处保留了人工内容。")
    else:
        messages.warning(request, "没有选任何一处，什么也没有改。")


def _choice(row: Document | Provision, name: str) -> dict:
    own, new = _shown(value_of(row, name)), _shown(row.conflicts[name]["now"])
    own_marked, new_marked = marked(own, new)
    where = "文件" if isinstance(row, Document) else row.shown_path
    return {"key": _key(row, name), "where": where, "label": label_of(row, name), "own": own_marked, "new": new_marked}


def _key(row: Document | Provision, name: str) -> str:
    return f"{row._meta.model_name}-{row.pk}-{name}"


def label_of(row, name: str) -> str:
    """What the field is called."""
    return LISTS.get(name) or str(row._meta.get_field(name).verbose_name)


def value_of(row: Document | Provision, name: str):
    """What the person has there: the field, or the names in the table beside it."""
    if name == "responsible_units":
        return list(row.responsibilities.order_by("order", "pk").values_list("printed_name", flat=True))
    if name in BODY_LISTS:
        links = row.body_links.filter(role=BODY_LISTS[name]).select_related("organization")
        return [link.printed_name or link.organization.name for link in links]
    return as_read(getattr(row, name))


def _shown(value) -> str:
    if isinstance(value, list):
        return "、".join(map(_entry, value)) or "（空）"
    return str(value or "（空）")


def _entry(entry: str | list) -> str:
    """A name, the name of a (name, role), or the rows of a table."""
    if isinstance(entry, str):
        return entry
    return entry[0] if isinstance(entry[0], str) else "；".join(" ".join(row) for row in entry)
