from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "搜索"

    def ready(self):
        from policies.models import index_queued
        from search import directory
        from search.indexing import drain_quietly

        directory.watch()
        index_queued.connect(drain_quietly, dispatch_uid="search drains the queue")
