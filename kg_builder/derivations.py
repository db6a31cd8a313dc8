"""How what was inferred follows, written beside it: one rule and its premises for each triple of our own properties.

That a state is an agent, or an actor of ours one of another vocabulary, the ontology itself says (docs/model.md).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from kg_builder import identity
from kg_builder.inference import Derived
from kg_builder.store import Store, Triple
from kg_builder.vocabulary import KGB

#: What an evidence or a tenure says itself, only the other way round or in one step.
_PLAIN: Final = frozenset({KGB.statedIn, KGB.hasTenure})


class Reason(NamedTuple):
    """A rule with its axiom, and the premises as N-Triples without their dots, sorted. Reasons sort."""

    rule: str
    premises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """The derivation told of one inferred triple."""

    iri: URIRef
    triple: Triple
    reason: Reason

    @property
    def premises(self) -> Iterator[Triple]:
        return map(_parsed, self.reason.premises)


def is_told(predicate: Node) -> bool:
    """Whether derivations of triples with this predicate are written down."""
    return str(predicate).startswith(str(KGB._NS)) and predicate not in _PLAIN


def reason(derived: Derived) -> Reason:
    return Reason(*derived.key())


def first(derived: Iterable[Derived]) -> Reason:
    return min(map(reason, derived))


def described(triple: Triple, reason: Reason) -> Iterator[Triple]:
    """What the graph of derivations says of an inferred triple."""
    iri = node(triple)
    yield iri, RDF.type, KGB.Derivation
    for part, term in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
        yield iri, part, term
    yield iri, KGB.rule, Literal(reason.rule)
    for premise in reason.premises:
        yield iri, KGB.premise, Literal(premise)


def derivation(store: Store, wanted: URIRef | Triple) -> Derivation | None:
    """The derivation of that IRI or of that triple, or None where none is told of."""
    iri = wanted if isinstance(wanted, URIRef) else node(wanted)
    known: dict[Node, Node] = {}
    premises = []
    for _, predicate, value in store.matching(iri, None, None, identity.DERIVATIONS_GRAPH):
        if predicate == KGB.premise:
            premises.append(str(value))
        else:
            known[predicate] = value
    if KGB.rule not in known:
        return None
    triple = known[RDF.subject], known[RDF.predicate], known[RDF.object]
    return Derivation(iri, triple, Reason(str(known[KGB.rule]), tuple(sorted(premises))))


def node(triple: Triple) -> URIRef:
    subject, predicate, obj = triple
    return identity.derivation(str(subject), str(predicate), obj.n3())


def _parsed(line: str) -> Triple:
    subject, predicate, obj = line.split(" ", 2)
    if obj.startswith("<"):
        return URIRef(subject[1:-1]), URIRef(predicate[1:-1]), URIRef(obj[1:-1])
    return next(iter(Graph().parse(data=f"{line} .", format="nt")))
