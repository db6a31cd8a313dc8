"""What one article says of a person or an event, in so far as it decides whether another article means the same.

An account stands at a *node*: an IRI that depends on the article's own words alone. A full name, or a happening with a
date and a subject, has the same node in every article; a surname alone has one for each office and year, since
"President Lee" of 2010 and of 2025 are two.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeAlias

from rdflib import DCTERMS, RDF, RDFS, URIRef
from rdflib.term import Node

from kg_builder import identity
from kg_builder.name_forms import letters, marks, words
from kg_builder.vocabulary import EVENT_CLASS, ID, KGB

_TYPE = {iri: type for type, iri in EVENT_CLASS.items()}
_MONTHS = tuple(f"{month:02}" for month in range(1, 13))


@dataclass(frozen=True, slots=True)
class Post:
    """An office as an article tells it; ``year`` is that of the article, None where it carries no date."""

    class_: str
    title: str
    status: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Person:
    """``of`` is the party's IRI below ``id/``: ``state/JPN``."""

    node: str
    name: str
    of: str
    posts: tuple[Post, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Only persons of whom one has a key that the other seeks can be one.

        A surname alone looks for all names that hold it; a full name only for those much like it, since there are many
        of a surname.
        """
        name = words(self.name)
        if len(name) == 1:
            return (f"alone {name[0]} {self.of}",)
        found = {f"person {mark} {self.of}" for mark in marks(name)} | {f"whole {word} {self.of}" for word in name}
        return (f"letters {letters(name)}", *sorted(found))


@dataclass(frozen=True, slots=True)
class Happening:
    """An event; parties and goods are IRIs below ``id/``; ``people`` are words of the officials' names, each behind
    its party: ``state/JPN mori``."""

    node: str
    type: str
    actors: tuple[str, ...]
    targets: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    date: str | None = None
    name: str | None = None
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Only happenings of which one has a key that the other seeks can be one; without a date there is none."""
        return (f"{self.type} {self.date[:7]} {','.join(self.actors)}",) if self.date else ()


Account: TypeAlias = Person | Happening


def sought(key: str) -> tuple[str, ...]:
    """The keys of accounts that may be the same as one with ``key``: of a month its year too, of a year its months."""
    kind, what, *rest = key.split(" ", 2)
    if kind in ("letters", "person"):
        return (key,)
    if kind in ("alone", "whole"):
        alone = " ".join(("alone", what, *rest))
        return (alone,) if kind == "whole" else (alone, " ".join(("whole", what, *rest)))
    year = what[:4]
    dates = (year, what) if len(what) > len(year) else (year, *(f"{year}-{month}" for month in _MONTHS))
    return tuple(" ".join((kind, date, *rest)) for date in dates)


def written(account: Account) -> str:
    """As JSON without the node, to stand in a graph."""
    kind = "person" if isinstance(account, Person) else "happening"
    told = {name: value for name, value in asdict(account).items() if name != "node" and value not in (None, ())}
    return json.dumps({kind: told}, ensure_ascii=False, sort_keys=True)


def read(node: str, text: str) -> Account:
    """The account that ``written`` wrote."""
    ((kind, told),) = json.loads(text).items()
    if kind == "person":
        posts = tuple(Post(**post) for post in told.pop("posts", ()))
        return Person(node, posts=posts, **told)
    parts: dict[str, Any] = {name: tuple(part) if isinstance(part, list) else part for name, part in told.items()}
    return Happening(node, **parts)


def merged(one: Account, other: Account) -> Account:
    """Two accounts at one node as one; the node's own words are alike but for what it does not depend on."""
    if isinstance(one, Person) and isinstance(other, Person):
        name = fuller(one.name, other.name)
        return Person(one.node, name, one.of, tuple(sorted({*one.posts, *other.posts}, key=_post_order)))
    if isinstance(one, Happening) and isinstance(other, Happening):
        people, places = sorted({*one.people, *other.people}), sorted({*one.places, *other.places})
        return replace(one, people=tuple(people), places=tuple(places))
    raise TypeError(f"{one.node}: a person and an event; give them IRIs of their own")


def fuller(one: str, other: str) -> str:
    """The name with more words, then more letters, then the first in order: the same of any two in any order."""
    return min(one, other, key=lambda name: (-len(words(name)), -len(name), name))


class Accounts:
    """The accounts of one article by the IRIs that its facts have in ``quads``."""

    def __init__(self, triples: Iterable[tuple[Node, Node, Node]]) -> None:
        self._said: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, obj in triples:
            self._said[subject][predicate].append(obj)

    def read(self) -> dict[URIRef, Account]:
        """One for each official and event, sorted."""
        found: dict[URIRef, Account] = {}
        article, year = self._article()
        posts = self._posts(year)
        for subject, said in self._said.items():
            for kind in said.get(RDF.type, ()):
                if kind == KGB.Official:
                    found[URIRef(str(subject))] = self._person(str(subject), posts.get(subject, ()), article, year)
                elif kind in _TYPE and KGB.status in said:
                    found[URIRef(str(subject))] = self._happening(str(subject), _TYPE[URIRef(str(kind))])
        return dict(sorted(found.items()))

    def _article(self) -> tuple[str, int | None]:
        for said in self._said.values():
            if KGB.Article in said.get(RDF.type, ()):
                issued = [str(day) for day in said.get(DCTERMS.issued, ())]
                return str(said[DCTERMS.identifier][0]), int(issued[0][:4]) if issued else None
        return "", None

    def _posts(self, year: int | None) -> Mapping[Node, tuple[Post, ...]]:
        found: dict[Node, set[Post]] = defaultdict(set)
        for said in self._said.values():
            for holder in said.get(KGB.holder, ()):
                class_, status = _local(said[KGB.officeClass][0]), _local(said[KGB.tenureStatus][0])
                title = str(said[KGB.officeTitle][0])
                found[holder].add(Post(class_.removeprefix("office-"), title, status.removeprefix("tenure-"), year))
        return {holder: tuple(sorted(posts, key=_post_order)) for holder, posts in found.items()}

    def _person(self, iri: str, posts: tuple[Post, ...], article: str, year: int | None) -> Person:
        said = self._said[URIRef(iri)]
        name = str(said[RDFS.label][0])
        node = iri
        if len(words(name)) < 2:
            own = (
                (identity.slug(posts[0].title), str(year))
                if posts and year
                else (str(identity.article(article)).removeprefix(str(ID)),)
            )
            node = "/".join((iri, *own))
        return Person(node, name, _below(said[KGB.officialOf][0]), posts)

    def _happening(self, iri: str, type: str) -> Happening:
        said = self._said[URIRef(iri)]
        people = {
            f"{_below(of)} {word}"
            for official in said.get(KGB.official, ())
            for of in self._said[official].get(KGB.officialOf, ())
            for label in self._said[official].get(RDFS.label, ())
            for word in words(str(label))
            if len(word) > 1
        }
        return Happening(
            iri,
            type,
            _sorted(said.get(KGB.actor, ())),
            _sorted(said.get(KGB.target, ())),
            _sorted(said.get(KGB.good, ())),
            next((str(date) for date in said.get(KGB.date, ())), None),
            next((str(name) for name in said.get(KGB.eventName, ())), None),
            tuple(sorted(people)),
            _sorted(said.get(KGB.place, ())),
        )


def _sorted(iris: Iterable[Node]) -> tuple[str, ...]:
    return tuple(sorted(_below(iri) for iri in iris))


def _below(iri: Node) -> str:
    return str(iri).removeprefix(str(ID))


def _local(iri: Node) -> str:
    return str(iri).removeprefix(str(KGB._NS))


def _post_order(post: Post) -> tuple[Any, ...]:
    return post.class_, post.title, post.status, post.year or 0
