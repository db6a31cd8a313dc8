"""Rules made ready to run: what follows from a triple, and what a triple may follow from."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from rdflib import Variable
from rdflib.term import Node

from kg_builder.inference.index import ANY, Coded, Known, Terms
from kg_builder.inference.rules import Atom, Derived, Rule, Triple

#: From the only premise of a rule to what follows.
_Step: TypeAlias = Callable[[Coded], Coded]
_Signature: TypeAlias = tuple[int, int]
#: By slot, what a variable stands for; ANY where it is not bound yet.
_Binding: TypeAlias = list[int]


class Instance(NamedTuple):
    """A rule with its premises, in the order of its body; what follows is None where they contradict each other."""

    rule: Rule
    premises: tuple[Coded, ...]
    head: Coded | None


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An atom: where a part is a variable its slot, else -1 and the constant."""

    slots: tuple[int, int, int]
    constants: Coded

    def instance(self, binding: _Binding) -> Coded:
        (subject, predicate, object_), constants = self.slots, self.constants
        return (
            binding[subject] if subject >= 0 else constants[0],
            binding[predicate] if predicate >= 0 else constants[1],
            binding[object_] if object_ >= 0 else constants[2],
        )

    def bind(self, binding: _Binding, triple: Coded) -> _Binding | None:
        """``binding`` with what the pattern needs to equal ``triple``, or None if it cannot."""
        bound = binding.copy()
        for slot, constant, value in zip(self.slots, self.constants, triple, strict=True):
            if slot < 0:
                if constant != value:
                    return None
            elif bound[slot] == ANY:
                bound[slot] = value
            elif bound[slot] != value:
                return None
        return bound

    @property
    def signature(self) -> _Signature:
        return self.constants[1], self.constants[2]


class _Plan(NamedTuple):
    """A rule entered by one of its patterns (its head, if asked backwards), then the others in the order of look-up."""

    rule: Rule
    entry: _Pattern
    others: tuple[_Pattern, ...]
    body: tuple[_Pattern, ...]
    head: _Pattern | None
    size: int


class _Ready(NamedTuple):
    """What to do with a triple of one signature, from the cheapest to the dearest."""

    steps: list[tuple[Rule, _Step]]  #: rules with one premise
    tests: list[tuple[_Plan, _Step]]  #: contradictions with the one triple that the step leads to
    plans: list[_Plan]

    def __add__(self, other: "_Ready") -> "_Ready":  # type: ignore[override]
        return _Ready(self.steps + other.steps, self.tests + other.tests, self.plans + other.plans)


class Program:
    """Rules over numbered terms. ``terms`` numbers their constants; who runs them numbers the rest."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.terms: Final = Terms()
        self._forward: dict[_Signature, _Ready] = defaultdict(lambda: _Ready([], [], []))
        self._backward: dict[_Signature, list[_Plan]] = defaultdict(list)
        self._patterns: dict[_Pattern, _Pattern] = {}  # each once, so that rules that start alike are told by identity
        for rule in rules:
            self._register(rule)
        concerned = {predicate for predicate, _ in (*self._forward, *self._backward)}
        self._everything = ANY in concerned
        self._concerned = frozenset(self.terms.term(number) for number in concerned if number != ANY)
        for (predicate, object_), ready in sorted(self._forward.items(), reverse=True):
            if predicate != ANY:  # what is told of more signatures is done as well; no rule knows an object alone
                more = [self._forward[predicate, ANY]] * (object_ != ANY) + [self._forward[ANY, ANY]]
                self._forward[predicate, object_] = sum(more, ready)
        self._general = self._forward.get((ANY, ANY))
        #: Predicates for which the object decides what follows, mostly rdf:type.
        self._by_object = frozenset(predicate for predicate, object_ in self._forward if object_ != ANY)

    def concerns(self, triple: Triple) -> bool:
        """Whether any rule reads or writes such a triple."""
        return self._everything or triple[1] in self._concerned

    def firing(self, triple: Coded, known: Known, again: Container[int] | None = ()) -> Iterator[Instance]:
        """The instances that have ``triple`` as a premise and others in ``known``.

        Of those whose head is known too, only the ones with a predicate in ``again`` are told (None: all).
        """
        _, predicate, object_ = triple
        ready = self._forward.get((predicate, object_)) if predicate in self._by_object else None
        ready = ready or self._forward.get((predicate, ANY)) or self._general
        if ready is None:
            return
        for rule, step in ready.steps:
            head = step(triple)
            if (head not in known or again is None or head[1] in again) and head[0] > ANY:
                yield Instance(rule, (triple,), head)
        for plan, step in ready.tests:
            if step(triple) in known:
                yield from _completed(plan, plan.entry.bind([ANY] * plan.size, triple), known)
        entry, binding, size = None, None, 0
        for plan in ready.plans:
            if plan.entry is not entry or plan.size != size:  # those alike stand together
                entry, size = plan.entry, plan.size
                binding = entry.bind([ANY] * size, triple)
            for instance in _completed(plan, binding, known):
                reached = instance.head
                if reached is None or reached not in known or again is None or reached[1] in again:
                    yield instance

    def reasons(self, triple: Coded, known: Known) -> Iterator[Instance]:
        """The instances by which ``triple`` follows in one step from what is known."""
        _, predicate, object_ = triple
        for signature in dict.fromkeys(((predicate, object_), (predicate, ANY), (ANY, object_), (ANY, ANY))):
            for plan in self._backward.get(signature, ()):
                yield from _completed(plan, plan.entry.bind([ANY] * plan.size, triple), known)

    def derived(self, instance: Instance, terms: Terms) -> Derived:
        assert instance.head is not None
        return Derived(terms.triple(instance.head), instance.rule, tuple(map(terms.triple, instance.premises)))

    def _register(self, rule: Rule) -> None:
        slots = {term: slot for slot, term in enumerate(_variables(rule))}
        body = tuple(self._pattern(atom, slots) for atom in rule.body)
        head = None if rule.head is None else self._pattern(rule.head, slots)
        if head is not None:
            self._backward[head.signature].append(_Plan(rule, head, _joined(body, head), body, head, len(slots)))
            if len(body) == 1 and _is_plain(body[0]):
                self._forward[body[0].signature].steps.append((rule, _step(body[0], head)))
                return
        for position, entry in enumerate(body):
            others = _joined(body[:position] + body[position + 1 :], entry)
            plan = _Plan(rule, entry, others, body, head, len(slots))
            if head is None and len(others) == 1 and _is_plain(entry) and {*others[0].slots} <= {-1, *entry.slots}:
                self._forward[entry.signature].tests.append((plan, _step(entry, others[0])))
            else:
                self._forward[entry.signature].plans.append(plan)

    def _pattern(self, atom: Atom, slots: dict[Node, int]) -> _Pattern:
        first, second, third = (slots.get(term, -1) for term in atom)
        one, two, three = (ANY if term in slots else self.terms.number(term) for term in atom)
        pattern = _Pattern((first, second, third), (one, two, three))
        return self._patterns.setdefault(pattern, pattern)


def _variables(rule: Rule) -> list[Node]:
    atoms = rule.body if rule.head is None else (*rule.body, rule.head)
    return list(dict.fromkeys(term for atom in atoms for term in atom if isinstance(term, Variable)))


def _joined(patterns: tuple[_Pattern, ...], entry: _Pattern) -> tuple[_Pattern, ...]:
    """``patterns`` such that each next one shares a variable with those before, where one does."""
    bound, rest, ordered = {*entry.slots}, list(patterns), []
    while rest:
        best = max(rest, key=lambda pattern: sum(slot in bound or slot < 0 for slot in pattern.slots))
        rest.remove(best)
        ordered.append(best)
        bound.update(best.slots)
    return tuple(ordered)


def _completed(plan: _Plan, binding: _Binding | None, known: Known) -> Iterator[Instance]:
    if binding is None:
        return
    for full in _solved(plan.others, 0, binding, known):
        head = None if plan.head is None else plan.head.instance(full)
        if head is None or head[0] > ANY < head[1]:
            yield Instance(plan.rule, tuple(pattern.instance(full) for pattern in plan.body), head)


def _solved(patterns: tuple[_Pattern, ...], at: int, binding: _Binding, known: Known) -> Iterator[_Binding]:
    if at == len(patterns):
        yield binding
        return
    pattern = patterns[at]
    wanted = pattern.instance(binding)
    if wanted[0] and wanted[1] and wanted[2]:
        if wanted in known:
            yield from _solved(patterns, at + 1, binding, known)
        return
    for triple in known.matching(*wanted):
        bound = pattern.bind(binding, triple)
        if bound is not None:
            yield from _solved(patterns, at + 1, bound, known)


def _is_plain(pattern: _Pattern) -> bool:
    """Whether a triple that has the pattern's signature is sure to match it."""
    subject, predicate, object_ = pattern.slots
    return subject >= 0 > predicate and subject != object_


def _step(premise: _Pattern, conclusion: _Pattern) -> _Step:
    """The commonest forms are told apart, since this is what closing spends its time on."""
    at = tuple(premise.slots.index(slot) if slot >= 0 else None for slot in conclusion.slots)
    one, two, three = conclusion.constants
    if at == (0, None, None):
        return lambda triple: (triple[0], two, three)
    if at == (2, None, None):
        return lambda triple: (triple[2], two, three)
    if at == (0, None, 2):
        return lambda triple: (triple[0], two, triple[2])
    if at == (2, None, 0):
        return lambda triple: (triple[2], two, triple[0])
    first, second, third = at
    return lambda triple: (
        one if first is None else triple[first],
        two if second is None else triple[second],
        three if third is None else triple[third],
    )
