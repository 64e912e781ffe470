"""What stands after the ? of an address: read with care, what cannot be understood is ignored and said."""

from collections.abc import Iterable, Mapping

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from policies.ingest.facts.numbers import read_number
from policies.models import Document

PAGE_SIZE = 50
LARGEST_PAGE = 100_000


class Parameters:
    """Reads one request's parameters; `notes` collects one plain sentence for each that was ignored."""

    def __init__(self, query: QueryDict):
        self.query = query
        self.notes: list[str] = []

    def text(self, name: str, longest: int = 200) -> str:
        """A trimmed text without control characters, cut at `longest`."""
        value = "".join(c for c in self.query.get(name, "") if c.isprintable()).strip()
        if len(value) > longest:
            self.notes.append(f"“{name}”太长，只取了前 {longest} 个字。")
        return value[:longest]

    def choice(self, name: str, allowed: Iterable[str] | Mapping[str, object], label: str, default: str = "") -> str:
        value = self.text(name)
        if not value:
            return default
        if value in allowed:
            return value
        self.notes.append(f"没有这样的{label}：“{value}”，已忽略。")
        return default

    def choices(self, name: str, allowed: Mapping[str, object], label: str) -> list[str]:
        values = []
        for value in self.query.getlist(name)[:50]:
            if value and value in allowed:
                values.append(value)
            elif value:
                self.notes.append(f"没有这样的{label}：“{value[:50]}”，已忽略。")
        return values

    def document(self, name: str) -> str:
        """The slug of a public document."""
        value = self.text(name)
        known = Document.objects.public().filter(slug=value).values_list("slug", flat=True) if value else ()
        return self.choice(name, list(known), "文件")

    def money(self, name: str, label: str) -> float | None:
        """500万元, 500万, 五百万 or 5000000, in 元."""
        value = self.text(name, 30)
        if not value:
            return None
        try:
            number = read_number(value.removesuffix("元").replace(" ", ""))
        except (ValueError, OverflowError):
            number = -1
        if not 0 <= number < 1e15:
            self.notes.append(f"看不懂{label}“{value}”，已忽略。可以写 500万元 或 5000000。")
            return None
        return number

    def page(self, items, size: int = PAGE_SIZE) -> Page:
        """The page asked for, or the nearest there is."""
        paginator = Paginator(items, size)
        value = self.text("page", 10)
        if not value:
            return paginator.page(1)
        number = int(value) if value.isascii() and value.isdigit() and int(value) <= LARGEST_PAGE else 0
        if not 1 <= number <= paginator.num_pages:
            self.notes.append(f"没有第“{value}”页，共 {paginator.num_pages} 页。")
            number = min(max(number, 1), paginator.num_pages)
        return paginator.page(number)
