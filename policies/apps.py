from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PoliciesConfig(AppConfig):
    name = "policies"
    verbose_name = "政策"

    def ready(self):
        from policies import groups, queueing

        queueing.connect()
        post_migrate.connect(groups.make_groups, sender=self)
