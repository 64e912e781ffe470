"""The two groups of the back office: 编辑 keeps the content, 发布 may also publish, withdraw and delete drafts.

They are made after every `migrate` that finds them missing; what an administrator changed in them stays.
"""

#: Model → what an editor may do; view comes with every one.
EDITOR = {
    "document": ("add", "change"),
    "documentbody": ("add", "change", "delete"),
    "provision": ("change",),
    "responsibility": ("add", "change", "delete"),
    "organization": ("add", "change"),
    "organizationname": ("add", "change", "delete"),
    "amount": ("add", "change"),
    "deadline": ("add", "change"),
    "duration": ("add", "change"),
    "citation": ("add", "change"),
    "audience": ("add", "change"),
    "alias": ("add", "change", "delete"),
    "relation": ("add", "change", "delete"),
    "collection": ("add", "change"),
    "errorreport": ("change",),
    "indextask": (),
}
#: What a publisher may do beyond that.
PUBLISHER = {
    "document": ("delete", "publish"),
    "provision": ("delete",),
    "amount": ("delete",),
    "deadline": ("delete",),
    "duration": ("delete",),
    "citation": ("delete",),
    "organization": ("delete",),
    "audience": ("delete",),
    "collection": ("delete",),
}


def make_groups(sender, using, **_) -> None:
    """Receiver of post_migrate: by then Django has made the permissions that the groups take."""
    from django.contrib.auth.models import Group, Permission

    editor, publisher = _codenames(EDITOR), _codenames(PUBLISHER)
    editor |= {f"view_{model}" for model in EDITOR}
    known = Permission.objects.using(using).filter(content_type__app_label="policies")
    for name, codenames in (("编辑", editor), ("发布", editor | publisher)):
        group, new = Group.objects.using(using).get_or_create(name=name)
        if new:
            group.permissions.set(known.filter(codename__in=codenames))


def _codenames(table: dict[str, tuple[str, ...]]) -> set[str]:
    return {f"{verb}_{model}" for model, verbs in table.items() for verb in verbs}
