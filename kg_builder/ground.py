"""What a store stands on: the ontology with a user's modules, the reference data, and what follows from them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from rdflib import Literal

from kg_builder import derivations, digests, identity, inference, resources
from kg_builder.inference import Rules
from kg_builder.reasoning import Reasoner, rules_of
from kg_builder.store import Store, Writer, parsed
from kg_builder.vocabulary import ID, KGB

#: Names of the graphs of what articles say begin so.
_ARTICLES: Final = str(ID["graph/article/"])
_ASSERTED: Final = (identity.ONTOLOGY_GRAPH, identity.REFERENCE_GRAPH)


def laid(store: Writer, modules: Sequence[Path] = ()) -> Reasoner:
    """Lays the ground of this version with ``modules`` if the store has another; from now on inference follows changes.

    Raises InvalidOntology for a module that is not readable or beyond the rules, before anything is changed.
    """
    digest = digests.of_ground(modules)
    if recorded(store) != digest:
        ontology = inference.ontology(*modules)
        if modules:  # ours is within the rules, by test
            Rules.from_ontology(ontology)
        store.follow(None)
        store.replace(
            {
                identity.ONTOLOGY_GRAPH: ontology,
                identity.REFERENCE_GRAPH: parsed(sorted(resources.path("data", "reference").glob("*.ttl"))),
                identity.INFERRED_GRAPH: (),
                identity.DERIVATIONS_GRAPH: (),
            }
        )
        reasoner = infer(store, digest)
    else:
        reasoner = Reasoner(store, rules_of(store))
    store.follow(reasoner)
    return reasoner


def infer(store: Writer, digest: str | None = None) -> Reasoner:
    """Infers anew from all that is asserted; if it is stopped, the next build does so again.

    ``digest`` is that of the ground, where it is not the one recorded.
    """
    digest = digest or recorded(store) or ""
    store.follow(None)
    rules = rules_of(store)
    closure = rules.closure()
    for graph in _ASSERTED:
        closure.add(store.triples(graph))
    inferred = list(closure.following)
    store.replace(
        {
            identity.INFERRED_GRAPH: inferred,
            identity.DERIVATIONS_GRAPH: (
                line
                for triple in inferred
                if derivations.is_told(triple[1])
                for line in derivations.described(triple, derivations.first(closure.reasons(triple)))
            ),
        }
    )
    reasoner = Reasoner(store, rules)
    reasoner.note(closure.contradictions)
    for graph in store.graphs():
        if graph.startswith(_ARTICLES):
            store.amend(reasoner((), store.triples(graph)))
    record = (identity.INFERRED_GRAPH, KGB.digest, Literal(digest))
    store.amend({identity.DERIVATIONS_GRAPH: ((), [record])})
    return reasoner


def recorded(store: Store) -> str | None:
    """The digest of the ground from which the store's inferred triples follow; None where there is none."""
    found = store.matching(identity.INFERRED_GRAPH, KGB.digest, None, identity.DERIVATIONS_GRAPH)
    return next((str(digest) for _, _, digest in found), None)
