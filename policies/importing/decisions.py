"""A person's decision on a conflict between their words and a new text: take the new, or keep their own."""

from policies.extraction import follow_edit
from policies.importing.deciding import accept, keep
from policies.importing.writing import responsibility_rows
from policies.models import Document, DocumentBody, Provision, Responsibility
from policies.organizations import Organizations

#: Lists that stand in tables of their own → the role of DocumentBody.
BODY_LISTS = {"issuing_bodies": "issuer", "interpreter": "interpreter"}


def accept_new_text(row: Document | Provision, fields: list[str] | None = None) -> list[str]:
    """The new reading replaces the person's words in these fields, or all that wait; facts follow. Returns them."""
    before = {"heading": row.heading, "text": row.text} if isinstance(row, Provision) else {}
    waiting = dict(row.conflicts)
    names = accept(row, fields)
    row._change_reason = "采用文件的新内容"
    row.save()
    for name in names:
        if name == "responsible_units":
            Responsibility.objects.filter(provision=row).delete()
            Responsibility.objects.bulk_create(responsibility_rows(row, waiting[name]["now"], Organizations()))
        elif name in BODY_LISTS:
            _replace_bodies(row, BODY_LISTS[name], waiting[name]["now"])
    if before:
        follow_edit(row, before)
    return names


def keep_own_text(row: Document | Provision, fields: list[str] | None = None) -> list[str]:
    """The person's words stand in these fields, or all that wait; the reading is remembered. Returns them."""
    names = keep(row, fields)
    row._change_reason = "保留人工内容"
    row.save()
    return names


def _replace_bodies(document: Document, role: str, names: list[str]) -> None:
    organizations = Organizations()
    DocumentBody.objects.filter(document=document, role=role).delete()
    found: dict[int, str] = {}
    for name in names:
        found.setdefault(organizations.resolve(name, document.place).pk, name)
    for order, (pk, name) in enumerate(found.items()):
        DocumentBody.objects.create(
            document=document, organization_id=pk, role=role, order=order, printed_name=name[:200]
        )
