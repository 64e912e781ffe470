"""Many patterns asked of one short text: those whose characters it lacks are not tried.

Every pattern of the tables needs at least one of a few characters (补助[^的]{0,9}$ needs 补 and 助, 奖|补 one of the
two). A clause holds few of them, so nine patterns of ten are passed over at the price of one look-up per character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from re import _constants as codes
from re import _parser
from typing import Any

#: A set of characters wider than this tells nothing.
_WIDEST = 64
#: What the words beside amounts and dates hold most, the most frequent first: these tell little apart.
_FREQUENT = "的，业年予以给上对企元、人资不励补高按奖万额过最超在一每贴目项实区金产为工用单度新市到建个中性定行投发达照"
#: No set of characters is worse than one that every text has.
_EVERYWHERE = 1_000_000
#: So many choices are kept for each table.
_REMEMBERED = 4096
#: So few patterns are asked faster than chosen.
FEW = 2


class PatternIndex:
    """The patterns of a table in printed order, each with what it stands for."""

    def __init__(self, entries: Iterable[tuple[str, Any]], present: str = ""):
        """`entries`: (pattern, whatever `candidates` shall give for it); `present`: characters that every text has."""
        entries = list(entries)
        self._all = [meant for _, meant in entries]
        #: Characters that many patterns have tell little apart.
        common = Counter(char for pattern, _ in entries for char in pattern)
        common.update({char: len(_FREQUENT) - rank for rank, char in enumerate(_FREQUENT)})
        common.update(dict.fromkeys(present, _EVERYWHERE))
        self._always = 0
        #: character → bit n is set where pattern n needs it
        self._bits: dict[str, int] = {}
        for number, (pattern, _) in enumerate(entries):
            needed = needed_characters(pattern, common)
            if needed is None:
                self._always |= 1 << number
            for char in needed or ():
                self._bits[char] = self._bits.get(char, 0) | 1 << number
        #: choices made before: clauses are much alike
        self._chosen: dict[int, list[Any]] = {}
        self._find = (
            re.compile(f"[{re.escape(''.join(self._bits))}]").findall if len(entries) > FEW and self._bits else None
        )

    def candidates(self, text: str) -> list[Any]:
        """What stands for the patterns that may be found in `text`, in the order of the table."""
        if self._find is None:
            return self._all
        bits, known = self._always, self._bits
        for char in self._find(text):
            bits |= known[char]
        chosen = self._chosen.get(bits)
        return self.chosen(bits) if chosen is None else chosen

    def bits(self, text: str) -> int:
        """Bit n is set where pattern n may be found in `text`."""
        bits, known = self._always, self._bits
        for char in self._find(text) if self._find else known:
            bits |= known[char]
        return bits

    def chosen(self, bits: int) -> list[Any]:
        """What stands for the patterns whose bits are set, in the order of the table."""
        chosen = self._chosen.get(bits)
        if chosen is None:
            chosen = [meant for number, meant in enumerate(self._all) if bits >> number & 1]
            if len(self._chosen) < _REMEMBERED:
                self._chosen[bits] = chosen
        return chosen


def needed_characters(pattern: str, common: Counter[str] | None = None) -> frozenset[str] | None:
    """Characters of which every match of `pattern` has one; None where no such set can be told.

    Of several sets the one whose characters are least `common` is given.

    >>> sorted(needed_characters("(?:奖|补)[^的]{0,9}$")), needed_characters("[^的]*")
    (['奖', '补'], None)
    """
    return _needed(_parser.parse(pattern), common or Counter())


def _needed(items: Iterable[tuple], common: Counter[str]) -> frozenset[str] | None:
    """The best of what the parts of a sequence need: each of them is in every match."""
    sets = [one for item in items if (one := _of_item(*item, common))]
    return min(sets, key=lambda one: sum(1 + common[char] for char in one), default=None)


def _of_item(code: Any, argument: Any, common: Counter[str]) -> frozenset[str] | None:
    if code is codes.LITERAL:
        return frozenset(chr(argument))
    if code is codes.IN:
        return _of_set(argument)
    if code is codes.SUBPATTERN:
        return _needed(argument[3], common)
    if code is codes.ATOMIC_GROUP:
        return _needed(argument, common)
    if code is codes.ASSERT:
        return _needed(argument[1], common)
    if code is codes.BRANCH:
        branches = [_needed(branch, common) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else None
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) and argument[0] > 0:
        return _needed(argument[2], common)
    return None


def _of_set(members: list[tuple]) -> frozenset[str] | None:
    """[0-9一] → its characters; None for [^…], classes like \\d and wide sets."""
    chars: set[str] = set()
    for code, argument in members:
        if code is codes.LITERAL:
            chars.add(chr(argument))
        elif code is codes.RANGE and argument[1] - argument[0] < _WIDEST:
            chars.update(map(chr, range(argument[0], argument[1] + 1)))
        else:
            return None
    return frozenset(chars) if len(chars) <= _WIDEST else None
