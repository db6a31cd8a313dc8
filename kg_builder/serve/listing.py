"""Which facts a page shows: events about something, newest first, and tenures."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kg_builder.serve.telling import details
from kg_builder.settings import Serving
from kg_builder.store import Store
from kg_builder.store.answers import answer

PAGE: Final = 25  #: facts on a page
ROLES: Final = ("actor", "target", "good", "official", "attributedTo")

_DAYS = "SELECT ?day (COUNT(*) AS ?n) { ?fact kgb:earliest ?day } GROUP BY ?day"
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
        lines = [] if self.about else ["?fact kgb:status ?any ."]
        for iri in self.about:  # only events have these
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
    days = _days(store, settings, asked)
    years = sorted(Counter(day[:4] for day in days.values()).items(), reverse=True)
    shown = _page(days, asked.page)
    return Facts(details(store, shown), years, len(days), asked.page, len(days) > (asked.page + 1) * PAGE)


def newest(store: Store) -> list[dict[str, Any]]:
    """The newest events of all; by their days, of which there are few."""
    days: list[str] = []
    missing = PAGE
    for day, number in sorted(((str(day), int(str(n))) for day, n in store.select(_DAYS)), reverse=True):
        if missing <= 0:
            break
        days.append(day)
        missing -= number
    values = " ".join(f'"{day}"^^xsd:date' for day in days)
    found = store.select(f"SELECT DISTINCT ?fact ?day {{ VALUES ?day {{ {values} }} ?fact kgb:earliest ?day }}")
    return details(store, _page({str(fact): str(day) for fact, day in found}, 0))


def tenures(store: Store, iri: str) -> list[dict[str, Any]]:
    """Who held which office, of a person, an office or a party; 40 at most."""
    ways = ("kgb:holder", "kgb:office", "kgb:office/kgb:officeOf")
    pattern = " UNION ".join(f"{{ ?fact {way} <{iri}> }}" for way in ways)
    query = f"SELECT DISTINCT ?fact {{ {pattern} }} ORDER BY ?fact LIMIT 40"
    found = details(store, [str(fact) for (fact,) in store.select(query)])
    order = {"incumbent": 0, "designate": 1, "former": 2}
    return sorted(found, key=lambda fact: (order.get(fact["statuses"][0], 3), fact["office"], fact["iri"]))


def download(store: Store, settings: Serving, asked: Asked, format: str) -> bytes:
    """The facts of the page as RDF."""
    values = " ".join(f"<{iri}>" for iri in _page(_days(store, settings, asked), asked.page))
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


def _days(store: Store, settings: Serving, asked: Asked) -> dict[str, str]:
    """The first day of each event asked for, "" where none is known. Sorted here, which the engine does slowly."""
    query = f"SELECT DISTINCT ?fact ?earliest {{ {asked.pattern()} }} LIMIT {settings.rows}"
    days: dict[str, str] = {}
    for fact, day in store.select(query):
        days[str(fact)] = max(days.get(str(fact), ""), "" if day is None else str(day))
    return days


def _page(days: Mapping[str, str], page: int) -> list[str]:
    """Newest first, those without a day last."""
    return sorted(sorted(days), key=lambda fact: days[fact], reverse=True)[page * PAGE : (page + 1) * PAGE]
