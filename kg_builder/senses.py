"""What must hold so that a trigger has the sense that its frame means, and no other.

A frame of ``data/lexicons`` names its needs; each is a function that looks at the filled roles and their words, and
stands in the table of the module that tests it.
"""

from kg_builder import arguments, constructions, deeds, force, measures, speech, stances, trade_terms
from kg_builder.filled import Filled, Need, Needs


def parties(filled: Filled) -> bool:
    """Two parties; of a company one is enough where a strategic good is in it."""
    trade = bool(filled.companies and filled.goods)
    return trade or len(filled.actors.parties) + len(filled.companies) > 1


#: The needs that look at who and what fills the roles alone; to find those costs more than any other need.
ROLES: Needs = {
    "parties": parties,
    "one-giver": lambda filled: len(filled.actors.parties) + len(filled.companies) == 1,
    "one": lambda filled: len(filled.actors.parties) == 1,
    "actor": lambda filled: bool(filled.actors.parties),
    "target": lambda filled: bool(filled.targets.parties),
    "target-or-good": lambda filled: bool(filled.targets.parties or filled.goods),
    "good": lambda filled: bool(filled.goods),
    "company": lambda filled: bool(filled.companies and filled.goods),
    "company-of-state": lambda filled: bool(filled.companies and filled.actors.parties),
    "person": lambda filled: bool(filled.actors.officials),
}


def joined(*tables: Needs) -> Needs:
    """One table of all. Raises ValueError where two of them name a need alike: one would take the other's place."""
    found: dict[str, Need] = {}
    for table in tables:
        if twice := found.keys() & table.keys():
            raise ValueError(f"{', '.join(sorted(twice))}: named in two tables of needs; rename one")
        found.update(table)
    return found


NEEDS: Needs = joined(
    ROLES,
    constructions.NEEDS,
    arguments.NEEDS,
    speech.NEEDS,
    stances.NEEDS,
    measures.NEEDS,
    force.NEEDS,
    trade_terms.NEEDS,
    deeds.NEEDS,
)
