"""Fact -> triples and quads: what an article says, as RDF without blank nodes.

docs/model.md draws the pattern of each fact. Every literal is in the form that Oxigraph keeps as it is, so that what is
exported equals what was written: plain strings, ``xsd:integer``, and the three date types.
"""

import calendar
import datetime
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, TypeAlias

from rdflib import DC, DCTERMS, PROV, RDF, RDFS, SDO, TIME, XSD, Literal, URIRef
from rdflib.term import Node

from kg_builder import identity
from kg_builder.model import (
    MUTUAL,
    Article,
    Entity,
    Event,
    Evidence,
    Fact,
    Official,
    Reference,
    Status,
    Tenure,
)
from kg_builder.vocabulary import EVENT_CLASS, KGB, OA

Triple: TypeAlias = tuple[URIRef, URIRef, Node]
Quad: TypeAlias = tuple[URIRef, URIRef, Node, URIRef]

#: Only an event with one of these yields direct relations.
HAPPENED: Final[frozenset[Status]] = frozenset({"occurred", "ongoing"})

_ENTITY_CLASS: Final = {
    "state": KGB.State,
    "organization": KGB.Organization,
    "company": KGB.Company,
    "group": KGB.Group,
    "good": KGB.StrategicGood,
}
_GOOD_LINK: Final = {
    "agreement": KGB.agreementGood,
    "cooperation": KGB.cooperationGood,
    "policy": KGB.policyGood,
    "restriction": KGB.restrictionGood,
    "easing": KGB.easingGood,
}
_TENURE_LINK: Final = {"incumbent": KGB.incumbentOffice, "former": KGB.formerOffice}
_PRECISION: Final = {
    len("2024-06-26"): (XSD.date, TIME.inXSDDate, TIME.unitDay),
    len("2024-06"): (XSD.gYearMonth, TIME.inXSDgYearMonth, TIME.unitMonth),
    len("2024"): (XSD.gYear, TIME.inXSDgYear, TIME.unitYear),
}


def quads(article: Article, facts: Iterable[Fact], digest: str | None = None) -> Iterator[Quad]:
    """All that ``article`` says, each quad once, in an order that depends on nothing but the content."""
    graph = identity.article_graph(article.id)
    for subject, predicate, object_ in said(article, (describe(article, fact) for fact in facts), digest):
        yield subject, predicate, object_, graph


def said(article: Article, described: Iterable[Iterable[Triple]], digest: str | None = None) -> list[Triple]:
    """As ``quads``, of facts described already."""
    return sorted({*article_triples(article, digest), *chain.from_iterable(described)}, key=order)


def article_triples(article: Article, digest: str | None = None) -> list[Triple]:
    """The article itself: text, title, day of publication, publisher, address, and the graph that it is the source of.

    ``digest`` is the hash of all that decides what is read from it.
    """
    iri = identity.article(article.id)
    triples: list[Triple] = [
        (identity.article_graph(article.id), PROV.wasDerivedFrom, iri),
        (iri, RDF.type, KGB.Article),
        (iri, DCTERMS.identifier, Literal(article.id)),
        (iri, KGB.text, Literal(article.text)),
    ]
    if article.title is not None:
        triples += [(iri, DCTERMS.title, Literal(article.title))]
    if article.published is not None:
        triples += [(iri, DCTERMS.issued, date_literal(article.published))]
    if article.publisher is not None:
        triples += [(iri, DC.publisher, Literal(article.publisher))]
    if article.url is not None:
        triples += [(iri, SDO.url, Literal(article.url))]
    if digest is not None:
        triples += [(iri, KGB.digest, Literal(digest))]
    return sorted(triples, key=order)


def describe(article: Article, fact: Fact) -> list[Triple]:
    """One fact with all that it needs to stand alone: the things that it names and the words that state it.

    Each triple once, in an order that depends on the fact alone.
    """
    if isinstance(fact, Reference):
        triples = _reference(article, fact)
    elif isinstance(fact, Tenure):
        triples = _tenure(article, fact)
    else:
        triples = _event(article, fact)
    return list(dict.fromkeys(triples))


def subject(article: Article, fact: Fact) -> URIRef:
    """The node that a fact is about: the event, the tenure, or the entity named."""
    if isinstance(fact, Reference):
        return identity.entity(fact.entity)
    if isinstance(fact, Tenure):
        return identity.tenure(fact)
    return identity.event(fact, article.id)


def order(triple: Triple) -> tuple[str, ...]:
    """Sort key of a triple, total and free of rdflib's own comparison of values."""
    subject, predicate, object_ = triple
    datatype = str(object_.datatype) if isinstance(object_, Literal) else ""
    return str(subject), str(predicate), type(object_).__name__, str(object_), datatype


def date_literal(date: str) -> Literal:
    """``date`` typed by its precision; a plain string where it has none, which the shapes refuse."""
    datatype = _PRECISION[len(date)][0] if len(date) in _PRECISION else None
    return Literal(date, datatype=datatype, normalize=False)


def _reference(article: Article, reference: Reference) -> Iterator[Triple]:
    entity = identity.entity(reference.entity)
    yield from _entity(reference.entity)
    yield identity.article(article.id), KGB.mentions, entity
    for evidence in reference.evidence:
        words = identity.evidence(article.id, evidence.start, evidence.end)
        yield from _evidence(words, article, evidence)
        yield words, KGB.names, entity


def _tenure(article: Article, tenure: Tenure) -> Iterator[Triple]:
    iri = identity.tenure(tenure)
    office = identity.office(tenure.official.of, tenure.office)
    yield from _official(tenure.official)
    yield office, RDF.type, KGB.Office
    yield office, RDFS.label, Literal(tenure.office)
    yield office, KGB.officeOf, identity.entity(tenure.official.of)
    yield iri, RDF.type, KGB.Tenure
    yield iri, KGB.holder, identity.official(tenure.official)
    yield iri, KGB.office, office
    yield iri, KGB.officeTitle, Literal(tenure.office)
    yield iri, KGB.officeClass, KGB[f"office-{tenure.office_class}"]
    yield iri, KGB.tenureStatus, KGB[f"tenure-{tenure.status}"]
    if tenure.status in _TENURE_LINK:
        yield iri, _TENURE_LINK[tenure.status], office
    yield from _stated(article, iri, tenure)


def _event(article: Article, event: Event) -> Iterator[Triple]:
    iri = identity.event(event, article.id)
    yield iri, RDF.type, EVENT_CLASS[event.type]
    yield iri, KGB.status, KGB[f"status-{event.status}"]
    for link, entities in (
        (KGB.actor, event.actors),
        (KGB.target, event.targets),
        (KGB.good, event.goods),
        (KGB.attributedTo, event.attributed_to),
    ):
        for entity in entities:
            yield from _entity(entity)
            yield iri, link, identity.entity(entity)
    for official in event.officials:
        yield from _official(official)
        yield iri, KGB.official, identity.official(official)
    if event.name is not None:
        yield iri, KGB.eventName, Literal(event.name)
    if event.place is not None:
        yield from _place(iri, event.place)
    if event.date is not None:
        yield from _date(iri, event.date)
    yield from _stated(article, iri, event)
    if event.status in HAPPENED:
        yield from _participations(iri, event)


def _stated(article: Article, iri: URIRef, fact: Event | Tenure) -> Iterator[Triple]:
    yield iri, KGB.confidence, _number(round(fact.confidence * 100))
    for evidence in fact.evidence:
        words = identity.evidence(article.id, evidence.start, evidence.end)
        yield from _evidence(words, article, evidence)
        yield iri, KGB.evidence, words


@lru_cache(1 << 14)
def _number(value: int) -> Literal:
    """Of which an article has hundreds, and articles have the same; rdflib takes long to make one."""
    return Literal(value)


def _evidence(iri: URIRef, article: Article, evidence: Evidence) -> Iterator[Triple]:
    yield iri, RDF.type, KGB.Evidence
    yield iri, OA.exact, Literal(evidence.quote)
    yield iri, OA.start, _number(evidence.start)
    yield iri, OA.end, _number(evidence.end)
    yield iri, KGB.inArticle, identity.article(article.id)


def _entity(entity: Entity) -> Iterator[Triple]:
    """States and goods have their labels in the reference data; others are called what the fact calls them."""
    iri = identity.entity(entity)
    yield iri, RDF.type, _ENTITY_CLASS[entity.kind]
    yield iri, DCTERMS.identifier, Literal(entity.id)
    if entity.kind in ("organization", "company", "group"):
        yield iri, RDFS.label, Literal(entity.id)


def _official(official: Official) -> Iterator[Triple]:
    iri = identity.official(official)
    yield from _entity(official.of)
    yield iri, RDF.type, KGB.Official
    yield iri, RDFS.label, Literal(official.name)
    yield iri, KGB.officialOf, identity.entity(official.of)


def _place(event: URIRef, name: str) -> Iterator[Triple]:
    place = identity.place(name)
    yield event, KGB.place, place
    yield event, KGB.placeName, Literal(name)
    yield place, RDF.type, KGB.Place
    yield place, RDFS.label, Literal(name)


def _date(event: URIRef, date: str) -> Iterator[Triple]:
    literal = date_literal(date)
    yield event, KGB.date, literal
    bounds = _bounds(date)
    if bounds is None:  # the shapes set the fact aside for its date
        return
    earliest, latest = bounds
    yield event, KGB.earliest, date_literal(earliest)
    yield event, KGB.latest, date_literal(latest)
    time = identity.time(date)
    _, position, unit = _PRECISION[len(date)]
    yield event, KGB.time, time
    yield time, RDF.type, KGB.Time
    yield time, position, literal
    yield time, KGB.precision, unit


def _bounds(date: str) -> tuple[str, str] | None:
    """The first and the last day that ``date`` covers; None if there is no such date."""
    if len(date) not in _PRECISION:
        return None
    try:
        year, month, day = (int(part) for part in (*date.split("-"), "0", "0")[:3])
        earliest = datetime.date(year, month or 1, day or 1)
        latest = datetime.date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return earliest.isoformat(), latest.isoformat()


def _participations(event: URIRef, fact: Event) -> Iterator[Triple]:
    """Each actor's part, with those on the other side or beside it, never itself; the relations follow by inference."""
    mutual = fact.type in MUTUAL
    goods = [identity.entity(good) for good in fact.goods] if fact.type in _GOOD_LINK else []
    others = fact.actors if mutual else fact.targets
    link = None if fact.type == "policy" else KGB[f"{fact.type}{'Counterpart' if mutual else 'Target'}"]
    for actor in fact.actors:
        part = [(link, identity.entity(other)) for other in others if link is not None and other != actor]
        part += [(_GOOD_LINK[fact.type], good) for good in goods]
        yield from _participation(event, identity.entity(actor), part)
    if fact.type == "meeting":
        yield from _meeting_in_person(event, fact)


def _meeting_in_person(event: URIRef, fact: Event) -> Iterator[Triple]:
    """Officials who were each the only one named of a party there: of several, one may only have announced it."""
    of = [official.of for official in fact.officials]
    alone = [official for official in fact.officials if of.count(official.of) == 1 and official.of in fact.actors]
    for official in alone:
        part = [(KGB.meetingCounterpart, identity.official(other)) for other in alone if other != official]
        yield from _participation(event, identity.official(official), part)


def _participation(event: URIRef, agent: URIRef, part: Iterable[tuple[URIRef, URIRef]]) -> Iterator[Triple]:
    iri = identity.participation(event, agent)
    for link, other in part:
        yield agent, KGB.participatesAs, iri
        yield iri, RDF.type, KGB.Participation
        yield iri, KGB.inEvent, event
        yield iri, link, other
