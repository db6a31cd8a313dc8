"""The vocabulary module and the ontology know the same terms."""

import pytest
from rdflib import Graph, URIRef

from kg_builder.inference import ontology
from kg_builder.vocabulary import KGB, PREFIXES

NAMESPACE = str(KGB._NS)


def in_vocabulary() -> set[str]:
    return {name for name in KGB.__annotations__ if not name.startswith("_")} | set(KGB._extras)


def in_ontology(graph: Graph) -> set[str]:
    terms = {term for triple in graph for term in triple if isinstance(term, URIRef)}
    return {term.removeprefix(NAMESPACE) for term in terms if term.startswith(NAMESPACE)}


def test_vocabulary_and_ontology_agree() -> None:
    assert in_vocabulary() == in_ontology(ontology())


def test_every_term_is_described_not_only_used() -> None:
    described = {term for term in ontology().subjects() if isinstance(term, URIRef) and term.startswith(NAMESPACE)}
    assert {NAMESPACE + name for name in in_vocabulary()} == {str(term) for term in described}


@pytest.mark.parametrize("name", ["agreeswith", "status-refused", "Agreements"])
def test_an_unknown_term_is_an_error(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        KGB[name]


def test_prefixes_are_unambiguous() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert all(namespace.endswith(("#", "/")) for namespace in PREFIXES.values())
