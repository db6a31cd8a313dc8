"""What follows from data by the ontology's axioms, exactly as OWL 2 RL/RDF says, with the derivation.

The rules are compiled from ``ontology/`` (compilation), and applied to triples (closure). owlrl is the judge in the
tests: on data triples both give the same closure, but for what says nothing (docs/model.md names it).
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from rdflib import Graph

from kg_builder import resources
from kg_builder.errors import InvalidOntology
from kg_builder.inference.closure import Closure
from kg_builder.inference.compilation import compiled
from kg_builder.inference.program import Program
from kg_builder.inference.rules import Contradiction, Derived, Rule, Triple

__all__ = ["Closure", "Contradiction", "Derived", "Rule", "Rules", "Triple", "ontology"]


class Rules:
    """The rules of an ontology, ready to be applied to any data."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self.program = Program(self.rules)

    @classmethod
    def from_ontology(cls, graph: Graph) -> "Rules":
        """Raises InvalidOntology for a construct that no rule covers, by its name."""
        return cls(compiled(graph))

    def closure(self) -> Closure:
        """An empty set of triples, to which more may be added bit by bit; it also collects contradictions."""
        return Closure(self.program)

    def infer(self, triples: Iterable[Triple]) -> Iterator[Derived]:
        """What follows from ``triples`` and is not among them, in an order that depends on theirs.

        Contradictions do not stop it; ask a ``closure`` for them.
        """
        yield from self.closure().add(triples)


@cache
def ontology(*modules: Path) -> Graph:
    """The shipped ontology with the user's ``modules``; not to be changed. Raises InvalidOntology for a bad file."""
    graph = Graph()
    for file in (*sorted(resources.path("ontology").glob("*.ttl")), *modules):
        try:
            graph.parse(file, format="turtle")
        except (OSError, SyntaxError, ValueError) as error:
            raise InvalidOntology(f"{file}: not readable as Turtle: {' '.join(str(error).split())}; mend it") from error
    return graph
