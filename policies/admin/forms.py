"""Forms of the back office: text as it is, and no change of one editor lost under another's."""

from django import forms
from django.utils import timezone


class PlainTextField(forms.CharField):
    """Text with its line ends as \\n: what a browser sends back unchanged is no change."""

    def __init__(self, **options):
        super().__init__(**{"strip": False, "required": False, **options})

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")

    def has_changed(self, initial, data):
        return super().has_changed((initial or "").replace("\r\n", "\n"), (data or "").replace("\r\n", "\n"))


class KeepOthersChanges(forms.ModelForm):
    """Refuses to save over a change that came after this page was opened.

    Every field carries the value it was shown with, so a field nobody touched is no change, whatever it is by now.
    """

    seen = forms.CharField(label="打开时的版本", widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            field.show_hidden_initial = name != "seen" and not isinstance(field, forms.FileField)
        if self.instance.pk:
            self.fields["seen"].initial = self.instance.updated_at.isoformat()

    @property
    def changed_data(self):
        return [name for name in super().changed_data if name != "seen"]

    def has_changed(self):
        return bool(self.changed_data)

    def clean(self):
        cleaned = super().clean()
        seen = self.data.get(self.add_prefix("seen"))
        if self.instance.pk and seen and self.has_changed():
            rows = type(self.instance)._base_manager.select_for_update().filter(pk=self.instance.pk)
            now = rows.values_list("updated_at", flat=True).first()
            if now is None:
                raise forms.ValidationError("这一条在您打开之后已被删除，您的修改没有保存。")
            if now.isoformat() != seen:
                raise forms.ValidationError(self._changed_meanwhile(now))
        return cleaned

    def _changed_meanwhile(self, when) -> str:
        latest = self.instance.history.select_related("history_user").first()
        who = str(latest.history_user) if latest and latest.history_user else "别人或一次导入"
        when = timezone.localtime(when).strftime("%m月%d日 %H:%M:%S")
        return (
            f"“{self.instance}”在您打开之后已被{who}改过（{when}），您的修改没有保存。"
            "请在新窗口打开这一条，看了现在的内容再改。"
        )
