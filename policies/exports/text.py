"""A document or a part of it as plain text: as printed, number, heading and paragraphs, unit and completion lines."""

from collections.abc import Sequence

from policies.models import Document, Provision

NOTICE = "以官方发布文本为准"


def provision_lines(provision: Provision, *, tables: bool = True) -> list[str]:
    """The printed lines of one provision, without those of its children; of `tables` a line for each row."""
    head = provision.number + provision.heading
    paragraphs = [line for line in provision.text.split("\n") if line]
    if head and paragraphs and is_run_in(provision):
        lines = [_join(provision, paragraphs[0]), *paragraphs[1:]]
    else:
        lines = [head, *paragraphs] if head else paragraphs
    lines += provision.table_lines if tables else []
    if provision.completion_line:
        lines.append(f"完成时间：{provision.completion_line}")
    lines += [f"责任单位：{line}" for line in provision.responsible_units_line.split("\n") if line]
    return lines


def is_run_in(provision: Provision) -> bool:
    """Whether the text goes on in the line of the number: 第一条 为了…, （一）强化…作用。引导…"""
    return not provision.heading or provision.number.endswith("）")


def _join(provision: Provision, paragraph: str) -> str:
    space = "　" if provision.number.startswith("第") else ""
    stop = "。" if provision.heading and not provision.heading.endswith(("。", "：", "？", "！")) else ""
    return f"{provision.number}{space}{provision.heading}{stop}{paragraph}"


def document_text(document: Document, provisions: Sequence[Provision], source: str) -> str:
    """The whole document; `source` is its permalink, said with the notice at the end."""
    lines = [document.title]
    if document.document_number:
        lines.append(document.document_number)
    lines.append("")
    for provision in provisions:
        lines += provision_lines(provision)
    return "\n".join([*lines, "", f"（{NOTICE}。出处：{source}）", ""])
