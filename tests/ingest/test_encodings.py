"""Encodings: the same text in UTF-8, GB18030 and UTF-16, with and without a mark."""

import codecs

import pytest

from policies.ingest import UnreadableDocument, parse_bytes
from policies.ingest.readers.encoding import decode_text

TEXT = (
    "某市支持企业发展若干措施\n"
    "为贯彻落实党中央、国务院决策部署，制定本措施。\n"
    "一、支持创新\n"
    "给予最高100万元补助。\n"
    "二、支持㐂堃企业\n"
    "给予“一事一议”支持。\n"
)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode("gb18030"),
    ],
    ids=["utf-8", "utf-8 mark", "gb18030", "utf-16", "utf-16 be mark", "utf-16 le", "utf-16 be", "gb18030 crlf"],
)
def test_every_encoding_gives_the_same_document(data):
    document = parse_bytes(data, "document.txt")[0]
    assert document.title == "某市支持企业发展若干措施"
    assert [p.heading for p in document.provisions] == ["支持创新", "支持㐂堃企业"]


def test_one_broken_byte_is_no_reason_to_refuse():
    data = bytearray((TEXT * 5).encode("utf-8"))
    data[-2] = 0xFF
    assert decode_text(bytes(data)).startswith("某市支持企业")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 500, "été à Besançon ".encode("latin-1") * 90]
)
def test_other_bytes_are_refused(data):
    with pytest.raises(UnreadableDocument):
        parse_bytes(data, "document.txt")
