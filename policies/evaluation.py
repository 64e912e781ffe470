"""How good the extraction is: facts found compared with gold, as precision, recall and F1 per field.

Two forms of gold: a whole document in the form of `parse_documents` with accepted values as lists (`roles`,
`qualifiers`, `kinds`), whose own texts are read again; or a list of sentences, each with its facts.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from policies.ingest.facts import extract_facts, read_interpreter, read_validity
from policies.ingest.parsed import Amount, Deadline, Facts, ParsedDocument, ParsedProvision, walk

FIELDS = (
    "amount", "amount.value", "amount.unit", "amount.qualifier", "amount.role", "deadline", "duration", "citation",
    "reference", "validity", "interpreter",
)  # fmt: skip


class UnknownGold(ValueError):
    """The file is neither a document with provisions nor a list of sentences; the message says so in one line."""


@dataclass(slots=True)
class Tally:
    """Hits, extras and misses of each field, and every difference as (field, where, word, value)."""

    hits: Counter = field(default_factory=Counter)
    extras: Counter = field(default_factory=Counter)
    misses: Counter = field(default_factory=Counter)
    errors: list[tuple[str, str, str, object]] = field(default_factory=list)

    def compare(self, name: str, where: str, got: Iterable, want: Iterable, optional: Iterable = ()) -> None:
        """Two lists as multisets; what is in `optional` counts for nothing when it is found."""
        found, wanted = Counter(got), Counter(want)
        extra, missing = (found - wanted) - Counter(optional), wanted - found
        self.hits[name] += sum((found & wanted).values())
        self.extras[name] += sum(extra.values())
        self.misses[name] += sum(missing.values())
        self.errors += [(name, where, "extra", value) for value in extra.elements()]
        self.errors += [(name, where, "missing", value) for value in missing.elements()]

    def judge(self, name: str, where: str, right: bool, got: object, want: object) -> None:
        """One value that is right or wrong; a wrong one is an extra and a miss."""
        if right:
            self.hits[name] += 1
            return
        self.extras[name] += 1
        self.misses[name] += 1
        self.errors.append((name, where, "wrong", (got, want)))

    def table(self) -> dict[str, dict[str, float]]:
        """{field: {n, precision, recall, f1}} for the fields that occur; n counts the entries of the gold."""
        rows = {}
        for name in FIELDS:
            hits, extras, misses = self.hits[name], self.extras[name], self.misses[name]
            if not hits + extras + misses:
                continue
            precision = hits / (hits + extras) if hits + extras else 0.0
            recall = hits / (hits + misses) if hits + misses else 0.0
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            rows[name] = {
                "n": hits + misses, "precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4),
            }  # fmt: skip
        return rows


def evaluate(gold: dict | list, tally: Tally) -> None:
    """Read the texts of one gold file again and compare; raises UnknownGold for another form of file."""
    if isinstance(gold, dict) and isinstance(gold.get("provisions"), list):
        _document(gold, tally)
    elif isinstance(gold, list) and gold and all(isinstance(entry, dict) and "text" in entry for entry in gold):
        for entry in gold:
            _sentence(entry, tally)
    else:
        raise UnknownGold("既不是带条款的文件，也不是带事实的句子列表")


def format_table(table: dict[str, dict[str, float]]) -> str:
    """The table as aligned text."""
    lines = [f"{'field':18}{'n':>6}{'P':>9}{'R':>9}{'F1':>9}"]
    for name, row in table.items():
        lines.append(f"{name:18}{row['n']:>6}{row['precision']:>9.4f}{row['recall']:>9.4f}{row['f1']:>9.4f}")
    return "\n".join(lines)


def draw_sample(documents: Iterable[ParsedDocument], size: int, seed: int) -> tuple[list[str], list[str]]:
    """`size` amounts and `size` dates drawn at random from all facts of these documents, one line each, to be read.

    A line is what was read and the words round it: 五万元 = 50000 元 max other | …处一万元以上【五万元】以下的罚款….
    """
    amounts, dates = [], []
    for document in documents:
        preamble = [document.preamble] if document.preamble else []
        for provision in [*preamble, *walk(document.provisions), *document.closing]:
            for one in provision.facts.amounts:
                value = f"{one.value:g}" + (f"–{one.value_max:g}" if one.value_max is not None else "")
                per = f"/{one.per}" if one.per else ""
                read = f"{one.surface} = {value} {one.unit}{per} {one.qualifier} {one.role}"
                amounts.append(f"{read} | {_in_place(provision, one)}")
            for one in provision.facts.deadlines:
                dates.append(f"{one.surface} = {one.date} {one.kind} | {_in_place(provision, one)}")
    chance = random.Random(seed)
    return [chance.sample(rows, min(size, len(rows))) for rows in (amounts, dates)]


def _in_place(provision: ParsedProvision, fact: Amount | Deadline) -> str:
    text = getattr(provision, fact.field)
    before, after = text[max(0, fact.start - 34) : fact.start], text[fact.end : fact.end + 24]
    return f"…{before}【{text[fact.start : fact.end]}】{after}…".replace("\n", " ")


def _document(gold: dict, tally: Tally) -> None:
    title = gold.get("title", "")
    nodes = list(_walk(gold["provisions"]))
    for node in nodes:
        where = f"{title[:14]} {node.get('path', '')}"
        _facts(extract_facts(node.get("heading", ""), node.get("text", "")), node, where, tally)
    texts = [*reversed(gold.get("closing", [])), *(node.get("text", "") for node in reversed(nodes))]
    _whole(texts, gold, title, tally)


def _sentence(entry: dict, tally: Tally) -> None:
    where = entry["text"][:20]
    _facts(extract_facts(entry.get("heading", ""), entry["text"], entry.get("kind", "")), entry, where, tally)
    if "validity" in entry or "interpreter" in entry:
        _whole([entry["text"]], entry, where, tally)


def _whole(texts: list[str], gold: dict, where: str, tally: Tally) -> None:
    if "validity" in gold:
        found, want = read_validity(texts), gold["validity"]
        got = (found.from_, found.until, found.period)
        wanted = tuple(want.get(key) or None for key in ("from", "until", "period"))
        tally.judge("validity", where, got == wanted, got, wanted)
    if "interpreter" in gold:
        # 泉州市 and 市 are one body in the document's own city.
        short = [
            [re.sub(r"^泉州市", "市", squeeze(name)) for name in names]
            for names in (read_interpreter(texts), gold["interpreter"])
        ]
        tally.compare("interpreter", where, *short)


def _facts(facts: Facts, gold: dict, where: str, tally: Tally) -> None:
    _amounts(facts.amounts, gold.get("amounts", []), where, tally)
    _deadlines(facts.deadlines, gold.get("deadlines", []), where, tally)
    tally.compare(
        "duration", where, [(one.value, one.unit) for one in facts.durations],
        [(float(one["value"]), one["unit"]) for one in gold.get("durations", [])],
    )  # fmt: skip
    tally.compare(
        "citation", where, [squeeze(one.surface) for one in facts.citations],
        [squeeze(one) for one in gold.get("citations", [])],
    )  # fmt: skip
    if "references" in gold:
        tally.compare(
            "reference", where, [squeeze(one.surface) for one in facts.references],
            [squeeze(one) for one in gold["references"]],
        )  # fmt: skip


def _amounts(found: list[Amount], gold: list[dict], where: str, tally: Tally) -> None:
    needed = [one for one in gold if not one.get("optional")]
    optional = [squeeze(one["surface"]) for one in gold if one.get("optional")]
    tally.compare(
        "amount", where, [squeeze(one.surface) for one in found], [squeeze(one["surface"]) for one in needed], optional
    )
    pool = defaultdict(list)
    for one in found:
        pool[squeeze(one.surface)].append(one)
    for want in needed:
        candidates = pool[squeeze(want["surface"])]
        if not candidates:
            continue
        got = candidates.pop(0)
        value, wanted = (got.value, got.value_max), (want["value"], want.get("value_max"))
        tally.judge("amount.value", where, value == wanted, value, wanted)
        per = want.get("per")
        unit = got.unit == want["unit"] and (per not in ("平方米", "人月") or got.per == per)
        tally.judge("amount.unit", where, unit, (got.unit, got.per), (want["unit"], per))
        qualifier = got.qualifier in want["qualifiers"]
        tally.judge("amount.qualifier", where, qualifier, (got.surface, got.qualifier), want["qualifiers"])
        tally.judge("amount.role", where, got.role in want["roles"], (got.surface, got.role), want["roles"])


def _deadlines(found: list[Deadline], gold: list[dict], where: str, tally: Tally) -> None:
    """Dates without a year and dates of the validity clause count for nothing on either side."""
    left = [one for one in gold if one["date"] and "validity" not in one["kinds"]]
    for got in found:
        if not got.date:
            continue
        hit = next((want for want in left if want["date"] == got.date and got.kind in want["kinds"]), None)
        if hit:
            left.remove(hit)
            tally.hits["deadline"] += 1
        else:
            tally.extras["deadline"] += 1
            tally.errors.append(("deadline", where, "extra", (got.date, got.kind)))
    for want in left:
        tally.misses["deadline"] += 1
        tally.errors.append(("deadline", where, "missing", (want["date"], want["kinds"])))


def _short(body: str) -> str:
    return re.sub(r"^泉州市", "市", squeeze(body))


def squeeze(text: str) -> str:
    """Without white space and with width folded, so that print quirks never count."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def _walk(nodes: list[dict]) -> Iterator[dict]:
    for node in nodes:
        yield node
        yield from _walk(node.get("children", []))
