"""How the direct relations that were inferred follow: written beside them, read back to explain them.

Only triples of our own properties are told of: that a state is an agent, or an actor of ours one of another vocabulary,
the ontology itself says (docs/model.md).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from kg_builder import identity
from kg_builder.inference import Derived
from kg_builder.store import Store, Triple
from kg_builder.vocabulary import KGB

_TOLD = "SELECT ?derivation ?predicate ?value { GRAPH graph:derivations { ?derivation ?predicate ?value } }"


@dataclass(frozen=True, slots=True)
class Derivation:
    """One inferred triple, the rule with its axiom, and the triples that it follows from, sorted."""

    iri: URIRef
    triple: Triple
    rule: str
    premises: tuple[Triple, ...]


def described(derived: Iterable[Derived]) -> Iterator[Triple]:
    """The triples of the graph of derivations; kgb:premise is an N-Triples line without its dot."""
    for one in derived:
        if not str(one.triple[1]).startswith(str(KGB._NS)):
            continue
        iri = _iri(one.triple)
        yield iri, RDF.type, KGB.Derivation
        for part, term in zip((RDF.subject, RDF.predicate, RDF.object), one.triple, strict=True):
            yield iri, part, term
        yield iri, KGB.rule, Literal(f"{one.rule.name}: {one.rule.axiom}")
        for premise in one.premises:
            yield iri, KGB.premise, Literal(" ".join(term.n3() for term in premise))


def derivation(store: Store, wanted: URIRef | Triple) -> Derivation | None:
    """The derivation of that IRI or of that triple, or None where none is told of."""
    iri = wanted if isinstance(wanted, URIRef) else _iri(wanted)
    known: dict[Node, Node] = {}
    premises = []
    for _, predicate, value in store.select(_TOLD, {"derivation": iri}):
        if predicate == KGB.premise:
            premises.append(str(value))
        elif predicate is not None and value is not None:
            known[predicate] = value
    if not known:
        return None
    triple = known[RDF.subject], known[RDF.predicate], known[RDF.object]
    return Derivation(iri, triple, str(known[KGB.rule]), tuple(map(_parsed, sorted(premises))))


def _iri(triple: Triple) -> URIRef:
    subject, predicate, obj = triple
    return identity.derivation(str(subject), str(predicate), obj.n3())


def _parsed(line: str) -> Triple:
    graph = Graph().parse(data=f"{line} .", format="nt")
    return next(iter(graph))
