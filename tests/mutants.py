"""An article that tells one of everything, and mutants of its graph, each of which breaks one constraint."""

from collections.abc import Callable

from rdflib import DCTERMS, RDF, RDFS, SH, TIME, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from kg_builder import identity
from kg_builder.model import EVENT_TYPES, MUTUAL, Article, Entity, Event, Evidence, Fact, Official, Reference, Tenure
from kg_builder.quads import quads
from kg_builder.vocabulary import EVENT_CLASS, ID, KGB, OA

TEXT = "Japan's industry minister Aiko Hayashi and Germany agreed in Bonn on rare earths with the G7 and Acme Metals."
ARTICLE = Article("a.txt", TEXT, published="2024-06-26", title="Rare earths")
JAPAN, GERMANY = Entity("state", "JPN"), Entity("state", "DEU")
G7, ACME, EARTHS = Entity("organization", "G7"), Entity("company", "Acme Metals"), Entity("good", "rare-earths")
HAYASHI = Official("Aiko Hayashi", JAPAN)


def words(text: str) -> tuple[Evidence, ...]:
    start = TEXT.index(text)
    return (Evidence(start, start + len(text), text),)


def event(type: str, **changes: object) -> Event:
    parts: dict[str, object] = {
        "type": type,
        "actors": (JAPAN, GERMANY) if type in MUTUAL else (JAPAN,),
        "targets": () if type in MUTUAL or type == "policy" else (GERMANY,),
        "officials": (HAYASHI,),
        "goods": (EARTHS,),
        "date": "2024-06-25",
        "place": "Bonn",
        "name": f"The {type}",
        "attributed_to": (G7,),
        "evidence": words("agreed in Bonn"),
    }
    return Event(**{**parts, **changes})  # type: ignore[arg-type]


FACTS: tuple[Fact, ...] = (
    *(Reference(entity, words(entity.id if entity is G7 else "rare earths")) for entity in (JAPAN, G7, EARTHS)),
    Tenure(HAYASHI, "industry minister", "minister", "incumbent", words("industry minister Aiko Hayashi"), 0.9),
    *(event(type) for type in EVENT_TYPES),
    event("agreement", actors=(ACME, JAPAN), date="2024-06", name=None, place=None),
    event("policy", date="2024", status="planned"),
)
AGREEMENT = identity.event(event("agreement"), "a.txt")
MEETING = identity.event(event("meeting"), "a.txt")
TENURE = identity.tenure(FACTS[3])  # type: ignore[arg-type]
OFFICIAL, OFFICE = identity.official(HAYASHI), identity.office(JAPAN, "industry minister")
START = TEXT.index("agreed")
EVIDENCE = identity.evidence("a.txt", START, START + len("agreed in Bonn"))
PART = identity.participation(AGREEMENT, ID["state/JPN"])
PLANNED = identity.event(event("policy", date="2024", status="planned"), "a.txt")
IRI = identity.article("a.txt")
ODD = URIRef("http://example.org/odd")
TODAY, OTHER = identity.time("2024-06-25"), identity.time("2024")
THIS_MONTH = identity.time("2024-06")
DERIVED, ACCOUNT = ID["derivation/a"], ID["event/own"]
NAN = Literal("nothing")


#: What stands in graphs of its own: how a relation follows, and what identity was decided by.
BESIDE = [
    (DERIVED, RDF.type, KGB.Derivation),
    (DERIVED, KGB.rule, Literal("prp-spo2: one o other is a subproperty of third")),
    (DERIVED, KGB.premise, Literal("<http://example.org/a> <http://example.org/b> <http://example.org/c>")),
    (ACCOUNT, KGB.account, Literal("{}")),
    (ACCOUNT, KGB.identityKey, Literal("key")),
    (ACCOUNT, KGB.identifiedAs, AGREEMENT),
    (IRI, KGB.pendingKey, Literal("key")),
    (KGB.Aid, KGB.ploverType, Literal("AID")),
]
REFERENCE = [
    (ID["state/JPN"], KGB.capital, Literal("Tokyo")),
    (ID["state/JPN"], KGB.demonym, Literal("Japanese", lang="en")),
    (ID["organization/g7"], KGB.hasMember, ID["state/JPN"]),
    (ID["organization/g7"], KGB.partOf, ID["organization/united-nations"]),
    (ID["good/rare-earths"], KGB.hsHeading, Literal("2846.90")),
    (KGB["status-planned"], RDF.type, KGB.Status),
    (KGB["tenure-former"], RDF.type, KGB.TenureStatus),
    (KGB["office-minister"], RDF.type, KGB.OfficeClass),
]


def whole() -> Graph:
    graph = Graph()
    for subject, predicate, obj, _ in quads(ARTICLE, FACTS, "digest"):
        graph.add((subject, predicate, obj))
    for triple in (*BESIDE, *REFERENCE):
        graph.add(triple)
    return graph


Mutation = Callable[[Graph], object]


def without(subject: Node, predicate: Node) -> Mutation:
    return lambda graph: graph.remove((subject, predicate, None))


def also(subject: Node, predicate: Node, obj: Node) -> Mutation:
    return lambda graph: graph.add((subject, predicate, obj))


def instead(subject: Node, predicate: Node, obj: Node) -> Mutation:
    def change(graph: Graph) -> None:
        graph.remove((subject, predicate, None))
        graph.add((subject, predicate, obj))

    return change


def without_object(subject: Node) -> Mutation:
    return lambda graph: (graph.remove((subject, KGB.target, None)), graph.remove((subject, KGB.good, None)))


def integer(value: int) -> Literal:
    return Literal(value)


def of_type(name: str) -> URIRef:
    return identity.event(event(name), "a.txt")


NO_DAY = Literal("2024-02-30", datatype=XSD.date)
WORD = Literal("")
MUTANTS: list[tuple[Mutation, str, URIRef]] = [
    (without(IRI, KGB.text), "Article-text", SH.MinCountConstraintComponent),
    (also(IRI, KGB.text, NAN), "Article-text", SH.MaxCountConstraintComponent),
    (instead(IRI, KGB.text, integer(1)), "Article-text", SH.DatatypeConstraintComponent),
    (instead(IRI, KGB.text, WORD), "Article-text", SH.MinLengthConstraintComponent),
    (without(IRI, DCTERMS.identifier), "Article-identifier", SH.MinCountConstraintComponent),
    (also(IRI, DCTERMS.identifier, NAN), "Article-identifier", SH.MaxCountConstraintComponent),
    (instead(IRI, DCTERMS.identifier, integer(1)), "Article-identifier", SH.DatatypeConstraintComponent),
    (instead(IRI, DCTERMS.identifier, WORD), "Article-identifier", SH.MinLengthConstraintComponent),
    (also(IRI, DCTERMS.issued, Literal("2024", datatype=XSD.gYear)), "Article-issued", SH.MaxCountConstraintComponent),
    (instead(IRI, DCTERMS.issued, NO_DAY), "Article-issued", SH.OrConstraintComponent),
    (also(IRI, KGB.digest, NAN), "Article-digest", SH.MaxCountConstraintComponent),
    (instead(IRI, KGB.digest, integer(1)), "Article-digest", SH.DatatypeConstraintComponent),
    (also(IRI, DCTERMS.title, NAN), "Article-title", SH.MaxCountConstraintComponent),
    (instead(IRI, DCTERMS.title, integer(1)), "Article-title", SH.DatatypeConstraintComponent),
    (without(EVIDENCE, OA.exact), "Evidence-exact", SH.MinCountConstraintComponent),
    (also(EVIDENCE, OA.exact, NAN), "Evidence-exact", SH.MaxCountConstraintComponent),
    (instead(EVIDENCE, OA.exact, integer(1)), "Evidence-exact", SH.DatatypeConstraintComponent),
    (instead(EVIDENCE, OA.exact, WORD), "Evidence-exact", SH.MinLengthConstraintComponent),
    (without(EVIDENCE, OA.start), "Evidence-start", SH.MinCountConstraintComponent),
    (also(EVIDENCE, OA.start, integer(1)), "Evidence-start", SH.MaxCountConstraintComponent),
    (instead(EVIDENCE, OA.start, NAN), "Evidence-start", SH.DatatypeConstraintComponent),
    (instead(EVIDENCE, OA.start, integer(-1)), "Evidence-start", SH.MinInclusiveConstraintComponent),
    (instead(EVIDENCE, OA.start, integer(9999)), "Evidence-start", SH.LessThanConstraintComponent),
    (without(EVIDENCE, OA.end), "Evidence-end", SH.MinCountConstraintComponent),
    (also(EVIDENCE, OA.end, integer(9999)), "Evidence-end", SH.MaxCountConstraintComponent),
    (instead(EVIDENCE, OA.end, NAN), "Evidence-end", SH.DatatypeConstraintComponent),
    (without(EVIDENCE, KGB.inArticle), "Evidence-inArticle", SH.MinCountConstraintComponent),
    (also(EVIDENCE, KGB.inArticle, ODD), "Evidence-inArticle", SH.MaxCountConstraintComponent),
    (instead(EVIDENCE, KGB.inArticle, ODD), "Evidence-inArticle", SH.ClassConstraintComponent),
    (also(AGREEMENT, RDF.type, KGB.Visit), "Event-type", SH.MaxCountConstraintComponent),
    (without(MEETING, KGB.actor), "Event-actor", SH.MinCountConstraintComponent),
    (instead(MEETING, KGB.actor, Literal("JPN")), "Event-actor", SH.NodeKindConstraintComponent),
    (also(MEETING, KGB.actor, ID["good/rare-earths"]), "Event-actor", SH.PatternConstraintComponent),
    (also(of_type("visit"), KGB.actor, ID["state/DEU"]), "Event-actor", SH.DisjointConstraintComponent),
    (also(of_type("visit"), KGB.target, Literal("x")), "Event-target", SH.NodeKindConstraintComponent),
    (also(of_type("visit"), KGB.target, ID["state/deu"]), "Event-target", SH.PatternConstraintComponent),
    (also(MEETING, KGB.official, Literal("x")), "Event-official", SH.NodeKindConstraintComponent),
    (also(MEETING, KGB.official, ODD), "Event-official", SH.PatternConstraintComponent),
    (also(MEETING, KGB.official, ID["official/JPN/nobody"]), "Event-official", SH.ClassConstraintComponent),
    (also(MEETING, KGB.good, Literal("x")), "Event-good", SH.NodeKindConstraintComponent),
    (also(MEETING, KGB.good, ID["state/JPN"]), "Event-good", SH.PatternConstraintComponent),
    (also(MEETING, KGB.attributedTo, Literal("x")), "Event-attributedTo", SH.NodeKindConstraintComponent),
    (also(MEETING, KGB.attributedTo, ODD), "Event-attributedTo", SH.PatternConstraintComponent),
    (without(MEETING, KGB.status), "Event-status", SH.MinCountConstraintComponent),
    (also(MEETING, KGB.status, KGB["status-planned"]), "Event-status", SH.MaxCountConstraintComponent),
    (instead(MEETING, KGB.status, KGB["tenure-former"]), "Event-status", SH.InConstraintComponent),
    (also(MEETING, KGB.date, Literal("2024", datatype=XSD.gYear)), "Event-dates", SH.MaxCountConstraintComponent),
    (instead(MEETING, KGB.date, Literal("last week")), "Event-date", SH.EqualsConstraintComponent),
    (
        instead(PLANNED, KGB.latest, Literal("2023-12-31", datatype=XSD.date)),
        "Event-foretold",
        SH.LessThanOrEqualsConstraintComponent,
    ),
    (instead(EVIDENCE, OA.exact, Literal("agreed in Rome")), "Evidence-words", SH.EqualsConstraintComponent),
    (also(ODD, RDF.type, KGB.Party), "Kind-type", SH.MaxCountConstraintComponent),
    (also(ID["state/JPN"], KGB.agreesWith, ID["state/DEU"]), "Inferred", SH.MaxCountConstraintComponent),
    *(
        (also(ODD, RDF.type, KGB[name]), name, SH.InConstraintComponent)
        for name in ("Status", "TenureStatus", "OfficeClass")
    ),
    *(
        mutant
        for subject, predicate, shape in (
            (IRI, KGB.mentions, "Article-mentions"),
            (EVIDENCE, KGB.names, "Evidence-names"),
            (PART, KGB.agreementCounterpart, "Participation-party"),
            (PART, KGB.agreementGood, "Participation-good"),
            (ID["organization/g7"], KGB.hasMember, "Organization-member"),
            (ID["organization/g7"], KGB.partOf, "Organization-partOf"),
        )
        for mutant in (
            (also(subject, predicate, NAN), shape, SH.NodeKindConstraintComponent),
            (also(subject, predicate, ODD), shape, SH.PatternConstraintComponent),
        )
    ),
    *(
        mutant
        for predicate, shape in ((KGB.capital, "State-capital"), (KGB.demonym, "State-demonym"))
        for mutant in (
            (also(ID["state/JPN"], predicate, ODD), shape, SH.NodeKindConstraintComponent),
            (also(ID["state/JPN"], predicate, WORD), shape, SH.MinLengthConstraintComponent),
        )
    ),
    (also(ID["good/rare-earths"], KGB.hsHeading, ODD), "StrategicGood-heading", SH.NodeKindConstraintComponent),
    (
        also(ID["good/rare-earths"], KGB.hsHeading, Literal("284")),
        "StrategicGood-heading",
        SH.PatternConstraintComponent,
    ),
    (without(DERIVED, KGB.rule), "Derivation-rule", SH.MinCountConstraintComponent),
    (also(DERIVED, KGB.rule, Literal("cax-sco: another")), "Derivation-rule", SH.MaxCountConstraintComponent),
    (instead(DERIVED, KGB.rule, integer(1)), "Derivation-rule", SH.DatatypeConstraintComponent),
    (instead(DERIVED, KGB.rule, NAN), "Derivation-rule", SH.PatternConstraintComponent),
    (without(DERIVED, KGB.premise), "Derivation-premise", SH.MinCountConstraintComponent),
    (instead(DERIVED, KGB.premise, integer(1)), "Derivation-premise", SH.DatatypeConstraintComponent),
    (instead(DERIVED, KGB.premise, NAN), "Derivation-premise", SH.PatternConstraintComponent),
    (also(ACCOUNT, KGB.account, NAN), "Account-account", SH.MaxCountConstraintComponent),
    (instead(ACCOUNT, KGB.account, integer(1)), "Account-account", SH.DatatypeConstraintComponent),
    (without(ACCOUNT, KGB.identifiedAs), "Account-identifiedAs", SH.MinCountConstraintComponent),
    (also(ACCOUNT, KGB.identifiedAs, ODD), "Account-identifiedAs", SH.MaxCountConstraintComponent),
    (instead(ACCOUNT, KGB.identifiedAs, NAN), "Account-identifiedAs", SH.NodeKindConstraintComponent),
    (instead(ACCOUNT, KGB.identityKey, ODD), "Account-key", SH.DatatypeConstraintComponent),
    (instead(IRI, KGB.pendingKey, ODD), "Pending", SH.DatatypeConstraintComponent),
    (also(KGB.Aid, KGB.ploverType, Literal("YIELD")), "PloverType", SH.MaxCountConstraintComponent),
    (instead(KGB.Aid, KGB.ploverType, integer(1)), "PloverType", SH.DatatypeConstraintComponent),
    (instead(KGB.Aid, KGB.ploverType, NAN), "PloverType", SH.PatternConstraintComponent),
    (also(TENURE, KGB.formerOffice, ODD), "Tenure-link", SH.MaxCountConstraintComponent),
    (instead(TENURE, KGB.incumbentOffice, ODD), "Tenure-link", SH.ClassConstraintComponent),
    (instead(TENURE, KGB.tenureStatus, KGB["tenure-former"]), "Incumbent", SH.HasValueConstraintComponent),
    (also(TENURE, KGB.formerOffice, OFFICE), "Former", SH.HasValueConstraintComponent),
    (
        also(MEETING, KGB.earliest, Literal("2024-06-01", datatype=XSD.date)),
        "Event-earliest",
        SH.MaxCountConstraintComponent,
    ),
    (instead(MEETING, KGB.earliest, Literal("2024")), "Event-earliest", SH.DatatypeConstraintComponent),
    (
        instead(MEETING, KGB.earliest, Literal("2024-06-28", datatype=XSD.date)),
        "Event-earliest",
        SH.LessThanOrEqualsConstraintComponent,
    ),
    (
        also(MEETING, KGB.latest, Literal("2025-01-01", datatype=XSD.date)),
        "Event-latest",
        SH.MaxCountConstraintComponent,
    ),
    (instead(MEETING, KGB.latest, Literal("2024")), "Event-latest", SH.DatatypeConstraintComponent),
    (also(MEETING, KGB.time, OTHER), "Event-time", SH.MaxCountConstraintComponent),
    (instead(MEETING, KGB.time, ODD), "Event-time", SH.ClassConstraintComponent),
    (also(MEETING, KGB.place, ODD), "Event-place", SH.MaxCountConstraintComponent),
    (instead(MEETING, KGB.place, ODD), "Event-place", SH.ClassConstraintComponent),
    (also(MEETING, KGB.placeName, NAN), "Event-placeName", SH.MaxCountConstraintComponent),
    (instead(MEETING, KGB.placeName, integer(1)), "Event-placeName", SH.DatatypeConstraintComponent),
    (instead(MEETING, KGB.placeName, WORD), "Event-placeName", SH.MinLengthConstraintComponent),
    (also(MEETING, KGB.eventName, NAN), "Event-eventName", SH.MaxCountConstraintComponent),
    (instead(MEETING, KGB.eventName, integer(1)), "Event-eventName", SH.DatatypeConstraintComponent),
    (instead(MEETING, KGB.eventName, WORD), "Event-eventName", SH.MinLengthConstraintComponent),
    (without(MEETING, KGB.evidence), "evidence", SH.MinCountConstraintComponent),
    (also(TENURE, KGB.evidence, ODD), "evidence", SH.ClassConstraintComponent),
    (without(MEETING, KGB.confidence), "confidence", SH.MinCountConstraintComponent),
    (also(TENURE, KGB.confidence, integer(1)), "confidence", SH.MaxCountConstraintComponent),
    (instead(TENURE, KGB.confidence, NAN), "confidence", SH.DatatypeConstraintComponent),
    (instead(MEETING, KGB.confidence, integer(-1)), "confidence", SH.MinInclusiveConstraintComponent),
    (instead(MEETING, KGB.confidence, integer(101)), "confidence", SH.MaxInclusiveConstraintComponent),
    (without(PART, KGB.inEvent), "Participation-inEvent", SH.MinCountConstraintComponent),
    (also(PART, KGB.inEvent, MEETING), "Participation-inEvent", SH.MaxCountConstraintComponent),
    (instead(PART, KGB.inEvent, NAN), "Participation-inEvent", SH.NodeKindConstraintComponent),
    (instead(PART, KGB.inEvent, PLANNED), "Participation-status", SH.InConstraintComponent),
    (without(ID["state/JPN"], KGB.participatesAs), "Participation-agent", SH.MinCountConstraintComponent),
    (also(ID["state/DEU"], KGB.participatesAs, PART), "Participation-agent", SH.MaxCountConstraintComponent),
    (also(ODD, KGB.participatesAs, PART), "Participation-agent", SH.PatternConstraintComponent),
    (without(ID["place/bonn"], RDFS.label), "Place-label", SH.MinCountConstraintComponent),
    (instead(ID["place/bonn"], RDFS.label, integer(1)), "Place-label", SH.DatatypeConstraintComponent),
    (instead(ID["place/bonn"], RDFS.label, WORD), "Place-label", SH.MinLengthConstraintComponent),
    (without(TODAY, KGB.precision), "Time-precision", SH.MinCountConstraintComponent),
    (also(TODAY, KGB.precision, TIME.unitYear), "Time-precision", SH.MaxCountConstraintComponent),
    (instead(TODAY, KGB.precision, TIME.unitWeek), "Time-precision", SH.InConstraintComponent),
    (without(TODAY, TIME.inXSDDate), "Time-position", SH.MinCountConstraintComponent),
    (
        also(TODAY, TIME.inXSDgYear, Literal("2024", datatype=XSD.gYear)),
        "Time-position",
        SH.MaxCountConstraintComponent,
    ),
    (instead(TODAY, TIME.inXSDDate, NO_DAY), "Time-day", SH.DatatypeConstraintComponent),
    (instead(THIS_MONTH, TIME.inXSDgYearMonth, NO_DAY), "Time-month", SH.DatatypeConstraintComponent),
    (instead(OTHER, TIME.inXSDgYear, NO_DAY), "Time-year", SH.DatatypeConstraintComponent),
    (also(ID["state/Japan"], RDF.type, KGB.State), "State", SH.PatternConstraintComponent),
    (without(ID["state/JPN"], DCTERMS.identifier), "State-identifier", SH.MinCountConstraintComponent),
    (also(ID["state/JPN"], DCTERMS.identifier, Literal("JPX")), "State-identifier", SH.MaxCountConstraintComponent),
    (instead(ID["state/JPN"], DCTERMS.identifier, Literal("JP")), "State-identifier", SH.PatternConstraintComponent),
    (also(ODD, RDF.type, KGB.Organization), "Organization", SH.PatternConstraintComponent),
    (also(ODD, RDF.type, KGB.Company), "Company", SH.PatternConstraintComponent),
    (also(ODD, RDF.type, KGB.Group), "Group", SH.PatternConstraintComponent),
    (without(ID["organization/g7"], RDFS.label), "name", SH.MinCountConstraintComponent),
    (instead(ID["company/acme-metals"], RDFS.label, WORD), "name", SH.MinLengthConstraintComponent),
    (also(ODD, RDF.type, KGB.StrategicGood), "StrategicGood", SH.PatternConstraintComponent),
    (without(ID["good/rare-earths"], DCTERMS.identifier), "StrategicGood-identifier", SH.MinCountConstraintComponent),
    (also(ID["good/rare-earths"], DCTERMS.identifier, NAN), "StrategicGood-identifier", SH.MaxCountConstraintComponent),
    (
        instead(ID["good/rare-earths"], DCTERMS.identifier, WORD),
        "StrategicGood-identifier",
        SH.PatternConstraintComponent,
    ),
    (without(OFFICIAL, RDFS.label), "Official-label", SH.MinCountConstraintComponent),
    (instead(OFFICIAL, RDFS.label, integer(1)), "Official-label", SH.DatatypeConstraintComponent),
    (instead(OFFICIAL, RDFS.label, WORD), "Official-label", SH.MinLengthConstraintComponent),
    (without(OFFICIAL, KGB.officialOf), "Official-of", SH.MinCountConstraintComponent),
    (also(OFFICIAL, KGB.officialOf, ID["state/DEU"]), "Official-of", SH.MaxCountConstraintComponent),
    (instead(OFFICIAL, KGB.officialOf, NAN), "Official-of", SH.NodeKindConstraintComponent),
    (instead(OFFICIAL, KGB.officialOf, ODD), "Official-of", SH.PatternConstraintComponent),
    (without(OFFICE, RDFS.label), "Office-label", SH.MinCountConstraintComponent),
    (instead(OFFICE, RDFS.label, integer(1)), "Office-label", SH.DatatypeConstraintComponent),
    (instead(OFFICE, RDFS.label, WORD), "Office-label", SH.MinLengthConstraintComponent),
    (without(OFFICE, KGB.officeOf), "Office-of", SH.MinCountConstraintComponent),
    (also(OFFICE, KGB.officeOf, ID["state/DEU"]), "Office-of", SH.MaxCountConstraintComponent),
    (instead(OFFICE, KGB.officeOf, NAN), "Office-of", SH.NodeKindConstraintComponent),
    (instead(OFFICE, KGB.officeOf, ODD), "Office-of", SH.PatternConstraintComponent),
    (without(TENURE, KGB.holder), "Tenure-holder", SH.MinCountConstraintComponent),
    (also(TENURE, KGB.holder, ODD), "Tenure-holder", SH.MaxCountConstraintComponent),
    (instead(TENURE, KGB.holder, ODD), "Tenure-holder", SH.ClassConstraintComponent),
    (without(TENURE, KGB.office), "Tenure-office", SH.MinCountConstraintComponent),
    (also(TENURE, KGB.office, ODD), "Tenure-office", SH.MaxCountConstraintComponent),
    (instead(TENURE, KGB.office, ODD), "Tenure-office", SH.ClassConstraintComponent),
    (without(TENURE, KGB.officeTitle), "Tenure-title", SH.MinCountConstraintComponent),
    (instead(TENURE, KGB.officeTitle, integer(1)), "Tenure-title", SH.DatatypeConstraintComponent),
    (instead(TENURE, KGB.officeTitle, WORD), "Tenure-title", SH.MinLengthConstraintComponent),
    (without(TENURE, KGB.officeClass), "Tenure-class", SH.MinCountConstraintComponent),
    (also(TENURE, KGB.officeClass, KGB["office-diplomat"]), "Tenure-class", SH.MaxCountConstraintComponent),
    (instead(TENURE, KGB.officeClass, ODD), "Tenure-class", SH.InConstraintComponent),
    (without(TENURE, KGB.tenureStatus), "Tenure-status", SH.MinCountConstraintComponent),
    (also(TENURE, KGB.tenureStatus, KGB["tenure-former"]), "Tenure-status", SH.MaxCountConstraintComponent),
    (instead(TENURE, KGB.tenureStatus, KGB["status-ongoing"]), "Tenure-status", SH.InConstraintComponent),
    (instead(OFFICE, KGB.officeOf, ID["state/DEU"]), "Tenure-party", SH.MaxCountConstraintComponent),
    (also(AGREEMENT, KGB.target, ID["state/USA"]), "Agreement-target", SH.MaxCountConstraintComponent),
    (instead(AGREEMENT, KGB.actor, ID["state/JPN"]), "Agreement-parties", SH.MinCountConstraintComponent),
    (also(of_type("commitment"), KGB.actor, ID["state/USA"]), "Commitment-parties", SH.MaxCountConstraintComponent),
    (also(MEETING, KGB.target, ID["state/USA"]), "Meeting-target", SH.MaxCountConstraintComponent),
    (instead(MEETING, KGB.actor, ID["state/JPN"]), "Meeting-parties", SH.MinCountConstraintComponent),
    (without(of_type("visit"), KGB.target), "Visit-parties", SH.MinCountConstraintComponent),
    (also(of_type("cooperation"), KGB.target, ID["state/USA"]), "Cooperation-target", SH.MaxCountConstraintComponent),
    (
        instead(of_type("cooperation"), KGB.actor, ID["state/JPN"]),
        "Cooperation-parties",
        SH.MinCountConstraintComponent,
    ),
    (also(of_type("policy"), KGB.target, ID["state/USA"]), "Policy-target", SH.MaxCountConstraintComponent),
    (also(of_type("policy"), KGB.actor, ID["state/USA"]), "Policy-parties", SH.MaxCountConstraintComponent),
    *(
        (without(of_type(name), KGB.target), f"{EVENT_CLASS[name].fragment}-target", SH.MinCountConstraintComponent)
        for name in ("aid", "support", "criticism", "request", "rejection", "threat", "military")
    ),
    *(
        (without_object(of_type(name)), f"{EVENT_CLASS[name].fragment}-object", SH.MinCountConstraintComponent)
        for name in ("restriction", "easing")
    ),
]
