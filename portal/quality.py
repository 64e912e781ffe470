"""What the about page says: what the base holds, where it came from, how well facts are read, what readers reported."""

import functools
import json
from collections import Counter

from django.conf import settings
from django.db.models import Count

from policies.evaluation import Tally, evaluate
from policies.models import FACT_MODELS, Collection, Document, ErrorReport, Fact, Provision
from policies.presentation import documents as heads
from policies.validity import STATUSES, status_of

FIELD_WORDS = {
    "amount": "金额：找到与否", "amount.value": "金额：数值", "amount.unit": "金额：单位",
    "amount.qualifier": "金额：最高、至少等限定", "amount.role": "金额：是奖补、门槛还是目标",
    "deadline": "期限", "duration": "时长", "citation": "引文",
    "reference": "文号与文内引用", "validity": "有效期", "interpreter": "解释单位",
}  # fmt: skip


def about_page() -> dict:
    published = Document.objects.public()
    statuses = Counter(status_of(row).code for row in heads.with_status(published))
    facts = [_fact_counts(model) for model in FACT_MODELS]
    return {
        "documents": sum(statuses.values()),
        "provisions": Provision.objects.public().exclude(kind__in=heads.UNCOUNTED).count(),
        "statuses": [(code, statuses[code]) for code, _, _ in STATUSES if statuses[code]],
        "kinds": published.order_by().values_list("kind").annotate(number=Count("pk")).order_by("-number")[:20],
        "collections": Collection.objects.filter(documents__state=Document.State.PUBLISHED)
        .annotate(number=Count("documents")).order_by("title"),
        "facts": facts,
        "quality": extraction_quality(),
        "search_quality": search_quality(),
        "reports": dict(ErrorReport.objects.order_by().values_list("state").annotate(number=Count("pk"))),
    }  # fmt: skip


def _fact_counts(model) -> dict:
    """How many facts of one kind, and how many of them a person has checked."""
    states = dict(model.objects.public().order_by().values_list("state").annotate(number=Count("pk")))
    return {
        "name": model._meta.verbose_name,
        "all": sum(states.values()),
        "checked": states.get(Fact.State.CONFIRMED, 0) + states.get(Fact.State.EDITED, 0),
        "open": states.get(Fact.State.UNVERIFIED, 0),
    }


@functools.cache
def extraction_quality() -> list[dict]:
    """Precision and recall per field, measured once per process on the sentences in fixtures/gold."""
    tally = Tally()
    for path in sorted((settings.BASE_DIR / "fixtures" / "gold").glob("*.json")):
        evaluate(json.loads(path.read_text(encoding="utf-8")), tally)
    return [{"field": FIELD_WORDS.get(name, name)} | row for name, row in tally.table().items()]


@functools.cache
def search_quality() -> dict:
    """The last measurement of search that the project published (docs/quality.json); {} when there is none."""
    try:
        return json.loads((settings.BASE_DIR / "docs" / "quality.json").read_text(encoding="utf-8")).get("search", {})
    except (OSError, ValueError):
        return {}
