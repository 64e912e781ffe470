"""Numbers are one thing however written: canonical tokens of amounts, percentages, document and article numbers.

50万元 = 50万 = 五十万元 = 500000元       ¥500000
50% = 百分之五十                          %50
国发〔2020〕18号 = 国发[2020]第18号       文2020-18 and 文国发2020-18
第十二条 = 第12条                         第12条
"""

import re
from collections.abc import Iterator

from policies.ingest.facts.numbers import read_decimal_words
from search.characters import readable

HAN_DIGITS = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
_HAN_NUMBER = rf"(?![万亿])[{HAN_DIGITS}]+"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?: ?(?:[十百千]?(?:万亿|万|亿)|[百千]))"
NUMBER = rf"(?:{_DIGITS}{_SCALE}?|{_HAN_NUMBER}(?:点[{HAN_DIGITS}]+)?)"
CURRENCIES = {"元": "¥", "人民币": "¥", "美元": "$", "欧元": "€", "港元": "hk$", "港币": "hk$"}
MONEY = re.compile(rf"(?:({NUMBER})元? ?[-~—–－至到] ?)?({NUMBER}) ?(元|美元|欧元|港元|港币|)")
#: 50万 alone is money unless something countable follows (50万人, 50万平方米).
AFTER_BARE = re.compile(r"(?:以[上下内]|左右|的|[^一-鿿a-z]|$)")
PERCENT = re.compile(rf"(\d+(?:\.\d+)?) ?%|百分之([{HAN_DIGITS}]+(?:点[{HAN_DIGITS}]+)?)")
DOCUMENT_NUMBER = re.compile(
    r"(?P<prefix>(?:[一-鿿] ?){0,12})(?:"
    r"[〔\[(【〈《{] ?(?P<year>(?:19|20)\d\d) ?[〕\])】〉》}] ?第? ?0*(?P<serial>\d{1,5}) ?号?"
    r"|(?P<bare_year>(?:19|20)\d\d) ?年? ?[-第 ]? ?0*(?P<bare_serial>\d{1,5}) ?号)"
)
ORDINAL = re.compile(
    rf"第 ?(\d{{1,5}}|[{HAN_DIGITS}]+) ?(分编|编|章|节|条|款|项)(?: ?之 ?(\d{{1,3}}|[{HAN_DIGITS}]+))?"
)
QUICK = re.compile(r"[元万亿%％号號第萬億]|百分之")


def _value(text: str) -> float | None:
    try:
        return read_decimal_words(text.replace(",", "").replace(" ", ""))
    except ValueError:
        return None


def _token(mark: str, value: float) -> str:
    return mark + f"{value:.4f}".rstrip("0").rstrip(".")


def _money(text: str) -> Iterator[tuple[str, int, int]]:
    for match in MONEY.finditer(text):
        low, high, currency = match.groups()
        scaled = "万" in high or "亿" in high
        if not currency and not (scaled and AFTER_BARE.match(text, match.end())):
            continue
        mark = CURRENCIES.get(currency, "¥")
        value = _value(high)
        if value:
            yield _token(mark, value), match.start(2), match.end()
        if low:
            # 30~50万元: the scale stands once, at the end.
            scale = re.search(r"[百千]?[万亿]+$", high) if low[-1].isdigit() and high[0].isdigit() else None
            value = _value(low + (scale[0] if scale else ""))
            if value:
                yield _token(mark, value), match.start(1), match.end(1)


def _percentages(text: str) -> Iterator[tuple[str, int, int]]:
    for match in PERCENT.finditer(text):
        value = _value(match[1] or match[2])
        if value is not None:
            yield _token("%", value), match.start(), match.end()


def _document_numbers(text: str) -> Iterator[tuple[str, int, int]]:
    for match in DOCUMENT_NUMBER.finditer(text):
        number = f"{match['year'] or match['bare_year']}-{match['serial'] or match['bare_serial']}"
        # Where the prefix begins in running text (根据国发〔2020〕18号) is not marked: every ending of it counts.
        for start in range(match.start(), match.end("prefix") + 1):
            if start == match.end("prefix") or text[start] != " ":
                yield f"文{text[start : match.end('prefix')].replace(' ', '')}{number}", start, match.end()


def _ordinals(text: str) -> Iterator[tuple[str, int, int]]:
    for match in ORDINAL.finditer(text):
        token = _ordinal(match)
        if token:
            yield token, match.start(), match.end()


def ordinal(text: str) -> str:
    """第十二条之一 → 第12条之1; "" when the text is no such number."""
    match = ORDINAL.fullmatch(readable(text).strip())
    return _ordinal(match) if match else ""


def _ordinal(match: re.Match) -> str:
    value, unit, after = match.groups()
    number, number_after = _value(value), _value(after) if after else None
    if number is None:
        return ""
    return f"第{number:g}{unit}" + (f"之{number_after:g}" if number_after else "")


def places(text: str) -> Iterator[tuple[str, int, int]]:
    """(token, start, end) of every number in a text that is already folded."""
    if QUICK.search(text):
        for finder in (_money, _percentages, _document_numbers, _ordinals):
            yield from finder(text)


def tokens(text: str) -> list[str]:
    """Canonical tokens of a passage, each once."""
    return list(dict.fromkeys(token for token, _, _ in places(readable(text)))) if QUICK.search(text) else []


def whole(text: str) -> str:
    """The canonical token of a query part that is nothing but one number; "" when it is more or other."""
    text = readable(text).strip(" ,.;:。，、；：").replace("人民币", "")
    for pattern, finder in (
        (DOCUMENT_NUMBER, _document_numbers),
        (ORDINAL, _ordinals),
        (PERCENT, _percentages),
        (MONEY, _money),
    ):
        match = pattern.fullmatch(text)
        if match and not (pattern is MONEY and match[1]):
            return next((token for token, _, _ in finder(text)), "")
    return ""
