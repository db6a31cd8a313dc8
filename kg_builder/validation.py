"""The gate before the store: facts that break a shape are set aside with the reason, the others pass (SHACL Core).

Shapes are in ``shapes/``, a file for each room and ``core.ttl``. A violation sets a fact aside; a warning does not, it
is there for who asks ``validate``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Final, TypeGuard

from rdflib import DCTERMS, RDF, SH, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kg_builder import identity, judges
from kg_builder.contradictions import Clash, contradictions
from kg_builder.judges import Finding, Judge
from kg_builder.model import Article, Fact
from kg_builder.paths import Lookup
from kg_builder.quads import HAPPENED, Triple, article_triples, describe, order
from kg_builder.store import Store
from kg_builder.store import Triple as Statement
from kg_builder.table import shortened
from kg_builder.vocabulary import ID, KGB, OA, ONTOLOGY, PREFIXES

KGS: Final = Namespace("https://w3id.org/kg-builder/shapes#")
_HAPPENED: Final = {KGB[f"status-{status}"] for status in HAPPENED}
_PLANNED: Final = KGB["status-planned"]
_UNCHECKED: Final = (identity.ONTOLOGY_GRAPH, identity.INFERRED_GRAPH, identity.DERIVATIONS_GRAPH)
_UNCHECKED_EACH: Final = tuple(str(ID[f"graph/{kind}/"]) for kind in ("quarantine", "accounts", "pending"))


@dataclass(frozen=True, slots=True)
class SetAside:
    """A fact that did not pass, and why."""

    fact: Fact
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Verdict:
    """What the gate says of an article; ``about_article`` are violations of the article itself, not due to a fact."""

    article: Article
    accepted: tuple[Fact, ...]
    set_aside: tuple[SetAside, ...] = ()
    about_article: tuple[Finding, ...] = ()
    #: What each of the accepted facts says.
    described: tuple[list[Triple], ...] = field(default=(), repr=False, compare=False)

    @cached_property
    def quarantine(self) -> list[Triple]:
        """The quarantine graph: what the facts set aside say, and the SHACL report on them; empty if all passed."""
        triples: set[Triple] = set()
        for each in self.set_aside:
            triples.update(describe(self.article, each.fact))
        findings = {finding for each in self.set_aside for finding in each.findings} | {*self.about_article}
        triples.update(_report(identity.quarantine_graph(self.article.id), findings))
        return sorted(triples, key=order)


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong in a store: by graph the findings, violations and warnings, sorted."""

    findings: tuple[tuple[URIRef, Finding], ...]

    @property
    def conforms(self) -> bool:
        return not any(finding.violation for _, finding in self.findings)

    def lines(self) -> Iterator[str]:
        """For people: severity, node, message, value, graph, a line each."""
        for graph, finding in self.findings:
            severity = finding.severity.removeprefix(str(SH)).lower()
            value = f" ({finding.value})" if finding.value is not None else ""
            yield f"{severity}: {_short(finding.focus)}: {finding.message}{value} [{_short(graph)}]"


class _Data(Graph):
    """On the tables from which the shapes are judged, at a third of the cost of rdflib's own store."""

    def __init__(self, tables: Lookup) -> None:
        super().__init__(tables)

    def __bool__(self) -> bool:
        """pySHACL asks for every result whether there is a graph; the store would count all its triples to say so."""
        return True


class Gate:
    """The shapes, with who judges by them."""

    def __init__(self, judge: Judge | None = None) -> None:
        """``judge`` judges all graphs; without it the fastest does, by the size of each."""
        self._judge = judge

    def check(self, article: Article, facts: Sequence[Fact]) -> Verdict:
        """Which facts of an article may go in, in their order.

        Facts may share nodes. Where two of them contradict each other, as with two statuses of one event, the earlier
        one stays.
        """
        known = article_triples(article)
        iri = identity.article(article.id)
        described = [(fact, describe(article, fact)) for fact in facts]
        accepted, set_aside = described, list[SetAside]()
        while violations := self._violations(known, accepted):
            broken = {finding.focus for finding in violations} - {iri}
            suspects = [each for each in accepted if broken & _subjects(each[1])]
            if not suspects:
                break
            passed, failed = self._tried(known, suspects)
            if not failed:  # each is sound alone and with the others like it: the fault shows only in the whole
                passed, failed = [], [SetAside(fact, _about(violations, triples)) for fact, triples in suspects]
            accepted = [each for each in accepted if each not in suspects or each in passed]
            set_aside += failed
        about_article = tuple(finding for finding in violations if finding.focus == iri)
        facts, triples = tuple(fact for fact, _ in accepted), tuple(triples for _, triples in accepted)
        return Verdict(article, facts, tuple(set_aside), about_article, triples)

    def findings(self, triples: Iterable[Statement]) -> tuple[Finding, ...]:
        """All results for one article's graph or for reference data, sorted."""
        told = list(triples)
        tables = Lookup(told)
        for triple in list(_told_for_the_check(tables)):
            tables.add(triple)
        judge = self._judge or judges.judge(large=len(told) >= judges.LARGE)
        return tuple(sorted(judge.findings(_Data(tables)), key=Finding.key))

    def _violations(
        self, known: Iterable[Triple], described: Iterable[tuple[Fact, list[Triple]]]
    ) -> tuple[Finding, ...]:
        triples = chain(known, *(triples for _, triples in described))
        return tuple(finding for finding in self.findings(triples) if finding.violation)

    def _tried(
        self, known: list[Triple], suspects: list[tuple[Fact, list[Triple]]]
    ) -> tuple[list[tuple[Fact, list[Triple]]], list[SetAside]]:
        """Takes the suspects in one by one, and sets aside whichever brings a violation on its own nodes."""
        passed, failed = list[tuple[Fact, list[Triple]]](), list[SetAside]()
        for fact, triples in suspects:
            findings = _about(self._violations(known, [*passed, (fact, triples)]), triples)
            if findings:
                failed.append(SetAside(fact, findings))
            else:
                passed.append((fact, triples))
        return passed, failed


def validate(store: Store, modules: Sequence[Path] = ()) -> Report:
    """Checks each article's graph and the reference data by themselves; what is set aside already is not checked.

    What contradicts the ontology is found over all of them together, under the store's ontology or, with ``modules``,
    under the shipped one with these. Raises InvalidOntology.
    """
    gate = Gate()
    found: list[tuple[URIRef, Finding]] = []
    for name in store.graphs():
        if name in _UNCHECKED or str(name).startswith(_UNCHECKED_EACH):
            continue
        found += [(name, finding) for finding in gate.findings(store.triples(name))]
    found += [(clash.graph, _contradiction(clash)) for clash in contradictions(store, modules)]
    return Report(tuple(found))


def _contradiction(clash: Clash) -> Finding:
    """As a validation result: its shape is the ontology, its component the rule."""
    facts = (
        f"{' '.join(_name(term) for term in triple)} [{', '.join(map(_name, graphs)) or 'inferred'}]"
        for triple, graphs in clash.facts
    )
    message = f"{clash.rule.axiom[:1].upper()}{clash.rule.axiom[1:]}; contradicted by: {'; '.join(facts)}."
    component = KGS[clash.rule.name.rpartition(", ")[2]]
    return Finding(clash.premises[0][0], ONTOLOGY, component, SH.Violation, message)


def _told_for_the_check(tables: Lookup) -> Iterator[Statement]:
    """What Core cannot look up by itself, since it compares values of one node only; ``shapes/core.ttl`` says of what.

    Of every event that happened by the end of the day on which the article came out, wherever it did (the next day in
    parts of the world), or was yet to happen on it; of evidence, what the text has there.
    """
    issued = [day for days in tables.objects(DCTERMS.issued).values() for day in days if _is_day(day)]
    over = [Literal(day.value + timedelta(days=1), datatype=XSD.date) for day in issued]
    for status, events in tables.subjects(KGB.status).items() if issued else ():
        if status in _HAPPENED:
            yield from ((event, KGS.reportedBy, day) for event in events for day in over)
        elif status == _PLANNED:
            yield from ((event, KGS.foretoldOn, day) for event in events for day in issued)
    starts, ends = (_numbers(tables, bound) for bound in (OA.start, OA.end))
    words_there = KGS.wordsThere
    for article, texts in tables.objects(KGB.text).items():
        for text in map(str, texts):
            for evidence in tables.subjects(KGB.inArticle).get(article, ()):
                if evidence in starts and evidence in ends:
                    words = text[max(starts[evidence], 0) : max(ends[evidence], 0)]
                    yield evidence, words_there, Literal(words)


def _is_day(term: Node) -> TypeGuard[Literal]:
    return isinstance(term, Literal) and term.datatype == XSD.date and term.value is not None


def _numbers(tables: Lookup, predicate: URIRef) -> dict[Node, int]:
    """By subject."""
    told = (
        (subject, value.value)
        for subject, values in tables.objects(predicate).items()
        for value in values
        if isinstance(value, Literal)
    )
    return {subject: value for subject, value in told if isinstance(value, int)}


def _subjects(triples: Iterable[Triple]) -> set[Node]:
    return {subject for subject, _, _ in triples}


def _about(findings: Iterable[Finding], triples: Iterable[Triple]) -> tuple[Finding, ...]:
    subjects = _subjects(triples)
    return tuple(finding for finding in findings if finding.focus in subjects)


def _report(graph: URIRef, findings: Iterable[Finding]) -> Iterator[Triple]:
    """The findings as a sh:ValidationReport, all nodes IRIs that depend on the content alone."""
    report = URIRef(f"{graph}#report")
    for finding in findings:
        result = URIRef(f"{graph}#result-{sha256(chr(31).join(finding.key()).encode()).hexdigest()[:16]}")
        yield report, RDF.type, SH.ValidationReport
        yield report, SH.conforms, Literal(False)
        yield report, SH.result, result
        yield result, RDF.type, SH.ValidationResult
        yield result, SH.focusNode, finding.focus
        yield result, SH.sourceShape, finding.shape
        yield result, SH.sourceConstraintComponent, finding.component
        yield result, SH.resultSeverity, finding.severity
        yield result, SH.resultMessage, Literal(finding.message)
        if finding.value is not None:
            yield result, SH.value, finding.value


def _name(node: Node) -> str:
    return shortened(str(node), PREFIXES) if isinstance(node, URIRef) else node.n3()


def _short(node: Node) -> str:
    return str(node).removeprefix(str(ID))
