"""Gives one person and one happening one IRI in all articles of a store.

An article is laid down under its own nodes, with its accounts in a graph beside it and the keys that its coming or
going touches in another; ``resolve`` then decides anew only what those keys touch. Each step is a transaction, and what
is decided depends on the articles there are, not on how they came: a build that is stopped is taken up by the next one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

from rdflib import RDFS, SKOS, Literal, URIRef
from rdflib.term import Node

from kg_builder import accounts, identity
from kg_builder.accounts import Account, Accounts, Person
from kg_builder.sameness import clusters, related
from kg_builder.store import Store, Triple, Writer
from kg_builder.vocabulary import KGB

#: Articles whose IRIs are changed in one transaction.
_BATCH = 50


def laid_down(
    store: Store, article_id: str, said: Iterable[Triple], quarantined: Iterable[Triple] = ()
) -> dict[URIRef, Iterable[Triple]]:
    """The graphs to be replaced for an article to come, or with nothing said to go; ``resolve`` must follow."""
    article = identity.article(article_id)
    own, pending = identity.accounts_graph(article_id), identity.pending_graph(article_id)
    told = list(said)
    found = Accounts(told).read()
    keys: set[Node] = {Literal(key) for account in found.values() for key in account.keys}
    keys |= {obj for _, predicate, obj in store.triples(own) if predicate == KGB.identityKey}
    keys |= {obj for _, _, obj in store.triples(pending)}
    at_nodes = {iri: (URIRef(account.node), None) for iri, account in found.items()}
    return {
        identity.article_graph(article_id): _renamed(told, at_nodes),
        identity.quarantine_graph(article_id): quarantined,
        own: _noted(found.values()),
        pending: [(article, KGB.pendingKey, key) for key in keys],
    }


def resolve(store: Writer) -> int:
    """Decides what the articles that came and went since the last time touch; how many articles it changes."""
    pending = store.matches(None, KGB.pendingKey, None)
    changed: dict[URIRef, dict[URIRef, tuple[URIRef, str | None]]] = defaultdict(dict)
    for cluster in _Neighbourhood(store).clusters(sorted({str(key) for _, key, _ in pending})):
        for graph, node, named in cluster:
            changed[graph][node] = named
    graphs = sorted(changed)
    for start in range(0, len(graphs), _BATCH):
        replaced: dict[URIRef, Iterable[Triple]] = {}
        for graph in graphs[start : start + _BATCH]:
            replaced |= _readdressed(store, graph, changed[graph])
        store.replace(replaced)
    store.replace({graph: () for _, _, graph in pending})
    return len(graphs)


class _Neighbourhood:
    """Accounts of a store, looked up by key."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._told: dict[str, dict[URIRef, Account]] = {}
        self._by_key: dict[str, tuple[str, ...]] = {}

    def clusters(self, keys: Iterable[str]) -> Iterator[list[tuple[URIRef, URIRef, tuple[URIRef, str | None]]]]:
        """All that the keys touch, as (graph of accounts, node, (IRI, name)), in so far as it is not so already."""
        done: set[str] = set()
        for key in keys:
            for near in accounts.sought(key):
                for node in self._under(near):
                    if node not in done:
                        group = self._hanging_together(node)
                        done.update(group)
                        yield list(self._decided(group))
            if len(self._told) > 20_000:  # memory stays flat; what is needed again is read again
                self._told.clear()
                self._by_key.clear()

    def _hanging_together(self, start: str) -> list[str]:
        found, waiting = {start}, [start]
        while waiting:
            account = self._at(waiting.pop())
            for key in account.keys:
                for near in accounts.sought(key):
                    for node in self._under(near):
                        if node not in found and related(account, self._at(node)):
                            found.add(node)
                            waiting.append(node)
        return sorted(found)

    def _decided(self, group: list[str]) -> Iterator[tuple[URIRef, URIRef, tuple[URIRef, str | None]]]:
        told_in = {node: frozenset(map(str, self._told[node])) for node in group}
        for cluster in clusters([self._at(node) for node in group], told_in):
            people = [account for node in cluster if isinstance(account := self._at(node), Person)]
            name = reduce(accounts.fuller, (person.name for person in people)) if people else None
            named = URIRef(cluster[0]), name
            for node in cluster:
                for graph in self._told[node]:
                    if _named(self._store, graph, URIRef(node)) != named:
                        yield graph, URIRef(node), named

    def _at(self, node: str) -> Account:
        return reduce(accounts.merged, self._told[node].values())

    def _under(self, key: str) -> tuple[str, ...]:
        if key not in self._by_key:
            rows = self._store.matches(None, KGB.identityKey, Literal(key))
            self._by_key[key] = tuple(sorted({str(node) for node, _, _ in rows}))
        for node in self._by_key[key]:
            if node not in self._told:
                told = self._store.matches(URIRef(node), KGB.account, None)
                self._told[node] = {graph: accounts.read(node, str(text)) for _, text, graph in told}
        return self._by_key[key]


def _noted(told: Iterable[Account]) -> Iterator[Triple]:
    """What the graph of accounts says at first: each node goes by its own IRI."""
    for account in told:
        node = URIRef(account.node)
        yield node, KGB.account, Literal(accounts.written(account))
        yield from ((node, KGB.identityKey, Literal(key)) for key in account.keys)
        yield from _naming(node, (node, account.name if isinstance(account, Person) else None))


def _naming(node: URIRef, named: tuple[URIRef, str | None]) -> Iterator[Triple]:
    iri, name = named
    yield node, KGB.identifiedAs, iri
    if name is not None:
        yield node, RDFS.label, Literal(name)


def _named(store: Store, graph: URIRef, node: URIRef) -> tuple[URIRef, str | None]:
    said = dict(store.about(node, graph))
    name = said.get(RDFS.label)
    return URIRef(str(said[KGB.identifiedAs])), None if name is None else str(name)


def _readdressed(
    store: Store, graph: URIRef, changed: Mapping[URIRef, tuple[URIRef, str | None]]
) -> dict[URIRef, Iterable[Triple]]:
    """An article's graph and its accounts under new IRIs."""
    noted = [triple for triple in store.triples(graph) if not _names(triple, changed)]
    before = {node: _named(store, graph, node)[0] for node in changed}
    said = identity.graph_of_accounts(graph)
    moved = {before[node]: named for node, named in changed.items()}
    noted += [triple for node, named in changed.items() for triple in _naming(node, named)]
    return {said: _renamed(list(store.triples(said)), moved), graph: noted}


def _names(triple: Triple, changed: Mapping[URIRef, object]) -> bool:
    return triple[0] in changed and triple[1] in (KGB.identifiedAs, RDFS.label)


def _renamed(said: list[Triple], moved: Mapping[URIRef, tuple[URIRef, str | None]]) -> list[Triple]:
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
        if predicate in (KGB.holder, KGB.office, KGB.officeClass, KGB.tenureStatus):
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
