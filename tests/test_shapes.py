"""The shapes: an article that tells one of everything conforms, and each constraint is broken by some mutant of it."""

from collections.abc import Iterator
from importlib.util import find_spec
from itertools import chain

import pyshacl
import pytest
from mutants import MUTANTS, TEXT, Mutation, event, whole
from rdflib import OWL, RDF, SH, Graph, URIRef
from rdflib.term import Node

from kg_builder.inference import ontology
from kg_builder.judges import Finding, PySHACL, Turbo, reported, shapes
from kg_builder.model import Article
from kg_builder.validation import KGS, Gate
from kg_builder.vocabulary import EVENT_CLASS, KGB


@pytest.fixture(scope="module", params=["pyshacl", "fast"])
def gate(request: pytest.FixtureRequest) -> Gate:
    """The default installation and the extra are held to the same results."""
    if request.param == "fast":
        pytest.importorskip("pyshacl_turbo", reason="the extra fast is not installed")
        return Gate(Turbo(shapes()))
    return Gate(PySHACL(shapes()))


def test_one_of_everything_conforms(gate: Gate) -> None:
    graph = whole()
    size = len(graph)
    assert gate.findings(graph) == ()
    assert len(graph) == size


@pytest.mark.parametrize(
    ("mutation", "shape", "component"),
    MUTANTS,
    ids=[f"{shape}-{component.fragment}" for _, shape, component in MUTANTS],
)
def test_each_mutant_breaks_its_constraint(gate: Gate, mutation: Mutation, shape: str, component: URIRef) -> None:
    graph = whole()
    mutation(graph)
    found = {(finding.shape, finding.component) for finding in gate.findings(graph)}
    assert (KGS[shape], component) in found


PARAMETERS = {
    SH["class"]: SH.ClassConstraintComponent,
    SH.datatype: SH.DatatypeConstraintComponent,
    SH.disjoint: SH.DisjointConstraintComponent,
    SH.equals: SH.EqualsConstraintComponent,
    SH.hasValue: SH.HasValueConstraintComponent,
    SH["in"]: SH.InConstraintComponent,
    SH.lessThan: SH.LessThanConstraintComponent,
    SH.lessThanOrEquals: SH.LessThanOrEqualsConstraintComponent,
    SH.maxCount: SH.MaxCountConstraintComponent,
    SH.maxInclusive: SH.MaxInclusiveConstraintComponent,
    SH.minCount: SH.MinCountConstraintComponent,
    SH.minInclusive: SH.MinInclusiveConstraintComponent,
    SH.minLength: SH.MinLengthConstraintComponent,
    SH.nodeKind: SH.NodeKindConstraintComponent,
    SH["or"]: SH.OrConstraintComponent,
    SH.pattern: SH.PatternConstraintComponent,
}
OTHER_TERMS = {
    SH.path,
    SH.property,
    SH.targetClass,
    SH.targetSubjectsOf,
    SH.severity,
    SH.message,
    SH.inversePath,
    SH.alternativePath,
}


def constraints() -> Iterator[tuple[URIRef, URIRef]]:
    """Each constraint of a named shape; that an IRI is one needs no mutant where the class is its target."""
    for subject, predicate in shapes().subject_predicates():
        if isinstance(subject, URIRef) and predicate in PARAMETERS:
            if predicate == SH.nodeKind and (subject, SH.targetClass, None) in shapes():
                continue
            if predicate == SH.nodeKind and subject == KGS["Participation-agent"]:
                continue  # no literal is ever a subject
            yield subject, PARAMETERS[predicate]


def test_no_constraint_without_a_mutant() -> None:
    assert set(constraints()) == {(KGS[shape], component) for _, shape, component in MUTANTS}


def test_only_core_is_used() -> None:
    used = {predicate for predicate in shapes().predicates() if predicate.startswith(str(SH))}
    assert used <= PARAMETERS.keys() | OTHER_TERMS


def test_every_shape_tells_people_what_it_wants() -> None:
    graph = shapes()
    for shape in graph.subjects(SH.path):
        assert len(list(graph.objects(shape, SH.message))) == 1, shape
        assert graph.value(shape, SH.severity) in {None, SH.Warning}, shape


def test_every_event_class_is_a_target() -> None:
    assert set(shapes().objects(KGS.Event, SH.targetClass)) == set(EVENT_CLASS.values())


def test_what_happened_after_its_article_is_refused(gate: Gate) -> None:
    def broken(date: str, status: str, published: str | None) -> bool:
        late = event("meeting", date=date, status=status)
        verdict = gate.check(Article("a.txt", TEXT, published=published), [late])
        return bool(verdict.set_aside)

    assert broken("2024-06-28", "occurred", "2024-06-26")
    assert not broken("2024-06-27", "occurred", "2024-06-26")  # where it is the next day already
    assert broken("2024-07", "ongoing", "2024-06-26")
    assert not broken("2024-06-27", "planned", "2024-06-26")
    assert not broken("2024-06", "occurred", "2024-06-26")
    assert not broken("2024", "occurred", "2024-06-26")
    assert not broken("2024-06-27", "occurred", "2024-06")
    assert not broken("2024-06-27", "occurred", None)


def test_every_class_and_property_of_the_ontology_has_a_shape() -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    terms = {
        term for kind in kinds for term in ontology().subjects(RDF.type, kind) if str(term).startswith(str(KGB._NS))
    }
    graph = shapes()
    targets = {*graph.objects(None, SH.targetClass)}
    paths = set(chain.from_iterable(leaves(graph, path) for path in graph.objects(None, SH.path)))
    assert {term for term in terms if (term, RDF.type, OWL.Class) in ontology()} <= targets
    assert {term for term in terms if (term, RDF.type, OWL.Class) not in ontology()} <= paths


def leaves(graph: Graph, path: Node) -> Iterator[Node]:
    """The predicates of a property path (SHACL, section 2.3.1)."""
    if isinstance(path, URIRef):
        yield path
        return
    for predicate, part in graph.predicate_objects(path):
        if predicate != RDF.rest or part != RDF.nil:
            yield from leaves(graph, part)


def plain(graph: Graph) -> set[Finding]:
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes())
    return reported(report)


@pytest.mark.parametrize("part", range(4))
def test_the_order_in_which_pyshacl_is_asked_does_not_change_what_it_says(part: int) -> None:
    for mutation, _, _ in MUTANTS[part * 6 :: 24]:
        graph = whole()
        mutation(graph)
        assert PySHACL(shapes()).findings(graph) == plain(graph)


@pytest.mark.slow
def test_on_every_mutant_all_judges_say_what_pyshacl_says() -> None:
    ours = [PySHACL(shapes())]
    if find_spec("pyshacl_turbo"):
        ours.append(Turbo(shapes()))
    for mutation, _, _ in MUTANTS:
        graph = whole()
        mutation(graph)
        expected = plain(graph)
        for judge in ours:
            assert judge.findings(graph) == expected
