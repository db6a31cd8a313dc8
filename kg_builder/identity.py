"""IRIs as functions of content: the same thing has the same IRI in every article, run and machine.

Nothing here keeps state or reads a file. The shapes of the IRIs are in docs/architecture.md, their reasons in
docs/model.md.
"""

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from rdflib import URIRef

from kg_builder.model import Entity, EntityKind, Event, Official, Tenure
from kg_builder.vocabulary import ID

REFERENCE_GRAPH: Final = ID["graph/reference"]
ONTOLOGY_GRAPH: Final = ID["graph/ontology"]
INFERRED_GRAPH: Final = ID["graph/inferred"]
#: How each direct relation that was inferred follows; it stays out of the merge.
DERIVATIONS_GRAPH: Final = ID["graph/derivations"]
#: The SKOS concept scheme of the strategic goods.
GOODS: Final = ID["goods"]

#: Latin letters that Unicode does not decompose.
_LATIN = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n",
    "ə": "e", "+": "plus",
})  # fmt: skip


@lru_cache(maxsize=1 << 14)
def slug(text: str) -> str:
    """``text`` in lower-case ASCII letters and digits joined by single hyphens; ``+`` reads ``plus``.

    Letters that ASCII cannot write would make different names alike ("北京 Group", "Group"), so a hash of the name is
    appended where one was lost. Never empty.
    """
    plain = unicodedata.normalize("NFKD", text).lower().translate(_LATIN)
    ascii_only = "".join(char if char.isascii() and char.isalnum() else _separator(char) for char in plain)
    words = "-".join(ascii_only.split())
    lost = any(char.isalnum() and not char.isascii() for char in plain)
    if words and not lost:
        return words
    return "-".join(part for part in (words, _digest(unicodedata.normalize("NFKC", text), length=10)) if part)


def _separator(char: str) -> str:
    return "" if unicodedata.combining(char) else " "


def state(code: str) -> URIRef:
    return _iri("state", code)


def organization(name: str) -> URIRef:
    return _iri("organization", slug(name))


def company(name: str) -> URIRef:
    return _iri("company", slug(name))


def group(name: str) -> URIRef:
    return _iri("group", slug(name))


def good(id: str) -> URIRef:
    return _iri("good", id)


_OF_KIND: Final[Mapping[EntityKind, Callable[[str], URIRef]]] = {
    "state": state,
    "organization": organization,
    "company": company,
    "group": group,
    "good": good,
}


def entity(entity: Entity) -> URIRef:
    """The IRI of a state, organization, company, group or good."""
    return _OF_KIND[entity.kind](entity.id)


def official(official: Official) -> URIRef:
    return _iri("official", _of(official.of), slug(official.name))


def office(of: Entity, office: str) -> URIRef:
    """The office named ``office`` in the text's words, of a state or an organization."""
    return _iri("office", _of(of), slug(office))


def tenure(tenure: Tenure) -> URIRef:
    """One person in one office with one status: two articles that say the same share the node."""
    whose, what = official(tenure.official), office(tenure.official.of, tenure.office)
    return tenure_of(whose, what, tenure.office_class, tenure.status)


def tenure_of(official: str, office: str, office_class: str, status: str) -> URIRef:
    """The tenure by the IRIs of its official and office."""
    return _iri("tenure", _digest(official, office, office_class, status))


def event(event: Event, article_id: str) -> URIRef:
    """One happening in the world.

    It is the same in every article that tells it with the same type, parties, date, goods and name, if it has a date
    and a subject: goods or a name. Otherwise it belongs to the words that tell it: the key takes in the article and
    where its evidence starts, and who took part; ministers may meet on the day of their presidents, so which meetings
    of a day are one is decided by who took part (``sameness``). Status is no part of the key: one article may plan
    what the next reports. (In the annotated articles no two events of one article share a key that has a date and
    goods or a name; of those without, one in ten shares it with another, mostly two agreements of one day.)
    """
    key = [
        event.type,
        _set(event.actors),
        _set(event.targets),
        event.date or "",
        _set(event.goods),
        slug(event.name) if event.name else "",
    ]
    if not event.is_known_by_itself:
        key += [article_id, *(str(part.start) for part in sorted(event.evidence)[:1])]
        key += sorted(f"{official.name} {official.of.id}" for official in event.officials)
    return _iri("event", f"{event.type}-{_digest(*key)}")


def participation(event: URIRef, agent: URIRef) -> URIRef:
    """The part that an agent has in an event: ``participation/agreement-HASH/state/JPN``."""
    return ID[f"participation/{event.removeprefix(ID['event/'])}/{agent.removeprefix(str(ID))}"]


def derivation(subject: str, predicate: str, obj: str) -> URIRef:
    """The node that tells how an inferred triple follows."""
    return _iri("derivation", _digest(subject, predicate, obj))


def place(name: str) -> URIRef:
    return _iri("place", slug(name))


def time(date: str) -> URIRef:
    """The node of a date at its precision: ``2024-06-26``, ``2024-06``, ``2024``."""
    return _iri("time", date)


def article(article_id: str) -> URIRef:
    return _iri("article", *article_id.split("/"))


def evidence(article_id: str, start: int, end: int) -> URIRef:
    """A stretch of an article, in code points, end exclusive."""
    return _iri("evidence", *article_id.split("/"), f"{start}-{end}")


def article_graph(article_id: str) -> URIRef:
    """The graph of what the article says."""
    return _iri("graph", "article", *article_id.split("/"))


def quarantine_graph(article_id: str) -> URIRef:
    """The graph of what the article was read to say and the shapes refused."""
    return _iri("graph", "quarantine", *article_id.split("/"))


def accounts_graph(article_id: str) -> URIRef:
    """The graph of what decides whether other articles tell of the same persons and events, and of what was decided."""
    return _iri("graph", "accounts", *article_id.split("/"))


def pending_graph(article_id: str) -> URIRef:
    """The graph of what is to be decided anew since the article came, changed or went."""
    return _iri("graph", "pending", *article_id.split("/"))


def graph_of_accounts(accounts_graph: str) -> URIRef:
    """The graph of what the article says that has these accounts."""
    return ID[f"graph/article/{accounts_graph.removeprefix(str(ID['graph/accounts/']))}"]


def accounts_of_pending(pending_graph: str) -> URIRef:
    """The graph of the accounts of the same article."""
    return ID[f"graph/accounts/{pending_graph.removeprefix(str(ID['graph/pending/']))}"]


def _of(entity: Entity) -> str:
    """Codes are upper case and slugs lower, so a state and an organization never meet; a slug holds no dot."""
    prefix = f"{entity.kind}." if entity.kind in {"company", "group"} else ""
    return entity.id if entity.kind == "state" else prefix + slug(entity.id)


def _set(entities: tuple[Entity, ...]) -> str:
    return " ".join(sorted({entity_iri for each in entities for entity_iri in [str(entity(each))]}))


def _digest(*parts: str, length: int = 16) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:length]


@lru_cache(maxsize=1 << 14)
def _iri(*parts: str) -> URIRef:
    return ID["/".join(quote(part, safe="", errors="surrogateescape") for part in parts)]
