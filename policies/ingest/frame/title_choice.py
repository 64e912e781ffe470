"""Which of the titles printed in a head is the document's: not a headline, not the name of an order, not a torso."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policies.ingest.cleaning import close_spaces
from policies.ingest.frame.orders import ORDER_NUMBER, bodies_of_order, is_order_title
from policies.ingest.frame.title_lines import TitleLines, find_titles, names_bodies, squeeze
from policies.ingest.frame.titles import ends_title, tidy_title
from policies.ingest.frame.untitled import find_brought_title
from policies.ingest.readers.source import Block

#: 发文标题: 青海省人民政府关于…的实施意见 among rows of data; the number of an order is none of it.
_TITLE_LABEL = re.compile(
    r"(?:(?:发文|法规|文件)?标 ?题|(?:文件|法规|信息)?名 ?称) ?[:：] ?(?P<title>[^:：]{6,100}?)"
    rf"(?: ?{ORDER_NUMBER})?"
)
#: 《…办法》的决定: the words above it (某部关于修改) were left out by the page.
_TORSO = re.compile(r"[》的]|《[^》]*》的?[一-鿿]{1,4}$")
#: 《某办法》 is the title in brackets, not the title with brackets. A line has so many brackets and blanks more.
_BRACKETED = re.compile(r"《[^《》]*》")
_BRACKETS = 12
#: 〈〉 inside 《》 to what they are without them.
INNER_BRACKETS = str.maketrans("〈〉", "《》")
#: Within so many lines below the head the whole title is looked for.
_TITLE_BELOW = 15
#: 澜江市政府印发澜江市水污染防治计划: what a site prints over the text that is called 澜江市水污染防治计划.
_HEADLINE = re.compile(r"(?!.*关于)[一-鿿]{2,24}?(?:印发|出台|发布|公布|下发|制定)$")


@dataclass(slots=True)
class TitleChoice:
    """The title, the indices of its lines, and lines of bodies above it that are none of it."""

    title: str = ""
    indices: list[int] = field(default_factory=list)
    publishers: list[int] = field(default_factory=list)
    #: It is only the name of an order.
    names_order: bool = False
    #: The bodies whose order the head says it is.
    ordered_by: list[str] = field(default_factory=list)


def choose_title(
    pieces: list[tuple[int, str]], head_lines: list[Block], below: list[Block], page_title: str
) -> TitleChoice:
    """The title among `pieces`, the lines of the head with their indices; without any the page's own title."""
    titles = find_titles(pieces)
    choice = _choose(titles, pieces, head_lines, below, page_title)
    choice.ordered_by = _read_order(pieces)
    return choice


def _read_order(pieces: list[tuple[int, str]]) -> list[str]:
    """The bodies of the heading of an order: 财政部 商务部令, or each on a line and 令 on the last."""
    for place, (index, text) in enumerate(pieces):
        if "令" not in text and "公" not in text:
            continue
        bodies = bodies_of_order(text)
        if not bodies and text.replace(" ", "") not in ("令", "公告"):
            continue
        above = place
        while above > 0 and pieces[above - 1][0] == index - (place - above) - 1 and names_bodies(pieces[above - 1][1]):
            above -= 1
        # 沧江省澜江市人民政府 above 澜江市人民政府令 is the same body, as a catalogue names it.
        lines = [line for _, line in pieces[above:place] if not any(body in close_spaces(line) for body in bodies)]
        joined = bodies_of_order(" ".join([*lines, text]))
        if joined:
            return list(dict.fromkeys(joined))
    return []


def _choose(
    titles: list[TitleLines],
    pieces: list[tuple[int, str]],
    head_lines: list[Block],
    below: list[Block],
    page_title: str,
) -> TitleChoice:
    labelled = next(filter(None, (_TITLE_LABEL.fullmatch(block.text) for block in head_lines)), None)
    lines = dict(pieces)
    orders = [one for one in titles if is_order_title(one.text) or is_order_title(lines[one.indices[-1]])]
    if labelled and not is_order_title(labelled["title"]):
        titles = [title for title in titles if title not in orders]
    if titles:
        titles = _without_headlines(titles)
        about = [title for title in titles if "关于" in title.text]
        known = [title for title in titles if page_title and squeeze(title.text) == squeeze(page_title)]
        best = (about or known)[-1] if about or known else None
        # The longest title counts; the name of an order only where there is no other.
        best = best or max(titles, key=lambda title: (title not in orders, len(title.text)))
        best = _with_brackets(best, titles)
        return TitleChoice(tidy_title(best.text), best.indices, best.publishers, best in orders)
    if labelled:
        return TitleChoice(tidy_title(labelled["title"]), names_order=is_order_title(labelled["title"]))
    if page_title and (ends_title(page_title) or not find_brought_title(below)):
        printed = page_title.replace(" ", "")
        chosen = [i for i, text in pieces if close_spaces(text).replace(" ", "") in printed]
        return TitleChoice(page_title, chosen, names_order=is_order_title(page_title))
    # Without a title what the text brings is asked first: a line of the page may stand above it.
    others = [(index, text) for index, text in pieces if not names_bodies(text)]
    if others and ("关于" in others[0][1] or not find_brought_title(below)):
        return TitleChoice(tidy_title(others[0][1]), [others[0][0]], names_order=is_order_title(others[0][1]))
    return TitleChoice()


def name_by_text(choice: TitleChoice, below: list[Block]) -> bool:
    """Sets the title where only its lower part is printed, or none; whether it is that of the text that is brought."""
    below = below[:_TITLE_BELOW]
    if not choice.title or choice.names_order:
        brought = find_brought_title(below)
        # Without the brackets round it what a title names stands in 《》.
        choice.title = _as_printed(brought.translate(INNER_BRACKETS), below) or choice.title
        return bool(brought)
    if _TORSO.match(choice.title):
        ending = squeeze(choice.title)
        whole = (b.text for b in below if b.rows is None and len(b.text) <= 100 and squeeze(b.text).endswith(ending))
        choice.title = next((tidy_title(text) for text in whole if squeeze(text) != ending), choice.title)
    choice.title = _as_printed(choice.title, below)
    return False


def _as_printed(title: str, below: list[Block]) -> str:
    """The title with 《》 round what it names, where a line below the head prints it so: a site drops them."""
    own = squeeze(title)
    for block in below:
        text = block.text
        has_more = text.count("《") > title.count("《") and not _BRACKETED.fullmatch(text)
        if has_more and block.rows is None and len(text) <= len(title) + _BRACKETS and squeeze(text) == own:
            return tidy_title(text)
    return title


def _without_headlines(titles: list[TitleLines]) -> list[TitleLines]:
    """The titles without a headline that says who issued the title printed below it."""
    if len(titles) < 2:
        return titles
    printed = [squeeze(title.text) for title in titles]
    return [
        title
        for place, (title, text) in enumerate(zip(titles, printed, strict=True))
        if not any(text.endswith(own) and _HEADLINE.match(text[: -len(own)]) for own in printed[place + 1 :])
    ]


def _with_brackets(best: TitleLines, titles: list[TitleLines]) -> TitleLines:
    """Of two printings of one title that with 《》 round what it brings: a site drops them."""
    if len(titles) < 2 or "《" in best.text:
        return best
    own = squeeze(best.text)
    return next((title for title in reversed(titles) if "《" in title.text and squeeze(title.text) == own), best)
