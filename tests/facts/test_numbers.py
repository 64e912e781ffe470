"""Numbers as policy text prints them."""
# ruff: noqa: E501 - an example stays on one line

import pytest

from policies.ingest.facts.numbers import number_runs, read_decimal_words, read_number, read_year


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("500", 500), ("1,500", 1500), ("12.5", 12.5), ("1.2万亿", 1.2e12), ("500万", 5e6), ("两万", 20000), ("五十", 50),
        ("五十万", 500000), ("百亿", 1e10), ("千亿", 1e11), ("万亿", 1e12), ("五千亿", 5e11), ("三千五百", 3500), ("十二", 12),
        ("一百二十", 120), ("二千零五", 2005), ("1亿2000万", 1.2e8), ("十二亿三千万", 1.23e9), ("2千", 2000), ("壹佰万", 1e6),
    ],
)  # fmt: skip
def test_reads_arabic_and_chinese_numbers(printed, value):
    assert read_number(printed) == value


@pytest.mark.parametrize("printed", ["", "元", "多"])
def test_what_is_no_number_is_refused(printed):
    with pytest.raises(ValueError):
        read_number(printed)


def test_reads_decimals_in_words_and_years():
    assert read_decimal_words("十二点五") == 12.5
    assert read_year("二〇二一") == 2021
    assert read_year("一九八〇") == 1980


def test_number_runs_are_where_digits_or_numerals_stand():
    assert number_runs("最高50万元、二十五万元") == [(2, 4), (4, 5), (7, 11)]
