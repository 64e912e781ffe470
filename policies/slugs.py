"""Addresses in ASCII: a slug of at most 60 characters from a document number, a title or a name."""

import re
import unicodedata

from pypinyin import lazy_pinyin

MAX_LENGTH = 60


def slug_from(text: str, fallback: str = "wenjian") -> str:
    """Pinyin syllables, Latin words and numbers joined by hyphens, cut after a whole one.

    >>> slug_from("国发〔2018〕39号"), slug_from("泉州市科学技术局")
    ('guo-fa-2018-39-hao', 'quan-zhou-shi-ke-xue-ji-shu-ju')
    """
    words = re.findall(r"[a-z0-9]+", " ".join(lazy_pinyin(text, errors=_readable)).lower())
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:MAX_LENGTH]
        if len(longer) > MAX_LENGTH:
            break
        slug = longer
    return slug or fallback


def free_slug(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with the first number that makes it free (-2, -3, …); adds it to `taken`."""
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        ending = f"-{number}"
        room = MAX_LENGTH - len(ending)
        slug = (wanted if len(wanted) <= room else wanted[: room + 1].rpartition("-")[0] or wanted[:room]) + ending
    taken.add(slug)
    return slug


def document_slug(title: str, document_number: str, taken: set[str]) -> str:
    """The document's address: its number when it has one, else what its title is about.

    泉州市公安局关于全面推行落户便利化若干措施的通知 → quan-mian-tui-xing-luo-hu-bian-li-hua-…
    """
    _, about, subject = title.partition("关于")
    return free_slug(slug_from(document_number or (subject if about and len(subject) > 3 else title)), taken)


def _readable(characters: str) -> list[str]:
    # Full-width letters and digits are words too; other signs only separate.
    return [unicodedata.normalize("NFKC", characters)]
