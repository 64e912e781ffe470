"""Short documents for tests: text in, the one document out, and its tree as plain tuples."""

from policies.ingest import parse_bytes
from policies.ingest.parsed import ParsedDocument, ParsedProvision, walk


def read(text: str, name: str = "document.txt") -> ParsedDocument:
    """The only document of a text."""
    documents = parse_bytes(text.encode(), name)
    assert len(documents) == 1
    return documents[0]


def paths(document: ParsedDocument) -> list[str]:
    return [provision.path for provision in walk(document.provisions)]


def find(document: ParsedDocument, path: str) -> ParsedProvision:
    return next(provision for provision in walk(document.provisions) if provision.path == path)
