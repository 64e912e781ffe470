"""What an editor corrects of a document's tree: add, split, merge into the one before, move, remove.

Each is one transaction and raises StructureError, in plain Chinese, before it has written anything. The tree itself,
its addresses and the marks that import heeds are in policies/structure.py.
"""

import re

from django.db import transaction

from policies.extraction.carrying import carry, read_beside
from policies.extraction.merging import rows_by_provision
from policies.models import (
    Citation,
    Document,
    FormerAddress,
    Provision,
    Relation,
    Responsibility,
    queue_provisions,
    queue_subtree,
)
from policies.structure import ADDED, MOVED, REMOVED, Tree, lead_on, path_element, words

#: Where a provision goes, seen from another.
PLACES = {"after": "同级，紧接其后", "first": "作为它的下级，排在最前", "last": "作为它的下级，排在最后"}


#: Ends a paragraph or a sentence that another follows.
_SENTENCE_END = re.compile(r"\n(?=.)|[。；！？][”’）]*(?=[^\n”’）])", re.DOTALL)


class StructureError(ValueError):
    """What was asked cannot be done; the message says why, in Chinese."""


@transaction.atomic
def add_provision(beside: Provision, place: str, kind: str, number: str, heading: str, text: str) -> Provision:
    """A provision that the machine did not read, at a place of PLACES as seen from `beside`; its facts are read."""
    tree, beside = _open(beside)
    if not (number or heading or text):
        raise StructureError("编号、标题、正文至少写一样。")
    parent, index = _place(tree, beside, place)
    row = Provision(document=tree.document, kind=kind, number=number, heading=heading, text=text)
    row.machine = {"structure": ADDED}
    _create(tree, row, parent, index, "增加条款")
    tree.renumber()
    read_beside([row])
    queue_subtree(row)
    return row


def split_places(text: str) -> list[int]:
    """Where a text may be split: the offsets at which its second and later paragraphs and sentences begin."""
    return [end.end() for end in _SENTENCE_END.finditer(text)]


@transaction.atomic
def split_provision(row: Provision, start: int, kind: str, number: str) -> Provision:
    """The text from `start` on, one of `split_places`, becomes a provision of its own, right after; returns it.

    Its facts go with the words. So do the provisions below, which are printed after those words. The units of the
    whole hold for both; the printed line of units stays where it was.
    """
    tree, row = _open(row)
    if start not in split_places(row.text):
        raise StructureError("请选从哪里起拆开：一段或一句的开头。")
    queue_subtree(row)
    tail = row.text[start:]
    text = tail.removeprefix(number).lstrip(" 　") if number else tail
    kept = len(row.text) - len(text)  # the words from here on stay words of the new provision
    facts = [fact for fact in rows_by_provision([row.pk])[row.pk] if fact.field == "text" and fact.end > start]
    below = list(tree.children[row.pk])
    new = Provision(document=tree.document, kind=kind, number=number, text=text, machine={"structure": ADDED})
    new.tables, row.tables = row.tables, []  # they are printed after the words
    _save_text(row, row.text[:start].removesuffix("\n"), f"拆分出{number or '下一条'}"[:100])
    _create(tree, new, tree.parent(row), tree.siblings(row).index(row) + 1, f"拆分自{words(row)}"[:100])
    carry([fact for fact in facts if fact.start >= start], new, {"text": -kept})
    carry([fact for fact in facts if fact.start < start], row, {"text": 0})
    for duty in Responsibility.objects.filter(provision=row):
        duty.pk, duty.provision, duty.by_person = None, new, True
        duty.save()
    for child in below:
        _move(tree, child, new, len(tree.children[new.pk]))
    tree.readdress(below, f"随{words(new)}拆分"[:100])
    tree.renumber()
    read_beside([row, new])
    queue_subtree(row)
    queue_subtree(new)
    return new


@transaction.atomic
def merge_into_previous(row: Provision, same_paragraph: bool = False) -> Provision:
    """Number, heading and text go to the end of the provision printed before; returns that one.

    What is below, the units and the facts go along. A public address leads to that provision from now on.
    """
    tree, row = _open(row)
    target = tree.previous(row)
    if target is None:
        raise StructureError("它是全文的第一条，前面没有可以并入的条款。")
    queue_subtree(row)
    queue_subtree(target)
    head = row.number + row.heading
    if row.heading and row.text and row.heading[-1] not in "。：；！？":
        head += "。"
    joint = "" if same_paragraph or not target.text else "\n"
    offset = len(target.text) + len(joint)
    _save_text(target, f"{target.text}{joint}{head}{row.text}", f"并入{words(row)}"[:100], row)
    facts = rows_by_provision([row.pk])[row.pk]
    carry(facts, target, {"heading": offset + len(row.number), "text": offset + len(head)})
    held = set(Responsibility.objects.filter(provision=target).values_list("organization_id", flat=True))
    for duty in Responsibility.objects.filter(provision=row).exclude(organization_id__in=held):
        duty.provision, duty.by_person = target, True
        duty.save()
    Citation.objects.filter(target_provision=row).update(target_provision=target)
    Relation.objects.filter(from_provision=row).update(from_provision=target)
    Relation.objects.filter(to_provision=row).update(to_provision=target)
    FormerAddress.objects.filter(provision=row).update(provision=target)
    below = list(tree.children[row.pk])
    place = tree.children[target.pk].index(row) if row in tree.children[target.pk] else 0
    for child in reversed(below):
        _move(tree, child, target, place)
    tree.readdress(below, f"随{words(row)}并入{words(target)}"[:100])
    path = row.path
    _take_away(tree, row, f"并入{words(target)}"[:100])
    if tree.document.published_at:
        lead_on(tree.document, {path: target})
    tree.renumber()
    read_beside([target])
    queue_subtree(target)
    return target


@transaction.atomic
def move_provision(row: Provision, beside: Provision, place: str) -> Provision:
    """The provision and all below it to a place of PLACES as seen from `beside`; returns the row."""
    tree, row = _open(row)
    beside = tree.rows.get(beside.pk)
    if beside is None or beside.withdrawn:
        raise StructureError("要移到的条款不在这个文件现在的文本里。")
    if row.position <= beside.position <= row.last:
        raise StructureError("条款不能移到它自己或它的下级之下。")
    queue_subtree(row)
    tree.take_out(row)
    parent, index = _place(tree, beside, place)
    tree.insert(row, parent, index)
    row.machine.setdefault("structure", MOVED)
    tree.readdress([row], f"移到{words(beside)}{'之后' if place == 'after' else '之下'}"[:100])
    tree.renumber()
    queue_subtree(row)
    return row


@transaction.atomic
def remove_provision(row: Provision) -> int:
    """The provision and all below it leave the text; returns how many.

    Where the document was never public they are deleted; else they are withdrawn and their addresses say so.
    """
    tree, row = _open(row)
    queue_subtree(row)
    rows = [row, *tree.below(row)][::-1]
    for each in rows:
        _take_away(tree, each, "人工删去")
    tree.renumber()
    return len(rows)


def _open(row: Provision) -> tuple[Tree, Provision]:
    """The tree, locked, and the row as it is by now."""
    tree = Tree(row.document)
    now = tree.rows.get(row.pk)
    if now is None or now.withdrawn:
        raise StructureError("这一条已不在文本里。")
    return tree, now


def _place(tree: Tree, beside: Provision, place: str) -> tuple[Provision | None, int]:
    """Parent and index among its children."""
    if place == "after":
        return tree.parent(beside), tree.siblings(beside).index(beside) + 1
    return beside, 0 if place == "first" else len(tree.children[beside.pk])


def _create(tree: Tree, row: Provision, parent: Provision | None, index: int, reason: str) -> None:
    siblings = tree.children[parent.pk if parent else None]
    row.parent, row.paragraphs = parent, _paragraphs(row.text)
    # Anywhere for now: renumber puts it in its place.
    row.position = row.last = max((each.position for each in tree.rows.values()), default=-1) + 1
    element = path_element(row.number, row.heading, len(siblings) + 1)
    tree.name(row, element, parent)
    row._change_reason = reason
    row.save()
    tree.elements[row.pk] = element
    tree.insert(row, parent, index)


def _save_text(row: Provision, text: str, reason: str, merged: Provision | None = None) -> None:
    row.text, row.paragraphs = text, _paragraphs(text)
    if merged:
        lines = [line for line in (row.responsible_units_line, merged.responsible_units_line) if line]
        row.responsible_units_line = "\n".join(lines)
        row.completion_line = row.completion_line or merged.completion_line
        row.completion = row.completion or merged.completion
        row.tables = row.tables + merged.tables
    row._change_reason = reason
    row.save()


def _move(tree: Tree, row: Provision, parent: Provision, index: int) -> None:
    tree.take_out(row)
    tree.insert(row, parent, index)
    row.machine.setdefault("structure", MOVED)


def _take_away(tree: Tree, row: Provision, reason: str) -> None:
    """One row out of the text; what was below it must have gone before."""
    tree.take_out(row)
    if tree.document.published_at is None:
        _remember(tree.document, row)
        del tree.rows[row.pk]
        row._change_reason = reason
        row.delete()
        return
    row.withdrawn, row.parent = True, None
    row.machine["structure"] = REMOVED
    tree.gone.append(row)
    queue_provisions([row.pk])
    row._change_reason = reason
    row.save()


def _remember(document: Document, row: Provision) -> None:
    """What the file says here stays out when the file is read again."""
    if "text" not in row.machine:
        return
    removed = document.machine.setdefault("removed_provisions", [])
    removed.append([row.machine.get("read_at", row.printed_path), row.machine.get("heading", ""), row.machine["text"]])
    Document.everything.filter(pk=document.pk).update(machine=document.machine)


def _paragraphs(text: str) -> int:
    return len([line for line in text.split("\n") if line.strip()])
