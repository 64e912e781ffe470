"""What paper needs that a screen does not: the address as a code to photograph."""

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from segno import make


def address_code(request: HttpRequest, path: str) -> SafeString:
    """The full address as a QR code, SVG without style attributes; shown on paper only."""
    code = make(request.build_absolute_uri(path), error="m")
    return mark_safe(code.svg_inline(scale=3, border=2, svgclass="code", lineclass=None, omitsize=False))
