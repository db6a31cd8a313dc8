"""Inference in a store: every change of what is asserted changes what follows, in the same transaction.

The graph of inferred triples is the closure of all asserted graphs, less what they assert themselves. Beside it the
graph of derivations tells for each inferred triple of our own properties one rule and its premises: of all that yield
it in one step, the first by name of the rule, axiom and premises. So both depend on what is asserted and on nothing
else, whatever the way there was.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, TypeAlias

from rdflib import RDF, BNode, Graph, URIRef
from rdflib.term import Node

from kg_builder import derivations, identity
from kg_builder.derivations import Reason
from kg_builder.inference import Contradiction, Derived, Rules
from kg_builder.inference.closure import Change, update
from kg_builder.inference.index import Coded, Index, Terms
from kg_builder.inference.program import Instance, Program
from kg_builder.inference.proof import proof as shortest
from kg_builder.store import Store, Triple
from kg_builder.vocabulary import ID

_INFERRED: Final = identity.INFERRED_GRAPH
_BLANK: Final = str(ID["genid/"])
#: By graph, what goes and what comes.
Changes: TypeAlias = Mapping[URIRef, tuple[Iterable[Triple], Iterable[Triple]]]


def rules_of(store: Store) -> Rules:
    """The rules of the ontology that a store holds, a user's modules included."""
    graph = Graph()
    for subject, predicate, obj in store.triples(identity.ONTOLOGY_GRAPH):
        graph.add((_blank(subject), predicate, _blank(obj)))
    return Rules.from_ontology(graph)


class Reasoner:
    """Says what follows, or follows no more, from a change of what a store asserts; for ``Writer.follow``."""

    def __init__(self, store: Store, rules: Rules) -> None:
        self._store = store
        self._program = rules.program
        self._clashes: dict[frozenset[Triple], Contradiction] = {}

    @property
    def concerned(self) -> Container[str] | None:
        """The predicates of triples from which anything can follow; None for all."""
        return self._program.predicates

    def __call__(self, gone: Iterable[Triple], new: Iterable[Triple], fresh: Set[Node] = frozenset()) -> Changes:
        """``fresh`` are subjects known to be told of by nothing in the store; the store is asked about others."""
        changed = _Changed(self._store, self._program, gone, new, fresh)
        self.note(changed.contradictions())
        return {_INFERRED: changed.inferred(), identity.DERIVATIONS_GRAPH: changed.derived()}

    def note(self, clashes: Iterable[Contradiction]) -> None:
        for clash in clashes:
            self._clashes.setdefault(frozenset(clash.premises), clash)

    @property
    def contradictions(self) -> list[Contradiction]:
        """Those met in all changes so far that the store still holds, sorted."""
        held = (one for one in self._clashes.values() if all(any(self._store.matching(*t)) for t in one.premises))
        return sorted(held, key=lambda one: (one.rule.axiom, str(one.premises)))


def proof(store: Store, program: Program, triple: Triple) -> Derived | None:
    """The last step of a shortest derivation of an inferred triple, whose premises have shorter ones; else None."""
    terms = Terms(program.terms)
    return shortest(program, _Stored(store, terms), terms, triple)


class _Changed:
    """A change of what is asserted, followed through."""

    def __init__(
        self, store: Store, program: Program, gone: Iterable[Triple], new: Iterable[Triple], fresh: Set[Node]
    ) -> None:
        self._store, self._program = store, program
        self._terms = Terms(program.terms)
        self._told = _Told(self._terms)
        self._state = _Stored(store, self._terms, fresh)
        self._gone, self._new = self._coded(gone), self._coded(new)
        self._noticed: dict[Coded, list[Instance]] = {}
        self._change: Change = update(
            program, self._state, self._gone, self._new, again=self._told, noticed=self._notice
        )

    def contradictions(self) -> Iterator[Contradiction]:
        return (self._program.contradiction(clash, self._terms) for clash in self._change.contradictions)

    def inferred(self) -> tuple[list[Triple], list[Triple]]:
        """What goes from the graph of inferred triples, and what comes."""
        change, follows = self._change, self._state.follows
        gone = (one for one in (*change.dropped, *self._new) if one not in change.inferred and follows(one))
        come = (one for one in change.inferred if one not in change.dropped)
        return [self._terms.triple(one) for one in gone], [self._terms.triple(one) for one in come]

    def derived(self) -> tuple[list[Triple], list[Triple]]:
        """What goes from the graph of derivations, and what comes."""
        gone, come = list[Triple](), list[Triple]()
        change = self._change
        for one in dict.fromkeys(chain(change.dropped, change.inferred, self._noticed, self._new)):
            if one[1] not in self._told:
                continue
            triple = self._terms.triple(one)
            before = derivations.derivation(self._store, triple) if self._state.follows(one) else None
            after = self._reason(one, before)
            if before is not None and before.reason != after:
                gone += self._store.matching(before.iri, None, None, identity.DERIVATIONS_GRAPH)
            if after is not None and (before is None or before.reason != after):
                come += derivations.described(triple, after)
        return gone, come

    def _reason(self, one: Coded, before: derivations.Derivation | None) -> Reason | None:
        """The first reason of a triple as all now stands, if it is inferred."""
        change, state = self._change, self._state
        if one not in change.inferred and (before is None or one in state.held or one not in state):
            return None
        found = self._noticed.get(one, [])
        if before is not None and (
            one not in change.dropped or all(self._terms.coded(premise) in state for premise in before.premises)
        ):
            return min([before.reason, *map(self._told_as, found)])
        if one in change.dropped or one in self._gone:  # it has reasons beside those that are new
            found = list(self._program.reasons(one, state))
        return min(map(self._told_as, found))

    def _told_as(self, instance: Instance) -> Reason:
        return derivations.reason(self._program.derived(instance, self._terms))

    def _notice(self, instance: Instance) -> None:
        head = instance[2]
        if head is not None:
            self._noticed.setdefault(head, []).append(instance)

    def _coded(self, triples: Iterable[Triple]) -> dict[Coded, None]:
        return dict.fromkeys(map(self._terms.coded, self._program.concerned(triples)))


@dataclass(slots=True)
class _Told:
    """Numbers of the predicates whose derivations are written down."""

    terms: Terms
    known: dict[int, bool] = field(default_factory=dict)

    def __contains__(self, predicate: object) -> bool:
        if not isinstance(predicate, int):
            return False
        if predicate not in self.known:
            self.known[predicate] = derivations.is_told(self.terms.term(predicate))
        return self.known[predicate]


class _Stored:
    """What a store holds, under changes that are not written yet."""

    def __init__(self, store: Store, terms: Terms, fresh: Set[Node] = frozenset()) -> None:
        self._store, self._terms = store, terms
        self._there: dict[Coded, bool] = {}
        self._type = terms.number(RDF.type)
        self._types: dict[int, set[int]] = {}
        self._new = set(map(terms.number, fresh))  #: subjects of which nothing was said before
        self._old = set[int]()  #: the others, as far as they were asked for
        self._inferred: dict[Coded, bool] = {}
        self._added, self._dropped = Index(), set[Coded]()
        self.held: set[Coded] = set()  #: what is asserted by the changes

    def __contains__(self, triple: object) -> bool:
        if triple in self._added:
            return True
        if triple[0] in self._new:  # type: ignore[index]
            return False
        return triple not in self._dropped and self._was(triple)  # type: ignore[arg-type]

    def matching(self, subject: int, predicate: int, object_: int) -> Iterator[Coded]:
        added = self._added.matching(subject, predicate, object_)
        for triple in self._before(subject, predicate, object_):
            if triple not in self._dropped and triple not in self._added:
                yield triple
        yield from added

    def follows(self, triple: Coded) -> bool:
        """Whether it is among the inferred triples of the store as it is written."""
        if triple not in self._inferred:
            self._inferred[triple] = self._was(triple) and self._store.holds(self._terms.triple(triple), _INFERRED)
        return self._inferred[triple]

    def hold(self, triples: Collection[Coded]) -> None:
        self.held.update(triples)
        self._added.extend(triples)

    def infer(self, triple: Coded) -> None:
        self._added.add(triple)

    def drop(self, triple: Coded) -> None:
        self._added.discard(triple)
        self._dropped.add(triple)

    def _was(self, triple: Coded) -> bool:
        """Whether it held before the changes. Types are few and asked for often: all of a thing are read at once."""
        subject, predicate, object_ = triple
        if self._is_new(subject):
            return False
        if predicate == self._type:
            if subject not in self._types:
                found = self._store.matching(self._terms.term(subject), RDF.type, None)
                self._types[subject] = {self._terms.number(type_) for _, _, type_ in found}
            return object_ in self._types[subject]
        if triple not in self._there:
            self._there[triple] = self._store.holds(self._terms.triple(triple))
        return self._there[triple]

    def _before(self, subject: int, predicate: int, object_: int) -> Iterator[Coded]:
        if subject and self._is_new(subject):
            return
        first, second, third = (self._terms.term(part) if part else None for part in (subject, predicate, object_))
        yield from map(self._terms.coded, self._store.matching(first, second, third))

    def _is_new(self, subject: int) -> bool:
        """Whether nothing was said of it before, as of most things that an article brings."""
        if subject in self._new:
            return True
        if subject not in self._old:
            there = any(self._store.matching(self._terms.term(subject), None, None))
            (self._old if there else self._new).add(subject)
        return subject in self._new


def _blank(term: Node) -> Node:
    """Blank nodes are IRIs in a store (``store.changes``); an anonymous class is told by being one."""
    return BNode(str(term).removeprefix(_BLANK)) if isinstance(term, URIRef) and term.startswith(_BLANK) else term
