"""The one index that haystack knows of: provisions of public documents."""

from haystack import indexes

from policies.models import Provision


class ProvisionIndex(indexes.SearchIndex, indexes.Indexable):
    """What a row holds is said in search/rows.py, what is indexed in engines/fields.py; haystack asks for a text."""

    text = indexes.CharField(document=True)

    def get_model(self):
        return Provision

    def index_queryset(self, using=None):
        return Provision.objects.public().order_by("document_id", "position")

    def get_updated_field(self):
        return "updated_at"

    def prepare_text(self, provision):
        return "\n".join(part for part in (provision.heading, provision.text) if part)
