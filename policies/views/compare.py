"""对照: two provisions or two documents side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from policies.models import Document, Provision
from policies.presentation.comparison import about, marked, whole_text
from policies.presentation.comparison import compare as pairs_of
from policies.presentation.documents import with_head
from policies.presentation.records import ProvisionRecord, gather, label_of
from policies.presentation.words import topic
from policies.validity import status_of
from policies.views.conditional import public_page
from policies.views.parameters import Parameters

MOST_OPTIONS = 300
MOST_PROVISIONS = 1500


class Side:
    """One side: a public document, or one provision of it with what is below."""

    def __init__(self, document: Document, provision: Provision | None, records: list[ProvisionRecord]):
        self.document, self.provision, self.records = document, provision, records
        self.status = status_of(document)
        self.title = f"{topic(document.title)} {label_of(provision)}" if provision else document.title
        self.url = provision.get_absolute_url() if provision else document.get_absolute_url()
        self.key = f"{document.slug}/{provision.path}" if provision else document.slug


def read_side(asked: Parameters, name: str) -> Side | None:
    """`left=<document>` or `left=<document>/<path>`; the page's own address is understood, too."""
    value = asked.text(name, 300)
    if not value:
        return None
    parts = value.partition("/policies/")[2] or value
    slug, _, path = parts.strip("/").partition("/")
    path = path or asked.text(f"{name}_path", 200)
    document = with_head(Document.objects.public()).filter(slug=slug).first()
    if document is None:
        asked.notes.append(f"没有这份文件：“{value[:60]}”。")
        return None
    rows = document.provisions.filter(withdrawn=False)
    provision = rows.filter(path=path).first() if path else None
    if path and provision is None:
        asked.notes.append(f"《{document.title}》里没有 {path[:40]} 这一条，改为对照全文。")
    shown = list((rows.filter(position__range=(provision.position, provision.last)) if provision else rows)
                 .order_by("position")[:MOST_PROVISIONS])  # fmt: skip
    for each in shown:
        each.document = document
    return Side(document, next((each for each in shown if provision and each.pk == provision.pk), None), gather(shown))


@public_page
def compare(request: HttpRequest) -> HttpResponse:
    asked = Parameters(request.GET)
    left, right = read_side(asked, "left"), read_side(asked, "right")
    context = {
        "section": "compare", "left": left, "right": right, "notes": asked.notes,
        "documents": [
            (slug, topic(title), title)
            for slug, title in Document.objects.public().order_by("collection_id", "position", "pk")
            .values_list("slug", "title")[:MOST_OPTIONS]
        ],
    }  # fmt: skip
    words = asked.text("q", 60)
    context["words"] = words
    if left and right and words:
        context |= {"left_sentences": about(left.records, words), "right_sentences": about(right.records, words)}
    elif left and right:
        if left.provision and right.provision:
            left_html, right_html = marked(whole_text(left.records), whole_text(right.records))
            context |= {"left_html": left_html, "right_html": right_html}
        else:
            found = pairs_of(left.records, right.records)
            context |= {"pairs": found.pairs, "same": sum(pair.same for pair in found.pairs),
                        "only_left": found.only_left, "only_right": found.only_right}  # fmt: skip
    return render(request, "pages/compare.html", context)
