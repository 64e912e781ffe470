"""Orders (令) and public notices (公告) that bring a rule: their heading says whose they are, and names no title."""

from __future__ import annotations

import re

from policies.ingest.frame.endings import is_body_name
from policies.ingest.frame.titles import split_bodies

#: 第8号, （第21号）, 2010年第4号: the number of an order.
ORDER_NUMBER = r"[（(〔]? ?(?:[12]\d{3} ?年 ?)?第? ?[一二三四五六七八九十百〇零\d]+ ?号 ?[)）〕]?"
#: 澜江市人民政府令, 财政部、商务部令, 某市人大常委会公告（第21号）.
_ORDER_HEADING = re.compile(rf"(?P<bodies>[一-鿿、， ]{{2,240}}?) ?(?:(?<!命)令|公告) ?(?:{ORDER_NUMBER})?")
#: 澜 江 市 人 民 政 府 令: letters set apart.
_SPACED_LETTERS = re.compile(r"(?<![一-鿿])[一-鿿](?: [一-鿿])+(?![一-鿿])")
#: Who gives orders and is no body by name: 中华人民共和国主席令.
_OFFICE = re.compile(r"(?:主席|总理|省长|市长|州长|县长|区长|部长|军区)$")
#: 市人民政府令: which city it is of stands elsewhere.
_BARE_LEVEL = re.compile(r"[省市县区州旗盟](?=人民政府|人大|政府)")


def is_order_title(title: str) -> bool:
    """Whether the title only says whose order it is: 澜江市人民政府令（第8号）; 某县封山令 says what it orders."""
    return _read_heading(title) is not None


def bodies_of_order(heading: str) -> list[str]:
    """The bodies whose order it is, by the heading of the order; [] of another line and where it names an office."""
    bodies = [body for body in _read_heading(heading) or [] if not _OFFICE.search(body) and not _BARE_LEVEL.match(body)]
    return [body.removeprefix("中华人民共和国") if body.endswith("国务院") else body for body in bodies]


def _read_heading(text: str) -> list[str] | None:
    if "令" not in text and "公" not in text:
        return None
    match = _ORDER_HEADING.fullmatch(_SPACED_LETTERS.sub(lambda spaced: spaced[0].replace(" ", ""), text.strip()))
    bodies = split_bodies(match["bodies"]) if match else []
    return bodies if bodies and all(is_body_name(body) or _OFFICE.search(body) for body in bodies) else None
