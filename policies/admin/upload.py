"""Upload of a file: a draft, or a new text of a document, or in plain Chinese why not; the file is kept."""

import logging
from collections.abc import Callable
from contextlib import contextmanager
from datetime import timedelta
from pathlib import PurePath

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from policies.importing import import_new_text, import_upload
from policies.importing.apart import parse_apart
from policies.importing.sources import EXTENSIONS, checksum
from policies.ingest.parsed import ParsedDocument, UnreadableDocument
from policies.models import Document
from policies.relations import title_key

logger = logging.getLogger(__name__)
LARGEST = 20 * 1024 * 1024
#: A file that waits for an answer is kept so long.
PATIENCE = timedelta(days=1)
_SALT = "policies.upload"


class UploadForm(forms.Form):
    file = forms.FileField(
        label="文件",
        allow_empty_file=True,  # so that the reader says it in its own words
        help_text="Word（.docx）、PDF、网页（.html）、文本（.txt、.md），不超过 20 MB",
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        ending = PurePath(file.name).suffix.lower()
        if ending not in EXTENSIONS:
            kinds = "、".join(sorted(EXTENSIONS))
            raise forms.ValidationError(f"不能读“{ending or '没有扩展名'}”文件，请另存为 {kinds} 之一。")
        if file.size > LARGEST:
            raise forms.ValidationError(f"文件有 {file.size / 1024 / 1024:.1f} MB，超过 20 MB。")
        if not file.size:
            raise forms.ValidationError("文件是空的。")
        head = file.read(1024)
        file.seek(0)
        found = ".docx" if head.startswith(b"PK\x03\x04") else ".pdf" if b"%PDF-" in head else ""
        if found and found != ending:
            raise forms.ValidationError(f"读不了这个文件：文件名以 {ending} 结尾，内容却像 {found}，请改成对的扩展名。")
        return file


class AnswerForm(forms.Form):
    """The base has a document of this title: is the file a new text of it, or another document?"""

    waiting = forms.CharField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(label="这个文件是", widget=forms.RadioSelect)

    def __init__(self, same: list[Document], data=None, **options):
        super().__init__(data, **options)
        states = dict(Document.State.choices)
        self.fields["answer"].choices = [
            *((str(row.pk), f"“{row}”（{states[row.state]}，{row.source_path}）的新文本") for row in same),
            ("new", "另一个文件，存为新的草稿"),
        ]


def upload_document(model_admin, request):
    """GET shows the form, POST reads the file; only for who may add documents."""
    if not model_admin.has_upload_permission(request):
        raise PermissionDenied
    if "waiting" in request.POST:
        return _answered(model_admin, request)
    form = UploadForm(request.POST or None, request.FILES or None)
    if sent := _sent(request, form):
        parsed, data, name = sent
        same = _same_title(parsed)
        if len(parsed) == 1 and same:
            question = AnswerForm(same, initial={"waiting": _keep_waiting(data, name)})
            return _page(model_admin, request, question, "库里已有同名的文件", question=True)
        documents = _tried(form, lambda: _as_drafts(parsed, data, name))
        if documents:
            for row in same:
                messages.warning(request, f"库里已有同名的“{row}”，这次上传的另存为新的草稿。")
            return _opened(request, documents)
    return _page(model_admin, request, form, "上传文件")


def upload_new_text(model_admin, request, document: Document):
    """The same for a new text of a document; only for who may change it."""
    if not model_admin.has_change_permission(request, document):
        raise PermissionDenied
    form = UploadForm(request.POST or None, request.FILES or None)
    if sent := _sent(request, form):
        report = _tried(form, lambda: _as_new_text(document, *sent))
        if report:
            return _renewed(request, document, report)
    return _page(model_admin, request, form, f"上传新文本：{document}", document=document)


def _sent(request, form: UploadForm) -> tuple[list[ParsedDocument], bytes, str] | None:
    """What the sent file says, its bytes and its name; None where nothing was sent or the form says what is wrong."""
    if request.method != "POST" or not form.is_valid():
        return None
    file = form.cleaned_data["file"]
    data, name = file.read(), PurePath(file.name).name
    parsed = _tried(form, lambda: _read(data, name))
    return (parsed, data, name) if parsed else None


def _answered(model_admin, request):
    try:
        waiting = signing.loads(request.POST["waiting"], salt=_SALT, max_age=PATIENCE)
        with default_storage.open(waiting["stored"]) as file:
            data = file.read()
    except (signing.BadSignature, OSError):
        messages.error(request, "这个文件已不在等待中，请重新上传。")
        return redirect("admin:policies_document_upload")
    name = waiting["name"]
    form = AnswerForm([], request.POST)
    parsed = _tried(form, lambda: _read(data, name))
    if not parsed:
        return _page(model_admin, request, form, "库里已有同名的文件", question=True)
    form = AnswerForm(same := _same_title(parsed), request.POST)
    if form.is_valid():
        chosen = next((row for row in same if str(row.pk) == form.cleaned_data["answer"]), None)
        if chosen and not model_admin.has_change_permission(request, chosen):
            raise PermissionDenied
        if chosen:
            done = _tried(form, lambda: _as_new_text(chosen, parsed, data, name))
        else:
            done = _tried(form, lambda: _as_drafts(parsed, data, name))
        if done:
            default_storage.delete(waiting["stored"])
            return _renewed(request, chosen, done) if chosen else _opened(request, done)
    return _page(model_admin, request, form, "库里已有同名的文件", question=True)


class KnownFile(Exception):
    """The base has this file already; `document` is what came of it."""

    def __init__(self, document: Document):
        super().__init__(str(document))
        self.document = document

    def said(self) -> str:
        address = reverse("admin:policies_document_change", args=[self.document.pk])
        return format_html('这个文件已在库中：<a href="{}">{}</a>。', address, self.document)


def _refuse_known(data: bytes) -> None:
    same = Document.everything.filter(source_sha256=checksum(data)).first()
    if same:
        raise KnownFile(same)


def _read(data: bytes, name: str) -> list[ParsedDocument]:
    _refuse_known(data)
    return parse_apart(data, name)


def _same_title(parsed: list[ParsedDocument]) -> list[Document]:
    titles = {title_key(document.title) for document in parsed}
    found = [pk for pk, title in Document.objects.values_list("pk", "title") if title_key(title) in titles]
    return list(Document.objects.filter(pk__in=found).order_by("-pk"))


def _tried(form: forms.Form, act: Callable):
    """What `act` gives; None with an error on the form when nothing could be made of the file."""
    try:
        return act()
    except KnownFile as known:
        form.add_error(None, known.said())
    except UnreadableDocument as error:
        form.add_error(None, f"读不了这个文件：{error}。")
    except Exception:
        logger.exception("an upload failed")
        form.add_error(None, "读这个文件时程序出了错，没有存入任何内容。请把文件交给管理员查看日志。")
    return None


@contextmanager
def _kept(data: bytes, name: str):
    """The path the file is kept under, within a transaction: both stand or neither."""
    stored = default_storage.save(f"sources/{checksum(data)[:12]}{PurePath(name).suffix.lower()}", ContentFile(data))
    try:
        with transaction.atomic():
            _refuse_known(data)  # the same file may have come again while this one was read
            yield stored
    except BaseException:
        default_storage.delete(stored)
        raise


def _as_drafts(parsed: list[ParsedDocument], data: bytes, name: str) -> list[Document]:
    with _kept(data, name) as stored:
        return import_upload(parsed, data, name, stored)


def _as_new_text(document: Document, parsed: list[ParsedDocument], data: bytes, name: str):
    with _kept(data, name) as stored:
        return import_new_text(Document.everything.get(pk=document.pk), parsed, data, name, stored)


def _keep_waiting(data: bytes, name: str) -> str:
    """The file aside until the question is answered, as a signed name; those nobody came back to go."""
    if default_storage.exists("waiting"):
        for old in default_storage.listdir("waiting")[1]:
            if default_storage.get_modified_time(f"waiting/{old}") < timezone.now() - PATIENCE:
                default_storage.delete(f"waiting/{old}")
    stored = default_storage.save(f"waiting/{checksum(data)[:12]}{PurePath(name).suffix.lower()}", ContentFile(data))
    return signing.dumps({"stored": stored, "name": name}, salt=_SALT)


def _page(model_admin, request, form: forms.Form, title: str, **more):
    context = {**model_admin.admin_site.each_context(request), "title": title, "form": form}
    context |= {"opts": model_admin.model._meta, **more}
    return TemplateResponse(request, "admin/policies/document/upload.html", context)


def _opened(request, documents: list[Document]):
    warnings = sum(len(document.warnings) for document in documents)
    count = sum(document.provisions.count() for document in documents)
    messages.success(request, f"读出 {len(documents)} 个文件、{count} 个条款，存为草稿。请核对后发布。")
    if warnings:
        messages.warning(request, f"有 {warnings} 处机器没有把握，见“读入提示”。")
    if len(documents) == 1:
        return redirect("admin:policies_document_change", documents[0].pk)
    return redirect(reverse("admin:policies_document_changelist") + "?state__exact=draft")


def _renewed(request, document: Document, report):
    for line in report.changes:
        messages.success(request, f"已换上新文本。{line}。")
    for line in report.conflicts:
        messages.warning(request, f"人工改过而文件也变了，请决定：{line}。")
    for line in report.warnings[:10]:
        messages.warning(request, line)
    where = "admin:policies_document_conflicts" if report.conflicts else "admin:policies_document_change"
    return redirect(where, document.pk)
