"""Compares what was read with the source, character by character: width folded, white space and print marks aside."""

import re
import unicodedata

from policies.ingest.parsed import ParsedDocument, ParsedProvision, walk

#: Print marks: bold, Markdown headings, the stops a number or heading loses, brackets of units, labels of unit lines.
_MARKS = re.compile(r"[\s\u200b*#|。.、:：;；()〔〕【】\[\]<>!-]+")
_LABELS = re.compile(r"(?:责任单位|牵头单位|配合单位|完成时间)")


def letters(text: str) -> str:
    """The characters that count."""
    return _MARKS.sub("", _LABELS.sub("", unicodedata.normalize("NFKC", text).replace("\u2002", "")))


def printed(document: ParsedDocument) -> str:
    """Everything that was read of a document, in the order of the source."""
    pieces: list[tuple[int, int, str]] = []
    preamble = [document.preamble] if document.preamble else []
    for order, provision in enumerate([*preamble, *walk(document.provisions), *document.closing]):
        pieces.append((provision.line or 0, order, _provision(provision)))
    return "".join(text for _, _, text in sorted(pieces))


def _provision(provision: ParsedProvision) -> str:
    return (
        provision.number
        + provision.heading
        + provision.text
        + provision.completion_line
        + provision.responsible_units_line
    )
