"""Facts read from the words of a provision, each with its place in the text and who vouches for it."""

from django.conf import settings
from django.db import models

from policies.models.document import Document
from policies.models.provision import Provision


class FactQuerySet(models.QuerySet):
    def public(self):
        """Facts that readers may see: of public provisions, not rejected by an editor."""
        return self.filter(provision__document__state=Document.State.PUBLISHED, provision__withdrawn=False).exclude(
            state=Fact.State.REJECTED
        )


class Fact(models.Model):
    """`getattr(provision, field)[start:end] == surface` holds, unless the words are gone from the text.

    Then `start == end == 0`, the values stay, and the state is 待核 (不是事实 where a person had rejected it).
    """

    class State(models.TextChoices):
        AUTO = "auto", "机器识别"
        CONFIRMED = "confirmed", "已核对"
        EDITED = "edited", "已核对（改过）"
        REJECTED = "rejected", "不是事实"
        UNVERIFIED = "unverified", "待核"

    class Place(models.TextChoices):
        HEADING = "heading", "标题"
        TEXT = "text", "正文"

    #: Fields that hold what the fact says; extraction compares and writes these. Subclasses name theirs.
    VALUES: tuple[str, ...] = ()

    provision = models.ForeignKey(Provision, verbose_name="条款", on_delete=models.CASCADE, related_name="%(class)ss")
    field = models.CharField("所在", max_length=8, choices=Place, default=Place.TEXT)
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    surface = models.TextField("原文")
    rule = models.CharField("识别规则", max_length=60, blank=True)
    state = models.CharField("核对", max_length=10, choices=State, default=State.AUTO, db_index=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="核对人",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField("核对时间", null=True, blank=True)
    machine = models.JSONField("机器读到的值", default=dict, blank=True, editable=False)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["provision__document_id", "provision__position", "field", "start"]

    def __str__(self):
        return self.surface


class AudienceManager(models.Manager):
    def get_by_natural_key(self, name):
        return self.get(name=name)


class Audience(models.Model):
    """适用对象: a kind of beneficiary readers filter by, told by words that stand near the amount."""

    name = models.CharField("适用对象", max_length=50, unique=True)
    slug = models.SlugField("网址名", max_length=40, unique=True)
    words = models.TextField("识别词", help_text="一行一个；条款中出现其一即归入此对象")
    order = models.PositiveSmallIntegerField("次序", default=0)

    objects = AudienceManager()

    class Meta:
        verbose_name = verbose_name_plural = "适用对象"
        ordering = ["order", "name"]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.name,)


class Amount(Fact):
    """Money, percentage, ratio or area; `value` in the base unit (元, 美元, %, ratio, 平方米, 亩)."""

    class Qualifier(models.TextChoices):
        EXACT = "exact", "恰为"
        MAX = "max", "最高"
        MIN = "min", "至少"
        RANGE = "range", "区间"
        APPROX = "approx", "约"

    class Role(models.TextChoices):
        BENEFIT = "benefit", "奖补"
        RATE = "rate", "比例"
        THRESHOLD = "threshold", "门槛"
        TARGET = "target", "目标"
        OTHER = "other", "其他"

    VALUES = (
        "value", "value_max", "unit", "per", "qualifier", "role", "condition", "beneficiary", "group", "unparsed",
        "phrase",
    )  # fmt: skip

    phrase = models.TextField("带限定的短语", blank=True)
    value = models.DecimalField("数值", max_digits=24, decimal_places=4)
    value_max = models.DecimalField("上限值", max_digits=24, decimal_places=4, null=True, blank=True)
    unit = models.CharField("单位", max_length=10)
    per = models.CharField("每", max_length=20, blank=True)
    qualifier = models.CharField("限定", max_length=8, choices=Qualifier, default=Qualifier.EXACT)
    role = models.CharField("作用", max_length=10, choices=Role, default=Role.OTHER, db_index=True)
    condition = models.TextField("条件", blank=True)
    beneficiary = models.TextField("对象", blank=True)
    group = models.PositiveSmallIntegerField("同组", null=True, blank=True)
    unparsed = models.BooleanField("分档未能对应", default=False)
    audiences = models.ManyToManyField(Audience, verbose_name="适用对象", blank=True, related_name="amounts")

    class Meta(Fact.Meta):
        verbose_name = verbose_name_plural = "金额与比例"
        indexes = [models.Index(fields=["role", "unit", "value"])]


class Deadline(Fact):
    """A date by which something is to be done or reached, with its printed precision; empty without a year."""

    class Kind(models.TextChoices):
        TARGET = "target", "目标"
        COMPLETION = "completion", "任务"
        OTHER = "other", "其他"

    VALUES = ("date", "kind")

    date = models.CharField("日期", max_length=10, blank=True, db_index=True, help_text="2021、2021-06 或 2021-06-30")
    kind = models.CharField("性质", max_length=10, choices=Kind, default=Kind.OTHER)

    class Meta(Fact.Meta):
        verbose_name = verbose_name_plural = "期限"


class Duration(Fact):
    """A printed length of time; `unit` one of 年 月 周 日 工作日 小时."""

    VALUES = ("value", "unit")

    value = models.DecimalField("长度", max_digits=10, decimal_places=2)
    unit = models.CharField("单位", max_length=4)

    class Meta(Fact.Meta):
        verbose_name = verbose_name_plural = "时长"


class Citation(Fact):
    """《title》(number), a bare document number, or an inner reference; with what it points to when that is known."""

    class Kind(models.TextChoices):
        TITLE = "title", "文件名"
        DOCUMENT_NUMBER = "document_number", "文号"
        INNER = "inner", "文内"

    VALUES = ("kind", "title", "document_number", "target")

    kind = models.CharField("类型", max_length=16, choices=Kind, default=Kind.TITLE)
    title = models.CharField("所引标题", max_length=500, blank=True, db_index=True)
    document_number = models.CharField("所引文号", max_length=100, blank=True, db_index=True)
    target = models.JSONField("所指", default=list, blank=True)
    target_document = models.ForeignKey(
        Document, verbose_name="所引文件", on_delete=models.SET_NULL, null=True, blank=True, related_name="cited_in"
    )
    target_provision = models.ForeignKey(
        Provision, verbose_name="所引条款", on_delete=models.SET_NULL, null=True, blank=True, related_name="cited_in"
    )

    class Meta(Fact.Meta):
        verbose_name = verbose_name_plural = "引用"


#: Every kind of fact, in the order pages and exports show them.
FACT_MODELS = (Amount, Deadline, Duration, Citation)
