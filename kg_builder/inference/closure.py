"""Applies rules to triples until nothing new follows: semi-naive, one new triple at a time."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from rdflib import Variable
from rdflib.term import Node

from kg_builder.inference.rules import Atom, Contradiction, Derived, Rule, Triple, instance, is_rdf, joins, match

#: A rule, the atom of its body that a new triple may match, and the other atoms in the order in which to look them up.
_Trigger: TypeAlias = tuple[Rule, Atom, tuple[Atom, ...]]
#: From the only premise of a rule to what follows.
_Step: TypeAlias = Callable[[Triple], Triple]
#: Predicate and object of an atom, None for a variable: what can be asked of a triple before it is matched.
_Signature: TypeAlias = tuple[Node | None, Node | None]
_ANY: Final = None


class Closure:
    """A set of triples closed under rules, which grows with every ``add``.

    A derivation is found when the last of its premises arrives, by looking up the others; so the cost is that of what
    is new, not of what is there. Only triples that some rule reads or writes are kept.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.contradictions: list[Contradiction] = []
        self._inferred: dict[Triple, Derived] = {}
        self._known: set[Triple] = set()
        self._index: dict[Atom, list[Triple]] = defaultdict(list)
        self._triggers: dict[_Signature, list[_Trigger]] = defaultdict(list)
        self._steps: dict[_Signature, list[tuple[Rule, _Step]]] = defaultdict(list)
        self._patterns: dict[Node | None, set[tuple[bool, bool]]] = defaultdict(set)
        self._written: set[Node | None] = set()
        for rule in rules:
            self._register(rule)

    @property
    def inferred(self) -> Iterable[Derived]:
        """What follows and is not asserted, each with its first derivation."""
        return self._inferred.values()

    def add(self, triples: Iterable[Triple]) -> list[Derived]:
        """Asserts ``triples``; gives what newly follows, in an order that depends on theirs alone."""
        asserted = [triple for triple in dict.fromkeys(triples) if self._concerns(triple)]
        for triple in asserted:
            self._inferred.pop(triple, None)
        new = deque(triple for triple in asserted if triple not in self._known)
        self._known.update(new)
        derived: list[Derived] = []
        while new:
            triple = new.popleft()
            self._remember(triple)
            for derivation in self._fire(triple):
                if derivation.triple not in self._known:
                    self._known.add(derivation.triple)
                    self._inferred[derivation.triple] = derivation
                    new.append(derivation.triple)
                    derived.append(derivation)
        return derived

    def _register(self, rule: Rule) -> None:
        if rule.head is not None:
            self._written.add(_constant(rule.head[1]))
            if len(rule.body) == 1 and _is_plain(rule.body[0]):
                self._steps[_signature(rule.body[0])].append((rule, _step(rule.body[0], rule.head)))
                return
        for position, atom in enumerate(rule.body):
            others = tuple(joins(rule.body, position))
            self._triggers[_signature(atom)].append((rule, atom, others))
            bound = {term for term in atom if isinstance(term, Variable)}
            for other in others:
                subject, _, object_ = (not isinstance(term, Variable) or term in bound for term in other)
                self._patterns[_constant(other[1])].add((subject, object_))
                bound.update(term for term in other if isinstance(term, Variable))

    def _concerns(self, triple: Triple) -> bool:
        predicate = triple[1]
        if predicate in self._written or _ANY in self._written:
            return True
        return any(key in self._triggers or key in self._steps for key in _signatures(triple))

    def _remember(self, triple: Triple) -> None:
        """Indexes ``triple`` under the look-ups that some rule makes; a variable stands for what is not given."""
        subject, predicate, object_ = triple
        for key in (predicate, _ANY):
            for by_subject, by_object in self._patterns.get(key, ()):
                self._index[_key(subject if by_subject else _ANY, key, object_ if by_object else _ANY)].append(triple)

    def _fire(self, triple: Triple) -> Iterator[Derived]:
        for key in _signatures(triple):
            for rule, step in self._steps.get(key, ()):
                following = step(triple)
                if following not in self._known and is_rdf(following):
                    yield Derived(following, rule, (triple,))
            for rule, atom, others in self._triggers.get(key, ()):
                start = match(atom, triple, {})
                if start is not None:
                    yield from self._derive(rule, others, start)

    def _derive(self, rule: Rule, others: tuple[Atom, ...], start: dict[Node, Node]) -> Iterator[Derived]:
        for binding in self._solve(others, start):
            premises = tuple(instance(atom, binding) for atom in rule.body)
            if rule.head is None:
                self.contradictions.append(Contradiction(rule, premises))
                continue
            triple = instance(rule.head, binding)
            if is_rdf(triple):
                yield Derived(triple, rule, premises)

    def _solve(self, atoms: tuple[Atom, ...], binding: dict[Node, Node]) -> Iterator[dict[Node, Node]]:
        if not atoms:
            yield binding
            return
        subject, predicate, object_ = (_constant(term) for term in instance(atoms[0], binding))
        key = predicate if not isinstance(atoms[0][1], Variable) else _ANY
        for triple in tuple(self._index.get(_key(subject, key, object_), ())):
            extended = match(atoms[0], triple, binding)
            if extended is not None:
                yield from self._solve(atoms[1:], extended)


def _is_plain(atom: Atom) -> bool:
    """Whether a triple that has the atom's signature is sure to match it."""
    subject, predicate, object_ = atom
    return isinstance(subject, Variable) and not isinstance(predicate, Variable) and subject != object_


def _step(premise: Atom, conclusion: Atom) -> _Step:
    at = tuple(premise.index(term) if isinstance(term, Variable) else None for term in conclusion)
    first, second, third = zip(at, conclusion, strict=True)

    def pick(triple: Triple, place: tuple[int | None, Node]) -> Node:
        position, constant = place
        return constant if position is None else triple[position]

    return lambda triple: (pick(triple, first), pick(triple, second), pick(triple, third))


def _signature(atom: Atom) -> _Signature:
    return _constant(atom[1]), _constant(atom[2])


def _signatures(triple: Triple) -> tuple[_Signature, ...]:
    """Those of the atoms that could match ``triple``."""
    _, predicate, object_ = triple
    return (predicate, object_), (predicate, _ANY), (_ANY, _ANY)


def _constant(term: Node) -> Node | None:
    return _ANY if isinstance(term, Variable) else term


_VARIABLE: Final = Variable("any")


def _key(subject: Node | None, predicate: Node | None, object_: Node | None) -> Atom:
    given = (_VARIABLE if term is None else term for term in (subject, predicate, object_))
    return next(given), next(given), next(given)
