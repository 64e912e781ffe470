"""The facts of documents read again; what a person decided stays."""

import sys

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from policies.extraction import extract_again
from policies.models import Document, Provision
from policies.models.outbox import one_signal
from policies.relations import connect_documents

#: Provisions read in one transaction.
CHUNK = 1000


class Command(BaseCommand):
    help = "重新识别事实（金额、期限、时长、引用）；人工核对、改过或否定的不动"

    def add_arguments(self, parser):
        parser.add_argument("documents", nargs="*", metavar="文件", help="文件的网址名；不写则全部文件")

    def handle(self, documents, verbosity, **options):
        chosen = Document.objects.filter(slug__in=documents) if documents else Document.objects.all()
        unknown = set(documents) - set(chosen.values_list("slug", flat=True))
        if unknown:
            raise CommandError(f"没有这些文件：{'、'.join(sorted(unknown))}")
        ids = list(chosen.values_list("pk", flat=True))
        rows = Provision.objects.filter(withdrawn=False)
        if documents:
            rows = rows.filter(document_id__in=ids)
        provisions = list(rows.order_by("pk").values_list("pk", flat=True))
        totals: dict[str, int] = {}
        starts = range(0, len(provisions), CHUNK)
        with one_signal():
            for start in tqdm(starts, desc="识别", unit="千条", file=sys.stderr, disable=verbosity == 0 or None):
                chunk = Provision.objects.filter(pk__in=provisions[start : start + CHUNK]).defer("machine")
                for name, count in extract_again(chunk).items():
                    totals[name] = totals.get(name, 0) + count
            connect_documents(ids)
        if verbosity:
            said = "，".join(f"{name} {count:,}" for name, count in totals.items()) or "没有条款"
            self.stdout.write(f"重新识别了 {len(ids):,} 个文件、{len(provisions):,} 个条款：{said}。")
