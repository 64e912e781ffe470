"""适用对象 of an amount, from the list that editors keep: by the words nearest to it."""

import re
from collections.abc import Iterable

from policies.models import Amount, Audience, Provision

_SENTENCE_END = re.compile(r"[。！？\n]")


class Audiences:
    """The list, read once. `of(amount, …)` gives the ids that fit."""

    def __init__(self):
        self.words = [
            (audience.pk, re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True)))))
            for audience in Audience.objects.order_by("order", "pk")
            if (words := audience.words.split())
        ]

    def of(self, amount: Amount, provision: Provision, headings: str = "") -> set[int]:
        """Audiences named in the sentence of the amount; where it names none, in the headings above, then the text.

        `headings` are those of the provisions above and the document's title. Only what someone can get, or must
        reach to get it, has an audience.
        """
        if amount.role not in {Amount.Role.BENEFIT, Amount.Role.RATE, Amount.Role.THRESHOLD}:
            return set()
        text = getattr(provision, amount.field)
        sentence = _sentence(text, amount.start, amount.end)
        for words in (f"{amount.beneficiary}\n{sentence}", f"{provision.heading}\n{headings}", provision.text):
            found = {pk for pk, pattern in self.words if pattern.search(words)}
            if found:
                return found
        return set()


def save_audiences(found: Iterable[tuple[Amount, set[int]]], fresh: bool = False) -> None:
    """Write the audiences of saved amounts; `fresh` amounts have none to remove."""
    through = Amount.audiences.through
    pairs = list(found)
    if not fresh:
        through.objects.filter(amount_id__in=[amount.pk for amount, _ in pairs]).delete()
    through.objects.bulk_create(
        [through(amount_id=amount.pk, audience_id=pk) for amount, ids in pairs for pk in sorted(ids)], batch_size=5000
    )


def _sentence(text: str, start: int, end: int) -> str:
    begin = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    stop = _SENTENCE_END.search(text, end)
    return text[begin : stop.start() if stop else len(text)]
