"""Paragraphs to a tree: each number finds its parent by the style of the number."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from itertools import chain

from policies.ingest.cleaning import close_spaces
from policies.ingest.dates import is_date_line
from policies.ingest.frame.endings import ends_document, is_annex_list
from policies.ingest.frame.running_titles import find_running_titles
from policies.ingest.lines.backward_words import owner_spoken_of, points_back
from policies.ingest.readers.source import Block
from policies.ingest.tree.accepted_numbers import accept, printed_numbers
from policies.ingest.tree.draft import HEADING_STYLES, Draft
from policies.ingest.tree.headings import can_run_in
from policies.ingest.tree.list_headings import heads_list
from policies.ingest.tree.numbering import Number
from policies.ingest.tree.ranks import rank_styles
from policies.ingest.tree.run_on_lists import part_run_on_lists
from policies.ingest.units.unit_brackets import part_spaced_names
from policies.ingest.units.unit_labels import (
    close_spaces_between_labels,
    is_completion_line,
    is_contact_line,
    is_operator_line,
    is_unit_line,
    is_unit_name,
)
from policies.ingest.units.unit_lines import split_unit_line
from policies.ingest.units.unit_lists import are_spaced_names
from policies.ingest.units.unit_prose import are_units, may_be_prose, read_prose

#: Unnumbered headings that stand by themselves wherever they are printed.
_KNOWN_HEADINGS = re.compile(r"(?:附则|总则|分则|序言|前言|引言|附录)$")
_SENTENCE_MARK = re.compile(r"[，。；：,;:、！？]")
#: An unnumbered heading with the spaces between its letters is no longer than this.
_LONGEST_TITLE = 120
_LIST_END = re.compile(r"[；;]$")


class Outline:
    """Builds the forest of drafts of one text. `preamble` are the paragraphs before the first unit."""

    def __init__(self, blocks: list[Block]):
        numbers = printed_numbers(blocks)
        parted = part_run_on_lists(blocks, numbers)
        if parted is not blocks:
            blocks, numbers = parted, printed_numbers(parted)
        self.blocks = blocks
        self.numbers = accept(numbers, blocks)
        self.ranks = rank_styles(
            [(n.style, n.value, b.heading > 0) for n, b in zip(self.numbers, blocks, strict=True) if n is not None]
        )
        self.running_titles = find_running_titles(blocks, self.numbers, self.ranks)
        self.root = Draft("root", rank=-2)
        self.stack: list[Draft] = [self.root]
        self.preamble: list[Block] = []
        self.last_unit_block = max((i for i, number in enumerate(self.numbers) if number is not None), default=-1)
        #: Paragraphs after the last unit, the draft they would belong to, and whether a unit line stood between.
        self.after: list[tuple[Block, Draft, bool]] = []
        self.line_after_last_unit = False
        #: Whether the term of the document, its list of annexes or its signature stood after the last unit.
        self.is_closed = False
        #: The index after the last line of units.
        self.line_above = -1
        #: Tables: what they stand under, their rows, how many paragraphs of the preamble stand before them.
        self.tables: list[tuple[Draft, list[list[str]], int]] = []

    def build(self) -> Outline:
        """Places every block; returns itself."""
        for index, (block, number) in enumerate(zip(self.blocks, self.numbers, strict=True)):
            if block.rows is not None:
                self.tables.append((self.stack[-1], block.rows, len(self.preamble)))
            elif number is not None:
                self._open_number(number, block)
            elif index in self.running_titles or self._is_title(index):
                self._open_title(block)
            elif is_unit_line(block.text) or is_completion_line(block.text):
                self._add_line(index, block)
            elif may_be_prose(block.text) and (lines := read_prose(block.text)) and len(self.stack) > 1:
                self._add_lines(index, lines)
            elif self.line_above == index and self._adds_units(index, block.text):
                self._extend_line(index, block.text)
            elif len(self.stack) == 1:
                self.preamble.append(block)
            else:
                self._add_paragraph(index, block)
        return self

    def _open_number(self, number: Number, block: Block) -> None:
        rank = self.ranks[number.style]
        self._close_to(rank)
        draft = Draft(
            number.style,
            number.value,
            number.printed,
            number.element,
            close_spaces(part_spaced_names(number.rest)),
            block.line,
            rank,
        )
        self.stack[-1].add(draft)
        self.stack.append(draft)

    def _close_to(self, rank: int) -> None:
        while len(self.stack) > 1 and self.stack[-1].rank >= rank:
            self.stack.pop()

    def _open_title(self, block: Block) -> None:
        heading = block.text.replace(" ", "") if len(block.text) < 20 else close_spaces(block.text)
        rank = -1
        if block.heading > 2 and len(self.stack) > 1:
            # A marked heading stands below the marked headings of a higher level.
            rank = min(block.heading - 3, self.ranks["part"] - 1) if self.stack[1].style == "title" else -1
        while len(self.stack) > 1 and not (self.stack[-1].style == "title" and self.stack[-1].rank < rank):
            self.stack.pop()
        draft = Draft("title", 0, "", heading.replace("/", "／"), heading, block.line, rank)
        self.stack[-1].add(draft)
        self.stack.append(draft)

    def _is_title(self, index: int) -> bool:
        """An unnumbered heading (附则) has units below it, or is marked as a heading."""
        block = self.blocks[index]
        if len(block.text) > _LONGEST_TITLE:
            return False
        text = block.text.replace(" ", "")
        if not text or len(text) > 40 or (not block.heading and _SENTENCE_MARK.search(text)):
            return False
        if is_unit_line(block.text):
            return False
        following = next((i for i in range(index + 1, len(self.blocks)) if self.blocks[i].rows is None), None)
        if following is None:
            return False
        if block.heading:
            return True
        number = self.numbers[following]
        if _KNOWN_HEADINGS.fullmatch(text):
            return number is not None
        if len(self.stack) == 1 or number is None or len(text) > 24 or number.value != 1:
            return False
        # The list under an open number begins at one too; a heading then stands where that number is complete.
        top = self.stack[-1]
        complete = bool(top.last_text()) and top.last_text()[-1] in "。；！？"
        return complete and self.ranks[number.style] <= min(d.rank for d in self.stack[1:] if d.style != "title")

    def _add_line(self, index: int, block: Block) -> None:
        target = self.stack[-1]
        if target is self.root:
            self.preamble.append(block)
            return
        if index > self.last_unit_block and (
            self.is_closed
            or (is_contact_line(block.text) and not self._has_above(index, is_contact_line))
            or (is_operator_line(block.text) and not self._is_line_like_others(target))
        ):
            self._add_paragraph(index, block)
            return
        self.line_after_last_unit = self.line_after_last_unit or index > self.last_unit_block
        label, units, completion = split_unit_line(block.text)
        if " " in block.text and not are_spaced_names(units):
            label, units, completion = split_unit_line(close_spaces_between_labels(block.text))
        if units and not is_completion_line(block.text):
            target.unit_lines.append((label, units, True))
            self.line_above = index + 1
        else:
            completion = completion or units
        if completion:
            target.completion_lines.append(completion)

    def _add_lines(self, index: int, lines: list[tuple[str, str]]) -> None:
        """责任单位为市科技局 as a paragraph of its own is a line too."""
        self.line_after_last_unit = self.line_after_last_unit or index > self.last_unit_block
        self.stack[-1].unit_lines += [(label, units, True) for label, units in lines]

    def _adds_units(self, index: int, text: str) -> bool:
        """Whether a paragraph below a line of units is nothing but more of them: 市财政局 under 责任单位：市科技局."""
        if text[0] not in "省市区县州旗各" or not is_unit_name(text):
            return False
        signed = index + 1 < len(self.blocks) and is_date_line(self.blocks[index + 1].text)
        return not signed and are_units(text)

    def _extend_line(self, index: int, text: str) -> None:
        label, units, own = self.stack[-1].unit_lines[-1]
        self.stack[-1].unit_lines[-1] = (label, f"{units}、{text}", own)
        self.line_above = index + 1

    def _has_above(self, index: int, is_such: Callable[[str], bool]) -> bool:
        """Printed once, below the last unit, a line says whom to ask about the whole document."""
        return any(is_such(other.text) for other in self.blocks[:index])

    def _is_line_like_others(self, target: Draft) -> bool:
        """Whether 主办单位： belongs to the last unit: that has nothing else below it, or others have such lines."""
        bare = _wants_text(target) and not self.after
        return bare or self._has_above(self.last_unit_block, is_operator_line)

    def _add_paragraph(self, index: int, block: Block) -> None:
        # 附表：1.申请表 … below the last item of an annex: what is listed is none of its units.
        owner = self.stack[-1] if is_annex_list(block.text) else self._owner(index)
        if owner.style != "article" and points_back(block.text):
            owner = owner_spoken_of(block.text, self.stack, self._next_ranks[index]) or owner
            self.stack = self.stack[: self.stack.index(owner) + 1]
        elif heads_list(block.text):
            owner = self._owner_of_list_below(index) or owner
        if index > self.last_unit_block:
            has_text = bool(self.after) or not _wants_text(owner)
            self.is_closed = self.is_closed or (has_text and ends_document(block.text))
            self.after.append((block, owner, self.line_after_last_unit))
            return
        while self.stack[-1] is not owner:
            self.stack.pop()
        owner.add_paragraph(part_spaced_names(block.text))

    def _owner(self, index: int) -> Draft:
        """Whose paragraph it is: the item's, or the article's whose list has ended."""
        item = self.stack[-1]
        if item.rank <= self.ranks.get("article", 0) or item.style in HEADING_STYLES:
            return item
        article = next((draft for draft in reversed(self.stack) if draft.style == "article"), None)
        if article is None:
            return self._owner_without_article(item)
        if _wants_text(item) or self._list_goes_on(index, item) or _is_last_of_titles(item):
            return item
        return article

    def _owner_of_list_below(self, index: int) -> Draft | None:
        """What the list hangs under that begins below this heading (◆专项材料), outside articles; None without one."""
        number = self.numbers[index + 1] if index + 1 < len(self.numbers) else None
        if number is None or number.value != 1 or any(draft.style == "article" for draft in self.stack):
            return None
        rank = self.ranks[number.style]
        return next((d for d in reversed(self.stack[1:]) if d.rank < rank and d.style not in HEADING_STYLES), None)

    def _owner_without_article(self, item: Draft) -> Draft:
        """Outside articles a paragraph belongs to the last unit, unless that is the end of a list of short items."""
        parent = item.parent
        if parent is None or parent is self.root or parent.style in HEADING_STYLES or item.entries or _wants_text(item):
            return item
        before = (
            other
            for other in parent.entries
            if isinstance(other, Draft) and other.style == item.style and other is not item
        )
        first = next(before, None)
        is_list = first is not None and all(
            not sibling.entries and _LIST_END.search(sibling.first) for sibling in chain([first], before)
        )
        return self._owner_without_article(parent) if is_list else item

    @functools.cached_property
    def _next_ranks(self) -> list[int | None]:
        """For each block the rank of the next number below it."""
        ranks: list[int | None] = []
        rank = None
        for number in reversed(self.numbers):
            ranks.append(rank)
            rank = self.ranks[number.style] if number is not None else rank
        return ranks[::-1]

    def _list_goes_on(self, index: int, item: Draft) -> bool:
        """Whether the list of `item`, or one that it is in, counts on after this paragraph within the same article."""
        wanted = {(d.style, d.value + 1) for d in self.stack if d.rank > self.ranks.get("article", 0)}
        for place in range(index + 1, len(self.numbers)):
            number = self.numbers[place]
            if number is None:
                continue
            if self.ranks[number.style] <= self.ranks.get("article", 0):
                return False
            return (number.style, number.value) in wanted
        return False


def _wants_text(item: Draft) -> bool:
    """A number with nothing but a heading beside it, or with a colon at the end, goes on in the next paragraph."""
    last = item.last_text()
    if not last:
        return not item.children
    return last[-1] in "：:" or (not item.entries and last[-1] not in "。；;，,！？）)”")


def _is_last_of_titles(item: Draft) -> bool:
    """一、领导机构。 with a paragraph of its own below, two or three more such: the last has its paragraph too."""
    if item.entries or not can_run_in(item.first.rstrip("。"), item.style) or item.parent is None:
        return False
    before = [other for other in item.parent.children if other.style == item.style and other is not item]
    return bool(before) and all(
        other.paragraphs and can_run_in(other.first.rstrip("。"), other.style) for other in before
    )
