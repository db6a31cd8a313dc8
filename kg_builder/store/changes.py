"""What a transaction writes: by graph the lines that go and come, and what that makes of the default graph."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Final, Protocol, TypeAlias, TypeVar

import pyoxigraph as ox
from rdflib import RDF, XSD, Literal, URIRef
from rdflib.term import BNode, Node

from kg_builder.store.terms import AT_HAND, Term, Triple, iri, parts_to_oxigraph, to_oxigraph, to_rdflib
from kg_builder.vocabulary import ID

_STRING: Final = ox.NamedNode(XSD.string)
_ANY: Final = ox.NamedNode(RDF.value)
#: Lines parsed or written at once.
_AT_ONCE: Final = 1000

Part = TypeVar("Part", bound=ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple)
#: What a graph is to hold: triples in any order, or N-Triples as ``written`` writes them, for what comes from afar.
Content: TypeAlias = Iterable[Triple] | bytes
#: Triples as N-Triples without the final dot, sorted, each with its parsed form.
Lines: TypeAlias = dict[str, ox.Triple]


class Following(Protocol):
    """Who says what follows from a change."""

    @property
    def concerned(self) -> Container[str] | None:
        """The predicates of what it wants to be told of; None for all."""

    def __call__(
        self, gone: list[Triple], new: list[Triple], fresh: Set[Node], /
    ) -> Mapping[URIRef, tuple[Iterable[Triple], Iterable[Triple]]]:
        """From the triples that are no longer asserted and those that are so now, by graph what goes and what comes."""


@dataclass(frozen=True, slots=True)
class Change:
    """Of one graph; only what it holds is deleted, only what it does not hold is inserted.

    What comes is kept as lines alone, since it may be all that hundreds of articles say: parsed it takes four times
    as much memory, and most of it is never asked for (``triples`` parses the rest).
    """

    deleted: Lines
    inserted: list[str]
    empties: bool  #: whether nothing is left in the graph


def replaced(db: ox.Store, graph: str, content: Content) -> Change:
    """The change that gives ``graph`` the content told."""
    wanted = _lines(graph, content)
    stored = {str(quad.triple): quad.triple for quad in db.quads_for_pattern(None, None, None, ox.NamedNode(graph))}
    deleted = {line: triple for line, triple in stored.items() if line not in wanted}
    inserted = [line for line in wanted if line not in stored]
    return Change(deleted, inserted, bool(deleted) and not wanted)


def changed(db: ox.Store, graph: str, deleted: Iterable[Triple], inserted: Iterable[Triple]) -> Change:
    """The change of the lines told, and of no others."""
    name = ox.NamedNode(graph)
    going, coming = statements(graph, deleted), statements(graph, inserted)
    there = {line for line, triple in (going | coming).items() if quad(triple, name) in db}
    gone = {line: triple for line, triple in going.items() if line in there and line not in coming}
    come = [line for line in coming if line not in there]
    left = bool(come) or any(str(quad.triple) not in gone for quad in db.quads_for_pattern(None, None, None, name))
    return Change(gone, come, bool(gone) and not left)


def followed(db: ox.Store, graph: str, gone: Iterable[Triple], come: Iterable[Triple]) -> Change:
    """The change told by who knows what the graph holds: what goes is there, what comes is not or goes as well."""
    going, coming = statements(graph, gone), _lines(graph, come)
    deleted = {line: triple for line, triple in going.items() if line not in coming}
    inserted = [line for line in coming if line not in going]
    name = ox.NamedNode(graph)
    left = bool(coming) or any(str(quad.triple) not in deleted for quad in db.quads_for_pattern(None, None, None, name))
    return Change(deleted, inserted, bool(deleted) and not left)


def additions(changes: Mapping[str, Change], merged: Callable[[str], bool]) -> Iterator[str]:
    """The N-Quads that come in, many in a piece, with those of the default graph, the merge of ``merged`` graphs."""
    for name, change in changes.items():
        yield from _ended(change.inserted, f" <{name}> .\n")
    yield from _ended(_into_merge(changes, merged), " .\n")


def added(changes: Mapping[str, Change], merged: Callable[[str], bool]) -> int:
    """How many N-Quads ``additions`` tells."""
    return sum(len(change.inserted) for change in changes.values()) + len(_into_merge(changes, merged))


def removals(
    changes: Mapping[str, Change], merged: Callable[[str], bool], elsewhere: Callable[[ox.Triple], bool]
) -> str:
    """The SPARQL update that takes out what goes, of the default graph as well; empty if nothing does.

    ``elsewhere`` says whether a graph of the merge that loses nothing of it holds a triple.
    """
    in_merge = [change for name, change in changes.items() if merged(name)]
    lost = {line: triple for change in in_merge for line, triple in change.deleted.items()}
    for line in chain.from_iterable(change.inserted for change in in_merge):
        lost.pop(line, None)
    deleted = {"": [line for line, triple in lost.items() if not elsewhere(triple)]}
    deleted |= {name: list(change.deleted) for name, change in changes.items()}
    emptied = [f"DROP SILENT GRAPH <{name}>" for name, change in changes.items() if change.empties]
    return ";\n".join(part for part in (_data("DELETE", deleted), *emptied) if part)


def insertions(changes: Mapping[str, Change], merged: Callable[[str], bool]) -> str:
    """What ``additions`` tells, as a SPARQL update."""
    return _data(
        "INSERT", {"": list(_into_merge(changes, merged))} | {name: change.inserted for name, change in changes.items()}
    )


def triples(lines: Iterable[str]) -> Iterator[ox.Triple]:
    """What the lines of a change say, in their order."""
    for text in _ended(lines, " .\n"):
        yield from (quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES))


def said(lines: Iterable[str]) -> Iterator[Triple]:
    """The same for rdflib, without a triple of the engine for each."""
    for line in lines:
        subject, predicate, obj = line.split(" ", 2)
        told = iri(obj[1:-1]) if obj.startswith("<") else _literal_of(obj)
        yield iri(subject[1:-1]), iri(predicate[1:-1]), told


def predicate(line: str) -> str:
    """The IRI of a line's predicate, without parsing it: neither a subject nor a predicate holds a space."""
    return line.split(" ", 2)[1][1:-1]


def quad(triple: ox.Triple, graph: ox.NamedNode | ox.DefaultGraph) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def written(triples: Iterable[Triple]) -> bytes:
    """Triples without blank nodes as N-Triples, smaller and quicker to hand on and to read than terms."""
    return "".join(f"{line} .\n" for line in sorted(set(map(_line, triples)))).encode()


def parsed(files: Iterable[Path]) -> bytes:
    """Turtle files without blank nodes, together as ``written`` writes them. Raises SyntaxError."""
    quads = (quad for file in files for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))
    return "".join(f"{line} .\n" for line in sorted({str(_as_kept(quad.triple)) for quad in quads})).encode()


def statements(graph: str, content: Content) -> Lines:
    """The triples as lines, each once and sorted.

    Blank nodes, labelled by RDFC-1.0, become IRIs under the graph's name: equal content gives equal IRIs.
    """
    if isinstance(content, bytes):
        return dict(zip(lines := _lines(graph, content), triples(lines), strict=True))
    given = [ox.Triple(*parts_to_oxigraph(triple)) for triple in content]
    if any(isinstance(term, ox.BlankNode) for triple in given for term in (triple.subject, triple.object)):
        dataset = ox.Dataset(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in given)
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        space = f"{ID}genid/{graph.removeprefix(str(ID))}/"
        given = [_without_blanks(quad.triple, space) for quad in dataset]
    return dict(sorted((str(triple), triple) for triple in map(_as_kept, given)))


def _lines(graph: str, content: Content) -> dict[str, None]:
    """Like ``statements``, but nothing is parsed, and no triple made, which takes longer than its line."""
    if isinstance(content, bytes):
        return dict.fromkeys(content.decode().split(" .\n")[:-1])
    told = list(content)
    if any(type(term) is BNode for subject, _, obj in told for term in (subject, obj)):
        return dict.fromkeys(statements(graph, told))
    return dict.fromkeys(sorted(map(_line, told)))


def _line(triple: Triple) -> str:
    """Of a triple without blank nodes."""
    subject, predicate, obj = triple
    if type(subject) is URIRef and type(predicate) is URIRef:
        return f"{_spelled(subject)} {_spelled(predicate)} {_spelled(obj) if type(obj) is URIRef else _literal(obj)}"
    raise TypeError(f"not an RDF triple: {triple!r}")


@lru_cache(AT_HAND)
def _spelled(iri: URIRef) -> str:
    """The engine looks whether it is one; an article tells the same of them again and again."""
    return str(ox.NamedNode(iri))


@lru_cache(AT_HAND)
def _literal_of(part: str) -> Node:
    """Of a line; without an escape or a language it need not be parsed."""
    value, _, kind = part[1:].rpartition('"')
    if "\\" in value or kind.startswith("@"):
        return to_rdflib(next(triples([f"{_ANY} {_ANY} {part}"])).object)
    return Literal(value, datatype=iri(kind[3:-1]) if kind else None, normalize=False)


def _literal(term: Node) -> str:
    return str(_kept(to_oxigraph(term)))


def _ended(lines: Iterable[str], end: str) -> Iterator[str]:
    """Many lines at a time, each with its end."""
    left = iter(lines)
    while text := end.join(islice(left, _AT_ONCE)):
        yield text + end


def _into_merge(changes: Mapping[str, Change], merged: Callable[[str], bool]) -> dict[str, None]:
    return dict.fromkeys(chain.from_iterable(change.inserted for name, change in changes.items() if merged(name)))


def _as_kept(triple: ox.Triple) -> ox.Triple:
    said = triple.object
    if isinstance(said, ox.Triple):
        return triple
    kept = _kept(said)
    return triple if kept is said else ox.Triple(triple.subject, triple.predicate, kept)


def _kept(said: Term) -> Term:
    """As the engine will give it back, so that what is told in another spelling is known to be there."""
    return said if not isinstance(said, ox.Literal) or said.datatype == _STRING else _value(said)


@lru_cache(1 << 15)
def _value(literal: ox.Literal) -> ox.Literal:
    """The engine keeps the value of a number, not its spelling, and the tags of languages in lower case."""
    db = ox.Store()
    db.add(ox.Quad(_ANY, _ANY, literal))
    return next(kept.object for kept in db if isinstance(kept.object, ox.Literal))


def _without_blanks(triple: ox.Triple, space: str) -> ox.Triple:
    def named(term: Part) -> Part | ox.NamedNode:
        return ox.NamedNode(f"{space}{term.value}") if isinstance(term, ox.BlankNode) else term

    return ox.Triple(named(triple.subject), triple.predicate, named(triple.object))


def _data(verb: str, graphs: Mapping[str, list[str]]) -> str:
    """``verb`` DATA with the lines of each graph; "" is the default graph. Nothing if there are none."""
    bodies = {name: " .\n".join(lines) for name, lines in graphs.items() if lines}
    blocks = (f"GRAPH <{name}> {{\n{body}\n}}" if name else f"{body} ." for name, body in bodies.items())
    return f"{verb} DATA {{\n{chr(10).join(blocks)}\n}}" if bodies else ""
