"""Which part of a page is the document: furniture and hidden copies out, then the part that holds the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

_FURNITURE = (
    "script", "style", "noscript", "iframe", "canvas", "form", "select", "button", "input", "textarea", "nav",
    "footer", "svg", "template", "object", "embed", "audio", "video", "aside", "head", "link", "meta", "dialog",
)  # fmt: skip
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)", re.I)
#: Names of classes and ids of furniture and of copies that a reader does not see.
_HIDDEN_NAME = re.compile(
    r"(?:^|[\s_-])(?:hidden|hide|d-none|sr-only|visually-hidden|print-?only|only-?print|printcopy|print-copy|"
    r"no-?screen|"
    r"share|bdsharebuttonbox|qr_?code|qr_container|breadcrumb|crumbs?|curb|location|position|footer|foot|header|"
    r"head-?menu|topbar|"
    r"mainnav|navbar|nav|menu|sidebar|side-?bar|related|relevant|recommend|xgxx|xgyd|xglj|xgwj|setfont|fontsize|"
    r"article-attr|"
    r"article-btn|article-ewm|toolbar|copyright|friend-?link|pagination|comment)(?:$|[\s_-])",
    re.I,
)
#: Such a name is believed only of an element with less than this share of the page's text.
_FURNITURE_SHARE = 0.3
#: What holds more than this share of the running text is no copy: the page is hidden until a script shows it.
_CURTAIN_SHARE = 0.6
#: Boxes that open over a page may hold more words than a short notice: terms of use, the form of a login.
_BOX_NAME = re.compile(r"(?:^|[\s_-])(?:modal|dialog|pop-?up|login|agreement|privacy)(?:$|[\s_-])", re.I)
_HAN = re.compile(r"[一-鿿]")
_BRACE = re.compile("[{}]")
_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SELECTOR = re.compile(r"(?:[a-z]+)?([.#])([\w-]+)")
_CONTAINERS = {
    "div",
    "td",
    "article",
    "section",
    "main",
    "center",
    "tbody",
    "table",
    "tr",
    "body",
    "html",
    "span",
    "font",
    "dd",
    "dl",
    "ul",
    "ol",
}
#: The document's part of the page holds at least this share of the page's running text.
_CONTENT_SHARE = 0.85


def remove_furniture(root) -> None:
    """Takes scripts, menus, share buttons, footers and hidden copies out of the tree."""
    hidden = _hidden_by_style_sheet(root)
    total = len(_HAN.findall(root.text_content())) or 1
    for comment in root.xpath("//comment()|//processing-instruction()"):
        _drop(comment)
    for tag in _FURNITURE:
        for element in root.xpath(f"//{tag}"):
            # Whole pages of ASP sites are one form.
            if tag == "form" and len(_HAN.findall(element.text_content())) > total * _FURNITURE_SHARE:
                continue
            _drop(element)
    weights = _weigh(root)
    for element in root.xpath("//*[@style or @class or @id or @hidden or @aria-hidden]"):
        if element.getparent() is None:
            continue
        if (_is_hidden(element, hidden) and not _is_curtain(element, weights[root], weights)) or (
            _has_furniture_name(element) and len(_HAN.findall(element.text_content())) < total * _FURNITURE_SHARE
        ):
            _drop(element)


def _drop(element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _is_hidden(element, hidden: set[str]) -> bool:
    if element.get("hidden") is not None or (element.get("aria-hidden") or "").lower() == "true":
        return True
    if _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    names = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
    return bool(names & hidden)


def _is_curtain(element, total: int, weights: dict) -> bool:
    """Whether a hidden element is the page itself, which a script shows once it has loaded."""
    if weights[element] <= total * _CURTAIN_SHARE:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    return element.tag in ("body", "html") or not _BOX_NAME.search(names)


def _has_furniture_name(element) -> bool:
    if element.tag in ("body", "html", "p"):
        return False
    return bool(_HIDDEN_NAME.search(element.get("class") or "") or _HIDDEN_NAME.search(element.get("id") or ""))


def _hidden_by_style_sheet(root) -> set[str]:
    """Single classes and ids that a <style> in the page hides on the screen."""
    names: set[str] = set()
    for sheet in root.xpath("//style"):
        for selectors, body in _rules((sheet.text or "")[:200_000]):
            for selector in selectors.split(",") if _HIDES.search(body) else ():
                match = _SELECTOR.fullmatch(selector.strip())
                if match:
                    names.add(match[1] + match[2])
    return names


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of the rules of a style sheet, without those for paper or for some widths (@media)."""
    first, *others = sheet.split("/*")
    text = first + "".join(part.partition("*/")[2] for part in others)
    depth = start = begin = 0
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            depth, begin = depth + 1, brace.end() if depth == 0 else begin
        elif depth:
            depth -= 1
            selectors = text[start : begin - 1].rpartition(";")[2]
            if depth == 0:
                start = brace.end()
                if not selectors.lstrip().startswith("@"):
                    yield selectors, text[begin : brace.start()]


def find_content(root):
    """The innermost element that holds nearly all running text; copies of the same text are dropped first."""
    weights = _weigh(root)
    element = root.find("body") if root.find("body") is not None else root
    while True:
        children = [child for child in element if isinstance(child.tag, str) and weights[child] > 0]
        if len(children) > 1 and _drop_copies(children, weights):
            weights = _weigh(root)
            continue
        heavy = max(children, key=lambda child: weights[child], default=None)
        if heavy is None or weights[heavy] < weights[element] * _CONTENT_SHARE or heavy.tag not in _CONTAINERS:
            return element
        if _holds_title(element, heavy):
            return element
        element = heavy


def _weigh(root) -> dict:
    """Han characters of running text under each element; links and short bits of menus weigh nothing."""
    weights: dict = defaultdict(int)
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        own = (element.text or "") + "".join(child.tail or "" for child in element)
        count = len(_HAN.findall(own))
        if not count or any(ancestor.tag == "a" for ancestor in _line_of(element, 3)):
            continue
        node = element
        while node is not None:
            weights[node] += count
            node = node.getparent()
    return weights


def _line_of(element, depth: int):
    while element is not None and depth:
        yield element
        element, depth = element.getparent(), depth - 1


def _drop_copies(children: list, weights: dict) -> bool:
    """Removes a later child whose text the page prints before (a copy for print or for phones)."""
    total = sum(weights[child] for child in children)
    seen: list[str] = []
    for child in children:
        if weights[child] < max(100, total * 0.2):
            continue
        text = re.sub(r"\s+", "", child.text_content())
        if any(text == other or (len(text) > 200 and text in other) for other in seen):
            _drop(child)
            return True
        seen.append(text)
    return False


def _holds_title(element, heavy) -> bool:
    """Whether centred lines or a heading stand right before the heavy child: they are the document's title."""
    before = [child for child in element if isinstance(child.tag, str)]
    before = before[: before.index(heavy)]
    return any(
        child.tag in ("h1", "h2", "p") and "center" in ((child.get("style") or "") + (child.get("align") or ""))
        for child in before
    )
