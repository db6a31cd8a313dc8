"""Quads: the pattern of each fact, the same bytes every time, and only what happened takes part in anything."""

import itertools
from dataclasses import replace

import pyoxigraph
import pytest
from rdflib import DC, DCTERMS, PROV, RDF, RDFS, SDO, TIME, XSD, BNode, Graph, Literal, URIRef

from kg_builder import identity
from kg_builder.model import EVENT_TYPES, MUTUAL, Article, Entity, Event, Evidence, Fact, Official, Reference, Tenure
from kg_builder.quads import Triple, article_triples, describe, order, quads, subject
from kg_builder.vocabulary import EVENT_CLASS, KGB, OA

JPN, DEU, KOR = Entity("state", "JPN"), Entity("state", "DEU"), Entity("state", "KOR")
NATO, ACME, RARE = Entity("organization", "NATO"), Entity("company", "Acme"), Entity("good", "rare-earths")
TEXT = "Japan and Germany agreed on rare earths."
ARTICLE = Article("a.txt", TEXT, "2024-05", "A title", "A paper", "https://example.org/a")
WORDS = Evidence(18, 24, "agreed")
SAITO, MUSTER = Official("Ken Saito", JPN), Official("Erika Muster", DEU)
TENURE = Tenure(SAITO, "industry minister", "minister", "incumbent", (WORDS,), 0.85)
EVENT = Event(
    "agreement", (JPN, DEU), (), (SAITO,), (RARE,), "2024-05-01", "Bonn", "occurred", "Bonn Pact", (KOR,), 0.9, (WORDS,)
)  # fmt: skip
FACTS: list[Fact] = [Reference(RARE, (Evidence(28, 39, "rare earths"),)), TENURE, EVENT]


def about(triples: list[Triple], node: URIRef) -> set[tuple[str, str]]:
    """The properties of ``node``, their names and values as in Turtle."""
    graph = Graph()
    return {
        (
            str(p).replace("#", "/").rsplit("/", 1)[-1],
            o.n3(graph.namespace_manager) if isinstance(o, Literal) else str(o),
        )
        for s, p, o in triples
        if s == node
    }


def test_an_article_describes_itself() -> None:
    iri = identity.article("a.txt")
    assert set(article_triples(ARTICLE, "c0ffee")) == {
        (identity.article_graph("a.txt"), PROV.wasDerivedFrom, iri),
        (iri, RDF.type, KGB.Article),
        (iri, DCTERMS.identifier, Literal("a.txt")),
        (iri, KGB.text, Literal(TEXT)),
        (iri, DCTERMS.title, Literal("A title")),
        (iri, DCTERMS.issued, Literal("2024-05", datatype=XSD.gYearMonth)),
        (iri, DC.publisher, Literal("A paper")),
        (iri, SDO.url, Literal("https://example.org/a")),
        (iri, KGB.digest, Literal("c0ffee")),
    }
    assert len(article_triples(Article("a.txt", TEXT))) == 4


def test_a_reference_names_an_entity_in_words() -> None:
    triples = describe(ARTICLE, FACTS[0])
    words = identity.evidence("a.txt", 28, 39)
    assert (identity.article("a.txt"), KGB.mentions, identity.good("rare-earths")) in triples
    assert set(triples) >= {
        (words, RDF.type, KGB.Evidence),
        (words, KGB.names, identity.good("rare-earths")),
        (words, OA.exact, Literal("rare earths")),
        (words, OA.start, Literal(28)),
        (words, OA.end, Literal(39)),
        (words, KGB.inArticle, identity.article("a.txt")),
    }


def test_a_tenure_joins_person_and_office() -> None:
    triples = describe(ARTICLE, TENURE)
    office, person = identity.office(JPN, "industry minister"), identity.official(SAITO)
    assert set(triples) >= {
        (person, RDFS.label, Literal("Ken Saito")),
        (person, KGB.officialOf, identity.state("JPN")),
        (office, KGB.officeOf, identity.state("JPN")),
    }
    assert about(triples, identity.tenure(TENURE)) == {
        ("type", str(KGB.Tenure)),
        ("holder", str(person)),
        ("office", str(office)),
        ("incumbentOffice", str(office)),
        ("officeTitle", '"industry minister"'),
        ("officeClass", str(KGB["office-minister"])),
        ("tenureStatus", str(KGB["tenure-incumbent"])),
        ("confidence", '"85"^^xsd:integer'),
        ("evidence", str(identity.evidence("a.txt", 18, 24))),
    }


def test_an_event_holds_all_that_is_known_of_it() -> None:
    iri = identity.event(EVENT, "a.txt")
    assert about(describe(ARTICLE, EVENT), iri) == {
        ("type", str(KGB.Agreement)),
        ("actor", str(identity.state("JPN"))),
        ("actor", str(identity.state("DEU"))),
        ("official", str(identity.official(SAITO))),
        ("good", str(identity.good("rare-earths"))),
        ("attributedTo", str(identity.state("KOR"))),
        ("status", str(KGB["status-occurred"])),
        ("eventName", '"Bonn Pact"'),
        ("place", str(identity.place("Bonn"))),
        ("placeName", '"Bonn"'),
        ("date", '"2024-05-01"^^xsd:date'),
        ("earliest", '"2024-05-01"^^xsd:date'),
        ("latest", '"2024-05-01"^^xsd:date'),
        ("time", str(identity.time("2024-05-01"))),
        ("confidence", '"90"^^xsd:integer'),
        ("evidence", str(identity.evidence("a.txt", 18, 24))),
    }


@pytest.mark.parametrize(
    ("date", "literal", "bounds", "unit"),
    [
        ("2024-05-01", Literal("2024-05-01", datatype=XSD.date), ("2024-05-01", "2024-05-01"), TIME.unitDay),
        ("2024-02", Literal("2024-02", datatype=XSD.gYearMonth), ("2024-02-01", "2024-02-29"), TIME.unitMonth),
        ("2023", Literal("2023", datatype=XSD.gYear), ("2023-01-01", "2023-12-31"), TIME.unitYear),
    ],
)
def test_dates_keep_their_precision(date: str, literal: Literal, bounds: tuple[str, str], unit: URIRef) -> None:
    triples = describe(ARTICLE, replace(EVENT, date=date))
    values = {p: o for s, p, o in triples if p in (KGB.date, KGB.earliest, KGB.latest)}
    assert values[KGB.date] == literal
    assert (str(values[KGB.earliest]), str(values[KGB.latest])) == bounds
    assert (identity.time(date), KGB.precision, unit) in triples


@pytest.mark.parametrize("date", ["2024-13", "2024-02-30", "yesterday", "", "20240501", "0000"])
def test_a_date_that_is_none_is_left_to_the_shapes(date: str) -> None:
    predicates = {p for _, p, _ in describe(ARTICLE, replace(EVENT, date=date))}
    assert KGB.date in predicates
    assert not {KGB.earliest, KGB.latest, KGB.time} & predicates


@pytest.mark.parametrize("type_", EVENT_TYPES)
@pytest.mark.parametrize("status", ["occurred", "ongoing", "planned", "proposed", "not-occurred"])
def test_only_what_happened_has_participations(type_: str, status: str) -> None:
    mutual = type_ in MUTUAL
    actors, targets = ((JPN, DEU), ()) if mutual else ((JPN,), (DEU,))
    event = Event(type_, actors, targets, goods=(RARE,), status=status, evidence=(WORDS,))  # type: ignore[arg-type]
    triples = describe(ARTICLE, event)
    assert (identity.event(event, "a.txt"), RDF.type, EVENT_CLASS[type_]) in triples
    parts = {o for _, p, o in triples if p == KGB.participatesAs}
    expected = (2 if mutual else 1) if status in ("occurred", "ongoing") else 0
    assert len(parts) == expected
    assert {s for s, p, o in triples if p == RDF.type and o == KGB.Participation} == parts


@pytest.mark.parametrize("type_", EVENT_TYPES)
def test_nobody_takes_part_towards_himself(type_: str) -> None:
    event = Event(type_, (JPN, DEU, JPN), (DEU, JPN), officials=(SAITO, SAITO), evidence=(WORDS,))  # type: ignore[arg-type]
    triples = describe(ARTICLE, event)
    who = {part: agent for agent, p, part in triples if p == KGB.participatesAs}
    towards = [(who[s], o) for s, p, o in triples if s in who and p not in (RDF.type, KGB.inEvent)]
    assert towards or type_ == "policy"
    assert all(agent != other for agent, other in towards)


@pytest.mark.parametrize(
    ("officials", "pairs"),
    [
        ((SAITO, MUSTER), 2),
        ((SAITO,), 0),
        ((SAITO, Official("Taro Yamada", JPN)), 0),
        ((SAITO, Official("Taro Yamada", JPN), MUSTER), 0),
        ((SAITO, Official("Ann Other", KOR)), 0),
    ],
)
def test_officials_meet_where_each_is_the_only_one_of_a_party_there(
    officials: tuple[Official, ...], pairs: int
) -> None:
    triples = describe(ARTICLE, Event("meeting", (JPN, DEU), officials=officials, evidence=(WORDS,)))
    people = {identity.official(official) for official in officials}
    assert len([o for _, p, o in triples if p == KGB.meetingCounterpart and o in people]) == pairs


def test_quads_are_sorted_unique_without_blank_nodes_and_independent_of_order() -> None:
    expected = list(quads(ARTICLE, FACTS, "d"))
    triples = [quad[:3] for quad in expected]
    assert triples == sorted(set(triples), key=order)
    assert {quad[3] for quad in expected} == {identity.article_graph("a.txt")}
    assert not any(isinstance(term, BNode) for quad in expected for term in quad)
    for facts in itertools.permutations(FACTS):
        assert list(quads(ARTICLE, facts, "d")) == expected
    parts = {*article_triples(ARTICLE, "d"), *itertools.chain(*(describe(ARTICLE, fact) for fact in FACTS))}
    assert set(triples) == parts


def test_a_fact_stands_alone() -> None:
    """All that a fact points to is described with it, but the article and what reference data and ontology describe."""
    for fact in FACTS:
        triples = describe(ARTICLE, fact)
        described = {s for s, _, _ in triples}
        assert subject(ARTICLE, fact) in described
        pointed = {o for _, p, o in triples if isinstance(o, URIRef) and p not in (RDF.type, KGB.precision)}
        elsewhere = {node for node in pointed - described if not node.startswith(str(KGB._NS))}
        assert elsewhere <= {identity.article("a.txt")}


@pytest.mark.parametrize("entity", [JPN, NATO, ACME, RARE])
def test_entities_carry_their_identifier(entity: Entity) -> None:
    triples = describe(ARTICLE, Reference(entity, (WORDS,)))
    assert (identity.entity(entity), DCTERMS.identifier, Literal(entity.id)) in triples
    named = (identity.entity(entity), RDFS.label, Literal(entity.id)) in triples
    assert named is (entity.kind in ("organization", "company"))


def test_every_literal_survives_the_store_and_turtle_as_it_is() -> None:
    graph = Graph()
    odd = replace(ARTICLE, text='line\r\nwith "quotes", a tab\t, 漢字 and \\ .')
    for date in ("2024-05-01", "2024-05", "2023"):
        for triple in quads(odd, [*FACTS, replace(EVENT, date=date)], "d"):
            graph.add(triple[:3])
    store = pyoxigraph.Store()
    store.load(graph.serialize(format="nt").encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    kept = {str(quad.triple) for quad in store}
    source = pyoxigraph.parse(graph.serialize(format="nt").encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert kept == {str(quad.triple) for quad in source}
    assert len(kept) == len(graph)
    assert set(Graph().parse(data=graph.serialize(format="turtle"), format="turtle")) == set(graph)
