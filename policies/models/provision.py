"""A provision (条款): one node of a document's tree, and the addresses it had before."""

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from policies.ingest.parsed import PROVISION_KINDS
from policies.models.document import Document
from policies.models.text import PlainTextEncoder, ReadByMachine

KIND_LABELS = {
    "part": "编", "subpart": "分编", "chapter": "章", "section": "节", "article": "条", "clause": "款", "item": "项",
    "subitem": "目", "annex": "附件", "preamble": "引言", "closing": "结尾",
}  # fmt: skip


class ProvisionQuerySet(models.QuerySet):
    def public(self):
        """What readers may see: provisions still in the text of a published document."""
        return self.filter(document__state=Document.State.PUBLISHED, withdrawn=False)

    def subtree(self, provision):
        """The provision and everything below it, in printed order."""
        return self.filter(document_id=provision.document_id, position__range=(provision.position, provision.last))


class Provision(ReadByMachine):
    """One node. The tree is kept as a parent key and the pre-order interval `position`..`last` of its subtree."""

    document = models.ForeignKey(Document, verbose_name="文件", on_delete=models.CASCADE, related_name="provisions")
    parent = models.ForeignKey(
        "self", verbose_name="上级", on_delete=models.CASCADE, null=True, blank=True, related_name="children"
    )
    kind = models.CharField("类型", max_length=10, choices=[(kind, KIND_LABELS[kind]) for kind in PROVISION_KINDS])
    number = models.CharField("编号", max_length=50, blank=True, help_text="照原文，如 （二）")
    printed_path = models.CharField("原文路径", max_length=300, help_text="如 二/（三）/1")
    path = models.CharField("网址路径", max_length=200, help_text="如 2.3.1；发布后不再改动")
    heading = models.TextField("标题", blank=True)
    text = models.TextField("正文", blank=True)
    tables = models.JSONField(
        "表格", default=list, blank=True, encoder=PlainTextEncoder, help_text="正文之后的表格，逐行的单元格"
    )
    paragraphs = models.PositiveSmallIntegerField("段数", default=0)
    position = models.PositiveIntegerField("次序")
    last = models.PositiveIntegerField("最后一个下级的次序")
    depth = models.PositiveSmallIntegerField("层级", default=0)
    responsible_units_line = models.TextField("责任单位原文", blank=True)
    completion_line = models.TextField("完成时间原文", blank=True)
    completion = models.CharField("完成时间", max_length=10, blank=True, help_text="如 2021-06")
    withdrawn = models.BooleanField("已从文本中删去", default=False)

    objects = ProvisionQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["machine", "conflicts", "tables"], verbose_name="历史")

    class Meta:
        verbose_name = verbose_name_plural = "条款"
        ordering = ["document_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "path"], name="one_provision_per_path"),
        ]
        indexes = [models.Index(fields=["document", "position"])]

    def __str__(self):
        return f"{self.number}{self.heading}" or self.shown_path

    @property
    def shown_path(self) -> str:
        """The printed path as an editor reads it: 附件/引言 for 附件/preamble."""
        return self.printed_path.replace("preamble", "引言").replace("closing", "结尾")

    @property
    def table_lines(self) -> list[str]:
        """The words of its tables, a line for each row, cells apart by a tab."""
        return ["\t".join(row) for table in self.tables for row in table]

    def get_absolute_url(self):
        return reverse("provision", args=[self.document.slug, self.path])


class FormerAddress(models.Model):
    """An address a provision had before it was renumbered; it redirects to where the provision is now."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="former_addresses")
    path = models.CharField("原路径", max_length=200)
    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="former_addresses")

    class Meta:
        verbose_name = verbose_name_plural = "旧地址"
        constraints = [models.UniqueConstraint(fields=["document", "path"], name="one_redirect_per_path")]

    def __str__(self):
        return self.path
