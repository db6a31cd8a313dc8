"""What a store holds of each article, as the JSON record of docs/annotation.md, read back by SPARQL.

A record tells one article's own account: its graph is asked, not the merge. Beside the keys of the annotation an event
has ``attributed_to`` (parties), ``confidence`` (0 to 1), ``start`` and ``end`` of its ``quote``, and ``evidence``, all
stretches that state it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from rdflib.term import Node

from kg_builder.errors import UsageError
from kg_builder.store import Store
from kg_builder.vocabulary import EVENT_CLASS, KGB

Record: TypeAlias = dict[str, Any]

_TYPE = {str(iri): type for type, iri in EVENT_CLASS.items()}
_KEY = {str(KGB.State): "states", str(KGB.Organization): "organizations", str(KGB.StrategicGood): "goods"}

_ARTICLES = """
SELECT ?graph ?name ?published {
  ?graph prov:wasDerivedFrom ?article . ?article a kgb:Article ; dcterms:identifier ?name .
  OPTIONAL { ?article dcterms:issued ?published }
} ORDER BY ?name
"""
_MENTIONS = """
SELECT ?graph ?class ?id (MIN(?start) AS ?first) {
  GRAPH ?graph { ?evidence kgb:names ?entity ; oa:start ?start . ?entity a ?class ; dcterms:identifier ?id }
} GROUP BY ?graph ?class ?id ORDER BY ?first ?id
"""
_TENURES = """
SELECT ?graph ?name ?kind ?of ?office ?class ?status (MIN(?start) AS ?first) {
  GRAPH ?graph {
    ?tenure a kgb:Tenure ; kgb:holder ?holder ; kgb:office ?post ; kgb:officeClass ?officeClass ;
      kgb:tenureStatus ?tenureStatus ; kgb:evidence/oa:start ?start .
    ?holder rdfs:label ?shared . OPTIONAL { ?holder skos:altLabel ?own } BIND(COALESCE(?own, ?shared) AS ?name)
    ?post rdfs:label ?office ; kgb:officeOf ?party .
    ?party a ?kind ; dcterms:identifier ?of .
  }
  ?officeClass skos:notation ?class .
  ?tenureStatus skos:notation ?status .
} GROUP BY ?graph ?name ?kind ?of ?office ?class ?status ORDER BY ?first ?name ?of ?office ?status
"""
_EVENTS = """
SELECT ?graph ?event ?class ?status ?date ?place ?name ?confidence {
  GRAPH ?graph {
    ?event kgb:status ?told ; a ?class ; kgb:confidence ?confidence .
    OPTIONAL { ?event kgb:date ?date }
    OPTIONAL { ?event kgb:placeName ?place }
    OPTIONAL { ?event kgb:eventName ?name }
  }
  ?told skos:notation ?status .
} ORDER BY ?event ?status ?date ?place ?name ?confidence
"""
_PARTS = """
SELECT ?graph ?event ?role ?kind ?id {
  VALUES ?role { kgb:actor kgb:target kgb:good kgb:attributedTo }
  GRAPH ?graph { ?event ?role ?entity . ?entity a ?kind ; dcterms:identifier ?id }
} ORDER BY ?event ?role ?id
"""
_PRESENT = """
SELECT ?graph ?event ?name {
  GRAPH ?graph {
    ?event kgb:official ?official . ?official rdfs:label ?shared
    OPTIONAL { ?official skos:altLabel ?own } BIND(COALESCE(?own, ?shared) AS ?name)
  }
} ORDER BY ?event ?name
"""
_EVIDENCE = """
SELECT ?graph ?event ?start ?end ?quote {
  GRAPH ?graph { ?event kgb:evidence ?evidence . ?evidence oa:start ?start ; oa:end ?end ; oa:exact ?quote }
} ORDER BY ?event ?start ?end
"""


def records(store: Store) -> Iterator[Record]:
    """One record per article, in the order of their names."""
    for graph, name, published in store.select(_ARTICLES):
        if graph is not None:
            yield _record(store, graph, name, published)


def write(written: Iterable[Record], folder: Path) -> None:
    """One ``NAME.json`` per record: ``press/0417.html`` gives ``press/0417.json``, ``wire.jsonl#3`` its whole name.

    Raises UsageError where the folder cannot be written.
    """
    taken: set[str] = set()
    for record in written:
        name = re.sub(r"\.(txt|html?)$", "", record["article"])
        name = record["article"] if name in taken else name
        taken.add(name)
        file = folder / f"{name}.json"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        except OSError as error:
            raise UsageError(f"{file}: cannot be written: {error.strerror}; choose another folder") from error


def _record(store: Store, graph: Node, name: Node | None, published: Node | None) -> Record:
    here = {"graph": graph}
    record: Record = {
        "article": str(name),
        "published": None if published is None else str(published),
        "states": [],
        "organizations": [],
        "officials": [],
        "goods": [],
        "events": _events(store, here),
    }
    for _, kind, id, _ in store.select(_MENTIONS, here):
        if key := _KEY.get(str(kind)):
            record[key].append(str(id))
    for _, person, kind, of, office, office_class, status, _ in store.select(_TENURES, here):
        official = {
            "name": str(person),
            "of": _party(kind, of),
            "office": str(office),
            "class": str(office_class),
            "status": str(status),
        }
        record["officials"].append(official)
    return record


def _events(store: Store, here: dict[str, Node]) -> list[Record]:
    """The events in the order in which the text first states them, numbered ``e1`` onwards."""
    evidence: dict[Node | None, list[Record]] = defaultdict(list)
    for _, event, start, end, quote in store.select(_EVIDENCE, here):
        evidence[event].append({"start": int(str(start)), "end": int(str(end)), "quote": str(quote)})
    parts: dict[tuple[Node | None, Node | None], list[str]] = defaultdict(list)
    for _, event, role, kind, id in store.select(_PARTS, here):
        parts[event, role].append(_party(kind, id))
    for _, event, person in store.select(_PRESENT, here):
        parts[event, KGB.official].append(str(person))
    found: dict[Node | None, Record] = {}
    for _, event, kind, status, date, place, title, confidence in store.select(_EVENTS, here):
        first = evidence[event][0]
        known = {
            "type": _TYPE[str(kind)],
            "actors": parts[event, KGB.actor],
            "targets": parts[event, KGB.target],
            "officials": parts[event, KGB.official],
            "date": None if date is None else str(date),
            "place": None if place is None else str(place),
            "goods": parts[event, KGB.good],
            "status": str(status),
            "name": None if title is None else str(title),
            "attributed_to": parts[event, KGB.attributedTo],
            "core": True,
            **{key: first[key] for key in ("quote", "start", "end")},
            "confidence": int(str(confidence)) / 100,
            "evidence": evidence[event],
        }
        found.setdefault(event, known)
    ordered = sorted(found.items(), key=lambda item: (item[1]["start"], item[1]["end"], str(item[0])))
    return [{"id": f"e{number}", **event} for number, (_, event) in enumerate(ordered, start=1)]


def _party(kind: Node | None, id: Node | None) -> str:
    """As records write a party: ``JPN``, ``European Commission``, ``org:Sojitz``, ``org:Hamas``."""
    return f"org:{id}" if kind in (KGB.Company, KGB.Group) else str(id)
