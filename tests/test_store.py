"""The store: one writer, readers of snapshots, and a default graph that is always the exact merge."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Set
from pathlib import Path
from typing import TypeAlias
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, XSD, BNode, Literal, URIRef
from rdflib.term import Node

from kg_builder import identity, store
from kg_builder.errors import StoreError
from kg_builder.store import Store, Triple
from kg_builder.vocabulary import ID, KGB

EVENT = ID["event/meeting-1"]
MET: Triple = (ID["state/JPN"], KGB.metWith, ID["state/KOR"])
TYPED: Triple = (EVENT, RDF.type, KGB.Meeting)
ACTOR: Triple = (EVENT, KGB.actor, ID["state/JPN"])
SURE: Triple = (EVENT, KGB.confidence, Literal("0.50", datatype=XSD.decimal))
HALF: Triple = (EVENT, KGB.confidence, Literal("0.5", datatype=XSD.decimal))
NAMED: Triple = (EVENT, KGB.eventName, Literal("Summit"))
POOL = (MET, TYPED, ACTOR, SURE, HALF, NAMED)

Difference: TypeAlias = tuple[list[Triple], list[Triple]]


def nt(triple: Triple) -> bytes:
    return " ".join(term.n3() for term in triple).encode() + b" .\n"


def digest(article_id: str, value: str) -> Triple:
    return identity.article(article_id), KGB.digest, Literal(value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store"


def content(store: Store) -> dict[str, list[bytes]]:
    return {str(graph): store.lines(graph) for graph in (None, *store.graphs())}


def fresh(path: Path, graphs: dict[URIRef, list[Triple]]) -> dict[str, list[bytes]]:
    with Store.create_or_open(path) as writer:
        for name, triples in graphs.items():
            writer.replace_graph(name, triples)
        return content(writer)


def test_terms_come_back_as_they_went_in(path: Path) -> None:
    terms = [
        Literal("plain"),
        Literal('quote " and \\ and \n and \r and \t and \x07 and \u2028 and 日本'),
        Literal("Japan", lang="en"),
        Literal("2024-06-26", datatype=XSD.date),
        Literal("2024-06", datatype=XSD.gYearMonth),
        Literal("2024", datatype=XSD.gYear),
        Literal("17", datatype=XSD.integer),
        Literal("0.85", datatype=XSD.decimal),
        Literal("true", datatype=XSD.boolean),
        ID["article/a%20b.txt"],
    ]
    with Store.create_or_open(path) as writer:
        writer.replace_graph(identity.REFERENCE_GRAPH, [(EVENT, RDF.value, term) for term in terms])
        assert set(writer.triples(None)) == {(EVENT, RDF.value, term) for term in terms}


def test_a_string_is_the_same_with_and_without_its_datatype(path: Path) -> None:
    with Store.create_or_open(path) as writer:
        writer.replace_graph(identity.REFERENCE_GRAPH, [(EVENT, RDF.value, Literal("a", datatype=XSD.string))])
        assert list(writer.triples(None)) == [(EVENT, RDF.value, Literal("a"))]


def test_the_default_graph_merges_all_but_quarantine(path: Path) -> None:
    with Store.create_or_open(path) as writer:
        writer.replace_article("a.txt", [TYPED, ACTOR], [NAMED])
        writer.replace_article("b.txt", [TYPED])
        writer.replace_graph(identity.INFERRED_GRAPH, [MET])
        assert set(writer.triples(None)) == {TYPED, ACTOR, MET}
        assert set(writer.triples(identity.quarantine_graph("a.txt"))) == {NAMED}
        writer.remove_article("a.txt")
        assert set(writer.triples(None)) == {TYPED, MET}
        assert writer.graphs() == [identity.article_graph("b.txt"), identity.INFERRED_GRAPH]


def test_a_triple_may_move_between_graphs_in_one_step(path: Path) -> None:
    first, second = identity.article_graph("a.txt"), identity.article_graph("b.txt")
    for source, goal in ((first, second), (second, first)):
        with Store.create_or_open(path) as writer:
            writer.replace({first: [], second: []})
            writer.replace({source: [TYPED, ACTOR], goal: [ACTOR]})
            writer.replace({source: [], goal: [TYPED]})
            assert set(writer.triples(None)) == {TYPED}
            writer.replace({source: [], goal: []})
            assert content(writer) == {"None": []}


GRAPHS = st.sampled_from(
    [
        identity.article_graph("a.txt"),
        identity.article_graph("b.txt"),
        identity.quarantine_graph("a.txt"),
        identity.REFERENCE_GRAPH,
        identity.INFERRED_GRAPH,
    ]
)
STEP = st.dictionaries(GRAPHS, st.lists(st.sampled_from(POOL), max_size=4), min_size=1, max_size=3)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(st.tuples(STEP, st.booleans()), min_size=1, max_size=5), large=st.sampled_from([0, 1 << 20]))
def test_any_sequence_leaves_what_a_fresh_build_gives(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[dict[URIRef, list[Triple]], bool]], large: int
) -> None:
    folder = tmp_path_factory.mktemp("stores")
    last: dict[URIRef, list[Triple]] = {}
    with patch.object(store, "_LARGE", large), Store.create_or_open(folder / "worn") as writer:
        for step, by_difference in steps:
            if by_difference:
                writer.revise({graph: (last.get(graph, []), triples) for graph, triples in step.items()})
            else:
                writer.replace(step)
            last.update(step)
        worn = content(writer)
    last = {graph: triples for graph, triples in last.items() if triples}
    assert worn == fresh(folder / "fresh", last)


class Meets:
    """Whoever acts in a meeting met with Korea, and does so no more where that is taken back."""

    concerned = None

    def __call__(self, gone: list[Triple], new: list[Triple], fresh: Set[Node]) -> Mapping[URIRef, Difference]:
        return {identity.INFERRED_GRAPH: (self.met(gone), self.met(new))}

    @staticmethod
    def met(triples: list[Triple]) -> list[Triple]:
        return [(actor, KGB.metWith, ID["state/KOR"]) for _, predicate, actor in triples if predicate == KGB.actor]


def test_what_follows_is_asked_of_a_revision_and_not_of_an_amendment(path: Path) -> None:
    graph = identity.article_graph("a.txt")
    with Store.create_or_open(path) as writer:
        writer.follow(Meets())
        writer.revise({graph: ([], [TYPED, ACTOR])})
        assert set(writer.triples(None)) == {TYPED, ACTOR, MET}
        writer.revise({graph: ([ACTOR], [NAMED])})
        assert set(writer.triples(None)) == {TYPED, NAMED}
        writer.amend({graph: ([NAMED], [ACTOR])})
        assert set(writer.triples(None)) == {TYPED, ACTOR}


def test_blank_nodes_get_iris_that_depend_on_content_alone(path: Path) -> None:
    def chain() -> list[Triple]:
        first, second = BNode(), BNode()
        return [(KGB.agreesWith, RDF.value, first), (first, RDF.rest, second), (second, RDF.rest, RDF.nil)]

    with Store.create_or_open(path) as writer:
        writer.replace_graph(identity.ONTOLOGY_GRAPH, chain())
        before = content(writer)
        writer.replace_graph(identity.ONTOLOGY_GRAPH, chain())
        assert content(writer) == before
        assert not any(isinstance(term, BNode) for triple in writer.triples(None) for term in triple)
        assert len(list(writer.triples(None))) == 3


def test_a_failed_change_changes_nothing(path: Path) -> None:
    with Store.create_or_open(path) as writer:
        writer.replace_article("a.txt", [TYPED])
        before = content(writer)
        with pytest.raises(ValueError, match="IRI"):
            writer.replace_article("a.txt", [ACTOR, (URIRef("no iri"), RDF.type, KGB.Meeting)])
        assert content(writer) == before


def test_articles_and_digests(path: Path) -> None:
    with Store.create_or_open(path) as writer:
        writer.replace_article("b.txt", [digest("b.txt", "2")])
        writer.replace_article("a.txt", [digest("a.txt", "1")], [digest("c.txt", "3")])
        assert writer.articles() == {identity.article("a.txt"): "1", identity.article("b.txt"): "2"}
        writer.replace_article("b.txt", [digest("b.txt", "4")])
        writer.remove_article("a.txt")
        assert writer.articles() == {identity.article("b.txt"): "4"}


def test_readers_see_what_was_published(path: Path) -> None:
    with Store.create_or_open(path) as writer:
        writer.replace_article("a.txt", [TYPED])
        writer.publish()
        early = Store.open(path)
        writer.replace_article("a.txt", [ACTOR])
        assert list(Store.open(path).triples(None)) == [TYPED]
        writer.publish()
        late = Store.open(path)
        assert list(early.triples(None)) == [TYPED]
        assert list(late.triples(None)) == [ACTOR]
    early.close()
    late.close()


def test_the_last_two_snapshots_are_kept(path: Path) -> None:
    with Store.create_or_open(path) as writer:
        for number in range(4):
            writer.replace_article("a.txt", [digest("a.txt", str(number))])
            writer.publish()
    assert sorted(folder.name for folder in (path / "snapshots").iterdir()) == ["3", "4"]
    (path / "snapshots" / "5").mkdir()  # left by a build that was killed
    with Store.create_or_open(path) as writer:
        writer.publish()
    assert sorted(folder.name for folder in (path / "snapshots").iterdir()) == ["4", "6"]
    with Store.open(path) as store:
        assert store.articles() == {identity.article("a.txt"): "3"}


def test_an_interrupted_build_goes_on(path: Path) -> None:
    with Store.create_or_open(path) as writer:
        writer.replace_article("a.txt", [TYPED])
    with Store.create_or_open(path) as writer:
        assert list(writer.triples(None)) == [TYPED]


KILLED = """
import os, sys
from pathlib import Path
from rdflib import RDF
from kg_builder.store import Store
from kg_builder.vocabulary import ID, KGB
writer = Store.create_or_open(Path(sys.argv[1]))
writer.replace_article("a.txt", [(ID["event/meeting-1"], RDF.type, KGB.Meeting)])
os._exit(1)
"""


def test_what_a_killed_build_wrote_is_there(path: Path) -> None:
    assert subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False).returncode == 1
    with Store.create_or_open(path) as writer:
        assert content(writer) == {str(graph): [nt(TYPED)] for graph in (None, identity.article_graph("a.txt"))}


HELD = """
import sys
from pathlib import Path
from kg_builder.errors import StoreError
from kg_builder.store import Store
with Store.open(Path(sys.argv[1])) as store:
    print(len(list(store.triples(None))))
try:
    Store.create_or_open(Path(sys.argv[1]))
except StoreError as error:
    print(error)
"""


def test_another_process_reads_but_does_not_write(path: Path) -> None:
    with Store.create_or_open(path) as writer:
        writer.replace_article("a.txt", [TYPED])
        writer.publish()
        writer.replace_article("a.txt", [TYPED, ACTOR])
        done = subprocess.run([sys.executable, "-c", HELD, str(path)], check=True, capture_output=True, text=True)
    assert done.stdout == f"1\n{path}: another build is writing to it; wait for it or stop it\n"


def test_one_writer_at_a_time(path: Path) -> None:
    with Store.create_or_open(path), pytest.raises(StoreError, match="another build is writing to it"):
        Store.create_or_open(path)
    Store.create_or_open(path).close()


def make_file(path: Path) -> None:
    path.write_text("no store")


def make_folder(path: Path) -> None:
    path.mkdir()
    (path / "notes.txt").write_text("mine")


def make_broken(path: Path) -> None:
    path.mkdir()
    (path / "format.json").write_text("[1]")


def make_newer(path: Path) -> None:
    path.mkdir()
    (path / "format.json").write_text(json.dumps({"format": 2, "kg_builder": "9.0"}))


def make_unpublished(path: Path) -> None:
    Store.create_or_open(path).close()


def make_gutted(path: Path) -> None:
    with Store.create_or_open(path) as writer:
        writer.publish()
    for file in (path / "snapshots" / "1").iterdir():
        file.unlink()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "no store at .*; run kg-builder build"),
        (make_file, "not a store"),
        (make_folder, "not a store of kg-builder; name another folder"),
        (make_broken, "not a store"),
        (make_newer, "format 2.*; install a newer kg-builder"),
        (make_unpublished, "nothing published yet"),
        (make_gutted, "cannot be opened"),
    ],
)
def test_what_cannot_be_read(path: Path, make: Callable[[Path], None], message: str) -> None:
    make(path)
    with pytest.raises(StoreError, match=message):
        Store.open(path)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (make_file, "a file, not a store; name a folder"),
        (make_folder, "not a store of kg-builder; name another folder"),
        (make_newer, "format 2.*; install a newer kg-builder"),
    ],
)
def test_what_cannot_be_written(path: Path, make: Callable[[Path], None], message: str) -> None:
    make(path)
    before = sorted(file.name for file in path.iterdir()) if path.is_dir() else path.read_text()
    with pytest.raises(StoreError, match=message):
        Store.create_or_open(path)
    assert before == (sorted(file.name for file in path.iterdir()) if path.is_dir() else path.read_text())
