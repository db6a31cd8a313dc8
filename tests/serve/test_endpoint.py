"""The endpoint as programs see it: SPARQL 1.1 Protocol, Graph Store Protocol, descriptions, refusals."""

import json
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
import read_by_hand
from rdflib import RDF, VOID, Graph, URIRef

from kg_builder import identity
from kg_builder.build import build
from kg_builder.questions import questions
from kg_builder.serve.service import SD
from kg_builder.vocabulary import ID, KGB

from .conftest import Server, serving

ARTICLES = Path(__file__).parent.parent.parent / "data" / "articles"
JSON = "application/sparql-results+json"
COUNT = "SELECT (COUNT(?article) AS ?n) { ?article a kgb:Article }"
ASK, CONSTRUCT = "ASK { state:JPN a kgb:State }", "CONSTRUCT WHERE { state:JPN rdfs:label ?label }"
SELECT = "SELECT ?label { state:JPN rdfs:label ?label }"
FORM = "application/x-www-form-urlencoded"


def value(answer: bytes) -> str:
    (row,) = json.loads(answer)["results"]["bindings"]
    (found,) = row.values()
    return str(found["value"])


def test_three_ways_to_ask(server: Server) -> None:
    answers = [
        server.query(COUNT),
        server.ask("POST", "/sparql", f"query={quote(COUNT)}", Content_Type=FORM, Accept=JSON),
        server.ask("POST", "/sparql", COUNT, Content_Type="application/sparql-query; charset=UTF-8", Accept=JSON),
    ]
    assert [(answer.status, answer.type, value(answer.body)) for answer in answers] == [(200, JSON, "5")] * 3


@pytest.mark.parametrize(
    ("query", "accept", "type", "start"),
    [
        (SELECT, "*/*", JSON, '{"head":{"vars":["label"]}'),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml", '<?xml version="1.0"?>'),
        (SELECT, "text/csv", "text/csv", "label\r\nJapan\r\n"),
        (SELECT, "text/tab-separated-values;q=0.9, text/csv;q=0.1", "text/tab-separated-values", '?label\n"Japan"\n'),
        (ASK, "*/*", JSON, '{"head":{},"boolean":true}'),
        (ASK, "text/csv, application/sparql-results+xml;q=0.1", "application/sparql-results+xml", "<?xml"),
        (CONSTRUCT, "*/*", "text/turtle", "@prefix article:"),
        (CONSTRUCT, "application/n-triples", "application/n-triples", f"<{ID}state/JPN> "),
        (CONSTRUCT, "application/ld+json", "application/ld+json", '[{"@id":"https://w3id.org/kg-builder/id/state/JPN"'),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml", '<?xml version="1.0"'),
        (CONSTRUCT, "application/n-quads", "application/n-quads", f"<{ID}state/JPN> "),
        (CONSTRUCT, "application/trig", "application/trig", "@prefix article:"),
        ("DESCRIBE state:JPN", "application/n-triples", "application/n-triples", f"<{ID}state/JPN> "),
    ],
)
def test_formats(server: Server, query: str, accept: str, type: str, start: str) -> None:
    answer = server.query(query, accept)
    assert (answer.status, answer.type) == (200, type)
    assert answer.text.startswith(start)
    assert "accept" in answer.headers["vary"].lower()


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status", "detail"),
    [
        ("GET", "/sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%7D", None, {}, 400, "line 1, column 19: does not"),
        ("GET", "/sparql?query=", None, {}, 400, "query: empty"),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, {}, 400, "query: given 2 times"),
        ("GET", "/sparql?query=%FF", None, {}, 400, "not UTF-8"),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=here", None, {}, 400, "'here' is no absolute IRI"),
        ("GET", "/sparql?query=ASK%7B%7D&format=docx", None, {}, 406, "docx is none of"),
        ("GET", "/sparql?query=ASK%7B%7D", None, {"Accept": "text/csv"}, 406, "can be had as json, xml"),
        ("GET", "/sparql?query=ASK%7B%7D", None, {"Accept": "text/turtle"}, 406, "can be had as json, xml"),
        ("GET", "/sparql?update=CLEAR%20ALL", None, {}, 403, "only reads"),
        ("GET", "/sparql?query=CLEAR%20ALL", None, {}, 403, "CLEAR would change the store"),
        ("POST", "/sparql", "update=CLEAR+ALL", {"Content-Type": FORM}, 403, "only reads"),
        ("POST", "/sparql", "CLEAR ALL", {"Content-Type": "application/sparql-update"}, 403, "only reads"),
        ("POST", "/sparql", "x=1", {"Content-Type": FORM}, 400, "query: missing"),
        ("POST", "/sparql", "{}", {"Content-Type": "application/json"}, 415, "application/json"),
        ("POST", "/sparql", "ASK {}", {}, 415, "(none)"),
        ("POST", "/sparql", b"ASK {} # \xff", {"Content-Type": "application/sparql-query"}, 400, "byte 9"),
        ("POST", "/sparql", "ASK {}" + " " * 1_000_000, {"Content-Type": "application/sparql-query"}, 413, "1,000,000"),
        ("PUT", "/sparql", "", {}, 405, "Method Not Allowed"),
        ("GET", "/graphs", None, {}, 400, "?graph=IRI"),
        ("GET", "/graphs?default&graph=https://a.b/c", None, {}, 400, "?graph=IRI"),
        ("GET", "/graphs?graph=https://a.b/c", None, {}, 404, "no such graph"),
        ("GET", "/graphs?graph=a%3Eb:c", None, {}, 400, "no absolute IRI"),
        ("PUT", "/graphs?default", "", {}, 403, "only reads"),
        ("POST", "/graphs?default", "", {}, 403, "only reads"),
        ("DELETE", "/graphs?default", None, {}, 403, "only reads"),
        ("GET", "/queries/nothing", None, {}, 404, "no such query"),
        ("GET", "/queries/agreements?nothing=1", None, {}, 400, "no parameter nothing; it takes party, good"),
        ("GET", "/queries/agreements-per-good?year=soon", None, {}, 400, "soon: not a whole number"),
        ("GET", "/id/state/XXX", None, {"Accept": "text/turtle"}, 404, "nothing in this store"),
        ("GET", "/id/state/JPN", None, {"Accept": "image/png"}, 406, "can be had as"),
        ("GET", "/id/a%3E%20%7B%7D", None, {"Accept": "text/turtle"}, 404, "nothing in this store"),
        ("GET", "/describe?iri=a%3Eb:c", None, {"Accept": "text/turtle"}, 400, "no absolute IRI"),
        ("GET", "/nothing", None, {}, 404, "nothing here"),
        ("GET", "/health", None, {"Host": "attacker.example"}, 421, "own address only"),
    ],
)
def test_refusals(
    server: Server, method: str, path: str, body: str | bytes | None, headers: dict[str, str], status: int, detail: str
) -> None:
    answer = server.ask(method, path, body, **headers)
    assert (answer.status, answer.type) == (status, "application/problem+json")
    assert answer.json["status"] == status
    assert detail in answer.json["detail"]


def test_a_body_of_unknown_length_is_counted(server: Server) -> None:
    pieces = iter([b"ASK {}", *[b" " * 100_000] * 20])
    answer = server.ask("POST", "/sparql", pieces, Content_Type="application/sparql-query")  # type: ignore[arg-type]
    assert answer.status == 413


def test_a_query_that_does_not_parse_is_told_with_its_place_and_the_parser_s_words(server: Server) -> None:
    told = server.query("SELECT *\nWHERE { ?s ?p }").json
    assert (told["line"], told["column"]) == (2, 16)
    assert "expected" in told["parser"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o { SELECT * { { SELECT * { SERVICE SILENT ?s { ?a ?b ?c } } } } } }",
        "ASK { ?s ?p trueSERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:9/>",
        "INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_nothing_leaves_the_machine(server: Server, query: str) -> None:
    answer = server.query(query)
    assert answer.status == 403
    assert "would" in answer.json["detail"]


def test_datasets(server: Server) -> None:
    first, second = (str(identity.article_graph(name)) for name in ("000.txt", "001.txt"))
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    kinds = ["default-graph-uri", "named-graph-uri"]

    def number(query: str, default: list[str], chosen: list[str]) -> int:
        return int(value(server.query(query, **dict(zip(kinds, (default, chosen), strict=True))).body))

    alone = number(count, [first], [])
    assert 0 < alone < number(count, [first, second], [])
    assert number(count, [first, first], []) == alone
    both = f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} GRAPH <{second}> {{ ?s ?p ?o }} }}"
    shared = int(value(server.query(both.replace("?g", f"<{first}>")).body))
    assert number(count, [first, second], []) == alone + number(count, [second], []) - shared  # a merge says it once
    assert number(count, [], [first]) == 0
    assert number(named, [], [first]) == alone
    assert number(named, [first], []) == 0
    assert number(count, ["https://example.org/absent"], []) == 0
    assert number(named, [first, second], [first]) == alone


def test_service_description_and_void(server: Server) -> None:
    described = Graph().parse(data=server.get("/sparql", Accept="text/turtle").body, format="turtle")
    endpoint = URIRef(f"{server.address}sparql")
    assert (endpoint, SD.supportedLanguage, SD.SPARQL11Query) in described
    assert len(set(described.objects(endpoint, SD.resultFormat))) == 10
    data = Graph().parse(data=server.get("/.well-known/void", Accept="application/n-triples").body, format="nt")
    (dataset,) = data.subjects(RDF.type, VOID.Dataset)
    assert int(str(data.value(dataset, VOID.documents))) == 5
    assert data.value(dataset, VOID.sparqlEndpoint) == endpoint
    assert int(str(data.value(dataset, VOID.triples))) == int(value(server.query(COUNT_ALL).body))
    redirected = server.get("/sparql", Accept="text/html")
    assert (redirected.status, redirected.headers["location"]) == (303, "/editor")


COUNT_ALL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def test_graphs_are_read(server: Server) -> None:
    name = identity.article_graph("000.txt")
    answer = server.get(f"/graphs?graph={quote(name)}", Accept="application/n-triples")
    assert answer.status == 200
    assert len(answer.text.splitlines()) == len(set(answer.text.splitlines())) > 100
    assert server.get(f"/graphs?graph={quote(name)}", Accept="application/n-triples").body == answer.body
    opened = server.get(name.removeprefix("https://w3id.org/kg-builder"), Accept="application/n-triples")
    assert (opened.status, opened.body) == (200, answer.body)  # the headers tell the second
    assert server.ask("HEAD", "/graphs?default").body == b""
    whole = server.get("/graphs?default", Accept="application/n-triples").text
    assert len(whole.splitlines()) == int(value(server.query(COUNT_ALL).body))


def test_every_iri_can_be_opened(server: Server, read_store: Path) -> None:
    query = "SELECT DISTINCT ?iri { { ?iri ?p ?o } UNION { ?s ?iri ?o } UNION { ?s ?p ?iri } FILTER(ISIRI(?iri)) }"
    rows = json.loads(server.query(query).body)["results"]["bindings"]
    found = sorted(row["iri"]["value"] for row in rows)
    kinds: dict[str, list[str]] = {}
    for iri in found:
        kinds.setdefault("/".join(iri.split("/")[:6]), []).append(iri)
    assert len(kinds) > 15
    for iris in kinds.values():
        for iri in iris[:3]:
            local = iri.removeprefix(str(ID))
            path = f"/id/{local}" if local != iri and "#" not in local else f"/describe?iri={quote(iri, safe='')}"
            answer = server.get(path, Accept="text/turtle")
            assert answer.status == 200, iri
            assert len(Graph().parse(data=answer.body, format="turtle")) > 0
    ontology = Graph().parse(data=server.get("/ontology", Accept="text/turtle").body, format="turtle")
    assert (KGB.Event, RDF.type, None) in ontology


def test_named_queries(server: Server) -> None:
    answer = server.get("/queries/agreements?party=DEU&good=", Accept="text/csv")
    assert answer.status == 200
    assert answer.text.startswith("date,parties,goods")
    assert "Germany" in answer.text
    for question in questions():
        assert server.get(f"/queries/{question.name}").status == 200
    odd = quote('" } # <> \\ \n ?x')
    assert server.get(f"/queries/offices?until={odd}").status == 200
    assert server.get(f"/queries/offices?person={odd}").status == 400


def test_the_description_names_every_question_and_its_parameters(server: Server) -> None:
    described = server.get("/openapi.json").json
    for question in questions():
        parameters = described["paths"][f"/queries/{question.name}"]["get"]["parameters"]
        assert [one["name"] for one in parameters] == [*(one.name for one in question.parameters), "format"]
    year = described["paths"]["/queries/agreements-per-good"]["get"]["parameters"][2]
    assert year["schema"] == {"type": "integer"}


def test_pages_may_load_nothing_from_elsewhere_and_others_may_read_nothing(server: Server) -> None:
    answer = server.get("/health", Origin="https://example.org")
    assert "access-control-allow-origin" not in answer.headers
    assert "default-src 'none'; script-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_limits_token_and_origins(read_store: Path) -> None:
    options = ["--rows", "10", "--timeout", "1", "--memory", "300", "--allow-origin", "https://example.org"]
    with serving(read_store, *options, KG_BUILDER_TOKEN="secret") as strict:
        assert strict.get("/health").status == 200
        refused = strict.get("/sparql")
        assert (refused.status, refused.headers["www-authenticate"][:6]) == (401, "Bearer")
        assert strict.get("/sparql", Authorization="Bearer secrets").status == 401
        assert strict.get("/sparql", Authorization="Basic OnNlY3JldA==").status == 200
        assert strict.get("/sparql", Authorization="Basic ///").status == 401

        def ask(query: str, accept: str = JSON) -> tuple[int, str]:
            path = f"/sparql?query={quote(query)}"
            answer = strict.get(path, Authorization="Bearer secret", Accept=accept)
            return answer.status, answer.text

        for accept in (JSON, "text/csv", "text/tab-separated-values", "application/sparql-results+xml"):
            assert ask("SELECT * { ?s ?p ?o } LIMIT 10", accept)[0] == 200
            assert ask("SELECT * { ?s ?p ?o } LIMIT 0", accept)[0] == 200
            status, text = ask("SELECT * { ?s ?p ?o } LIMIT 11", accept)
            assert (status, "more than 10 rows" in text) == (422, True)
        assert ask("CONSTRUCT WHERE { ?s ?p ?o }", "*/*")[0] == 422
        status, text = ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        assert (status, "stopped after 1 s" in text) == (504, True)
        heavy = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"
        assert ask(heavy)[0] in {422, 504}
        assert ask(f"SELECT * {{ {'{' * 20_000} {'}' * 20_000} }}")[0] in {400, 422}
        assert ask(COUNT)[0] == 200
        asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
        allowed = strict.ask("OPTIONS", "/sparql", **asked)
        assert (allowed.status, allowed.headers["access-control-allow-origin"]) == (204, "https://example.org")
        assert "access-control-allow-origin" not in strict.get("/health", Origin="https://other.example").headers
        log = strict.log()
    assert {"time", "client", "method", "address", "status", "bytes", "ms"} == set(log[0])
    assert "secret" not in json.dumps([line for line in log if "OnNl" not in line["address"]])
    assert [line["status"] for line in log][:4] == [200, 401, 401, 200]


def test_another_address_without_a_token_is_warned_of(read_store: Path) -> None:
    with serving(read_store, "--host", "0.0.0.0") as server:
        assert server.lines[0].startswith("kg-builder: warning: 0.0.0.0 is reached from other machines")


def test_a_new_snapshot_is_picked_up(small_ground: None, tmp_path: Path) -> None:
    store, names = tmp_path / "store", [ARTICLES / f"00{n}.txt" for n in range(2)]
    read = lambda article, settings: read_by_hand.facts(article)  # noqa: E731
    build(names[:1], store, read=read)
    with serving(store) as server:
        before = server.get("/health").json["snapshot"]
        assert value(server.query(COUNT).body) == "1"
        build(names, store, read=read)
        assert value(server.query(COUNT).body) == "2"
        assert server.get("/health").json["snapshot"] != before
        assert all(value(server.query(COUNT).body) == "2" for _ in range(10))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_before_the_first_request_ends_it(read_store: Path, number: signal.Signals) -> None:
    ended = (
        "import signal, sys; from pathlib import Path\n"
        "from kg_builder.serve import serve; from kg_builder.settings import Serving\n"
        "if __name__ == '__main__':\n"
        f"    serve(Path(sys.argv[1]), Serving(port=0), lambda address: signal.raise_signal({int(number)}))\n"
        "    print('ended')\n"
    )
    command = [sys.executable, "-c", ended, str(read_store)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "ended\n"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_nothing_is_left_behind(read_store: Path, tmp_path: Path, number: signal.Signals) -> None:
    with serving(read_store, TMPDIR=str(tmp_path)) as server:
        assert server.query(COUNT).status == 200
        server.process.send_signal(number)
        assert server.process.wait(timeout=30) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_query_in_progress_is_told_that_the_server_stops(read_store: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with serving(read_store) as server, ThreadPoolExecutor(1) as asker:
        assert server.query("ASK {}").status == 200  # it listens before it can answer
        answer = asker.submit(server.query, endless)
        while not answer.running():
            time.sleep(0.01)
        time.sleep(0.5)
        server.process.send_signal(signal.SIGTERM)
        told = answer.result(timeout=30)
        assert (told.status, "being stopped" in told.text) == (503, True)
        assert server.process.wait(timeout=30) == 0
