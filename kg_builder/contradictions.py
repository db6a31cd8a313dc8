"""What a store tells that cannot all be true, by the ontology: each with the facts that make it and who says them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from rdflib import Graph, URIRef, Variable
from rdflib.term import Node

from kg_builder import identity, inference
from kg_builder.inference import Derived, Rule, Rules
from kg_builder.inference.rules import instance
from kg_builder.reasoning import proof, rules_of
from kg_builder.store import Store, Triple
from kg_builder.vocabulary import ID

#: From a triple to the last step of its derivation; None where it is asserted.
_Why: TypeAlias = Callable[[Triple], Derived | None]
_Found: TypeAlias = tuple[Rule, tuple[Triple, ...]]
_ARTICLES: Final = str(ID["graph/article/"])
_GROUND: Final = (identity.ONTOLOGY_GRAPH, identity.REFERENCE_GRAPH)


@dataclass(frozen=True, slots=True)
class Clash:
    """``premises`` contradict the rule; ``facts`` are the asserted triples that lead there, with those who say them."""

    rule: Rule
    premises: tuple[Triple, ...]
    facts: tuple[tuple[Triple, tuple[URIRef, ...]], ...]

    @property
    def graph(self) -> URIRef:
        """The one graph in which all the facts stand, if there is one; else that of what is inferred."""
        shared = set.intersection(*(set(graphs) for _, graphs in self.facts)) if self.facts else set()
        return min(shared, default=identity.INFERRED_GRAPH)


def contradictions(store: Store, modules: Sequence[Path] = ()) -> list[Clash]:
    """All of a store, each once, sorted; under its own ontology, or with ``modules`` under the shipped one with these.

    With modules all is inferred anew, in memory. Raises InvalidOntology.
    """
    found: Iterable[_Found]
    why: _Why
    if modules:
        found, why = _anew(store, inference.ontology(*modules))
    else:
        rules = rules_of(store)
        found, why = _held(store, rules.rules), partial(proof, store, rules.program)

    once = {
        (rule.axiom, frozenset(premises)): (rule, premises)
        for rule, premises in sorted(found, key=lambda one: (one[0].axiom, str(one[1])), reverse=True)
    }
    clashes = [Clash(rule, premises, tuple(_facts(store, premises, why))) for rule, premises in once.values()]
    return sorted(clashes, key=lambda clash: (clash.graph, clash.rule.axiom, str(clash.premises)))


def _held(store: Store, rules: Iterable[Rule]) -> Iterator[_Found]:
    for rule in rules:
        if rule.head is not None:
            continue
        pattern = " . ".join(" ".join(term.n3() for term in atom) for atom in rule.body)
        names = sorted({term for atom in rule.body for term in atom if isinstance(term, Variable)})
        for row in store.select(f"SELECT DISTINCT {' '.join(name.n3() for name in names)} {{ {pattern} }}"):
            bound: dict[Node, Node] = {name: value for name, value in zip(names, row, strict=True) if value is not None}
            yield rule, tuple(instance(atom, bound) for atom in rule.body)


def _anew(store: Store, ontology: Graph) -> tuple[Iterable[_Found], _Why]:
    closure = Rules.from_ontology(ontology).closure()
    for graph in store.graphs():
        if graph == identity.REFERENCE_GRAPH or graph.startswith(_ARTICLES):
            closure.add(store.triples(graph))
    closure.add(ontology)
    return [(clash.rule, clash.premises) for clash in closure.contradictions], closure.proof


def _facts(store: Store, premises: Iterable[Triple], why: _Why) -> Iterator[tuple[Triple, tuple[URIRef, ...]]]:
    waiting, met = list(premises), set[Triple]()
    while waiting:
        triple = waiting.pop(0)
        if triple in met:
            continue
        met.add(triple)
        step = why(triple)
        if step is not None:
            waiting += step.premises
            continue
        subject, predicate, obj = triple
        said = store.matches(URIRef(str(subject)), URIRef(str(predicate)), obj)
        graphs = sorted({graph for _, _, graph in said if graph in _GROUND or graph.startswith(_ARTICLES)})
        yield triple, tuple(graphs)
