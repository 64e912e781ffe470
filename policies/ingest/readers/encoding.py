"""Bytes to text: UTF-8, UTF-16 and GB18030, told apart by mark, validity and what the letters look like."""

from __future__ import annotations

import codecs

from policies.ingest.parsed import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: A declared or guessed encoding is right only when this share of what is decoded is plausible.
_PLAUSIBLE = 0.85


def plausible_share(text: str) -> float:
    """The share of characters one expects in Chinese print: Han, common punctuation, printable ASCII, white space."""
    if not text:
        return 0.0
    sample = text[:20000]
    good = sum(
        1
        for char in sample
        if "\u4e00" <= char <= "\u9fff"
        or " " <= char <= "~"
        or char in "\t\r\n\f\u3000\u00a0·—…“”‘’〇×"
        or "\u3001" <= char <= "\u301f"
        or "\uff01" <= char <= "\uff5e"
    )
    return good / len(sample)


def decode_text(data: bytes) -> str:
    """Text of `data`. Raises UnreadableDocument when the bytes are no text in a known encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding).lstrip("\ufeff")
            except UnicodeDecodeError as error:
                raise UnreadableDocument("文件带有编码标记，但内容与标记不符，无法读出文字") from error
    if b"\x00" not in data:
        for encoding in ("utf-8", "gb18030"):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if encoding == "utf-8" or plausible_share(text) >= _PLAUSIBLE:
                return text
        return _damaged_text(data)
    return _utf16_without_mark(data)


def _utf16_without_mark(data: bytes) -> str:
    """Zero bytes mean UTF-16 without a mark, or no text at all."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if plausible_share(text) >= _PLAUSIBLE:
            return text
    raise UnreadableDocument("文件是二进制内容，不是文字")


def _damaged_text(data: bytes) -> str:
    """A few broken bytes in an otherwise readable file are replaced, so that the rest is not lost."""
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") <= max(3, len(text) // 500) and plausible_share(text) >= _PLAUSIBLE:
            return text
    raise UnreadableDocument("无法辨认文件的文字编码（支持 UTF-8、UTF-16、GB18030）")
