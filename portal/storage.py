"""Static files: hashed names with far-future caching in production, plain names while developing and testing."""

from django.conf import settings
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """A file that collectstatic has not seen keeps its plain name instead of failing the page."""

    manifest_strict = False

    def stored_name(self, name):
        try:
            return super().stored_name(name)
        except ValueError:
            if settings.DEBUG or not (settings.STATIC_ROOT / self.manifest_name).exists():
                return name
            raise
