"""One document from its blocks: head, notice, outline, units, closing, annexes, facts."""

from __future__ import annotations

import re
from itertools import chain

from policies.ingest.cleaning import close_spaces
from policies.ingest.facts import add_facts, read_interpreter, read_validity
from policies.ingest.facts.leads import lead_below
from policies.ingest.frame.annexes import is_unmarked, read_annex_head, split_annexes
from policies.ingest.frame.bodies import find_issuing_bodies, own_level, own_signature
from policies.ingest.frame.closings import divide_after
from policies.ingest.frame.contents import drop_contents
from policies.ingest.frame.document_dates import find_dates, read_term_of_head
from policies.ingest.frame.document_numbers import is_number_line, tidy_document_number
from policies.ingest.frame.endings import find_signature, names_proposer, split_tail
from policies.ingest.frame.heads import Head, read_head, split_run_on_title
from policies.ingest.frame.news_leads import find_end_of_lead
from policies.ingest.frame.notices import Notice, merge_annex_lists, read_notice
from policies.ingest.frame.page_lines import drop_captions, find_quoted_document
from policies.ingest.frame.page_menus import find_head
from policies.ingest.frame.running_heads import drop_running_heads
from policies.ingest.frame.title_choice import INNER_BRACKETS
from policies.ingest.frame.titles import title_kind, wraps_document
from policies.ingest.lines.lost_breaks import restore_breaks
from policies.ingest.lines.paragraphs import join_broken
from policies.ingest.paper_year import paper_year
from policies.ingest.parsed import ParsedDocument, ParsedProvision, Table, walk
from policies.ingest.readers.source import Block, Source
from policies.ingest.tree.draft import Draft
from policies.ingest.tree.numbering import read_printed_number
from policies.ingest.tree.outline import Outline
from policies.ingest.tree.provisions import to_provisions
from policies.ingest.units.unit_lines import UnitReader

#: So much of a line is shown in a warning.
_SHOWN = 40


def read_document(blocks: list[Block], source: Source, title: str = "") -> ParsedDocument:
    """The document in `blocks`. `title` is known when a table of contents gave it; the blocks then hold no title."""
    above: list[Block] = []
    menus: list[Block] = []
    lead: list[Block] = []
    if title:
        head = Head(title=title)
    else:
        start, text = find_head(blocks)
        menus, blocks = blocks[:start], split_run_on_title(blocks[start:])
        start = find_quoted_document(blocks)
        above, blocks = blocks[:start], blocks[start:]
        head = read_head(blocks, source.page_data, len(menus) and text - len(menus) - len(above))
        end = find_end_of_lead(blocks, head.body)
        lead, head.body = blocks[head.body : end], end
    body, contents = drop_contents(blocks[head.body :])
    head.lines += contents
    running: list[Block] = []
    if not title and not head.brings:
        body, running = drop_running_heads(body, blocks[: head.body], head.title)
    body = merge_annex_lists(join_broken(restore_breaks(body), source.format))
    main, annexes = split_annexes(body, head.title)
    notice = read_notice(main, head.title, head.brings)
    if annexes and _is_bare_notice(notice, head.title):
        # The text that the notice brings is printed as its annex.
        brought = read_annex_head(annexes[0])
        words = notice.words or notice.text
        signature = notice.signature + (notice.text if notice.words else [])
        notice = Notice(words, signature, notice.inner_head + annexes[0][:brought], annexes[0][brought:])
        annexes = annexes[1:]
    # The inner head holds the title of a text that an order brings: what is printed again below is the page's.
    notice.text, captions = (notice.text, []) if title else drop_captions(notice.text, head.title)
    captions = running + captions
    text, tail = _split_tail(notice.text)
    document = ParsedDocument(
        head.title, kind=title_kind(head.title), source_url=source.page_data.source_url or head.source_url
    )
    outline = Outline(text).build()
    drafts = list(outline.root.children)
    closing = divide_after(outline)
    preamble = [*notice.words, *outline.preamble]
    if not drafts:
        drafts, preamble = _paragraph_drafts(preamble), []
    if annexes:
        annexes[-1], imprint = _split_tail(annexes[-1])
        tail = tail + imprint
    annex_outlines = [_annex(annex) for annex in annexes]
    drafts += [draft for draft, _ in annex_outlines]
    outer, below = [block.text for block in notice.signature], [block.text for block in tail]
    signature = own_signature(head.title, outer, below)
    if head.brings:
        document.warnings.append("没有本文件自己的标题，用的是它所印发（公布）文件的标题，请核对")
    for left in filter(None, (above, lead)):
        first, last = left[0].line, left[-1].line
        lines = f"第{first}至{last}行" if last > first else f"第{first}行"
        document.warnings.append(f"{lines}：是网页的标题和导语，没有收入")
    head.lines = above + head.lines + lead
    if menus:
        document.warnings.append(f"第{menus[0].line}至{menus[-1].line}行：是网页的菜单和链接，没有收入")
    unknown = head.unknown + [block for block in notice.inner_head if names_proposer(block.text)]
    document.warnings += [f"第{block.line}行：不是正文，没有收入：{block.text[:_SHOWN]}" for block in unknown]
    head_texts = [block.text for block in head.lines]
    document.issuing_bodies = find_issuing_bodies(
        head.title, signature, head_texts, source.page_data, head.publishers, head.ordered_by
    )
    _finish(document, drafts, preamble, closing, head)
    unnumbered = bool(drafts) and drafts[0].style == "paragraph"
    for owner, rows, before in outline.tables:
        document.tables.append(Table(f"p{len(notice.words) + before}" if unnumbered and before else owner.path, rows))
    for _, built in annex_outlines:
        document.tables += [Table(owner.path, rows) for owner, rows, _ in built.tables]
    _add_data(document, head, notice, signature, source)
    _add_facts(document)
    if captions:
        lines = "、".join(f"第{block.line}行" for block in captions)
        document.warnings.append(f"{lines}：是又一次印出的本文件标题（页眉等），没有重复收入")
        head.lines += captions
    if contents:
        lines = f"第{contents[0].line}至{contents[-1].line}行"
        document.warnings.append(f"{lines}：是本文件的目录，各标题在正文中另有，没有重复收入")
    document.head_lines = [block.text for block in [*menus, *head.lines, *notice.signature, *notice.inner_head]]
    document.tail_lines = [block.text for block in tail]
    return document


def _split_tail(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """The text and its signature and imprint. The list of annexes may stand below the signature; it is text."""
    end = split_tail([block.text for block in blocks])
    text, tail = blocks[:end], blocks[end:]
    place = find_signature([block.text for block in text], [block.rows is not None for block in text])
    if place is not None:
        first, last = place
        text, tail = text[:first] + text[last:], text[first:last] + tail
    return text, tail


def _is_bare_notice(notice: Notice, title: str) -> bool:
    """Whether a wrapping notice has no units of its own: the text it brings is then its first annex."""
    if not wraps_document(title):
        return False
    numbered = any(block.rows is None and read_printed_number(block.text) for block in notice.text)
    return not numbered and (not notice.words or split_tail([block.text for block in notice.text]) == 0)


def _annex(blocks: list[Block]) -> tuple[Draft, Outline]:
    """The node of an annex; its paragraphs before the first unit are its text."""
    first, rest = blocks[0], blocks[1:]
    title_end = read_annex_head(blocks)
    if is_unmarked(blocks):
        title = "".join(close_spaces(block.text) for block in blocks[:title_end])
        rest = blocks[title_end:]
        draft = Draft("annex", 0, "", title.replace("/", "／"), title, first.line, rank=-1)
    else:
        match = re.match(r"附 ?[件表录]? ?[0-9一二三四五六七八九十]{0,3}", first.text)
        number = match[0].replace(" ", "")
        draft = Draft(
            "annex", 0, number, number, close_spaces(first.text[match.end() :]).strip("：: "), first.line, rank=-1
        )
    if title_end > 1 and not draft.first:
        draft.first = "".join(close_spaces(block.text) for block in rest[: title_end - 1])
        rest = rest[title_end - 1 :]
    outline = Outline(rest).build()
    for block in outline.preamble:
        draft.add_paragraph(block.text)
    for block, owner, _ in outline.after:
        (draft if owner is outline.root else owner).add_paragraph(block.text)
    for child in outline.root.children:
        draft.add(child)
    outline.tables = [(draft if owner is outline.root else owner, rows, line) for owner, rows, line in outline.tables]
    return draft, outline


def _paragraph_drafts(blocks: list[Block]) -> list[Draft]:
    """A text without numbered units has one node per paragraph."""
    drafts = []
    for index, block in enumerate(blocks, 1):
        drafts.append(Draft("paragraph", index, "", f"p{index}", close_spaces(block.text), block.line))
    return drafts


def _finish(
    document: ParsedDocument, drafts: list[Draft], preamble: list[Block], closing: list[Block], head: Head
) -> None:
    """Headings, kinds, units and paths."""
    root = Draft("root", rank=-2)
    for draft in drafts:
        root.add(draft)
    level, place = next(filter(any, map(own_level, [document.title, *document.issuing_bodies])), ("", ""))
    reader = UnitReader(level, place)
    reader.learn(block.text for block in chain(preamble, closing))
    provisions = to_provisions(root, reader, document.warnings)
    document.provisions = provisions
    if preamble:
        texts = [close_spaces(block.text) for block in preamble]
        document.preamble = ParsedProvision(
            "preamble", "", "preamble", text="\n".join(texts), paragraphs=len(texts), line=preamble[0].line
        )
    for index, block in enumerate(closing, 1):
        path = "closing" if index == 1 else f"closing~{index}"
        text = close_spaces(block.text)
        document.closing.append(ParsedProvision("closing", "", path, text=text, paragraphs=1, line=block.line))


def _add_facts(document: ParsedDocument) -> None:
    year = paper_year(document.title, document.document_number, document.dates.signed, document.dates.printed)
    preamble = [document.preamble] if document.preamble else []
    for provision in [*preamble, *document.closing]:
        add_facts(provision.facts, provision.heading, provision.text, year)
    _add_facts_below(document.provisions, "", year)


def _add_facts_below(provisions: list[ParsedProvision], lead: str, year: int | None) -> None:
    """`lead` is what opens the list that the provisions are items of."""
    for provision in provisions:
        add_facts(provision.facts, provision.heading, provision.text, year, lead)
        if provision.children:
            below = lead_below(provision.heading, provision.text, lead)
            _add_facts_below(provision.children, below, year)


def _all_provisions(document: ParsedDocument) -> list[ParsedProvision]:
    preamble = [document.preamble] if document.preamble else []
    return [*preamble, *walk(document.provisions), *document.closing]


def _add_data(document: ParsedDocument, head: Head, notice: Notice, signature: list[str], source: Source) -> None:
    """Number, dates, validity, interpreter: from head, signature, closing and what the page says."""
    head_texts = [block.text for block in head.lines]
    document.document_number = head.document_number
    if document.document_number is None:
        lines = [block.text for block in notice.inner_head]
        document.document_number = next((tidy_document_number(text) for text in lines if is_number_line(text)), None)
    last = [provision.text for provision in document.closing]
    last += [provision.text for provision in reversed(list(walk(document.provisions)))]
    if document.preamble:
        last.append(document.preamble.text)
    document.validity = read_validity(last)
    if not (document.validity.from_ or document.validity.until or document.validity.period):
        # 《澜江市公园办法》已经…通过，现予公布，自2020年1月1日起施行: the order speaks of the text it brings.
        orders = [document.preamble] if document.preamble else [p for p in document.provisions if not p.number]
        title = f"《{document.title}》"
        terms = [order.text for order in orders if title in order.text or title in order.text.translate(INNER_BRACKETS)]
        document.validity = read_term_of_head([*head_texts, *terms])
    document.interpreter = read_interpreter(last)
    document.dates = find_dates(head_texts, signature, document.validity, source.page_data)
