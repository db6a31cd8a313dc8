"""rdflib terms and Oxigraph terms, each told as the other."""

from functools import lru_cache
from typing import TypeAlias

import pyoxigraph as ox
from rdflib.term import BNode, Literal, Node, URIRef

from kg_builder.errors import InvalidQuery

Triple: TypeAlias = tuple[Node, Node, Node]
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
#: IRIs that are at hand in either form, since those of rdflib take ten times as long to make as to find, others three.
AT_HAND = 1 << 15


def graph_name(name: URIRef | None) -> ox.NamedNode | ox.DefaultGraph:
    """The default graph for None."""
    return ox.DefaultGraph() if name is None else ox.NamedNode(name)


def to_oxigraph(term: Node) -> Term:
    if isinstance(term, URIRef):
        return _named(str(term))
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(term, language=term.language)
        return ox.Literal(term, datatype=_named(str(term.datatype)) if term.datatype else None)
    if isinstance(term, BNode):
        return ox.BlankNode(term)
    raise TypeError(f"not an RDF term: {term!r}")


def to_rdflib(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    """Strings come back plain: rdflib holds ``"a"`` and ``"a"^^xsd:string`` to be two."""
    if isinstance(term, ox.NamedNode):
        return iri(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise InvalidQuery(f"query: {term} is a triple as a term; ask for its parts")
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = None if term.datatype.value == _XSD_STRING else iri(term.datatype.value)
    return Literal(term.value, datatype=datatype, normalize=False)


@lru_cache(AT_HAND)
def iri(value: str) -> URIRef:
    return URIRef(value)


@lru_cache(AT_HAND)
def _named(value: str) -> ox.NamedNode:
    return ox.NamedNode(value)


def parts_to_oxigraph(triple: Triple) -> tuple[ox.NamedNode | ox.BlankNode, ox.NamedNode, Term]:
    """Raises TypeError for what is no triple of RDF, such as a literal as its subject."""
    subject, predicate, obj = map(to_oxigraph, triple)
    if isinstance(subject, ox.Literal) or not isinstance(predicate, ox.NamedNode):
        raise TypeError(f"not an RDF triple: {triple!r}")
    return subject, predicate, obj


def triple_to_rdflib(triple: ox.Triple) -> Triple:
    return to_rdflib(triple.subject), to_rdflib(triple.predicate), to_rdflib(triple.object)
