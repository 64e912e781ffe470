"""我能享受什么: a few questions, answered in the address alone; nothing is kept."""

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from policies.models import Audience
from policies.presentation.benefits import Asked, benefits, find
from policies.presentation.eligibility import (
    EXCLUDED,
    FIELDS,
    FITS,
    GROUPS,
    LABELS,
    MAYBE,
    UNTOUCHED,
    Answers,
    group_of,
    judge,
)
from policies.presentation.marking import mark
from policies.views.conditional import public_page
from policies.views.parameters import Parameters

#: More benefits than this are not judged one by one; the page says so.
MOST_JUDGED = 600


@public_page
def eligibility(request: HttpRequest) -> HttpResponse:
    asked = Parameters(request.GET)
    audiences = {audience.slug: audience for audience in Audience.objects.all()}
    who = asked.choices("who", audiences, "对象")
    answers = Answers(
        [audiences[slug] for slug in who], asked.choice("field", FIELDS, "领域"), asked.text("county", 20)
    )
    live = bool(asked.choice("live", {"1": True}, "选项"))
    context = {
        "groups": [(name, [each for each in audiences.values() if group_of(each) == name]) for name, _ in GROUPS][::-1],
        "fields": {code: label for code, (label, _) in FIELDS.items()}, "answers": answers, "who": who,
        "live": live, "notes": asked.notes,
    }  # fmt: skip
    if who:
        context |= _results(answers, live)
    return render(request, "pages/eligibility.html", context)


def _results(answers: Answers, live: bool) -> dict:
    every, _ = find(Asked(sort=""))
    found, statuses = find(Asked(audiences=tuple(audience.slug for audience in answers.who)))
    if live:
        found = [row for row in found if not statuses[row.document_id].lapsed]
    rows = benefits(found[:MOST_JUDGED], statuses)
    prefetch_related_objects([fact.fact for row in rows for fact in row.steps], "audiences")
    judged = sorted((judge(row, answers) for row in rows), key=lambda each: not each.words)
    by_verdict = {verdict: [] for verdict in (FITS, MAYBE, EXCLUDED)}
    for each in judged:
        if each.verdict != UNTOUCHED:
            by_verdict[each.verdict].append((each, mark(each.quote, 0, len(each.quote), (), each.spans)))
    shown = sum(len(rows) for rows in by_verdict.values())
    return {
        "results": [(verdict, LABELS[verdict], rows) for verdict, rows in by_verdict.items()],
        "untouched": len(every) - shown, "shown": shown, "cut": len(found) > MOST_JUDGED,
    }  # fmt: skip
