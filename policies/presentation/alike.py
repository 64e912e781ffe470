"""Provisions of neighbouring documents that speak of the same thing, with the words both say.

Neighbours are the documents of the same collection and those a relation leads to: a package's measures repeat the
sentences of the decision they carry out, and no citation says so.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass

from django.db.models import Q

from policies.models import Document, Provision, Relation

#: Characters that are compared at a time. Shorter pieces are shared by chance, longer ones break at every small change.
#: A piece with a digit says nothing of the matter: 不超过100万元 stands everywhere.
PIECE = 5
#: What two provisions share must have at least so many letters in a row to be shown as a reason ...
SHORTEST_PHRASE = 8
#: ... and weigh so much: the sum over shared pieces of the logarithm of how rare each is among the neighbours.
LEAST_WEIGHT = 20.0
#: Neighbours that are read at most; a package holds some 150 provisions.
MOST_READ = 1_000
MOST_SHOWN = 3
LONGEST_SHOWN = 28
INNER = str.maketrans("“”", "‘’")
#: 为…，制定本措施 and 自印发之日起施行 are the same in every document.
FORMAL = ("preamble", "closing")
_LETTER = re.compile(r"\w")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Alike:
    """Another provision, the longest words both say (as this one prints them), whether it is of the lead document."""

    provision: Provision
    phrase: str
    leads: bool


def same_words(document: Document, provision: Provision) -> list[Alike]:
    """Best first; none where no neighbour says the same in at least SHORTEST_PHRASE letters."""
    text = f"{provision.heading}\n{provision.text}"
    places = [match.start() for match in _LETTER.finditer(text)]
    letters = "".join(text[place] for place in places)
    pieces = list(dict.fromkeys(letters[at : at + PIECE] for at in range(len(letters) - PIECE + 1)))
    pieces = [piece for piece in pieces if not _DIGIT.search(piece)]
    if not pieces or provision.kind in FORMAL:
        return []
    others = _neighbours(document)
    shared = {}
    for key, heading, body in others:
        theirs = "".join(_LETTER.findall(f"{heading}\n{body}"))
        if found := {piece for piece in pieces if piece in theirs}:
            shared[key] = found
    held = Counter(piece for found in shared.values() for piece in found)
    rare = {piece: math.log((len(others) + 1) / count) for piece, count in held.items()}
    weights = {key: sum(rare[piece] for piece in found) for key, found in shared.items()}
    phrases = {}
    for key in sorted(weights, key=lambda key: (-weights[key], key)):
        if weights[key] < LEAST_WEIGHT or len(phrases) == MOST_SHOWN:
            break
        start, end = _longest(letters, shared[key])
        if end - start >= SHORTEST_PHRASE:
            phrases[key] = _quoted(text, places[start], places[end - 1] + 1)
    lead = document.collection.lead_document_id if document.collection else None
    provisions = Provision.objects.select_related("document").in_bulk(phrases)
    return [Alike(provisions[key], phrase, provisions[key].document_id == lead) for key, phrase in phrases.items()]


def _neighbours(document: Document) -> list[tuple[int, str, str]]:
    """(key, heading, text) of each."""
    ends = Relation.objects.filter(Q(from_document=document) | Q(to_document=document))
    ids = {pk for pair in ends.values_list("from_document_id", "to_document_id") for pk in pair}
    near = Q(document_id__in=ids)
    if document.collection_id:
        near |= Q(document__collection_id=document.collection_id)
    rows = Provision.objects.public().filter(near).exclude(document_id=document.pk).exclude(kind__in=FORMAL)
    return list(rows.order_by("document_id", "position").values_list("pk", "heading", "text")[:MOST_READ])


def _longest(letters: str, found: set[str]) -> tuple[int, int]:
    """(start, end) in `letters` of the longest run that is made of shared pieces."""
    best, start = (0, 0), None
    for at in range(len(letters) - PIECE + 2):
        if letters[at : at + PIECE] in found:
            start = at if start is None else start
        elif start is not None:
            best = max(best, (start, at - 1 + PIECE), key=lambda run: run[1] - run[0])
            start = None
    return best


def _quoted(text: str, start: int, end: int) -> str:
    """The words to stand in quotes: a bracket opened in them is closed, quotes in them are single, too long is cut."""
    for opened, closed in ("“”", "（）", "《》"):
        if text.count(opened, start, end) > text.count(closed, start, end) and text.startswith(closed, end):
            end += 1
    phrase = text[start:end].replace("\n", " ").translate(INNER)
    return phrase if len(phrase) <= LONGEST_SHOWN else phrase[: LONGEST_SHOWN - 1] + "…"
