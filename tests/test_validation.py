"""The gate: what passes, what is set aside and why; and the check of a whole store."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import read_by_hand
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef

from kg_builder import identity, judges
from kg_builder.ground import laid
from kg_builder.model import Article, Entity, Event, Evidence, Fact, Official, Reference, Tenure
from kg_builder.quads import describe, quads, said
from kg_builder.store import Store
from kg_builder.validation import KGS, Finding, Gate, Verdict, validate
from kg_builder.vocabulary import ID, KGB

TEXT = "Kenya and Peru met on Monday. Kenya's trade minister Amina Otieno criticised Chile."
ARTICLE = Article("a.txt", TEXT, published="2024-06-26")
KENYA, PERU, CHILE = Entity("state", "KEN"), Entity("state", "PER"), Entity("state", "CHL")
OTIENO = Official("Amina Otieno", KENYA)


def words(text: str) -> tuple[Evidence, ...]:
    start = TEXT.index(text)
    return (Evidence(start, start + len(text), text),)


MEETING = Event("meeting", (KENYA, PERU), date="2024-06-24", evidence=words("Kenya and Peru met on Monday"))
CRITICISM = Event("criticism", (KENYA,), (CHILE,), officials=(OTIENO,), evidence=words("criticised Chile"))
MINISTER = Tenure(OTIENO, "trade minister", "minister", "incumbent", words("trade minister Amina Otieno"))
NAMED = Reference(KENYA, words("Kenya"))
SOUND: tuple[Fact, ...] = (NAMED, MINISTER, MEETING, CRITICISM)


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate()


def test_sound_facts_pass(gate: Gate) -> None:
    verdict = gate.check(ARTICLE, SOUND)
    assert verdict == Verdict(ARTICLE, SOUND)
    assert verdict.quarantine == []


def test_an_article_without_facts_passes(gate: Gate) -> None:
    assert gate.check(ARTICLE, ()) == Verdict(ARTICLE, ())


UNSOUND: list[tuple[Fact, str]] = [
    (replace(MEETING, actors=()), "Event-actor"),
    (replace(MEETING, evidence=()), "evidence"),
    (replace(MEETING, date="2024-06-28"), "Event-earliest"),
    (replace(MEETING, date="Monday"), "Event-date"),
    (replace(MEETING, targets=(CHILE,)), "Meeting-target"),
    (replace(MEETING, confidence=1.5), "confidence"),
    (replace(MEETING, name=""), "Event-eventName"),
    (replace(CRITICISM, targets=(KENYA, CHILE)), "Event-actor"),
    (replace(CRITICISM, goods=(Entity("good", "Pork"),)), "StrategicGood"),
    (replace(CRITICISM, targets=(Entity("state", "Chile"),)), "State"),
    (replace(CRITICISM, evidence=(Evidence(9, 9, ""),)), "Evidence-start"),
    (replace(MINISTER, evidence=()), "evidence"),
    (replace(MINISTER, office=""), "Office-label"),
    (replace(NAMED, entity=Entity("state", "Kenya")), "State"),
]


@pytest.mark.parametrize(("fact", "shape"), UNSOUND, ids=[shape for _, shape in UNSOUND])
def test_an_unsound_fact_is_set_aside_alone(gate: Gate, fact: Fact, shape: str) -> None:
    others = tuple(sound for sound in SOUND if type(sound) is not type(fact))
    verdict = gate.check(ARTICLE, (fact, *others))
    assert [each.fact for each in verdict.set_aside] == [fact]
    assert KGS[shape] in {finding.shape for finding in verdict.set_aside[0].findings}
    assert verdict.accepted == others
    assert verdict.about_article == ()


def test_of_two_that_contradict_each_other_the_later_is_set_aside(gate: Gate) -> None:
    forum = replace(MEETING, name="Andes Forum")
    cancelled = replace(forum, status="not-occurred", evidence=words("met on Monday"))
    verdict = gate.check(ARTICLE, (forum, CRITICISM, cancelled))
    assert verdict.accepted == (forum, CRITICISM)
    assert [each.fact for each in verdict.set_aside] == [cancelled]
    assert {finding.shape for finding in verdict.set_aside[0].findings} >= {KGS["Event-status"]}


def test_a_fault_of_a_shared_node_takes_only_those_who_have_it(gate: Gate) -> None:
    empty = Evidence(3, 3, "")
    broken = (replace(MEETING, evidence=(empty,)), replace(CRITICISM, evidence=(empty,)))
    verdict = gate.check(ARTICLE, (NAMED, MINISTER, *broken))
    assert [each.fact for each in verdict.set_aside] == list(broken)
    assert verdict.accepted == (NAMED, MINISTER)


def test_a_fault_of_the_article_is_no_fact_s(gate: Gate) -> None:
    verdict = gate.check(replace(ARTICLE, published="yesterday"), SOUND)
    assert verdict.accepted == SOUND
    assert verdict.set_aside == ()
    assert [finding.shape for finding in verdict.about_article] == [KGS["Article-issued"]]


def test_quarantine_holds_the_fact_and_its_report(gate: Gate) -> None:
    late = replace(MEETING, date="2024-06-28")
    quarantine = gate.check(ARTICLE, (NAMED, late)).quarantine
    graph = Graph()
    for triple in quarantine:
        graph.add(triple)
    assert set(describe(ARTICLE, late)) <= set(graph)
    assert not any(isinstance(term, BNode) for triple in quarantine for term in triple)
    report = graph.value(predicate=RDF.type, object=SH.ValidationReport)
    results = list(graph.objects(report, SH.result))
    assert graph.value(report, SH.conforms) == Literal(False)
    assert [graph.value(result, SH.focusNode) for result in results] == [identity.event(late, "a.txt")]
    assert [graph.value(result, SH.sourceShape) for result in results] == [KGS["Event-earliest"]]
    assert [graph.value(result, SH.resultSeverity) for result in results] == [SH.Violation]
    assert quarantine == Gate().check(ARTICLE, (late, NAMED)).quarantine
    assert not any(KGS.reportedBy in triple for triple in quarantine)


def stored(path: Path, *facts: Fact) -> Store:
    writer = Store.create_or_open(path)
    verdict = Gate().check(ARTICLE, facts)
    writer.replace_article("a.txt", (quad[:3] for quad in quads(ARTICLE, facts)), verdict.quarantine)
    return writer


def test_a_sound_store_conforms(tmp_path: Path) -> None:
    with stored(tmp_path / "store", *SOUND) as store:
        report = validate(store)
    assert report.conforms
    assert report.findings == ()
    assert list(report.lines()) == []


def test_a_warning_is_told_and_conforms(tmp_path: Path) -> None:
    with stored(tmp_path / "store", replace(CRITICISM, targets=())) as store:
        report = validate(store)
    assert report.conforms
    (line,) = report.lines()
    assert line.startswith("warning: event/criticism-")
    assert line.endswith(": Criticism is of somebody, where the text names it. [graph/article/a.txt]")


def test_a_violation_is_told_with_its_place(tmp_path: Path) -> None:
    late = replace(MEETING, date="2024-06-28")
    with stored(tmp_path / "store", late) as store:
        report = validate(store)
        assert not report.conforms
        ((graph, finding),) = report.findings
        assert graph == identity.article_graph("a.txt")
        assert finding.focus == identity.event(late, "a.txt")
        assert str(finding.value) == "2024-06-28"
        assert next(report.lines()).startswith("violation: event/meeting-")


def test_reference_data_and_ontology_are_no_article(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path / "store") as store:
        store.replace_graph(identity.ONTOLOGY_GRAPH, [(KGB.Meeting, RDF.type, KGB.State)])
        store.replace_graph(identity.INFERRED_GRAPH, [(KGB.Meeting, RDF.type, KGB.State)])
        assert validate(store).conforms
        store.replace_graph(identity.REFERENCE_GRAPH, [(KGB.Meeting, RDF.type, KGB.State)])
        assert not validate(store).conforms


AGAINST = f"""
@prefix kgb: <{KGB._NS}> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix : <http://example.org/own#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Critic a owl:Class . :Friend a owl:Class ; owl:disjointWith :Critic .
[ a owl:Restriction ; owl:onProperty kgb:criticised ; owl:someValuesFrom kgb:Party ] rdfs:subClassOf :Critic .
[ a owl:Restriction ; owl:onProperty kgb:metWith ; owl:someValuesFrom kgb:Party ] rdfs:subClassOf :Friend .
"""


@pytest.mark.usefixtures("small_ground")
def test_a_contradiction_is_a_result_with_the_facts_that_make_it(tmp_path: Path) -> None:
    module = tmp_path / "own.ttl"
    module.write_text(AGAINST, encoding="utf-8")
    with Store.create_or_open(tmp_path / "store") as store:
        laid(store, [module])
        store.replace_article("a.txt", (quad[:3] for quad in quads(ARTICLE, SOUND)))
        found = told(store)
        ((graph, finding),) = found
        assert graph == identity.article_graph("a.txt")
        assert (finding.focus, finding.severity) == (identity.entity(KENYA), SH.Violation)
        assert finding.message.startswith("Nothing is both Friend and Critic; contradicted by: ")
        for fact in ("kgb:meetingCounterpart state:PER [graph:article/a.txt]", "kgb:criticismTarget state:CHL"):
            assert fact in finding.message
        laid(store)
        assert told(store) == []
        assert told(store, module) == found


def told(store: Store, *modules: Path) -> list[tuple[URIRef, Finding]]:
    """Findings but for those on the few lines of reference data."""
    return [each for each in validate(store, modules).findings if each[0] != identity.REFERENCE_GRAPH]


def test_a_fact_of_one_article_against_reference_data_is_told_of_both(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path / "store") as store:
        laid(store)
        store.replace_article("a.txt", [(ID["state/KEN"], RDF.type, KGB.Organization)])
        found = [(graph, finding) for graph, finding in validate(store).findings if "contradicted" in finding.message]
    assert [graph for graph, _ in found] == [identity.INFERRED_GRAPH]
    assert "state:KEN rdf:type kgb:State [graph:reference]" in found[0][1].message
    assert "state:KEN rdf:type kgb:Organization [graph:article/a.txt]" in found[0][1].message


def broken(fact: Fact) -> tuple[Fact, ...]:
    """The sound facts with one that is not, in place of the one that it was made from."""
    kind = getattr(fact, "type", type(fact))
    return (*(one for one in SOUND if getattr(one, "type", type(one)) != kind), fact)


@pytest.mark.parametrize("facts", [SOUND, (), *(broken(fact) for fact, _ in UNSOUND)])
def test_the_whole_store_is_judged_as_each_article_was(tmp_path: Path, gate: Gate, facts: tuple[Fact, ...]) -> None:
    """Whatever other articles say of the same happening: another status, another day."""
    other = Article("b.txt", TEXT, published="2024-06-28")
    elsewhere = (NAMED, replace(MEETING, status="planned"), replace(MEETING, place="Lima"))
    at_build = {
        each: gate.findings(said(each, [describe(each, fact) for fact in told]))
        for each, told in ((ARTICLE, facts), (other, elsewhere))
    }
    with Store.create_or_open(tmp_path / "store") as store:
        for each, told in ((ARTICLE, facts), (other, elsewhere)):
            store.replace_article(each.id, said(each, [describe(each, fact) for fact in told]))
        found = validate(store).findings
    for each, expected in at_build.items():
        graph = identity.article_graph(each.id)
        assert tuple(finding for name, finding in found if name == graph) == expected
    assert any(finding.violation for finding in at_build[ARTICLE]) == (facts not in (SOUND, ()))
    refused = {each.fact for each in gate.check(ARTICLE, facts).set_aside}
    assert refused == {fact for fact in facts if fact not in SOUND}


def test_the_five_articles_are_judged_in_the_store_as_they_were_at_build(gate: Gate, read_store: Path) -> None:
    """By shape, since persons and happenings may bear the IRI of another article there."""
    with Store.open(read_store) as store:
        found = validate(store).findings
    for article in read_by_hand.articles():
        verdict = gate.check(article, read_by_hand.facts(article))
        at_build = gate.findings(said(article, verdict.described))
        graph = identity.article_graph(article.id)
        assert Counter(each.shape for name, each in found if name == graph) == Counter(each.shape for each in at_build)
    assert {each.severity for _, each in found} == {SH.Warning}


def test_who_judges_depends_on_how_large_a_graph_is_and_on_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def judge(*, large: bool) -> judges.Judge:
        asked.append(large)
        return judges.PySHACL(judges.shapes())

    monkeypatch.setattr(judges, "judge", judge)
    gate, many = Gate(), [(ID[f"state/{number}"], KGB.demonym, Literal("x")) for number in range(judges.LARGE)]
    assert gate.findings(many[1:]) == gate.findings(many) == ()
    assert asked == [False, True]
    monkeypatch.undo()
    monkeypatch.setattr(judges, "find_spec", lambda name: None)
    assert isinstance(judges.judge.__wrapped__(large=True), judges.PySHACL)


def test_the_extra_judges_large_graphs_where_it_is_installed() -> None:
    pytest.importorskip("pyshacl_turbo", reason="the extra fast is not installed")
    assert isinstance(judges.judge(large=True), judges.Turbo)
    assert isinstance(judges.judge(large=False), judges.PySHACL)
