"""Accounts of a store that may be of one person or happening, looked up by node and by key, and what they come to."""

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain
from typing import Final, TypeAlias

from rdflib import RDFS, Literal, URIRef

from kg_builder import accounts
from kg_builder.accounts import Account, Person
from kg_builder.sameness import clusters, related
from kg_builder.store import Store
from kg_builder.vocabulary import KGB

#: The IRI that a node goes by in all articles, and the name of a person.
Named: TypeAlias = tuple[URIRef, str | None]
#: Begins a key that is a node itself.
_AT: Final = "at "
#: Accounts kept in memory; what is needed again is read again.
_KEPT: Final = 50_000
#: Nodes and keys of which it is remembered that they are decided; what is forgotten is decided again, to the same end.
_REMEMBERED: Final = 300_000


def touched(store: Store, accounts_graph: URIRef) -> Iterator[str]:
    """The keys that the coming or going of an article touches: its nodes, and those that their like are found under."""
    for _, key, _ in store.texts(None, KGB.identityKey, None, accounts_graph):
        yield key
    for node, _, _ in store.texts(None, KGB.account, None, accounts_graph):
        yield f"{_AT}{node}"


class Neighbourhood:
    """Knows who is near whom; nothing may come or go while it is asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._accounts: dict[str, Account] = {}
        self._keys: dict[str, frozenset[str]] = {}  # of all accounts at a node, which can spell a name in several ways
        self._told_in: dict[str, frozenset[str]] = {}
        self._under: dict[str, tuple[str, ...]] = {}
        self._size = 0
        self._decided, self._asked = set[str](), set[str]()  # nodes, and keys

    def decided(self, keys: Iterable[str]) -> Iterator[tuple[str, str, Named]]:
        """All that the keys touch, as (graph of accounts, node, decision), in so far as it is not so already.

        What it told is not told again, since those who ask a part of the keys at a time touch the same again and again:
        it must be so in the store when more is asked.
        """
        for near in chain.from_iterable(map(self._sought, keys)):
            if near in self._asked:
                continue
            self._asked.add(near)
            for node in self._having(near):
                if node not in self._decided:
                    group = self._hanging_together(node)
                    self._decided.update(group)
                    yield from self._differing(group)
            self._forget()

    def _forget(self) -> None:
        """Keeps memory flat, whatever the size of the archive."""
        if self._size > _KEPT:
            for kept in (self._accounts, self._keys, self._told_in, self._under):
                kept.clear()
            self._size = 0
        if len(self._decided) + len(self._asked) > _REMEMBERED:
            self._decided.clear()
            self._asked.clear()

    def _sought(self, key: str) -> Iterator[str]:
        """The keys of nodes of which what has the key, or what is told at the node that it names, may be the same."""
        if not key.startswith(_AT):
            yield from accounts.sought(key)
        elif self._is_there(node := key.removeprefix(_AT)):
            yield from chain.from_iterable(map(accounts.sought, sorted(self._keys[node])))

    def _hanging_together(self, start: str) -> list[str]:
        found, waiting = {start}, [start]
        while waiting:
            account = self._at(waiting.pop())
            for near in set(self._sought(f"{_AT}{account.node}")):
                for node in self._having(near):
                    if node not in found and related(account, self._at(node)):
                        found.add(node)
                        waiting.append(node)
        return sorted(found)

    def _differing(self, group: list[str]) -> Iterator[tuple[str, str, Named]]:
        for cluster in clusters([self._at(node) for node in group], self._told_in) if len(group) > 1 else [group]:
            people = [account.name for node in cluster if isinstance(account := self._at(node), Person)]
            named = URIRef(cluster[0]), reduce(accounts.fuller, people) if people else None
            for node in cluster:
                for graph, before in self._named(node, named[1] is not None):
                    if before != named:
                        yield graph, node, named

    def _named(self, node: str, person: bool) -> Iterator[tuple[str, Named]]:
        """By graph of accounts, what the node goes by there so far."""
        labels = {graph: name for _, name, graph in self._store.texts(node, RDFS.label, None)} if person else {}
        for _, iri, graph in self._store.texts(node, KGB.identifiedAs, None):
            yield graph, (URIRef(iri), labels.get(graph))

    def _having(self, key: str) -> tuple[str, ...]:
        """The nodes that have a key, each with its accounts at hand."""
        if key not in self._under:
            rows = self._store.texts(None, KGB.identityKey, Literal(key))
            self._under[key] = tuple(sorted({node for node, _, _ in rows}))
        return self._under[key]

    def _is_there(self, node: str) -> bool:
        if node in self._accounts:
            return True
        told = [(text, graph) for _, text, graph in self._store.texts(node, KGB.account, None)]
        if told:
            each = [accounts.read(node, text) for text in sorted({text for text, _ in told})]
            self._accounts[node] = reduce(accounts.merged, each)
            self._keys[node] = frozenset(key for account in each for key in account.keys)
            self._told_in[node] = frozenset(graph for _, graph in told)
            self._size += len(told)
        return bool(told)

    def _at(self, node: str) -> Account:
        self._is_there(node)
        return self._accounts[node]
