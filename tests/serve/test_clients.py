"""The clients that people have: what they ask and understand without our help."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from rdflib import RDFS, Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from kg_builder.vocabulary import ID, KGB

from .conftest import Server

COMUNICA = Path(__file__).parent / "node_modules" / ".bin" / "comunica-sparql"
JAPAN = ID["state/JPN"]
STATES = f"SELECT ?label {{ <{JAPAN}> <{RDFS.label}> ?label }}"


@pytest.mark.parametrize("method", ["GET", "POST", "POSTDIRECTLY"])
def test_sparqlwrapper(server: Server, method: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{server.address}sparql")
    client.setMethod("GET" if method == "GET" else "POST")
    client.setRequestMethod("postdirectly" if method == "POSTDIRECTLY" else "urlencoded")
    client.setReturnFormat(wrapper.JSON)
    client.setQuery(STATES)
    assert client.queryAndConvert()["results"]["bindings"] == [{"label": {"type": "literal", "value": "Japan"}}]
    client.setReturnFormat(wrapper.XML)
    assert "Japan" in client.queryAndConvert().toxml()
    client.setQuery(f"ASK {{ <{JAPAN}> a <{KGB.State}> }}")
    client.setReturnFormat(wrapper.JSON)
    assert client.queryAndConvert()["boolean"] is True
    client.setQuery(f"CONSTRUCT WHERE {{ <{JAPAN}> <{RDFS.label}> ?label }}")
    client.setReturnFormat(wrapper.TURTLE)
    assert set(Graph().parse(data=client.queryAndConvert(), format="turtle")) == {(JAPAN, RDFS.label, Literal("Japan"))}
    client.setReturnFormat(wrapper.JSON)
    client.setQuery("SELECT * { ?s ?p }")
    with pytest.raises(wrapper.SPARQLExceptions.QueryBadFormed):
        client.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib(server: Server, method: str) -> None:
    graph = Graph(SPARQLStore(f"{server.address}sparql", method=method))
    assert [str(row[0]) for row in graph.query(STATES)] == ["Japan"]
    assert graph.value(JAPAN, RDFS.label) == Literal("Japan")
    assert (JAPAN, RDFS.label, Literal("Germany")) not in graph
    assert len(list(graph.query(f"CONSTRUCT WHERE {{ <{JAPAN}> a ?class }}"))) > 1
    assert Graph().parse(f"{server.address}id/state/JPN").value(JAPAN, RDFS.label) == Literal("Japan")


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (["--data-urlencode", f"query={STATES}", "-H", "Accept: text/csv"], "label\r\nJapan\r\n"),
        (["-G", "--data-urlencode", f"query={STATES}", "-H", "Accept: text/csv"], "label\r\nJapan\r\n"),
        (["-H", "Content-Type: application/sparql-query", "--data", STATES], '{"head":{"vars":["label"]}'),
        (["-d", "update=CLEAR ALL"], '{"title":"Forbidden","status":403'),
    ],
)
def test_curl(server: Server, arguments: list[str], start: str) -> None:
    done = subprocess.run(
        ["curl", "--silent", f"{server.address}sparql", *arguments], capture_output=True, check=True, timeout=60
    )
    assert done.stdout.decode().startswith(start)


@pytest.mark.skipif(not COMUNICA.exists(), reason="Comunica is not installed; run npm ci in tests/serve")
@pytest.mark.parametrize("source", ["sparql@{}sparql", "{}graphs?default", "{}id/state/JPN"])
def test_comunica(server: Server, source: str) -> None:
    """As an endpoint, as a document of a graph store, and following an IRI."""
    command = [str(COMUNICA), source.format(server.address), STATES, "-t", "application/sparql-results+json"]
    done = subprocess.run(command, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    bindings = json.loads(done.stdout)["results"]["bindings"]
    assert [URIRef(row["label"]["value"]) for row in bindings] == [URIRef("Japan")]
