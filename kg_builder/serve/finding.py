"""Where people begin: what there is, and what is called so."""

from typing import Any, Final

from kg_builder import sparql
from kg_builder.serve.listing import newest
from kg_builder.settings import Serving
from kg_builder.store import Store
from kg_builder.vocabulary import PREFIXES

#: What can be searched for: the class, and where its names stand.
KINDS: Final = {
    "state": ("State", "rdfs:label skos:altLabel kgb:demonym kgb:capital dcterms:identifier"),
    "organization": ("Organization", "rdfs:label skos:altLabel dcterms:identifier"),
    "company": ("Company", "rdfs:label"),
    "group": ("Group", "rdfs:label"),
    "official": ("Official", "rdfs:label"),
    "good": ("StrategicGood", "rdfs:label skos:altLabel dcterms:identifier"),
    "agreement": ("Agreement", "kgb:eventName"),
    "article": ("Article", "dcterms:title dcterms:identifier"),
}
#: Agreements and articles are also found by their words.
_WORDS = {"agreement": "kgb:evidence/oa:exact", "article": "kgb:text"}
_MOST = 500
_SHOWN = 50
_COUNTS = """
SELECT ?class (COUNT(DISTINCT ?thing) AS ?n) {
  {
    VALUES ?class { kgb:Article kgb:Official kgb:Company kgb:Group kgb:Agreement kgb:Event kgb:Tenure }
    ?thing a ?class
  }
  UNION
  { VALUES ?class { kgb:State kgb:Organization kgb:StrategicGood } ?article kgb:mentions ?thing . ?thing a ?class }
} GROUP BY ?class
"""


def start(store: Store, settings: Serving) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """How many there are of each class, and the newest events."""
    counts = {str(kind).rpartition("#")[2]: int(str(number)) for kind, number in store.select(_COUNTS)}
    return counts, newest(store)


def search(store: Store, settings: Serving, text: str, kind: str) -> list[dict[str, Any]]:
    """What is called so: whole names first, then those that begin so, then others; 50 at most.

    ``kind`` is one of KINDS, or empty for all.
    """
    needle = sparql.term(text.lower(), "text", PREFIXES)
    found: dict[str, dict[str, Any]] = {}
    for name in [kind] if kind else KINDS:
        class_name, names = KINDS[name]
        named = f"VALUES ?named {{ {names} }} ?thing ?named ?label"
        if name in _WORDS:
            named = f"{{ {named} }} UNION {{ ?thing {_WORDS[name]} ?label }}"
        pattern = f"?thing a kgb:{class_name} . {named} FILTER(CONTAINS(LCASE(STR(?label)), {needle}))"
        for thing, label in store.select(f"SELECT DISTINCT ?thing ?label {{ {pattern} }} LIMIT {_MOST}"):
            hit = {"iri": str(thing), "kind": name, "label": str(label), "rank": _rank(str(label), text)}
            if str(thing) not in found or hit["rank"] < found[str(thing)]["rank"]:
                found[str(thing)] = hit
    hits = sorted(found.values(), key=lambda hit: (*hit["rank"], hit["kind"], hit["iri"]))[:_SHOWN]
    _name(store, hits)
    return hits


def _rank(label: str, text: str) -> tuple[int, int]:
    place = label.lower().find(text.lower())
    return (0 if label.lower() == text.lower() else 1 if place == 0 else 2, min(len(label), 100))


def _name(store: Store, hits: list[dict[str, Any]]) -> None:
    """Adds the proper name of what was found by another."""
    values = " ".join(f"<{hit['iri']}>" for hit in hits)
    query = (
        f"SELECT ?thing ?name {{ VALUES ?thing {{ {values} }} ?thing rdfs:label|dcterms:title|kgb:eventName ?name }}"
    )
    names = {str(thing): str(name) for thing, name in store.select(f"{query} ORDER BY ?thing DESC(?name)")}
    for hit in hits:
        hit["name"] = names.get(hit["iri"], hit["label"] if len(hit["label"]) < 300 else hit["iri"].rpartition("/")[2])
        place = max(hit["label"].lower().find(hit["name"].lower()), 0)
        hit["context"] = "" if hit["label"] == hit["name"] else hit["label"][place : place + 160]
