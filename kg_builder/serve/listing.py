"""Facts for people: events and tenures with status, date, parties, and the words of each article that tells them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from rdflib.term import Node

from kg_builder.settings import Serving
from kg_builder.store import Store
from kg_builder.store.answers import answer

PAGE: Final = 25  #: facts on a page
ROLES: Final = ("actor", "target", "good", "official", "attributedTo")

_DETAILS = """
SELECT ?fact ?kind ?status ?date ?earliest ?place ?name ?office ?confidence ?words ?start ?end ?article ?title ?issued
{
  VALUES ?fact { $facts }
  ?fact a ?class ; kgb:evidence ?evidence .
  ?class rdfs:label ?kind .
  FILTER(?class = kgb:Tenure || EXISTS { ?class rdfs:subClassOf kgb:Event FILTER(?class != kgb:Event) })
  ?evidence kgb:inArticle ?article .
  ?account prov:wasDerivedFrom ?article .
  GRAPH ?account {
    ?fact kgb:evidence ?evidence ; kgb:status|kgb:tenureStatus ?told .
    ?evidence oa:exact ?words ; oa:start ?start ; oa:end ?end .
    OPTIONAL { ?fact kgb:date ?date }
    OPTIONAL { ?fact kgb:placeName ?place }
    OPTIONAL { ?fact kgb:confidence ?confidence }
  }
  ?told skos:notation ?status .
  OPTIONAL { ?fact kgb:earliest ?earliest }
  OPTIONAL { ?fact kgb:eventName ?name }
  OPTIONAL { ?fact kgb:officeTitle ?office }
  OPTIONAL { ?article dcterms:title ?title }
  OPTIONAL { ?article dcterms:issued ?issued }
} ORDER BY ?fact ?article ?start ?status ?date ?place
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
#: A fact with the words that state it and the names of what it is about.
_TOLD = """
CONSTRUCT {
  ?fact ?p ?o . ?o rdfs:label ?label . ?o oa:exact ?words ; oa:start ?start ; oa:end ?end ; kgb:inArticle ?in
} {
  VALUES ?fact { $facts }
  ?fact ?p ?o
  OPTIONAL { ?o rdfs:label ?label }
  OPTIONAL { ?o oa:exact ?words ; oa:start ?start ; oa:end ?end ; kgb:inArticle ?in }
}
"""


_TEXT = "SELECT ?text { <$article> kgb:text ?text } LIMIT 1"
#: Where a sentence may end, and how far around the words it is looked for.
_END = re.compile(r"(?<=[.!?])(?P<close>[\"”’)]*)\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_AROUND = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events: about all of ``about`` (IRIs), and by what else a form may narrow it. Years are inclusive."""

    about: tuple[str, ...] = ()
    type: str = ""  #: local name of a class, ``Agreement``
    good: str = ""  #: IRI; narrower goods count
    status: str = ""  #: ``occurred``
    first: str = ""
    last: str = ""
    page: int = 0

    def pattern(self) -> str:
        """SPARQL that binds ?fact and ?earliest."""
        lines = ["?fact kgb:status ?any ."]
        for iri in self.about:
            lines.append(f"?fact kgb:actor|kgb:target|kgb:good|kgb:official|kgb:attributedTo|kgb:place <{iri}> .")
        if self.type:
            lines.append(f"?fact a kgb:{self.type} .")
        if self.status:
            lines.append(f"?fact kgb:status kgb:status-{self.status} .")
        if self.good:
            lines.append(f"FILTER EXISTS {{ ?fact kgb:good/skos:broader* <{self.good}> }}")
        lines.append("OPTIONAL { ?fact kgb:earliest ?earliest }")
        lines += [f"FILTER(YEAR(?earliest) >= {int(self.first)})"] if self.first else []
        lines += [f"FILTER(YEAR(?earliest) <= {int(self.last)})"] if self.last else []
        return "\n  ".join(lines)


@dataclass(slots=True)
class Facts:
    """A page of facts, newest first, and how many of the whole fall in each year ("" where no date is known)."""

    shown: list[dict[str, Any]]
    years: list[tuple[str, int]] = field(default_factory=list)
    total: int = 0
    page: int = 0
    more: bool = False


def facts(store: Store, settings: Serving, asked: Asked) -> Facts:
    """The events asked for."""
    iris = _iris(store, asked)
    counted = f"SELECT ?year (COUNT(DISTINCT ?fact) AS ?n) {{ {asked.pattern()} BIND(YEAR(?earliest) AS ?year) }}"
    rows = store.select(f"{counted} GROUP BY ?year ORDER BY DESC(?year)")
    years = [("" if year is None else str(year), int(str(number))) for year, number in rows]
    return Facts(details(store, iris[:PAGE]), years, sum(number for _, number in years), asked.page, len(iris) > PAGE)


def tenures(store: Store, iri: str) -> list[dict[str, Any]]:
    """Who held which office, of a person, an office or a party."""
    pattern = "{ ?fact kgb:holder ?x } UNION { ?fact kgb:office ?x } UNION { ?fact kgb:office/kgb:officeOf ?x }"
    query = f"SELECT DISTINCT ?fact {{ VALUES ?x {{ <{iri}> }} {pattern} ?fact a kgb:Tenure }} ORDER BY ?fact LIMIT 200"
    found = details(store, [str(fact) for (fact,) in store.select(query)])
    order = {"incumbent": 0, "designate": 1, "former": 2}
    return sorted(found, key=lambda fact: (order.get(fact["statuses"][0], 3), fact["office"], fact["iri"]))


def details(store: Store, iris: Iterable[str]) -> list[dict[str, Any]]:
    """What there is to say of each fact, in the order given; those that no article tells are left out."""
    wanted = list(iris)
    if not wanted:
        return []
    values = " ".join(f"<{iri}>" for iri in wanted)
    found: dict[str, dict[str, Any]] = {}
    accounts: dict[str, dict[tuple[str, ...], dict[str, Any]]] = defaultdict(dict)
    told = store.select(_DETAILS.replace("$facts", values))
    for row in told:
        one = {name: None if term is None else str(term) for name, term in zip(told.variables, row, strict=True)}
        iri = str(one["fact"])
        found.setdefault(iri, {"iri": iri, **{name: one[name] for name in ("kind", "earliest", "name", "office")}})
        key = tuple(str(one[name]) for name in ("article", "start", "end"))
        accounts[iri].setdefault(key, one)
    parts: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for fact, role, thing, label in store.select(_PARTS.replace("$facts", values)):
        parts[str(fact)][str(role)].setdefault(str(thing), str(label))
    for iri, known in found.items():
        known["accounts"] = list(accounts[iri].values())
        known["parts"] = {role: list(things.items()) for role, things in parts[iri].items()}
        for name, many in (("status", "statuses"), ("date", "dates"), ("place", "places")):
            values_told = (account[name] for account in known["accounts"])
            known[many] = list(dict.fromkeys(value for value in values_told if value))
    _add_sentences(store, [account for known in found.values() for account in known["accounts"]])
    return [found[iri] for iri in wanted if iri in found]


def download(store: Store, settings: Serving, asked: Asked, format: str) -> bytes:
    """The facts of the page as RDF."""
    values = " ".join(f"<{iri}>" for iri in _iris(store, asked)[:PAGE])
    text = _TOLD.replace("$facts", values)
    return answer(store, text, {"graph": format}, rows=settings.rows, size=settings.answer_bytes)[1]


def rows(found: Iterable[Mapping[str, Any]]) -> Iterable[list[str]]:
    """A line for each account of each fact, the heading first."""
    yield ["fact", "type", "date", "status", *ROLES, "place", "words", "article", "start", "end"]
    for fact in found:
        parts = ["; ".join(label for _, label in fact["parts"].get(role, [])) for role in ROLES]
        for one in fact["accounts"]:
            told = [one[name] or "" for name in ("place", "words", "article", "start", "end")]
            yield [fact["iri"], fact["kind"], one["date"] or "", one["status"], *parts, *told]


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after the words at ``start`` to ``end`` in their sentence."""
    begins = [found.end() for found in _END.finditer(text, max(start - _AROUND, 0), start + 2) if found.end() <= start]
    ends = _END.search(text, max(end - 1, 0), end + _AROUND)
    first = begins[-1] if begins else max(start - _AROUND, 0)
    last = end + _AROUND if ends is None else max(ends.start(), ends.end("close"), end)
    return text[first:start], text[end:last]


def _add_sentences(store: Store, accounts: Iterable[dict[str, Any]]) -> None:
    texts: dict[str, str] = {}
    for account in accounts:
        iri = account["article"]
        if iri not in texts:
            texts[iri] = "".join(str(text) for (text,) in store.select(_TEXT.replace("$article", iri)))
        account["before"], account["after"] = sentence(texts[iri], int(account["start"]), int(account["end"]))


def _iris(store: Store, asked: Asked) -> list[str]:
    """Those of the page, and one more where there are more."""
    order = "ORDER BY DESC(BOUND(?earliest)) DESC(?earliest) ?fact"
    query = f"SELECT DISTINCT ?fact ?earliest {{ {asked.pattern()} }} {order}"
    found: list[Node | None] = [row[0] for row in store.select(f"{query} LIMIT {PAGE + 1} OFFSET {asked.page * PAGE}")]
    return [str(fact) for fact in found]
