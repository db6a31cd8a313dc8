"""Small ontologies with every construct that the rules cover, and data over their terms, for property-based tests."""

from collections.abc import Iterable

from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, Namespace

from kg_builder.inference import Triple
from kg_builder.quads import order

D = Namespace("http://example.org/data/")
T = Namespace("http://example.org/terms/")
PREFIXES = """
    @prefix : <http://example.org/terms/> . @prefix d: <http://example.org/data/> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def read(text: str) -> Graph:
    return Graph().parse(data=PREFIXES + text, format="turtle")


def triples(*graphs: Iterable[Triple]) -> list[Triple]:
    return sorted({triple for graph in graphs for triple in graph}, key=order)


#: Hierarchies, inverses, chains, transitive and symmetric properties, domains and ranges, and things made equal.
EQUAL = read(
    """
    :A rdfs:subClassOf :B . :B owl:equivalentClass :C .
    [ owl:intersectionOf ( :A [ owl:onProperty :p ; owl:someValuesFrom :D ] ) ] rdfs:subClassOf :E .
    :E rdfs:subClassOf [ owl:onProperty :q ; owl:allValuesFrom :D ] .
    :p rdfs:subPropertyOf :q ; rdfs:domain :A . :q owl:inverseOf :r . :s a owl:SymmetricProperty .
    :t a owl:TransitiveProperty ; rdfs:range :D . :q owl:propertyChainAxiom ( :s :t ) . :f a owl:FunctionalProperty .
    :D owl:disjointWith :A . :w rdfs:domain :D ; rdfs:range xsd:string ; rdfs:subPropertyOf :v .
    """
)
#: The other constructs; nothing is made equal.
DIFFERENT = read(
    """
    [ owl:unionOf ( :A :B ) ] rdfs:subClassOf :C . :C rdfs:subClassOf [ owl:intersectionOf ( :D :E ) ] .
    :p owl:equivalentProperty :q . :q owl:propertyChainAxiom ( :q :r ) . :r a owl:TransitiveProperty .
    [ owl:onProperty :p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :A .
    :B owl:equivalentClass [ owl:onProperty :s ; owl:hasValue d:a ] .
    :D rdfs:subClassOf [ owl:complementOf :F ] . [] a owl:AllDisjointClasses ; owl:members ( :A :F :G ) .
    :G rdfs:subClassOf owl:Nothing . :s a owl:AsymmetricProperty . :t a owl:IrreflexiveProperty .
    :t owl:propertyDisjointWith :f ; rdfs:subPropertyOf :s .
    [ owl:onProperty :w ; owl:hasValue "word" ] rdfs:subClassOf :B .
    """
)
#: One thing is known by what it has.
NAMED = read(":i a owl:InverseFunctionalProperty . :p rdfs:subPropertyOf :i . :q owl:propertyChainAxiom ( :i :p :q ) .")
ONTOLOGIES = [EQUAL, DIFFERENT, NAMED]

_THINGS = st.sampled_from([D[name] for name in "abcd"])
STATEMENTS: st.SearchStrategy[Triple] = st.one_of(
    st.tuples(_THINGS, st.sampled_from([T[name] for name in "fipqrst"]), _THINGS),
    st.tuples(_THINGS, st.just(RDF.type), st.sampled_from([T[name] for name in "ABCDEFG"])),
    st.tuples(_THINGS, st.just(T.w), st.just(Literal("word"))),
)
