"""Why a triple follows: the last step of a shortest derivation, so that each premise has a shorter one."""

from itertools import count
from typing import Protocol

from kg_builder.inference.index import Coded, Known, Terms
from kg_builder.inference.program import Instance, Program
from kg_builder.inference.rules import Derived, Triple


class Closed(Known, Protocol):
    """Triples closed under rules."""

    def follows(self, triple: Coded) -> bool:
        """Whether it holds and is not asserted."""


def proof(program: Program, state: Closed, terms: Terms, triple: Triple) -> Derived | None:
    """Of several as short, the first by name of the rule, axiom and premises; None for what is not inferred."""
    wanted = terms.coded(triple)
    if not state.follows(wanted):
        return None
    for height in count():
        found = [one for one in program.reasons(wanted, state) if _proven(one, program, state, height)]
        if found:
            return min((program.derived(one, terms) for one in found), key=Derived.key)
    return None


def _proven(instance: Instance, program: Program, state: Closed, height: int) -> bool:
    """Whether all premises have derivations of at most so many steps above what is asserted."""
    return all(
        premise in state
        and (
            not state.follows(premise)
            or (height > 0 and any(_proven(one, program, state, height - 1) for one in program.reasons(premise, state)))
        )
        for premise in instance[1]
    )
