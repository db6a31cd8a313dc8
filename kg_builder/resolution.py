"""Gives one person and one happening one IRI in all articles of a store.

An article is laid down under its own nodes, with its accounts in a graph beside it and what its coming or going touches
in another; ``resolve`` then decides anew only what is touched. Each step is a transaction, and what is decided depends
on the articles there are, not on how they came: a build that is stopped is taken up by the next one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self, TypeAlias

from rdflib import RDFS, SKOS, Literal, URIRef
from rdflib.term import Node

from kg_builder import accounts, identity
from kg_builder.accounts import Account, Accounts, Person
from kg_builder.neighbourhood import Named, Neighbourhood, touched
from kg_builder.store import Content, Store, Triple, Writer, written
from kg_builder.vocabulary import KGB

#: Articles written in one transaction, at least and at most: fifty make the engine's bulk loader worth its while, two
#: hundred take some 100 MB. In between it is a sixteenth of those that the store holds, since the engine merges what
#: comes into all that is there.
_FEWEST, _MOST, _SHARE = 50, 200, 16
#: Bytes of articles from which on a transaction is large enough, however few they are.
_LARGE = 48 << 20
#: Articles whose IRIs are changed in one transaction; these are held as terms.
_REWRITTEN = 100
#: What the IRI of a tenure is made of.
_OF_TENURE = frozenset({KGB.holder, KGB.office, KGB.officeClass, KGB.tenureStatus})
#: Articles of which at once it is decided what they touch, so that memory stays flat.
_DECIDED = 1000

#: What goes from a graph, and what comes.
_Difference: TypeAlias = tuple[list[Triple], list[Triple]]


@dataclass(frozen=True, slots=True)
class Laid:
    """An article under its own nodes, as N-Triples: all that can be made ready without a store."""

    article: str
    said: bytes = b""
    quarantined: bytes = b""
    accounts: bytes = b""

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.said) + len(self.quarantined) + len(self.accounts)

    def graphs(self, store: Store) -> dict[URIRef, Content]:
        """The graphs to be replaced for the article to come, or with nothing said to go; ``resolve`` must follow.

        What was touched before is noted; what the article touches as it comes stands in its accounts.
        """
        own, pending = identity.accounts_graph(self.article), identity.pending_graph(self.article)
        keys = {"", *touched(store, own), *(str(key) for _, _, key in store.triples(pending))}
        return {
            identity.article_graph(self.article): self.said,
            identity.quarantine_graph(self.article): self.quarantined,
            own: self.accounts,
            pending: [(identity.article(self.article), KGB.pendingKey, Literal(key)) for key in keys],
        }


class Together:
    """Lays articles down several in a transaction, which costs a third less each; the last ones as it is left.

    However it is left: what was read is kept when a build is interrupted.
    """

    def __init__(self, store: Writer) -> None:
        self._store = store
        self._waiting: list[Laid] = []
        self._size = 0
        self._held = len(store.articles())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._write()

    def lay(self, article: Laid) -> None:
        self._waiting.append(article)
        self._size += article.size
        if len(self._waiting) >= _at_once(self._held) or self._size > _LARGE:
            self._write()

    def _write(self) -> None:
        waiting, self._waiting, self._size = self._waiting, [], 0
        self._held += len(waiting)
        if waiting:
            self._store.replace({name: content for one in waiting for name, content in one.graphs(self._store).items()})


def laid(article_id: str, said: Iterable[Triple], quarantined: Iterable[Triple] = ()) -> Laid:
    """Puts each person and event under the node that depends on the article's words alone."""
    told = list(said)
    found = Accounts(told).read()
    moved: dict[Node, Named] = {
        iri: (URIRef(account.node), None) for iri, account in found.items() if str(iri) != account.node
    }
    if moved:
        told = _renamed(told, moved)
    return Laid(article_id, written(told), written(quarantined), written(_noted(found.values())))


def resolve(store: Writer) -> int:
    """Decides what the articles that came and went since the last time touch; how many articles it changes."""
    pending = sorted({graph for _, _, graph in store.texts(None, KGB.pendingKey, None)})
    near = Neighbourhood(store)
    return sum(_resolved(store, near, pending[start : start + _DECIDED]) for start in range(0, len(pending), _DECIDED))


def _resolved(store: Writer, near: Neighbourhood, pending: Sequence[str]) -> int:
    keys: set[str] = set()
    for graph in pending:
        keys.update(str(key) for _, _, key in store.triples(URIRef(graph)))
        keys.update(touched(store, identity.accounts_of_pending(graph)))
    changed: dict[str, dict[URIRef, Named]] = defaultdict(dict)
    for own, node, named in near.decided(sorted(keys - {""})):
        changed[own][URIRef(node)] = named
    graphs = sorted(changed)
    for start in range(0, len(graphs), _REWRITTEN):
        revised: dict[URIRef, _Difference] = {}
        for own in graphs[start : start + _REWRITTEN]:
            revised |= _readdressed(store, URIRef(own), changed[own])
        store.revise(revised)
    store.replace({URIRef(graph): () for graph in pending})
    return len(graphs)


def _at_once(held: int) -> int:
    """How many articles are written in one transaction into a store that holds so many."""
    return max(_FEWEST, min(_MOST, held // _SHARE))


def _noted(told: Iterable[Account]) -> Iterator[Triple]:
    """What the graph of accounts says at first: each node goes by its own IRI."""
    for account in told:
        node = URIRef(account.node)
        yield node, KGB.account, Literal(accounts.written(account))
        yield from ((node, KGB.identityKey, Literal(key)) for key in account.keys)
        yield from _naming(node, (node, account.name if isinstance(account, Person) else None))


def _naming(node: URIRef, named: Named) -> Iterator[Triple]:
    iri, name = named
    yield node, KGB.identifiedAs, iri
    if name is not None:
        yield node, RDFS.label, Literal(name)


def _readdressed(store: Store, graph: URIRef, changed: Mapping[URIRef, Named]) -> dict[URIRef, _Difference]:
    """What new IRIs change in an article's graph and in its accounts, of which most stays and is not read."""
    told = [triple for node in changed for triple in store.matching(node, None, None, graph)]
    noted = [triple for triple in told if triple[1] in (KGB.identifiedAs, RDFS.label)]
    before = {node: iri for node, predicate, iri in noted if predicate == KGB.identifiedAs}
    moved: dict[Node, Named] = {before[node]: named for node, named in changed.items()}
    renoted = [triple for node, named in changed.items() for triple in _naming(node, named)]
    article = identity.graph_of_accounts(graph)
    said = _concerned(store, article, moved)
    return {article: _difference(said, _renamed(said, moved)), graph: _difference(noted, renoted)}


def _concerned(store: Store, article: URIRef, moved: Mapping[Node, Named]) -> list[Triple]:
    """Of what an article says, all about what gets another IRI, or has it already, and what is called after that."""
    said = _about(store, article, (*moved, *(iri for iri, _ in moved.values())))
    parts = (obj for _, predicate, obj in said if predicate == KGB.participatesAs)
    others = (subject for subject, predicate, _ in said if predicate in (KGB.inEvent, KGB.holder))
    return list(dict.fromkeys([*said, *_about(store, article, (*parts, *others))]))


def _about(store: Store, graph: URIRef, nodes: Iterable[Node]) -> list[Triple]:
    return [
        triple
        for node in dict.fromkeys(nodes)
        for triple in (*store.matching(node, None, None, graph), *store.matching(None, None, node, graph))
    ]


def _difference(before: Iterable[Triple], after: Iterable[Triple]) -> _Difference:
    old, new = dict.fromkeys(before), dict.fromkeys(after)
    return [triple for triple in old if triple not in new], [triple for triple in new if triple not in old]


def _renamed(said: list[Triple], moved: Mapping[Node, Named]) -> list[Triple]:
    """Triples with events and officials under other IRIs, and with them what is called after them.

    An official's label is the name that all articles share; the form that this article uses is then ``skos:altLabel``.
    """
    iris: dict[Node, URIRef] = {iri: named[0] for iri, named in moved.items()}
    iris |= _parts(said, iris)
    iris |= _tenures(said, iris)
    names: dict[Node, str] = {named[0]: named[1] for named in moved.values() if named[1] is not None}
    told = [(iris.get(subject, subject), predicate, iris.get(obj, obj)) for subject, predicate, obj in said]
    own = {subject: obj for subject, predicate, obj in told if predicate == RDFS.label and subject in names}
    own |= {subject: obj for subject, predicate, obj in told if predicate == SKOS.altLabel and subject in names}
    kept = [triple for triple in told if triple[0] not in own or triple[1] not in (RDFS.label, SKOS.altLabel)]
    for official, form in own.items():
        kept.append((official, RDFS.label, Literal(names[official])))
        if str(form) != names[official]:
            kept.append((official, SKOS.altLabel, form))
    return kept


def _parts(said: Iterable[Triple], iris: Mapping[Node, URIRef]) -> dict[Node, URIRef]:
    """New IRIs of participations: of the event and the agent that they are called after."""
    agents: dict[Node, Node] = {}
    events: dict[Node, Node] = {}
    for subject, predicate, obj in said:
        if predicate == KGB.participatesAs:
            agents[obj] = subject
        elif predicate == KGB.inEvent:
            events[subject] = obj
    return {
        part: identity.participation(
            iris.get(event, URIRef(str(event))), iris.get(agents[part], URIRef(str(agents[part])))
        )
        for part, event in events.items()
        if event in iris or agents[part] in iris
    }


def _tenures(said: Iterable[Triple], iris: Mapping[Node, URIRef]) -> dict[Node, URIRef]:
    """New IRIs of tenures: of the holder, the office, its class and the status."""
    told: dict[Node, dict[Node, Node]] = defaultdict(dict)
    for subject, predicate, obj in said:
        if predicate in _OF_TENURE:
            told[subject][predicate] = obj
    return {
        tenure: identity.tenure_of(
            iris[parts[KGB.holder]],
            str(parts[KGB.office]),
            str(parts[KGB.officeClass]).removeprefix(f"{KGB._NS}office-"),
            str(parts[KGB.tenureStatus]).removeprefix(f"{KGB._NS}tenure-"),
        )
        for tenure, parts in told.items()
        if parts.get(KGB.holder) in iris
    }
