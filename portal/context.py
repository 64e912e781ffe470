"""What every page knows of the site: its name and the footer that a government site must carry."""

from django.conf import settings

FOOTER = ("SITE_NAME", "SITE_OWNER", "SITE_CONTACT", "SITE_ICP", "SITE_POLICE_ICP", "SITE_CODE")


def site(request):
    """`site.name`, `site.owner`, `site.contact`, `site.icp`, `site.police_icp`, `site.code`; empty when not set."""
    return {"site": {name.removeprefix("SITE_").lower(): getattr(settings, name) for name in FOOTER}}
