"""Counts what a store holds."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from kg_builder.store import Store

Counts: TypeAlias = Mapping[str, Mapping[str, int]]

_TOP = 10
_ARTICLES = "SELECT ?name { ?article a kgb:Article ; dcterms:identifier ?name } ORDER BY ?name"
_QUERIES = {
    "graphs": """
SELECT ?kind (COUNT(*) AS ?triples) {
  GRAPH ?graph { ?s ?p ?o }
  BIND(STRAFTER(STR(?graph), STR(graph:)) AS ?name)
  BIND(IF(CONTAINS(?name, "/"), STRBEFORE(?name, "/"), ?name) AS ?kind)
} GROUP BY ?kind ORDER BY ?kind
""",
    "articles": """
SELECT ?word (COUNT(DISTINCT ?article) AS ?articles) {
  { ?article a kgb:Article BIND("read" AS ?word) }
  UNION
  { GRAPH ?quarantine { ?s ?p ?o } FILTER(STRSTARTS(STR(?quarantine), CONCAT(STR(graph:), "quarantine/")))
    BIND(?quarantine AS ?article) BIND("with facts set aside" AS ?word) }
} GROUP BY ?word ORDER BY ?word
""",
    "named": """
SELECT ?label (COUNT(DISTINCT ?entity) AS ?n) {
  ?article kgb:mentions ?entity . ?entity a ?class . ?class rdfs:subClassOf* kgb:Entity ; rdfs:label ?label
  FILTER NOT EXISTS { ?narrower rdfs:subClassOf ?class . ?entity a ?narrower FILTER(?narrower != ?class) }
} GROUP BY ?label ORDER BY DESC(?n) ?label
""",
    "people": """
SELECT ?label (COUNT(DISTINCT ?thing) AS ?n) {
  VALUES ?class { kgb:Official kgb:Tenure } ?thing a ?class . ?class rdfs:label ?label
} GROUP BY ?label ORDER BY ?label
""",
    "events": """
SELECT ?label (COUNT(DISTINCT ?event) AS ?n) {
  ?event kgb:status ?any ; a ?class . ?class rdfs:subClassOf kgb:Event ; rdfs:label ?label FILTER(?class != kgb:Event)
} GROUP BY ?label ORDER BY DESC(?n) ?label
""",
    "statuses": """
SELECT ?label (COUNT(DISTINCT ?event) AS ?n) {
  ?event kgb:status ?status . ?status rdfs:label ?label
} GROUP BY ?label ORDER BY DESC(?n) ?label
""",
    "parties in most events": f"""
SELECT ?label (COUNT(DISTINCT ?event) AS ?n) {{
  ?event kgb:actor|kgb:target ?party . ?party rdfs:label ?label
}} GROUP BY ?party ?label ORDER BY DESC(?n) ?label LIMIT {_TOP}
""",
    "goods in most events": f"""
SELECT ?label (COUNT(DISTINCT ?event) AS ?n) {{
  ?event kgb:good ?good . ?good rdfs:label ?label
}} GROUP BY ?good ?label ORDER BY DESC(?n) ?label LIMIT {_TOP}
""",
}


def articles(store: Store) -> Iterator[str]:
    """The names of the articles, sorted."""
    return (str(name) for (name,) in store.select(_ARTICLES))


def stats(store: Store) -> Counts:
    """Numbers by heading and what is counted; graphs count triples, everything else counts things."""
    return {
        heading: {str(label): int(str(number)) for label, number in store.select(text)}
        for heading, text in _QUERIES.items()
    }


def render(counts: Counts) -> str:
    """The numbers for people, a heading above the lines that belong to it; empty headings are left out."""
    width = max((len(label) for part in counts.values() for label in part), default=0)
    blocks = [
        f"{heading}\n" + "".join(f"  {label:<{width}} {number:>9,}\n" for label, number in part.items())
        for heading, part in counts.items()
        if part
    ]
    return "\n".join(blocks)
