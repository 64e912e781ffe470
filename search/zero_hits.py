"""When nothing is found: which part does it, what the rest would give, spellings and units that are near."""

from search.characters import letters
from search.directory import Directory
from search.engines.base import ProvisionBackend
from search.planning import Reading
from search.query import Query
from search.results import Direct, Help
from search.suggestions import near
from search.tree import All, Any, Contains, Everything, Plan

#: Parts that are looked at one by one.
MOST_PARTS = 8
MOST_NEAR = 5


def help_for(query: Query, reading: Reading, plan: Plan, names: Directory, engine: ProvisionBackend) -> Help:
    """Help for a query without hits."""
    parts = list(dict.fromkeys(query.parts))[:MOST_PARTS]
    missing = [part for part in parts if not engine.count(Contains(part.letters))]
    help = Help(missing=[part.text for part in missing])
    if len(parts) > 1:
        for part in parts:
            rest = [group for group in query.groups if part not in group]
            nodes = [Any(tuple(Contains(other.letters) for other in group)) for group in rest]
            total = engine.count(All(tuple(nodes)) if nodes else Everything())
            if total:
                help.without.append((part.text, total))
    for part in missing or parts:
        help.near += [word for word in near(part.text, MOST_NEAR) if word not in help.near]
        for spelling, units in names.unit_names.items():
            if part.letters and letters(part.text) in spelling:
                help.units += [Direct("unit", unit.title, unit.url) for unit in units]
    help.near = help.near[:MOST_NEAR]
    help.units = list(dict.fromkeys(help.units))[:MOST_NEAR]
    return help
