"""Which nodes a shape is about and what it finds from each: targets and property paths (SHACL, 2.1.3 and 2.3.1)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any, Final, TypeAlias

from rdflib import RDF, RDFS, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.store import Store
from rdflib.term import Node

Triple: TypeAlias = tuple[Node, Node, Node]
_Table: TypeAlias = Mapping[Node, Set[Node]]
#: From a node to the values at the end of a path.
Way: TypeAlias = Callable[["Lookup", Node], Set[Node]]
_NONE: Final[Set[Node]] = frozenset()
_NOWHERE: Final[_Table] = {}


class Lookup(Store):
    """A graph's triples by predicate, both ways, since rdflib's own look-ups cost more than what is done with them.

    It is a store of rdflib's, so that pySHACL can be given a graph that stands on the same tables.
    """

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        super().__init__()
        self._forth: dict[Node, dict[Node, set[Node]]] = {}
        self._back: dict[Node, dict[Node, set[Node]]] = {}
        for triple in triples:
            self.add(triple)

    @classmethod
    def of(cls, graph: Graph) -> "Lookup":
        return graph.store if isinstance(graph.store, Lookup) else cls(graph)

    def add(self, triple: Triple, context: Graph | None = None, quoted: bool = False) -> None:
        subject, predicate, obj = triple
        self._forth.setdefault(predicate, {}).setdefault(subject, set()).add(obj)
        self._back.pop(predicate, None)

    def triples(
        self, pattern: tuple[Node | None, Node | None, Node | None], context: Graph | None = None
    ) -> Iterator[tuple[Triple, Iterator[Graph | None]]]:
        """As rdflib asks; None stands for anything."""
        subject, predicate, obj = pattern
        for each in self._forth if predicate is None else (predicate,):
            table = self.objects(each)
            for node in table if subject is None else (subject,):
                for value in table.get(node, _NONE):
                    if obj is None or value == obj:
                        yield (node, each, value), iter(())

    def __len__(self, context: Graph | None = None) -> int:
        return sum(len(objects) for table in self._forth.values() for objects in table.values())

    def objects(self, predicate: Node) -> _Table:
        """By subject."""
        return self._forth.get(predicate, _NOWHERE)

    def subjects(self, predicate: Node) -> _Table:
        """By object."""
        if predicate not in self._back:
            table = self._back[predicate] = {}
            for subject, objects in self.objects(predicate).items():
                for obj in objects:
                    table.setdefault(obj, set()).add(subject)
        return self._back[predicate]

    def instances(self, class_: Node) -> Set[Node]:
        """Of a class and of those that the graph says to be below it."""
        found, waiting, met = set[Node](), [class_], set[Node]()
        while waiting:
            one = waiting.pop()
            if one not in met:
                met.add(one)
                found |= self.subjects(RDF.type).get(one, _NONE)
                waiting += self.subjects(RDFS.subClassOf).get(one, _NONE)
        return found


class Targets:
    """What a shape of pySHACL is about. It must not have targets of SHACL's advanced features."""

    def __init__(self, shape: Any) -> None:
        nodes, classes, implicit, objects_of, subjects_of = (tuple(sorted(part)) for part in shape.target())
        self.key = nodes, (*classes, *implicit), objects_of, subjects_of

    def __bool__(self) -> bool:
        return any(self.key)

    def focus(self, graph: Lookup) -> set[Node]:
        nodes, classes, objects_of, subjects_of = self.key
        found = {*nodes}
        for class_ in classes:
            found |= graph.instances(class_)
        for predicate in objects_of:
            found |= graph.subjects(predicate).keys()
        for predicate in subjects_of:
            found |= graph.objects(predicate).keys()
        return found


def way(shapes: Graph, path: Node) -> Way:
    """Raises ValueError for a path with a star, a plus or a question mark, which no shape of ours has."""
    if isinstance(path, URIRef):
        return lambda graph, node: graph.objects(path).get(node, _NONE)
    inverse = shapes.value(path, SH.inversePath)
    if isinstance(inverse, URIRef):
        return lambda graph, node: graph.subjects(inverse).get(node, _NONE)
    alternatives = shapes.value(path, SH.alternativePath)
    if alternatives is not None:
        ways = tuple(_ways(shapes, alternatives))
        return lambda graph, node: set().union(*(each(graph, node) for each in ways))
    if shapes.value(path, RDF.first) is None:
        raise ValueError(f"path {path} of a shape: neither a property, an inverse, a sequence nor alternatives")
    steps = tuple(_ways(shapes, path))

    def after_each_other(graph: Lookup, node: Node) -> Set[Node]:
        reached: Set[Node] = {node}
        for step in steps:
            reached = set().union(*(step(graph, each) for each in reached))
        return reached

    return after_each_other


def _ways(shapes: Graph, members: Node) -> Iterator[Way]:
    return (way(shapes, each) for each in Collection(shapes, members))
