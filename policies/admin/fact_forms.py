"""Forms of facts: values typed as they are printed, words found in the provision, wrong ones told in plain Chinese."""

import re
from decimal import Decimal

from django import forms

from policies.ingest.facts.numbers import read_number
from policies.models import Fact, Provision
from policies.presentation.timetable import last_day

State = Fact.State
#: What `value` of an amount counts in, as an editor reads it.
AMOUNT_UNITS = (
    ("元", "元"), ("美元", "美元"), ("%", "%"), ("ratio", "比例"), ("平方米", "平方米"), ("亩", "亩"),
    ("公顷", "公顷"), ("平方公里", "平方公里"),
)  # fmt: skip
DURATION_UNITS = tuple((unit, unit) for unit in ("年", "月", "周", "日", "工作日", "小时"))
_NUMBER = re.compile(r"[\d.,．，０-９一二两三四五六七八九十百千万亿零〇]+")
#: 2021年6月30日, 2021.6.30, 2021/6 → year, month, day.
_DATE = re.compile(r"(\d{4})(?:[-./年](?:(\d{1,2})(?:[-./月](?:(\d{1,2})日?)?)?)?)?")


class PrintedNumber(forms.DecimalField):
    """5000000, 500万 or 五百万元; shown without the zeros behind the point."""

    widget = forms.TextInput(attrs={"size": 11, "inputmode": "text"})
    default_error_messages = {"invalid": "看不懂这个数。可以写 5000000 或 500万。"}

    def to_python(self, value):
        words = str(value or "").strip().removesuffix("元").removesuffix("%").replace(" ", "")
        if not words:
            return None
        if not _NUMBER.fullmatch(words):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return super().to_python(str(Decimal(str(read_number(words)))))
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None

    def prepare_value(self, value):
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value


class PrintedDate(forms.CharField):
    """2021, 2021-06 or 2021-06-30, also typed as 2021年6月30日."""

    widget = forms.TextInput(attrs={"size": 11})

    def to_python(self, value):
        words = super().to_python(value).replace(" ", "").removesuffix("底").removesuffix("前")
        if not words:
            return ""
        match = _DATE.fullmatch(words)
        date = "-".join(f"{int(part):02}" for part in match.groups() if part) if match else ""
        if last_day(date) is None:
            raise forms.ValidationError(f"“{value}”不是日期。请写 2021、2021-06 或 2021-06-30。")
        return date


class FactForm(forms.ModelForm):
    """The words of a new fact are found in the provision; those of a read one stay where they were read."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        placed = bool(self.instance.pk and self.instance.end)
        if "surface" in self.fields:
            self.fields["surface"].widget = forms.TextInput(attrs={"size": 14})
            self.fields["surface"].disabled = placed
            self.fields["surface"].help_text = "" if placed else "照抄条款中的原文"
        for name, size in (("condition", 40), ("beneficiary", 18), ("phrase", 40)):
            if name in self.fields:
                self.fields[name].widget = forms.Textarea(attrs={"rows": 2, "cols": size})
        for name, size in (("per", 5), ("title", 30), ("document_number", 18)):
            if name in self.fields:
                self.fields[name].widget = forms.TextInput(attrs={"size": size})

    def clean(self):
        cleaned = super().clean()
        fact, surface = self.instance, cleaned.get("surface")
        provision = cleaned.get("provision") or getattr(fact, "provision", None)
        if not surface or not provision or (fact.pk and fact.end):
            return cleaned
        if fact.pk and self._leaves_it_gone(cleaned):
            return cleaned
        place, said = place_of(fact, provision, surface)
        if place:
            fact.field, fact.start, fact.end = place
        else:
            self.add_error("surface", said)
        return cleaned

    def _leaves_it_gone(self, cleaned: dict) -> bool:
        """Words that left the text need not be found to say so again, or to say that it is no fact."""
        return not set(self.changed_data) - {"state"} and cleaned.get("state") in {State.UNVERIFIED, State.REJECTED}


def place_of(fact: Fact, provision: Provision, surface: str) -> tuple[tuple[str, int, int] | None, str]:
    """(field, start, end) of the first such words that no fact of this kind has; else None and what to tell."""
    others = type(fact).objects.filter(provision=provision, end__gt=0).exclude(pk=fact.pk).exclude(state=State.REJECTED)
    taken = list(others.values_list("field", "start", "end"))
    stands = False
    for field in ("text", "heading"):
        words = getattr(provision, field)
        start = words.find(surface)
        while start >= 0:
            stands, end = True, start + len(surface)
            if not any(field == other and start < last and first < end for other, first, last in taken):
                return (field, start, end), ""
            start = words.find(surface, start + 1)
    if stands:
        return None, f"条款里的“{surface}”已经是一条{fact._meta.verbose_name}，请直接改那一条。"
    if fact.pk:
        return None, "条款里已没有这几个字。请照抄现在的原文，或者把“核对”选为“不是事实”。"
    return None, "条款的标题和正文里没有这几个字，请照抄原文。"


class AmountForm(FactForm):
    value = PrintedNumber(label="数值", max_digits=24, decimal_places=4)
    value_max = PrintedNumber(label="上限值", max_digits=24, decimal_places=4, required=False)
    unit = forms.ChoiceField(label="单位", choices=AMOUNT_UNITS)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        offer(self, "unit", AMOUNT_UNITS)

    def clean(self):
        cleaned = super().clean()
        least, most = cleaned.get("value"), cleaned.get("value_max")
        if least is not None and most is not None and most < least and cleaned.get("unit") != "ratio":
            self.add_error("value_max", "上限值比数值小。")
        return cleaned


class DeadlineForm(FactForm):
    date = PrintedDate(label="日期", required=False)


class DurationForm(FactForm):
    value = PrintedNumber(label="长度", max_digits=10, decimal_places=2)
    unit = forms.ChoiceField(label="单位", choices=DURATION_UNITS)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        offer(self, "unit", DURATION_UNITS)


def offer(form: forms.ModelForm, name: str, choices) -> None:
    """The choices, and what the row says already when it is none of them."""
    if name in form.fields:
        now = getattr(form.instance, name)
        form.fields[name].choices = [*choices, *([(now, now)] if now and now not in dict(choices) else [])]
