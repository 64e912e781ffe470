from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    name = "policies"
    verbose_name = "政策"

    def ready(self):
        from policies import queueing

        queueing.connect()
