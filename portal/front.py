"""What the front page shows: tally, the package as a picture, and ways in by unit, amount, deadline and topic."""

from collections import Counter

from django.db.models import Count, Max, Q

from policies.models import Amount, Collection, Deadline, Document, Fact, Provision
from policies.presentation import documents as heads
from policies.presentation.benefits import BANDS
from policies.presentation.duties import unit_rows
from policies.presentation.marking import mark, standing
from policies.presentation.package import spots
from policies.presentation.records import gather
from policies.presentation.words import CLAUSE_END
from policies.validity import STATUSES, status_of

#: What can be drawn round one decision and still be read.
MOST_SPOTS = 16
MOST_LISTED = 20
MOST_UNITS = 7
LONGEST_SPECIMEN = 160
NUMERALS = "零一二三四五六七八九十"
EXAMPLES = ("科技创新券 补助", "单位:市科技局", "金额>=100万", "“标准地”", "高校毕业生 安居补助")


def front_page() -> dict:
    """The context of the front page; a constant number of queries."""
    published = Document.objects.public()
    statuses = {row.pk: status_of(row) for row in heads.with_status(published)}
    by_status = Counter(status.code for status in statuses.values())
    units = unit_rows()
    lead, lines = _package(published)
    drawn = [line for line in lines if lead is None or line.document.pk != lead.document.pk]
    return {
        "large_find": True,
        "count_words": _numeral(len(statuses)),
        "documents": len(statuses),
        "provisions": Provision.objects.public().exclude(kind__in=heads.UNCOUNTED).count(),
        "amounts": Amount.objects.public().count(),
        "units": sorted(units, key=lambda row: (-row.first, -row.provisions))[:MOST_UNITS],
        "all_units": len(units),
        "statuses": [(code, by_status[code]) for code, _, _ in STATUSES if by_status[code]],
        "changed": _changed(published),
        "examples": EXAMPLES,
        "specimen": _specimen(),
        "lead": lead,
        "lines": lines,
        "drawn_words": _numeral(len(drawn)),
        "spots": spots(drawn) if lead and 2 <= len(drawn) <= MOST_SPOTS else [],
        "bands": _bands(),
        "years": _years(),
        "topics": drawn[:10],
    }


def _numeral(number: int) -> str:
    return NUMERALS[number] if number < len(NUMERALS) else str(number)


def _package(published):
    """The first collection that has a decision in the middle, else the newest documents."""
    collection = (
        Collection.objects.filter(lead_document__state=Document.State.PUBLISHED).order_by("pk").first()
        or Collection.objects.filter(documents__state=Document.State.PUBLISHED).order_by("pk").first()
    )
    rows = published.filter(collection=collection) if collection else published.order_by("-published_at", "-pk")
    lines = heads.document_lines(heads.with_head(rows)[:MOST_LISTED])
    lead = next((line for line in lines if collection and line.document.pk == collection.lead_document_id), None)
    return lead, lines


def _changed(published):
    """When a published text last changed."""
    return max(
        filter(None, [
            published.aggregate(last=Max("published_at"))["last"],
            Provision.objects.public().aggregate(last=Max("updated_at"))["last"],
        ]),
        default=None,
    )  # fmt: skip


def _specimen() -> dict | None:
    """One clause that shows what the site does: a rate and a cap, marked, with who pays and whether it holds."""
    amounts = Amount.objects.public().exclude(state=Fact.State.UNVERIFIED).filter(field="text")
    cap = (
        amounts.filter(role=Amount.Role.BENEFIT, qualifier=Amount.Qualifier.MAX, unit="元")
        .filter(provision__amounts__role="rate", provision__responsibilities__isnull=False)
        .order_by("provision__document__position", "provision__document_id", "provision__position", "start")
        .first()
    )
    if cap is None:
        return None
    record = gather(Provision.objects.filter(pk=cap.provision_id).select_related("document").prefetch_related())[0]
    text = record.provision.text
    left = max((match.end() for match in CLAUSE_END.finditer(text, 0, cap.start)), default=0)
    right = CLAUSE_END.search(text, cap.end)
    end = right.start() if right else len(text)
    if end - left > LONGEST_SPECIMEN:
        return None
    facts = [line for line in standing(record.facts, "text", text) if line.fact.start >= left]
    return {"record": record, "html": mark(text, left, end, facts), "status": status_of(record.document)}


def _bands() -> list[tuple[str, str, int]]:
    """(label, address parameters, how many) for each band of money paid out."""
    values = Amount.objects.public().filter(role=Amount.Role.BENEFIT, unit="元")
    rows = []
    for label, low, high in BANDS:
        band = Q()
        if low:
            band &= Q(value_max__gte=low) | Q(value_max=None, value__gte=low)
        if high:
            band &= Q(value_max__lt=high) | Q(value_max=None, value__lt=high)
        parameters = "&".join(part for part in (f"min={low}" if low else "", f"max={high - 1}" if high else "") if part)
        rows.append((label, parameters, Count("pk", filter=band)))
    counts = values.aggregate(**{f"band{index}": row[2] for index, row in enumerate(rows)}, every=Count("pk"))
    listed = [(label, parameters, counts[f"band{index}"]) for index, (label, parameters, _) in enumerate(rows)]
    return [row for row in listed if row[2]] + [("全部金额", "", counts["every"])]


def _years() -> list[tuple[str, int]]:
    """(year or "", how many) of the deadlines printed in texts and of completion lines."""
    years = Counter(date[:4] for date in Deadline.objects.public().values_list("date", flat=True))
    years.update(
        date[:4] for date in Provision.objects.public().exclude(completion="").values_list("completion", flat=True)
    )
    return sorted(years.items(), key=lambda row: row[0] or "9999")
