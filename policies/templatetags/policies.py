"""Template tags of the public pages: titles that break between words, status badges, links that keep a filter."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from policies.presentation.references import draw
from policies.presentation.units import short_name
from policies.presentation.words import numbered, title_html, topic
from policies.validity import LABELS, SHORT_LABELS

register = template.Library()
register.filter("title", title_html)
register.filter("topic", topic)
register.filter("short_name", short_name)


@register.filter(name="numbered")
def numbered_heading(provision):
    """Number and heading of a provision (or entry of the contents) in one line."""
    return numbered(provision.number, provision.heading)


@register.simple_tag
def badge(status, bare=False):
    """The status by shape and word; `bare` for tables, with the short label. Takes a Status or its code."""
    code = getattr(status, "code", status)
    label = (SHORT_LABELS if bare else LABELS)[code]
    return format_html('<span class="badge {}{}">{}</span>', code, " bare" if bare else "", label)


@register.filter
def percent(value):
    """0.1234 → 12.34%, for places in a picture."""
    return f"{value * 100:.2f}%"


@register.filter
def minus_percent(value):
    """0.008 → -0.80%: to the left of a place by that share."""
    return f"-{value * 100:.2f}%"


@register.filter
def elided_pages(page):
    """Page numbers with gaps: 1 2 … 7 8 9 … 40."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)


@register.filter
def add_number(value, more):
    """263.4|add_number:5 → 268.4, for places in a picture."""
    return round(float(value) + float(more), 2)


@register.simple_tag
def references(title, related, cited, cited_by):
    """The picture of a document's references; None when there is nothing to draw."""
    return draw(title, related, cited, cited_by)


@register.filter
def get(mapping, key):
    """A dictionary's value by a key that is a variable."""
    return mapping.get(key, "")


@register.filter
def linebreaks_safe(html):
    """Marked, escaped text as paragraphs; a <del> or <ins> that runs over a line end is closed and opened again."""
    paragraphs, open_tag = [], ""
    for line in str(html).split("\n"):
        line = open_tag + line
        for tag in ("del", "ins"):
            if line.rfind(f"<{tag}>") > line.rfind(f"</{tag}>"):
                line += f"</{tag}>"
                open_tag = f"<{tag}>"
                break
        else:
            open_tag = ""
        if line.replace("<del></del>", "").replace("<ins></ins>", "").strip():
            paragraphs.append(line)
    return mark_safe("".join(f"<p>{line}</p>" for line in paragraphs))


@register.filter
def without_part(query, part):
    """A query without one of its parts: 科技创新券 月球|without_part:月球 → 科技创新券."""
    words = [word for word in str(query).split() if part not in word]
    return " ".join(words)
