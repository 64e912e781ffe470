"""Radicals in place of characters, as PDF files of browsers hold them, are read as the characters that are meant."""

import pytest

from policies.ingest import parse_bytes
from policies.ingest.lookalikes import plain_characters
from tests.ingest.pdf_files import pdf_of

LINES = [
    "安平市⼈⺠政府关于⽀持低空经济发展的若⼲意⻅",
    "为⽀持低空⻜⾏，制定本意⻅。",
    "⼀、⽀持企业落⼾。对新落⼾的企业给予最⾼50万元补助，每平⽅⽶补助10元。",
    "⼆、⽀持开通航线。对新开通的航线给予补贴。",
    "责任单位：市⼯信局、财政局",
    "本意⻅⾃2026年4⽉1⽇起施⾏，有效期⾄2028年12⽉31⽇。",
]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("⼈⺠政府", "人民政府"),
        ("落⼾，⻋⻔⻓", "落户，车门长"),
        ("10元∕平⽅⽶", "10元／平方米"),
        ("\u2329办法\u232a", "〈办法〉"),
        ("人民政府1/2", "人民政府1/2"),
    ],
)
def test_one_by_one(read, meant):
    assert plain_characters(read) == meant and len(read) == len(meant)


@pytest.mark.parametrize("name", ["意见.pdf", "意见.txt"])
def test_a_file_with_radicals_is_read_as_one_without(name):
    data = pdf_of(LINES) if name.endswith("pdf") else "\n\n".join(LINES).encode()
    document = parse_bytes(data, name)[0]
    assert document.title == "安平市人民政府关于支持低空经济发展的若干意见"
    assert document.issuing_bodies == ["安平市人民政府"] and document.validity.until == "2028-12-31"
    first, second = document.provisions
    assert (first.path, first.heading) == ("一", "支持企业落户")
    assert [(amount.surface, amount.qualifier) for amount in first.facts.amounts] == [
        ("50万元", "max"),
        ("10元", "exact"),
    ]
    assert second.responsible_units == ["市工信局", "市财政局"]
