"""One article as people read it: its text with what was found in it, the facts beside, and what was set aside."""

from itertools import pairwise
from typing import Any
from urllib.parse import unquote

from rdflib import URIRef
from rdflib.term import Node

from kg_builder import identity
from kg_builder.serve.telling import details
from kg_builder.settings import Serving
from kg_builder.store import Store
from kg_builder.vocabulary import ID

_ARTICLE = """
SELECT ?text ?name ?title ?issued ?publisher ?url {
  $article kgb:text ?text ; dcterms:identifier ?name .
  OPTIONAL { $article dcterms:title ?title } OPTIONAL { $article dcterms:issued ?issued }
  OPTIONAL { $article dc:publisher ?publisher } OPTIONAL { $article schema:url ?url }
} LIMIT 1
"""
_MENTIONS = """
SELECT ?start ?end ?entity ?label {
  GRAPH $graph { ?evidence kgb:names ?entity ; oa:start ?start ; oa:end ?end }
  OPTIONAL { ?entity rdfs:label ?label }
} ORDER BY ?start ?end ?entity ?label
"""
_FACTS = """
SELECT ?fact (MIN(?start) AS ?first) {
  GRAPH $graph { ?fact kgb:evidence ?evidence . ?evidence oa:start ?start }
} GROUP BY ?fact ORDER BY ?first ?fact
"""
_ASIDE = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?focus ?message ?words {
  GRAPH $graph { ?result sh:focusNode ?focus ; sh:resultMessage ?message }
  OPTIONAL { GRAPH $graph { ?focus kgb:evidence/oa:exact ?words } }
} ORDER BY ?focus ?message ?words
"""


def article(store: Store, settings: Serving, iri: str) -> dict[str, Any] | None:
    """All that its page shows; None where there is no such article."""
    rows = list(store.select(_ARTICLE.replace("$article", f"<{iri}>")))
    if not rows:
        return None
    names = ("text", "name", "title", "issued", "publisher", "url")
    told = {name: None if term is None else str(term) for name, term in zip(names, rows[0], strict=True)}
    name = unquote(iri.removeprefix(str(ID["article/"])), errors="surrogateescape")
    account, aside = identity.article_graph(name), identity.quarantine_graph(name)
    iris = [str(fact) for fact, _ in store.select(_FACTS.replace("$graph", f"<{account}>"))]
    found = details(store, iris, iri)
    for number, fact in enumerate(found, start=1):
        fact["number"] = number
    mentions = _mentions(store, account)
    return {
        **told,
        "iri": iri,
        "graph": str(account),
        "label": told["title"] or told["name"],
        "facts": found,
        "pieces": pieces(told["text"] or "", mentions, found),
        "named": sorted({(label, entity) for _, _, entity, label in mentions}),
        "aside": [tuple(map(_text, row)) for row in store.select(_ASIDE.replace("$graph", f"<{aside}>"))],
    }


def pieces(text: str, mentions: list[tuple[int, int, str, str]], facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The text cut wherever something begins or ends.

    Each piece knows the thing that it names, the numbers of the facts that it states, and which evidence begins there.
    """
    spans = [(int(one["start"]), int(one["end"]), fact["number"]) for fact in facts for one in fact["accounts"]]
    cuts = {0, len(text)}
    cuts |= {place for start, end, _ in spans for place in (start, end)}
    cuts |= {place for start, end, _, _ in mentions for place in (start, end)}
    cut: list[dict[str, Any]] = []
    for start, end in pairwise(sorted(place for place in cuts if 0 <= place <= len(text))):
        named = next(((one[2], one[3]) for one in mentions if one[0] <= start and end <= one[1]), ("", ""))
        states = sorted({number for first, last, number in spans if first <= start and end <= last})
        begins = sorted({f"w{first}-{last}" for first, last, _ in spans if first == start})
        cut.append({"text": text[start:end], "facts": states, "begins": begins, "entity": named[0], "label": named[1]})
    return cut


def _mentions(store: Store, account: URIRef) -> list[tuple[int, int, str, str]]:
    """Start, end, entity and its name."""
    found: dict[tuple[int, int, str], str] = {}
    for start, end, entity, label in store.select(_MENTIONS.replace("$graph", f"<{account}>")):
        found.setdefault((int(_text(start)), int(_text(end)), _text(entity)), _text(label) or _text(entity))
    return [(*place, label) for place, label in found.items()]


def _text(term: Node | None) -> str:
    return "" if term is None else str(term)
