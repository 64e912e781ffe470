"""Upload of a file: a draft with what the machine read, or in plain Chinese why not; the file is kept."""

import logging
from pathlib import PurePath

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from policies.importing import import_bytes
from policies.importing.sources import EXTENSIONS, checksum
from policies.ingest.parsed import UnreadableDocument
from policies.models import Document

logger = logging.getLogger(__name__)
LARGEST = 20 * 1024 * 1024


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
            raise forms.ValidationError(f"文件有 {file.size / 1024 / 1024:.0f} MB，超过 20 MB。")
        if not file.size:
            raise forms.ValidationError("文件是空的。")
        return file


def upload_document(model_admin, request):
    """GET shows the form, POST reads the file; only for who may add documents."""
    if not model_admin.has_upload_permission(request):
        raise PermissionDenied
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        documents = _read(request, form)
        if documents:
            return _opened(request, documents)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "上传文件",
        "form": form,
        "opts": model_admin.model._meta,
    }
    return TemplateResponse(request, "admin/policies/document/upload.html", context)


def _read(request, form: UploadForm) -> list[Document]:
    """The drafts; [] with an error on the form when nothing could be made of the file."""
    file = form.cleaned_data["file"]
    data, name = file.read(), PurePath(file.name).name
    sha256 = checksum(data)
    same = Document.everything.filter(source_sha256=sha256).first()
    if same:
        address = reverse("admin:policies_document_change", args=[same.pk])
        form.add_error("file", format_html('这个文件已在库中：<a href="{}">{}</a>。', address, same))
        return []
    stored = ""
    try:
        with transaction.atomic():
            stored = default_storage.save(f"sources/{sha256[:12]}{PurePath(name).suffix.lower()}", ContentFile(data))
            documents = import_bytes(data, name, stored)
            for document in documents:
                document._change_reason = f"{request.user} 上传"
            return documents
    except UnreadableDocument as error:
        form.add_error("file", f"读不了这个文件：{error}。")
    except Exception:
        logger.exception("upload of %r failed", name)
        form.add_error("file", "读这个文件时程序出了错，没有存入任何内容。请把文件交给管理员查看日志。")
    if stored:
        default_storage.delete(stored)
    return []


def _opened(request, documents: list[Document]):
    warnings = sum(len(document.warnings) for document in documents)
    count = sum(document.provisions.count() for document in documents)
    messages.success(request, f"读出 {len(documents)} 个文件、{count} 个条款，存为草稿。请核对后发布。")
    if warnings:
        messages.warning(request, f"有 {warnings} 处机器没有把握，见“读入提示”。")
    if len(documents) == 1:
        return redirect("admin:policies_document_change", documents[0].pk)
    return redirect(reverse("admin:policies_document_changelist") + "?state__exact=draft")
