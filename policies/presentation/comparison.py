"""Two texts side by side with what differs marked (diff-match-patch)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diff_match_patch import diff_match_patch
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from policies.presentation.records import ProvisionRecord

#: Seconds one pair of texts may take before the rest is shown as replaced.
TIMEOUT = 0.5
#: Provisions below this likeness are not set against each other.
ALIKE = 0.3
MOST_PAIRS = 400


@dataclass(slots=True)
class Pair:
    """One row: a provision of each side (either may be missing), its words with differences marked."""

    left: ProvisionRecord | None
    right: ProvisionRecord | None
    left_html: SafeString | str = ""
    right_html: SafeString | str = ""
    same: bool = False
    likeness: float = 0.0


def marked(left: str, right: str) -> tuple[SafeString, SafeString]:
    """Both texts escaped, words only on the left in <del>, words only on the right in <ins>."""
    engine = diff_match_patch()
    engine.Diff_Timeout = TIMEOUT
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


def compare(left: Sequence[ProvisionRecord], right: Sequence[ProvisionRecord]) -> list[Pair]:
    """Provisions of two documents, each set against its likest on the other side, in the order of the left."""
    free = list(right)
    pairs: list[Pair] = []
    for record in left[:MOST_PAIRS]:
        best = max(free, key=lambda other: likeness(record, other), default=None) if free else None
        if best is not None and likeness(record, best) >= ALIKE:
            free.remove(best)
            pairs.append(_pair(record, best))
        else:
            pairs.append(Pair(record, None, left_html=format_html("{}", _words(record))))
    pairs += [Pair(None, record, right_html=format_html("{}", _words(record))) for record in free[:MOST_PAIRS]]
    return pairs


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


def _pair(left: ProvisionRecord, right: ProvisionRecord) -> Pair:
    left_words, right_words = _words(left), _words(right)
    left_html, right_html = marked(left_words, right_words)
    return Pair(left, right, left_html, right_html, left_words == right_words, likeness(left, right))


def likeness(left: ProvisionRecord, right: ProvisionRecord) -> float:
    """0 to 1: shared pairs of characters among all of both; the same heading counts for much."""
    one, other = _bigrams(_words(left)), _bigrams(_words(right))
    if not one or not other:
        return 0.0
    shared = 2 * len(one & other) / (len(one) + len(other))
    heading = left.provision.heading
    return max(shared, 0.5 + shared / 2 if heading and heading == right.provision.heading else 0.0)


def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[index : index + 2] for index in range(len(text) - 1))
