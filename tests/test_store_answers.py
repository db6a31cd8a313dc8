"""What a store answers: rows, yes or no, graphs, the standard's forms of results, and what it refuses."""

from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal
from test_store import ACTOR, EVENT, NAMED, TYPED, content

from kg_builder import identity
from kg_builder.errors import InvalidQuery
from kg_builder.store import Store, Writer
from kg_builder.vocabulary import KGB


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    writer = Store.create_or_open(tmp_path / "store")
    writer.replace_article("a.txt", [TYPED, ACTOR, NAMED])
    return writer


def test_rows(writer: Writer) -> None:
    rows = writer.select("SELECT ?event ?name ?none { ?event kgb:eventName ?name }")
    assert rows.variables == ("event", "name", "none")
    assert list(rows) == [(EVENT, Literal("Summit"), None)]


def test_values_are_bound_as_terms(writer: Writer) -> None:
    query = "SELECT ?event ?name { ?event kgb:eventName ?name }"
    assert list(writer.select(query, {"name": Literal("Summit")})) == [(EVENT, Literal("Summit"))]
    assert list(writer.select(query, {"name": Literal('" } #')})) == []
    with pytest.raises(InvalidQuery, match=r"\?other"):
        writer.select(query, {"other": EVENT})


def test_each_form_of_query(writer: Writer) -> None:
    assert writer.ask("ASK { ?event a kgb:Meeting }") is True
    assert writer.ask("ASK { ?event a kgb:Visit }") is False
    assert list(writer.construct("CONSTRUCT { ?event a kgb:Event } { ?event ?p ?o }")) == [(EVENT, RDF.type, KGB.Event)]
    assert set(writer.construct("DESCRIBE event:meeting-1")) == {TYPED, ACTOR, NAMED}
    assert list(writer.select("SELECT ?g { GRAPH ?g { ?event a kgb:Meeting } }")) == [
        (identity.article_graph("a.txt"),)
    ]


@pytest.mark.parametrize(
    ("query", "format", "start"),
    [
        ("SELECT ?name { ?event kgb:eventName ?name }", "csv", b"name\r\nSummit\r\n"),
        ("SELECT ?name { ?event kgb:eventName ?name }", "tsv", b'?name\n"Summit"\n'),
        ("SELECT ?name { ?event kgb:eventName ?name }", "json", b'{"head":{"vars":["name"]}'),
        ("SELECT ?name { ?event kgb:eventName ?name }", "xml", b'<?xml version="1.0"'),
        ("ASK { ?event a kgb:Meeting }", "json", b'{"head":{},"boolean":true}'),
        ("ASK { ?event a kgb:Meeting }", "xml", b'<?xml version="1.0"'),
        ("CONSTRUCT WHERE { ?event a kgb:Meeting }", "nt", b"<https://w3id.org/kg-builder/id/event/meeting-1> "),
        ("CONSTRUCT WHERE { ?event a kgb:Meeting }", "turtle", b"@prefix article:"),
        ("CONSTRUCT WHERE { ?event a kgb:Meeting }", "rdfxml", b'<?xml version="1.0"'),
    ],
)
def test_standard_results(writer: Writer, query: str, format: str, start: bytes) -> None:
    assert writer.serialize_results(query, format).startswith(start)


@pytest.mark.parametrize(
    ("query", "format"),
    [
        ("SELECT * { ?s ?p ?o }", "turtle"),
        ("ASK { ?s ?p ?o }", "csv"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "json"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "trig"),
    ],
)
def test_results_that_a_format_cannot_hold(writer: Writer, query: str, format: str) -> None:
    with pytest.raises(InvalidQuery, match=f"{format} cannot hold"):
        writer.serialize_results(query, format)


def test_constructed_turtle_reads_back(writer: Writer) -> None:
    turtle = writer.serialize_results("CONSTRUCT WHERE { ?event ?p ?o }", "turtle")
    assert set(Graph().parse(data=turtle, format="turtle")) == {TYPED, ACTOR, NAMED}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE ?s { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { SERVICE ?s { ?s ?p ?o } } } }",
        "SELECT * { ?s ?p trueSERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p kgb:.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o SERVICESILENT<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> PREFIX SERVICE: <http://x/> SELECT * { ?s ?p ?o . SERVICE:x { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o # comment\r SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }\n}",
        "SELECT * { ?s ?p ?o FILTER(?o<'a>')SERVICE ?o {} FILTER(?o>'b') }",
        "SELECT * { ?s ?p ?o FILTER(?o<'a>#')SERVICE ?x {?a ?b ?c}#\n}",
        "LOAD <http://127.0.0.1:9/>",
        "INSERT DATA { kgb:a kgb:b kgb:c }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "SELECT ?s { ?s ?p",
        "SELECT ?s { ?s nowhere:p ?o }",
        "SELECT ?s { ?s <no iri> ?o }",
        "",
    ],
)
def test_queries_that_are_refused(writer: Writer, query: str) -> None:
    before = content(writer)
    with pytest.raises(InvalidQuery, match=r"^query: .*; "):
        writer.select(query)
    assert content(writer) == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a kgb:Meeting } # at your SERVICE",
        "SELECT (?event AS ?SERVICE) (?event AS ?service) { ?event a kgb:Meeting }",
        'SELECT * { ?event a kgb:Meeting FILTER(?event != "SERVICE ?x {}") }',
        "PREFIX service: <https://w3id.org/kg-builder/ontology#> SELECT * { ?event a service:Meeting }",
        "SELECT * { ?event a kgb:Meeting MINUS { ?event a <http://x/service> } }",
    ],
)
def test_the_word_service_may_be_said(writer: Writer, query: str) -> None:
    assert len(list(writer.select(query))) == 1
