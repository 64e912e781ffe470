"""Bases for the search tests: which engine, in which folder, holding the ten documents or a few rows of one's own."""

from contextlib import contextmanager
from pathlib import Path

import haystack
from django.conf import settings
from django.core.management import call_command

from policies.models import Document, Provision
from search import directory, indexing

ENGINES = {"whoosh": "search.engines.whoosh.WhooshEngine", "tantivy": "search.engines.tantivy.TantivyEngine"}
SEED = settings.BASE_DIR / "fixtures" / "quanzhou-1+N+N-2021.txt"


@contextmanager
def engine_in(name: str, folder: Path):
    """haystack uses this engine in this folder until the end of the block."""
    handler = haystack.connections
    before = settings.HAYSTACK_CONNECTIONS
    settings.HAYSTACK_CONNECTIONS = handler.connections_info = {
        "default": {"ENGINE": ENGINES[name], "PATH": str(folder / name)}
    }
    _forget()
    try:
        yield indexing.backend()
    finally:
        settings.HAYSTACK_CONNECTIONS = handler.connections_info = before
        _forget()


def _forget():
    haystack.connections.thread_local.__dict__.clear()
    indexing._started.clear()
    directory.forget()


def import_ten_documents() -> None:
    call_command("import_documents", str(SEED), verbosity=0)


def add_document(title: str, provisions: list[tuple], slug: str = "", **fields) -> Document:
    """A published document; `provisions` are (number, heading, text[, kind]) in order, all on the first level."""
    state = fields.pop("state", Document.State.PUBLISHED)
    document = Document.objects.create(
        title=title, slug=slug or f"d{Document.everything.count() + 1}", state=state, **fields
    )
    for position, (number, heading, text, *kind) in enumerate(provisions, 1):
        Provision.objects.create(
            document=document,
            kind=kind[0] if kind else "article",
            number=number,
            printed_path=number.strip("、") or f"p{position}",
            path=str(position),
            heading=heading,
            text=text,
            position=position,
            last=position,
        )
    return document


def add_below(parent: Provision, number: str, text: str, heading: str = "", kind: str = "item") -> Provision:
    """A provision under the last one of its document."""
    position = Provision.objects.filter(document=parent.document).order_by("-position").first().position + 1
    child = Provision.objects.create(
        document=parent.document,
        parent=parent,
        kind=kind,
        number=number,
        printed_path=f"{parent.printed_path}/{number}",
        path=f"{parent.path}.{position}",
        heading=heading,
        text=text,
        position=position,
        last=position,
        depth=parent.depth + 1,
    )
    Provision.objects.filter(pk=parent.pk).update(last=position)
    return child
