"""Feeds of what came in and what changed, for readers and programs that follow the site."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from policies.models import Document, Provision
from policies.presentation import documents as heads
from policies.presentation.records import label_of
from policies.validity import status_of

MOST_ITEMS = 50


class DocumentFeed(Feed):
    """Published documents, newest in the base first."""

    feed_type = Atom1Feed
    title = "新收录的政策文件"
    subtitle = "以官方发布文本为准"

    def link(self) -> str:
        return reverse("documents")

    def items(self):
        return heads.with_head(Document.objects.public()).order_by("-published_at", "-pk")[:MOST_ITEMS]

    def item_title(self, item: Document) -> str:
        return item.title

    def item_description(self, item: Document) -> str:
        status = status_of(item)
        return f"{item.document_number or '发文字号未标明'}。{status.label}：{status.explanation}。"

    def item_pubdate(self, item: Document):
        return item.published_at or item.created_at

    def item_updateddate(self, item: Document):
        return item.updated_at

    def item_categories(self, item: Document):
        return [item.kind] if item.kind else []


class ChangeFeed(Feed):
    """Provisions whose text changed last."""

    feed_type = Atom1Feed
    title = "最近变更的条款"
    subtitle = "以官方发布文本为准"

    def link(self) -> str:
        return reverse("documents")

    def items(self):
        return Provision.objects.public().select_related("document").order_by("-updated_at", "-pk")[:MOST_ITEMS]

    def item_title(self, item: Provision) -> str:
        return f"{label_of(item)} - {item.document.title}"

    def item_description(self, item: Provision) -> str:
        return item.text[:300]

    def item_updateddate(self, item: Provision):
        return item.updated_at
