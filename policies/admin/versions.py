"""An earlier version of a row beside the present one, and its words back in place.

The library's own way would write the whole row of that day back: its state, its address, its place in the tree. Here
only what the form edits comes back, by the same way as an edit: what is published stays published, the tree stays.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from simple_history.admin import SimpleHistoryAdmin

from policies.presentation.comparison import marked


class VersionsAdmin(SimpleHistoryAdmin):
    """The history of a row; `restored(row, before)` is called after a version's words were put back and saved."""

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        version = get_object_or_404(self.model.history, id=row.pk, history_id=version_id)
        fields = [field for field in self._edited_fields(request, row) if _differs(field, row, version)]
        may = self.has_change_permission(request, row)
        if request.method == "POST":
            if not may:
                raise PermissionDenied
            if not fields or self._restore(request, row, version, fields):
                return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", row.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": f"以前的版本：{row}",
            "opts": self.opts,
            "row": row,
            "version": version,
            "lines": [_line(field, row, version) for field in fields],
            "may_restore": may and bool(fields),
        }
        return TemplateResponse(request, "admin/policies/version.html", context)

    def restored(self, row: models.Model, before: dict[str, object]) -> None:
        """`before` holds the values, by name, that the version's words replaced."""

    def _edited_fields(self, request, row) -> list[models.Field]:
        names = self.get_form(request, row).base_fields
        return [field for field in self.opts.concrete_fields if field.name in names]

    def _restore(self, request, row: models.Model, version, fields: list[models.Field]) -> bool:
        before = {field.name: getattr(row, field.attname) for field in fields}
        for field in fields:
            setattr(row, field.attname, getattr(version, field.attname))
        try:
            row.full_clean()
        except ValidationError as error:
            for said in error.messages:
                messages.error(request, f"没有恢复：{said}")
            row.refresh_from_db()
            return False
        when = timezone.localtime(version.history_date)
        row._change_reason = f"恢复{when:%Y-%m-%d %H:%M}的内容"
        with transaction.atomic():
            row.save()
            self.restored(row, before)
        messages.success(request, f"已恢复{when:%Y年%m月%d日 %H:%M}的内容。")
        return True


def _differs(field: models.Field, row: models.Model, version) -> bool:
    return getattr(row, field.attname) != getattr(version, field.attname)


def _line(field: models.Field, row: models.Model, version) -> dict:
    then, now = (_shown(field, each) for each in (version, row))
    then_marked, now_marked = marked(then, now)
    return {"label": field.verbose_name, "then": then_marked, "now": now_marked}


def _shown(field: models.Field, row) -> str:
    value = getattr(row, f"get_{field.name}_display")() if field.choices else getattr(row, field.attname)
    if field.is_relation and value is not None:
        value = field.related_model._base_manager.filter(pk=value).first() or "（已删去）"
    return "（空）" if value in (None, "") else str(value)
