"""Suggestions while typing: titles, units, aliases and headings, by characters, pinyin or initials."""

import difflib
import threading
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from policies.models import Document, Provision
from search.characters import letters
from search.directory import Directory, directory, provision_url

#: Headings kept, at most; the laws have some 9,000 different ones.
MOST_HEADINGS = 20_000
#: Longer headings suggest nothing that is quicker to choose than to type.
LONGEST_HEADING = 40
ORDER = {"word": 0, "unit": 1, "document": 2, "provision": 3}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`kind`: document, provision, unit or word; `url` leads to it (a word: "" – it is to be searched)."""

    kind: str
    title: str
    url: str
    note: str = ""  # the document of a heading, the name by which a unit was found


@dataclass(frozen=True, slots=True)
class Entry:
    suggestion: Suggestion
    letters: str
    initials: str


class Entries:
    """Everything that may be suggested, and its pinyin where a query in Latin letters needs it."""

    def __init__(self, names: Directory):
        self.names = names
        self.entries = [self._entry(suggestion) for suggestion in self._suggestions(names)]

    def _entry(self, suggestion: Suggestion) -> Entry:
        # A unit found by another of its names: 市科技局 → 泉州市科学技术局.
        row = letters(suggestion.note if suggestion.kind == "unit" and suggestion.note else suggestion.title)
        return Entry(suggestion, row, initials(row))

    def _suggestions(self, names: Directory):
        for word in names.words:
            yield Suggestion("word", word, "")
        for name in names.units.values():
            yield Suggestion("unit", name.title, name.url)
        for spelling, held in names.unit_names.items():
            if all(letters(unit.title) != spelling for unit in held):
                for unit in held[:3]:
                    yield Suggestion("unit", unit.title, unit.url, spelling)
        for name in names.documents.values():
            yield Suggestion("document", name.title, name.url)
        yield from self._headings()

    def _headings(self):
        seen = set()
        fields = ("heading", "path", "document__slug", "document__title")
        headings = Provision.objects.filter(
            document__state=Document.State.PUBLISHED, withdrawn=False, last__isnull=False
        ).exclude(heading="")
        for heading, path, slug, title in headings.order_by("document_id", "position").values_list(*fields).iterator():
            if heading in seen or len(heading) > LONGEST_HEADING:
                continue
            seen.add(heading)
            yield Suggestion("provision", heading, provision_url(slug, path), title)
            if len(seen) >= MOST_HEADINGS:
                return


_state: dict = {"names": None, "entries": None}
_lock = threading.Lock()


def entries() -> list[Entry]:
    """Rebuilt when the directory has changed."""
    names = directory()
    if _state["names"] is not names:
        with _lock:
            if _state["names"] is not names:
                _state["entries"], _state["names"] = Entries(names).entries, names
    return _state["entries"]


@lru_cache(maxsize=20_000)
def _sound(character: str) -> str:
    return lazy_pinyin(character, style=Style.NORMAL, errors="default")[0].lower()


def pinyin(row: str) -> str:
    """科技 → keji; other characters stay."""
    return "".join(_sound(character) for character in row)


def initials(row: str) -> str:
    """科技局 → kjj"""
    return "".join(_sound(character)[:1] for character in row)


def suggest(text: str, limit: int = 10) -> list[Suggestion]:
    """The best entries for what has been typed so far; [] for nothing or for punctuation."""
    typed = letters(text[:60])
    if not typed:
        return []
    latin = typed.isascii() and typed.isalpha()
    found: list[tuple[tuple, Suggestion]] = []
    for place, entry in enumerate(entries()):
        rank = _rank(typed, entry, latin)
        if rank is not None:
            found.append(((rank, ORDER[entry.suggestion.kind], len(entry.letters), place), entry.suggestion))
    found.sort(key=lambda item: item[0])
    chosen: dict[tuple[str, str, str], Suggestion] = {}
    for _, suggestion in found:
        chosen.setdefault((suggestion.kind, suggestion.title, suggestion.url), suggestion)
        if len(chosen) >= limit:
            break
    return list(chosen.values())


def _rank(typed: str, entry: Entry, latin: bool) -> int | None:
    """0 begins with it, 1 holds it, 2 and 3 the same by sound or initials; None: not at all."""
    at = entry.letters.find(typed)
    if at >= 0:
        return 0 if at == 0 else 1
    if not latin or len(typed) < 2:
        return None
    at = entry.initials.find(typed)
    if at >= 0:
        return 2 if at == 0 else 3
    # The first letter of each sound must stand in the initials before the whole is spelled out.
    if typed[0] in entry.initials:
        spelled = _spelled(entry.letters)
        starts = [start for start, sound in enumerate(entry.initials) if sound == typed[0]]
        offsets = _offsets(entry.letters)
        for start in starts:
            if spelled.startswith(typed, offsets[start]):
                return 2 if start == 0 else 3
    return None


@lru_cache(maxsize=30_000)
def _spelled(row: str) -> str:
    return pinyin(row)


@lru_cache(maxsize=30_000)
def _offsets(row: str) -> tuple[int, ...]:
    offsets, at = [], 0
    for character in row:
        offsets.append(at)
        at += len(_sound(character))
    return tuple(offsets)


def near(text: str, limit: int = 5) -> list[str]:
    """Words, units and short headings that sound or look like it."""
    typed = letters(text)
    if not typed:
        return []
    sound = pinyin(typed)
    same, alike = [], {}
    for entry in entries():
        if entry.letters == typed or abs(len(entry.letters) - len(typed)) > 2:
            continue
        if entry.initials == initials(typed) and pinyin(entry.letters) == sound:
            same.append(entry.suggestion.title)
        else:
            alike[entry.letters] = entry.suggestion.title
    close = difflib.get_close_matches(typed, list(alike), n=limit, cutoff=0.6) if len(typed) < 30 else []
    return list(dict.fromkeys([*same, *(alike[word] for word in close)]))[:limit]
