"""What every page knows of the site: its name, its address, and the footer that a government site must carry."""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

FOOTER = ("SITE_NAME", "SITE_OWNER", "SITE_CONTACT", "SITE_ICP", "SITE_POLICE_ICP", "SITE_CODE")


def site(request: HttpRequest) -> dict:
    """`site.name`, `site.owner`, `site.contact`, `site.icp`, `site.police_icp`, `site.code`, empty when not set;
    `site.seal` the first character of the name, `canonical` the page's full address without its parameters."""
    values = {name.removeprefix("SITE_").lower(): getattr(settings, name) for name in FOOTER}
    return {"site": values | {"seal": values["name"][:1]}, "canonical": _canonical(request)}


def _canonical(request: HttpRequest) -> str:
    """Empty on the error page for a request whose Host is not ours: such a page has no address."""
    try:
        return request.build_absolute_uri(request.path)
    except DisallowedHost:
        return ""
