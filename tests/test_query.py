"""Asking a store: forms and formats, parameters, refusals, time limits, and that no language model is loaded."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDFS, Literal

from kg_builder import identity, query
from kg_builder.errors import InvalidQuery, StoreError, UnreadableInput
from kg_builder.store import Store
from kg_builder.vocabulary import KGB

JAPAN, KOREA, NARA = identity.state("JPN"), identity.state("KOR"), identity.place("Nara")
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?s{i} ?p{i} ?o{i} ." for i in range(12)) + " }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("query") / "store"
    triples = [
        (JAPAN, RDFS.label, Literal("Japan", lang="en")),
        (KOREA, RDFS.label, Literal("South Korea", lang="en")),
        (JAPAN, KGB.agreesWith, KOREA),
        (NARA, RDFS.label, Literal("Nara")),
    ]
    with Store.create_or_open(folder) as writer:
        writer.replace_graph(identity.REFERENCE_GRAPH, triples)
        writer.publish()
    return folder


def asked(text: str, store: Path, format: str = "table", **options: float) -> str:
    return query.answer(text, store, format, **options).decode()  # type: ignore[arg-type]


LABELS = "SELECT ?state ?label { ?state rdfs:label ?label FILTER(STRSTARTS(STR(?state), STR(state:))) } ORDER BY ?state"


@pytest.mark.parametrize(
    ("text", "format", "answer"),
    [
        (
            LABELS,
            "table",
            " state      label\n ──────────────────────\n state:JPN  Japan\n state:KOR  South Korea\n(2 rows)\n",
        ),
        (LABELS, "csv", f"state,label\r\n{JAPAN},Japan\r\n{KOREA},South Korea\r\n"),
        (LABELS, "tsv", f'?state\t?label\n<{JAPAN}>\t"Japan"@en\n<{KOREA}>\t"South Korea"@en\n'),
        ("ASK { state:JPN kgb:agreesWith state:KOR }", "table", "yes\n"),
        ("ASK { state:KOR kgb:agreesWith state:JPN }", "table", "no\n"),
        ("SELECT ?x { ?x kgb:restricts ?y }", "table", "(0 rows)"),
    ],
)
def test_answers(store: Path, text: str, format: str, answer: str) -> None:
    assert answer in asked(text, store, format)


def test_json_and_xml_are_the_standard_ones(store: Path) -> None:
    rows = json.loads(asked(LABELS, store, "json"))["results"]["bindings"]
    assert [row["label"]["value"] for row in rows] == ["Japan", "South Korea"]
    assert "http://www.w3.org/2005/sparql-results#" in asked(LABELS, store, "xml")


@pytest.mark.parametrize("format", ["table", "turtle"])
def test_a_graph_is_turtle_with_readable_prefixes(store: Path, format: str) -> None:
    turtle = asked("CONSTRUCT { ?a kgb:agreesWith ?b } WHERE { ?a kgb:agreesWith ?b }", store, format)
    assert "state:JPN kgb:agreesWith state:KOR ." in turtle


@pytest.mark.parametrize(
    ("text", "format", "complaint"),
    [
        ("SELECT * {\n ?s ?p }", "table", "line 2, column 9: does not parse near '\\?s \\?p }'"),
        ("SELECT * { ?s sate:p ?o }", "table", "unknown prefix sate:"),
        (LABELS, "html", "--format html: no such format; take one of table, csv"),
        (LABELS, "turtle", "turtle cannot hold this answer"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "csv cannot hold a graph"),
        ("DELETE WHERE { ?s ?p ?o }", "table", "DELETE would change the store"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "table", "SERVICE would leave this machine"),
        ("SELECT * FROM <http://127.0.0.1/nothing> { SERVICE ?s { ?s ?p ?o } }", "table", "SERVICE would leave"),
    ],
)
def test_refusals(store: Path, text: str, format: str, complaint: str) -> None:
    with pytest.raises(InvalidQuery, match=complaint):
        asked(text, store, format)


def test_a_query_that_takes_too_long_is_stopped(store: Path) -> None:
    with pytest.raises(InvalidQuery, match=r"stopped after 0\.5 s"):
        asked(ENDLESS, store, timeout=0.5)
    assert asked("ASK { state:JPN ?p ?o }", store) == "yes\n"


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store at"):
        asked("ASK {}", tmp_path / "absent")


def test_prepared_takes_a_query_a_file_or_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("ASK { ?s ?p 'é' }", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO("ASK {}"))
    assert query.prepared(str(file), {}) == "ASK { ?s ?p 'é' }"
    assert query.prepared("-", {}) == "ASK {}"
    assert query.prepared("DESCRIBE state:JPN", {}) == "DESCRIBE state:JPN"


def test_parameters_of_a_free_query() -> None:
    text = "SELECT * { VALUES ?state { UNDEF } VALUES ?n { UNDEF } ?state ?p ?n }"
    bound = query.prepared(text, {"state": "state:JPN", "n": "3"})
    assert bound == f"SELECT * {{ VALUES ?state {{ <{JAPAN}> }} VALUES ?n {{ 3 }} ?state ?p ?n }}"


@pytest.mark.parametrize(
    ("given", "error", "complaint"),
    [
        ("no-such-question", InvalidQuery, "no such query; the named ones are "),
        ("absent/file.rq", UnreadableInput, "absent/file.rq: neither a query nor a file"),
    ],
)
def test_prepared_refuses(given: str, error: type[Exception], complaint: str) -> None:
    with pytest.raises(error, match=complaint):
        query.prepared(given, {})


def test_asking_loads_no_language_model(store: Path) -> None:
    code = (
        "import sys; from kg_builder.cli import run; code = run(sys.argv[1:]);"
        "heavy = sorted({'spacy', 'pyshacl', 'owlrl', 'trafilatura'} & set(sys.modules)); sys.exit(f'{code} {heavy}')"
    )
    command = [sys.executable, "-c", code, "query", "ASK { ?s ?p ?o }", "--store", str(store)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr.strip()) == ("yes\n", "0 []")
