"""What workers do for the endpoint: functions ``(store, settings, ...)`` that are called in their process."""

from collections.abc import Mapping

from rdflib import URIRef

from kg_builder import identity
from kg_builder.settings import Serving
from kg_builder.store import Store
from kg_builder.store.answers import Dataset, answer, content
from kg_builder.vocabulary import ONTOLOGY

#: What is told of a thing, and the pattern that finds it: in the merge; outside it; where it is only pointed at.
_WAYS = (
    (
        "{iri} ?p ?o . ?o rdfs:label ?label . ?o oa:exact ?words . ?o kgb:inArticle ?article",
        "{iri} ?p ?o OPTIONAL {{ ?o rdfs:label ?label }} OPTIONAL {{ ?o oa:exact ?words ; kgb:inArticle ?article }}",
    ),
    ("{iri} ?p ?o", "GRAPH ?graph {{ {iri} ?p ?o }}"),
    ("?s ?p {iri}", "?s ?p {iri}"),
    ("?s {iri} ?o", "?s {iri} ?o"),
)
#: Of things that are only pointed at.
_MOST = 1000
_CLASSES = "SELECT ?class (COUNT(?thing) AS ?n) { ?thing a ?class } GROUP BY ?class ORDER BY ?class"
_PROPERTIES = "SELECT ?property (COUNT(*) AS ?n) { ?s ?property ?o } GROUP BY ?property ORDER BY ?property"


def sparql(
    store: Store, settings: Serving, text: str, formats: Mapping[str, str | None], dataset: Dataset | None
) -> tuple[str, bytes]:
    """The format taken and the answer in it."""
    return answer(store, text, formats, dataset, rows=settings.rows, size=settings.answer_bytes)


def graph(store: Store, settings: Serving, name: str | None, format: str) -> bytes | None:
    """A graph, the default graph for None; None where there is no graph of that name."""
    if name is not None and not is_graph(store, name):
        return None
    return content(
        store, None if name is None else URIRef(name), format, rows=settings.rows, size=settings.answer_bytes
    )


def description(store: Store, settings: Serving, iri: str, format: str) -> bytes | None:
    """What the store says of a thing: of a graph its content, of the ontology all of it, of other IRIs their triples.

    What stands outside the merge (set aside, derivations), and what is only ever pointed at, is described as well.
    None where the IRI is nowhere.
    """
    if iri == str(ONTOLOGY):
        return graph(store, settings, str(identity.ONTOLOGY_GRAPH), format)
    if is_graph(store, iri):
        return graph(store, settings, iri, format)
    for told, pattern in ((told.format(iri=f"<{iri}>"), pattern.format(iri=f"<{iri}>")) for told, pattern in _WAYS):
        if store.ask(f"ASK {{ {pattern} }}"):
            limit = "" if told.startswith("<") else f"LIMIT {_MOST}"
            text = f"CONSTRUCT {{ {told} }} {{ {pattern} }} {limit}"
            return sparql(store, settings, text, {"graph": format}, None)[1]
    return None


def is_graph(store: Store, name: str) -> bool:
    """Whether a graph of that name holds something."""
    return store.ask(f"ASK {{ GRAPH <{name}> {{ ?s ?p ?o }} }}")


def counts(store: Store, settings: Serving) -> tuple[dict[str, int], dict[str, int], list[str]]:
    """Things of each class, triples of each property, and the names of the graphs."""
    classes, properties = (
        {str(term): int(str(number)) for term, number in store.select(text)} for text in (_CLASSES, _PROPERTIES)
    )
    return classes, properties, [str(name) for name in store.graphs()]
