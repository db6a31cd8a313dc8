"""Large changes are two steps, and yet all of a change is in a store, or nothing of it."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from unittest.mock import patch

import pytest
from rdflib import RDF, Literal

from kg_builder import identity, store
from kg_builder.errors import StoreError
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


def cut_short(writer: Writer, after: int) -> None:
    """A change of all kinds, stopped after so many of its parts."""
    parts = journal._parts

    def some(path: Path) -> Iterator[bytes]:
        yield from islice(parts(path), after)
        raise KeyboardInterrupt

    writer.replace({ARTICLE: meetings(1, 2), OTHER: meetings(2, 3)})
    with patch.object(journal, "_AT_ONCE", 1), patch.object(journal, "_parts", some), suppress(KeyboardInterrupt):
        writer.replace({ARTICLE: meetings(4, 5), OTHER: []})
    assert (writer.path / journal._COMING).exists()


def changed(path: Path, *others: int) -> dict[str, list[bytes]]:
    with Store.create_or_open(path) as writer:
        writer.replace({ARTICLE: meetings(4, 5), OTHER: meetings(*others)})
        return content(writer)


@pytest.mark.parametrize("after", range(6))
def test_what_was_begun_is_finished_by_the_next_writer(tmp_path: Path, after: int) -> None:
    with Store.create_or_open(tmp_path / "one") as writer:
        cut_short(writer, after)
    with Store.create_or_open(tmp_path / "one") as writer:
        assert content(writer) == changed(tmp_path / "two")
    assert not (tmp_path / "one" / journal._COMING).exists()


@pytest.mark.parametrize("after", range(6))
def test_what_was_begun_is_finished_before_the_next_change(tmp_path: Path, after: int) -> None:
    with Store.create_or_open(tmp_path / "one") as writer:
        cut_short(writer, after)
        writer.replace({OTHER: meetings(1)})
        assert content(writer) == changed(tmp_path / "two", 1)


def test_what_was_begun_is_published_as_a_whole(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path / "one") as writer:
        cut_short(writer, 1)
        writer.publish()
    with Store.open(tmp_path / "one") as reader:
        assert set(reader.triples(None)) == set(meetings(4, 5))


def test_what_was_not_begun_is_as_before(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path / "one") as writer:
        writer.replace({ARTICLE: meetings(1, 2), OTHER: meetings(2, 3)})
        before = content(writer)
        with patch("os.fsync", side_effect=OSError(28, "No space left on device")), pytest.raises(StoreError):
            writer.replace({ARTICLE: meetings(4), OTHER: []})
        assert [path.name for path in sorted(writer.path.iterdir())] == ["current", "format.json"]
        assert content(writer) == before


def test_words_of_any_kind_may_go(tmp_path: Path) -> None:
    said = [(ID["article/a.txt"], KGB.text, Literal('"Tea", he said: \\ {?x}\n\t\u2019 }} ; DROP ALL'))]
    with Store.create_or_open(tmp_path / "store") as writer:
        writer.replace({ARTICLE: said})
        writer.replace({ARTICLE: meetings(1), OTHER: meetings(1)})
        assert set(writer.triples(None)) == set(meetings(1))


def test_lines_of_any_length_are_read_whole(tmp_path: Path) -> None:
    """The engine is given a large change in parts."""
    long = [
        (ID["article/a.txt"], KGB.text, Literal("\u2019\N{GLOBE WITH MERIDIANS}e" * length)) for length in (1, 50_000)
    ]
    with patch.object(journal, "_AT_ONCE", 1 << 16), Store.create_or_open(tmp_path / "store") as writer:
        writer.replace({ARTICLE: [*long, *meetings(*range(2000))], OTHER: meetings(1)})
        assert set(writer.triples(None)) == {*long, *meetings(*range(2000))}
        assert set(writer.triples(ARTICLE)) == {*long, *meetings(*range(2000))}


def test_nothing_is_left_lying(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path / "store") as writer:
        writer.replace({ARTICLE: meetings(1)})
    left = [tmp_path / "store" / name for name in ("current/bulk-17.sst", "current/LOG.old.1234", "coming.new")]
    for file in left:
        file.write_bytes(b"")
    with Store.create_or_open(tmp_path / "store") as writer:
        assert set(writer.triples(None)) == set(meetings(1))
    assert not any(file.exists() for file in left)
