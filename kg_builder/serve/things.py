"""What is said of one thing: its names, its properties, its facts, what was inferred of it and why, its neighbours."""

from collections import defaultdict
from typing import Any, Final

from kg_builder import explain
from kg_builder.serve.listing import Asked, Facts, facts, tenures
from kg_builder.serve.telling import details
from kg_builder.settings import Serving
from kg_builder.store import Store
from kg_builder.table import shortened
from kg_builder.vocabulary import ID, KGB, PREFIXES

_LABELS = """
SELECT ?label { VALUES ?p { rdfs:label dcterms:title kgb:eventName skos:prefLabel } $iri ?p ?label } ORDER BY ?label
"""
_CLASSES = """
SELECT DISTINCT ?class ?label {
  $iri a ?class . ?class rdfs:label ?label FILTER(STRSTARTS(STR(?class), STR(kgb:)))
  FILTER NOT EXISTS { ?narrower rdfs:subClassOf ?class . $iri a ?narrower FILTER(?narrower != ?class) }
} ORDER BY ?label
"""
_PROPERTIES = """
SELECT DISTINCT ?p ?property ?o ?value {
  $iri ?p ?o
  FILTER(?p NOT IN (kgb:evidence, kgb:participatesAs, kgb:text, kgb:digest, rdf:type, kgb:memberOf, kgb:hasMember))
  FILTER NOT EXISTS { GRAPH graph:inferred { $iri ?p ?o } }
  OPTIONAL { ?p rdfs:label ?property }
  OPTIONAL { ?o rdfs:label ?value }
} ORDER BY ?p ?value ?o LIMIT 300
"""
_INFERRED = """
SELECT DISTINCT ?derivation ?p ?property ?other ?label ?backwards ?rule {
  {
    GRAPH graph:derivations { ?derivation rdf:subject $iri ; rdf:predicate ?p ; rdf:object ?other ; kgb:rule ?rule }
    BIND(false AS ?backwards)
  }
  UNION
  {
    GRAPH graph:derivations { ?derivation rdf:object $iri ; rdf:predicate ?p ; rdf:subject ?other ; kgb:rule ?rule }
    BIND(true AS ?backwards)
  }
  ?p rdfs:label ?property .
  ?other rdfs:label ?label .
  FILTER(?p != kgb:statedIn)
} ORDER BY ?property ?backwards ?label LIMIT 500
"""
#: Relations of a thing: those that were inferred, and the parts of events and tenures.
_NEIGHBOURS = """
SELECT ?p ?other ?label ?class (COUNT(*) AS ?n) {
  {
    GRAPH graph:inferred { { $iri ?p ?other } UNION { ?other ?p $iri } }
    FILTER(STRSTARTS(STR(?p), STR(kgb:)) && ?p NOT IN (kgb:memberOf, kgb:hasMember))
  }
  UNION { VALUES ?p { kgb:actor kgb:target kgb:good kgb:official kgb:attributedTo } $iri ?p ?other }
  UNION { $iri kgb:holder|kgb:office|kgb:officeOf|kgb:officialOf ?other BIND(kgb:officialOf AS ?p) }
  UNION { ?other kgb:officialOf $iri BIND(kgb:officialOf AS ?p) }
  UNION { ?event kgb:official $iri ; kgb:actor|kgb:target|kgb:good|kgb:official ?other BIND(kgb:inEvent AS ?p) }
  UNION { $iri skos:broader|^skos:broader ?other BIND(skos:broader AS ?p) }
  VALUES ?class { kgb:State kgb:Organization kgb:Company kgb:Group kgb:Official kgb:StrategicGood kgb:Office }
  ?other a ?class ; rdfs:label ?label .
  FILTER(?other != $iri)
} GROUP BY ?p ?other ?label ?class ORDER BY DESC(?n) ?p ?other LIMIT 60
"""
#: Kinds of things that events are about.
_ABOUT: Final = frozenset({"State", "Organization", "Company", "Group", "Official", "StrategicGood", "Place"})


def thing(store: Store, settings: Serving, iri: str, asked: Asked) -> dict[str, Any] | None:
    """All that its page shows; None where the store knows no such thing. ``asked`` narrows the facts."""
    properties = _properties(store, iri)
    if not properties and not store.ask(f"ASK {{ {{ GRAPH ?g {{ <{iri}> ?p ?o }} }} UNION {{ ?s ?p <{iri}> }} }}"):
        return None
    classes = {str(kind): str(label) for kind, label in _select(store, _CLASSES, iri)}
    names = [str(label) for (label,) in _select(store, _LABELS, iri)]
    kinds = {kind.rpartition("#")[2] for kind in classes}
    found = facts(store, settings, asked) if kinds & _ABOUT else Facts(details(store, [iri]))
    if not names and found.shown and not kinds & _ABOUT:
        names = [_title(found.shown[0])]
    return {
        "iri": iri,
        "short": shortened(iri, PREFIXES),
        "label": names[0] if names else shortened(iri, PREFIXES),
        "names": names[1:],
        "kinds": sorted(kinds),
        "kind": ", ".join(classes.values()),
        "properties": properties,
        "facts": found,
        "tenures": tenures(store, iri) if kinds & {"Official", "Office", "State", "Organization"} else [],
        "inferred": _inferred(store, iri),
        "why": list(explain.explain(store, iri)) if "Derivation" in kinds or "/id/derivation/" in iri else [],
    }


def neighbours(store: Store, settings: Serving, iri: str) -> dict[str, Any] | None:
    """What it is related to, for the drawing: nodes, and edges with their names; the 60 most frequent."""
    names = [str(label) for (label,) in _select(store, _LABELS, iri)]
    if not names and not store.ask(f"ASK {{ <{iri}> ?p ?o }}"):
        return None
    kind = _kind(store, iri)
    label = names[0] if names else _words(kind).strip() or shortened(iri, PREFIXES)
    nodes = {iri: {"iri": iri, "label": label, "kind": kind}}
    edges = []
    for relation, other, name, whose, number in store.select(_NEIGHBOURS.replace("$iri", f"<{iri}>")):
        nodes.setdefault(str(other), {"iri": str(other), "label": str(name), "kind": _local(str(whose))})
        edges.append({"from": iri, "to": str(other), "name": _words(str(relation)), "n": int(str(number))})
    return {"nodes": list(nodes.values()), "edges": edges}


def _properties(store: Store, iri: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Name of each property with its values: IRI, or "" for a literal, and words."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for predicate, name, obj, label in _select(store, _PROPERTIES, iri):
        is_iri = obj is not None and obj.n3().startswith("<")
        words = str(label) if label is not None else shortened(str(obj), PREFIXES) if is_iri else str(obj)
        value = (str(obj) if is_iri else "", words)
        values = found[str(name) if name is not None else shortened(str(predicate), PREFIXES)]
        if value not in values:
            values.append(value)
    return sorted(found.items())


def _inferred(store: Store, iri: str) -> list[dict[str, Any]]:
    """Relations that follow, memberships last."""
    rows = store.select(_INFERRED.replace("$iri", f"<{iri}>"))
    names = ("derivation", "p", "property", "other", "label", "backwards", "rule")
    found = [dict(zip(names, map(str, row), strict=True)) for row in rows]
    return sorted(found, key=lambda one: one["p"] in {str(KGB.memberOf), str(KGB.hasMember)})


def _select(store: Store, text: str, iri: str) -> list[tuple[Any, ...]]:
    return list(store.select(text.replace("$iri", f"<{iri}>")))


def _kind(store: Store, iri: str) -> str:
    kinds = [_local(str(kind)) for kind, _ in _select(store, _CLASSES, iri)]
    return kinds[0] if kinds else ""


def _title(fact: dict[str, Any]) -> str:
    parties = [label for role in ("actor", "target", "holder", "of") for _, label in fact["parts"].get(role, [])]
    when = fact["dates"][0] if fact["dates"] else ""
    return " ".join(filter(None, [fact["office"] or fact["kind"], ", ".join(parties), when]))


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].removeprefix(str(ID))


def _words(iri: str) -> str:
    """``agrees with`` for ``...#agreesWith``."""
    if iri == str(KGB.inEvent):
        return "in the same events"
    name = iri.replace("/", "#").rpartition("#")[2]
    return "".join(f" {char.lower()}" if char.isupper() else char for char in name)
