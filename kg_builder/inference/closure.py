"""A set of triples closed under rules, through any additions and removals: what follows changes with what is asserted.

What is added is followed semi-naively, one triple at a time. What is taken away is followed by delete and rederive
(Gupta, Mumick, Subrahmanian, "Maintaining views incrementally", 1993): all that some derivation through it yields goes,
then what still follows otherwise comes back. So the cost is that of what changes, not of what is there.
"""

from collections.abc import Callable, Collection, Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from kg_builder.inference.index import Coded, Index, Terms
from kg_builder.inference.program import Instance, Program
from kg_builder.inference.proof import Closed, proof
from kg_builder.inference.rules import Contradiction, Derived, Triple


class State(Closed, Protocol):
    """Triples that hold: some are asserted, the others follow."""

    def hold(self, triples: Collection[Coded]) -> None: ...

    def infer(self, triple: Coded) -> None: ...

    def drop(self, triple: Coded) -> None:
        """From now on it does not hold."""


@dataclass(slots=True)
class Change:
    """What a change of what is asserted brought about."""

    inferred: dict[Coded, Instance] = field(default_factory=dict)  #: what follows anew, or again
    dropped: dict[Coded, None] = field(default_factory=dict)  #: inferred triples whose derivations had to be looked at
    contradictions: list[Instance] = field(default_factory=list)  #: those that what is new takes part in


def update(
    program: Program,
    state: State,
    gone: Iterable[Coded],
    new: Iterable[Coded],
    *,
    again: Container[int] = (),
    noticed: Callable[[Instance], None] | None = None,
) -> Change:
    """Brings ``state`` up to date, of whose asserted triples those in ``gone`` are no more and those in ``new`` are.

    ``noticed`` hears of every further derivation of a triple with a predicate of ``again`` that ``new`` gives rise to.
    """
    change = Change()
    lost = dict.fromkeys(gone)
    _overdelete(program, state, lost, change)
    for triple in (*lost, *change.dropped):
        state.drop(triple)
    queue = list(dict.fromkeys(new))
    state.hold(queue)
    for triple in (*lost, *change.dropped):
        if triple not in state and (reason := next(program.reasons(triple, state), None)):
            state.infer(triple)
            change.inferred[triple] = reason
            queue.append(triple)
    for triple in queue:  # which grows
        for instance in program.firing(triple, state, again):
            head = instance[2]
            if head is None:
                change.contradictions.append(instance)
                continue
            if noticed is not None and head[1] in again:
                noticed(instance)
            if head not in state:
                state.infer(head)
                change.inferred[head] = instance
                queue.append(head)
    return change


def _overdelete(program: Program, state: State, lost: dict[Coded, None], change: Change) -> None:
    """Notes all inferred triples that some derivation leads to from what is lost, while it all still stands."""
    queue = list(lost)
    for triple in queue:  # which grows
        for _, _, head in program.firing(triple, state, None):
            if head is not None and head not in change.dropped and state.follows(head):
                change.dropped[head] = None
                queue.append(head)


class Closure:
    """Asserted triples in memory, and what follows from them."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._terms = Terms(program.terms)
        self._state = _Memory()
        self._reasons: dict[Coded, Instance] = {}
        self._clashes: dict[Instance, None] = {}

    @property
    def inferred(self) -> Iterator[Derived]:
        """What follows and is not asserted, each with a derivation that leads down to what is asserted."""
        return (self._program.derived(reason, self._terms) for reason in self._reasons.values())

    @property
    def following(self) -> Iterator[Triple]:
        """What follows and is not asserted, without the reasons."""
        return map(self._terms.triple, self._reasons)

    @property
    def contradictions(self) -> list[Contradiction]:
        """What cannot all be true and yet holds, each once."""
        told: dict[tuple[str, frozenset[Triple]], Contradiction] = {}
        for instance in self._clashes:
            if all(premise in self._state for premise in instance[1]):
                clash = self._program.contradiction(instance, self._terms)
                told.setdefault((clash.rule.axiom, frozenset(clash.premises)), clash)
        return list(told.values())

    def add(self, triples: Iterable[Triple]) -> Iterator[Derived]:
        """Asserts ``triples`` at once; gives what newly follows, in an order that depends on theirs alone."""
        return self._changed((), dict.fromkeys(map(self._terms.coded, self._program.concerned(triples))))

    def remove(self, triples: Iterable[Triple]) -> None:
        """Takes back the assertion of ``triples``, and what follows no more; what is not asserted is passed over."""
        coded = (self._terms.coded(triple) for triple in dict.fromkeys(triples))
        self._changed([triple for triple in coded if triple in self._state.asserted], ())

    def reasons(self, triple: Triple) -> Iterator[Derived]:
        """All ways in which ``triple`` follows in one step."""
        instances = self._program.reasons(self._terms.coded(triple), self._state)
        return (self._program.derived(instance, self._terms) for instance in instances)

    def proof(self, triple: Triple) -> Derived | None:
        """The last step of a shortest derivation; None for what is not inferred."""
        return proof(self._program, self._state, self._terms, triple)

    def _changed(self, gone: Collection[Coded], new: Collection[Coded]) -> Iterator[Derived]:
        for triple in self._reasons.keys() & new:
            del self._reasons[triple]
        asserted = self._state.asserted
        if not asserted.isdisjoint(new):
            new = [triple for triple in new if triple not in asserted]
        change = update(self._program, self._state, gone, new)
        for triple in change.dropped:
            self._reasons.pop(triple, None)
        self._reasons |= change.inferred
        self._clashes |= dict.fromkeys(change.contradictions)
        return (self._program.derived(reason, self._terms) for reason in change.inferred.values())


class _Memory(Index):
    def __init__(self) -> None:
        super().__init__()
        self.asserted: set[Coded] = set()

    def follows(self, triple: Coded) -> bool:
        return triple in self and triple not in self.asserted

    def hold(self, triples: Collection[Coded]) -> None:
        self.asserted.update(triples)
        self.extend(triples)

    def infer(self, triple: Coded) -> None:
        self.add(triple)

    def drop(self, triple: Coded) -> None:
        self.asserted.discard(triple)
        self.discard(triple)
