"""The ontology: within OWL 2 RL, free of contradiction, and every term explained."""

import owlrl
import pytest
from profile_rl import violations
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef

from kg_builder import resources
from kg_builder.inference import ontology
from kg_builder.model import EVENT_TYPES
from kg_builder.vocabulary import EVENT_CLASS, KGB, ONTOLOGY

ERROR = Namespace("http://www.daml.org/2002/03/agents/agent-ont#").ErrorMessage
TERMS = sorted({term for term in ontology().subjects() if isinstance(term, URIRef) and term.startswith(str(KGB._NS))})

PREFIXES = """
    @prefix : <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    :A a owl:Class . :B a owl:Class . :C a owl:Class .
    :p a owl:ObjectProperty . :q a owl:ObjectProperty . :r a owl:ObjectProperty . :d a owl:DatatypeProperty .
"""


def closed(graph: Graph) -> Graph:
    copy = Graph()
    for triple in graph:
        copy.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(copy)
    return copy


def test_the_ontology_is_in_owl_2_rl() -> None:
    assert violations(ontology()) == []


@pytest.mark.parametrize(
    "axiom",
    [
        ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ] .",
        ":A rdfs:subClassOf [ owl:unionOf ( :B :C ) ] .",
        "[ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] rdfs:subClassOf :A .",
        ":A owl:equivalentClass [ owl:unionOf ( :B :C ) ] .",
        ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:maxCardinality 2 ] .",
        ":A owl:disjointUnionOf ( :B :C ) .",
        ":p a owl:ReflexiveProperty .",
        ":d rdfs:range xsd:date .",
        ":p rdfs:domain [ owl:unionOf ( :A :B ) ] .",
        ":p rdfs:range :Undeclared .",
        ":p rdfs:subPropertyOf :d .",
        ":p a owl:DatatypeProperty .",
        ":p a owl:TransitiveProperty , owl:FunctionalProperty .",
        ":p owl:propertyChainAxiom ( :q :r ) ; a owl:IrreflexiveProperty .",
        ":p owl:propertyChainAxiom ( :q :r ) . :q owl:propertyChainAxiom ( :p :r ) .",
        ":p owl:propertyChainAxiom ( :q :undeclared ) .",
        ":a :p 1 .",
        ":a :undeclared :b .",
        "owl:Thing rdfs:subClassOf :A .",
    ],
)
def test_the_profile_checker_sees_what_is_outside(axiom: str) -> None:
    assert violations(Graph().parse(data=PREFIXES + axiom, format="turtle"))


@pytest.mark.parametrize(
    "axiom",
    [
        "[ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :A .",
        ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] .",
        ":A owl:equivalentClass [ owl:intersectionOf ( :B [ owl:onProperty :p ; owl:hasValue :b ] ) ] .",
        ":p owl:propertyChainAxiom ( :p :q ) . :q a owl:TransitiveProperty . :r a owl:FunctionalProperty .",
        ":d rdfs:range xsd:string ; rdfs:domain :A . :a :d 1 .",
    ],
)
def test_the_profile_checker_lets_pass_what_is_inside(axiom: str) -> None:
    assert violations(Graph().parse(data=PREFIXES + axiom, format="turtle")) == []


def test_owlrl_closes_it_without_contradiction() -> None:
    closure = closed(ontology())
    assert list(closure.subjects(RDF.type, ERROR)) == []
    nothing = {*closure.subjects(RDF.type, OWL.Nothing), *closure.subjects(RDFS.subClassOf, OWL.Nothing)}
    assert nothing <= {OWL.Nothing}


def test_owlrl_sees_a_contradiction() -> None:
    graph = ontology() + Graph().parse(
        data=f"<http://example.org/x> a <{KGB.State}> , <{KGB.Organization}> .", format="turtle"
    )
    assert list(closed(graph).subjects(RDF.type, ERROR))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.split("#")[1])
def test_every_term_is_explained(term: URIRef) -> None:
    graph = ontology()
    label, definition = graph.value(term, RDFS.label), graph.value(term, SKOS.definition)
    assert isinstance(label, Literal)
    assert str(label).strip()
    assert isinstance(definition, Literal)
    assert str(definition).endswith(".")
    assert len(list(graph.objects(term, RDFS.label))) == len(list(graph.objects(term, SKOS.definition))) == 1
    assert list(graph.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]


def test_every_property_of_ours_has_domain_and_range() -> None:
    graph = ontology()
    properties = {*graph.subjects(RDF.type, OWL.ObjectProperty), *graph.subjects(RDF.type, OWL.DatatypeProperty)}
    ours = sorted(properties & set(TERMS))
    assert ours
    assert [term for term in ours if not graph.value(term, RDFS.domain) or not graph.value(term, RDFS.range)] == []


def test_every_event_type_is_a_class_aligned_to_plover() -> None:
    graph = ontology()
    assert set(EVENT_CLASS) == set(EVENT_TYPES)
    assert set(EVENT_CLASS.values()) == set(graph.subjects(RDFS.subClassOf, KGB.Event))
    assert [type_ for type_ in EVENT_TYPES if not graph.value(EVENT_CLASS[type_], KGB.ploverType)] == ["policy"]


def test_direct_relations_follow_only_from_what_happened() -> None:
    """Every relation is the end of a chain over a participation, a tenure or evidence, and nothing is below it."""
    graph = ontology()
    heads = set(graph.subjects(OWL.propertyChainAxiom))
    assert {KGB.agreesWith, KGB.restrictsGood, KGB.holdsOffice, KGB.usedForceAgainst} <= heads
    assert [head for head in sorted(heads) if list(graph.subjects(RDFS.subPropertyOf, head))] == []
    assert all((head, OWL.inverseOf, None) not in graph and (None, OWL.inverseOf, head) not in graph for head in heads)


def test_no_term_merges_things_by_being_unique() -> None:
    """By a functional property a slip of reading would merge two officials; the shapes hold the count instead."""
    graph = ontology()
    assert not {
        *graph.subjects(RDF.type, OWL.FunctionalProperty),
        *graph.subjects(RDF.type, OWL.InverseFunctionalProperty),
    }


@pytest.mark.parametrize("file", ["states", "organizations", "goods"])
def test_reference_data_uses_declared_terms_only(file: str) -> None:
    graph, schema = Graph().parse(resources.path("data", "reference", f"{file}.ttl")), ontology()
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    used = sorted(set(graph.predicates()) - {RDF.type, RDFS.label})
    assert [term for term in used if not any((term, RDF.type, kind) in schema for kind in kinds)] == []
    classes = {class_ for class_ in graph.objects(None, RDF.type) if not isinstance(class_, BNode)}
    assert [class_ for class_ in sorted(classes) if (class_, RDF.type, OWL.Class) not in schema] == []
