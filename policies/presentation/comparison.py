"""Two texts side by side with what differs marked (diff-match-patch)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diff_match_patch import diff_match_patch
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from policies.presentation.records import ProvisionRecord

#: Seconds one pair of texts and all of them may take before the rest is shown as replaced.
TIMEOUT, TOTAL_TIMEOUT = 0.5, 3.0
#: So many provisions of each side are held against each other; documents of a thousand are alike by number or not.
MOST_COMPARED = 120
#: Provisions below this likeness are not set against each other.
ALIKE = 0.3


@dataclass(slots=True)
class Pair:
    """A provision of each side, their words with differences marked."""

    left: ProvisionRecord
    right: ProvisionRecord
    left_html: SafeString
    right_html: SafeString
    same: bool


def marked(left: str, right: str, seconds: float = TIMEOUT) -> tuple[SafeString, SafeString]:
    """Both texts escaped, words only on the left in <del>, words only on the right in <ins>."""
    engine = diff_match_patch()
    engine.Diff_Timeout = seconds
    differences = engine.diff_main(left, right)
    engine.diff_cleanupSemantic(differences)
    sides: tuple[list, list] = ([], [])
    for operation, words in differences:
        if operation == 0:
            sides[0].append(format_html("{}", words))
            sides[1].append(format_html("{}", words))
        elif operation < 0:
            sides[0].append(format_html("<del>{}</del>", words))
        else:
            sides[1].append(format_html("<ins>{}</ins>", words))
    return tuple(format_html_join("", "{}", ((piece,) for piece in side)) for side in sides)


def whole_text(records: Sequence[ProvisionRecord]) -> str:
    """The records' words, number and heading before each text."""
    lines = []
    for record in records:
        provision = record.provision
        head = f"{provision.number}{provision.heading}"
        lines.append("\n".join(part for part in (head, provision.text) if part))
    return "\n".join(lines)


@dataclass(slots=True)
class Comparison:
    """What can be set side by side, and what stands on one side only."""

    pairs: list[Pair]
    only_left: list[ProvisionRecord]
    only_right: list[ProvisionRecord]


def compare(left: Sequence[ProvisionRecord], right: Sequence[ProvisionRecord]) -> Comparison:
    """Provisions of two documents set against each other, in the order of the left.

    First those with the same words, then those with the same number that are alike, then the likest of the rest.
    """
    partner: dict[int, ProvisionRecord] = {}
    free = {record.provision.pk: record for record in right if _words(record)}
    left = [record for record in left if _words(record)]

    def take(record: ProvisionRecord, other: ProvisionRecord) -> None:
        partner[record.provision.pk] = free.pop(other.provision.pk)

    same_words = {_words(other): other for other in reversed(right)}
    for record in left:
        other = same_words.get(_words(record))
        if other and other.provision.pk in free:
            take(record, other)
    bigrams = {id(record): _bigrams(_words(record)) for record in (*left, *free.values())}
    same_number = {tuple(other.numbers): other for other in free.values()}
    for record in left:
        other = same_number.get(tuple(record.numbers))
        if record.provision.pk not in partner and other and likeness(record, other, bigrams) >= ALIKE * 2:
            take(record, other)
    for record in [each for each in left if each.provision.pk not in partner][:MOST_COMPARED]:
        rest = list(free.values())[:MOST_COMPARED]
        best = max(rest, key=lambda other, record=record: likeness(record, other, bigrams), default=None)
        if best is not None and likeness(record, best, bigrams) >= ALIKE:
            take(record, best)
    pairs = [(record, partner[record.provision.pk]) for record in left if record.provision.pk in partner]
    seconds = min(TIMEOUT, TOTAL_TIMEOUT / max(len(pairs), 1))
    return Comparison(
        [_pair(record, other, seconds) for record, other in pairs],
        [record for record in left if record.provision.pk not in partner],
        list(free.values()),
    )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence about the words asked for: what of them it holds and its numbers marked."""

    record: ProvisionRecord
    html: SafeString
    share: float


#: A sentence that holds fewer of the asked pairs of characters is about something else.
ABOUT = 0.6
MOST_SENTENCES = 6
SENTENCE = re.compile(r"[^。；\n]+[。；]?")
NUMBER = re.compile(
    r"\d[\d,.]*(?:[~～至到—:：-]\d[\d,.]*)?[万亿千百]*(?:平方米|美元|元|%|亩|家|个|项|人次|人|名|场次|场|户|倍|所|座|年)?"
)


def about(records: Sequence[ProvisionRecord], words: str) -> list[Sentence]:
    """Sentences that speak of `words`, best first: 高新技术企业 also finds 高新技术民营企业达3500家."""
    wanted = [part for part in words.split() if len(part) > 1][:8]
    pairs = frozenset().union(*(_bigrams(part) for part in wanted)) if wanted else frozenset()
    found = []
    for record in records:
        for match in SENTENCE.finditer(record.provision.text if pairs else ""):
            held = {pair for pair in pairs if pair in match[0]}
            share = len(held) / len(pairs)
            if share >= ABOUT:
                found.append((share, bool(NUMBER.search(match[0])), record, match[0].strip(), held))
    found.sort(key=lambda row: (-row[0], not row[1]))
    return [Sentence(row[2], _shown(row[3], row[4]), row[0]) for row in found[:MOST_SENTENCES]]


def _shown(sentence: str, held: set[str]) -> SafeString:
    """Runs of held pairs as <mark>, numbers as <b>, all else escaped."""
    spans = [(match.start(), match.end(), "b") for match in NUMBER.finditer(sentence)]
    covered = {at + offset for pair in held for at in _places(sentence, pair) for offset in (0, 1)}
    for at in sorted(covered):
        if spans and spans[-1][2] == "mark" and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], at + 1, "mark")
        else:
            spans.append((at, at + 1, "mark"))
    pieces, at = [], 0
    for start, end, tag in sorted(spans):
        if start < at:
            continue
        pieces += [format_html("{}", sentence[at:start]), format_html(f"<{tag}>{{}}</{tag}>", sentence[start:end])]
        at = end
    pieces.append(format_html("{}", sentence[at:]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _places(text: str, words: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(words), text)]


def _words(record: ProvisionRecord) -> str:
    return "\n".join(part for part in (record.provision.heading, record.provision.text) if part)


def _pair(left: ProvisionRecord, right: ProvisionRecord, seconds: float) -> Pair:
    left_words, right_words = _words(left), _words(right)
    return Pair(left, right, *marked(left_words, right_words, seconds), left_words == right_words)


def likeness(left: ProvisionRecord, right: ProvisionRecord, bigrams: dict[int, frozenset[str]]) -> float:
    """0 to 1: shared pairs of characters among all of both; the same heading counts for much."""
    one, other = bigrams[id(left)], bigrams[id(right)]
    if not one or not other:
        return 0.0
    shared = 2 * len(one & other) / (len(one) + len(other))
    heading = left.provision.heading
    return max(shared, 0.5 + shared / 2 if heading and heading == right.provision.heading else 0.0)


def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[index : index + 2] for index in range(len(text) - 1))
