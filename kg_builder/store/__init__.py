"""The graph on disk, and the only importer of pyoxigraph: rdflib terms go in and come out.

One process writes; readers read the last published snapshot. The default graph is the merge of all named graphs but
quarantine: a triple stands in it exactly if it stands in one of them. Blank nodes become IRIs, and Oxigraph keeps the
value of a number, not its spelling (``1.0`` becomes ``1``). docs/store.md tells more.
"""

import ctypes
import sys
from collections.abc import Container, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyoxigraph as ox
from rdflib.term import Literal, Node, URIRef

from kg_builder import identity, sparql
from kg_builder.errors import InvalidQuery, StoreError
from kg_builder.store import changes, copies, folder, guard, journal, terms
from kg_builder.store.changes import Content, Following, parsed, written
from kg_builder.store.serialization import GRAPH_FORMATS, PREFIXES_WRITTEN, RESULT_FORMATS, turtle_order, write
from kg_builder.store.terms import Triple, to_oxigraph, to_rdflib, triple_to_rdflib
from kg_builder.vocabulary import ID, KGB, PREFIXES

__all__ = [
    "PREFIXES_WRITTEN", "Content", "Following", "Rows", "Store", "Triple", "Writer", "parsed", "turtle_order", "write",
    "written",
]  # fmt: skip

#: Graphs that stay out of the merge: what was set aside, how what was inferred follows, how identity was decided.
_UNMERGED = (
    *(str(ID[f"graph/{kind}/"]) for kind in ("quarantine", "accounts", "pending")),
    str(identity.DERIVATIONS_GRAPH),
)
_INFERRED = str(identity.INFERRED_GRAPH)
#: After so many bytes of N-Quads written the engine writes out what it holds in memory, which is three to four times as
#: much: less often and memory grows by a third of a MB with every article, more often and tables are merged too often.
_FLUSHED = 3 << 25
#: From so many N-Quads on a change goes through the engine's bulk loader (``journal``): as measured, at a few thousand
#: it costs as much as a transaction, at fifty thousand a third.
_LARGE = 5_000


class Rows:
    """The answer to a SELECT, read once: tuples as long as ``variables``, with None where a variable is unbound."""

    def __init__(self, solutions: ox.QuerySolutions) -> None:
        self._solutions = solutions
        self.variables: tuple[str, ...] = tuple(variable.value for variable in solutions.variables)

    def __iter__(self) -> Iterator[tuple[Node | None, ...]]:
        for solution in self._solutions:
            yield tuple(None if term is None else to_rdflib(term) for term in solution)


class Store:
    """What can be asked of a store. ``open`` it to read; ``create_or_open`` it to write as well."""

    def __init__(self, db: ox.Store, path: Path) -> None:
        self._db = db
        self.path = path

    @classmethod
    def open(cls, path: Path) -> "Store":
        """The newest published snapshot; what a writer does meanwhile is not seen. Raises StoreError."""
        folder.check(path)
        snapshot = folder.published(path)
        try:
            return Store(ox.Store.read_only(str(snapshot)), path)
        except OSError as error:
            newer = folder.published(path)
            if newer != snapshot:  # two publications came between
                return cls.open(path)
            raise StoreError(f"{path}: snapshot {newer.name} cannot be opened ({error}); build again") from error

    @staticmethod
    def create_or_open(path: Path) -> "Writer":
        """The one writer of the store, which is made where ``path`` is missing or empty. Raises StoreError."""
        current = folder.prepare(path)
        try:
            db = ox.Store(str(current))
            journal.tidy(path)
            journal.finish(db, path)
            return Writer(db, path)
        except OSError as error:
            if "lock" in str(error).lower():
                raise StoreError(f"{path}: another build is writing to it; wait for it or stop it") from error
            raise folder.refused(path, error) from error

    @staticmethod
    def backup(path: Path, copy: Path) -> None:
        """Copies what readers of the store at ``path`` see to a new folder. Raises StoreError and UsageError."""
        copies.backup(path, copy)

    @staticmethod
    def restore(copy: Path, path: Path) -> None:
        """Makes a store at ``path``, where nothing may be, of what ``backup`` copied. Raises StoreError, UsageError."""
        copies.lay_out(copy, path)
        with Store.create_or_open(path) as store:
            store.publish()

    def close(self) -> None:
        """Gives the folder free; what is not published stays there for the next writer."""
        del self._db

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def select(self, text: str, bindings: Mapping[str, Node] | None = None) -> Rows:
        """``bindings`` are values of projected variables. Raises InvalidQuery, also for another form of query."""
        answer = self._query(text, bindings)
        if not isinstance(answer, ox.QuerySolutions):
            raise InvalidQuery("query: not a SELECT; ask for rows with SELECT")
        return Rows(answer)

    def ask(self, text: str, bindings: Mapping[str, Node] | None = None) -> bool:
        """Raises InvalidQuery, also for another form of query."""
        answer = self._query(text, bindings)
        if not isinstance(answer, ox.QueryBoolean):
            raise InvalidQuery("query: not an ASK; ask for yes or no with ASK")
        return bool(answer)

    def construct(self, text: str, bindings: Mapping[str, Node] | None = None) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE, each once, sorted. Raises InvalidQuery as the others do."""
        answer = self._query(text, bindings)
        if not isinstance(answer, ox.QueryTriples):
            raise InvalidQuery("query: gives no graph; ask for one with CONSTRUCT or DESCRIBE")
        return (triple_to_rdflib(triple) for triple in sorted(set(answer), key=str))

    def serialize_results(self, text: str, format: str, bindings: Mapping[str, Node] | None = None) -> bytes:
        """The answer in the standard's form.

        ``json`` and ``xml`` hold that of SELECT and ASK, ``csv`` and ``tsv`` of SELECT (SPARQL 1.1 Query Results);
        ``turtle``, ``nt`` and ``rdfxml`` that of CONSTRUCT and DESCRIBE. Raises InvalidQuery.
        """
        answer = self._query(text, bindings)
        if isinstance(answer, ox.QueryTriples):
            if format not in GRAPH_FORMATS or GRAPH_FORMATS[format].supports_datasets:
                raise InvalidQuery(f"query: {format} cannot hold a graph; use --format turtle")
            out = BytesIO()
            write([(None, sorted({f"{triple} .\n".encode() for triple in answer}, key=turtle_order))], format, out)
            return out.getvalue()
        if format not in RESULT_FORMATS or (isinstance(answer, ox.QueryBoolean) and format in {"csv", "tsv"}):
            raise InvalidQuery(f"query: {format} cannot hold this answer; use --format json")
        return answer.serialize(format=RESULT_FORMATS[format]) or b""

    def graphs(self) -> list[URIRef]:
        """The names of all graphs that hold something, sorted."""
        return sorted(URIRef(graph.value) for graph in self._db.named_graphs())

    def triples(self, graph: URIRef | None) -> Iterator[Triple]:
        """What stands in a graph; in the default graph for None."""
        found = self._db.quads_for_pattern(None, None, None, terms.graph_name(graph))
        return (triple_to_rdflib(quad.triple) for quad in found)

    def matches(self, subject: URIRef | None, predicate: URIRef, obj: Node | None) -> list[tuple[URIRef, Node, URIRef]]:
        """Subject, object and graph of what the named graphs say so; None stands for anything."""
        return [
            (terms.iri(quad.subject.value), to_rdflib(quad.object), terms.iri(quad.graph_name.value))
            for quad in self._matching(subject, predicate, obj)
        ]

    def texts(
        self, subject: str | None, predicate: URIRef, obj: Node | None, graph: URIRef | None = None
    ) -> Iterator[tuple[str, str, str]]:
        """Like ``matches``, read lazily and as plain text: for what is asked of a whole archive."""
        for quad in self._matching(subject, predicate, obj, graph):
            yield quad.subject.value, quad.object.value, quad.graph_name.value

    def _matching(
        self, subject: str | None, predicate: URIRef, obj: Node | None, graph: URIRef | None = None
    ) -> Iterator[Any]:
        found = self._db.quads_for_pattern(
            None if subject is None else ox.NamedNode(subject),
            ox.NamedNode(predicate),
            None if obj is None else to_oxigraph(obj),
            None if graph is None else ox.NamedNode(graph),
        )
        return (quad for quad in found if isinstance(quad.graph_name, ox.NamedNode))

    def about(self, subject: URIRef, graph: URIRef) -> list[tuple[Node, Node]]:
        """Predicates and objects of a node in a graph."""
        found = self._db.quads_for_pattern(ox.NamedNode(subject), None, None, ox.NamedNode(graph))
        return [(to_rdflib(quad.predicate), to_rdflib(quad.object)) for quad in found]

    def holds(self, triple: Triple, graph: URIRef | None = None) -> bool:
        """Whether a graph (None: the default graph) holds the triple."""
        subject, predicate, obj = triple
        if isinstance(subject, Literal) or not isinstance(predicate, URIRef):
            return False
        quad = ox.Quad(to_oxigraph(subject), ox.NamedNode(predicate), to_oxigraph(obj), terms.graph_name(graph))  # type: ignore[arg-type]
        return quad in self._db

    def matching(
        self, subject: Node | None, predicate: Node | None, obj: Node | None, graph: URIRef | None = None
    ) -> Iterator[Triple]:
        """The triples of a graph (None: the default graph) with these parts, where None stands for any; read lazily."""
        first, second, third = (None if part is None else to_oxigraph(part) for part in (subject, predicate, obj))
        if isinstance(first, ox.Literal) or isinstance(second, ox.Literal):
            return iter(())
        found = self._db.quads_for_pattern(first, second, third, terms.graph_name(graph))  # type: ignore[arg-type]
        return (triple_to_rdflib(quad.triple) for quad in found)

    def lines(self, graph: URIRef | None) -> list[bytes]:
        """A graph as canonical N-Triples, a line with its end for each triple, sorted."""
        dumped = self._db.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=terms.graph_name(graph)) or b""
        return sorted(line + b"\n" for line in dumped.split(b"\n") if line)

    def articles(self) -> dict[URIRef, str]:
        """The digest of each article that the store holds, by the article's IRI."""
        found = self._db.quads_for_pattern(None, ox.NamedNode(KGB.digest), None, ox.DefaultGraph())
        rows = (triple_to_rdflib(quad.triple) for quad in found)
        return dict(sorted((URIRef(str(article)), str(digest)) for article, _, digest in rows))

    def _query(
        self, text: str, bindings: Mapping[str, Node] | None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        guard.check(text)
        values: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
            ox.Variable(name): to_oxigraph(value) for name, value in (bindings or {}).items()
        }
        try:
            return self._db.query(text, prefixes=dict(PREFIXES), substitutions=values)
        except SyntaxError as error:
            raise sparql.explained(text, str(error)) from error
        except (RuntimeError, ValueError) as error:
            raise InvalidQuery(f"query: {error}; mend the query") from error


class Writer(Store):
    """A store that can be changed. Each call is one transaction: after a crash all of it is there, or nothing."""

    inferred = 0  #: triples that follow since it was opened, less those that follow no more
    _following: Following | None = None
    _written = 0

    def follow(self, following: Following | None) -> None:
        """From now on every transaction asks which changes of other graphs follow from its own, and makes them too.

        ``following`` is given the triples that no asserted graph will hold any more, those that none holds yet, and of
        their subjects those of which the merge says nothing so far; the store is as before while it is asked. What it
        takes from a graph must be there; what it adds must not, unless it takes it as well. None ends it.
        """
        self._following = following

    def replace_article(self, article_id: str, triples: Content, quarantined: Content = ()) -> None:
        """What an article says and what was set aside of it, in place of whatever stood there of that article."""
        self.replace({identity.article_graph(article_id): triples, identity.quarantine_graph(article_id): quarantined})

    def remove_article(self, article_id: str) -> None:
        """Leaves what a build without the article would have made."""
        self.replace_article(article_id, ())

    def replace_graph(self, graph: URIRef, triples: Content) -> None:
        """Reference data, ontology or inferred triples, in place of the graph's earlier content."""
        self.replace({graph: triples})

    def replace(self, graphs: Mapping[URIRef, Content]) -> None:
        """Gives each graph the content told, and mends the default graph; only the difference is written."""
        self._finish()
        planned = {
            str(name): changes.replaced(self._db, str(name), content) for name, content in sorted(graphs.items())
        }
        self._follow(planned)
        self._write(planned)

    def revise(self, graphs: Mapping[URIRef, tuple[Iterable[Triple], Iterable[Triple]]]) -> None:
        """Takes triples from graphs and adds others, and mends the default graph: the quicker where most stays."""
        self._finish()
        planned = self._revised(graphs)
        self._follow(planned)
        self._write(planned)

    def amend(self, graphs: Mapping[URIRef, tuple[Iterable[Triple], Iterable[Triple]]]) -> None:
        """Like ``revise``, but what follows is not asked for."""
        self._finish()
        self._write(self._revised(graphs))

    def publish(self) -> None:
        """Lets readers see the present state; those who read an older one go on reading it."""
        self._finish()
        try:
            self._db.flush()
            folder.publish(self.path, lambda snapshot: self._db.backup(str(snapshot)))
        except OSError as error:
            raise folder.refused(self.path, error) from error

    def _finish(self) -> None:
        """What an interruption left undone: a change is planned upon whole ones only."""
        try:
            journal.finish(self._db, self.path)
        except OSError as error:
            raise folder.refused(self.path, error) from error

    def _revised(self, graphs: Mapping[URIRef, tuple[Iterable[Triple], Iterable[Triple]]]) -> dict[str, changes.Change]:
        return {
            str(name): changes.changed(self._db, str(name), deleted, inserted)
            for name, (deleted, inserted) in sorted(graphs.items())
        }

    def _follow(self, planned: dict[str, changes.Change]) -> None:
        """Adds to a change what follows from it, if anybody says so."""
        if self._following is not None:
            asserted = self._asserted(planned, self._following.concerned)
            for name, (gone, come) in self._following(*asserted).items():
                planned[str(name)] = changes.followed(self._db, str(name), gone, come)

    def _write(self, planned: dict[str, changes.Change]) -> None:
        """Writes a change, of which nothing is left then: the engine needs the memory."""
        gone = changes.removals(planned, _is_merged, lambda triple: self._elsewhere(triple, planned))
        inferred = planned.get(_INFERRED)
        more = len(inferred.inserted) - len(inferred.deleted) if inferred is not None else 0
        try:
            if changes.added(planned, _is_merged) > _LARGE:
                journal.begin(self.path, changes.additions(planned, _is_merged), gone)
                planned.clear()
                del inferred
                _give_back()
                journal.finish(self._db, self.path)
                self._written += len(gone)
                _give_back()
            else:
                self._written += self._transact(planned, gone)
            self.inferred += more
            if self._written > _FLUSHED:
                self._db.flush()
                self._written = 0
                _give_back()
        except OSError as error:
            raise folder.refused(self.path, error) from error

    def _transact(self, planned: Mapping[str, changes.Change], gone: str) -> int:
        """Writes a small change; how many characters of it there are."""
        come = "".join(changes.additions(planned, _is_merged))
        if gone:
            self._db.update(";\n".join(filter(None, (gone, changes.insertions(planned, _is_merged)))))
        elif come:  # half the time of an update
            self._db.load(come.encode(), format=ox.RdfFormat.N_QUADS)
        return len(gone) + len(come)

    def _asserted(
        self, planned: Mapping[str, changes.Change], concerned: Container[str] | None
    ) -> tuple[list[Triple], list[Triple], set[Node]]:
        """What ``follow`` tells of, as far as its predicate is of concern."""
        merged = [change for name, change in planned.items() if _is_merged(name) and name != _INFERRED]
        come = dict.fromkeys(line for change in merged for line in change.inserted)
        gone = {line: triple for change in merged for line, triple in change.deleted.items() if line not in come}
        if concerned is not None:
            come = dict.fromkeys(line for line in come if changes.predicate(line) in concerned)
            gone = {line: triple for line, triple in gone.items() if triple.predicate.value in concerned}
        lost = [triple for triple in gone.values() if not self._elsewhere(triple, planned, _INFERRED)]
        told = list(changes.said(come))
        fresh = {subject for subject in {subject for subject, _, _ in told} if not self._is_told_of(subject)}
        new = [triple for triple in told if triple[0] in fresh or not self._is_asserted(triple)]
        return [triple_to_rdflib(triple) for triple in lost], new, fresh

    def _is_told_of(self, subject: Node) -> bool:
        found = self._db.quads_for_pattern(to_oxigraph(subject), None, None, ox.DefaultGraph())  # type: ignore[arg-type]
        return next(found, None) is not None

    def _is_asserted(self, triple: Triple) -> bool:
        """Whether a graph of the merge beside the inferred one holds it; the dear question is asked of few."""
        if not self.holds(triple):
            return False
        one = ox.Triple(*terms.parts_to_oxigraph(triple))
        return not self.holds(triple, identity.INFERRED_GRAPH) or self._elsewhere(one, {}, _INFERRED)

    def _elsewhere(self, triple: ox.Triple, planned: Mapping[str, changes.Change], beside: str = "") -> bool:
        """Whether a graph of the merge that does not lose the triple holds it; ``beside`` does not count."""
        found = self._db.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        names = (quad.graph_name.value for quad in found if isinstance(quad.graph_name, ox.NamedNode))
        others = (name for name in names if _is_merged(name) and name != beside)
        return any(name not in planned or str(triple) not in planned[name].deleted for name in others)


def _give_back() -> None:
    """Lets glibc return to the system what the engine has freed, which it keeps where it lies between other pieces."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)


def _is_merged(graph: str) -> bool:
    return not graph.startswith(_UNMERGED)
