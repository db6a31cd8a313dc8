"""Ontology -> rules: each axiom becomes the rules of OWL 2 Profiles, section 4.3, that it needs.

A construct that has no row here is refused by name when the ontology is loaded; so nothing is ignored in silence.

=========================================  =====================================================================
construct                                  rules
=========================================  =====================================================================
subClassOf, equivalentClass                cax-sco, cax-eqc
disjointWith, AllDisjointClasses           cax-dw, cax-adc (contradictions)
subPropertyOf, equivalentProperty          prp-spo1, prp-eqp1, prp-eqp2
propertyChainAxiom                         prp-spo2
domain, range                              prp-dom, prp-rng; a datatype as range types literals, which RDF cannot say
inverseOf                                  prp-inv1, prp-inv2
Symmetric-, TransitiveProperty             prp-symp, prp-trp
Functional-, InverseFunctionalProperty     prp-fp, prp-ifp, and the rules of equality
Asymmetric-, IrreflexiveProperty           prp-asyp, prp-irp (contradictions)
propertyDisjointWith                       prp-pdw (contradiction)
intersectionOf, unionOf, complementOf      cls-int1, cls-int2, cls-uni, cls-com (contradiction)
someValuesFrom, allValuesFrom, hasValue    cls-svf1, cls-svf2, cls-avf, cls-hv1, cls-hv2
owl:Nothing as a superclass                cls-nothing2 (contradiction)
equality, if a rule yields owl:sameAs      eq-sym, eq-trans, eq-rep-s, eq-rep-o; not eq-ref, which says nothing, nor
                                           eq-rep-p, since an ontology that equates terms is refused
=========================================  =====================================================================
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from rdflib import OWL, RDF, RDFS, BNode, Graph, URIRef, Variable
from rdflib.collection import Collection
from rdflib.term import Node

from kg_builder.inference.classes import conclusions, conditions, is_datatype, named, unsupported
from kg_builder.inference.rules import Atom, Rule, instance

X, Y, Z, P = Variable("x"), Variable("y"), Variable("z"), Variable("p")
THIS, THAT = Variable("this"), Variable("that")
_Pattern = tuple[str, tuple[Atom, ...], Atom | None]

_CHARACTERISTICS: Final[dict[Node, _Pattern]] = {
    OWL.SymmetricProperty: ("prp-symp", ((X, THIS, Y),), (Y, THIS, X)),
    OWL.TransitiveProperty: ("prp-trp", ((X, THIS, Y), (Y, THIS, Z)), (X, THIS, Z)),
    OWL.FunctionalProperty: ("prp-fp", ((X, THIS, Y), (X, THIS, Z)), (Y, OWL.sameAs, Z)),
    OWL.InverseFunctionalProperty: ("prp-ifp", ((X, THIS, Z), (Y, THIS, Z)), (X, OWL.sameAs, Y)),
    OWL.AsymmetricProperty: ("prp-asyp", ((X, THIS, Y), (Y, THIS, X)), None),
    OWL.IrreflexiveProperty: ("prp-irp", ((X, THIS, X),), None),
}
_BETWEEN_PROPERTIES: Final[dict[Node, tuple[_Pattern, ...]]] = {
    RDFS.subPropertyOf: (("prp-spo1", ((X, THIS, Y),), (X, THAT, Y)),),
    OWL.equivalentProperty: (("prp-eqp1", ((X, THIS, Y),), (X, THAT, Y)), ("prp-eqp2", ((X, THAT, Y),), (X, THIS, Y))),
    OWL.inverseOf: (("prp-inv1", ((X, THIS, Y),), (Y, THAT, X)), ("prp-inv2", ((X, THAT, Y),), (Y, THIS, X))),
    OWL.propertyDisjointWith: (("prp-pdw", ((X, THIS, Y), (X, THAT, Y)), None),),
}
_EQUALITY: Final = (
    Rule("eq-sym", "sameAs is symmetric", ((X, OWL.sameAs, Y),), (Y, OWL.sameAs, X)),
    Rule("eq-trans", "sameAs is transitive", ((X, OWL.sameAs, Y), (Y, OWL.sameAs, Z)), (X, OWL.sameAs, Z)),
    Rule("eq-rep-s", "sameAs replaces subjects", ((X, OWL.sameAs, Y), (X, P, Z)), (Y, P, Z)),
    Rule("eq-rep-o", "sameAs replaces objects", ((X, OWL.sameAs, Y), (Z, P, X)), (Z, P, Y)),
)
_DECLARATIONS: Final = frozenset({
    OWL.Ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual,
    OWL.Restriction, RDF.List,
})  # fmt: skip
#: What belongs to an anonymous class or an axiom's node, and is read from there.
_PARTS: Final = frozenset({
    RDF.first, RDF.rest, OWL.members, OWL.onProperty, OWL.intersectionOf, OWL.unionOf, OWL.someValuesFrom,
    OWL.allValuesFrom, OWL.hasValue, OWL.complementOf,
})  # fmt: skip
_ANNOTATIONS: Final = frozenset({
    RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionIRI, OWL.versionInfo, OWL.priorVersion,
    OWL.deprecated,
})  # fmt: skip
_TYPES: Final = {*_DECLARATIONS, *_CHARACTERISTICS, OWL.AllDisjointClasses}
_PREDICATES: Final = {
    *_PARTS, *_ANNOTATIONS, *_BETWEEN_PROPERTIES, RDF.type, RDFS.subClassOf, OWL.equivalentClass, OWL.disjointWith,
    RDFS.domain, RDFS.range, OWL.propertyChainAxiom,
}  # fmt: skip
_LANGUAGE: Final = (str(OWL), str(RDFS), str(RDF))


def compiled(ontology: Graph) -> list[Rule]:
    """The rules of ``ontology``, in an order that depends on its axioms alone.

    Raises InvalidOntology for a construct that the table above does not list.
    """
    axioms = sorted(ontology, key=lambda triple: (str(triple[1]), str(triple[0]), str(triple[2])))
    for axiom in axioms:
        _screen(*axiom)
    found = {_lettered(rule) for axiom in axioms for rule in _axiom(ontology, *axiom)}
    rules = sorted(found, key=lambda rule: (rule.axiom, rule.name, str(rule.body), str(rule.head)))
    if any(rule.head is not None and rule.head[1] == OWL.sameAs for rule in rules):
        rules += _EQUALITY
    return rules


def _screen(subject: Node, predicate: Node, object_: Node) -> None:
    """Refuses a construct of the language that is not known at all, before any other is blamed for it."""
    term, known = (object_, _TYPES) if predicate == RDF.type else (predicate, _PREDICATES)
    if term not in known and str(term).startswith(_LANGUAGE):
        raise unsupported(term, f"at {named(subject)}")
    if predicate in _PARTS and not isinstance(subject, BNode):
        raise unsupported(predicate, f"with {named(subject)} as its subject")


def _lettered(rule: Rule) -> Rule:
    """``rule`` with its variables named in their order, so that it does not depend on names of blank nodes."""
    terms = [term for atom in rule.body for term in atom if isinstance(term, Variable)]
    letters: dict[Node, Node] = {term: Variable(f"v{number}") for number, term in enumerate(dict.fromkeys(terms))}
    head = None if rule.head is None else instance(rule.head, letters)
    return Rule(rule.name, rule.axiom, tuple(instance(atom, letters) for atom in rule.body), head)


def _axiom(graph: Graph, subject: Node, predicate: Node, object_: Node) -> Iterator[Rule]:
    if predicate == RDF.type:
        yield from _typed(graph, subject, object_)
    elif predicate == RDFS.subClassOf:
        yield from _subclass(graph, subject, object_, "cax-sco")
    elif predicate == OWL.equivalentClass:
        yield from _subclass(graph, subject, object_, "cax-eqc1")
        yield from _subclass(graph, object_, subject, "cax-eqc2")
    elif predicate == OWL.disjointWith:
        yield from _disjoint(graph, (subject, object_), "cax-dw")
    elif predicate in (RDFS.domain, RDFS.range):
        yield from _typing(graph, subject, predicate, object_)
    elif predicate == OWL.propertyChainAxiom:
        yield _chain(graph, subject, object_)
    elif predicate in _BETWEEN_PROPERTIES:
        yield from _between_properties(subject, predicate, object_)


def _typed(graph: Graph, subject: Node, type_: Node) -> Iterator[Rule]:
    if type_ == OWL.AllDisjointClasses:
        members = graph.value(subject, OWL.members)
        yield from _disjoint(graph, tuple(Collection(graph, members)) if members is not None else (), "cax-adc")
    elif type_ in _CHARACTERISTICS:
        yield _filled(_CHARACTERISTICS[type_], f"{named(subject)} is a {named(type_)}", {THIS: _iri(subject)})


def _subclass(graph: Graph, sub: Node, super_: Node, name: str) -> Iterator[Rule]:
    axiom = f"{named(sub)} is a subclass of {named(super_)}"
    for inner, body in conditions(graph, sub, X):
        for outer, more, head in conclusions(graph, super_, X):
            yield Rule(", ".join((*inner, name, *outer)), axiom, body + more, head)


def _disjoint(graph: Graph, classes: tuple[Node, ...], name: str) -> Iterator[Rule]:
    for first, second in combinations(classes, 2):
        for inner, left in conditions(graph, first, X):
            for outer, right in conditions(graph, second, X):
                axiom = f"nothing is both {named(first)} and {named(second)}"
                yield Rule(", ".join((*inner, *outer, name)), axiom, left + right, None)


def _typing(graph: Graph, property_: Node, predicate: Node, class_: Node) -> Iterator[Rule]:
    if is_datatype(class_):
        return
    name, member = ("prp-dom", X) if predicate == RDFS.domain else ("prp-rng", Y)
    axiom = f"the {named(predicate)} of {named(property_)} is {named(class_)}"
    for outer, more, head in conclusions(graph, class_, member):
        yield Rule(", ".join((name, *outer)), axiom, ((X, _iri(property_), Y), *more), head)


def _between_properties(subject: Node, predicate: Node, object_: Node) -> Iterator[Rule]:
    axiom = f"{named(subject)} {named(predicate)} {named(object_)}"
    for pattern in _BETWEEN_PROPERTIES[predicate]:
        yield _filled(pattern, axiom, {THIS: _iri(subject), THAT: _iri(object_)})


def _chain(graph: Graph, property_: Node, chain: Node) -> Rule:
    links = [_iri(link) for link in Collection(graph, chain)]
    steps = [Variable(f"u{number}") for number in range(len(links) + 1)]
    body: tuple[Atom, ...] = tuple((steps[number], link, steps[number + 1]) for number, link in enumerate(links))
    axiom = f"{' o '.join(named(link) for link in links)} is a subproperty of {named(property_)}"
    return Rule("prp-spo2", axiom, body, (steps[0], _iri(property_), steps[-1]))


def _filled(pattern: _Pattern, axiom: str, properties: dict[Node, Node]) -> Rule:
    name, body, head = pattern
    filled = tuple(instance(atom, properties) for atom in body)
    return Rule(name, axiom, filled, None if head is None else instance(head, properties))


def _iri(property_: Node) -> URIRef:
    if not isinstance(property_, URIRef):
        raise unsupported(OWL.inverseOf, "as an anonymous property")
    return property_
