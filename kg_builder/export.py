"""A store as one file in a standard format: readable prefixes, sorted, the same bytes every time.

Formats of triples (``turtle``, ``nt``, ``rdfxml``) give the merged default graph; formats of graphs (``trig``, ``nq``,
``jsonld``) give every named graph, quarantine too, and leave out the merge, which would say everything twice.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, Any

from rdflib import RDF, XSD, URIRef

from kg_builder.errors import UsageError
from kg_builder.store import PREFIXES_WRITTEN, Store, turtle_order, write

FORMATS = ("turtle", "trig", "nt", "nq", "jsonld", "rdfxml")
_OF_GRAPHS = frozenset({"trig", "nq", "jsonld"})
#: Canonical N-Triples, as the store gives them; there are no blank nodes in a store.
_LINE = re.compile(
    rb"<(?P<subject>[^>]*)> <(?P<predicate>[^>]*)> "
    rb'(?:<(?P<iri>[^>]*)>|(?P<text>"(?:[^"\\]|\\.)*")(?:@(?P<language>[\w-]+)|\^\^<(?P<datatype>[^>]*)>)?) \.\n'
)


def export(store: Store, format: str, out: IO[bytes], *, graph: URIRef | None = None) -> None:
    """Writes the whole store, or one of its graphs, in one of FORMATS; one graph at a time is held in memory.

    Raises UsageError for a format that we do not write or a graph that is not there.
    """
    if format not in FORMATS:
        raise UsageError(f"--format {format}: no such format; take one of {', '.join(FORMATS)}")
    if graph is not None and graph not in store.graphs():
        raise UsageError(f"{graph}: no such graph in {store.path}; kg-builder stats lists them")
    wanted: list[URIRef | None] = [graph] if graph else list(store.graphs()) if format in _OF_GRAPHS else [None]
    graphs = ((name, sorted(store.lines(name), key=turtle_order)) for name in wanted)
    if format == "nt":
        _write_nt(graphs, out)
    elif format == "nq":
        _write_nq(graphs, out)
    elif format == "jsonld":
        _write_jsonld(graphs, out)
    else:
        write(graphs, format, out)


def _write_nt(graphs: Iterable[tuple[URIRef | None, list[bytes]]], out: IO[bytes]) -> None:
    for _, lines in graphs:
        out.writelines(lines)


def _write_nq(graphs: Iterable[tuple[URIRef | None, list[bytes]]], out: IO[bytes]) -> None:
    for name, lines in graphs:
        end = f" <{name}> .\n".encode()
        out.writelines(line.removesuffix(b" .\n") + end for line in lines)


def _write_jsonld(graphs: Iterable[tuple[URIRef | None, list[bytes]]], out: IO[bytes]) -> None:
    """JSON-LD 1.1 in compact form, a line for each node."""
    out.write(b'{"@context": ' + _json(PREFIXES_WRITTEN) + b',\n"@graph": [')
    for number, (name, lines) in enumerate(graphs):
        out.write((b"," if number else b"") + b'\n{"@id": ' + _json(_compact(str(name))) + b', "@graph": [\n')
        for place, node in enumerate(_nodes(lines)):
            out.write((b",\n" if place else b"") + _json(node))
        out.write(b"\n]}")
    out.write(b"\n]}\n")


def _nodes(lines: list[bytes]) -> Iterator[dict[str, Any]]:
    matches = (_matched(line) for line in lines)
    for subject, statements in groupby(matches, key=lambda found: found["subject"]):
        node: dict[str, Any] = {"@id": _compact(subject.decode())}
        for predicate, same in groupby(statements, key=lambda found: found["predicate"].decode()):
            if predicate == str(RDF.type):
                node["@type"] = [_compact(found["iri"].decode()) for found in same]
            else:
                values = [_value(found) for found in same]
                node[_compact(predicate)] = values if len(values) > 1 else values[0]
        yield node


def _matched(line: bytes) -> re.Match[bytes]:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"not canonical N-Triples: {line!r}")
    return found


def _value(found: re.Match[bytes]) -> Any:
    if found["iri"] is not None:
        return {"@id": _compact(found["iri"].decode())}
    text: str = json.loads(found["text"])
    if found["language"]:
        return {"@value": text, "@language": found["language"].decode()}
    datatype = found["datatype"].decode() if found["datatype"] else None
    if datatype == str(XSD.integer):
        return int(text)
    if datatype == str(XSD.boolean):
        return text == "true"
    return {"@value": text, "@type": _compact(datatype)} if datatype else text


def _compact(iri: str) -> str:
    for prefix, space in PREFIXES_WRITTEN.items():
        if iri.startswith(space) and not iri.startswith("//", len(space)):
            return f"{prefix}:{iri[len(space) :]}"
    return iri


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
