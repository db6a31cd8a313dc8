"""Who says whether a graph conforms: pySHACL, or of large graphs pyshacl-turbo where installed, which says the same.

pySHACL reads its shapes anew for each graph and walks from shape to shape for each node. Here it is asked in another
order: each property shape takes over the targets of the shapes that it belongs to (which means the same, SHACL, section
2.1.3), nodes are looked up once for all shapes that have the same targets, values in tables instead of through rdflib
(``paths``), and each constraint, once made, is asked about all nodes of every graph. What is asked are its own
constraints; tests hold that the results are its own.
"""

import logging
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any, Final, NamedTuple, Protocol

from pyshacl.constraints import ALL_CONSTRAINT_PARAMETERS, CONSTRAINT_PARAMETERS_MAP
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shapes_graph import ShapesGraph
from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

from kg_builder import resources
from kg_builder.paths import Lookup, Targets, Way, way

_TARGETS: Final = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
_FAST: Final = "pyshacl_turbo"
#: Triples from which pyshacl-turbo pays: it takes some milliseconds to begin (docs/benchmarks.md).
LARGE: Final = 2000


@dataclass(frozen=True, slots=True)
class Finding:
    """One sh:ValidationResult (SHACL, section 3.6)."""

    focus: Node
    shape: URIRef
    component: URIRef
    severity: URIRef
    message: str
    value: Node | None = None

    @property
    def violation(self) -> bool:
        return self.severity == SH.Violation

    def key(self) -> tuple[str, ...]:
        """Sorts findings, and tells them apart."""
        return str(self.focus), str(self.shape), str(self.component), str(self.value or "")


class Judge(Protocol):
    def findings(self, data: Graph) -> set[Finding]:
        """All results for one graph, which stays as it is."""


@cache
def judge(*, large: bool) -> Judge:
    """The fastest that is installed, for graphs of ``LARGE`` triples or more or for others; with the shipped shapes."""
    return Turbo(shapes()) if large and find_spec(_FAST) else PySHACL(shapes())


@cache
def shapes() -> Graph:
    """The shipped shapes, all files together; not to be changed."""
    graph = Graph()
    for file in sorted(resources.path("shapes").glob("*.ttl")):
        graph.parse(file)
    return graph


class _Asked(NamedTuple):
    """A shape with the way to its values and what it asks of them."""

    shape: Any
    path: Way
    constraints: tuple[Any, ...]


class PySHACL:
    """pySHACL's constraints, made once."""

    def __init__(self, shapes: Graph) -> None:
        flat = targeted(shapes)
        self._executor = SHACLExecutor()
        self._groups: dict[tuple[tuple[Node, ...], ...], tuple[Targets, list[_Asked]]] = {}
        for shape in ShapesGraph(flat, False, logging.getLogger(__name__)).shapes:
            targets = Targets(shape)
            if targets:
                path = way(flat, shape.path()) if shape.is_property_shape else _itself
                _, group = self._groups.setdefault(targets.key, (targets, []))
                group.append(_Asked(shape, path, tuple(_constraints(shape))))

    def findings(self, data: Graph) -> set[Finding]:
        found: set[Finding] = set()
        graph = Lookup.of(data)
        for targets, group in self._groups.values():
            focus = targets.focus(graph)
            for shape, path, constraints in group if focus else ():
                values = {node: path(graph, node) for node in focus}
                for constraint in constraints:
                    _, results = constraint.evaluate(self._executor, data, values, [shape, constraint])
                    found.update(_told(triples) for _, _, triples in results)
        return found


class Turbo:
    """pyshacl-turbo, the extra ``fast``."""

    def __init__(self, shapes: Graph) -> None:
        import pyshacl_turbo

        self._shapes = pyshacl_turbo.compile_shapes(shapes)

    def findings(self, data: Graph) -> set[Finding]:
        _, report, _ = self._shapes.validate(data)
        return reported(report)


def reported(report: Graph) -> set[Finding]:
    """The findings of a validation report; results within results (sh:detail) are not told by themselves."""
    results = (
        result
        for report_ in report.subjects(RDF.type, SH.ValidationReport)
        for result in report.objects(report_, SH.result)
    )
    return {_finding(dict(report.predicate_objects(result))) for result in results}


def targeted(shapes: Graph) -> Graph:
    """The same shapes, each property shape of a targeted node shape with the targets itself."""
    flat = Graph()
    for triple in shapes:
        flat.add(triple)
    for shape in sorted({each for each in shapes.subjects(SH.property) if isinstance(each, URIRef)}):
        targets = [(target, node) for target in _TARGETS for node in shapes.objects(shape, target)]
        for part in list(shapes.objects(shape, SH.property)) if targets else ():
            if isinstance(part, URIRef):
                flat.remove((shape, SH.property, part))
                for target, node in targets:
                    flat.add((part, target, node))
    return flat


def _itself(graph: Lookup, node: Node) -> Set[Node]:
    """A node shape asks about the node itself."""
    return {node}


def _constraints(shape: Any) -> Iterator[Any]:
    """One constraint of each kind, as ``pyshacl.shape.Shape.validate`` makes them."""
    parameters = {parameter for parameter, _ in shape.sg.predicate_objects(shape.node)}
    kinds = (CONSTRAINT_PARAMETERS_MAP[known] for known in ALL_CONSTRAINT_PARAMETERS if known in parameters)
    for kind in dict.fromkeys(kinds):
        yield kind(shape)


def _told(triples: Iterable[tuple[Node, Node, Any]]) -> Finding:
    """A result as pySHACL hands it on: a node of the data stands there with the graph that it is from."""
    return _finding({predicate: value[1] if isinstance(value, tuple) else value for _, predicate, value in triples})


def _finding(result: dict[Node, Node]) -> Finding:
    return Finding(
        result[SH.focusNode],
        URIRef(str(result[SH.sourceShape])),
        URIRef(str(result[SH.sourceConstraintComponent])),
        URIRef(str(result[SH.resultSeverity])),
        str(result[SH.resultMessage]),
        result.get(SH.value),
    )
