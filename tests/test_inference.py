"""Inference: the same closure as owlrl's on data, nothing ignored in silence, every triple with its reason."""

import re
from collections.abc import Iterable
from itertools import chain

import owlrl
import pytest
import read_by_hand
from constructs import EQUAL, ONTOLOGIES, STATEMENTS, D, T, read, triples
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rdflib import OWL, RDF, SKOS, BNode, Graph, Literal, URIRef

from kg_builder import extract, language, resources
from kg_builder.articles import articles
from kg_builder.errors import InvalidOntology
from kg_builder.inference import Closure, Rules, Triple, ontology
from kg_builder.inference.rules import instance, match
from kg_builder.model import Article, Entity, Event, Evidence, Fact, Official, Reference, Tenure
from kg_builder.quads import quads
from kg_builder.settings import Settings
from kg_builder.vocabulary import ID, KGB

ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
#: Each construct that is covered, with data on which it acts.
COVERED = [
    (":A rdfs:subClassOf :B . :B rdfs:subClassOf :C .", "d:a a :A ."),
    (":A owl:equivalentClass :B .", "d:a a :A . d:b a :B ."),
    (":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r .", "d:a :p d:b ; :q 1 ."),
    (":p owl:equivalentProperty :q .", "d:a :p d:b . d:b :q d:c ."),
    (":p rdfs:domain :A ; rdfs:range :B . :A rdfs:subClassOf :C .", "d:a :p d:b ."),
    (":p rdfs:range xsd:string .", 'd:a :p "b" .'),
    (":p owl:inverseOf :q .", "d:a :p d:b . d:c :q d:d ."),
    (":p a owl:SymmetricProperty .", "d:a :p d:b . d:c :p d:c ."),
    (":p a owl:TransitiveProperty .", "d:a :p d:b . d:b :p d:c . d:c :p d:d . d:d :p d:b ."),
    (":p owl:propertyChainAxiom ( :q :r ) .", "d:a :q d:b . d:b :r d:c , d:a ."),
    (":p owl:propertyChainAxiom ( :q :r :q ) .", "d:a :q d:b . d:b :r d:c . d:c :q d:d ."),
    (":p owl:propertyChainAxiom ( :p :q ) .", "d:a :p d:b . d:b :q d:c . d:c :q d:d ."),
    (":p a owl:FunctionalProperty .", "d:a :p d:b , d:c . d:b :q d:x . d:y :q d:c ."),
    (":p a owl:InverseFunctionalProperty .", "d:a :p d:c . d:b :p d:c . d:b :q 1 ."),
    ("[ owl:intersectionOf ( :A :B ) ] rdfs:subClassOf :C .", "d:a a :A , :B . d:b a :A ."),
    (":C rdfs:subClassOf [ owl:intersectionOf ( :A :B ) ] .", "d:a a :C ."),
    ("[ owl:unionOf ( :A :B ) ] rdfs:subClassOf :C .", "d:a a :A . d:b a :B . d:c a :D ."),
    ("[ owl:onProperty :p ; owl:someValuesFrom :A ] rdfs:subClassOf :B .", "d:a :p d:b . d:b a :A . d:c :p d:a ."),
    ("[ owl:onProperty :p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :B .", "d:a :p d:b ."),
    (":A rdfs:subClassOf [ owl:onProperty :p ; owl:allValuesFrom :B ] .", "d:a a :A ; :p d:b . d:c :p d:d ."),
    ("[ owl:onProperty :p ; owl:hasValue d:v ] rdfs:subClassOf :B .", "d:a :p d:v . d:b :p d:a ."),
    (":A owl:equivalentClass [ owl:onProperty :p ; owl:hasValue d:v ] .", "d:a a :A . d:b :p d:v ."),
    (
        "[ owl:intersectionOf ( [ owl:onProperty :p ; owl:someValuesFrom :A ] "
        "[ owl:onProperty :q ; owl:someValuesFrom :B ] ) ] rdfs:subClassOf "
        "[ owl:onProperty :r ; owl:allValuesFrom :C ] .",
        "d:a :p d:b ; :q d:c ; :r d:d . d:b a :A . d:c a :B . d:e :p d:b ; :q d:b ; :r d:f .",
    ),
]
CONTRADICTED = [
    (":A owl:disjointWith :B .", "d:a a :A , :B ."),
    ("[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) .", "d:a a :C , :B . d:b a :A ."),
    (":p a owl:AsymmetricProperty .", "d:a :p d:b . d:b :p d:a ."),
    (":p a owl:IrreflexiveProperty .", "d:a :p d:a ."),
    (":p owl:propertyDisjointWith :q .", "d:a :p d:b ; :q d:b ."),
    (":A rdfs:subClassOf [ owl:complementOf :B ] .", "d:a a :A , :B ."),
    (":A rdfs:subClassOf owl:Nothing .", "d:a a :A ."),
    (":A owl:disjointWith :B . :p rdfs:range :A ; rdfs:domain :B .", "d:a :p d:b . d:b :p d:c ."),
]
REFUSED = [
    (":A owl:oneOf ( d:a ) .", "oneOf"),
    (":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 1 ] .", "maxCardinality"),
    (":A rdfs:subClassOf [ owl:onProperty :p ; owl:someValuesFrom :B ] .", "someValuesFrom"),
    (":A rdfs:subClassOf [ owl:unionOf ( :B :C ) ] .", "unionOf"),
    ("[ owl:onProperty :p ; owl:allValuesFrom :B ] rdfs:subClassOf :A .", "allValuesFrom"),
    (":A owl:intersectionOf ( :B :C ) .", "intersectionOf"),
    (":A owl:hasKey ( :p ) .", "hasKey"),
    (":A owl:disjointUnionOf ( :B :C ) .", "disjointUnionOf"),
    (":p a owl:ReflexiveProperty .", "ReflexiveProperty"),
    ("d:a owl:sameAs d:b .", "sameAs"),
    ("[] a owl:AllDifferent ; owl:distinctMembers ( d:a d:b ) .", "AllDifferent"),
    ("[] a owl:NegativePropertyAssertion .", "NegativePropertyAssertion"),
    ("<http://example.org/o> owl:imports <http://example.org/other> .", "imports"),
    (":p owl:propertyChainAxiom ( [ owl:inverseOf :q ] :r ) .", "inverseOf"),
    ("owl:Thing rdfs:subClassOf :A .", "Thing"),
    (":A rdfs:subClassOf [ a owl:Restriction ] .", "anonymous class"),
]


def judged(schema: Graph, data: Iterable[Triple], namespace: str) -> tuple[set[Triple], bool]:
    """What owlrl adds about things of ``namespace``, and whether it finds a contradiction.

    Left out is what says nothing: that a thing is the same as itself, or a Thing; that it is in a class that has no
    name; and what is said of literals, which RDF does not allow.
    """
    graph, asserted = Graph(), set(data)
    for triple in chain(schema, asserted):
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    found = {
        (subject, predicate, object_)
        for subject, predicate, object_ in graph
        if isinstance(subject, URIRef) and subject.startswith(namespace)
        if not (predicate == OWL.sameAs and subject == object_)
        if not (predicate == RDF.type and (object_ in (OWL.Thing, OWL.Nothing) or isinstance(object_, BNode)))
    }
    return found - asserted, bool(list(graph.subjects(RDF.type, ERROR)))


def ours(closure: Closure, namespace: str) -> set[Triple]:
    about = (derived.triple for derived in closure.inferred if str(derived.triple[0]).startswith(namespace))
    return {triple for triple in about if not (triple[1] == OWL.sameAs and triple[0] == triple[2])}


@pytest.mark.parametrize(("axioms", "data"), [*COVERED, *CONTRADICTED])
def test_each_construct_gives_what_owlrl_gives(axioms: str, data: str) -> None:
    schema, facts = read(axioms), triples(read(data))
    closure = Rules.from_ontology(schema).closure()
    closure.add(facts)
    expected, contradiction = judged(schema, facts, str(D))
    assert ours(closure, str(D)) == expected
    assert bool(closure.contradictions) == contradiction


@pytest.mark.parametrize(("axioms", "data"), CONTRADICTED)
def test_contradictions_name_the_facts_that_make_them(axioms: str, data: str) -> None:
    closure = Rules.from_ontology(read(axioms)).closure()
    closure.add(triples(read(data)))
    assert closure.contradictions
    for contradiction in closure.contradictions:
        assert contradiction.rule.head is None
        assert set(contradiction.premises) <= {*triples(read(data)), *(each.triple for each in closure.inferred)}


@pytest.mark.parametrize(("axioms", "named"), REFUSED)
def test_what_no_rule_covers_is_refused_by_name(axioms: str, named: str) -> None:
    with pytest.raises(InvalidOntology, match=named):
        Rules.from_ontology(read(axioms))


@pytest.mark.parametrize("schema", ONTOLOGIES, ids=["equal", "different", "named"])
@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.lists(STATEMENTS, max_size=9))
def test_any_data_give_what_owlrl_gives(schema: Graph, data: list[Triple]) -> None:
    closure = Rules.from_ontology(schema).closure()
    closure.add(triples(data))
    expected, contradiction = judged(schema, data, str(D))
    assert ours(closure, str(D)) == expected
    assert bool(closure.contradictions) == contradiction


STEPS = st.lists(st.tuples(st.booleans(), st.lists(STATEMENTS, min_size=1, max_size=4)), max_size=8)


@pytest.mark.parametrize("schema", ONTOLOGIES, ids=["equal", "different", "named"])
@settings(max_examples=100, deadline=None, derandomize=True)
@given(steps=STEPS)
def test_after_any_additions_and_removals_the_closure_is_that_of_what_is_asserted(
    schema: Graph, steps: list[tuple[bool, list[Triple]]]
) -> None:
    rules = Rules.from_ontology(schema)
    grown, asserted = rules.closure(), dict[Triple, None]()
    for added, part in steps:
        if added:
            grown.add(part)
            asserted |= dict.fromkeys(part)
        else:
            grown.remove(part)
            asserted = {triple: None for triple in asserted if triple not in part}
    whole = rules.closure()
    whole.add(asserted)
    assert {each.triple for each in grown.inferred} == {each.triple for each in whole.inferred}
    assert clashes(grown) == clashes(whole)
    assert_grounded(grown, asserted)


def clashes(closure: Closure) -> set[tuple[str, frozenset[Triple]]]:
    return {(each.rule.axiom, frozenset(each.premises)) for each in closure.contradictions}


def assert_grounded(closure: Closure, asserted: Iterable[Triple]) -> None:
    """Every inferred triple has a derivation that leads down to what is asserted."""
    waiting, grounded = {each.triple: each for each in closure.inferred}, set(asserted)
    while ready := [each for each in waiting.values() if grounded.issuperset(each.premises)]:
        for each in ready:
            grounded.add(waiting.pop(each.triple).triple)
    assert not waiting


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(STATEMENTS, max_size=12))
def test_every_derivation_is_an_instance_of_its_rule_and_rests_on_what_is_asserted(data: list[Triple]) -> None:
    grounded = set(data)
    for derived in Rules.from_ontology(EQUAL).infer(data):
        assert derived.rule.head is not None
        binding: dict[object, object] | None = {}
        for atom, premise in zip(derived.rule.body, derived.premises, strict=True):
            binding = match(atom, premise, binding)
            assert binding is not None
        assert instance(derived.rule.head, binding) == derived.triple
        assert set(derived.premises) <= grounded
        assert derived.triple not in grounded
        grounded.add(derived.triple)


def test_what_is_asserted_later_is_no_longer_inferred() -> None:
    closure = Rules.from_ontology(read(":A rdfs:subClassOf :B .")).closure()
    closure.add([(D.a, RDF.type, T.A)])
    assert [each.triple for each in closure.inferred] == [(D.a, RDF.type, T.B)]
    assert list(closure.add([(D.a, RDF.type, T.B)])) == []
    assert list(closure.inferred) == []


def test_rules_do_not_depend_on_how_the_ontology_was_read() -> None:
    text = ontology().serialize(format="nt")
    lines = sorted(text.splitlines(), reverse=True)
    shuffled = Graph().parse(data="\n".join(lines), format="nt")
    assert Rules.from_ontology(shuffled).rules == Rules.from_ontology(ontology()).rules


def test_a_bad_module_is_named(tmp_path) -> None:  # type: ignore[no-untyped-def]
    module = tmp_path / "own.ttl"
    module.write_text("kgb:State a")
    with pytest.raises(InvalidOntology, match=r"own\.ttl"):
        ontology(module)


JPN, DEU, KOR = Entity("state", "JPN"), Entity("state", "DEU"), Entity("state", "KOR")
RARE = Entity("good", "rare-earths")
MINISTER, CHANCELLOR = Official("Taro Yamada", JPN), Official("Erika Muster", DEU)
WORDS = (Evidence(0, 5, "Japan"),)


def article_triples() -> list[Triple]:
    """An article in which everything that yields a relation occurs, and much that must not."""
    facts = [
        Reference(JPN, WORDS),
        Tenure(MINISTER, "trade minister", "minister", "incumbent", WORDS),
        Tenure(CHANCELLOR, "chancellor", "head-of-government", "former", WORDS),
        Event("agreement", (JPN, DEU), goods=(RARE,), date="2024-05-01", evidence=WORDS),
        Event("meeting", (JPN, DEU), officials=(MINISTER, CHANCELLOR), date="2024-05", place="Nara", evidence=WORDS),
        Event("meeting", (JPN, KOR), status="planned", evidence=WORDS),
        Event("restriction", (KOR,), (JPN, KOR), goods=(RARE,), status="ongoing", evidence=WORDS),
        Event("criticism", (DEU,), (KOR,), status="not-occurred", evidence=WORDS),
    ]
    return [quad[:3] for quad in quads(Article("a.txt", "Japan and Germany", "2024-05-02"), facts)]


def test_an_article_gives_what_owlrl_gives() -> None:
    data = article_triples()
    closure = Rules.from_ontology(ontology()).closure()
    closure.add(data)
    expected, contradiction = judged(ontology(), data, str(ID))
    assert ours(closure, str(ID)) == expected
    assert not contradiction
    assert closure.contradictions == []


def told(read: Article, facts: Iterable[Fact]) -> list[Triple]:
    return [quad[:3] for quad in quads(read, facts)]


def assert_judged(data: list[Triple]) -> None:
    """Ours and owlrl's closure are the same on ``data``, in both directions."""
    closure = Rules.from_ontology(ontology()).closure()
    closure.add(data)
    expected, contradiction = judged(ontology(), data, str(ID))
    assert ours(closure, str(ID)) == expected
    assert bool(closure.contradictions) == contradiction


def test_the_five_articles_give_what_owlrl_gives() -> None:
    assert_judged(triples(*(told(read, read_by_hand.facts(read)) for read in read_by_hand.articles())))


@pytest.mark.slow
def test_reference_data_give_what_owlrl_gives() -> None:
    assert_judged(triples(*(Graph().parse(file) for file in sorted(resources.path("data", "reference").glob("*.ttl")))))


@pytest.mark.slow
def test_the_annotated_articles_give_what_owlrl_gives() -> None:
    """As they are read, whatever is read from them."""
    folder = resources.root().parent / "shared" / "gold" / "dev"
    if not folder.is_dir():
        pytest.skip("there are none beside the project")
    read = [article for article in articles([folder], Settings()) if isinstance(article, Article)]
    assert len(read) > 20
    assert_judged(triples(*(told(doc._.article, extract.facts(doc)) for doc in language.docs(read, Settings()))))


NODES = st.sampled_from([ID[f"thing/{name}"] for name in "abcde"])
OWN = (str(KGB._NS), str(SKOS))
OWN_PROPERTIES, OWN_CLASSES = (
    sorted(term for term in ontology().subjects(RDF.type, kind) if str(term).startswith(OWN))
    for kind in (OWL.ObjectProperty, OWL.Class)
)
OWN_STATEMENTS = st.one_of(
    st.tuples(NODES, st.sampled_from(OWN_PROPERTIES), NODES),
    st.tuples(NODES, st.just(RDF.type), st.sampled_from(OWN_CLASSES)),
)


UNHURRIED = settings(deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])


@settings(UNHURRIED, max_examples=3, derandomize=True)
@given(data=st.lists(OWN_STATEMENTS, min_size=20, max_size=40))
def test_any_data_in_our_own_terms_give_what_owlrl_gives(data: list[Triple]) -> None:
    assert_judged(triples(data))


@pytest.mark.slow
@settings(UNHURRIED, max_examples=40)
@given(data=st.lists(OWN_STATEMENTS, min_size=10, max_size=60))
def test_many_data_in_our_own_terms_give_what_owlrl_gives(data: list[Triple]) -> None:
    assert_judged(triples(data))


RELATIONS = sorted(str(head) for head in ontology().subjects(OWL.propertyChainAxiom) if head != KGB.statedIn)


def test_relations_follow_from_what_happened_and_from_nothing_else() -> None:
    found = {
        (str(s).split("/id/")[1], p.split("#")[1], str(o).split("/id/")[1])
        for s, p, o in (derived.triple for derived in Rules.from_ontology(ontology()).infer(article_triples()))
        if str(p) in RELATIONS
    }
    assert found == {
        ("state/JPN", "agreesWith", "state/DEU"),
        ("state/DEU", "agreesWith", "state/JPN"),
        ("state/JPN", "agreedOn", "good/rare-earths"),
        ("state/DEU", "agreedOn", "good/rare-earths"),
        ("state/JPN", "metWith", "state/DEU"),
        ("state/DEU", "metWith", "state/JPN"),
        ("official/JPN/taro-yamada", "metWith", "official/DEU/erika-muster"),
        ("official/DEU/erika-muster", "metWith", "official/JPN/taro-yamada"),
        ("state/KOR", "restricts", "state/JPN"),
        ("state/KOR", "restrictsGood", "good/rare-earths"),
        ("official/JPN/taro-yamada", "holdsOffice", "office/JPN/trade-minister"),
        ("official/JPN/taro-yamada", "represents", "state/JPN"),
        ("official/DEU/erika-muster", "heldOffice", "office/DEU/chancellor"),
    }


def test_the_reason_leads_to_the_event() -> None:
    inferred = {each.triple: each for each in Rules.from_ontology(ontology()).infer(article_triples())}
    reason = inferred[ID["state/KOR"], KGB.restrictsGood, ID["good/rare-earths"]]
    assert reason.rule.name == "prp-spo2"
    assert reason.rule.axiom == "participatesAs o restrictionGood is a subproperty of restrictsGood"
    first, second = reason.premises
    assert (first[1], second[1]) == (KGB.participatesAs, KGB.restrictionGood)
    assert (first[2], KGB.inEvent) in {(s, p) for s, p, _ in article_triples()}


def test_reference_data_are_free_of_contradiction_and_goods_are_closed() -> None:
    data = chain(*(Graph().parse(file) for file in sorted(resources.path("data", "reference").glob("*.ttl"))))
    closure = Rules.from_ontology(ontology()).closure()
    closure.add(triples(data))
    assert closure.contradictions == []
    inferred = {each.triple for each in closure.inferred}
    assert any(predicate == SKOS.broaderTransitive for _, predicate, _ in inferred)
    assert any(predicate == KGB.memberOf for _, predicate, _ in inferred)
    assert not any(isinstance(subject, Literal) for subject, _, _ in inferred)


def test_the_example_of_the_documentation_is_true() -> None:
    text = (resources.root() / "docs" / "model.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"```turtle (stated|inferred)\n(.*?)```", text, re.DOTALL))
    article = Article("example.txt", "TOKYO, May 2, 2024 - Japan and Germany agreed Wednesday to secure rare earths.")
    words = Evidence(21, 77, article.text[21:77])
    event = Event("agreement", (JPN, DEU), goods=(RARE,), date="2024-05-01", confidence=0.9, evidence=(words,))
    said = [quad[:3] for quad in quads(article, [event])]
    assert set(Graph().parse(data=blocks["stated"], format="turtle")) <= set(said)
    inferred = {each.triple for each in Rules.from_ontology(ontology()).infer(said)}
    assert set(Graph().parse(data=blocks["inferred"], format="turtle")) <= inferred
