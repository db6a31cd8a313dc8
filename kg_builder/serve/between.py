"""All that passed between two parties."""

from typing import Any

from kg_builder.serve.listing import Asked, Facts, facts
from kg_builder.settings import Serving
from kg_builder.store import Store

#: There are far fewer parties than events.
_PARTIES = """
SELECT ?party (MIN(?label) AS ?name) {
  VALUES ?class { kgb:State kgb:Organization kgb:Company kgb:Group }
  ?party a ?class ; rdfs:label ?label .
  FILTER EXISTS { ?event kgb:actor|kgb:target ?party }
} GROUP BY ?party ORDER BY ?name ?party LIMIT 1000
"""
_GOODS = """
SELECT ?good (MIN(?label) AS ?name) {
  ?good a kgb:StrategicGood ; rdfs:label ?label .
  FILTER EXISTS { ?event kgb:good ?good }
} GROUP BY ?good ORDER BY ?name ?good LIMIT 1000
"""


def between(store: Store, settings: Serving, asked: Asked) -> dict[str, Any]:
    """The parties and goods to choose from, and the facts about both of ``asked.about``, if two are chosen."""
    parties, goods = ([(str(iri), str(name)) for iri, name in store.select(text)] for text in (_PARTIES, _GOODS))
    chosen = len(asked.about) == 2
    return {"parties": parties, "goods": goods, "facts": facts(store, settings, asked) if chosen else Facts([])}
