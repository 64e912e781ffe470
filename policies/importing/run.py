"""An import from beginning to end: files in batches, one transaction a batch, one signal to the index at the end."""

import re
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from django.db import transaction
from django.db.models import Q

from policies.first_data import load_first_data
from policies.importing.renewing import renew_document
from policies.importing.report import ImportReport
from policies.importing.sources import SourceFile, checksum, find_files
from policies.importing.statistics import refresh_statistics
from policies.importing.volumes import collection_of, describe_volume, place_of_volume
from policies.importing.writing import Batch, Incoming, create_documents
from policies.ingest import parse_bytes
from policies.ingest.parsed import ParsedDocument, UnreadableDocument
from policies.models import Document
from policies.models.outbox import one_signal
from policies.relations import connect_documents

#: Files in one transaction: few enough that a failure costs little, enough that statements are shared.
FILES_PER_BATCH = 40
Read = tuple[SourceFile, str, list[ParsedDocument]]


def import_files(
    paths: Iterable[str | Path],
    publish: bool = True,
    dry_run: bool = False,
    again: bool = False,
    progress: Callable[[list], Iterable] = iter,
) -> ImportReport:
    """Read files and folders into the base. `progress` wraps the list of files (tqdm); see ImportReport.

    A file that fails is named in `failed` and leaves nothing; the others are kept. `again` reads unchanged files too.
    """
    files, passed_over, missing = find_files(paths)
    report = ImportReport(dry_run=dry_run, files=len(files) + len(missing), passed_over=passed_over)
    report.failed += [(path, "没有这个文件或文件夹") for path in missing]
    known = {} if again else _known_checksums()
    with nullcontext() if dry_run else one_signal():
        if not dry_run:
            load_first_data()
        touched: list[int] = []
        waiting: list[Read] = []
        for source in progress(files):
            read = _read(source, known, report)
            if read:
                waiting.append(read)
            if len(waiting) == FILES_PER_BATCH:
                touched += _write_batch(waiting, publish, dry_run, report)
                waiting = []
        touched += _write_batch(waiting, publish, dry_run, report)
        if touched and not dry_run:
            connect_documents(touched)
            refresh_statistics()
    return report


def import_upload(parsed: list[ParsedDocument], data: bytes, name: str, source_file: str = "") -> list[Document]:
    """What was read of an uploaded file as drafts, in the caller's transaction."""
    documents = create_documents(_uploaded(parsed, data, name, source_file), Batch(publish=False))
    connect_documents([document.pk for document in documents])
    return documents


def import_new_text(
    document: Document, parsed: list[ParsedDocument], data: bytes, name: str, source_file: str = ""
) -> ImportReport:
    """An uploaded file as a new text of a document, by the rules of the command, in the caller's transaction.

    The document stays known by the file it came from. Of a volume the document of the same title is taken; a volume
    without one raises UnreadableDocument.
    """
    entries = _uploaded(parsed, data, name, source_file)
    titles = {_title_as_key(title) for title in (document.title, document.source_title)}
    same = [entry for entry in entries if _title_as_key(entry.parsed.title) in titles]
    if not same and len(entries) > 1:
        raise UnreadableDocument(f"里面有{len(entries)}个文件，没有一个的标题是“{document.title}”")
    batch = Batch(publish=False)
    renew_document(document, (same or entries)[0], batch)
    connect_documents([document.pk])
    return batch.report


def _uploaded(parsed: list[ParsedDocument], data: bytes, name: str, source_file: str) -> list[Incoming]:
    entries = _incoming(SourceFile(Path(name), name), checksum(data), parsed)
    return [replace(entry, source_file=source_file) for entry in entries]


def _known_checksums() -> dict[str, str]:
    rows = Document.everything.exclude(source_sha256="").order_by("-pk")
    return dict(rows.values_list("source_sha256", "source_path"))


def _read(source: SourceFile, known: dict[str, str], report: ImportReport) -> Read | None:
    try:
        data = source.file.read_bytes()
        sha256 = checksum(data)
        if sha256 in known:
            same = known[sha256]
            report.unchanged.append(source.source_path + (f"（与 {same} 相同）" if same != source.source_path else ""))
            return None
        parsed = _documents(data, source.file.name)
    except UnreadableDocument as error:
        report.failed.append((source.source_path, str(error)))
    except OSError as error:
        report.failed.append((source.source_path, f"打不开：{error.strerror or error}"))
    except Exception as error:  # a reader that breaks on one file must not stop the others
        report.failed.append((source.source_path, f"读取时出错（{type(error).__name__}：{error}）"))
    else:
        known[sha256] = source.source_path
        return source, sha256, parsed
    return None


def _documents(data: bytes, name: str) -> list[ParsedDocument]:
    parsed = parse_bytes(data, name)
    if not parsed:
        raise UnreadableDocument("没有读到政策文件")
    return parsed


def _write_batch(files: list[Read], publish: bool, dry_run: bool, report: ImportReport) -> list[int]:
    """Ids of the documents written. When a batch fails its files are written one by one: only the bad one is lost."""
    if not files:
        return []
    batch_report = ImportReport()
    try:
        with transaction.atomic():
            touched = _write(files, Batch(publish=publish, report=batch_report))
            transaction.set_rollback(dry_run)
    except Exception as error:
        if len(files) > 1:
            return [pk for file in files for pk in _write_batch([file], publish, dry_run, report)]
        report.failed.append((files[0][0].source_path, f"写入时出错（{type(error).__name__}：{error}）"))
        return []
    report.add(batch_report)
    return touched


def _write(files: list[Read], batch: Batch) -> list[int]:
    existing = _existing(files)
    new: list[Incoming] = []
    touched: list[int] = []
    for source, sha256, parsed in files:
        for entry in _incoming(source, sha256, parsed):
            title = _title_as_key(entry.source_title)
            same = existing.get((entry.source_path, title)) or existing.get((sha256, title))
            if same:
                document = same.pop(0)
                renew_document(document, entry, batch)
                touched.append(document.pk)
            else:
                new.append(entry)
    if new:
        for entry in new:
            entry.collection = collection_of(entry)
        documents = create_documents(new, batch)
        describe_volume(documents)
        touched += [document.pk for document in documents]
    return touched


def _incoming(source: SourceFile, sha256: str, parsed: list[ParsedDocument]) -> list[Incoming]:
    place = place_of_volume(parsed)
    return [
        Incoming(
            parsed=document,
            source_path=source.source_path[:500],
            sha256=sha256,
            source_title=document.title[:500],
            position=position if len(parsed) > 1 else 0,
            place=place,
        )
        for position, document in enumerate(parsed, start=1)
    ]


def _existing(files: list[Read]) -> dict[tuple[str, str], list[Document]]:
    """Documents by path and title, and by checksum and title (a file read again from another folder).

    One file may hold two documents of the same title, told apart by their order.
    """
    found: dict[tuple[str, str], list[Document]] = {}
    paths, checksums = [source.source_path for source, _, _ in files], [sha256 for _, sha256, _ in files]
    rows = Document.objects.filter(Q(source_path__in=paths) | Q(source_sha256__in=checksums))
    for document in rows.order_by("position", "pk"):
        for key in (document.source_path, document.source_sha256):
            found.setdefault((key, _title_as_key(document.source_title)), []).append(document)
    return found


def _title_as_key(title: str) -> str:
    return re.sub(r"\s+", "", title)
