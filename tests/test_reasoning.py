"""Inference in a store: what follows always equals what would follow from all that is asserted, and tells why."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
import read_by_hand
from constructs import ONTOLOGIES, STATEMENTS, triples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, SKOS, Graph, Literal

from kg_builder import derivations, ground, identity
from kg_builder.errors import InvalidOntology
from kg_builder.inference import Rules, Triple
from kg_builder.quads import quads
from kg_builder.reasoning import Reasoner, proof, rules_of
from kg_builder.store import Writer
from kg_builder.vocabulary import ID, KGB

SAID = {
    article.id: [quad[:3] for quad in quads(article, read_by_hand.facts(article))]
    for article in read_by_hand.articles()
}
NAMES = ("a.txt", "b.txt", "c.txt")


def opened(schema: Graph) -> Writer:
    """A store in memory, which stands on ``schema`` alone."""
    store = Writer(ox.Store(), Path("in-memory"))
    store.replace_graph(identity.ONTOLOGY_GRAPH, schema)
    store.follow(Reasoner(store, rules_of(store)))
    return store


def assert_closed(store: Writer, rules: Rules, asserted: Iterable[Triple]) -> None:
    """The inferred graph and its derivations are what inferring from all at once gives."""
    whole = rules.closure()
    whole.add(asserted)
    wanted = {each.triple for each in whole.inferred}
    assert set(store.triples(identity.INFERRED_GRAPH)) == wanted
    told = {triple: derivations.first(whole.reasons(triple)) for triple in wanted if derivations.is_told(triple[1])}
    written = {line for triple, reason in told.items() for line in derivations.described(triple, reason)}
    assert set(store.triples(identity.DERIVATIONS_GRAPH)) == written


STEPS = st.lists(st.tuples(st.sampled_from(NAMES), st.lists(STATEMENTS, max_size=5)), min_size=1, max_size=6)


@pytest.mark.parametrize("schema", ONTOLOGIES, ids=["equal", "different", "named"])
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_after_any_changes_what_follows_is_what_would_follow_anew(
    schema: Graph, steps: list[tuple[str, list[Triple]]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(derivations, "is_told", lambda predicate: predicate != RDF.type)
        store = opened(schema)
        rules, held = rules_of(store), dict[str, list[Triple]]()
        for name, said in steps:
            store.replace_article(name, said)
            held[name] = said
        asserted = triples(store.triples(identity.ONTOLOGY_GRAPH), *held.values())
        assert_closed(store, rules, asserted)
        merge = {*asserted, *store.triples(identity.INFERRED_GRAPH)}
        assert set(store.triples(None)) == merge


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Writer:
    """The five articles as a careful reader reads them, on our whole ground; one was there and went again."""
    store = Writer(ox.Store(), tmp_path_factory.mktemp("store"))
    ground.laid(store)
    for article in read_by_hand.articles():
        store.replace_article(article.id, SAID[article.id])
    store.replace_article("gone.txt", SAID["000.txt"])
    store.remove_article("gone.txt")
    return store


def asserted(store: Writer) -> list[Triple]:
    graphs = (identity.ONTOLOGY_GRAPH, identity.REFERENCE_GRAPH, *map(identity.article_graph, read_by_hand.READ))
    return [triple for graph in graphs for triple in store.triples(graph)]


def without_record(store: Writer) -> Writer:
    record = (identity.INFERRED_GRAPH, KGB.digest, Literal(ground.recorded(store)))
    store.amend({identity.DERIVATIONS_GRAPH: ([record], ())})
    return store


def test_five_articles_one_by_one_give_what_all_at_once_give(shipped: Writer) -> None:
    record = ground.recorded(shipped)
    assert_closed(without_record(shipped), rules_of(shipped), asserted(shipped))
    ground.infer(shipped, record)  # whole, when asked, gives the same
    assert ground.recorded(shipped) == record
    assert_closed(without_record(shipped), rules_of(shipped), asserted(shipped))


def test_every_inferred_triple_has_a_proof_down_to_what_is_asserted(shipped: Writer) -> None:
    program, facts = rules_of(shipped).program, set(asserted(shipped))
    articles = [triple for triple in shipped.triples(identity.INFERRED_GRAPH) if "/event/" in triple[0]]
    assert len(articles) > 50
    for triple in articles:
        waiting = [triple]
        while waiting:
            step = proof(shipped, program, waiting.pop())
            assert step is not None
            waiting += [premise for premise in step.premises if premise not in facts]


def test_what_is_told_of_a_relation_is_its_proof(shipped: Writer) -> None:
    program = rules_of(shipped).program
    told = [
        triple for triple in shipped.triples(identity.INFERRED_GRAPH) if triple[1] in (KGB.agreesWith, KGB.represents)
    ]
    assert len(told) > 5
    for triple in told:
        known, step = derivations.derivation(shipped, triple), proof(shipped, program, triple)
        assert known is not None
        assert step is not None
        assert known.reason == derivations.reason(step)
        assert set(known.premises) == set(step.premises)


def test_what_is_asserted_has_no_proof(shipped: Writer) -> None:
    broader = (ID["good/gallium"], SKOS.broader, ID["good/critical-minerals"])
    assert proof(shipped, rules_of(shipped).program, broader) is None


MODULE = f"""
@prefix kgb: <{KGB._NS}> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix : <http://example.org/own#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Ally a owl:Class . :Rival a owl:Class ; owl:disjointWith :Ally .
[ a owl:Restriction ; owl:onProperty kgb:agreesWith ; owl:someValuesFrom kgb:Party ] rdfs:subClassOf :Ally .
[ a owl:Restriction ; owl:onProperty kgb:agreesWith ; owl:hasValue <{ID}state/JPN> ] rdfs:subClassOf :Rival .
"""


def own_module(tmp_path: Path, text: str = MODULE) -> Path:
    file = tmp_path / "own.ttl"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.usefixtures("small_ground")
def test_a_module_of_the_user_s_takes_part(tmp_path: Path) -> None:
    store, module = Writer(ox.Store(), tmp_path), own_module(tmp_path)
    ground.laid(store)
    for name in read_by_hand.READ:
        store.replace_article(name, SAID[name])
    without = set(store.triples(None))
    reasoner = ground.laid(store, [module])
    assert store.ask("PREFIX : <http://example.org/own#> ASK { GRAPH graph:inferred { state:JPN a :Ally } }")
    clashes = reasoner.contradictions
    assert {clash.premises[0][0] for clash in clashes} >= {ID["state/DEU"]}
    for name in read_by_hand.READ:
        store.remove_article(name)
    assert reasoner.contradictions == []
    for name in read_by_hand.READ:
        store.replace_article(name, SAID[name])
    assert reasoner.contradictions == clashes
    ground.laid(store)
    assert set(store.triples(None)) == without


@pytest.mark.usefixtures("small_ground")
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("<a> <http://www.w3.org/2002/07/owl#oneOf> <b> .", "oneOf"),
        ("kgb:State a", r"own\.ttl"),
    ],
)
def test_what_a_module_may_not_say_is_refused_before_anything_is_changed(tmp_path: Path, text: str, named: str) -> None:
    store = Writer(ox.Store(), tmp_path)
    ground.laid(store)
    before = set(store.triples(None))
    with pytest.raises(InvalidOntology, match=named):
        ground.laid(store, [own_module(tmp_path, text)])
    assert set(store.triples(None)) == before
    with pytest.raises(InvalidOntology, match=r"none\.ttl"):
        ground.laid(store, [tmp_path / "none.ttl"])
