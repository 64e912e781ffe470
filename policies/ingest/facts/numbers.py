"""Numbers as Chinese policy text prints them: 1.2万, 五十万, 百亿, 二〇二一, 两."""

from __future__ import annotations

import re

#: A run of digits or of Chinese numerals. Every amount, date and duration starts with one.
#: One set of plain characters comes first, so that the search runs over all others without trying both.
_DIGITS = "0-9０-９"
_NUMERALS = "一二两三四五六七八九十百千万亿零〇半壹贰叁肆伍陆柒捌玖拾佰仟○"
_RUN = re.compile(rf"[{_DIGITS}{_NUMERALS}](?:(?<=[{_DIGITS}])[{_DIGITS}.,．]*|[{_NUMERALS}]*)")

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "Ｏ": 0, "O": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "两": 2, "三": 3, "叁": 3,
    "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
}  # fmt: skip
_TO_DIGITS = str.maketrans({char: str(digit) for char, digit in DIGITS.items()})
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
SCALES = {**TENS, **MYRIADS}


#: Where numbers stand: start and end of each run.
Runs = list[tuple[int, int]]


def number_runs(text: str) -> Runs:
    """Where numbers stand, so that the patterns are tried nowhere else, and only before what may follow a number."""
    return [run.span() for run in _RUN.finditer(text)]


def read_number(text: str) -> float:
    """The value of a printed number: 500, 1,000, 1.2万亿, 五十万, 百亿, 3千. ValueError when it is none.

    >>> read_number("1.2万亿"), read_number("五十"), read_number("百亿"), read_number("1,500")
    (1200000000000.0, 50.0, 10000000000.0, 1500.0)
    """
    # 500, 500万 and 三 are nearly all that is printed.
    if text.isdecimal():
        return float(text)
    if text in DIGITS:
        return float(DIGITS[text])
    scale = MYRIADS.get(text[-1:], 1)
    figure = text[:-1] if scale > 1 else text
    if figure.replace(".", "", 1).isdecimal():
        value = float(figure)
        if value or scale == 1:
            return round(value * scale, 6)
    total = section = 0.0
    digits = ""
    current: float | None = None
    seen = False
    for char in text:
        if char.isdigit() or char in ".．,，":
            if char not in ",，":
                digits += "." if char in ".．" else char
            continue
        if digits:
            current, digits, seen = float(digits), "", True
        if char in DIGITS:
            # 一九八〇 is read digit by digit; 一百二 would be colloquial and does not occur in print.
            current = DIGITS[char] if current is None or char in "零〇" else current * 10 + DIGITS[char]
            seen = True
        elif char in TENS:
            section += (1 if current is None else current) * TENS[char]
            current, seen = None, True
        elif char in MYRIADS:
            section += current or 0
            scale = MYRIADS[char]
            # 万亿 multiplies what is already there; 百亿三千万 adds.
            if section:
                total = (total + section) * scale if total and total < scale else total + section * scale
            else:
                total = (total or 1) * scale
            section, current, seen = 0.0, None, True
        elif not char.isspace():
            raise ValueError(f"not a number: {text!r}")
    if digits:
        current, seen = float(digits), True
    if not seen:
        raise ValueError(f"not a number: {text!r}")
    return round(total + section + (current or 0), 6)


def read_decimal_words(text: str) -> float:
    """Chinese numerals with 点: 十二点五 → 12.5, 三点五万 → 35000. ValueError when it is no number."""
    whole, point, fraction = text.partition("点")
    if not point:
        return read_number(text)
    value = read_number(whole) + float("0." + "".join(str(DIGITS[char]) for char in fraction if char in DIGITS))
    return round(value * MYRIADS.get(fraction[-1:], 1), 6)


def read_year(text: str) -> int:
    """The four digits of a year, Arabic or Chinese: 二〇二一 → 2021."""
    return int("".join(text.split()).translate(_TO_DIGITS))
