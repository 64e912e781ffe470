"""Facts go with their words from one provision to another, where a text is split or two are made one."""

from collections.abc import Iterable

from policies.extraction.merging import Merge, merge_facts, rows_by_provision, save
from policies.extraction.reading import gather, read_facts
from policies.models import FACT_MODELS, Fact, Provision


def carry(facts: Iterable[Fact], target: Provision, shifts: dict[str, int]) -> None:
    """Give facts their place in the text of `target`; `shifts`: their field → by how much their offsets grow.

    `target` has its new text already. A fact whose words are not found there keeps its values and is 待核.
    """
    facts = list(facts)
    for fact in facts:
        start = fact.start + shifts[fact.field]
        found = fact.end and start >= 0 and target.text.startswith(fact.surface, start)
        fact.provision, fact.field = target, Fact.Place.TEXT
        fact.start, fact.end = (start, start + len(fact.surface)) if found else (0, 0)
        if not found and fact.state != Fact.State.REJECTED:
            fact.state = Fact.State.UNVERIFIED
    for model in FACT_MODELS:
        rows = [fact for fact in facts if type(fact) is model]
        model.objects.bulk_update(rows, ["provision", "field", "start", "end", "state"], batch_size=500)


def read_beside(provisions: Iterable[Provision]) -> None:
    """Add what the machine now reads in these provisions to the facts they have; what waits as 待核 stays."""
    provisions = {provision.pk: provision for provision in provisions}
    gather(list(provisions.values()))
    rows, merge = rows_by_provision(list(provisions)), Merge()
    for provision in provisions.values():
        facts = read_facts(provision)
        merge_facts(provision, facts, rows[provision.pk], merge, keep_unverified=True)
    save(merge, provisions)
