"""A set of triples closed under rules, through any additions and removals: what follows changes with what is asserted.

What is added is followed semi-naively, one triple at a time. What is taken away is followed by delete and rederive
(Gupta, Mumick, Subrahmanian, "Maintaining views incrementally", 1993): all that some derivation through it yields goes,
then what still follows otherwise comes back. So the cost is that of what changes, not of what is there.
"""

from collections import deque
from collections.abc import Callable, Collection, Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from kg_builder.inference.index import Coded, Index, Terms
from kg_builder.inference.program import Instance, Program
from kg_builder.inference.proof import Closed, proof
from kg_builder.inference.rules import Contradiction, Derived, Triple


class State(Closed, Protocol):
    """Triples that hold: some are asserted, the others follow."""

    def hold(self, triple: Coded) -> None: ...

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
    fresh = dict.fromkeys(new)
    for triple in fresh:
        state.hold(triple)
    queue = deque(fresh)
    for triple in (*lost, *change.dropped):
        if triple not in state and (reason := next(program.reasons(triple, state), None)):
            state.infer(triple)
            change.inferred[triple] = reason
            queue.append(triple)
    while queue:
        for instance in program.firing(queue.popleft(), state, again):
            if instance.head is None:
                change.contradictions.append(instance)
                continue
            if noticed is not None and instance.head[1] in again:
                noticed(instance)
            if instance.head not in state:
                state.infer(instance.head)
                change.inferred[instance.head] = instance
                queue.append(instance.head)
    return change


def _overdelete(program: Program, state: State, lost: dict[Coded, None], change: Change) -> None:
    """Notes all inferred triples that some derivation leads to from what is lost, while it all still stands."""
    queue = deque(lost)
    while queue:
        for instance in program.firing(queue.popleft(), state, None):
            head = instance.head
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
        held = (clash for clash in self._clashes if all(premise in self._state for premise in clash.premises))
        told: dict[tuple[str, frozenset[Coded]], Contradiction] = {}
        for clash in held:
            premises = tuple(self._terms.triple(premise) for premise in clash.premises)
            told.setdefault((clash.rule.axiom, frozenset(clash.premises)), Contradiction(clash.rule, premises))
        return list(told.values())

    def add(self, triples: Iterable[Triple]) -> Iterator[Derived]:
        """Asserts ``triples`` at once; gives what newly follows, in an order that depends on theirs alone."""
        coded, concerns = self._terms.coded, self._program.concerns
        return self._changed((), [coded(triple) for triple in dict.fromkeys(triples) if concerns(triple)])

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
        for triple in new:
            self._reasons.pop(triple, None)
        change = update(self._program, self._state, gone, [one for one in new if one not in self._state.asserted])
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

    def hold(self, triple: Coded) -> None:
        self.asserted.add(triple)
        self.add(triple)

    def infer(self, triple: Coded) -> None:
        self.add(triple)

    def drop(self, triple: Coded) -> None:
        self.asserted.discard(triple)
        self.discard(triple)
