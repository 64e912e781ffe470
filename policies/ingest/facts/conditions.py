"""What an amount depends on, read clause by clause: 对…的企业，…的，按…给予….

A piece of a sentence (between 。 and ；) is walked from its beginning. Clauses that open or narrow a condition are kept
until something is paid; after that the next such clause begins a new one, while caps (单家企业最高…) stay with the old.
Where the words give none, the condition stays empty: an empty cell is better than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policies.ingest.facts.beneficiaries import beneficiary, first_person
from policies.ingest.facts.clauses import (
    AID,
    BEGINS,
    BEGINS_FIRST,
    CAP,
    EACH,
    ITEM,
    LEVEL,
    OTHERS,
    PAYING,
    PERIOD,
    SCOPE,
    SHARED,
    SHARERS,
    VERBS_BEFORE,
    Span,
    before_paying,
    ends_with_head,
    ends_with_of,
    is_class,
)
from policies.ingest.facts.leads import LEAD_IN, list_lead
from policies.ingest.facts.masking import BLANK, THROUGH_PIECE, last_of
from policies.ingest.parsed import Amount

_DIGIT, _OF_INSIDE = re.compile(r"\d"), re.compile("的.")
#: What AID ends with, and what CAP begins with.
_AID_LAST, _CAP_FIRST = frozenset("励补助贴准额金度"), frozenset("单每同累合年全")
#: Of a clause no more characters than this are read, of a condition no more clauses.
REACH, MOST_CLAUSES = 420, 12


@dataclass(slots=True)
class _State:
    """What holds at one place of a piece; spans are places in the text."""

    conditions: list[Span] = field(default_factory=list)
    #: the conditions with what narrows them for the amounts that follow
    current: list[Span] = field(default_factory=list)
    #: clauses that belong to the conditions if another one follows before the paying
    pending: list[Span] = field(default_factory=list)
    lead: Span | None = None
    soft: bool = False  # the conditions are those of 支持… alone
    stated: bool = False  # they were opened by `STATES`
    others: bool = False  # they are those of 其他…, beside the first ones
    paid: bool = False
    listed: bool = False  # the words before the colon of a list have said that its items are paid

    def copy(self) -> _State:
        lists = list(self.conditions), list(self.current), list(self.pending)
        return _State(*lists, self.lead, self.soft, self.stated, self.others, self.paid, self.listed)

    def opened(self, conditions: list[Span], *, stated: bool = False) -> None:
        self.conditions = conditions[-MOST_CLAUSES:]
        self.current, self.pending = list(self.conditions), []
        self.soft, self.stated, self.others, self.paid = False, stated, False, False

    @property
    def closed(self) -> bool:
        """Whether the next clause begins a new condition."""
        return self.paid or self.soft or not self.conditions


#: Before anything is read; it is copied or replaced, never changed.
_NOTHING = _State()


class Reader:
    """Reads the conditions of the amounts of one text, in order; each clause is walked once."""

    def __init__(self, text: str, masked: str):
        self.text, self.masked = text, masked
        self._position = -1
        #: no mark and no comma stands between the position and here: nothing is looked through twice
        self._seen = 0
        self._state = _NOTHING
        #: of whom each condition speaks
        self._heads: dict[Span, str] = {}
        #: the colon of the list last read, and what holds behind it
        self._list: tuple[int, _State] = (-1, _NOTHING)
        #: a person the piece before spoke of (第二、三层次人才)
        self._subject: Span | None = None

    def read(self, amount: Amount) -> tuple[str, str]:
        """Condition and beneficiary of an amount, "" where the words give none. The amounts come in order."""
        if self.masked[amount.start] == BLANK or self._is_share(amount):
            return "", ""
        self._walk_to(amount.start)
        begin = max(self._position, amount.start - REACH)
        state = self._state.copy()
        self._clause(state, begin, amount.start, last=True)
        current = [span for span in state.current if span[1] > span[0]]
        if self._subject and not state.conditions and state.lead is None:
            subject = self.text[slice(*self._subject)]
            if not current or subject not in self.text[slice(*current[0])]:
                current = [self._subject, *current]
        condition = "，".join(self.text[start:end].strip("，： ") for start, end in current)
        return condition, beneficiary(self.text, self.masked, amount, begin, current, state.lead, self._heads)

    def _is_share(self, amount: Amount) -> bool:
        if amount.unit not in ("%", "ratio") or not SHARED.match(self.masked, amount.end):
            return False
        return SHARERS.search(self.masked, max(0, amount.start - 40), amount.start) is not None

    def _walk_to(self, place: int) -> None:
        begin = self._position if self._position > self._seen else self._seen
        mark = last_of(self.masked, THROUGH_PIECE, begin, place)
        if mark >= 0 or self._position < 0:
            goes_on = mark >= 0 and self.masked[mark] == "；"
            self._subject = (self._subject_of(self._state) or self._subject) if goes_on else None
            kept = self._state.conditions if goes_on and self.masked.startswith("其中", mark + 1) else []
            opened = self._opened_list(mark) if goes_on and not kept else None
            self._state = opened or _State(conditions=kept, current=list(kept), paid=bool(kept))
            self._position = begin = mark + 1
        while (end := first_comma(self.masked, begin, place)) >= 0:
            self._clause(self._state, self._position, min(end, self._position + REACH), last=False)
            if self.masked[end] == "：" and LEAD_IN.search(self.masked, self._position, end):
                self._state.paid, self._state.listed = False, True
            self._position = begin = end + 1
        self._seen = place

    def _opened_list(self, mark: int) -> _State | None:
        """What holds for the next item of the list that `mark` stands in, by the words before its colon."""
        if "：" not in self.masked or (place := list_lead(self.masked, mark)) is None:
            return None
        begin, colon = place
        if self._list[0] != colon:
            state = _State()
            while begin < colon:
                end = first_comma(self.masked, begin, colon + 1)
                self._clause(state, begin, min(end, begin + REACH), last=False)
                begin = end + 1
            state.paid, state.listed, state.pending = False, True, []
            self._list = colon, state
        return self._list[1].copy()

    def _subject_of(self, state: _State) -> Span | None:
        """第一层次人才 of 第一层次人才在…发生的费用: a person that the next piece goes on to speak of."""
        for start, end in state.current or state.conditions:
            if person := first_person(self.masked[start:end]):
                return start, start + person.end()
        return None

    def _clause(self, state: _State, start: int, end: int, *, last: bool) -> None:
        """Let one clause change the state; `last` is the clause of the amount, up to the amount."""
        printed = self.masked[start:end]
        words = printed.lstrip()
        start += len(printed) - len(words)
        # 发放贷款2亿元以上的 is a condition, whatever it speaks of.
        paying = None if not last and ends_with_of(words) else PAYING.search(words)
        head = before_paying(words[: paying.start()] if paying else words)
        span = (start, start + len(head))
        begins = BEGINS.match(words) if words[:1] in BEGINS_FIRST else None
        how = begins.lastgroup if begins else ""
        if how == "opens" and len(head) > 2:
            if words.startswith("其中") and state.current:
                state.opened([*state.conditions, span])
            else:
                state.opened([span] if state.closed or state.stated else [*state.conditions, span])
        elif how == "leads":
            paying = PAYING.search(words, begins.end())
            head = before_paying(words[begins.end() : paying.start() if paying else len(words)])
            self._lead(state, (start + begins.end(), start + begins.end() + len(head)))
        elif how == "states" and len(head) > 2 and (paying or not last):
            closed = state.closed
            state.opened([span] if closed else [*state.conditions, *state.pending, span], stated=closed or state.stated)
        elif head and (paying or not last) and self._is_condition(head, paying):
            if words.startswith("其中"):
                state.opened([*(state.conditions or state.current), span])
            else:
                state.opened([span] if state.closed else [*state.conditions, *state.pending, span])
        elif head and not paying and how == "goes_on":
            fresh = state.soft or not state.conditions
            state.opened([span] if fresh else [*state.conditions, *state.pending, span])
        elif paying or last:
            self._pay(state, start, words, head, paying, last=last)
        elif not state.paid:
            if state.soft:
                state.conditions, state.current, state.soft = [], [], False
            elif state.conditions:
                state.pending.append(span)
        if paying:
            state.paid, state.pending = True, []

    @staticmethod
    def _is_condition(head: str, paying: re.Match | None) -> bool:
        if ends_with_of(head):
            return True
        if "每" in head and not head.startswith("每") and EACH.search(head):
            return True
        return not paying and is_class(head)

    @staticmethod
    def _lead(state: _State, span: Span) -> None:
        state.lead = span
        if state.closed:
            state.opened([span])
            state.soft = True

    def _pay(self, state: _State, start: int, words: str, head: str, paying: re.Match | None, *, last: bool) -> None:
        """A clause that pays: a label before the paying narrows the condition (优秀给予…, 新建最高…)."""
        item = ITEM.search(words) if last and paying and "、" in words else None
        if item and paying.start() < item.start() and not _DIGIT.search(head):
            head = words[: item.end()]
        else:
            item = None
            if head[-1:] in _AID_LAST and (aid := AID.search(head)) and ends_with_head(head[: aid.start()]):
                head = head[: aid.start()]
            if head[:1] in _CAP_FIRST and CAP.match(head):
                # After two classes a cap may hold for both.
                state.current = [] if state.others else list(state.conditions)
                return
            named = last and state.listed and not paying and LEVEL.fullmatch(head)
            if len(head) < 2 or len(head) > 60 or (SCOPE.search(head) and not named):
                state.current = state.current or list(state.conditions)
                return
            if not (paying or (last and state.listed)) or (_DIGIT.search(head) and not PERIOD.match(head)):
                return
        label = (start, start + len(head))
        inherits = state.conditions or state.current
        if inherits and (OTHERS.match(head) or (_OF_INSIDE.search(head) and not VERBS_BEFORE.match(head))):
            # Other people or things than those before: 其他…毕业生给予每人每月600元.
            state.conditions, state.current, state.others = [label], [label], True
        elif state.current and self._rivals(state.current[-1], head):
            begin, end = state.current[-1]
            state.current = [*state.current[:-1], (begin, self.masked.rfind("的", begin, end) + 1), label]
        else:
            state.current = [*inherits, label][-MOST_CLAUSES:]

    def _rivals(self, span: Span, head: str) -> bool:
        """…发生的目录内医疗费用 and 目录外医疗费用: the same noun in two kinds."""
        words = self.masked[slice(*span)]
        return words[-2:] == head[-2:] and "的" in words


def first_comma(masked: str, start: int, end: int) -> int:
    """Where the first ， or ： stands in masked[start:end], -1 where none does."""
    comma = masked.find("，", start, end)
    colon = masked.find("：", start, comma if comma >= 0 else end)
    return colon if colon >= 0 else comma
