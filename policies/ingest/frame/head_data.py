"""Pairs of label and value in a head, on one line or on two: what each line is, and the numbers they name."""

from __future__ import annotations

from policies.ingest.frame.data_lines import is_label_alone, is_value, read_data_line
from policies.ingest.frame.document_numbers import DOCUMENT_NUMBER, NUMBER_LABELS, tidy_document_number
from policies.ingest.frame.head_lines import is_page_line, read_data_rows
from policies.ingest.frame.titles import ends_title
from policies.ingest.readers.source import Block

#: Data of a page stand within so many lines from its heading.
_BELOW_HEADING = 8
#: The value of a label on the line below it is no longer.
_VALUE_LENGTH = 40


class DataReader:
    """Reads a head line by line; a label alone on its line waits for its value on the next."""

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks
        self._label = ""
        #: A line of data was read.
        self.found = False

    def read(self, index: int, has_title: bool) -> list[tuple[str, str]]:
        """(label, value) of each pair of the line; [] of another line. Below a title only known labels count."""
        block = self._blocks[index]
        below = self._blocks[index + 1].text if index + 1 < len(self._blocks) else ""
        data = read_data_line(block.text, self.found) if block.rows is None else []
        if not data and self._label and block.rows is None and is_value(self._label, block.text, below):
            data = [(self._label, block.text)]
        if not data and (self.found or not has_title) and self._is_unknown_label(block, below):
            data = [(block.text.rstrip(" :："), "")]
        self._label = data[-1][0] if data and not data[-1][1] else ""
        self.found = self.found or bool(data)
        return data

    def _is_unknown_label(self, block: Block, below: str) -> bool:
        """Whether the line is a label that no list has (热搜词：); text below it would make it one of the text."""
        if block.rows is not None or not is_label_alone(block.text, self.found):
            return False
        if "。" not in below and (len(below) <= _VALUE_LENGTH or ends_title(below)):
            return True
        return bool(read_data_line(below, True))


def whole_number(label: str, value: str) -> str:
    """The number of a row of data with its 号, which a page may print in a piece of its own; other values as they are.

    >>> whole_number("文号", "岚政发〔2024〕5"), whole_number("索引号", "5")
    ('岚政发〔2024〕5号', '5')
    """
    lacks_sign = label in NUMBER_LABELS and value[-1:].isdigit()
    return f"{value}号" if lacks_sign and DOCUMENT_NUMBER.fullmatch(f"{value}号") else value


def labelled_number(label: str, value: str) -> str | None:
    """The document number that a pair of label and value names; None of another pair."""
    return tidy_document_number(whole_number(label, value)) if label in NUMBER_LABELS else None


def is_page_heading(blocks: list[Block]) -> bool:
    """Whether the first heading of a Markdown file is that of a page: lines of data follow, and a head of its own."""
    below = blocks[1:_BELOW_HEADING]
    return all(block.align != "center" for block in below[:1]) and any(
        read_data_rows(block.rows) if block.rows else read_data_line(block.text) or is_page_line(block.text)
        for block in below
    )
