"""A policy document (政策文件), the collection it came in, and the bodies it names."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from policies.models.text import ReadByMachine


class CollectionManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Collection(models.Model):
    """A printed volume or package that documents came in."""

    title = models.CharField("名称", max_length=300)
    slug = models.SlugField("网址名", max_length=60, unique=True)
    description = models.TextField("说明", blank=True)
    source_path = models.CharField("来源文件", max_length=500, blank=True, db_index=True)
    lead_document = models.ForeignKey(
        "Document", verbose_name="牵头文件", on_delete=models.SET_NULL, null=True, blank=True, related_name="leads"
    )

    objects = CollectionManager()

    class Meta:
        verbose_name = verbose_name_plural = "汇编"
        ordering = ["title"]

    def __str__(self):
        return self.title

    def natural_key(self):
        return (self.slug,)


class DocumentQuerySet(models.QuerySet):
    def public(self):
        """What readers may see: published, neither draft nor withdrawn nor a stub."""
        return self.filter(state=Document.State.PUBLISHED)


class DocumentManager(models.Manager.from_queryset(DocumentQuerySet)):
    """The documents of the base: stubs, which are only cited, are no documents of the base."""

    def get_queryset(self):
        return super().get_queryset().exclude(state=Document.State.STUB)


class Document(ReadByMachine):
    """One policy document. Its validity status is computed when asked (policies/validity.py), never stored.

    `Document.objects` leaves out the stubs; `Document.everything` holds them too, and is what forms and dumps use.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        PUBLISHED = "published", "已发布"
        WITHDRAWN = "withdrawn", "已撤下"
        STUB = "stub", "未收录"  # cited, but its text is not in the base

    collection = models.ForeignKey(
        Collection, verbose_name="汇编", on_delete=models.SET_NULL, null=True, blank=True, related_name="documents"
    )
    position = models.PositiveIntegerField("汇编内序号", default=0)
    page = models.PositiveIntegerField("汇编页码", null=True, blank=True)
    title = models.CharField("标题", max_length=500)
    slug = models.SlugField("网址名", max_length=60, unique=True)
    kind = models.CharField("文种", max_length=20, blank=True, db_index=True)
    place = models.CharField(
        "地区",
        max_length=60,
        blank=True,
        db_index=True,
        help_text="如 泉州市；文中“市科技局”等简称按此地区认定；全国性文件留空",
    )
    document_number = models.CharField("发文字号", max_length=100, blank=True, db_index=True)
    signed_on = models.DateField("成文日期", null=True, blank=True)
    printed_on = models.DateField("印发日期", null=True, blank=True)
    published_on = models.DateField("发布日期", null=True, blank=True)
    effective_on = models.DateField("施行日期", null=True, blank=True)
    expires_on = models.DateField("失效日期", null=True, blank=True)
    validity_text = models.TextField("有效期原文", blank=True)
    validity_from = models.CharField(
        "有效期起点", max_length=20, blank=True, help_text="发布之日、印发之日或 2021-01-01"
    )
    validity_period = models.CharField("有效期长度", max_length=20, blank=True, help_text="如 2年")
    bodies = models.ManyToManyField("Organization", through="DocumentBody", related_name="documents")
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT, db_index=True)
    replaced_by = models.ForeignKey(
        "self", verbose_name="被何文件替代", on_delete=models.SET_NULL, null=True, blank=True, related_name="replaces"
    )
    source_path = models.CharField("来源路径", max_length=500, blank=True, db_index=True)
    source_title = models.CharField("来源标题", max_length=500, blank=True)
    source_sha256 = models.CharField("来源校验和", max_length=64, blank=True, db_index=True)
    source_file = models.FileField("来源文件", upload_to="sources/", blank=True)
    source_url = models.URLField("来源网址", max_length=500, blank=True)
    warnings = models.JSONField("读入提示", default=list, blank=True)
    created_at = models.DateTimeField("建立时间", auto_now_add=True)
    published_at = models.DateTimeField("上线时间", null=True, blank=True)

    objects = DocumentManager()
    everything = DocumentQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["machine", "conflicts"], verbose_name="历史")

    class Meta:
        verbose_name = verbose_name_plural = "政策文件"
        ordering = ["collection_id", "position", "id"]
        default_manager_name = "everything"
        permissions = [("publish_document", "可以发布和撤下政策文件")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("document", args=[self.slug])


class DocumentBody(models.Model):
    """A body that issued the document or interprets it, in printed order."""

    class Role(models.TextChoices):
        ISSUER = "issuer", "发文单位"
        INTERPRETER = "interpreter", "解释单位"

    document = models.ForeignKey(Document, verbose_name="文件", on_delete=models.CASCADE, related_name="body_links")
    organization = models.ForeignKey(
        "Organization", verbose_name="单位", on_delete=models.PROTECT, related_name="body_links"
    )
    role = models.CharField("角色", max_length=12, choices=Role, default=Role.ISSUER)
    order = models.PositiveSmallIntegerField("次序", default=0)
    printed_name = models.CharField("原文名称", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "发文与解释单位"
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "organization", "role"], name="one_role_of_a_body_per_document")
        ]

    def __str__(self):
        return f"{self.printed_name or self.organization_id}（{self.get_role_display()}）"


class ErrorReport(models.Model):
    """What a reader says is wrong with a page; no account and no personal data needed."""

    class State(models.TextChoices):
        OPEN = "open", "未处理"
        DONE = "done", "已处理"
        DISMISSED = "dismissed", "不采纳"

    address = models.CharField("页面", max_length=300)
    message = models.TextField("内容", max_length=2000)
    contact = models.CharField("联系方式（可不填）", max_length=200, blank=True)
    state = models.CharField("处理", max_length=10, choices=State, default=State.OPEN, db_index=True)
    answer = models.TextField("处理说明", blank=True)
    created_at = models.DateTimeField("时间", auto_now_add=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="处理人", on_delete=models.SET_NULL, null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "报错"
        ordering = ["-created_at"]

    def __str__(self):
        return f"{self.address}：{self.message[:30]}"
