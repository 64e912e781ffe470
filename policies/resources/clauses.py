"""The clause table as an import-export resource: key 文件 + 路径, errors by row, nothing deleted.

An empty cell leaves the field as it is, （空） empties it, a missing row deletes nothing, an unknown key is an error
with its row. Changes are saved one by one, as the back office saves them: facts follow, history and queue are written.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.safestring import mark_safe
from import_export import fields, resources
from import_export.results import Error, RowResult

from policies.exports.cells import LONG_TEXT_MARK, clean_text
from policies.extraction import follow_edit
from policies.models import Provision, Responsibility
from policies.organizations import Organizations
from policies.presentation.records import gather
from policies.resources.formats import UnreadableTable

#: A cell that says so empties its field.
EMPTY = "（空）"
#: 各县（市、区）人民政府 is one name: the mark inside brackets does not part it.
_BETWEEN_UNITS = re.compile(r"[、，,；;\n](?![^（(]*[)）])")
COMPLETION = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


class PlainDiff(resources.Diff):
    """Changes marked with <ins> and <del> alone: the site's content security policy allows no inline style."""

    def as_html(self):
        return [mark_safe(re.sub(r' style="[^"]*"', "", html)) for html in super().as_html()]


class PlainError(Error):
    """What is wrong, without the way through the program that the page would print below it."""

    traceback = ""


class ClauseResource(resources.ModelResource):
    """One row per provision; see the head of this file."""

    title = fields.Field("document__title", "文件标题", readonly=True)
    document = fields.Field("document__slug", "文件", readonly=True)
    path = fields.Field("path", "路径", readonly=True)
    number = fields.Field("number", "编号")
    heading = fields.Field("heading", "标题")
    text = fields.Field("text", "正文")
    units = fields.Field(None, "责任单位")
    completion = fields.Field("completion", "完成时间")
    link = fields.Field(None, "链接", readonly=True)

    class Meta:
        model = Provision
        fields = ("title", "document", "path", "number", "heading", "text", "units", "completion", "link")
        import_order = export_order = fields
        import_id_fields = ("document", "path")
        use_transactions = True
        skip_unchanged = True
        report_skipped = False
        store_instance = False

    def get_diff_class(self):
        return PlainDiff

    @classmethod
    def get_error_result_class(cls):
        return PlainError

    # Out

    def filter_export(self, queryset, **options):
        return queryset.select_related("document").order_by("document_id", "position")

    def export(self, queryset=None, **options):
        self._units = {}
        return super().export(queryset, **options)

    def iter_queryset(self, queryset):
        rows = list(queryset)
        for start in range(0, len(rows), 1000):
            self._units.update(unit_cells(rows[start : start + 1000]))
        yield from rows

    def dehydrate_units(self, provision):
        return self._units.get(provision.pk, "")

    def dehydrate_link(self, provision):
        return provision.get_absolute_url()

    # In

    def import_data(self, dataset, dry_run=False, **options):
        # One wrong row and nothing of the sheet is written: an editor mends it and imports the whole again.
        return super().import_data(dataset, dry_run, **{"rollback_on_validation_errors": True, **options})

    def before_import(self, dataset, **options):
        self._rows = None
        missing = [name for name in ("文件", "路径") if name not in (dataset.headers or [])]
        if missing:
            raise UnreadableTable(
                f"表格缺少“{'”“'.join(missing)}”列：第一行应是列名，“文件”和“路径”合起来认出一个条款。"
            )
        slugs = {str(slug).strip() for slug in dataset["文件"] if slug}
        rows = list(Provision.objects.select_related("document").filter(document__slug__in=slugs))
        self._rows = {(row.document.slug, row.path): row for row in rows}
        self._units = unit_cells(rows)
        self._seen: dict[tuple[str, str], int] = {}
        self._organizations = Organizations()

    def import_row(self, row, instance_loader, **options):
        if self._rows is None or not any(str(cell or "").strip() for cell in row.values()):
            result = RowResult()
            result.import_type = RowResult.IMPORT_TYPE_SKIP
            return result
        return super().import_row(row, instance_loader, **options)

    def get_or_init_instance(self, instance_loader, row):
        key = (str(row.get("文件") or "").strip(), str(row.get("路径") or "").strip())
        found = self._rows.get(key)
        if found is None:
            raise ValidationError(f"第{self._line}行：没有“文件”为“{key[0]}”、“路径”为“{key[1]}”的条款。")
        if key in self._seen:
            raise ValidationError(f"第{self._line}行：与第{self._seen[key]}行是同一个条款，请只留一行。")
        self._seen[key] = self._line
        return found, False

    def before_import_row(self, row, row_number=None, **options):
        # The row of the sheet, as Excel counts: the names of the columns are row 1.
        self._line = row_number + 1

    def import_field(self, field, instance, row, is_m2m=False, **options):
        cell = row.get(field.column_name)
        text = clean_text(str(cell)) if cell is not None else ""
        if not text.strip() or text.endswith(LONG_TEXT_MARK) or field.readonly:
            return
        text = "" if text.strip() == EMPTY else text
        if field.column_name == "责任单位":
            instance._new_units = None if text == self._units.get(instance.pk, "") else text
            return
        if field.column_name in {"编号", "完成时间"}:
            text = text.strip()
        if field.column_name == "完成时间" and text and not COMPLETION.fullmatch(text):
            raise ValueError(f"第{self._line}行：完成时间“{text}”不是 2021、2021-06 或 2021-06-30 的样子。")
        if field.column_name == "编号" and len(text) > 50:
            raise ValueError(f"第{self._line}行：编号超过50个字。")
        setattr(instance, field.attribute, text)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        if import_validation_errors:
            return False
        same = all(
            getattr(instance, name) == getattr(original, name) for name in ("number", "heading", "text", "completion")
        )
        return same and getattr(instance, "_new_units", None) is None

    def do_instance_save(self, instance, is_create):
        before = Provision.objects.filter(pk=instance.pk).values("heading", "text").get()
        instance.paragraphs = len([line for line in instance.text.split("\n") if line.strip()])
        instance._change_reason = "导入表格"
        instance.save()
        follow_edit(instance, before)
        units = getattr(instance, "_new_units", None)
        if units is not None:
            self._replace_units(instance, units)

    def _replace_units(self, provision: Provision, units: str) -> None:
        """The units of a cell become the provision's own, in their order; roles of those that stay are kept."""
        roles = dict(provision.responsibilities.values_list("organization_id", "role"))
        names = [name.strip() for name in _BETWEEN_UNITS.split(units) if name.strip()]
        found: dict[int, str] = {}
        for name in names:
            found.setdefault(self._organizations.resolve(name, provision.document.place).pk, name)
        for row in provision.responsibilities.all():
            row.delete()
        for order, (pk, name) in enumerate(found.items()):
            Responsibility.objects.create(
                provision=provision,
                organization_id=pk,
                printed_name=name,
                role=roles.get(pk, ""),
                order=order,
                by_person=True,
            )


def unit_cells(provisions: list[Provision]) -> dict[int, str]:
    """Provision id → its units as the sheet shows them, own or inherited."""
    return {record.provision.pk: "、".join(unit.name for unit in record.units) for record in gather(provisions)}
