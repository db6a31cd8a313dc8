"""Answers of the SPARQL 1.1 Protocol: a query over a dataset that the request chooses, in a format that it accepts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Final, TypeAlias

import pyoxigraph as ox
from rdflib import URIRef

from kg_builder import sparql
from kg_builder.errors import InvalidQuery
from kg_builder.store import Store, guard
from kg_builder.store.serialization import GRAPH_FORMATS, RESULT_FORMATS, turtle_order, write
from kg_builder.vocabulary import PREFIXES

#: What each form of query can be answered in, the default first.
FORMATS: Final[Mapping[str, tuple[str, ...]]] = {
    "rows": ("json", "xml", "csv", "tsv"),
    "truth": ("json", "xml"),
    "graph": ("turtle", "nt", "jsonld", "rdfxml", "trig", "nq"),
}
#: Between two rows of JSON; within a string its quotes would be escaped.
_NEXT_ROW = re.compile(rb'\}\},\{"[^"]+":\{"type":"')
_Found: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True, slots=True)
class Dataset:
    """SPARQL 1.1 Protocol, 2.1.4: IRIs of the graphs merged to the default graph, and of the named graphs."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class TooLarge(InvalidQuery):
    """An answer of more rows or bytes than are allowed."""


class Unacceptable(InvalidQuery):
    """None of the formats asked for can hold this form of answer."""


def answer(
    store: Store,
    text: str,
    formats: Mapping[str, str | None],
    dataset: Dataset | None = None,
    *,
    rows: int,
    size: int,
) -> tuple[str, bytes]:
    """The format taken and the whole answer in it.

    ``formats`` names the format wanted for each form in FORMATS, None where the asker accepts none that fits. More
    than ``rows`` rows or triples, or ``size`` bytes, raise TooLarge. Raises InvalidQuery and RefusedQuery as well.
    """
    guard.check(text)
    try:
        found = _found(store, text, dataset)
        form = "rows" if isinstance(found, ox.QuerySolutions) else "graph"
        form = "truth" if isinstance(found, ox.QueryBoolean) else form
        format = formats[form]
        if format is None:
            raise Unacceptable(f"query: this answer can be had as {', '.join(FORMATS[form])}; accept one of them")
        if isinstance(found, ox.QueryTriples):
            return format, _graph(_limited(found, rows), format, size)
        return format, _rows(found, format, rows, size)
    except SyntaxError as error:
        raise sparql.explained(text, str(error)) from error
    except (RuntimeError, ValueError) as error:
        raise InvalidQuery(f"query: {error}; mend the query") from error


def content(store: Store, graph: URIRef | None, format: str, *, rows: int, size: int) -> bytes:
    """A graph, or the default graph for None, in one of FORMATS["graph"]. Raises TooLarge."""
    name = ox.DefaultGraph() if graph is None else ox.NamedNode(graph)
    found = store._db.quads_for_pattern(None, None, None, name)
    return _graph(_limited((quad.triple for quad in found), rows), format, size)


def _found(store: Store, text: str, dataset: Dataset | None) -> _Found:
    db, chosen = store._db, dataset or Dataset()
    if not chosen.default and not chosen.named:
        return db.query(text, prefixes=dict(PREFIXES))
    default = [ox.NamedNode(name) for name in dict.fromkeys(chosen.default)]
    named: Sequence[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(name) for name in dict.fromkeys(chosen.named)]
    if len(default) < 2:
        graphs: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [*default]
        return db.query(text, prefixes=dict(PREFIXES), default_graph=graphs, named_graphs=list(named))
    merged = ox.Store()  # the engine answers once for each graph that holds a triple, a merge holds it once
    for graph in (*default, *named):
        target = ox.DefaultGraph() if graph in default else graph
        quads = db.quads_for_pattern(None, None, None, graph)
        merged.extend(ox.Quad(quad.subject, quad.predicate, quad.object, target) for quad in quads)
        if graph in default and graph in named:
            merged.extend(db.quads_for_pattern(None, None, None, graph))
    return merged.query(text, prefixes=dict(PREFIXES))


def _rows(found: ox.QuerySolutions | ox.QueryBoolean, format: str, rows: int, size: int) -> bytes:
    out = _Bounded(size)
    found.serialize(out, RESULT_FORMATS[format])
    written = out.getvalue()
    if isinstance(found, ox.QuerySolutions) and _count(written, format) > rows:
        raise TooLarge(f"query: its answer has more than {rows:,} rows; add LIMIT, or narrow it")
    return written


def _count(written: bytes, format: str) -> int:
    """Rows of an answer, by what only ends or begins a row in that format; JSON's empty rows are not counted."""
    if format == "xml":
        return written.count(b"<result>")
    if format == "tsv":
        return written.count(b"\n") - 1
    if format == "csv":
        return sum(piece.count(b"\r\n") for piece in written.split(b'"')[::2]) - 1
    return 0 if written.endswith(b'"bindings":[]}}') else len(_NEXT_ROW.findall(written)) + 1


def _limited(triples: Iterable[ox.Triple], rows: int) -> list[bytes]:
    """Each triple once, as sorted N-Triples lines."""
    lines = {f"{triple} .\n".encode() for triple in islice(triples, rows + 1)}
    if len(lines) > rows:
        raise TooLarge(f"query: its answer has more than {rows:,} triples; add LIMIT, or narrow it")
    return sorted(lines, key=turtle_order)


def _graph(lines: list[bytes], format: str, size: int) -> bytes:
    if sum(map(len, lines)) > size:
        raise TooLarge(f"query: its answer has more than {size:,} bytes; add LIMIT, or narrow it")
    if format == "jsonld":
        parsed = (quad.triple for quad in ox.parse(b"".join(lines), ox.RdfFormat.N_TRIPLES))
        return ox.serialize(parsed, format=ox.RdfFormat.JSON_LD) or b""
    if format not in GRAPH_FORMATS:
        raise InvalidQuery(f"query: {format} cannot hold a graph; take one of {', '.join(FORMATS['graph'])}")
    out = BytesIO()
    write([(None, lines)], format, out)
    return out.getvalue()


class _Bounded(BytesIO):
    """Refuses to grow beyond ``size`` bytes."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def write(self, piece: object) -> int:
        written = super().write(piece)  # type: ignore[arg-type]
        if self.tell() > self._size:
            raise TooLarge(f"query: its answer has more than {self._size:,} bytes; add LIMIT, or narrow it")
        return written
