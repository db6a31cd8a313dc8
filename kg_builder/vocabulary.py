# ruff: noqa: N815 - the terms are named as in the ontology
"""Every IRI that we write: our ontology's terms, the prefixes, and the vocabularies that we reuse.

``KGB`` is closed: a term that the ontology lacks raises AttributeError, and a test holds that neither knows more than
the other. Terms with a hyphen are written ``KGB["status-occurred"]``.
"""

from collections.abc import Mapping
from inspect import get_annotations
from typing import ClassVar, Final

from rdflib import DC, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

ID: Final = Namespace("https://w3id.org/kg-builder/id/")
SEM: Final = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
ONTOLOGY: Final = URIRef("https://w3id.org/kg-builder/ontology")


class OA(DefinedNamespace):
    """What we use of the Web Annotation Vocabulary."""

    _NS = Namespace("http://www.w3.org/ns/oa#")
    _fail = True

    exact: URIRef
    start: URIRef
    end: URIRef


class KGB(DefinedNamespace):
    """The terms of ``ontology/``; docs/model.md explains them."""

    _NS = Namespace("https://w3id.org/kg-builder/ontology#")
    _fail = True

    # What an article can name, and who can act
    Entity: URIRef
    Agent: URIRef
    Party: URIRef
    State: URIRef
    Organization: URIRef
    Company: URIRef
    Group: URIRef
    Official: URIRef
    Office: URIRef
    StrategicGood: URIRef
    capital: URIRef
    demonym: URIRef
    hasMember: URIRef
    memberOf: URIRef
    partOf: URIRef
    hsHeading: URIRef

    # What an article states, and where its words stand
    Fact: URIRef
    Article: URIRef
    Evidence: URIRef
    text: URIRef
    digest: URIRef
    mentions: URIRef
    names: URIRef
    evidence: URIRef
    inArticle: URIRef
    statedIn: URIRef
    confidence: URIRef

    # How an inferred triple follows
    Derivation: URIRef
    rule: URIRef
    premise: URIRef

    # Who and what is one in several articles
    account: URIRef
    identityKey: URIRef
    identifiedAs: URIRef
    pendingKey: URIRef

    # Offices and who holds them
    Tenure: URIRef
    TenureStatus: URIRef
    OfficeClass: URIRef
    tenureStatuses: URIRef
    officeClasses: URIRef
    officialOf: URIRef
    officeOf: URIRef
    holder: URIRef
    hasTenure: URIRef
    office: URIRef
    incumbentOffice: URIRef
    formerOffice: URIRef
    tenureStatus: URIRef
    officeClass: URIRef
    officeTitle: URIRef
    holdsOffice: URIRef
    heldOffice: URIRef
    represents: URIRef

    # Events
    Event: URIRef
    Agreement: URIRef
    Commitment: URIRef
    Meeting: URIRef
    Visit: URIRef
    Cooperation: URIRef
    Aid: URIRef
    Support: URIRef
    Policy: URIRef
    Restriction: URIRef
    Easing: URIRef
    Criticism: URIRef
    Request: URIRef
    Rejection: URIRef
    Threat: URIRef
    MilitaryAction: URIRef
    ploverType: URIRef
    Status: URIRef
    statuses: URIRef
    actor: URIRef
    target: URIRef
    official: URIRef
    good: URIRef
    status: URIRef
    eventName: URIRef
    attributedTo: URIRef

    # Where and when
    Place: URIRef
    place: URIRef
    placeName: URIRef
    Time: URIRef
    time: URIRef
    precision: URIRef
    date: URIRef
    earliest: URIRef
    latest: URIRef

    # Parts in events that happened, from which the direct relations follow
    Participation: URIRef
    participatesAs: URIRef
    inEvent: URIRef
    agreementCounterpart: URIRef
    meetingCounterpart: URIRef
    cooperationCounterpart: URIRef
    commitmentTarget: URIRef
    visitTarget: URIRef
    aidTarget: URIRef
    supportTarget: URIRef
    restrictionTarget: URIRef
    easingTarget: URIRef
    criticismTarget: URIRef
    requestTarget: URIRef
    rejectionTarget: URIRef
    threatTarget: URIRef
    militaryTarget: URIRef
    agreementGood: URIRef
    cooperationGood: URIRef
    policyGood: URIRef
    restrictionGood: URIRef
    easingGood: URIRef

    # Direct relations, only ever inferred
    agreesWith: URIRef
    metWith: URIRef
    cooperatesWith: URIRef
    committedTo: URIRef
    visited: URIRef
    aided: URIRef
    supported: URIRef
    restricts: URIRef
    easesRestrictionOn: URIRef
    criticised: URIRef
    requestedOf: URIRef
    rejected: URIRef
    threatened: URIRef
    usedForceAgainst: URIRef
    agreedOn: URIRef
    cooperatesOn: URIRef
    hasPolicyOn: URIRef
    restrictsGood: URIRef
    easesRestrictionOnGood: URIRef

    _extras: ClassVar[list[str]] = [
        "status-occurred", "status-ongoing", "status-planned", "status-proposed", "status-not-occurred",
        "tenure-incumbent", "tenure-former", "tenure-designate",
        "office-head-of-state", "office-head-of-government", "office-foreign-minister", "office-defence-minister",
        "office-finance-minister", "office-minister", "office-diplomat", "office-legislator", "office-central-banker",
        "office-military-officer", "office-spokesperson", "office-organization-head", "office-official",
    ]  # fmt: skip


for _terms in (OA, KGB):
    for _term in get_annotations(_terms).keys() - {"_extras"}:
        setattr(_terms, _term, _terms[_term])  # rdflib would look it up anew each time it is asked for

#: The class of each event type of ``model.EventType``.
EVENT_CLASS: Final[Mapping[str, URIRef]] = {
    "agreement": KGB.Agreement,
    "commitment": KGB.Commitment,
    "meeting": KGB.Meeting,
    "visit": KGB.Visit,
    "cooperation": KGB.Cooperation,
    "aid": KGB.Aid,
    "support": KGB.Support,
    "policy": KGB.Policy,
    "restriction": KGB.Restriction,
    "easing": KGB.Easing,
    "criticism": KGB.Criticism,
    "request": KGB.Request,
    "rejection": KGB.Rejection,
    "threat": KGB.Threat,
    "military": KGB.MilitaryAction,
}

#: The prefixes that queries may use undeclared and exports declare.
PREFIXES: Final[Mapping[str, str]] = {
    "kgb": str(KGB._NS),
    "id": str(ID),
    "state": str(ID["state/"]),
    "organization": str(ID["organization/"]),
    "company": str(ID["company/"]),
    "group": str(ID["group/"]),
    "good": str(ID["good/"]),
    "office": str(ID["office/"]),
    "official": str(ID["official/"]),
    "tenure": str(ID["tenure/"]),
    "event": str(ID["event/"]),
    "participation": str(ID["participation/"]),
    "derivation": str(ID["derivation/"]),
    "article": str(ID["article/"]),
    "evidence": str(ID["evidence/"]),
    "place": str(ID["place/"]),
    "date": str(ID["time/"]),
    "graph": str(ID["graph/"]),
    "dc": str(DC),
    "dcterms": str(DCTERMS),
    "foaf": str(FOAF),
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SDO),
    "sem": str(SEM),
    "skos": str(SKOS),
    "time": str(TIME),
    "xsd": str(XSD),
}
