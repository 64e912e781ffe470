"""Addresses for search engines: documents, provisions and units that readers may see."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from policies.models import Document, Organization, Provision


class PageSitemap(Sitemap):
    def items(self):
        return ["home", "documents", "units", "amounts", "deadlines", "eligibility", "about"]

    def location(self, item: str) -> str:
        return reverse(item)


class DocumentSitemap(Sitemap):
    limit = 10_000

    def items(self):
        return Document.objects.public().order_by("pk")

    def lastmod(self, item: Document):
        return item.updated_at


class ProvisionSitemap(Sitemap):
    limit = 10_000

    def items(self):
        return Provision.objects.public().select_related("document").only(
            "path", "updated_at", "document__slug"
        ).order_by("pk")  # fmt: skip

    def lastmod(self, item: Provision):
        return item.updated_at


class UnitSitemap(Sitemap):
    limit = 10_000

    def items(self):
        named = Organization.objects.filter(
            responsibilities__provision__document__state=Document.State.PUBLISHED,
            responsibilities__provision__withdrawn=False,
            merged_into=None,
        )
        return named.distinct().order_by("pk")


SITEMAPS = {
    "pages": PageSitemap, "documents": DocumentSitemap, "provisions": ProvisionSitemap, "units": UnitSitemap,
}  # fmt: skip
