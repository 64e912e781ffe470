"""An organization (单位), the names it goes by, and what it is responsible for."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from policies.models.provision import Provision


class OrganizationManager(models.Manager):
    def get_by_natural_key(self, name):
        return self.get(name=name)


class Organization(models.Model):
    """A unit under its canonical name (泉州市科学技术局); its other names stand in OrganizationName."""

    class Level(models.TextChoices):
        NATION = "nation", "国家"
        PROVINCE = "province", "省"
        CITY = "city", "市"
        COUNTY = "county", "县（市、区）"
        OTHER = "other", "其他"

    class Kind(models.TextChoices):
        PARTY = "party", "党委部门"
        GOVERNMENT = "government", "政府"
        DEPARTMENT = "department", "政府部门"
        COURT = "court", "法院、检察院"
        LEGISLATURE = "legislature", "人大、政协"
        COMPANY = "company", "企业"
        GROUP = "group", "一类单位"  # 各县（市、区）人民政府
        OTHER = "other", "其他"

    name = models.CharField("规范名称", max_length=200, unique=True)
    slug = models.SlugField("网址名", max_length=60, unique=True)
    level = models.CharField("层级", max_length=10, choices=Level, default=Level.OTHER)
    kind = models.CharField("性质", max_length=12, choices=Kind, default=Kind.OTHER)
    merged_into = models.ForeignKey(
        "self", verbose_name="并入", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    place = models.CharField(
        "地区",
        max_length=60,
        blank=True,
        db_index=True,
        help_text="如 泉州市；简称“市科技局”只在本地区的文件里指这个单位",
    )
    note = models.TextField("说明", blank=True)

    objects = OrganizationManager()
    history = HistoricalRecords(verbose_name="历史")

    class Meta:
        verbose_name = verbose_name_plural = "单位"
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("unit", args=[self.slug])

    def natural_key(self):
        return (self.name,)


class OrganizationNameManager(models.Manager):
    def get_by_natural_key(self, organization, name):
        return self.get(organization__name=organization, name=name)


class OrganizationName(models.Model):
    """Another name of an organization: short (市科技局), former or otherwise.

    Every city has a 市科技局, so a name is unique within the place of its organization, not over the base.
    """

    organization = models.ForeignKey(
        Organization, verbose_name="单位", on_delete=models.CASCADE, related_name="other_names"
    )
    name = models.CharField("简称或别名", max_length=200, db_index=True)
    is_short = models.BooleanField("页面上用作简称", default=False)

    objects = OrganizationNameManager()

    class Meta:
        verbose_name = verbose_name_plural = "简称与别名"
        ordering = ["-is_short", "name"]
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="one_name_once_per_organization")]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.organization.name, self.name)

    natural_key.dependencies = ["policies.organization"]

    def clean(self):
        if not self.organization_id:
            return
        same = OrganizationName.objects.filter(name=self.name, organization__place=self.organization.place)
        other = same.exclude(organization_id=self.organization_id).first()
        if other:
            raise ValidationError({"name": f"“{self.name}”在同一地区已是“{other.organization}”的名称"})


class Responsibility(models.Model):
    """A unit is responsible for a provision and, by inheritance, for the provisions below it."""

    class Role(models.TextChoices):
        NONE = "", "责任单位"
        LEAD = "lead", "牵头单位"
        SUPPORT = "support", "配合单位"

    provision = models.ForeignKey(
        Provision, verbose_name="条款", on_delete=models.CASCADE, related_name="responsibilities"
    )
    organization = models.ForeignKey(
        Organization, verbose_name="单位", on_delete=models.PROTECT, related_name="responsibilities"
    )
    printed_name = models.CharField("原文名称", max_length=200, blank=True)
    role = models.CharField("分工", max_length=10, choices=Role, default=Role.NONE, blank=True)
    order = models.PositiveSmallIntegerField("次序", default=0)
    by_person = models.BooleanField("人工填写", default=False, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "责任"
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["provision", "organization"], name="one_responsibility_per_unit")
        ]

    def __str__(self):
        return self.printed_name
