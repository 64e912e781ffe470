"""A provision while its document is being read: what was printed under one number, in printed order."""

from __future__ import annotations

from dataclasses import dataclass, field

from policies.ingest.cleaning import close_spaces

#: Styles whose text stands on a line of its own and is a heading.
HEADING_STYLES = ("part", "subpart", "chapter", "section", "title")


@dataclass(slots=True)
class Draft:
    """One number and what stands under it. `style` "title" is an unnumbered heading, "annex" an annex."""

    style: str
    value: float = 0
    number: str = ""
    element: str = ""
    #: The text right after the number, in the same paragraph.
    first: str = ""
    line: int | None = None
    #: Rank of the style in this document, outermost 0.
    rank: int = 0
    parent: Draft | None = None
    #: Paragraphs and children in printed order: a str or a Draft.
    entries: list[str | Draft] = field(default_factory=list)
    #: Lines of units as printed: (label, text, stood on a line of its own).
    unit_lines: list[tuple[str, str, bool]] = field(default_factory=list)
    completion_lines: list[str] = field(default_factory=list)
    #: Those of the entries that are drafts.
    children: list[Draft] = field(default_factory=list)
    heading: str = ""
    #: Path elements that tell a paragraph node: 第二款.
    path: str = ""
    kind: str = ""

    @property
    def paragraphs(self) -> list[str]:
        return [entry for entry in self.entries if isinstance(entry, str)] if self.entries else []

    def add(self, child: Draft) -> None:
        child.parent = self
        self.entries.append(child)
        self.children.append(child)

    def replace_entries(self, entries: list[str | Draft]) -> None:
        """Other paragraphs and children in place of these."""
        self.entries = entries
        self.children = [entry for entry in entries if isinstance(entry, Draft)]

    def add_paragraph(self, text: str) -> None:
        self.entries.append(close_spaces(text))

    def last_text(self) -> str:
        """The last paragraph printed under this number, or the text beside the number."""
        last = self.entries[-1] if self.entries else self.first
        return last if isinstance(last, str) else ""


def walk_drafts(drafts: list[Draft]) -> list[Draft]:
    """Every node, parents first, in printed order."""
    found: list[Draft] = []
    waiting = drafts[::-1]
    while waiting:
        draft = waiting.pop()
        found.append(draft)
        if draft.children:
            waiting += draft.children[::-1]
    return found
