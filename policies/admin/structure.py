"""Correcting the tree from a provision's page: add after it, split, merge into the one before, move, remove."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from policies import corrections
from policies.admin.widgets import words_field
from policies.ingest.tree.numbering import read_printed_number
from policies.models import Provision
from policies.structure import words


class StructureForm(forms.Form):
    """What every correction carries: the state of the provision that was shown."""

    seen = forms.CharField(label="打开时的版本", widget=forms.HiddenInput, required=False)

    def __init__(self, provision: Provision, data=None):
        super().__init__(data, initial={"seen": provision.updated_at.isoformat()})
        self.provision = provision

    def clean_seen(self):
        seen = self.cleaned_data["seen"]
        if seen and seen != self.provision.updated_at.isoformat():
            raise forms.ValidationError("这一条在您打开之后已被改过，什么也没有做。请看了现在的内容再改。")
        return seen


class AddForm(StructureForm):
    place = forms.ChoiceField(label="位置", widget=forms.RadioSelect, initial="after", choices=[
        ("after", "同级，排在它（连同下级）之后"), ("first", "下级，排在它的下级之首")])  # fmt: skip
    kind = forms.ChoiceField(label="类型", choices=Provision._meta.get_field("kind").choices)
    number = forms.CharField(label="编号", max_length=50, required=False, help_text="照原文，如 （二）；网址由它得出")
    heading = words_field("标题", rows=1)
    text = words_field("正文", rows=6)

    def __init__(self, provision, data=None):
        super().__init__(provision, data)
        self.initial["kind"] = provision.kind

    def clean(self):
        """A button pressed twice adds one provision."""
        cleaned = super().clean()
        given = {name: cleaned.get(name, "").strip() for name in ("kind", "number", "heading", "text")}
        place = (self.provision.last if cleaned.get("place") == "after" else self.provision.position) + 1
        rows = Provision.objects.filter(document_id=self.provision.document_id, withdrawn=False, position=place)
        if rows.filter(**given).exists():
            raise forms.ValidationError("同样的一条已经在那里，没有再增加。")
        return cleaned

    def apply(self) -> tuple[Provision, str]:
        given = {name: self.cleaned_data[name].strip() for name in ("place", "kind", "number", "heading", "text")}
        new = corrections.add_provision(self.provision, **given)
        return new, f"已增加“{words(new)}”。"


class SplitForm(StructureForm):
    start = forms.TypedChoiceField(label="从哪里起拆出", coerce=int, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label="类型", choices=Provision._meta.get_field("kind").choices)
    number = forms.CharField(
        label="新条款的编号",
        max_length=50,
        required=False,
        help_text="留空则用拆出文字开头的编号；开头的编号不再留在正文里",
    )

    def __init__(self, provision, data=None):
        super().__init__(provision, data)
        text = provision.text
        self.fields["start"].choices = [
            (start, ("另一段：" if text[start - 1] == "\n" else "同段：") + text[start:].split("\n")[0][:60])
            for start in corrections.split_places(text)
        ]
        self.initial["kind"] = provision.kind

    def apply(self) -> tuple[Provision, str]:
        start, number = self.cleaned_data["start"], self.cleaned_data["number"].strip()
        if not number:
            read = read_printed_number(self.provision.text[start:].split("\n")[0])
            number = read.printed if read else ""
        new = corrections.split_provision(self.provision, start, self.cleaned_data["kind"], number)
        return new, f"已从“{words(self.provision)}”拆出“{words(new)}”。"


class MergeForm(StructureForm):
    same_paragraph = forms.BooleanField(label="接着写，不另起一段", required=False)

    def apply(self) -> tuple[Provision, str]:
        target = corrections.merge_into_previous(self.provision, self.cleaned_data["same_paragraph"])
        return target, f"已并入“{words(target)}”。"


class MoveForm(StructureForm):
    beside = forms.TypedChoiceField(label="移到", coerce=int)
    place = forms.ChoiceField(label="位置", choices=list(corrections.PLACES.items()), initial="last")

    def __init__(self, provision, data=None):
        super().__init__(provision, data)
        rows = Provision.objects.filter(document_id=provision.document_id, withdrawn=False).order_by("position")
        rows = rows.exclude(position__range=(provision.position, provision.last)).only(
            "document_id", "position", "depth", "number", "heading", "printed_path"
        )
        self.fields["beside"].choices = [(row.pk, "　" * row.depth + words(row)) for row in rows]

    def apply(self) -> tuple[Provision, str]:
        beside = Provision.objects.get(pk=self.cleaned_data["beside"])
        row = corrections.move_provision(self.provision, beside, self.cleaned_data["place"])
        return row, f"已移动，现在的位置是 {row.shown_path}。"


class RemoveForm(StructureForm):
    def apply(self) -> tuple[Provision | None, str]:
        count = corrections.remove_provision(self.provision)
        return None, f"已从文本中删去“{words(self.provision)}”，连同下级共 {count} 条。"


@dataclass(frozen=True, slots=True)
class Correction:
    """One button of the provision's page."""

    name: str
    label: str
    form: type[StructureForm]
    help: str


CORRECTIONS = {
    each.name: each
    for each in (
        Correction("add", "在此之后增加条款", AddForm, "补上机器漏读的一条。"),
        Correction(
            "split", "拆分", SplitForm,
            "从选定的一段或一句起成为新的一条，紧跟在后；金额、期限等随文字走，下级归到新的一条，责任单位两条都有。",
        ),
        Correction(
            "merge", "并入上一条", MergeForm,
            "编号、标题和正文接到上一条正文的末尾，下级、责任单位和事实一起过去；已发布的网址会转到上一条。",
        ),
        Correction("move", "移到…之下", MoveForm, "连同下级一起移动；已发布的旧网址会转到新网址。"),
        Correction("remove", "删去", RemoveForm, "连同下级一起删去。已发布过的文件只是撤下，旧网址注明已撤下。"),
    )
}  # fmt: skip


def correct(model_admin, request, pk: int, name: str):
    """GET shows the form of one correction, POST does it."""
    provision = Provision.objects.select_related("document").filter(pk=pk).first()
    correction = CORRECTIONS.get(name)
    if provision is None or correction is None:
        raise Http404
    if not model_admin.has_change_permission(request, provision):
        raise PermissionDenied
    form = correction.form(provision, request.POST if request.method == "POST" else None)
    if provision.withdrawn:
        messages.error(request, "这一条已不在文本里。")
        return redirect("admin:policies_provision_change", pk)
    if request.method == "POST" and form.is_valid():
        try:
            row, done = form.apply()
        except corrections.StructureError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, done)
            if row is None:
                return redirect("admin:policies_document_change", provision.document_id)
            return redirect("admin:policies_provision_change", row.pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"{correction.label}：{words(provision)}",
        "opts": model_admin.model._meta,
        "correction": correction,
        "provision": provision,
        "previous": _previous(provision) if name == "merge" else None,
        "possible": name != "split" or corrections.split_places(provision.text),
        "below": Provision.objects.filter(withdrawn=False).subtree(provision).count() - 1,
        "form": form,
    }
    return TemplateResponse(request, "admin/policies/provision/structure.html", context)


def _previous(provision: Provision) -> Provision | None:
    rows = Provision.objects.filter(document_id=provision.document_id, withdrawn=False)
    return rows.filter(position__lt=provision.position).order_by("-position").first()
