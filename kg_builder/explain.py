"""Why a store says what it says: the words behind a fact; the rule and the premises behind what was inferred."""

from collections.abc import Iterator

from rdflib import URIRef
from rdflib.term import Node

from kg_builder import identity, sparql
from kg_builder.derivations import derivation
from kg_builder.errors import UsageError
from kg_builder.reasoning import proof, rules_of
from kg_builder.store import Store, Triple
from kg_builder.table import shortened
from kg_builder.vocabulary import PREFIXES

_INDENT = "  "
#: Words of a fact, words that name an entity, and an evidence itself.
_WORDS = """
SELECT ?node ?article ?start ?end ?words {
  { ?node kgb:evidence ?evidence } UNION { ?evidence kgb:names ?node }
  UNION { ?node kgb:inArticle ?any BIND(?node AS ?evidence) }
  ?evidence oa:exact ?words ; oa:start ?start ; oa:end ?end ; kgb:inArticle ?article
} ORDER BY ?article ?start ?end
"""
_PROPERTIES = """
SELECT DISTINCT ?node ?property ?value {
  GRAPH ?said { ?node ?p ?o }
  FILTER(STRSTARTS(STR(?said), CONCAT(STR(graph:), "article/")))
  FILTER(?p NOT IN (kgb:evidence, kgb:participatesAs, kgb:earliest, kgb:latest, kgb:time, kgb:text, kgb:digest))
  ?p rdfs:label ?property .
  OPTIONAL { ?o rdfs:label ?label }
  BIND(COALESCE(?label, ?o) AS ?value)
} ORDER BY ?property ?value
"""
#: What an asserted triple of an article rests on: the fact of which its subject or object is a part.
_FACTS = """
SELECT DISTINCT ?fact {{
  VALUES ?node {{ {subject} {object} }}
  {{ ?node kgb:evidence ?any BIND(?node AS ?fact) }} UNION {{ ?node kgb:inEvent ?fact }}
}} ORDER BY ?fact
"""
#: Where a triple stands, if it was not set aside.
_GRAPHS = """
SELECT ?graph {{
  GRAPH ?graph {{ {triple} }} FILTER(!STRSTARTS(STR(?graph), CONCAT(STR(graph:), "quarantine/")))
}} ORDER BY ?graph
"""


def explain(store: Store, given: str) -> Iterator[str]:
    """Lines on an event, a tenure, an entity, an evidence or a derivation, given as a user writes an IRI.

    Raises UsageError for what the store does not hold.
    """
    node = _iri(given)
    if known := derivation(store, node):
        yield from _because(store, known.triple, 0)
        return
    lines = [f"{_INDENT}{name}: {_short(value)}" for _, name, value in store.select(_PROPERTIES, {"node": node})]
    words = list(_words(store, node, 1))
    if not lines and not words:
        raise UsageError(f"{given}: nothing in this store is called so; kg-builder query words lists facts")
    yield _short(node)
    yield from lines
    yield from words


def explain_triple(store: Store, subject: str, predicate: str, obj: str) -> Iterator[str]:
    """Lines on a triple, down to the words. Raises UsageError for one that the store does not hold."""
    triple = _iri(subject), _iri(predicate), _iri(obj)
    if not list(_graphs(store, triple)):
        raise UsageError(f"{subject} {predicate} {obj}: no such triple in this store; look with kg-builder query")
    yield from _because(store, triple, 0)


def _because(store: Store, triple: Triple, depth: int) -> Iterator[str]:
    """The triple, and one step in, what it rests on: an article's words, our own data, or a rule and its premises."""
    graphs = list(_graphs(store, triple))
    sources = [graph for graph in graphs if graph not in (identity.INFERRED_GRAPH, identity.DERIVATIONS_GRAPH)]
    inset = _INDENT * depth
    yield inset + " ".join(map(_short, triple))
    for graph in sources:
        yield f"{inset}{_INDENT}stated in {_short(graph)}"
    if sources:
        for (fact,) in store.select(_FACTS.format(subject=triple[0].n3(), object=triple[2].n3())):
            yield from _words(store, fact, depth + 1)
        return
    rule, premises = _derived(store, triple)
    yield f"{inset}{_INDENT}inferred by {rule}"
    for premise in premises:
        yield from _because(store, premise, depth + 1)


def _derived(store: Store, triple: Triple) -> tuple[str, tuple[Triple, ...]]:
    """Rule and premises of the last step of a shortest derivation."""
    step = proof(store, rules_of(store).program, triple)
    assert step is not None, triple
    return f"{step.rule.name}: {step.rule.axiom}", step.premises


def _graphs(store: Store, triple: Triple) -> Iterator[URIRef]:
    text = _GRAPHS.format(triple=" ".join(term.n3() for term in triple))
    return (URIRef(str(graph)) for (graph,) in store.select(text))


def _words(store: Store, node: Node | None, depth: int) -> Iterator[str]:
    if node is None:
        return
    for _, article, start, end, words in store.select(_WORDS, {"node": node}):
        yield f"{_INDENT * depth}{_short(article)} {start}-{end}: \u201c{words}\u201d"


def _iri(given: str) -> URIRef:
    return URIRef(sparql.term(given, "iri", PREFIXES)[1:-1])


def _short(term: Node | None) -> str:
    return shortened(str(term), PREFIXES) if isinstance(term, URIRef) else str(term)
