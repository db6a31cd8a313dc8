"""Class expressions of OWL 2 RL as patterns: when something is in a class, and what follows if it is."""

from collections.abc import Iterator
from itertools import product
from typing import Final, NamedTuple

from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, URIRef, Variable
from rdflib.collection import Collection
from rdflib.term import Node

from kg_builder.errors import InvalidOntology
from kg_builder.inference.rules import Atom
from kg_builder.table import shortened
from kg_builder.vocabulary import PREFIXES

_EXPRESSIONS: Final = (
    OWL.intersectionOf, OWL.unionOf, OWL.someValuesFrom, OWL.allValuesFrom, OWL.hasValue, OWL.complementOf,
)  # fmt: skip
#: Of our own terms and of OWL's the name says enough; what is left are IRIs that have no prefix.
_WITHOUT_PREFIX: Final = frozenset({"kgb", "owl", "rdf", "rdfs", "http", "https", "urn"})


class Condition(NamedTuple):
    """Atoms that put a variable into a class, and the rules that say so."""

    names: tuple[str, ...]
    body: tuple[Atom, ...]


class Conclusion(NamedTuple):
    """What follows for a variable in a class: a head (None: a contradiction), under further atoms."""

    names: tuple[str, ...]
    body: tuple[Atom, ...]
    head: Atom | None


def conditions(graph: Graph, class_: Node, member: Variable) -> Iterator[Condition]:
    """The ways in which ``member`` can be in ``class_``, for the subclass side of an axiom (OWL 2 Profiles, 4.2.3)."""
    if isinstance(class_, URIRef):
        if class_ in (OWL.Thing, OWL.Nothing) or is_datatype(class_):
            raise unsupported(class_, "on the subclass side")
        yield Condition((), ((member, RDF.type, class_),))
        return
    form, value = expression(graph, class_)
    if form == OWL.intersectionOf:
        for choice in product(*(list(conditions(graph, part, member)) for part in Collection(graph, value))):
            names = tuple(name for part in choice for name in part.names)
            yield Condition(("cls-int1", *names), tuple(atom for part in choice for atom in part.body))
    elif form == OWL.unionOf:
        for part in Collection(graph, value):
            for names, body in conditions(graph, part, member):
                yield Condition(("cls-uni", *names), body)
    elif form == OWL.hasValue:
        yield Condition(("cls-hv2",), ((member, _property(graph, class_), value),))
    elif form == OWL.someValuesFrom:
        yield from _some(graph, class_, value, member)
    else:
        raise unsupported(form, "on the subclass side")


def conclusions(graph: Graph, class_: Node, member: Variable) -> Iterator[Conclusion]:
    """What follows from ``member`` being in ``class_``, for the superclass side of an axiom (OWL 2 Profiles, 4.2.3)."""
    if isinstance(class_, URIRef):
        if class_ == OWL.Nothing:
            yield Conclusion(("cls-nothing2",), (), None)
        elif class_ != OWL.Thing and not is_datatype(class_):
            yield Conclusion((), (), (member, RDF.type, class_))
        return
    form, value = expression(graph, class_)
    if form == OWL.intersectionOf:
        for part in Collection(graph, value):
            for names, body, head in conclusions(graph, part, member):
                yield Conclusion(("cls-int2", *names), body, head)
    elif form == OWL.hasValue:
        yield Conclusion(("cls-hv1",), (), (member, _property(graph, class_), value))
    elif form == OWL.allValuesFrom:
        filler = _inner(class_)
        step = (member, _property(graph, class_), filler)
        for names, body, head in conclusions(graph, value, filler):
            yield Conclusion(("cls-avf", *names), (step, *body), head)
    elif form == OWL.complementOf:
        for names, body in conditions(graph, value, member):
            yield Conclusion(("cls-com", *names), body, None)
    else:
        raise unsupported(form, "on the superclass side")


def expression(graph: Graph, class_: Node) -> tuple[URIRef, Node]:
    """The constructor of an anonymous class, and what it is over. Raises InvalidOntology if there is not one."""
    found = [(form, value) for form in _EXPRESSIONS for value in graph.objects(class_, form)]
    if len(found) != 1 or not isinstance(class_, BNode):
        raise unsupported(class_, "as a class")
    return found[0]


def unsupported(term: Node, where: str) -> InvalidOntology:
    return InvalidOntology(f"{named(term)}: not covered {where}; docs/model.md lists what an ontology module may use")


def is_datatype(class_: Node) -> bool:
    return class_ in (RDFS.Literal, RDF.PlainLiteral, RDF.XMLLiteral, RDF.langString) or str(class_).startswith(
        str(XSD)
    )


def named(term: Node) -> str:
    """An IRI for people; an anonymous class has none. Terms of other vocabularies keep their prefix."""
    if isinstance(term, BNode):
        return "an anonymous class"
    prefix, _, name = shortened(str(term), PREFIXES).partition(":")
    return name.replace("#", "/").rsplit("/", 1)[-1] if prefix in _WITHOUT_PREFIX else f"{prefix}:{name}"


def _some(graph: Graph, class_: Node, filler_class: Node, member: Variable) -> Iterator[Condition]:
    filler = _inner(class_)
    step = (member, _property(graph, class_), filler)
    if filler_class == OWL.Thing:
        yield Condition(("cls-svf2",), (step,))
        return
    for names, body in conditions(graph, filler_class, filler):
        yield Condition(("cls-svf1", *names), (step, *body))


def _inner(restriction: Node) -> Variable:
    """The variable of what stands at the other end of a restriction; the restriction's node makes it unlike others."""
    return Variable(f"value_{restriction}")


def _property(graph: Graph, restriction: Node) -> Node:
    found = graph.value(restriction, OWL.onProperty)
    if not isinstance(found, URIRef):
        raise unsupported(OWL.inverseOf, "within a restriction")
    return found
