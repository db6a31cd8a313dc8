"""Rules made ready to run: what follows from a triple, and what a triple may follow from."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

from rdflib import Variable
from rdflib.term import Node

from kg_builder.inference.index import ANY, Coded, Known, Terms
from kg_builder.inference.patterns import Binding, Pattern, Signature, Step, joined, solved, step
from kg_builder.inference.rules import Atom, Contradiction, Derived, Rule, Triple

#: The number of a rule, its premises in the order of its body, and what follows: None where they contradict each
#: other. Of numbers alone, so that the collector of garbage has nothing to look for in them.
Instance: TypeAlias = tuple[int, tuple[Coded, ...], Coded | None]


class _Pair(NamedTuple):
    """A rule of two premises, entered by one of them."""

    rule: int
    wanted: Step  #: from the one to what it tells of the other
    head: Step | None  #: from both to what follows; None for a contradiction
    is_first: bool  #: whether the one stands first in the rule


class _Plan(NamedTuple):
    """A rule entered by one of its patterns (its head, if asked backwards), then the others in the order of look-up."""

    rule: int
    entry: Pattern
    others: tuple[Pattern, ...]
    body: tuple[Pattern, ...]
    head: Pattern | None
    size: int


@dataclass(slots=True)
class _Ready:
    """What to do with a triple of one signature, from the cheapest to the dearest."""

    steps: list[tuple[int, Step]] = field(default_factory=list)  #: rules with one premise
    #: Rules with two premises about one thing, mostly that it is not of two classes: predicate and object of the other.
    tests: list[tuple[int, int, _Pair]] = field(default_factory=list)
    pairs: list[_Pair] = field(default_factory=list)
    plans: list[_Plan] = field(default_factory=list)
    #: What to do instead if the object is one of these.
    by_object: dict[int, "_Ready"] = field(default_factory=dict)

    def also(self, other: "_Ready") -> None:
        self.steps += other.steps
        self.tests += other.tests
        self.pairs += other.pairs
        self.plans += other.plans


class Program:
    """Rules over numbered terms. ``terms`` numbers their constants; who runs them numbers the rest."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.terms: Final = Terms()
        self._rules = tuple(rules)
        self._forward: dict[int, _Ready] = {}
        self._general = _Ready()
        self._backward: dict[Signature, list[_Plan]] = defaultdict(list)
        self._patterns: dict[Pattern, Pattern] = {}  # each once, so that rules that start alike are told by identity
        ready: dict[Signature, _Ready] = defaultdict(_Ready)
        for number, rule in enumerate(self._rules):
            self._register(number, rule, ready)
        concerned = {predicate for predicate, _ in (*ready, *self._backward)}
        #: The predicates of triples that any rule reads or writes; None for all.
        self.predicates = None if ANY in concerned else frozenset(str(self.terms.term(number)) for number in concerned)
        self._lay_out(ready)

    def concerned(self, triples: Iterable[Triple]) -> Iterable[Triple]:
        """Those of ``triples`` that any rule reads or writes."""
        predicates = self.predicates
        return triples if predicates is None else [triple for triple in triples if str(triple[1]) in predicates]

    def firing(self, triple: Coded, known: Known, again: Container[int] | None = ()) -> list[Instance]:
        """The instances that have ``triple`` as a premise and others in ``known``.

        Of those whose head is known too, only the ones with a predicate in ``again`` are told (None: all).
        """
        found: list[Instance] = []
        ready = self._forward.get(triple[1], self._general)
        if ready.by_object:
            ready = ready.by_object.get(triple[2], ready)
        for rule, reached in ready.steps:
            head = reached(triple)
            if (head not in known or again is None or head[1] in again) and head[0] > ANY:
                found.append((rule, (triple,), head))
        subject = triple[0]
        for predicate, object_, test in ready.tests:
            if (subject, predicate, object_) in known:
                _tell(test, triple, (subject, predicate, object_), known, again, found)
        for pair in ready.pairs:
            for other in known.matching(*pair.wanted(triple)):
                _tell(pair, triple, other, known, again, found)
        if ready.plans:
            found += _planned(ready.plans, triple, known, again)
        return found

    def reasons(self, triple: Coded, known: Known) -> Iterator[Instance]:
        """The instances by which ``triple`` follows in one step from what is known."""
        _, predicate, object_ = triple
        for signature in dict.fromkeys(((predicate, object_), (predicate, ANY), (ANY, object_), (ANY, ANY))):
            for plan in self._backward.get(signature, ()):
                yield from _completed(plan, plan.entry.bind([ANY] * plan.size, triple), known)

    def derived(self, instance: Instance, terms: Terms) -> Derived:
        rule, premises, head = instance
        assert head is not None
        return Derived(terms.triple(head), self._rules[rule], tuple(map(terms.triple, premises)))

    def contradiction(self, instance: Instance, terms: Terms) -> Contradiction:
        rule, premises, _ = instance
        return Contradiction(self._rules[rule], tuple(map(terms.triple, premises)))

    def _register(self, number: int, rule: Rule, ready: dict[Signature, _Ready]) -> None:
        slots = {term: slot for slot, term in enumerate(_variables(rule))}
        body = tuple(self._pattern(atom, slots) for atom in rule.body)
        head = None if rule.head is None else self._pattern(rule.head, slots)
        if head is not None:
            self._backward[head.signature].append(_Plan(number, head, joined(body, head), body, head, len(slots)))
        for position, entry in enumerate(body):
            there = ready[entry.signature]
            others = joined(body[:position] + body[position + 1 :], entry)
            if entry.is_plain and not others and head is not None:
                there.steps.append((number, step(entry.slots, head)))
            elif entry.is_plain and len(others) == 1 and others[0].is_plain and _is_told(head):
                other = others[0]
                reached = None if head is None else step(entry.slots + other.slots, head)
                pair = _Pair(number, step(entry.slots, other), reached, position == 0)
                if other.slots == (entry.slots[0], -1, -1):
                    there.tests.append((*other.signature, pair))
                else:
                    there.pairs.append(pair)
            else:
                there.plans.append(_Plan(number, entry, others, body, head, len(slots)))

    def _lay_out(self, ready: dict[Signature, _Ready]) -> None:
        """Gives each predicate and each object of it all that is to be done; no rule knows an object alone."""
        self._general.also(ready.get((ANY, ANY), _Ready()))
        for predicate in sorted({predicate for predicate, _ in ready} - {ANY}):
            whole = self._forward[predicate] = ready.get((predicate, ANY), _Ready())
            whole.also(self._general)
        for (predicate, object_), part in sorted(ready.items(), key=lambda one: one[0]):
            if object_ != ANY:
                part.also(self._forward[predicate])
                self._forward[predicate].by_object[object_] = part

    def _pattern(self, atom: Atom, slots: dict[Node, int]) -> Pattern:
        first, second, third = (slots.get(term, -1) for term in atom)
        one, two, three = (ANY if term in slots else self.terms.number(term) for term in atom)
        pattern = Pattern((first, second, third), (one, two, three))
        return self._patterns.setdefault(pattern, pattern)


def _variables(rule: Rule) -> list[Node]:
    atoms = rule.body if rule.head is None else (*rule.body, rule.head)
    return list(dict.fromkeys(term for atom in atoms for term in atom if isinstance(term, Variable)))


def _is_told(head: Pattern | None) -> bool:
    """Whether a head's predicate is."""
    return head is None or head.slots[1] < 0


def _tell(
    pair: _Pair, one: Coded, other: Coded, known: Known, again: Container[int] | None, found: list[Instance]
) -> None:
    premises = (one, other) if pair.is_first else (other, one)
    head = None if pair.head is None else pair.head(one + other)
    if head is None or (head[0] > ANY and (head not in known or again is None or head[1] in again)):
        found.append((pair.rule, premises, head))


def _planned(plans: list[_Plan], triple: Coded, known: Known, again: Container[int] | None) -> Iterator[Instance]:
    entry, binding, size = None, None, 0
    for plan in plans:
        if plan.entry is not entry or plan.size != size:  # those alike stand together
            entry, size = plan.entry, plan.size
            binding = entry.bind([ANY] * size, triple)
        for instance in _completed(plan, binding, known):
            reached = instance[2]
            if reached is None or reached not in known or again is None or reached[1] in again:
                yield instance


def _completed(plan: _Plan, binding: Binding | None, known: Known) -> Iterator[Instance]:
    if binding is None:
        return
    for full in solved(plan.others, 0, binding, known):
        head = None if plan.head is None else plan.head.instance(full)
        if head is None or head[0] > ANY < head[1]:
            yield plan.rule, tuple(pattern.instance(full) for pattern in plan.body), head
