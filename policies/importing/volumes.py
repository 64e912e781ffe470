"""A file that holds several documents is a volume (汇编): one Collection, led by its decision.

Rule: where the first document of a volume is a decision, opinion, plan or outline (决定, 意见, 规划, 纲要) and no other
document of the volume is of that kind, it leads and the others carry it out (落实). The Collection's own title and
description are data: fixtures/collections.json, found by the path of the file; without one the file's name serves.
"""

from collections import Counter
from pathlib import PurePosixPath

from policies.importing.writing import Incoming
from policies.ingest.parsed import ParsedDocument
from policies.models import Collection, Document, Relation
from policies.organizations import place_of
from policies.slugs import free_slug, slug_from

#: Kinds of document that set a course which others carry out.
LEADING_KINDS = frozenset({"决定", "意见", "规划", "纲要", "行动计划", "实施方案"})


def place_of_volume(parsed: list[ParsedDocument]) -> str:
    """The place most documents of a file name; it serves those that name none."""
    places = Counter(filter(None, (place_of(document.title, document.issuing_bodies) for document in parsed)))
    return places.most_common(1)[0][0] if places else ""


def collection_of(entry: Incoming) -> Collection | None:
    """The collection of a document that came in a volume; None for one that came alone."""
    if not entry.position:
        return None
    found = Collection.objects.filter(source_path=entry.source_path).first()
    if found is None:
        title = PurePosixPath(entry.source_path).stem
        slug = free_slug(slug_from(title, "huibian"), set(Collection.objects.values_list("slug", flat=True)))
        found = Collection.objects.create(title=title[:300], slug=slug, source_path=entry.source_path)
    return found


def describe_volume(documents: list[Document]) -> None:
    """Name the lead document of the volumes these new documents came in, and relate the others to it."""
    for collection in {document.collection for document in documents if document.collection_id}:
        volume = list(Document.objects.filter(collection=collection).order_by("position", "pk"))
        lead = lead_document(volume)
        if lead is None:
            continue
        if collection.lead_document_id is None:
            collection.lead_document = lead
            collection.save(update_fields=["lead_document"])
        if collection.lead_document_id != lead.pk:
            continue
        related = set(
            Relation.objects.filter(to_document=lead, verb="carries_out").values_list("from_document", flat=True)
        )
        Relation.objects.bulk_create(
            Relation(
                verb=Relation.Verb.CARRIES_OUT,
                from_document=document,
                to_document=lead,
                reason=f"同在《{collection.title}》；其首篇为{lead.kind}，其余为配套文件。",
                by_person=False,
            )
            for document in volume
            if document.pk != lead.pk and document.pk not in related
        )


def lead_document(volume: list[Document]) -> Document | None:
    """The document the others carry out; None where the volume has no such one."""
    if len(volume) < 2:
        return None
    first, *others = volume
    alone = first.kind in LEADING_KINDS and all(other.kind != first.kind for other in others)
    return first if alone else None
