"""RDF and query results in standard formats, the same bytes every time."""

import re
from collections.abc import Iterable, Iterator
from typing import IO

import pyoxigraph as ox
from rdflib.term import URIRef

from kg_builder.store.terms import graph_name
from kg_builder.vocabulary import PREFIXES

RESULT_FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPH_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
_TYPE = b" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
#: Escapes of canonical N-Triples, and the two noncharacters that XML forbids.
_ESCAPE = re.compile(rb"\\(?:u[0-9A-F]{4}|.)|\xef\xbf[\xbe\xbf]")
#: Where one prefix begins another, which of them Oxigraph takes changes from run to run: only the longer are written.
PREFIXES_WRITTEN = {
    prefix: space
    for prefix, space in sorted(PREFIXES.items())
    if not any(other != space and other.startswith(space) for other in PREFIXES.values())
}


def turtle_order(line: bytes) -> bytes:
    """Key that sorts N-Triples lines by subject, the type before all other predicates."""
    return line.replace(_TYPE, b" !", 1)  # before any "<"


def write(graphs: Iterable[tuple[URIRef | None, list[bytes]]], format: str, out: IO[bytes]) -> None:
    """Graphs, each with its N-Triples lines in the order wanted, as one of GRAPH_FORMATS.

    A graph without a name is the default graph; ``turtle``, ``nt`` and ``rdfxml`` leave all names away.
    """
    syntax = GRAPH_FORMATS[format]
    prefixes = len(PREFIXES_WRITTEN)
    head = _SortedHead(out, {"turtle": prefixes, "trig": prefixes, "rdfxml": 2}.get(format, 0), xml=format == "rdfxml")
    if format == "rdfxml":
        graphs = ((name, [_ESCAPE.sub(_in_xml, line) for line in lines]) for name, lines in graphs)
    if syntax.supports_datasets:
        ox.serialize(_quads(graphs), head, syntax, prefixes=PREFIXES_WRITTEN)  # type: ignore[arg-type]
    else:
        triples = (quad.triple for quad in _quads(graphs))
        ox.serialize(triples, head, syntax, prefixes=PREFIXES_WRITTEN)  # type: ignore[arg-type]
    head.finish()


def _in_xml(found: re.Match[bytes]) -> bytes:
    """U+FFFD in place of a character that no XML 1.0 document may hold."""
    kept = found.group() in {b"\\n", b"\\r", b"\\t", b'\\"', b"\\\\", b"\\u007F"}
    return found.group() if kept else "\ufffd".encode()


def _quads(graphs: Iterable[tuple[URIRef | None, list[bytes]]]) -> Iterator[ox.Quad]:
    for name, lines in graphs:
        graph = graph_name(name)
        for quad in ox.parse(b"".join(lines), ox.RdfFormat.N_TRIPLES):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)


class _SortedHead:
    """Passes a serialization on with its prefixes sorted, which Oxigraph writes in another order at every run.

    In XML a carriage return is escaped besides: raw it would be read as a line feed.
    """

    def __init__(self, out: IO[bytes], lines: int, *, xml: bool) -> None:
        self._out = out
        self._lines = lines
        self._xml = xml
        self._head: bytes | None = b""

    def write(self, piece: bytes) -> int:
        passed = piece.replace(b"\r", b"&#13;") if self._xml else piece
        if self._head is None:
            self._out.write(passed)
            return len(piece)
        self._head += passed
        if self._head.count(b"\n") >= self._lines:
            self.finish()
        return len(piece)

    def flush(self) -> None:
        self._out.flush()

    def finish(self) -> None:
        if self._head is None:
            return
        *head, rest = self._head.split(b"\n", self._lines)
        self._head = None
        if self._xml:
            head[1:] = [_sorted_attributes(line) for line in head[1:]]
        else:
            head.sort()
        self._out.write(b"\n".join([*head, rest]))


def _sorted_attributes(line: bytes) -> bytes:
    name, *attributes = line.removesuffix(b">").split(b" ")
    return b" ".join([name, *sorted(attributes)]) + b">"
