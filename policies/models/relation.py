"""Relations (关系) between documents and provisions, and the aliases (同义词) that search knows."""

from django.core.exceptions import ValidationError
from django.db import models

from policies.models.document import Document
from policies.models.provision import Provision


class Relation(models.Model):
    """One document or provision → another, with a verb; the reverse verb is read from REVERSE."""

    class Verb(models.TextChoices):
        BASIS = "basis", "依据"
        CARRIES_OUT = "carries_out", "落实"
        CITES = "cites", "引用"
        AMENDS = "amends", "修订"
        REPEALS = "repeals", "废止"
        REPLACES = "replaces", "替代"
        EXPLAINS = "explains", "解读"
        RELATED = "related", "相关"

    REVERSE = {
        "basis": "是其依据", "carries_out": "由其落实", "cites": "被其引用", "amends": "被其修订", 
        "repeals": "被其废止", "replaces": "被其替代", "explains": "由其解读", "related": "相关",
    }  # fmt: skip

    verb = models.CharField("关系", max_length=12, choices=Verb)
    from_document = models.ForeignKey(
        Document, verbose_name="文件", on_delete=models.CASCADE, related_name="relations_from"
    )
    from_provision = models.ForeignKey(
        Provision, verbose_name="条款", on_delete=models.CASCADE, null=True, blank=True, related_name="relations_from"
    )
    to_document = models.ForeignKey(
        Document, verbose_name="对方文件", on_delete=models.CASCADE, related_name="relations_to"
    )
    to_provision = models.ForeignKey(
        Provision, verbose_name="对方条款", on_delete=models.CASCADE, null=True, blank=True, related_name="relations_to"
    )
    reason = models.TextField("依据的原文或理由", blank=True)
    by_person = models.BooleanField("人工填写", default=True, editable=False)
    since = models.DateField("自", null=True, blank=True, help_text="废止或修订生效的日期")

    class Meta:
        verbose_name = verbose_name_plural = "关系"
        ordering = ["verb", "id"]

    def __str__(self):
        return f"{self.from_document} {self.get_verb_display()} {self.to_document}"

    def clean(self):
        for side in ("from", "to"):
            provision = getattr(self, f"{side}_provision")
            if provision and provision.document_id != getattr(self, f"{side}_document_id"):
                raise ValidationError({f"{side}_provision": "条款不属于所选文件"})


class AliasManager(models.Manager):
    def get_by_natural_key(self, word, means):
        return self.get(word=word, means=means)


class Alias(models.Model):
    """高企 = 高新技术企业: search looks for both, whichever was typed (one way when `both_ways` is off)."""

    word = models.CharField("词", max_length=50, db_index=True)
    means = models.CharField("也找", max_length=50)
    both_ways = models.BooleanField("反过来也找", default=True)

    objects = AliasManager()

    class Meta:
        verbose_name = verbose_name_plural = "同义词"
        ordering = ["word", "means"]
        constraints = [models.UniqueConstraint(fields=["word", "means"], name="one_alias_per_pair")]

    def __str__(self):
        return f"{self.word} = {self.means}"

    def natural_key(self):
        return (self.word, self.means)
