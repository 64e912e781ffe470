"""Answers by name: a title, a document number, an article of a named text, a unit. They stand above the hits."""

import re

from policies.models import Provision
from search import canonical
from search.characters import letters, readable
from search.directory import Directory, Name, provision_url
from search.query import Query
from search.results import Direct

#: Direct answers shown at most; a title may belong to several versions of a text.
MOST = 5
_DIGITS = rf"(?:\d{{1,4}}|[{canonical.HAN_DIGITS}]+)"
ARTICLE = re.compile(rf"(?P<title>.+?)[》\"”]? ?(?P<ordinal>第 ?{_DIGITS} ?条(?: ?之 ?{_DIGITS})?)")


def answers(query: Query, names: Directory) -> list[Direct]:
    """What the whole query names, each once."""
    if query.without or not query.groups or len(query.groups) != len(query.parts):
        return []
    typed = " ".join(part.text for part in query.parts)
    found = [*_documents(typed, names), *_provisions(typed, names), *_units(typed, names)]
    return list(dict.fromkeys(found))[:MOST]


def _documents(typed: str, names: Directory) -> list[Direct]:
    token = canonical.whole(typed)
    found: list[Name] = list(names.numbers.get(token, ())) if token.startswith("文") else []
    found += names.titles.get(letters(typed), ())
    return [Direct("document", name.title, name.url) for name in found]


def _units(typed: str, names: Directory) -> list[Direct]:
    return [Direct("unit", name.title, name.url) for name in names.unit_names.get(letters(typed), ())]


def _provisions(typed: str, names: Directory) -> list[Direct]:
    match = ARTICLE.fullmatch(readable(typed).strip())
    if not match:
        return []
    token = canonical.whole(match["title"])
    documents = names.numbers.get(token) if token.startswith("文") else names.titles.get(letters(match["title"]))
    wanted = canonical.ordinal(match["ordinal"])
    if not documents or not wanted:
        return []
    by_key = {name.key: name for name in documents}
    articles = Provision.objects.public().filter(document_id__in=by_key, kind="article", number__endswith=_end(wanted))
    fields = ("document_id", "number", "heading", "path")
    return [
        Direct("provision", f"{by_key[key].title} {number}{heading}", provision_url(by_key[key].slug, path))
        for key, number, heading, path in articles.order_by("document_id", "position").values_list(*fields)
        if canonical.ordinal(number) == wanted
    ]


def _end(ordinal: str) -> str:
    """How the printed number ends: 条, or 之一 for an article put in later."""
    return "条" if ordinal.endswith("条") else ""
