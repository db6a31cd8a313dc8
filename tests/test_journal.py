"""Large changes are two steps, and yet all of a change is in a store, or nothing of it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import pytest
from rdflib import RDF, Literal

from kg_builder import identity, store
from kg_builder.store import Store, Triple, Writer, journal
from kg_builder.vocabulary import ID, KGB

ARTICLE = identity.article_graph("a.txt")
OTHER = identity.article_graph("b.txt")


@pytest.fixture(autouse=True)
def _all_large() -> Iterator[None]:
    with patch.object(store, "_LARGE", 0):
        yield


def meetings(*numbers: int) -> list[Triple]:
    return [(ID[f"event/meeting-{number}"], RDF.type, KGB.Meeting) for number in numbers]


def content(writer: Writer) -> dict[str, list[bytes]]:
    return {str(graph): writer.lines(graph) for graph in (None, *writer.graphs())}


def cut_short(path: Path, at: str) -> None:
    """A change of all kinds, stopped at a step of it, and the store left."""
    with Store.create_or_open(path) as writer:
        writer.replace({ARTICLE: meetings(1, 2), OTHER: meetings(2, 3)})
        with patch.object(journal, at, side_effect=KeyboardInterrupt) as stopped, suppress(KeyboardInterrupt):
            writer.replace({ARTICLE: meetings(4), OTHER: []})
        assert stopped.called
        stopped.reset_mock()  # it holds the store open


def test_what_was_begun_is_finished_by_the_next_writer(tmp_path: Path) -> None:
    cut_short(tmp_path / "one", "finish")
    with Store.create_or_open(tmp_path / "two") as writer:
        writer.replace({ARTICLE: meetings(4)})
        expected = content(writer)
    with Store.create_or_open(tmp_path / "one") as writer:
        assert content(writer) == expected


def test_what_was_not_begun_is_as_before(tmp_path: Path) -> None:
    cut_short(tmp_path / "one", "load")
    with Store.create_or_open(tmp_path / "two") as writer:
        writer.replace({ARTICLE: meetings(1, 2), OTHER: meetings(2, 3)})
        expected = content(writer)
    with Store.create_or_open(tmp_path / "one") as writer:
        assert content(writer) == expected


def test_words_of_any_kind_may_go(tmp_path: Path) -> None:
    said = [(ID["article/a.txt"], KGB.text, Literal('"Tea", he said: \\ {?x}\n\t\u2019 }} ; DROP ALL'))]
    with Store.create_or_open(tmp_path / "store") as writer:
        writer.replace({ARTICLE: said})
        writer.replace({ARTICLE: meetings(1), OTHER: meetings(1)})
        assert set(writer.triples(None)) == set(meetings(1))


def test_lines_of_any_length_are_read_whole(tmp_path: Path) -> None:
    """The engine is given a large change piece by piece."""
    long = [
        (ID["article/a.txt"], KGB.text, Literal("\u2019\N{GLOBE WITH MERIDIANS}e" * length)) for length in (1, 50_000)
    ]
    with Store.create_or_open(tmp_path / "store") as writer:
        writer.replace({ARTICLE: [*long, *meetings(*range(2000))], OTHER: meetings(1)})
        assert set(writer.triples(None)) == {*long, *meetings(*range(2000))}
        assert set(writer.triples(ARTICLE)) == {*long, *meetings(*range(2000))}


def test_nothing_is_left_lying(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path / "store") as writer:
        writer.replace({ARTICLE: meetings(1)})
    left = [tmp_path / "store" / "current" / name for name in ("bulk-17.sst", "LOG.old.1234")]
    for file in left:
        file.write_bytes(b"")
    with Store.create_or_open(tmp_path / "store") as writer:
        assert set(writer.triples(None)) == set(meetings(1))
    assert not any(file.exists() for file in left)
