"""Exports: every format reads back to what was stored, and is the same bytes every time."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, XSD, Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg_builder import identity
from kg_builder.errors import UsageError
from kg_builder.export import FORMATS, export
from kg_builder.store import PREFIXES_WRITTEN, Store, Triple
from kg_builder.vocabulary import ID, KGB, OA, PREFIXES

EVENT, WORDS = ID["event/meeting-1"], ID["evidence/sub/a%20b.txt/0-9"]
ARTICLE: list[Triple] = [
    (EVENT, RDF.type, KGB.Meeting),
    (EVENT, RDF.type, OWL.Thing),
    (EVENT, DCTERMS.identifier, Literal("between the two types, were they predicates")),
    (EVENT, KGB.actor, ID["state/KOR"]),
    (EVENT, KGB.actor, ID["state/JPN"]),
    (EVENT, KGB.confidence, Literal(80)),
    (EVENT, KGB.date, Literal("2024-06-26", datatype=XSD.date)),
    (EVENT, KGB.evidence, WORDS),
    (WORDS, OA.exact, Literal('"met"\n\\ here > <there> @en ^^ \r\n日本 \u2028 .')),
    (identity.article("sub/a b.txt"), DCTERMS.issued, Literal("2024-06", datatype=XSD.gYearMonth)),
]
REFERENCE: list[Triple] = [
    (ID["state/JPN"], RDF.type, KGB.State),
    (ID["state/JPN"], RDFS.label, Literal("Japan", lang="en")),
    (ID["state/JPN"], RDFS.label, Literal("Japan")),
    (ID["state/JPN"], RDFS.seeAlso, URIRef("http://publications.europa.eu/resource/authority/country/JPN")),
    (EVENT, KGB.actor, ID["state/JPN"]),
]
ASIDE: list[Triple] = [(ID["event/visit-2"], RDF.type, KGB.Visit), (ID["event/visit-2"], KGB.actor, Literal(True))]
OF_TRIPLES = {"turtle": "turtle", "nt": "nt", "rdfxml": "xml"}
OF_GRAPHS = {"trig": "trig", "nq": "nquads", "jsonld": "json-ld"}
OXIGRAPH = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "nt": pyoxigraph.RdfFormat.N_TRIPLES,
    "nq": pyoxigraph.RdfFormat.N_QUADS,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create_or_open(tmp_path / "store") as writer:
        writer.replace_article("sub/a b.txt", ARTICLE, ASIDE)
        writer.replace_graph(identity.REFERENCE_GRAPH, REFERENCE)
        yield writer


@pytest.fixture
def exported(store: Store) -> Callable[..., bytes]:
    def run(format: str, graph: URIRef | None = None) -> bytes:
        out = BytesIO()
        export(store, format, out, graph=graph)
        return out.getvalue()

    return run


@pytest.mark.parametrize("format", OF_TRIPLES)
def test_triples_read_back_as_the_merge(exported: Callable[..., bytes], format: str) -> None:
    written = exported(format)
    assert set(Graph().parse(data=written, format=OF_TRIPLES[format])) == {*ARTICLE, *REFERENCE}
    again = list(pyoxigraph.parse(written, OXIGRAPH[format]))
    assert len(again) == len({*ARTICLE, *REFERENCE})


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own parsers use what it deprecates
@pytest.mark.parametrize("format", OF_GRAPHS)
def test_graphs_read_back_each_by_itself(exported: Callable[..., bytes], format: str) -> None:
    written = exported(format)
    dataset = Dataset()
    dataset.parse(data=written, format=OF_GRAPHS[format])
    found = {URIRef(str(graph.identifier)): set(graph) for graph in dataset.graphs()}
    assert not found.pop(DATASET_DEFAULT_GRAPH_ID, None)
    assert found == {
        identity.article_graph("sub/a b.txt"): set(ARTICLE),
        identity.quarantine_graph("sub/a b.txt"): set(ASIDE),
        identity.REFERENCE_GRAPH: set(REFERENCE),
    }
    again = list(pyoxigraph.parse(written, OXIGRAPH[format]))
    assert len(again) == len(ARTICLE) + len(ASIDE) + len(REFERENCE)


@pytest.mark.parametrize("format", FORMATS)
def test_one_graph(exported: Callable[..., bytes], format: str) -> None:
    written = exported(format, identity.REFERENCE_GRAPH)
    again = list(pyoxigraph.parse(written, OXIGRAPH[format]))
    assert len(again) == len(REFERENCE)
    names = {str(getattr(quad.graph_name, "value", "")) for quad in again}
    assert names == ({str(identity.REFERENCE_GRAPH)} if format in OF_GRAPHS else {""})


ORDERED = """
import sys
from pathlib import Path
from kg_builder.export import FORMATS, export
from kg_builder.store import Store
with Store.open(Path(sys.argv[1])) as store:
    for format in FORMATS:
        export(store, format, sys.stdout.buffer)
"""


def test_every_run_gives_the_same_bytes(store: Store, tmp_path: Path, exported: Callable[..., bytes]) -> None:
    here = b"".join(exported(format) for format in FORMATS)
    with Store.create_or_open(tmp_path / "second") as second:
        second.replace_graph(identity.REFERENCE_GRAPH, reversed(REFERENCE))
        second.replace_article("sub/a b.txt", reversed(ARTICLE), reversed(ASIDE))
        second.publish()
    command = [sys.executable, "-c", ORDERED, str(tmp_path / "second")]
    assert subprocess.run(command, check=True, capture_output=True).stdout == here


def test_turtle_is_for_people(exported: Callable[..., bytes]) -> None:
    lines = exported("turtle").decode().split("\n")
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert "event:meeting-1 a owl:Thing , kgb:Meeting ;" in lines
    assert "\tkgb:actor state:JPN , state:KOR ;" in lines
    assert "\tkgb:confidence 80 ;" in lines


def test_jsonld_is_for_people(exported: Callable[..., bytes]) -> None:
    line = next(line for line in exported("jsonld").decode().split("\n") if '"event:meeting-1"' in line)
    assert line.startswith(
        '{"@id": "event:meeting-1", "@type": ["owl:Thing", "kgb:Meeting"], '
        '"dcterms:identifier": "between the two types, were they predicates", '
        '"kgb:actor": [{"@id": "state:JPN"}, {"@id": "state:KOR"}], '
        '"kgb:confidence": 80, "kgb:date": {"@value": "2024-06-26", "@type": "xsd:date"}'
    )


def test_rdfxml_replaces_what_xml_cannot_hold(store: Store, exported: Callable[..., bytes]) -> None:
    assert isinstance(store.path, Path)
    with Store.create_or_open(store.path.parent / "odd") as odd:
        odd.replace_graph(identity.REFERENCE_GRAPH, [(EVENT, RDFS.label, Literal("a\x07b\uffffc\\u0007\x7f\r"))])
        out = BytesIO()
        export(odd, "rdfxml", out)
    assert list(Graph().parse(data=out.getvalue(), format="xml").objects()) == [Literal("a\ufffdb\ufffdc\\u0007\x7f\r")]


def test_an_empty_store_gives_an_empty_graph(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path / "empty") as empty:
        for format in FORMATS:
            out = BytesIO()
            export(empty, format, out)
            assert list(pyoxigraph.parse(out.getvalue(), OXIGRAPH[format])) == [], format


def test_what_cannot_be_exported(exported: Callable[..., bytes]) -> None:
    with pytest.raises(UsageError, match="--format n3: no such format; take one of turtle, trig"):
        exported("n3")
    with pytest.raises(UsageError, match="no such graph in"):
        exported("nt", ID["graph/article/none.txt"])


def test_no_written_prefix_begins_another() -> None:
    spaces = sorted(PREFIXES_WRITTEN.values())
    assert not any(longer.startswith(shorter) for shorter, longer in pairwise(spaces))
    assert set(PREFIXES) - set(PREFIXES_WRITTEN) == {"id"}
