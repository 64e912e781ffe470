"""The two groups of the back office: 编辑 keeps the content, 发布 may also publish, withdraw, merge and delete drafts."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

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


def make_groups(apps, schema_editor):
    # Django makes permissions after the last migration; these groups need them now.
    for config in apps.get_app_configs():
        if config.label == "policies":
            config.models_module = True
            create_permissions(config, apps=apps, verbosity=0)
            config.models_module = None
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    known = {row.codename: row for row in Permission.objects.filter(content_type__app_label="policies")}

    def permissions(table):
        return [known[f"{verb}_{model}"] for model, verbs in table.items() for verb in verbs]

    editor = permissions(EDITOR) + [known[f"view_{model}"] for model in EDITOR]
    Group.objects.get_or_create(name="编辑")[0].permissions.set(editor)
    Group.objects.get_or_create(name="发布")[0].permissions.set(editor + permissions(PUBLISHER))


def remove_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=["编辑", "发布"]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("policies", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_groups, remove_groups)]
