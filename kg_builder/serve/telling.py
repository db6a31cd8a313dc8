"""What there is to say of a fact: what it is, its parties, and each article's account of it with its sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from rdflib import URIRef
from rdflib.term import Node

from kg_builder.store import Store
from kg_builder.vocabulary import KGB

MOST: Final = 5  #: accounts of one fact that are shown with their sentence
_FACTS = """
SELECT ?fact ?kind ?earliest ?name ?office {
  VALUES ?fact { $facts }
  ?fact a ?class . ?class rdfs:label ?kind .
  FILTER(?class = kgb:Tenure || EXISTS { ?class rdfs:subClassOf kgb:Event FILTER(?class != kgb:Event) })
  OPTIONAL { ?fact kgb:earliest ?earliest }
  OPTIONAL { ?fact kgb:eventName ?name }
  OPTIONAL { ?fact kgb:officeTitle ?office }
} ORDER BY ?fact ?kind ?earliest ?name ?office
"""
_EVIDENCE = """
SELECT ?fact ?account ?article ?title ?issued ?words ?start ?end {
  VALUES ?fact { $facts }
  ?fact kgb:evidence ?evidence .
  ?evidence kgb:inArticle ?article ; oa:exact ?words ; oa:start ?start ; oa:end ?end .
  ?account prov:wasDerivedFrom ?article .
  OPTIONAL { ?article dcterms:title ?title }
  OPTIONAL { ?article dcterms:issued ?issued }
} ORDER BY ?fact ?issued ?article ?start ?end
"""
_PARTS = """
SELECT DISTINCT ?fact ?role ?thing ?label {
  VALUES ?fact { $facts }
  {
    VALUES ?p { kgb:actor kgb:target kgb:good kgb:official kgb:attributedTo }
    ?fact ?p ?thing BIND(STRAFTER(STR(?p), "#") AS ?role)
  }
  UNION { ?fact kgb:holder ?thing BIND("holder" AS ?role) }
  UNION { ?fact kgb:office/kgb:officeOf ?thing BIND("of" AS ?role) }
  ?thing rdfs:label ?label .
} ORDER BY ?fact ?role ?label
"""
#: What an account tells of its own, by the property that tells it.
_TOLD: Final = {
    KGB.status: "status",
    KGB.tenureStatus: "status",
    KGB.date: "date",
    KGB.placeName: "place",
    KGB.confidence: "confidence",
}
_TEXT = "SELECT ?text { <$article> kgb:text ?text } LIMIT 1"
#: Where a sentence may end, and how far around the words it is looked for.
_END = re.compile(r"(?<=[.!?])(?P<close>[\"”’)]*)\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_AROUND = 300


def details(store: Store, iris: Iterable[str], article: str | None = None) -> list[dict[str, Any]]:
    """Each fact in the order given, as ``article`` or as all articles tell it; left out if none tells it.

    A fact has ``iri``, ``kind``, ``name``, ``office``, ``earliest``, ``parts`` (role -> IRIs with their names),
    ``accounts``, and ``statuses``, ``dates`` and ``places``, each told by some account.
    """
    wanted = list(iris)
    if not wanted:
        return []
    values = " ".join(f"<{iri}>" for iri in wanted)
    accounts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for account in _rows(store, _EVIDENCE.replace("$facts", values)):
        if article is None or account["article"] == article:
            accounts[account["fact"]].append(account | _own(store, account["fact"], account["account"]))
    parts: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for one in _rows(store, _PARTS.replace("$facts", values)):
        parts[one["fact"]][one["role"]].setdefault(one["thing"], one["label"])
    found: dict[str, dict[str, Any]] = {}
    for fact in _rows(store, _FACTS.replace("$facts", values)):
        iri = fact.pop("fact")
        if iri in accounts and iri not in found:
            found[iri] = {"iri": iri, **fact, "accounts": accounts[iri]}
            found[iri]["parts"] = {role: list(things.items()) for role, things in parts[iri].items()}
            for name, many in (("status", "statuses"), ("date", "dates"), ("place", "places")):
                found[iri][many] = list(dict.fromkeys(one[name] for one in accounts[iri] if one[name]))
    _add_sentences(store, [one for fact in found.values() for one in fact["accounts"][: None if article else MOST]])
    return [found[iri] for iri in wanted if iri in found]


def _own(store: Store, fact: str, account: str) -> dict[str, str | None]:
    """Status, date, place and confidence as one graph tells them; the engine plans this badly over many graphs."""
    told: dict[str, str | None] = dict.fromkeys(_TOLD.values())
    for predicate, value in sorted(store.about(URIRef(fact), URIRef(account)), key=str):
        if isinstance(predicate, URIRef) and predicate in _TOLD:
            words = str(value).removeprefix(str(KGB["status-occurred"]).removesuffix("occurred"))
            words = words.removeprefix(str(KGB["tenure-former"]).removesuffix("former"))
            told[_TOLD[predicate]] = told[_TOLD[predicate]] or words
    return told


def _rows(store: Store, text: str) -> Iterable[dict[str, Any]]:
    found = store.select(text)
    for row in found:
        yield {name: _text(term) for name, term in zip(found.variables, row, strict=True)}


def _text(term: Node | None) -> str | None:
    return None if term is None else str(term)


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after the words at ``start`` to ``end`` in their sentence, cut short where it is long."""
    begins = [found.end() for found in _END.finditer(text, max(start - _AROUND, 0), start + 2) if found.end() <= start]
    ends = _END.search(text, max(end - 1, 0), end + _AROUND)
    first = begins[-1] if begins else max(start - _AROUND, 0)
    last = end + _AROUND if ends is None else max(ends.start(), ends.end("close"), end)
    before, after = text[first:start], text[end:last]
    if not begins and first:
        before = f"… {before.partition(' ')[2]}"
    if ends is None and last < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return before, after


def _add_sentences(store: Store, accounts: Iterable[dict[str, Any]]) -> None:
    texts: dict[str, str] = {}
    for account in accounts:
        iri = account["article"]
        if iri not in texts:
            texts[iri] = "".join(str(text) for (text,) in store.select(_TEXT.replace("$article", iri)))
        account["before"], account["after"] = sentence(texts[iri], int(account["start"]), int(account["end"]))
