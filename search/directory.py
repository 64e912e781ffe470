"""The names a base knows: documents, units, aliases. Kept in memory, read anew when the tables have changed."""

import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import quote

from django.db.models import Count, Max
from django.db.models.signals import post_delete, post_save

from policies.models import Alias, Document, Organization, OrganizationName
from search import canonical
from search.characters import letters

#: Seconds before another process's changes of names are looked for.
FRESH = 5.0
NATION = letters("中华人民共和国")


@dataclass(frozen=True, slots=True)
class Name:
    """A document or unit as direct answers, facet labels and suggestions show it."""

    kind: str  # document, unit
    key: int
    slug: str
    title: str
    url: str


@dataclass(slots=True)
class Directory:
    documents: dict[str, Name] = field(default_factory=dict)  # by slug
    units: dict[str, Name] = field(default_factory=dict)  # by slug
    titles: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))  # letters of a title
    numbers: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))  # canonical token
    unit_names: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))  # letters of any name
    #: letters of a word → what is looked for too, as (shown word, shown meaning)
    aliases: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    words: list[str] = field(default_factory=list)  # alias words and meanings, for suggestions
    alias_lengths: list[int] = field(default_factory=list)  # that words with aliases have, longest first

    def label(self, facet: str, value: str) -> str:
        names = self.documents if facet == "document" else self.units
        return names[value].title if value in names else value


def document_url(slug: str) -> str:
    return f"/policies/{slug}/"


def provision_url(slug: str, path: str) -> str:
    return f"/policies/{slug}/{quote(path, safe='~:@!$&()*+,;=')}/"


def _short_titles(title: str) -> set[str]:
    """A title as readers write it: whole, without 中华人民共和国, without its second line (… 物权编)."""
    first = title.split(" ", 1)[0] if title.startswith("中华人民共和国") else title
    found = {letters(title), letters(first)}
    return found | {name.removeprefix(NATION) for name in found if name != NATION}


def _read() -> Directory:
    directory = Directory()
    fields = ("pk", "slug", "title", "document_number")
    for pk, slug, title, number in Document.objects.public().order_by("pk").values_list(*fields):
        name = Name("document", pk, slug, title, document_url(slug))
        directory.documents[slug] = name
        for spelling in _short_titles(title):
            directory.titles[spelling].append(name)
        token = canonical.whole(number) if number else ""
        if token:
            directory.numbers[token].append(name)
    _read_units(directory)
    _read_aliases(directory)
    return directory


def _read_units(directory: Directory) -> None:
    by_key = {}
    for pk, slug, title, into in Organization.objects.values_list("pk", "slug", "name", "merged_into_id"):
        by_key[pk] = (Name("unit", pk, slug, title, f"/units/{slug}/"), into)
    others = defaultdict(list)
    for organization_id, name in OrganizationName.objects.values_list("organization_id", "name"):
        others[organization_id].append(name)
    for pk, (name, into) in by_key.items():
        steps = 0
        while into in by_key and steps < 20:
            name, into = by_key[into]
            steps += 1
        own = by_key[pk][0]
        if name is own:
            directory.units[own.slug] = own
        for spelling in (own.title, *others[pk]):
            if name not in directory.unit_names[letters(spelling)]:
                directory.unit_names[letters(spelling)].append(name)
        spellings = list(dict.fromkeys([own.title, *others[pk]]))
        for spelling in spellings:
            meanings = [(spelling, other) for other in spellings if letters(other) != letters(spelling)]
            directory.aliases[letters(spelling)] += meanings


def _read_aliases(directory: Directory) -> None:
    meanings = defaultdict(list)
    for word, means, both_ways in Alias.objects.order_by("pk").values_list("word", "means", "both_ways"):
        meanings[word].append(means)
        if both_ways:
            meanings[means].append(word)
    for word, found in meanings.items():
        # 补贴 = 补助 and 补贴 = 奖补 make 补助 = 奖补, one step further and no more.
        further = [second for first in found for second in meanings.get(first, ()) if first in meanings]
        for meaning in dict.fromkeys(found + further):
            if letters(meaning) and letters(meaning) != letters(word):
                directory.aliases[letters(word)].append((word, meaning))
    directory.words = list(meanings)
    directory.alias_lengths = sorted({len(word) for word in directory.aliases if len(word) > 1}, reverse=True)


_state: dict = {"directory": None, "stamp": None, "checked": 0.0}
_lock = threading.Lock()


def directory() -> Directory:
    """The names as they are now; changes by other processes are seen after FRESH seconds."""
    if _state["directory"] is not None and time.monotonic() - _state["checked"] < FRESH:
        return _state["directory"]
    with _lock:
        stamp = _stamp()
        if _state["directory"] is None or stamp != _state["stamp"]:
            _state["directory"], _state["stamp"] = _read(), stamp
        _state["checked"] = time.monotonic()
        return _state["directory"]


def forget(**_) -> None:
    """Look at the tables again before the next answer."""
    _state["checked"] = 0.0
    _state["stamp"] = None


def _stamp():
    documents = Document.objects.public().aggregate(Count("pk"), Max("updated_at"))
    return (
        tuple(documents.values()),
        tuple(Organization.history.aggregate(Max("pk")).values()),
        tuple(Organization.objects.aggregate(Count("pk")).values()),
        tuple(OrganizationName.objects.aggregate(Count("pk"), Max("pk")).values()),
        tuple(Alias.objects.aggregate(Count("pk"), Max("pk")).values()),
    )


def watch() -> None:
    """Forget at once what this process itself changes."""
    for model in (Alias, Organization, OrganizationName, Document):
        for signal in (post_save, post_delete):
            signal.connect(forget, sender=model, dispatch_uid=f"search forgets names of {model.__name__}")
