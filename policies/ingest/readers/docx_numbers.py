"""Automatic numbers of Word: what Word prints before a paragraph stands in numbering.xml, not in the text."""

from __future__ import annotations

from policies.ingest.tree.clauses import han_number

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HAN_FORMATS = {
    "chineseCounting",
    "chineseCountingThousand",
    "ideographTraditional",
    "japaneseCounting",
    "taiwaneseCounting",
}


class Numbering:
    """Counts the numbered paragraphs of a document in printed order."""

    def __init__(self, document):
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self.counts: dict[str, dict[int, int]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        abstract = {a.get(f"{_W}abstractNumId"): self._levels(a) for a in root.findall(f"{_W}abstractNum")}
        for num in root.findall(f"{_W}num"):
            link = num.find(f"{_W}abstractNumId")
            self.levels[num.get(f"{_W}numId")] = abstract.get(link.get(f"{_W}val"), {}) if link is not None else {}

    @staticmethod
    def _levels(abstract) -> dict[int, tuple[str, str, int]]:
        levels = {}
        for level in abstract.findall(f"{_W}lvl"):
            values = {}
            for key in ("numFmt", "lvlText", "start"):
                found = level.find(f"{_W}{key}")
                values[key] = found.get(f"{_W}val") if found is not None else ""
            start = values["start"]
            levels[int(level.get(f"{_W}ilvl"))] = (
                values["numFmt"] or "decimal",
                values["lvlText"] or "",
                int(start) if start.isdigit() else 1,
            )
        return levels

    def number_of(self, paragraph) -> str:
        """The number Word prints before `paragraph`, "" when there is none (or a bullet)."""
        place = self._place(paragraph)
        if place is None:
            return ""
        number_id, level = place
        levels = self.levels.get(number_id)
        if not levels or level not in levels:
            return ""
        counts = self.counts.setdefault(number_id, {})
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        text = levels[level][1]
        if levels[level][0] in ("bullet", "none"):
            return ""
        for other in range(level + 1):
            if other in levels:
                value = counts.get(other, levels[other][2])
                text = text.replace(f"%{other + 1}", _printed(levels[other][0], value))
        return text + (" " if text.endswith(("条", "章", "节", "编")) else "")

    @staticmethod
    def _place(paragraph) -> tuple[str, int] | None:
        """(numId, level), from the paragraph or from its style."""
        sources = [paragraph._p.pPr]
        style = paragraph.style
        while style is not None:
            sources.append(style.element.pPr)
            style = style.base_style
        for properties in sources:
            numbered = properties.numPr if properties is not None else None
            if numbered is not None and numbered.numId is not None:
                if numbered.numId.val == 0:
                    return None
                return str(numbered.numId.val), numbered.ilvl.val if numbered.ilvl is not None else 0
        return None


def _printed(number_format: str, value: int) -> str:
    if number_format in _HAN_FORMATS:
        return han_number(value)
    if number_format == "decimalEnclosedCircle" and value <= 20:
        return chr(0x2460 + value - 1)
    if number_format in ("lowerLetter", "upperLetter") and value <= 26:
        return chr((97 if number_format == "lowerLetter" else 65) + value - 1)
    if number_format == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))
    return str(value)
